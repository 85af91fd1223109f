//! What the three classifiers say, as JSON has it.

use serde::Serialize;

use crate::analysis::{Prediction, Scores};
use crate::spec::Head;

/// What a network says about a photo.
#[derive(Serialize)]
pub struct Answers {
    /// Of each classifier.
    pub heads: Heads,
    /// Of the forward pass, milliseconds; of photos that ran together each one's share.
    pub forward_ms: f64,
    /// What was switched off.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<String>,
}

/// The most probable classes of every classifier that the network has.
#[derive(Serialize)]
pub struct Heads {
    main: Vec<ClassEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aux1: Option<Vec<ClassEntry>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aux2: Option<Vec<ClassEntry>>,
}

/// A class and what a classifier gives it.
#[derive(Serialize)]
pub struct ClassEntry {
    /// Its number.
    pub index: usize,
    /// Its name.
    pub label: String,
    /// Before the softmax.
    pub logit: f32,
    /// After it, 0 to 1.
    pub probability: f32,
}

impl From<Prediction> for ClassEntry {
    fn from(prediction: Prediction) -> Self {
        Self {
            index: prediction.index,
            label: prediction.label,
            logit: prediction.logit,
            probability: prediction.probability,
        }
    }
}

impl Heads {
    /// The most probable classes of each, the answer first.
    pub fn new(scores: &[Scores], labels: &[String], count: usize) -> Self {
        let top = |head| {
            let scores = scores.iter().find(|scores| scores.head == head)?;
            Some(scores.top(count, labels).into_iter().map(ClassEntry::from).collect())
        };
        Self { main: top(Head::Main).unwrap_or_default(), aux1: top(Head::Aux1), aux2: top(Head::Aux2) }
    }

    /// Keys and classes, the answer first.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &[ClassEntry])> {
        let head = |head: Head, classes| Option::map(classes, |classes: &Vec<_>| (head.key(), &classes[..]));
        let heads = [
            head(Head::Main, Some(&self.main)),
            head(Head::Aux1, self.aux1.as_ref()),
            head(Head::Aux2, self.aux2.as_ref()),
        ];
        heads.into_iter().flatten()
    }
}
