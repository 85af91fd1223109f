//! The texture that letters are drawn from stays small.

use egui::{Context, Plugin, RawInput};

/// Pixels a side: room for some thousand letters and sizes, 17 MB where it is full.
const SIDE: usize = 2048;
/// The same on a screen with small pixels, where a letter takes several times as many.
const FINE_SIDE: usize = 4096;
/// With more pixels a point a screen is one of these.
const FINE: f32 = 1.5;

/// Keeps egui's font texture small, of all windows alike.
///
/// egui makes it as wide as the graphics card's largest texture, doubles its height whenever it is full of letters in sizes once seen
/// (a map that is zoomed has many), and begins anew only when it is four fifths of a square: at 16,384 pixels a side that is 1 GB, each
/// doubling copied to the card while the window waits.
#[derive(Default)]
pub struct FontTexture {
    /// The largest side that this graphics card can have.
    card: Option<usize>,
    /// Whether any window is or was on a fine screen; two windows that disagree would begin anew in turns.
    is_fine: bool,
}

impl Plugin for FontTexture {
    fn debug_name(&self) -> &'static str {
        "font texture"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        // It is said once, not in every frame.
        self.card = input.max_texture_side.or(self.card);
        let native = input.viewport().native_pixels_per_point.unwrap_or(1.0);
        self.is_fine |= native * ctx.zoom_factor() > FINE;
        let side = if self.is_fine { FINE_SIDE } else { SIDE };
        input.max_texture_side = Some(self.card.map_or(side, |card| card.min(side)));
    }
}
