//! One head as a chain of its layers.

use egui::{Align2, Rect, Role, Ui, vec2};

use super::stage;
use crate::locale::format::compact;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, Layer};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Lines, arrow_line, write, write_fitted};
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
    let mut room = row;
    let names = room.take_left(name_width());
    name(ui, names, head, &stages, theme);
    let Some((last, others)) = stages.split_last() else {
        let words = tr_with("head-absent", &[("number", head.number().unwrap_or(0))]);
        let shown = write_fitted(ui.painter(), room, Align2::LEFT_CENTER, &words, TextRole::Body, theme.low);
        spoken(ui, shown, Role::Label, &words);
        return;
    };
    let gap = if row.width() >= ROOMY { 26.0 } else { 15.0 };
    let slots = room.columns::<COLUMNS>(gap);
    // The logits of all heads stand below each other.
    let boxes: Vec<(&Layer, Rect)> = others.iter().copied().zip(slots).chain([(*last, slots[COLUMNS - 1])]).collect();
    // The arrows do not touch what they are between.
    let clear = vec2(2.0, 0.0);
    for [(_, from), (_, to)] in boxes.array_windows() {
        let ends = [from.right_center() + clear, to.left_center() - clear];
        arrow_line(ui.painter(), ends, 2.0, 9.0, theme.mid);
    }
    for (layer, rect) in boxes {
        stage::stage(ui, rect, layer, head, board);
    }
}

/// Name, what all of it weighs, and when it is used.
fn name(ui: &Ui, rect: Rect, head: Head, stages: &[&Layer], theme: &Theme) {
    let painter = ui.painter();
    let ink = theme.hue(head_hue(head)).text;
    let title = head_name(head);
    write(painter, rect.without_bottom(36.0), Align2::LEFT_CENTER, &title, TextRole::CardTitle, ink);
    if stages.is_empty() {
        return;
    }
    let params: usize = stages.iter().map(|layer| layer.params).sum();
    let count = compact(params as f64);
    let lines = [
        tr_with("classifiers-params", &[("count", &*count)]),
        tr(match head {
            Head::Main => "classifiers-always",
            Head::Aux1 | Head::Aux2 => "classifiers-training-only",
        }),
    ];
    let mut below = rect.without_top(rect.height() / 2.0 - 6.0).without_right(size::SPACE_8);
    for words in &lines {
        let lines = Lines::new(painter, words, TextRole::Tick, theme.low, below.width());
        let place = below.take_top(lines.height());
        lines.paint(painter, place, Align2::LEFT_TOP);
    }
    spoken(ui, rect, Role::Label, &format!("{title}, {}", lines.join(", ")));
}
