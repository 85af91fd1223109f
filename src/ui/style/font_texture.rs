//! The texture that letters are drawn from stays small.

use egui::{Context, Plugin, RawInput};

/// Pixels of a row: room for some thousand letters and sizes.
///
/// A little more than 2048: egui doubles the height of the texture, and begins anew at the start of a frame once four fifths of a square
/// are full, 1840 rows.  So 2048 rows are the rule, 19 MB; a frame that needs more finds room in twice as many, unless a letter of more
/// than 250 pixels comes just there.  No frame needs nearly as many for itself: its letters, each counted once, cover less of the texture
/// than of the screen.
const SIDE: usize = 2300;

/// Keeps egui's font texture small, of all windows alike.
///
/// egui makes it as wide as the graphics card's largest texture, doubles its height whenever it is full of letters in sizes once seen
/// (a map that is zoomed has many), and begins anew only when it is four fifths of a square: at 16,384 pixels a side that is 1 GB, each
/// doubling copied to the card while the window waits.
#[derive(Default)]
pub struct FontTexture {
    /// The largest side that this graphics card can have.
    card: Option<usize>,
}

impl Plugin for FontTexture {
    fn debug_name(&self) -> &'static str {
        "font texture"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        // It is said once, not in every frame.
        self.card = input.max_texture_side.or(self.card);
        input.max_texture_side = Some(self.card.map_or(SIDE, |card| card.min(SIDE)));
    }
}
