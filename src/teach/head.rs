//! The fit as a last layer, and what it says of a photo.

use std::sync::Arc;

use super::regression::Fit;
use crate::analysis::evidence::Classifier;
use crate::analysis::prediction::softmax;
use crate::analysis::{ClassEvidence, Report};

/// A last layer of one's own classes.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Head {
    /// `[classes, 1024]` and `[classes]`, standardisation folded in.
    pub classifier: Classifier,
    /// Names of the classes.
    #[serde(with = "crate::wire::once")]
    pub labels: Arc<[String]>,
}

/// What it says of a photo.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The report of the photo.
    pub report: u64,
    /// A logit a class.
    pub logits: Vec<f32>,
    /// A probability a class.
    pub probabilities: Vec<f32>,
    /// Classes, the most probable first.
    pub order: Vec<usize>,
    /// The exact evidence for the first of them: its cells over 49 and the bias add up to its logit.
    pub evidence: ClassEvidence,
}

impl Head {
    /// The fit of these classes.
    pub fn new(fit: &Fit, labels: Arc<[String]>) -> Self {
        let (mut weight, mut bias) = (Vec::new(), Vec::new());
        for class in 0..fit.classes {
            let (weights, free) = fit.folded(class);
            weight.extend(weights.into_iter().map(|value| value as f32));
            bias.push(free as f32);
        }
        Self { classifier: Classifier { weight: weight.into(), bias: bias.into() }, labels }
    }

    /// Logits for averages, `[1024]`.
    pub fn logits(&self, averages: &[f32]) -> Vec<f32> {
        let rows = self.classifier.weight.chunks_exact(averages.len().max(1));
        let sum = |row: &[f32]| row.iter().zip(averages).map(|(w, a)| f64::from(*w) * f64::from(*a)).sum::<f64>();
        rows.zip(&*self.classifier.bias).map(|(row, &bias)| (sum(row) + f64::from(bias)) as f32).collect()
    }

    /// What it says of a photo that ran; `None` where the run has no such averages.
    pub fn says(&self, report: &Report) -> Option<Said> {
        let averages = report.activation("avgpool")?;
        let maps = report.activation("inception5b")?;
        if averages.values().len() * self.labels.len() != self.classifier.weight.len() {
            return None;
        }
        let logits = self.logits(&averages.values());
        let probabilities = softmax(&logits);
        let mut order: Vec<usize> = (0..logits.len()).collect();
        order.sort_by(|&a, &b| logits[b].total_cmp(&logits[a]));
        let best = *order.first()?;
        let evidence = self.classifier.evidence(&maps.values(), maps.shape.side(), best, logits[best]);
        Some(Said { report: report.id, logits, probabilities, order, evidence })
    }
}
