//! What was found out about weights that their shapes cannot tell.

use crate::locale::text::{tr, tr_with};
use crate::weights::{Effect, Ground};

/// What a fact was taken from.
#[must_use]
pub fn ground_text(ground: Ground) -> String {
    tr(match ground {
        Ground::Said => "ground-said",
        Ground::Metadata => "ground-metadata",
        Ground::Hash => "ground-hash",
        Ground::Nodes => "ground-nodes",
        Ground::Caffe => "ground-caffe",
        Ground::Zoo => "ground-zoo",
        Ground::Topology => "ground-topology",
        Ground::ThirdBranch => "ground-third-branch",
        Ground::BatchNorm => "ground-batch-norm",
        Ground::Biases => "ground-biases",
        Ground::Folded => "ground-folded",
        Ground::Lrn => "ground-lrn",
        Ground::Usual => "ground-usual",
    })
}

/// What another value would change.
#[must_use]
pub fn effect_text(effect: Effect) -> String {
    tr(match effect {
        Effect::AfterPool1 => "effect-after-pool1",
        Effect::After4e => "effect-after-4e",
        Effect::Kernels { percent } => {
            let percent = format!("{percent:.1}");
            return tr_with("effect-kernels", &[("percent", &*percent)]);
        }
        Effect::RedAndBlue => "effect-red-and-blue",
        Effect::Size => "effect-size",
        Effect::Shift => "effect-shift",
        Effect::Spread => "effect-spread",
        Effect::Transform => "effect-transform",
        Effect::Border => "effect-border",
        Effect::Shape => "effect-shape",
        Effect::Edges => "effect-edges",
    })
}
