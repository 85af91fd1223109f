//! What a run leaves behind: every activation under its name.

use std::collections::HashMap;

use candle_core::Tensor;

use super::error::ModelError;
use super::values::Values;

/// What interventions did to an activation.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Change {
    /// It is as computed.
    #[default]
    None,
    /// These channels are 0, the others as computed.
    Muted(Vec<usize>),
    /// It is something else.
    Other,
}

/// One activation of a run.
#[derive(Clone, Debug)]
pub struct Traced {
    /// Its name.
    pub name: String,
    /// Its numbers.
    pub values: Values,
    /// Wall time of the computation, milliseconds; of the base run where it was skipped.  Of steps that ran side by side, each
    /// one's share of their wall time.
    pub duration_ms: f64,
    /// Whether this run computed it, rather than take it from the run it resumed.
    pub computed: bool,
    /// What interventions did to it.
    pub change: Change,
}

impl Traced {
    /// `[1, C, H, W]` or `[N]`: the tensor itself, or a copy of the maps.
    ///
    /// # Errors
    /// candle cannot make a tensor.
    pub fn tensor(&self) -> candle_core::Result<Tensor> {
        self.values.tensor()
    }
}

/// All activations of a run, in the order of computation.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    activations: Vec<Traced>,
    index: HashMap<String, usize>,
}

impl Trace {
    /// All activations in order.
    pub fn activations(&self) -> &[Traced] {
        &self.activations
    }

    /// The activation of that name.
    pub fn get(&self, name: &str) -> Option<&Traced> {
        self.index.get(name).map(|&index| &self.activations[index])
    }

    /// What the network saw: the preprocessed photo, `[3, 224, 224]`.
    ///
    /// # Errors
    /// The trace was left without it.
    pub fn input(&self) -> Result<Tensor, ModelError> {
        let input = self.get("input").ok_or_else(|| ModelError::UnknownName { name: "input".to_owned() })?;
        Ok(input.tensor()?)
    }

    /// Sum of all durations, milliseconds.
    pub fn duration_ms(&self) -> f64 {
        self.activations.iter().map(|traced| traced.duration_ms).sum()
    }

    pub(super) fn push(&mut self, traced: Traced) {
        self.index.insert(traced.name.clone(), self.activations.len());
        self.activations.push(traced);
    }
}

impl FromIterator<Traced> for Trace {
    fn from_iter<I: IntoIterator<Item = Traced>>(activations: I) -> Self {
        let mut trace = Self::default();
        activations.into_iter().for_each(|traced| trace.push(traced));
        trace
    }
}
