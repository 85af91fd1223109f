//! A frame of a moving source runs: as a photo does, but it tells nothing on its way, and what is switched off is off at once.

use std::sync::Arc;

use image::imageops;

use super::RequestId;
use super::edit::run_quietly;
use super::error::UserError;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::order::Order;
use super::orders::FrameOrder;
use super::origin::Origin;
use super::photo::Photo;
use super::results::Framed;
use super::steps::JobContext;

impl Engine {
    /// Runs the network on a frame, in place of the photo that is being run.
    pub fn open_frame(&self, order: FrameOrder) -> RequestId {
        self.cancel(&JobKey::Timings);
        self.submit(Order::Frame(Box::new(order)))
    }
}

pub(super) fn run(context: &JobContext<'_>, order: FrameOrder) {
    let framed = framed(context, order);
    context.send(framed.map(|framed| Event::Framed(Arc::new(framed))));
}

fn framed(context: &JobContext<'_>, order: FrameOrder) -> Result<Framed, UserError> {
    let FrameOrder { network, name, pixels, is_mirrored, fit, muted } = order;
    let pixels = if is_mirrored { Arc::new(imageops::flip_horizontal(&*pixels)) } else { pixels };
    let fit = fit.unwrap_or_else(|| network.own_fit());
    let photo = Arc::new(Photo::new(name, Origin::Pixels(pixels), fit, &network)?);
    let muted = super::off::possible(&muted, &network.network);
    let (run, muted) = run_quietly(context, network, photo, muted).map_err(UserError::new)?;
    Ok(Framed { run, muted })
}
