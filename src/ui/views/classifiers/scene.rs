//! What a person moved in the classifiers view without changing what it says, and what was worked out for it once.

use std::rc::Rc;

use super::heads::thumbnail::Thumbnail;
use super::heatmaps::Grip;
use super::maps::ChannelMaps;
use crate::analysis::LogitSums;

/// What lies over the photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Over {
    /// The evidence for the class.
    #[default]
    Evidence,
    /// The same, less the mean of all cells: what stands out.
    Relative,
    /// The map of one channel.
    Channel,
}

/// Order of the 1024 maps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum ChannelOrder {
    /// By what they add to the logit, most first.
    #[default]
    Contribution,
    /// By their mean, largest first.
    Mean,
    /// As the network has them.
    Index,
}

/// What sums belong to: the reports (0 for none), the class, and the class it is held against.
pub(super) type SumsKey = ([u64; 2], usize, Option<usize>);

/// Hovered channel, scroll and choices.
pub struct ClassifiersScene {
    pub(super) over: Over,
    /// Of what lies over the photo, 0 to 1.
    pub(super) opacity: f32,
    /// The channel under the pointer in the frame before.
    pub(super) hovered: Option<usize>,
    pub(super) order: ChannelOrder,
    /// What the pointer holds of the box on the photo.
    pub(super) grip: Option<Grip>,
    /// Where there is no room for both, whether the photo stands in place of the table of heatmaps.
    pub(super) shows_photo: bool,
    /// What is typed into a list of classes.
    pub(super) search: String,
    pub(super) sums: Vec<(SumsKey, Rc<LogitSums>)>,
    pub(super) maps: Vec<Rc<ChannelMaps>>,
    pub(super) thumbnails: Vec<Rc<Thumbnail>>,
}

impl ClassifiersScene {
    /// Shows how far each cell's evidence is from the mean cell, or the evidence itself.
    pub fn show_relative(&mut self, is_relative: bool) {
        self.over = if is_relative { Over::Relative } else { Over::Evidence };
    }
}

impl Default for ClassifiersScene {
    fn default() -> Self {
        Self {
            over: Over::default(),
            // The photo stays in sight below.
            opacity: 0.75,
            hovered: None,
            order: ChannelOrder::default(),
            grip: None,
            shows_photo: false,
            search: String::new(),
            sums: Vec::new(),
            maps: Vec::new(),
            thumbnails: Vec::new(),
        }
    }
}
