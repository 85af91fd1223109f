//! Where the parts of the tab lie.

use egui::{Rect, pos2};

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
        let heading = rect.with_max_y(rect.top() + HEADING - 36.0 + caption_room(36.0));
        let below = rect.with_min_y(heading.bottom() + 6.0);
        match panel {
            None if Self::is_wide(rect.width()) => {
                let width = (rect.width() * 0.19).clamp(PHOTO[0], PHOTO[1]);
                let left = below.with_max_x(below.left() + width);
                let photo = left.with_max_y((left.top() + width + 24.0).min(left.bottom() - CHART));
                Self {
                    heading: Some(heading),
                    photo: Some(photo),
                    chart: Some(left.with_min_y(photo.bottom() + 4.0)),
                    table: Some(below.with_min_x(left.right() + size::SPACE_16)),
                }
            }
            None => Self { heading: Some(heading), photo: None, chart: None, table: Some(below) },
            Some(0) => {
                let side = below.height().min(below.width() * 0.58);
                let photo = below.with_max_x(below.left() + side);
                let chart = Rect::from_min_max(pos2(photo.right() + size::SPACE_24, below.top()), below.max);
                Self { heading: Some(heading), photo: Some(photo), chart: Some(chart), table: None }
            }
            Some(_) => Self { heading: Some(heading), photo: None, chart: None, table: Some(below) },
        }
    }
}
