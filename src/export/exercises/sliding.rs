//! What follows from a sliding window: output shapes, padding, receptive fields.

use super::working::{cost, macs_working, params_working, weights};
use super::{Asked, Question, Slip};
use crate::spec::{ReceptiveField, Rounding, Shape, Step, Window, chain};

/// `filters` filters on `channels`×`side`×`side`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convolution {
    /// Channels of the input.
    pub channels: usize,
    /// Side of the input, cells.
    pub side: usize,
    /// Filters.
    pub filters: usize,
    /// Kernel, stride, padding.
    pub window: Window,
}

impl Convolution {
    pub(super) fn questions(&self) -> Vec<Question> {
        let window = self.window;
        let layers = self.layers(self.channels);
        let whole = cost(&layers);
        let side = |window: Window| window.output_side(self.side) as u64;
        let Window { kernel, stride, padding, .. } = window;
        let once = (self.side + padding - kernel) / stride + 1;
        let of_kernel = cost(&self.layers(1)).params as u64;
        vec![
            Question::new(
                Asked::Side,
                side(window),
                format!("⌊({} + 2·{padding} − {kernel}) / {stride}⌋ + 1", self.side),
            )
            .or(Slip::PaddingForgotten, side(Window { padding: 0, ..window }))
            .or(Slip::PaddingOnce, once as u64)
            .or(Slip::RoundedUp, side(Window { rounding: Rounding::Up, ..window })),
            Question::new(Asked::Params, whole.params as u64, params_working(&layers))
                .or(Slip::BiasForgotten, weights(&layers))
                .or(Slip::InputChannelsForgotten, of_kernel),
            Question::new(Asked::Macs, whole.macs, macs_working(&layers))
                .or(Slip::InputPositions, weights(&layers) * (self.side * self.side) as u64)
                .or(Slip::PositionsForgotten, weights(&layers))
                .or(Slip::InputChannelsForgotten, cost(&self.layers(1)).macs)
                .or(Slip::AdditionsCounted, 2 * whole.macs),
        ]
    }

    /// The convolution on an input of so many channels.
    fn layers(&self, channels: usize) -> Vec<crate::spec::Layer> {
        let step = Step::Conv { window: self.window, channels: self.filters };
        chain(Shape::Map { channels, side: self.side }, &[step])[1..].to_vec()
    }
}

/// Padding for a kernel, and what happens without; then a max pool as GoogLeNet has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Padding {
    /// Side of the input, cells.
    pub side: usize,
    /// Side of the kernel, odd; its stride is 1.
    pub kernel: usize,
    /// How many such convolutions follow one another.
    pub layers: usize,
}

impl Padding {
    /// The max pool between GoogLeNet's stages: 3×3, stride 2, rounding up.
    const POOL: Window = Window::pool(3, 2, 0);

    pub(super) fn questions(&self) -> Vec<Question> {
        let Self { side, kernel, layers } = *self;
        let keeps = |padding: &usize| Window::conv(kernel, 1, *padding).output_side(side) == side;
        let padding = (0..kernel).find(keeps).unwrap_or_default();
        let unpadded = Window::conv(kernel, 1, 0);
        let shrunk = (0..layers).fold(side, |side, _| unpadded.output_side(side));
        let pooled = Self::POOL.output_side(side);
        let down = Window { rounding: Rounding::Down, ..Self::POOL };
        vec![
            Question::new(Asked::Padding, padding as u64, format!("({kernel} − 1) / 2"))
                .or(Slip::PaddingOfBoth, 2 * padding as u64),
            Question::new(Asked::UnpaddedSide, shrunk as u64, format!("{side} − {layers}·({kernel} − 1)"))
                .or(Slip::OneLayer, unpadded.output_side(side) as u64)
                .or(Slip::OneBorder, (side - (side - shrunk) / 2) as u64),
            Question::new(Asked::PooledSide, pooled as u64, format!("⌈({side} − 3) / 2⌉ + 1"))
                .or(Slip::RoundedDown, down.output_side(side) as u64),
        ]
    }
}

/// Layers in a row, and what a cell after them sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Convolutions and pools, at least two.
    pub steps: Vec<Step>,
}

impl Field {
    /// The windows in their order.
    pub fn windows(&self) -> Vec<Window> {
        let window = |step: &Step| match step {
            Step::Conv { window, .. } | Step::MaxPool(window) => *window,
        };
        self.steps.iter().map(window).collect()
    }

    pub(super) fn questions(&self) -> Vec<Question> {
        let windows = self.windows();
        let after = |windows: &[Window]| windows.iter().fold(ReceptiveField::PIXEL, |field, &next| field.then(next));
        let field = after(&windows);
        let mut terms = vec!["1".to_owned()];
        for (index, window) in windows.iter().enumerate() {
            terms.push(match after(&windows[..index]).stride {
                1 => format!("({} − 1)", window.kernel),
                stride => format!("({} − 1)·{stride}", window.kernel),
            });
        }
        let slid: Vec<Window> = windows.iter().map(|window| Window { stride: 1, ..*window }).collect();
        let kernels: usize = windows.iter().map(|window| window.kernel).sum();
        let strides: Vec<String> = windows.iter().map(|window| window.stride.to_string()).collect();
        let added: usize = windows.iter().map(|window| window.stride).sum();
        vec![
            Question::new(Asked::Field, field.size as u64, terms.join(" + "))
                .or(Slip::StridesForgotten, after(&slid).size as u64)
                .or(Slip::KernelsAdded, kernels as u64),
            Question::new(Asked::FieldStep, field.stride as u64, strides.join("·"))
                .or(Slip::StridesAdded, added as u64),
        ]
    }
}
