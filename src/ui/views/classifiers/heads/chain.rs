//! One head as a chain of its layers.

use egui::{Align2, Rect, Role, Shape, Stroke, Ui, pos2, vec2};

use super::stage;
use crate::locale::format::compact;
use crate::locale::text::tr_with;
use crate::spec::{Head, Layer};
use crate::ui::kit::paint::{spoken, text, text_within};
use crate::ui::style::{TextRole, Theme, is_projected, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::numbers::{head_hue, head_name};

/// Width of the head's name at the left.
const NAME: f32 = 96.0;
/// The same before a class.
const LARGE_NAME: f32 = 132.0;
/// Columns of stages: the layers of an auxiliary head.
const COLUMNS: usize = 4;
/// Width below which arrows are short.
const ROOMY: f32 = 740.0;

/// Width of the head's name as it is read now.
fn name_width() -> f32 {
    if is_projected() { LARGE_NAME } else { NAME }
}

/// Shows the head's layers with arrows between them.
pub(super) fn chain(ui: &mut Ui, row: Rect, head: Head, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let network = board.subject.run.report.network.clone();
    let stages: Vec<&Layer> = network.head_layers(head).collect();
    name(ui, row, head, &stages, theme);
    if stages.is_empty() {
        let words = tr_with("head-absent", &[("number", head.number().unwrap_or(0))]);
        let left = pos2(row.left() + name_width(), row.center().y);
        let room = row.right() - left.x;
        let shown = text_within(ui.painter(), left, room, &words, TextRole::Body, theme.low);
        spoken(ui, shown, Role::Label, &words);
        return;
    }
    let gap = if row.width() >= ROOMY { 26.0 } else { 15.0 };
    let width = (row.width() - name_width() - gap * (COLUMNS - 1) as f32) / COLUMNS as f32;
    let slot = |column: usize| {
        let left = row.left() + name_width() + column as f32 * (width + gap);
        Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()))
    };
    let mut boxes: Vec<(&Layer, Rect)> = Vec::new();
    let count = stages.len();
    for (place, layer) in stages.into_iter().enumerate() {
        // The logits of all heads stand below each other.
        let is_last = place + 1 == count;
        let column = if is_last { COLUMNS - 1 } else { place };
        boxes.push((layer, slot(column)));
    }
    for pair in boxes.windows(2) {
        arrow(ui, pair[0].1, pair[1].1, theme);
    }
    for (layer, rect) in boxes {
        stage::stage(ui, rect, layer, head, board);
    }
}

/// Name, what all of it weighs, and when it is used.
fn name(ui: &Ui, row: Rect, head: Head, stages: &[&Layer], theme: &Theme) {
    let painter = ui.painter();
    let ink = theme.hue(head_hue(head)).text;
    let middle = row.center().y;
    let title = head_name(head);
    let left = pos2(row.left(), middle - 18.0);
    text(painter, left, Align2::LEFT_CENTER, &title, TextRole::CardTitle, ink);
    let params: usize = stages.iter().map(|layer| layer.params).sum();
    let count = compact(params as f64);
    let lines = [
        tr_with("classifiers-params", &[("count", &*count)]),
        crate::locale::text::tr(match head {
            Head::Main => "classifiers-always",
            Head::Aux1 | Head::Aux2 => "classifiers-training-only",
        }),
    ];
    if stages.is_empty() {
        return;
    }
    let mut top = middle - 6.0;
    for words in &lines {
        let room = name_width() - size::SPACE_8;
        let galley = painter.layout(words.clone(), TextRole::Tick.font(), theme.low, room);
        let height = galley.size().y;
        painter.galley(pos2(row.left(), top), galley, theme.low);
        top += height;
    }
    spoken(ui, row.with_max_x(row.left() + name_width()), Role::Label, &format!("{title}, {}", lines.join(", ")));
}

fn arrow(ui: &Ui, from: Rect, to: Rect, theme: &Theme) {
    let painter = ui.painter();
    let (start, end) = (from.right_center() + vec2(2.0, 0.0), to.left_center() - vec2(2.0, 0.0));
    painter.line_segment([start, end - vec2(7.0, 0.0)], Stroke::new(2.0, theme.mid));
    let tip = vec![end, end + vec2(-9.0, -4.5), end + vec2(-9.0, 4.5)];
    painter.add(Shape::convex_polygon(tip, theme.mid, Stroke::NONE));
}
