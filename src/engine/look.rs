//! One photo looked at for itself, beside the one on screen: what the main head says, and what could help to guess it.

use std::sync::Arc;

use super::error::UserError;
use super::event::Event;
use super::lens::Engine;
use super::order::Order;
use super::origin::Origin;
use super::photo::Photo;
use super::pipeline::LoadedNetwork;
use super::results::Looked;
use super::source::PhotoSource;
use super::steps::JobContext;
use crate::model::Run;

/// The layer whose channels are shown.
const LAYER: &str = "inception5b";
/// How many of them.
const CHANNELS: usize = 9;

impl Engine {
    /// Runs a photo that stays beside the others; `number` comes back with what is found.
    pub fn look(&self, network: Arc<LoadedNetwork>, source: PhotoSource, number: u64) {
        self.submit(Order::Look { network, source, number });
    }
}

pub(super) fn look(context: &JobContext<'_>, network: &Arc<LoadedNetwork>, source: PhotoSource, number: u64) {
    let looked = looked(network, source, number, &|| context.is_cancelled());
    context.send(looked.map(|looked| Event::Looked(Arc::new(looked))));
}

fn looked(
    network: &Arc<LoadedNetwork>,
    source: PhotoSource,
    number: u64,
    cancelled: &dyn Fn() -> bool,
) -> Result<Looked, UserError> {
    let (name, origin) = match source {
        PhotoSource::File { name, read } => (name, Origin::Encoded(read()?.into())),
        PhotoSource::Ready { name, origin } => (name, origin),
    };
    let photo = Photo::new(name, origin, network.own_fit(), network)?;
    let (_, report) = network.run(&photo.prepared, Run::new().cancel_when(cancelled)).map_err(UserError::new)?;
    let scores = report.main().clone();
    let evidence = report.evidence(scores.best());
    let activation = report.activation(LAYER);
    let mut channels: Vec<usize> =
        (0..activation.as_ref().map_or(0, |activation| activation.statistics.len())).collect();
    if let Some(activation) = &activation {
        let mean = |channel: usize| activation.statistics[channel].mean;
        channels.sort_by(|&one, &other| mean(other).total_cmp(&mean(one)));
    }
    channels.truncate(CHANNELS);
    let maps =
        channels.into_iter().filter_map(|channel| Some((channel, activation.as_ref()?.channel(channel).to_vec())));
    Ok(Looked { number, pixels: Arc::new(photo.prepared.pixels), scores, evidence, channels: maps.collect() })
}
