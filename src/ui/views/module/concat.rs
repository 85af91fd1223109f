//! The concat bar: four segments in the order 1x1, 3x3, 5x5, pool, with their labels.

use egui::{Align2, Painter, Rect, Stroke, StrokeKind, pos2};

use super::facts::HUES;
use super::layout::Diagram;
use super::paint::dashed;
use super::pipes::Flow;
use super::show::Show;
use crate::locale::format::grouped;
use crate::locale::text::tr;
use crate::state::Spoiler;
use crate::ui::kit::pipe::THINNEST;
use crate::ui::kit::{Area, Lines, above, left_of, write_sized};
use crate::ui::style::{TextRole, Weight, is_projected};

/// The least distance between two labels, points.
const LABEL_PITCH: f32 = 24.0;

/// The four segments from top to bottom.
pub(super) fn segments(show: &Show<'_>, at: &Diagram, flow: &Flow) -> [Rect; 4] {
    let heights = flow.concat(show).map(|channels| at.height(channels).max(THINNEST));
    let mut bar = at.trunk(at.concat, heights.iter().sum());
    heights.map(|height| bar.take_top(height))
}

/// How far the name reaches to the left of the bar's middle at most, points.
const MOST_OVER: f32 = 24.0;

/// Draws the bar and its labels.
pub(super) fn bar(painter: &Painter, show: &Show<'_>, at: &Diagram, flow: &Flow, segments: &[Rect; 4]) {
    let theme = show.theme;
    for (branch, segment) in segments.iter().enumerate() {
        if show.is_off(branch) {
            let stroke = Stroke::new(1.0, theme.hue(HUES[branch]).fill);
            dashed(painter, segment.shrink(1.0), stroke, [3.0, 2.0]);
            continue;
        }
        let fill = theme.hue(HUES[branch]).fill;
        painter.rect_filled(*segment, 0.0, fill.gamma_multiply(flow.brightness[branch]));
        painter.rect_stroke(*segment, 0.0, theme.outline(HUES[branch]), StrokeKind::Inside);
    }
    let whole = segments[0].union(segments[3]);
    let outline = Stroke::new(1.5, theme.hi);
    painter.rect_stroke(whole, 2.0, outline, StrokeKind::Outside);
    let name = Lines::new(painter, &tr("module-concat"), TextRole::Name, theme.hi, f32::INFINITY);
    // Little reaches over its left end, where the first ribbon bends down; beside each other, nothing.
    let over = match show.is_half {
        true => 0.0,
        false => (name.width() / 2.0).min(MOST_OVER),
    };
    let middle = if show.is_half { whole.left() } else { whole.center().x };
    name.paint(painter, above(whole, 10.0, 0.0).with_min_x(middle - over), Align2::LEFT_BOTTOM);
    if show.state.is_covered(Spoiler::ConcatLabels) {
        return;
    }
    for (branch, y) in label_rows(segments).into_iter().enumerate() {
        label(painter, show, at, flow, (branch, segments[branch].center().y, y));
    }
}

/// Each label at the middle of its segment, pushed apart where they would touch.
fn label_rows(segments: &[Rect; 4]) -> [f32; 4] {
    let wanted = segments.map(|segment| segment.center().y);
    let mut rows = wanted;
    for branch in 1..4 {
        rows[branch] = rows[branch].max(rows[branch - 1] + LABEL_PITCH);
    }
    let drift = wanted.iter().zip(&rows).map(|(wanted, row)| row - wanted).sum::<f32>() / 4.0;
    // Up again by the mean shift, so that none is pushed further than need be.
    rows.map(|row| row - drift)
}

fn label(painter: &Painter, show: &Show<'_>, at: &Diagram, flow: &Flow, (branch, from, y): (usize, f32, f32)) {
    let theme = show.theme;
    let hue = theme.hue(HUES[branch]);
    let dim = flow.brightness[branch];
    let pen = Stroke::new(1.5, hue.fill.gamma_multiply(dim));
    let start = at.concat[1] + 2.0;
    // Shorter where there is less room.
    let leader = if show.is_half || is_projected() { 0.6 } else { 1.0 };
    let corners = [(0.0, from), (6.0, from), (13.0, y), (18.0, y)];
    painter.line(corners.map(|(x, y)| pos2(start + x * leader, y)).to_vec(), pen);
    let row = Rect::from_x_y_ranges(start + 22.0 * leader..=at.labels_right, y..=y);
    let role = if show.is_half { TextRole::Tick } else { TextRole::Body };
    let name = &show.facts.branch_names[branch];
    let name = Lines::new(painter, name, role, theme.mid.gamma_multiply(dim), f32::INFINITY);
    let number = match show.is_off(branch) {
        true => tr("module-off"),
        false => grouped(show.version().branches[branch] as u64),
    };
    let font = Weight::SemiBold.size(if show.is_half { 15.0 } else { 16.0 });
    let shown = write_sized(painter, row, Align2::RIGHT_CENTER, &number, font, hue.text.gamma_multiply(dim));
    // Order and hue say which branch it is where its name has no room.
    if name.width() + 3.0 <= left_of(row, shown, 0.0).width() {
        name.paint(painter, row, Align2::LEFT_CENTER);
    }
}
