//! What a card still has to do to the photo, or has done.

use crate::engine::PhotoSource;
use crate::imaging::edit::{Edits, Framing};

/// What a card still has to do, or has done, to the photo.
#[derive(Default)]
pub(in crate::app) struct Staging {
    /// The card waits for a photo.
    pub(in crate::app) awaits_photo: bool,
    /// The class's own photo, while a card shows a sample.
    pub(in crate::app) own: Option<OwnPhoto>,
    /// What is to be done to it once it is back.
    pub(in crate::app) own_edits: Option<Edits>,
    /// Where a card moved the crop.
    pub(in crate::app) moved_crop: Option<Framing>,
    /// The channel that adds most to the answer is to be selected once it is known.
    pub(in crate::app) awaits_channel: bool,
    /// The card compares with a network that nobody trained: it goes with the card.
    pub(in crate::app) compares_networks: bool,
    /// The moved crop is to be shown beside the original once both ran.
    pub(in crate::app) compares_crop: bool,
}

/// What the class looked at before a card opened a sample.
pub(in crate::app) struct OwnPhoto {
    pub(in crate::app) source: PhotoSource,
    pub(in crate::app) edits: Edits,
    /// The sample that is in its place.
    pub(in crate::app) sample: &'static str,
}
