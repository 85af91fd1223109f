//! What a person moved among pictures of what channels look for.

/// What a person moved here without changing what it says.
#[derive(Default)]
pub struct LooksScene {
    /// Whether the picture fills the canvas.
    pub(super) is_filled: bool,
    /// Whether the selected tile is to be scrolled into sight.
    pub(super) reveal: bool,
    /// Tiles in a row as they were last drawn.
    pub(super) columns: usize,
    /// The name as it is being written, of that channel.
    pub(super) name: Option<(String, usize, String)>,
}

impl LooksScene {
    /// Forgets what belonged to another layer.
    pub(in crate::ui::views::layer) fn look_elsewhere(&mut self) {
        self.is_filled = false;
        self.reveal = true;
        self.name = None;
    }
}
