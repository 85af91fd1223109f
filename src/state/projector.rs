//! What a class in front of a screen needs: large text and one panel at a time; black, spotlight, a frozen picture.

/// How the window is shown to a class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projector {
    /// Full screen without bars, large text, one panel of a view at a time.
    pub is_on: bool,
    /// Which panel of the view, from 0; it counts on beyond the last, where the first comes again.
    pub panel: usize,
    /// How large everything is beside what the window's size asks for, [`Projector::ZOOM`].
    pub zoom: f32,
    /// The screen is black.
    pub is_black: bool,
    /// Only what is around the pointer is bright.
    pub has_spotlight: bool,
    /// The picture stays as it is, whatever happens behind it.
    pub is_frozen: bool,
    /// The presenter has a window of their own.
    pub has_presenter: bool,
    /// When the presentation began, seconds since the start of the program.
    pub since_seconds: f64,
}

impl Default for Projector {
    fn default() -> Self {
        Self {
            is_on: false,
            panel: 0,
            zoom: 1.0,
            is_black: false,
            has_spotlight: false,
            is_frozen: false,
            has_presenter: false,
            since_seconds: 0.0,
        }
    }
}

impl Projector {
    /// The least and the most of [`Projector::zoom`].
    pub const ZOOM: [f32; 2] = [0.8, 2.0];
}
