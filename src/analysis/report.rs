//! Everything about one run, immutable: what the window shows and the command line prints.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use candle_core::Tensor;
use rayon::prelude::*;

use super::evidence::{ClassEvidence, Classifier};
use super::prediction::Scores;
use super::statistics::Statistics;
use super::values::{Buffer, Values};
use crate::model::kernels::Products;
use crate::model::{self, Change, ModelError, Trace, Traced};
use crate::spec::{Head, Network, Shape};
use crate::wire::identity::next_id;

/// One traced activation.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Activation {
    /// `[C, H, W]` or `[C]`.
    pub shape: Shape,
    /// One entry a channel.
    pub statistics: Vec<Statistics>,
    /// Over all cells.
    pub whole: Statistics,
    buffer: Buffer,
    #[serde(with = "mean")]
    mean: OnceLock<Vec<f32>>,
}

/// The mean as it crosses to where the window is: nothing where nobody asked for it yet.
mod mean {
    use std::sync::OnceLock;

    use serde::{Deserializer, Serializer};

    use crate::wire::floats;

    pub fn serialize<S: Serializer>(mean: &OnceLock<Vec<f32>>, serializer: S) -> Result<S::Ok, S::Error> {
        floats::serialize(&mean.get().map_or(&[][..], Vec::as_slice), serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OnceLock<Vec<f32>>, D::Error> {
        let mean: Vec<f32> = floats::deserialize(deserializer)?;
        Ok(if mean.is_empty() { OnceLock::new() } else { mean.into() })
    }
}

impl Activation {
    /// The numbers stay where the trace has them.
    pub(super) fn new(shape: Shape, values: &model::Values) -> Result<Self, ModelError> {
        Ok(Self::of(shape, Buffer::of(values)?))
    }

    fn of(shape: Shape, buffer: Buffer) -> Self {
        let area = (shape.side() * shape.side()).max(1);
        let statistics = buffer.statistics(area);
        let whole = whole(&statistics);
        Self { shape, statistics, whole, buffer, mean: OnceLock::new() }
    }

    /// Whether the numbers are these very ones, in the same memory.
    pub fn holds(&self, values: &model::Values) -> bool {
        self.buffer.is(values)
    }

    /// What all channels have at one cell of their maps.
    pub fn across(&self, cell: usize) -> Vec<f32> {
        let area = self.shape.side() * self.shape.side();
        self.buffer.across(cell, area)
    }

    /// All numbers, `[C, H, W]` row-major or `[C]`; a copy where the run left maps in blocks: for one channel ask
    /// [`Self::channel`].
    pub fn values(&self) -> Values<'_> {
        self.buffer.values()
    }

    /// The cells of one channel, `[H, W]` row-major.
    pub fn channel(&self, channel: usize) -> Values<'_> {
        let area = self.shape.side() * self.shape.side();
        self.buffer.channel(channel, area)
    }

    /// As the tensor a layer takes: `[1, C, H, W]` or `[C]`.
    pub(super) fn tensor(&self) -> candle_core::Result<Tensor> {
        match self.shape {
            Shape::Map { channels, side } => self.buffer.tensor(&[1, channels, side, side]),
            Shape::Vector(length) => self.buffer.tensor(&[length]),
        }
    }

    /// Sums of products with another; `None` when the shapes differ.
    pub fn products(&self, other: &Self) -> Option<Products> {
        self.buffer.products(&other.buffer)
    }

    /// Mean over all channels, cell by cell: `[side * side]`.  Computed when it is first asked for.
    pub fn mean_map(&self) -> &[f32] {
        self.mean.get_or_init(|| self.buffer.mean_over_channels(self.shape.side() * self.shape.side()))
    }

    /// Cell by cell, this minus `other`; `None` when the shapes differ.
    pub fn minus(&self, other: &Self) -> Option<Self> {
        if self.shape != other.shape {
            return None;
        }
        let (a, b) = (self.values(), other.values());
        let differences = a.iter().zip(&*b).map(|(a, b)| a - b).collect();
        let buffer = Buffer::new(differences, self.shape).ok()?;
        Some(Self::of(self.shape, buffer))
    }

    /// Channels that stayed at 0.
    pub fn silent(&self) -> usize {
        self.statistics.iter().filter(|statistics| statistics.is_silent()).count()
    }
}

/// Statistics of all cells from those of equally large channels.
fn whole(channels: &[Statistics]) -> Statistics {
    let count = channels.len().max(1) as f64;
    let mean_of = |value: &dyn Fn(&Statistics) -> f64| channels.iter().map(value).sum::<f64>() / count;
    let mean = mean_of(&|channel| f64::from(channel.mean));
    let square = mean_of(&|channel| f64::from(channel.std).powi(2) + f64::from(channel.mean).powi(2));
    let fold = |first: f32, pick: fn(f32, f32) -> f32, value: fn(&Statistics) -> f32| {
        channels.iter().map(value).fold(first, pick)
    };
    Statistics {
        min: fold(f32::INFINITY, f32::min, |channel| channel.min),
        max: fold(f32::NEG_INFINITY, f32::max, |channel| channel.max),
        mean: mean as f32,
        std: (square - mean * mean).max(0.0).sqrt() as f32,
        zeros: mean_of(&|channel| f64::from(channel.zeros)) as f32,
    }
}

