//! What the network says now and what it said before the edits, and how fast it follows.

use egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::rows;
use crate::analysis::Prediction;
use crate::locale::format::{fixed, milliseconds, percent, signed};
use crate::locale::text::{class_text, tr_with};
use crate::state::State;
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
    let middle = rect.top() + 11.0;
    let mut right = rect.right();
    if let (Some(before), Some(change)) = (before, &change) {
        let font = TextRole::BodyStrong.font();
        let ink = theme.sign(class.probability - before).text;
        painter.text(pos2(right, middle), Align2::RIGHT_CENTER, change, font, ink);
        right -= 74.0;
    }
    let words = match before {
        Some(before) => format!("{} → {share}", percent(f64::from(before))),
        None => share,
    };
    let font = TextRole::Body.font();
    let number = painter.text(pos2(right, middle), Align2::RIGHT_CENTER, words, font, theme.hi);
    let room = Rect::from_min_max(rect.min, pos2(number.left() - size::SPACE_8, rect.bottom()));
    painter.with_clip_rect(room).text(
        pos2(rect.left(), middle),
        Align2::LEFT_CENTER,
        class_text(&class.label),
        TextRole::Name.font(),
        theme.hi,
    );
    bar(ui, rect, class.probability, before, theme);
}

fn bar(ui: &Ui, rect: Rect, share: f32, before: Option<f32>, theme: &Theme) {
    let painter = ui.painter();
    let track = Rect::from_min_size(pos2(rect.left(), rect.bottom() - BAR), vec2(rect.width(), BAR));
    painter.rect_filled(track, size::RADIUS_BAR, theme.bar_track);
    let fill = Rect::from_min_size(track.min, vec2((track.width() * share).max(BAR), BAR));
    painter.rect_filled(fill, size::RADIUS_BAR, theme.hue(Hue::Classifier).fill);
    if let Some(before) = before {
        let x = track.left() + track.width() * before;
        let mark = Stroke::new(2.0, theme.hi);
        painter.vline(x, track.y_range().expand(2.0), mark);
    }
}

/// A change of a probability in percentage points, with its sign.
pub(super) fn points(change: f32) -> String {
    tr_with("edit-points", &[("change", &*signed(f64::from(change) * 100.0, 1))])
}
