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
}
