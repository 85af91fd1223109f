//! How long each layer takes, honestly: the median of several runs.

use crate::model::Trace;

/// Runs after which timing ends.
pub const TIMED_RUNS: usize = 9;

/// Durations of every step over several runs.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Timings {
    /// Per layer, in the order of the network, one duration a run, milliseconds.
    durations_ms: Vec<Vec<f64>>,
}

impl Timings {
    /// Adds a run.
    pub fn add(&mut self, trace: &Trace) {
        let activations = trace.activations();
        self.durations_ms.resize_with(activations.len(), Vec::new);
        for (durations, traced) in self.durations_ms.iter_mut().zip(activations) {
            let at = durations.partition_point(|&duration| duration < traced.duration_ms);
            durations.insert(at, traced.duration_ms);
        }
    }

    /// How many runs it is the median of.
    pub fn runs(&self) -> usize {
        self.durations_ms.first().map_or(0, Vec::len)
    }

    /// Whether no more runs follow.
    pub fn is_complete(&self) -> bool {
        self.runs() >= TIMED_RUNS
    }

    /// Median of a layer, milliseconds; `layer` is an index into the network's layers.
    pub fn median_ms(&self, layer: usize) -> Option<f64> {
        let durations = self.durations_ms.get(layer)?;
        durations.get(durations.len() / 2).copied()
    }
}
