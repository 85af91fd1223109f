//! Heatmaps and what is said of them; a photo looked at for itself.

use std::sync::Arc;

use image::RgbImage;

use crate::analysis::{ClassEvidence, Scores, heatmaps};

/// A study of heatmaps as far as it is.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Studied {
    /// The table, where something in it is new.
    pub table: Option<Arc<heatmaps::Table>>,
    /// How far it is.
    pub progress: heatmaps::Progress,
}

/// How far a map still agrees with the trained network's while the network becomes random.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Cascaded {
    /// The part that became random in each step, with all before it, and the agreement.
    pub steps: Vec<(String, Option<f64>)>,
    /// Steps there will be.
    pub total: usize,
}

/// What the main head says of a photo that stays beside the others, and what could help to guess it.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Looked {
    /// As it was ordered.
    pub number: u64,
    /// What the network sees, 224 x 224.
    #[serde(with = "crate::wire::picture")]
    pub pixels: Arc<RgbImage>,
    /// What the main head says.
    pub scores: Scores,
    /// Where the evidence for its answer is.
    pub evidence: Option<ClassEvidence>,
    /// The channels of the last module that fire most, with their maps, `[7 * 7]`.
    pub channels: Vec<(usize, Vec<f32>)>,
}
