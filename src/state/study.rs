//! What the classifiers view is asked: which class is explained, and which is taken for true.

use std::sync::Arc;

use crate::analysis::{GradientCurve, Initialisation, Spread, Temperature};

/// The question behind the evidence.  Indices are those of the logits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Study {
    /// The class that is explained; `None`: the one the main classifier predicts, whatever it is.
    pub class: Option<usize>,
    /// The class it is held against: "why this and not that?"; `None`: the class by itself.
    pub minus: Option<usize>,
    /// The layer whose channels share the logit out.
    pub attributed: AttributedLayer,
    /// What the photo really shows, where a person has said so: for the training loss.
    pub true_label: Option<usize>,
    /// At which the heads' cards say how sure they are; the network itself has 1.
    pub temperature: Temperature,
}

impl Study {
    /// Forgets classes that the network does not have.
    pub(crate) fn keep_below(&mut self, classes: usize) {
        for class in [&mut self.class, &mut self.minus, &mut self.true_label] {
            *class = class.filter(|&class| class < classes);
        }
    }
}

/// The layer whose channels share a logit out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum AttributedLayer {
    /// The last maps: weight times average, exact.
    #[default]
    Last,
    /// Module 4d, three modules earlier: activation times gradient.
    Module4d,
}

impl AttributedLayer {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Last, Self::Module4d];

    /// Name of the activation.
    pub fn layer_name(self) -> &'static str {
        match self {
            Self::Last => "inception5b",
            Self::Module4d => "inception4d",
        }
    }
}

/// Gradients along the network, as far as they are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradients {
    /// Seed of the fresh weights.
    pub seed: u64,
    /// The class taken for true, and the report of the photo, that the curves belong to.
    pub of: Option<(u64, usize)>,
    /// Curves that are there, in the order of [`Initialisation::ALL`].
    pub curves: Vec<Arc<GradientCurve>>,
    /// Whether more are on their way.
    pub is_running: bool,
    /// How widely Gaussian weights are to be spread.
    pub spread: Spread,
    /// Curves of Gaussian weights that are there, for the same photo, class and seed.
    pub gaussian: Vec<Arc<GradientCurve>>,
}

impl Default for Gradients {
    fn default() -> Self {
        Self { seed: 1, of: None, curves: Vec::new(), is_running: false, spread: Spread::USUAL, gaussian: Vec::new() }
    }
}

impl Gradients {
    /// Whether all curves are there.
    pub fn is_complete(&self) -> bool {
        self.curves.len() == Initialisation::ALL.len()
    }

    /// The curve of Gaussian weights of that spread, once there.
    pub fn of_spread(&self, spread: Spread) -> Option<&Arc<GradientCurve>> {
        self.gaussian.iter().find(|curve| curve.initialisation == Initialisation::Gaussian(spread))
    }

    pub(crate) fn take(&mut self, curve: Arc<GradientCurve>) {
        match curve.initialisation {
            Initialisation::Loaded | Initialisation::Fresh | Initialisation::FreshBatchNorm => self.curves.push(curve),
            Initialisation::Gaussian(spread) if self.of_spread(spread).is_none() => self.gaussian.push(curve),
            Initialisation::Gaussian(_) => {}
        }
    }
}
