//! Class evidence, exact for GoogLeNet (Zhou et al. 2016): average pooling and the last layer are linear, so a logit is
//! the bias plus the mean of a map.

use std::sync::Arc;

use thiserror::Error;

use super::class_names;
use crate::model::{GoogLeNet, ModelError};
use crate::spec::Head;

/// The map behind one logit: `logit = bias + mean(map)`.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ClassEvidence {
    /// The class.
    pub class: usize,
    /// The logit that the network computed.
    pub logit: f32,
    /// The last layer's bias of that class.
    pub bias: f32,
    /// `E = sum_k w_ck A_k`, `[side, side]` row-major, unnormalised, may be negative.
    #[serde(with = "crate::wire::floats")]
    pub map: Vec<f32>,
    /// Height and width of the map: 7.
    pub side: usize,
}

impl ClassEvidence {
    /// Mean of the map: what the maps add to the bias.
    pub fn mean(&self) -> f64 {
        self.map.iter().map(|&value| f64::from(value)).sum::<f64>() / self.map.len() as f64
    }
}

impl ClassEvidence {
    /// Why this class and not that one: logit, bias and map of this minus those of `other`; `class` stays this one.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        let cells = self.map.iter().zip(&other.map);
        Self {
            class: self.class,
            logit: self.logit - other.logit,
            bias: self.bias - other.bias,
            map: cells.map(|(this, other)| this - other).collect(),
            side: self.side,
        }
    }

    /// What each cell adds to the logit, E / 49: with the bias they sum to it.
    pub fn shares(&self) -> Vec<f32> {
        let cells = self.map.len() as f32;
        self.map.iter().map(|value| value / cells).collect()
    }
}

/// The last layer, kept with a report so that evidence can be computed without the network.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Classifier {
    /// `[classes, channels]`, row-major.
    #[serde(with = "crate::wire::once")]
    pub weight: Arc<[f32]>,
    /// `[classes]`.
    #[serde(with = "crate::wire::once")]
    pub bias: Arc<[f32]>,
}

/// No class is meant by these words.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("No class is called {asked:?}; this network knows: {}{}.", known.join(", "), and_more(*more))]
pub struct UnknownClass {
    /// What was asked for.
    pub asked: String,
    /// The labels, the first of them when there are many.
    pub known: Vec<String>,
    /// How many labels there are beyond those.
    pub more: usize,
}

fn and_more(more: usize) -> String {
    match more {
        0 => String::new(),
        more => format!(" and {more} more"),
    }
}

/// How many labels [`UnknownClass`] names.
const NAMED: usize = 20;

/// The class meant by a label, English or Korean, without regard to case, or by an index.
///
/// # Errors
/// [`UnknownClass`] with the labels there are.
pub fn find_class(asked: &str, labels: &[String]) -> Result<usize, UnknownClass> {
    let wanted = asked.trim().to_lowercase();
    let by_label = labels.iter().position(|label| label.to_lowercase() == wanted);
    let in_korean = || {
        let is_meant = |label: &String| class_names::korean(label) == Some(&*wanted);
        labels.iter().position(is_meant)
    };
    let by_index = || wanted.parse().ok().filter(|&index: &usize| index < labels.len());
    by_label.or_else(in_korean).or_else(by_index).ok_or_else(|| UnknownClass {
        asked: asked.to_owned(),
        known: labels.iter().take(NAMED).cloned().collect(),
        more: labels.len().saturating_sub(NAMED),
    })
}

impl Classifier {
    /// That of a network, copied once.
    ///
    /// # Errors
    /// [`ModelError::UnknownName`] for a network without `fc`: none.
    pub fn of(model: &GoogLeNet) -> Result<Self, ModelError> {
        let name = Head::Main.logits_name();
        let last = model.linear(name).ok_or_else(|| ModelError::UnknownName { name: name.to_owned() })?;
        Ok(Self { weight: last.weight.flatten_all()?.to_vec1()?.into(), bias: last.bias.to_vec1()?.into() })
    }

    /// The weights of a class, `[channels]`, and its bias; `None` for a class it does not have.
    pub fn row(&self, class: usize) -> Option<(&[f32], f64)> {
        let bias = *self.bias.get(class)?;
        let channels = self.weight.len() / self.bias.len();
        Some((&self.weight[class * channels..][..channels], f64::from(bias)))
    }

    /// Evidence for `class` in the maps `[channels, side, side]` of the last module.
    pub fn evidence(&self, maps: &[f32], side: usize, class: usize, logit: f32) -> ClassEvidence {
        let area = side * side;
        let channels = maps.len() / area;
        let weight = &self.weight[class * channels..][..channels];
        let mut sums = vec![0.0_f64; area];
        for (map, &weight) in maps.chunks_exact(area).zip(weight) {
            for (sum, &value) in sums.iter_mut().zip(map) {
                *sum += f64::from(weight) * f64::from(value);
            }
        }
        ClassEvidence {
            class,
            logit,
            bias: self.bias[class],
            map: sums.into_iter().map(|sum| sum as f32).collect(),
            side,
        }
    }
}
