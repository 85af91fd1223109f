//! Which number of the network is explained.

use crate::analysis::prediction::softmax;
use crate::model::{GoogLeNet, ModelError, Objective, ObjectiveError, Trace};
use crate::spec::Head;

/// Why this class? Or: why this class and not that one?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Question {
    /// Whose answer.
    pub head: Head,
    /// The class.
    pub class: usize,
    /// The class that it is held against, if any: then the logits' difference is explained.
    pub minus: Option<usize>,
}

impl Question {
    /// The logit, or the difference of two, as what a gradient is taken of.
    pub fn objective(self) -> Objective {
        let logit = |class| Objective::Logit { head: self.head, class };
        match self.minus {
            None => logit(self.class),
            Some(minus) => Objective::Weighted(vec![(logit(self.class), 1.0), (logit(minus), -1.0)]),
        }
    }

    /// Whether the network has that head and these classes.
    ///
    /// # Errors
    /// [`ModelError::UnknownName`], [`ObjectiveError::NoChannel`].
    pub fn check(self, model: &GoogLeNet) -> Result<(), ModelError> {
        let name = self.head.logits_name();
        let linear = model.linear(name).ok_or_else(|| ModelError::UnknownName { name: name.to_owned() })?;
        let channels = linear.bias.elem_count();
        match [Some(self.class), self.minus].into_iter().flatten().find(|&class| class >= channels) {
            Some(channel) => Err(ObjectiveError::NoChannel { name: name.to_owned(), channels, channel }.into()),
            None => Ok(()),
        }
    }

    /// The head's logits in a run.
    fn logits(self, trace: &Trace) -> Result<Vec<f32>, ModelError> {
        let name = self.head.logits_name();
        let traced = trace.get(name).ok_or_else(|| ModelError::UnknownName { name: name.to_owned() })?;
        Ok(traced.values.to_vec()?)
    }

    /// The logit in a run, or the difference of two.
    ///
    /// # Errors
    /// [`ModelError::UnknownName`] where the run did not come so far.
    ///
    /// # Panics
    /// For a class that [`Self::check`] refuses.
    pub fn logit(self, trace: &Trace) -> Result<f64, ModelError> {
        let logits = self.logits(trace)?;
        let of = |class: usize| f64::from(logits[class]);
        Ok(of(self.class) - self.minus.map_or(0.0, of))
    }

    /// How much the head believes, 0 to 1: the class's probability; between two classes, that of the one if it must be one of both.
    ///
    /// # Errors
    /// As [`Self::logit`].
    ///
    /// # Panics
    /// As [`Self::logit`].
    pub fn belief(self, trace: &Trace) -> Result<f64, ModelError> {
        let logits = self.logits(trace)?;
        let logits = match self.minus {
            None => logits,
            Some(minus) => vec![logits[self.class], logits[minus]],
        };
        let class = if self.minus.is_some() { 0 } else { self.class };
        Ok(f64::from(softmax(&logits)[class]))
    }
}
