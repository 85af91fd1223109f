//! What the default weights are and answer: from the file's own metadata and PyTorch's goldens, so that no test states a class
//! or a figure of theirs and the next weights need no edit here.

use inception_lens::locale::format::percent;
use inception_lens::weights::Weights;

use crate::golden::golden;

/// What the file calls itself.
pub fn name() -> String {
    Weights::default_weights().unwrap().name
}

/// Its classes, in order.
pub fn labels() -> Vec<String> {
    Weights::default_weights().unwrap().labels
}

/// How many there are.
pub fn classes() -> usize {
    labels().len()
}

/// PyTorch's most probable class on a photo of the goldens, and its probability as the window writes it: `98.9%`.
pub fn answer(photo: &str) -> (String, String) {
    let logits = &golden()[photo]["fc"].values;
    let (best, highest) =
        (0..logits.len()).map(|class| (class, logits[class])).max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
    let sum: f64 = logits.iter().map(|logit| f64::from(logit - highest).exp()).sum();
    (labels()[best].clone(), percent(1.0 / sum))
}
