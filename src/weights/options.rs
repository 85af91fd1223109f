//! What a person says about a weights file, in place of what the file seems to be.

use serde::{Deserialize, Serialize};

use super::FilesBeside;
use super::finding::{Fact, Ground};
use super::known::Known;
use crate::spec::{ChannelOrder, INPUT_SIDE, InputRange, PhotoFit, Resample, Topology};

/// Short sides a photo may be resized to, pixels.
pub const SHORT_SIDES: std::ops::RangeInclusive<u32> = INPUT_SIDE as u32..=1024;

/// A mean above this is one of pixels of 0 to 255.
const LARGEST_MEAN_OF_ONE: f32 = 1.0;

/// Said beside the file; by default nothing.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct LoadOptions {
    /// What the weights are.
    pub topology: Option<Topology>,
    /// What their shapes cannot tell.
    pub said: Said,
    /// Class names.
    pub labels: Option<LabelsFile>,
    /// What in the file the network is under: a key of a checkpoint, a module.
    pub key: Option<String>,
    /// Files the weights file keeps its numbers in, as far as they were found.
    pub beside: FilesBeside,
}

/// What a person says about facts that shapes cannot tell; `None` where nothing was said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// Whether there is local response normalisation.
    pub lrn: Option<bool>,
    /// Kernel of the pool after 4e, 2 or 3.
    pub pool4: Option<usize>,
    /// What batch normalisation adds to a variance, above 0.
    pub bn_epsilon: Option<f32>,
    /// Order of the colours.
    pub order: Option<ChannelOrder>,
    /// Which numbers the pixels are.
    pub input_range: Option<InputRange>,
    /// What is subtracted, in that order and on that range.
    pub mean: Option<[f32; 3]>,
    /// What is divided by, above 0.
    pub std: Option<[f32; 3]>,
    /// Whether torchvision's `transform_input` is on.
    pub transform_input: Option<bool>,
    /// To which the photo is resized, pixels, 224 to 1024.
    pub short_side: Option<u32>,
    /// How the photo becomes square.
    pub fit: Option<PhotoFit>,
    /// How it is resized.
    pub resample: Option<Resample>,
}

impl Said {
    /// Whether nothing was said.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// This, and where it says nothing, what was said before.
    #[must_use]
    pub fn or(self, before: Self) -> Self {
        // A mean belongs to an order and a range, a deviation to a range.
        let mut before = before;
        if self.order.is_some_and(|order| before.order != Some(order)) {
            before.mean = before.mean.map(reversed);
            before.std = before.std.map(reversed);
        }
        if self.input_range.is_some_and(|range| before.input_range != Some(range)) {
            (before.mean, before.std) = (None, None);
        }
        Self {
            lrn: self.lrn.or(before.lrn),
            pool4: self.pool4.or(before.pool4),
            bn_epsilon: self.bn_epsilon.or(before.bn_epsilon),
            order: self.order.or(before.order),
            input_range: self.input_range.or(before.input_range),
            mean: self.mean.or(before.mean),
            std: self.std.or(before.std),
            transform_input: self.transform_input.or(before.transform_input),
            short_side: self.short_side.or(before.short_side),
            fit: self.fit.or(before.fit),
            resample: self.resample.or(before.resample),
        }
    }

    /// A topology with what was said in place of its own facts.
    #[must_use]
    pub fn applied_to(&self, topology: Topology) -> Topology {
        let mut known = Known::all(topology, Ground::Topology);
        self.tell(&mut known);
        known.topology
    }

    /// Puts what was said in place of what is known.
    pub(super) fn tell(&self, known: &mut Known) {
        let ground = Ground::Said;
        if let Some(on) = self.lrn {
            known.learn_lrn(on, ground);
        }
        if let Some(kernel) = self.pool4 {
            known.learn_pool4(kernel, ground);
        }
        if let Some(epsilon) = self.bn_epsilon {
            known.learn_epsilon(epsilon, ground);
        }
        if let Some(order) = self.order {
            known.learn_order(order, ground);
        }
        match (self.input_range, self.mean) {
            (Some(range), _) => known.learn_range(range, ground),
            (None, Some(mean)) if mean.iter().any(|&value| value > LARGEST_MEAN_OF_ONE) => {
                known.learn_range(InputRange::Bytes, Ground::Usual);
            }
            (None, _) => {}
        }
        if let Some(mean) = self.mean {
            known.learn_mean(mean, ground);
        }
        if let Some(std) = self.std {
            known.learn_std(std, ground);
        }
        if let Some(on) = self.transform_input {
            known.learn_transform(on, ground);
        }
        let input = &mut known.topology.preprocessing;
        input.resize_short_side = self.short_side.unwrap_or(input.resize_short_side);
        input.fit = self.fit.unwrap_or(input.fit);
        input.resample = self.resample.unwrap_or(input.resample);
        let said = [
            (Fact::ShortSide, self.short_side.is_some()),
            (Fact::Fit, self.fit.is_some()),
            (Fact::Resample, self.resample.is_some()),
        ];
        for (fact, _) in said.into_iter().filter(|(_, is_said)| *is_said) {
            known.sure(fact, ground);
        }
    }
}

fn reversed([first, second, third]: [f32; 3]) -> [f32; 3] {
    [third, second, first]
}

/// A file of class names, UTF-8, not yet looked at: one a line, or JSON.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum LabelsFile {
    /// Named by the person: goes before what the weights file says.
    Given(Vec<u8>),
    /// Found beside the weights file (`NAME.labels.txt`): only where that says nothing.
    Beside(Vec<u8>),
    /// Found in the same folder under names that many files have (`labels.txt`, `class_indices.json`): the first that fits,
    /// and only where the weights file says nothing.
    Near(Vec<(String, Vec<u8>)>),
}

impl From<Option<Topology>> for LoadOptions {
    fn from(topology: Option<Topology>) -> Self {
        Self { topology, ..Self::default() }
    }
}

/// Whether a pool of that size may stand after 4e.
pub const fn is_pool4(kernel: usize) -> bool {
    matches!(kernel, 2 | 3)
}

/// Whether that may be added to a variance.
pub fn is_epsilon(value: f32) -> bool {
    value > 0.0 && value <= 1.0
}

/// Whether that may be subtracted.
pub fn is_mean(values: [f32; 3]) -> bool {
    values.iter().all(|value| value.is_finite())
}

/// Whether that may be divided by.
pub fn is_std(values: [f32; 3]) -> bool {
    values.iter().all(|value| value.is_finite() && *value > 0.0)
}
