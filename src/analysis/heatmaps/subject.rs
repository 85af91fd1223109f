//! A network and what it sees.

use std::collections::HashSet;

use candle_core::Tensor;

use crate::model::{GoogLeNet, ModelError, Muted, Planes, Run, Trace};

/// What conv1 receives for plain colours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Pixels of value 0.
    pub black: [f32; 3],
    /// The grey of the occluding patch.
    pub grey: [f32; 3],
}

/// A network and what it sees.  Cheap to clone but for the input.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The network.
    pub model: GoogLeNet,
    /// `[3, height, width]` as conv1 receives it.
    pub input: Planes,
    /// Channels that are 0 in every run.
    pub muted: Muted,
    /// What conv1 receives for black and grey.
    pub palette: Palette,
}

impl Subject {
    /// Runs `model` (this subject's, or one without training) on `values`, of the shape of [`Self::input`], as far as `needed`.
    pub(super) fn run(
        &self,
        model: &GoogLeNet,
        values: &[f32],
        needed: &HashSet<String>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Trace, ModelError> {
        let run = Run::new().only(needed.clone()).mute(&self.muted_among(needed)).cancel_when(cancelled);
        model.forward(&self.tensor(values)?, run)
    }

    fn tensor(&self, values: &[f32]) -> Result<Tensor, ModelError> {
        GoogLeNet::input_of_size(values, self.input.height, self.input.width)
    }

    /// What is muted of those activations.
    pub(super) fn muted_among(&self, needed: &HashSet<String>) -> Muted {
        let muted = self.muted.iter().filter(|(name, _)| needed.contains(*name));
        muted.map(|(name, channels)| (name.clone(), channels.clone())).collect()
    }
}
