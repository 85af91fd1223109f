//! What the network says now and what it said before the edits, and how fast it follows.

use egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::rows;
use crate::analysis::Prediction;
use crate::locale::format::{fixed, milliseconds, percent, signed};
use crate::locale::text::{class_text, tr_with};
use crate::state::State;
use crate::ui::kit::{Area, left_of, write};
use crate::ui::style::{Hue, TextRole, Theme, size};

/// Classes listed.
const TOP: usize = 3;
/// Height of a class, points.
const ROW: f32 = 32.0;
/// Height of its bar, points.
const BAR: f32 = 6.0;

/// Shows the first classes, each with its change, and the pace of the live loop.
pub(super) fn top_predictions(ui: &mut Ui, state: &State, theme: &Theme) {
    let Some(shown) = state.shown() else { return };
    ui.spacing_mut().item_spacing.y = size::SPACE_4;
    let before = state.original().map(|original| original.report.main());
    for class in shown.report.main().top(TOP, &shown.report.labels) {
        let before = before.and_then(|scores| scores.probabilities.get(class.index));
        row(ui, &class, before.copied(), theme);
    }
    rows::text(ui, &pace(state), TextRole::Caption, theme.low);
    ui.spacing_mut().item_spacing.y = size::SPACE_8;
}

/// "24 runs/s · 38 ms a run".
fn pace(state: &State) -> String {
    let Some(report) = state.report() else {
        return String::new();
    };
    let time = milliseconds(report.forward_ms);
    match state.editing.runs_per_second() {
        Some(rate) => {
            let rate = fixed(rate, if rate < 9.95 { 1 } else { 0 });
            tr_with("edit-pace", &[("rate", rate), ("time", time)])
        }
        None => tr_with("edit-pace-single", &[("time", time)]),
    }
}

/// "cat 90.1% → 41.0% −49.1", a bar, and a mark where it was.
fn row(ui: &mut Ui, class: &Prediction, before: Option<f32>, theme: &Theme) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let share = percent(f64::from(class.probability));
    let change = before.map(|before| points(class.probability - before));
    response.widget_info(|| {
        let name = match (before, &change) {
            (Some(before), Some(change)) => tr_with(
                "edit-belief-changed",
                &[
                    ("label", class_text(&class.label).to_owned()),
                    ("before", percent(f64::from(before))),
                    ("share", share.clone()),
                    ("change", change.clone()),
                ],
            ),
            _ => tr_with("share-name", &[("label", class_text(&class.label).to_owned()), ("share", share.clone())]),
        };
        WidgetInfo::labeled(Role::Meter, ui.is_enabled(), name)
    });
    let painter = ui.painter();
    let mut line = rect.top_part(22.0);
    if let (Some(before), Some(change)) = (before, &change) {
        let ink = theme.sign(class.probability - before).text;
        write(painter, line.take_right(74.0), Align2::RIGHT_CENTER, change, TextRole::BodyStrong, ink);
    }
    let words = match before {
        Some(before) => format!("{} → {share}", percent(f64::from(before))),
        None => share,
    };
    let number = write(painter, line, Align2::RIGHT_CENTER, &words, TextRole::Body, theme.hi);
    let clipped = painter.with_clip_rect(left_of(rect, number, size::SPACE_8));
    write(&clipped, line, Align2::LEFT_CENTER, class_text(&class.label), TextRole::Name, theme.hi);
    bar(ui, rect, class.probability, before, theme);
}

fn bar(ui: &Ui, rect: Rect, share: f32, before: Option<f32>, theme: &Theme) {
    let painter = ui.painter();
    let track = rect.bottom_part(BAR);
    painter.rect_filled(track, size::RADIUS_BAR, theme.bar_track);
    let fill = track.left_part((track.width() * share).max(BAR));
    painter.rect_filled(fill, size::RADIUS_BAR, theme.hue(Hue::Classifier).fill);
    if let Some(before) = before {
        painter.vline(track.share(before).right(), track.y_range().expand(2.0), Stroke::new(2.0, theme.hi));
    }
}

/// A change of a probability in percentage points, with its sign.
pub(super) fn points(change: f32) -> String {
    tr_with("edit-points", &[("change", &*signed(f64::from(change) * 100.0, 1))])
}
