//! Where the parts lie.

use egui::Rect;

use crate::ui::kit::Area;
use crate::ui::style::size;

/// Height of what was answered and what is now, points.
const HEADING: f32 = 98.0;
/// Height of what the heads say below a picture, points: a line each, and the name of the picture.
pub(super) const BELOW: f32 = 92.0;
/// Width of what takes the change back, points: least and most.
const TREATMENTS: [f32; 2] = [264.0, 340.0];
/// Between two pictures, points.
pub(super) const GAP: f32 = 16.0;
/// The least height of the curve with its slider, points.
const CURVE: f32 = 148.0;

/// Rectangles of the parts that are shown, in points.
pub(super) struct FoolAreas {
    pub heading: Option<Rect>,
    /// Three pictures in a row with what the heads say below.
    pub pictures: Option<Rect>,
    pub controls: Option<Rect>,
    /// The curve and the slider.
    pub curve: Option<Rect>,
    pub treatments: Option<Rect>,
}

impl FoolAreas {
    /// All of the tab, or one panel of it.
    pub fn new(rect: Rect, panel: Option<usize>) -> Self {
        let nothing = Self { heading: None, pictures: None, controls: None, curve: None, treatments: None };
        let mut rest = rect;
        let head = rest.take_top(HEADING);
        rest.take_top(size::SPACE_8);
        match panel {
            None => Self::all(rect),
            Some(0) => Self { heading: Some(head), pictures: Some(rest), ..nothing },
            Some(1) => {
                let controls = rest.take_top(size::CONTROL_HEIGHT);
                let curve = rest.without_top(size::SPACE_12);
                Self { heading: Some(head), controls: Some(controls), curve: Some(curve), ..nothing }
            }
            Some(_) => Self { heading: Some(head), treatments: Some(rest), ..nothing },
        }
    }

    fn all(rect: Rect) -> Self {
        let mut left = rect;
        let treatments = left.take_right((rect.width() * 0.27).clamp(TREATMENTS[0], TREATMENTS[1]));
        left.take_right(size::SPACE_24);
        let heading = left.take_top(HEADING);
        left.take_top(size::SPACE_8);
        let side = (left.width() - 2.0 * GAP) / 3.0;
        let room = left.height() - BELOW - size::CONTROL_HEIGHT - CURVE - 2.0 * size::SPACE_12;
        let pictures = left.take_top(side.min(room) + BELOW);
        left.take_top(size::SPACE_12);
        let controls = left.take_top(size::CONTROL_HEIGHT);
        Self {
            heading: Some(heading),
            pictures: Some(pictures),
            controls: Some(controls),
            curve: Some(left.without_top(size::SPACE_12)),
            treatments: Some(treatments),
        }
    }
}