crate::wire::once::contents!(Network, Report);

impl crate::wire::once::Content for Activation {
    fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Whoever draws it needs the mean at once, and has less time than whoever computed the run.
        self.mean_map();
        serde::Serialize::serialize(self, serializer)
    }

    fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Arc<Self>, D::Error> {
        serde::Deserialize::deserialize(deserializer).map(Arc::new)
    }
}

/// The result of one run.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Report {
    /// Unlike that of any other report of this process: textures are keyed by it.
    pub id: u64,
    /// The network that ran.
    #[serde(with = "crate::wire::once")]
    pub network: Arc<Network>,
    /// Class names.
    #[serde(with = "crate::wire::once")]
    pub labels: Arc<[String]>,
    /// aux1, aux2 (where the weights have them), main.
    pub scores: Vec<Scores>,
    /// Wall time of each step, milliseconds, in the order of the network.
    pub durations_ms: Vec<(String, f64)>,
    /// Wall time of the forward pass, milliseconds.
    pub forward_ms: f64,
    #[serde(with = "crate::wire::once::map")]
    activations: HashMap<String, Arc<Activation>>,
    classifier: Classifier,
}

impl Report {
    /// Reads a trace; the numbers stay where it has them.  `base` is the report of the run that the trace resumed: what did not change is
    /// shared with it.
    ///
    /// # Errors
    /// [`ModelError::NotFinite`] when the weights drive an activation beyond all numbers.
    pub fn new(
        network: Arc<Network>,
        labels: Arc<[String]>,
        classifier: &Classifier,
        trace: &Trace,
        forward_ms: f64,
        base: Option<&Self>,
    ) -> Result<Self, ModelError> {
        let activations = trace
            .activations()
            .par_iter()
            .map(|traced| {
                let unknown = || ModelError::UnknownName { name: traced.name.clone() };
                let kept = base.filter(|_| !traced.computed && traced.change == Change::None);
                if let Some(activation) = kept.and_then(|base| base.activation(&traced.name)) {
                    return Ok((traced.name.clone(), activation.clone()));
                }
                let shape = network.layer(&traced.name).ok_or_else(unknown)?.output;
                let activation = Activation::new(shape, &traced.values)?;
                Ok((traced.name.clone(), Arc::new(activation)))
            })
            .collect::<Result<HashMap<_, _>, ModelError>>()?;
        let is_wrong = |name: &str| {
            let activation: Option<&Arc<Activation>> = activations.get(name);
            activation.is_some_and(|activation| !activation.whole.is_finite())
        };
        if let Some(traced) = trace.activations().iter().find(|traced| is_wrong(&traced.name)) {
            let name = traced.name.clone();
            return Err(ModelError::NotFinite { name });
        }
        Ok(Self {
            id: next_id(),
            scores: Scores::of(trace)?,
            durations_ms: trace.activations().iter().map(|traced| (traced.name.clone(), traced.duration_ms)).collect(),
            forward_ms,
            classifier: classifier.clone(),
            activations,
            network,
            labels,
        })
    }

    /// The activation of that name.
    pub fn activation(&self, name: &str) -> Option<&Arc<Activation>> {
        self.activations.get(name)
    }

    /// What a head says; `None` for an auxiliary head the weights do not have.
    pub fn head(&self, head: Head) -> Option<&Scores> {
        self.scores.iter().find(|scores| scores.head == head)
    }

    /// The main classifier's scores.
    pub fn main(&self) -> &Scores {
        self.head(Head::Main).expect("every network ends in `fc`, Report::new reads it")
    }

    /// The trace of a whole run, nothing in it changed, as it is told by its report: the same numbers in the same memory.
    pub fn trace(&self) -> Trace {
        let traced = |(name, duration_ms): &(String, f64)| {
            let values = self.activations.get(name)?.buffer.inner().clone();
            Some(Traced { name: name.clone(), values, duration_ms: *duration_ms, computed: true, change: Change::None })
        };
        self.durations_ms.iter().filter_map(traced).collect()
    }

    /// All activations in the order of the network, a module's together: what lies in the same memory lies in one of these.
    pub fn pieces(&self) -> impl Iterator<Item = Vec<Arc<Activation>>> {
        let module = |name: &String| name.split('.').next().unwrap_or_default().to_owned();
        let steps = self.durations_ms.chunk_by(move |(name, _), (next, _)| module(name) == module(next));
        steps.map(move |steps| steps.iter().filter_map(|(name, _)| self.activation(name).cloned()).collect())
    }

    /// Wall time of the step `name`, milliseconds.
    pub fn duration_ms(&self, name: &str) -> Option<f64> {
        self.durations_ms.iter().find(|(step, _)| step == name).map(|&(_, ms)| ms)
    }

    /// The last layer.
    pub fn classifier(&self) -> &Classifier {
        &self.classifier
    }

    /// The exact evidence for a class.
    pub fn evidence(&self, class: usize) -> Option<ClassEvidence> {
        let maps = self.activation("inception5b")?;
        let logit = *self.main().logits.get(class)?;
        Some(self.classifier.evidence(&maps.values(), maps.shape.side(), class, logit))
    }
}
