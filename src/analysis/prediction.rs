//! From logits to beliefs.

use std::cmp::Ordering;

use crate::model::Trace;
use crate::spec::Head;

/// One class as a head sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// Position of the class in the logits.
    pub index: usize,
    /// Its name.
    pub label: String,
    /// The score before softmax.
    pub logit: f32,
    /// The share after softmax over all classes, 0 to 1.
    pub probability: f32,
}

/// Powers of e beyond this are no numbers people could read.
const LARGEST_EXPONENT: f32 = 60.0;

/// Numerator and denominator of a softmax.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exponentials {
    /// Subtracted from every logit first: 0, or the largest logit where the powers would be too large to read.  It cancels.
    pub shift: f64,
    /// `e^(logit - shift)` of the class.
    pub power: f64,
    /// The sum of these powers over all classes.
    pub sum: f64,
}

/// What one head says about all classes.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Scores {
    /// Which head.
    pub head: Head,
    /// `[classes]`, before softmax.
    #[serde(with = "crate::wire::floats")]
    pub logits: Vec<f32>,
    /// `[classes]`, 0 to 1, sum 1.
    #[serde(with = "crate::wire::floats")]
    pub probabilities: Vec<f32>,
}

impl Scores {
    /// Softmax of `logits`.
    pub fn new(head: Head, logits: Vec<f32>) -> Self {
        let probabilities = softmax(&logits);
        Self { head, logits, probabilities }
    }

    /// aux1, aux2 (where the trace has them), main.
    ///
    /// # Errors
    /// candle's, for logits that are no vector.
    pub fn of(trace: &Trace) -> candle_core::Result<Vec<Self>> {
        let logits = Head::ALL.into_iter().filter_map(|head| Some((head, trace.get(head.logits_name())?)));
        logits.map(|(head, logits)| Ok(Self::new(head, logits.values.to_vec()?))).collect()
    }

    /// The `count` most probable classes, best first; equal ones in the order of the labels.
    pub fn top(&self, count: usize, labels: &[String]) -> Vec<Prediction> {
        let mut order: Vec<usize> = (0..self.logits.len()).collect();
        order.sort_by(|&a, &b| self.logits[b].total_cmp(&self.logits[a]));
        order
            .into_iter()
            .take(count)
            .map(|index| Prediction {
                index,
                label: labels[index].clone(),
                logit: self.logits[index],
                probability: self.probabilities[index],
            })
            .collect()
    }

    /// The place of a class, 1 for the most probable; equal ones in the order of the labels.  `None` for a class the head
    /// does not have.
    pub fn rank(&self, class: usize) -> Option<usize> {
        let own = *self.logits.get(class)?;
        let is_before = |(index, logit): (usize, &f32)| match logit.total_cmp(&own) {
            Ordering::Greater => true,
            Ordering::Equal => index < class,
            Ordering::Less => false,
        };
        let logits = self.logits.iter().enumerate();
        Some(1 + logits.filter(|&pair| is_before(pair)).count())
    }

    /// How undecided the head is, in bits: 0 for one certain class, log2 of the number of classes for all alike.
    pub fn entropy_bits(&self) -> f64 {
        let bits = |&share: &f32| match f64::from(share) {
            share if share > 0.0 => -share * share.log2(),
            _ => 0.0,
        };
        self.probabilities.iter().map(bits).sum()
    }

    /// Cross-entropy if `class` is the true one: `-ln(probability)`.  `None` for a class the head does not have.
    pub fn loss(&self, class: usize) -> Option<f64> {
        let powers = self.exponentials(class)?;
        let own = f64::from(self.logits[class]) - powers.shift;
        // Less than nothing is a rounding error.
        Some((powers.sum.ln() - own).max(0.0))
    }

    /// Softmax of a class as people write it: its power of e, and the sum over all classes.  `None` for a class the head
    /// does not have.
    pub fn exponentials(&self, class: usize) -> Option<Exponentials> {
        let own = f64::from(*self.logits.get(class)?);
        let largest = self.logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let shift = if largest.abs() > LARGEST_EXPONENT { f64::from(largest) } else { 0.0 };
        let powers = self.logits.iter().map(|&logit| (f64::from(logit) - shift).exp());
        Some(Exponentials { shift, power: (own - shift).exp(), sum: powers.sum() })
    }

    /// The most probable class; the first of equals.
    pub fn best(&self) -> usize {
        (0..self.logits.len())
            .reduce(|best, index| if self.logits[index] > self.logits[best] { index } else { best })
            .unwrap_or(0)
    }
}

/// `exp(x - max) / sum`, in f64 so that small probabilities keep their digits.
pub fn softmax(logits: &[f32]) -> Vec<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f64> = logits.iter().map(|&logit| f64::from(logit - max).exp()).collect();
    let sum: f64 = powers.iter().sum();
    powers.into_iter().map(|power| (power / sum) as f32).collect()
}
