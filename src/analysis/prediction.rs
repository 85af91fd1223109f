//! From logits to beliefs.

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

/// What one head says about all classes.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// Which head.
    pub head: Head,
    /// `[classes]`, before softmax.
    pub logits: Vec<f32>,
    /// `[classes]`, 0 to 1, sum 1.
    pub probabilities: Vec<f32>,
}

impl Scores {
    /// Softmax of `logits`.
    pub fn new(head: Head, logits: Vec<f32>) -> Self {
        let probabilities = softmax(&logits);
        Self {
            head,
            logits,
            probabilities,
        }
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

    /// Place of a class among all, 1 for the most probable; equal ones in the order of the labels.
    pub fn rank(&self, class: usize) -> usize {
        let logit = self.logits[class];
        let is_before =
            |(index, &other): (usize, &f32)| other > logit || (other == logit && index < class);
        1 + self
            .logits
            .iter()
            .enumerate()
            .filter(|&pair| is_before(pair))
            .count()
    }

    /// How undecided the head is: `-sum p log2 p`, bits, 0 to log2 of the number of classes.
    pub fn entropy_bits(&self) -> f64 {
        let shares = self.probabilities.iter().map(|&share| f64::from(share));
        shares
            .filter(|&share| share > 0.0)
            .map(|share| -share * share.log2())
            .sum()
    }

    /// Cross-entropy with `class` taken for true: `-ln p`, computed from the logits, so that it stays finite.
    pub fn loss(&self, class: usize) -> f64 {
        let max = self
            .logits
            .iter()
            .copied()
            .fold(f32::NEG_INFINITY, f32::max);
        let powers = self.logits.iter();
        let sum: f64 = powers.map(|&logit| f64::from(logit - max).exp()).sum();
        sum.ln() - f64::from(self.logits[class] - max)
    }

    /// The most probable class; the first of equals.
    pub fn best(&self) -> usize {
        (0..self.logits.len())
            .reduce(|best, index| {
                if self.logits[index] > self.logits[best] {
                    index
                } else {
                    best
                }
            })
            .unwrap_or(0)
    }
}

/// `exp(x - max) / sum`, in f64 so that small probabilities keep their digits.
pub fn softmax(logits: &[f32]) -> Vec<f32> {
    let max = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f64> = logits
        .iter()
        .map(|&logit| f64::from(logit - max).exp())
        .collect();
    let sum: f64 = powers.iter().sum();
    powers
        .into_iter()
        .map(|power| (power / sum) as f32)
        .collect()
}
