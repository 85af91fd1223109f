//! A k×k convolution with a 1×1 before it that reduces the channels, and without.

use super::working::{cost, macs_working, params_working, weights, weights_working};
use super::{Asked, Question, Slip};
use crate::spec::{Layer, Shape, Step, Window, chain};

/// `input` channels, reduced to `reduced` by a 1×1, then `filters` filters of `kernel`×`kernel` that keep the side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reduction {
    /// Side of the maps, cells.
    pub side: usize,
    /// Channels before the reduction.
    pub input: usize,
    /// Channels after it.
    pub reduced: usize,
    /// Filters of the large kernel.
    pub filters: usize,
    /// Side of the large kernel, odd.
    pub kernel: usize,
}

impl Reduction {
    /// 192 → 96 → 128 with 3×3: module 3a's second branch.
    pub const PRESET: Self = Self { side: 28, input: 192, reduced: 96, filters: 128, kernel: 3 };

    /// The layers with the reduction, and without.
    pub(super) fn layers(&self) -> [Vec<Layer>; 2] {
        let input = Shape::Map { channels: self.input, side: self.side };
        let reduce = Step::Conv { window: Window::conv(1, 1, 0), channels: self.reduced };
        let large = Step::Conv { window: Window::conv(self.kernel, 1, (self.kernel - 1) / 2), channels: self.filters };
        [chain(input, &[reduce, large]), chain(input, &[large])].map(|layers| layers[1..].to_vec())
    }

    pub(super) fn questions(&self) -> Vec<Question> {
        let [reduced, direct] = self.layers();
        let (first, large) = reduced.split_at(1);
        let before = [first, &direct].concat();
        let params = |layers: &[Layer]| cost(layers).params as u64;
        let macs = |layers: &[Layer]| cost(layers).macs;
        vec![
            Question::new(Asked::ReducedWeights, weights(&reduced), weights_working(&reduced))
                .or(Slip::ReductionForgotten, weights(large))
                .or(Slip::ChannelsBefore, weights(&before))
                .or(Slip::BiasCounted, params(&reduced)),
            Question::new(Asked::DirectWeights, weights(&direct), weights_working(&direct))
                .or(Slip::ChannelsAfter, weights(large))
                .or(Slip::BiasCounted, params(&direct)),
            Question::new(Asked::ReducedParams, params(&reduced), params_working(&reduced))
                .or(Slip::BiasForgotten, weights(&reduced))
                .or(Slip::ReductionForgotten, params(large))
                .or(Slip::ChannelsBefore, params(&before)),
            Question::new(Asked::ReducedMacs, macs(&reduced), macs_working(&reduced))
                .or(Slip::ReductionForgotten, macs(large))
                .or(Slip::ChannelsBefore, macs(&before))
                .or(Slip::PositionsForgotten, weights(&reduced))
                .or(Slip::AdditionsCounted, 2 * macs(&reduced)),
            Question::new(Asked::DirectMacs, macs(&direct), macs_working(&direct))
                .or(Slip::ChannelsAfter, macs(large))
                .or(Slip::PositionsForgotten, weights(&direct))
                .or(Slip::AdditionsCounted, 2 * macs(&direct)),
        ]
    }
}
