//! Where the parts lie.

use egui::{Rect, pos2};

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
        let head = rect.with_max_y(rect.top() + HEADING);
        let rest = rect.with_min_y(head.bottom() + 8.0);
        match panel {
            None => Self::all(rect),
            Some(0) => Self { heading: Some(head), pictures: Some(rest), ..nothing },
            Some(1) => {
                let controls = rest.with_max_y(rest.top() + size::CONTROL_HEIGHT);
                let curve = rest.with_min_y(controls.bottom() + 12.0);
                Self { heading: Some(head), controls: Some(controls), curve: Some(curve), ..nothing }
            }
            Some(_) => Self { heading: Some(head), treatments: Some(rest), ..nothing },
        }
    }

    fn all(rect: Rect) -> Self {
        let width = (rect.width() * 0.27).clamp(TREATMENTS[0], TREATMENTS[1]);
        let treatments = rect.with_min_x(rect.right() - width);
        let left = rect.with_max_x(treatments.left() - size::SPACE_24);
        let heading = left.with_max_y(left.top() + HEADING);
        let below = left.with_min_y(heading.bottom() + 8.0);
        let side = (left.width() - 2.0 * GAP) / 3.0;
        let room = below.height() - BELOW - size::CONTROL_HEIGHT - CURVE - 24.0;
        let pictures = below.with_max_y(below.top() + side.min(room) + BELOW);
        let top = pictures.bottom() + 12.0;
        let controls = Rect::from_min_max(pos2(left.left(), top), pos2(left.right(), top + size::CONTROL_HEIGHT));
        let curve = left.with_min_y(controls.bottom() + 12.0);
        Self {
            heading: Some(heading),
            pictures: Some(pictures),
            controls: Some(controls),
            curve: Some(curve),
            treatments: Some(treatments),
        }
    }
}
