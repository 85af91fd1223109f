//! What the album has of a channel: the photos that fire it most, least and in between, and where all of them stand.

use std::sync::Arc;

use image::RgbImage;

use super::LooksFor;
use crate::album::Peak;

/// A photo of the album, cut to what a cell sees.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Example {
    /// Its place in the album.
    pub photo: usize,
    /// The largest value of the channel there; of a useful photo what the channel adds to the logit.
    pub value: f32,
    /// Row and column of the cell that has it.
    pub cell: [usize; 2],
    /// What its folder says it shows.
    pub label: Option<String>,
    /// The class that the main head answers.
    pub answer: Option<usize>,
    /// The patch; absent until it is read.
    #[serde(with = "crate::wire::picture::optional")]
    pub patch: Option<Arc<RgbImage>>,
    /// The cell within the patch: left, top, right, bottom, 0 to 1.
    pub cell_in_patch: [f32; 4],
}

/// What the album has of one channel.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Examples {
    /// The weights, the layer and the channel.
    pub of: (String, String, usize),
    /// The snapshot of the album.
    pub album: u64,
    /// Photos that have run.
    pub photos: usize,
    /// The strongest nine, strongest first.
    pub strongest: Vec<Example>,
    /// Three weakest, three in the middle, three strongest.
    pub spectrum: Vec<Example>,
    /// The strongest cell of every photo that has run, in no order.
    pub maxima: Vec<f32>,
}

impl Example {
    /// A peak, of which nothing more is known yet.
    pub(crate) fn of(peak: Peak) -> Self {
        Self {
            photo: peak.photo,
            value: peak.value,
            cell: peak.cell,
            label: None,
            answer: None,
            patch: None,
            cell_in_patch: [0.0; 4],
        }
    }
}

impl Examples {
    /// All photos, the strongest first.
    pub(crate) fn all_mut(&mut self) -> impl Iterator<Item = &mut Example> {
        self.strongest.iter_mut().chain(&mut self.spectrum)
    }

    /// The place of a value among those of the album, 1 for the largest.
    pub fn rank(&self, value: f32) -> usize {
        1 + self.maxima.iter().filter(|&&other| other > value).count()
    }

    /// Of the strongest, how many get that answer.
    pub fn answered(&self, class: usize) -> usize {
        self.strongest.iter().filter(|example| example.answer == Some(class)).count()
    }
}

impl LooksFor {
    /// Up to three different labels of the strongest photos, strongest first; none without an album.
    pub fn strongest_labels(&self) -> Vec<&str> {
        let mut labels: Vec<&str> = Vec::new();
        let strongest = self.examples.iter().flat_map(|examples| &examples.strongest);
        for label in strongest.filter_map(|example| example.label.as_deref()) {
            if !labels.contains(&label) && labels.len() < 3 {
                labels.push(label);
            }
        }
        labels
    }

    /// The largest value of the channel on any photo of the album.
    pub fn best_photo(&self) -> Option<f32> {
        Some(self.examples.as_ref()?.strongest.first()?.value)
    }
}
