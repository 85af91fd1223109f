//! The strongest photo of the album for each of the channels that carry most of an answer.

use super::Example;

/// The strongest photos of some channels of a layer.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct StrongestPhotos {
    /// Number of the album, and how many of its photos had run.
    pub(crate) of: (u64, usize),
    /// The layer.
    pub layer: String,
    /// By channel, as far as the album has one.
    pub photos: Vec<(usize, Example)>,
}

impl StrongestPhotos {
    /// That of a channel.
    pub fn of_channel(&self, channel: usize) -> Option<&Example> {
        self.photos.iter().find(|(other, _)| *other == channel).map(|(_, example)| example)
    }
}
