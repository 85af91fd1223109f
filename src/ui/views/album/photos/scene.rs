//! What a person moved among photos.

/// What was done since the last frame.
#[derive(Default)]
pub(in crate::ui::views::album) struct PhotosScene {
    /// Whether the grid scrolls to the selected photo.
    pub(super) reveal: bool,
    /// The first of the rows of labels whose folders are open.
    pub(super) open_row: Option<crate::state::Row>,
    /// What the grid showed last: photo and number of columns.
    pub(super) last: Option<(Option<usize>, usize)>,
    /// How far the tab has been drawn.
    reached: Part,
}

/// Parts of the tab, in the order in which they are drawn for the first time: one in each frame, since laying out so many words at
/// once would hold the window up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Part {
    /// Which photos, in which order.
    #[default]
    Chips,
    /// What the folders are called.
    Labels,
    /// The photos.
    Grid,
}

impl PhotosScene {
    /// The last of the parts that are drawn now; all of them in a picture that is finished at once.
    pub(super) fn drawn_now(&mut self, is_still: bool) -> Part {
        let now = if is_still { Part::Grid } else { self.reached };
        self.reached = match now {
            Part::Chips => Part::Labels,
            Part::Labels | Part::Grid => Part::Grid,
        };
        now
    }
}
