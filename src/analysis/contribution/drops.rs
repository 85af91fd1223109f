//! A contribution says what the logit would lose if it were linear all the way; switching the channels off says what it loses.

use std::collections::BTreeSet;

use super::LayerContribution;
use crate::analysis::heatmaps::Question;
use crate::model::{GoogLeNet, ModelError, Muted, Run, Trace};

/// What a logit loses when channels of a layer are switched off.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ChannelDrop {
    /// The layer.
    pub layer: String,
    /// Its channels that were switched off together.
    pub channels: BTreeSet<usize>,
    /// By the gradient: what they contribute.
    pub predicted: f64,
    /// Measured: the logit with them, less the logit without them.
    pub measured: f64,
}

/// Runs the network again from that layer on without these channels.
///
/// `trace` is the whole run that `layer` belongs to, `muted` what was off in it already.
///
/// # Errors
/// [`ModelError`]: cancelled, or a channel that the layer does not have.
pub fn drop(
    model: &GoogLeNet,
    trace: &Trace,
    muted: &Muted,
    question: Question,
    layer: &LayerContribution,
    channels: &BTreeSet<usize>,
    cancelled: &dyn Fn() -> bool,
) -> Result<ChannelDrop, ModelError> {
    let name = &layer.layer;
    let predicted = channels.iter().filter_map(|&channel| layer.channels.get(channel)).sum();
    let needed = model.needs(&question.objective())?;
    let mut off: Muted =
        muted.iter().filter(|(name, _)| needed.contains(*name)).map(|(n, c)| (n.clone(), c.clone())).collect();
    off.entry(name.clone()).or_default().extend(channels);
    let run = Run::resume(trace).only(needed).mute(&off).cancel_when(cancelled);
    let without = model.forward(&trace.input()?, run)?;
    let measured = layer.logit - question.logit(&without)?;
    Ok(ChannelDrop { layer: name.clone(), channels: channels.clone(), predicted, measured })
}
