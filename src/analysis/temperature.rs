//! Softmax at a temperature: logits are divided by it before.  The order of the classes stays, the certainty does not
//! (Hinton et al. 2015, Distilling the Knowledge in a Neural Network; calibration: Guo et al. 2017, arXiv 1706.04599).

use super::prediction::{Scores, softmax};

/// Parts of 1 in which temperatures are kept.
const PARTS: f32 = 100.0;
/// Rounds of the search: a golden section each, far finer than a part.
const ROUNDS: usize = 40;

/// A temperature, 0.2 to 5, in whole hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Temperature(u16);

impl Default for Temperature {
    fn default() -> Self {
        Self::ONE
    }
}

impl Temperature {
    /// As the network was trained.
    pub const ONE: Self = Self(100);
    /// The lowest and the highest.
    pub const ENDS: [f32; 2] = [0.2, 5.0];

    /// The nearest there is.
    pub fn new(value: f32) -> Self {
        let [low, high] = Self::ENDS;
        Self((value.clamp(low, high) * PARTS).round() as u16)
    }

    /// As a number.
    pub fn value(self) -> f32 {
        f32::from(self.0) / PARTS
    }
}

impl Scores {
    /// The same logits, with the probabilities of their softmax at a temperature.
    #[must_use]
    pub fn at(&self, temperature: Temperature) -> Self {
        if temperature == Temperature::ONE {
            return self.clone();
        }
        let divided: Vec<f32> = self.logits.iter().map(|logit| logit / temperature.value()).collect();
        Self { head: self.head, logits: self.logits.clone(), probabilities: softmax(&divided) }
    }
}

/// The temperature at which photos of known classes are answered as surely as they are rightly: their mean negative
/// log-likelihood is least.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Calibration {
    /// Between [`Temperature::ENDS`].
    pub temperature: Temperature,
    /// Mean negative log-likelihood of the true classes at temperature 1, and at that one; nats.
    pub losses: [f64; 2],
    /// Expected calibration error at temperature 1, and at that one, 0 to 1: |share right - mean probability| in each of [`BINS`] bins,
    /// weighted by its photos (Guo et al.).
    pub errors: [f64; 2],
    /// Photos behind it.
    pub photos: usize,
}

/// Bins of equal width from 0 to 1 in which probabilities are counted; one on a border belongs to the lower one.
pub const BINS: usize = 15;

/// The bin (i / 15, (i + 1) / 15] that a probability lies in.
pub fn bin_of(probability: f64) -> usize {
    let above = (1..BINS).take_while(|&border| probability > border as f64 / BINS as f64);
    above.count()
}

impl Calibration {
    /// Of logits and the true class of each photo; `None` without photos.
    pub fn of(photos: &[(Vec<f32>, usize)]) -> Option<Self> {
        if photos.is_empty() {
            return None;
        }
        // The loss has one valley in 1 / T, and so along log T (Guo et al.).
        let [mut low, mut high] = Temperature::ENDS.map(|end| f64::from(end).ln());
        let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
        let at = |place: f64| loss(photos, place.exp());
        let [mut left, mut right] = [high - golden * (high - low), low + golden * (high - low)];
        let [mut at_left, mut at_right] = [at(left), at(right)];
        for _ in 0..ROUNDS {
            if at_left < at_right {
                (high, right, at_right) = (right, left, at_left);
                left = high - golden * (high - low);
                at_left = at(left);
            } else {
                (low, left, at_left) = (left, right, at_right);
                right = low + golden * (high - low);
                at_right = at(right);
            }
        }
        let temperature = Temperature::new((0.5 * (low + high)).exp() as f32);
        let both = [Temperature::ONE, temperature].map(|temperature| f64::from(temperature.value()));
        let losses = both.map(|temperature| loss(photos, temperature));
        let errors = both.map(|temperature| error(photos, temperature));
        Some(Self { temperature, losses, errors, photos: photos.len() })
    }
}

/// Expected calibration error of the answers.
fn error(photos: &[(Vec<f32>, usize)], temperature: f64) -> f64 {
    let mut bins = [(0.0, 0.0); BINS];
    for (logits, class) in photos {
        let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let powers = logits.iter().map(|&logit| (f64::from(logit - largest) / temperature).exp());
        let probability = 1.0 / powers.sum::<f64>();
        let answer = logits.iter().position(|&logit| logit == largest);
        let bin = &mut bins[bin_of(probability)];
        bin.0 += probability;
        bin.1 += f64::from(u8::from(answer == Some(*class)));
    }
    // Photos times the difference of two means is the difference of two sums.
    bins.iter().map(|(sure, right)| (right - sure).abs()).sum::<f64>() / photos.len().max(1) as f64
}

/// Mean negative log-likelihood of the true classes.
fn loss(photos: &[(Vec<f32>, usize)], temperature: f64) -> f64 {
    let of = |(logits, class): &(Vec<f32>, usize)| {
        let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let powers = logits.iter().map(|&logit| (f64::from(logit - largest) / temperature).exp());
        let own = logits.get(*class).map_or(f64::NEG_INFINITY, |&logit| f64::from(logit - largest) / temperature);
        powers.sum::<f64>().ln() - own
    };
    photos.iter().map(of).sum::<f64>() / photos.len() as f64
}
