//! A frame of a moving source runs: as a photo does, but it tells nothing on its way, and what is switched off is off at once.

use std::sync::Arc;

use image::{RgbImage, imageops};

use super::error::UserError;
use super::event::{Event, Told};
use super::key::{JobKey, Side};
use super::lens::Engine;
use super::off::{Muted, interventions};
use super::order::Order;
use super::photo::{Origin, Photo};
use super::pipeline::LoadedNetwork;
use super::results::{ForwardRun, Framed};
use super::{Context, RequestId};
use crate::imaging::Fit;
use crate::model::{ModelError, Run};
use crate::wire::once;

/// A frame to be run, in the place of the first photo.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct FrameOrder {
    /// The network.
    #[serde(with = "once")]
    pub network: Arc<LoadedNetwork>,
    /// What the source, or the frame, is called.
    pub name: String,
    /// As the source has it.
    #[serde(with = "once")]
    pub pixels: Arc<RgbImage>,
    /// Whether left and right are swapped before the network sees it.
    pub is_mirrored: bool,
    /// How it becomes square; `None`: in the network's own way.
    pub fit: Option<Fit>,
    /// What is switched off.
    pub muted: Muted,
}

impl Engine {
    /// Runs the network on a frame, in place of the photo that is being run.
    pub fn open_frame(&self, order: FrameOrder) -> RequestId {
        self.cancel(&JobKey::Timings);
        self.submit(Order::Frame(Box::new(order)))
    }
}

impl FrameOrder {
    pub(super) const KEY: JobKey = JobKey::Photo(Side::First);
}

pub(super) fn run(context: &Context<'_, JobKey, Told>, order: FrameOrder) {
    match framed(context, order) {
        Ok(Some(framed)) => context.send(Ok(Event::Framed(Arc::new(framed)))),
        Ok(None) => {}
        Err(error) => context.send(Err(error)),
    }
}

fn framed(context: &Context<'_, JobKey, Told>, order: FrameOrder) -> Result<Option<Framed>, UserError> {
    let FrameOrder { network, name, pixels, is_mirrored, fit, muted } = order;
    let pixels = if is_mirrored { Arc::new(imageops::flip_horizontal(&*pixels)) } else { pixels };
    let fit = fit.unwrap_or_else(|| network.own_fit());
    let photo = Arc::new(Photo::new(name, Origin::Pixels(pixels), fit, &network)?);
    match passes(context, network, photo, muted) {
        Ok(framed) => Ok(Some(framed)),
        Err(ModelError::Cancelled) => Ok(None),
        Err(error) => Err(UserError::new(error)),
    }
}

fn passes(
    context: &Context<'_, JobKey, Told>,
    network: Arc<LoadedNetwork>,
    photo: Arc<Photo>,
    muted: Muted,
) -> Result<Framed, ModelError> {
    let cancelled = || context.is_cancelled();
    let (trace, report) = network.run(&photo.prepared, Run::new().cancel_when(&cancelled))?;
    let muted = super::off::possible(&muted, &network.network);
    let muted = if muted.is_empty() {
        None
    } else {
        let resumed = interventions(Run::resume(&trace).cancel_when(&cancelled), &muted);
        let (_, silenced) = network.rerun(&trace, &report, resumed)?;
        Some((muted, Arc::new(silenced)))
    };
    Ok(Framed { run: Arc::new(ForwardRun { network, photo, trace, report: Arc::new(report) }), muted })
}
