//! What a person moved among kernels.

use crate::analysis::Kernels;
use crate::imaging::Range;

/// What was worked out about the kernels in view.
#[derive(Default)]
pub struct KernelScene {
    /// Absolute weight at the ends of the colours, for the kernels of that id.
    largest: Option<(u64, f32)>,
}

impl KernelScene {
    pub(super) fn largest(&mut self, kernels: &Kernels) -> f32 {
        match self.largest {
            Some((made, largest)) if made == kernels.id => largest,
            _ => {
                let sizes: Vec<f32> = kernels.weights.iter().map(|weight| weight.abs()).collect();
                let largest = Range::shared(&sizes).max();
                self.largest = Some((kernels.id, largest));
                largest
            }
        }
    }
}
