//! The loss that the network was trained with, on one photo.

use super::report::Report;
use crate::spec::Head;

/// What one head would have to pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeadLoss {
    /// Which head.
    pub head: Head,
    /// What it gives the true class, 0 to 1.
    pub probability: f64,
    /// `-ln(probability)`.
    pub loss: f64,
    /// What it counts in the total: [`Head::loss_weight`].
    pub weight: f64,
}

/// Cross-entropy of every head, and their sum: main + 0.3 (aux1 + aux2) (section 5 of the paper).
#[derive(Clone, Debug, PartialEq)]
pub struct TrainingLoss {
    /// aux1, aux2 (where the network has them), main.
    pub heads: Vec<HeadLoss>,
    /// The weighted sum.
    pub total: f64,
}

impl TrainingLoss {
    /// The loss if `class` is what the photo shows; without the dropout of training.
    ///
    /// `None` for a class that the network does not have.
    pub fn of(report: &Report, class: usize) -> Option<Self> {
        let heads: Vec<HeadLoss> = report
            .scores
            .iter()
            .map(|scores| {
                let loss = scores.loss(class)?;
                let weight = scores.head.loss_weight();
                Some(HeadLoss { head: scores.head, probability: (-loss).exp(), loss, weight })
            })
            .collect::<Option<_>>()?;
        let total = heads.iter().map(|head| head.weight * head.loss).sum();
        Some(Self { heads, total })
    }

    /// What a head has to pay, if the network has it.
    pub fn head(&self, head: Head) -> Option<&HeadLoss> {
        self.heads.iter().find(|loss| loss.head == head)
    }
}
