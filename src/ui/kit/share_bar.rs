//! Bars in rows: how much of a whole, or how far to either side of 0.

use egui::{Color32, Painter, Rect, Stroke, StrokeKind};

use super::area::Area;
use crate::ui::style::{Hue, Theme, size};

/// A share of a track, 0 to 1, in a hue of the network.
pub fn share_bar(painter: &Painter, track: Rect, share: f32, hue: Hue, theme: &Theme) {
    painter.rect_filled(track, size::RADIUS_BAR, theme.bar_track);
    let (fill, outline) = (theme.hue(hue).fill, theme.outline(hue));
    painter.rect(track.share(share), size::RADIUS_BAR, fill, outline, StrokeKind::Inside);
}

/// The same in an ink of its own, and a tick at a share of the track where there is one.
pub fn plain_share_bar(painter: &Painter, track: Rect, share: f32, ink: Color32, tick: Option<f32>, theme: &Theme) {
    painter.rect_filled(track, size::RADIUS_BAR, theme.bar_track);
    painter.rect_filled(track.share(share), size::RADIUS_BAR, ink);
    if let Some(tick) = tick {
        let height = track.y_range().expand(3.0);
        painter.vline(track.share(tick).right(), height, Stroke::new(1.5, theme.hi));
    }
}

/// A value from 0 in the middle of a track: to the right where it is positive; `most` reaches an end.
pub fn diverging_bar(painter: &Painter, track: Rect, value: f64, most: f64, theme: &Theme) {
    let zero = track.center().x;
    painter.vline(zero, track.y_range(), Stroke::new(size::hairline(), theme.line2));
    let end = zero + track.width() / 2.0 * (value / most) as f32;
    let bar = Rect::from_x_y_ranges(zero.min(end)..=zero.max(end), track.y_range());
    painter.rect_filled(bar, size::RADIUS_BAR, theme.sign(value as f32).fill);
}

/// The stripe of a branch at the left edge of its row, so high.
pub fn stripe(painter: &Painter, row: Rect, height: f32, hue: Hue, theme: &Theme) {
    painter.rect_filled(row.left_part(4.0).middle_row(height), 0.0, theme.hue(hue).fill);
}
