//! The concat bar: four segments in the order 1x1, 3x3, 5x5, pool, with their labels.

use egui::{Align2, Painter, Rect, Stroke, StrokeKind, pos2};

use super::facts::HUES;
use super::layout::Diagram;
use super::pipes::Flow;
use super::show::Show;
use crate::locale::format::grouped;
use crate::locale::text::tr;
use crate::state::Spoiler;
use crate::ui::kit::paint::dashes;
use crate::ui::style::{TextRole, Weight, is_projected};

/// The least distance between two labels, points.
const LABEL_PITCH: f32 = 24.0;

/// The four segments from top to bottom.
pub(super) fn segments(show: &Show<'_>, at: &Diagram, flow: &Flow) -> [Rect; 4] {
    let heights = flow.concat(show).map(|channels| at.height(channels).max(2.5));
    let mut top = at.middle - heights.iter().sum::<f32>() / 2.0;
    heights.map(|height| {
        let [left, right] = at.concat;
        let rect = Rect::from_min_max(pos2(left, top), pos2(right, top + height));
        top += height;
        rect
    })
}

/// How far the name reaches to the left of the bar's middle at most, points.
const MOST_OVER: f32 = 24.0;

/// Draws the bar and its labels.
pub(super) fn bar(painter: &Painter, show: &Show<'_>, at: &Diagram, flow: &Flow, segments: &[Rect; 4]) {
    let theme = show.theme;
    for (branch, segment) in segments.iter().enumerate() {
        if show.is_off(branch) {
            let mut shapes = Vec::new();
            dashes(segment.shrink(1.0), Stroke::new(1.0, theme.hue(HUES[branch]).fill), 3.0, 2.0, &mut shapes);
            painter.extend(shapes);
            continue;
        }
        let fill = theme.hue(HUES[branch]).fill;
        painter.rect_filled(*segment, 0.0, fill.gamma_multiply(flow.brightness[branch]));
        painter.rect_stroke(*segment, 0.0, theme.outline(HUES[branch]), StrokeKind::Inside);
    }
    let whole = segments[0].union(segments[3]);
    let outline = Stroke::new(1.5, theme.hi);
    painter.rect_stroke(whole, 2.0, outline, StrokeKind::Outside);
    let name = painter.layout_no_wrap(tr("module-concat"), TextRole::Name.font(), theme.hi);
    // Little reaches over its left end, where the first ribbon bends down; beside each other, nothing.
    let over = match show.is_half {
        true => 0.0,
        false => (name.size().x / 2.0).min(MOST_OVER),
    };
    let middle = if show.is_half { whole.left() } else { whole.center().x };
    let place = pos2(middle - over, whole.top() - 10.0 - name.size().y);
    painter.galley(place, name, theme.hi);
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
    let points = vec![
        pos2(start, from),
        pos2(start + 6.0 * leader, from),
        pos2(start + 13.0 * leader, y),
        pos2(start + 18.0 * leader, y),
    ];
    painter.line(points, pen);
    let name = if show.is_half { TextRole::Tick.font() } else { TextRole::Body.font() };
    let place = pos2(start + 22.0 * leader, y);
    let words = &show.facts.branch_names[branch];
    let named = painter.layout_no_wrap(words.clone(), name, theme.mid.gamma_multiply(dim));
    let channels = show.version().branches[branch];
    let number = Weight::SemiBold.size(if show.is_half { 15.0 } else { 16.0 });
    let at_end = pos2(at.labels_right, y);
    let ink = hue.text.gamma_multiply(dim);
    let words = if show.is_off(branch) { tr("module-off") } else { grouped(channels as u64) };
    let number = painter.text(at_end, Align2::RIGHT_CENTER, words, number, ink);
    // Order and hue say which branch it is where its name has no room.
    if place.x + named.size().x + 3.0 <= number.left() {
        painter.galley(pos2(place.x, place.y - named.size().y / 2.0), named, ink);
    }
}
