//! Where the parts of the tab lie.

use egui::Rect;

use crate::ui::kit::Area;
use crate::ui::style::{caption_room, size};

/// Height of the sentences above all, on a desk: the result, and two lines.
const HEADING: f32 = 68.0;
/// Narrowest content with a photo beside the table.
const WIDE: f32 = 1100.0;
/// Width of the photo's column: least and most.
const PHOTO: [f32; 2] = [200.0, 248.0];
/// Least height of the charts below the photo.
const CHART: f32 = 190.0;

/// Rectangles; what is not there is not shown.
pub(super) struct HeatmapAreas {
    pub heading: Option<Rect>,
    pub photo: Option<Rect>,
    pub chart: Option<Rect>,
    pub table: Option<Rect>,
}

impl HeatmapAreas {
    /// Whether photo and table have room beside each other.
    pub fn is_wide(width: f32) -> bool {
        width >= WIDE
    }

    /// All of the tab, or one part of it.
    pub fn new(rect: Rect, panel: Option<usize>) -> Self {
        let mut below = rect;
        let heading = below.take_top(HEADING - 36.0 + caption_room(36.0));
        below.take_top(6.0);
        match panel {
            None if Self::is_wide(rect.width()) => {
                let width = (rect.width() * 0.19).clamp(PHOTO[0], PHOTO[1]);
                let mut left = below.take_left(width);
                let photo = left.take_top((width + 24.0).min(left.height() - CHART));
                Self {
                    heading: Some(heading),
                    photo: Some(photo),
                    chart: Some(left.without_top(4.0)),
                    table: Some(below.without_left(size::SPACE_16)),
                }
            }
            None => Self { heading: Some(heading), photo: None, chart: None, table: Some(below) },
            Some(0) => {
                let side = below.height().min(below.width() * 0.58);
                let photo = below.take_left(side);
                let chart = below.without_left(size::SPACE_24);
                Self { heading: Some(heading), photo: Some(photo), chart: Some(chart), table: None }
            }
            Some(_) => Self { heading: Some(heading), photo: None, chart: None, table: Some(below) },
        }
    }
}
