//! Both answers against the size of the change, and the slider below, whose handle rides on the curve.

use egui::{Align2, Color32, Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder, pos2};

use super::change;
use super::page::{Page, other_than};
use crate::analysis::Scores;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::FOOL_SIZES;
use crate::ui::kit::paint::{spoken, text};
use crate::ui::kit::stops;
use crate::ui::style::{Hue, TextRole, Theme, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::visualize::fool::Goal;

/// Sizes that are written below, grey levels.
const TICKS: [usize; 6] = [0, 1, 2, 4, 8, 16];
/// Half of a slider's handle: the curve begins where the handle's middle rests.
const HANDLE: f32 = 9.0;
/// Height of the slider and of the numbers below it, points.
const SLIDER: f32 = 24.0;
const NUMBERS: f32 = 38.0;
/// Width of the numbers at the left, points.
const LEFT: f32 = 44.0;

/// Shows both.
pub(super) fn curve(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let track = Rect::from_min_max(
        pos2(rect.left() + LEFT - HANDLE, rect.bottom() - NUMBERS - SLIDER),
        pos2(rect.right(), rect.bottom() - NUMBERS),
    );
    let chart = Rect::from_min_max(
        pos2(track.left() + HANDLE, rect.top() + 20.0),
        pos2(track.right() - HANDLE, track.top() - 2.0),
    );
    legend(ui, rect, page, theme);
    lines(ui, chart, page, theme);
    let response = ui.interact(chart, ui.scope_id().with("fool-chart"), Sense::CLICK | Sense::DRAG);
    if let Some(pointer) = response.interact_pointer_pos() {
        let share = ((pointer.x - chart.left()) / chart.width()).clamp(0.0, 1.0);
        let size = (share * (FOOL_SIZES - 1) as f32).round() as u8;
        if size != page.wishes.epsilon {
            change(board, |wishes| wishes.epsilon = size);
        }
    }
    let mut stop = usize::from(page.wishes.epsilon);
    ui.scope_builder(UiBuilder::new().max_rect(track), |ui| {
        ui.spacing_mut().slider_width = track.width();
        if stops(ui, theme, &tr("fool-epsilon"), &mut stop, FOOL_SIZES).changed() {
            change(board, |wishes| wishes.epsilon = stop as u8);
        }
    });
    for tick in TICKS {
        let x = chart.left() + chart.width() * tick as f32 / (FOOL_SIZES - 1) as f32;
        let is_now = tick == usize::from(page.wishes.epsilon);
        let (role, ink) = match is_now {
            true => (TextRole::StatusStrong, theme.hi),
            false => (TextRole::Tick, theme.low),
        };
        text(ui.painter(), pos2(x, track.bottom() + 12.0), Align2::CENTER_CENTER, &tick.to_string(), role, ink);
    }
    let words = tr("fool-epsilon-words");
    let below = pos2(chart.center().x, rect.bottom() - 8.0);
    text(ui.painter(), below, Align2::CENTER_CENTER, &words, TextRole::Tick, theme.mid);
}

/// Which line is which.
fn legend(ui: &Ui, rect: Rect, page: &Page<'_>, theme: &Theme) {
    let label = |class: usize| class_text(&page.report.labels[class]).to_owned();
    let other = match page.asked.goal {
        Goal::Class(class) => label(class),
        Goal::AnyOther => tr("fool-strongest-other"),
    };
    let mut left = rect.left() + LEFT;
    for (hue, words) in [(Hue::Classifier, label(page.asked.answer)), (Hue::Positive, other)] {
        let stroke = Stroke::new(2.0, theme.hue(hue).fill);
        ui.painter().hline(left..=left + 18.0, rect.top() + 8.0, stroke);
        let place = pos2(left + 24.0, rect.top() + 8.0);
        left = text(ui.painter(), place, Align2::LEFT_CENTER, &words, TextRole::Status, theme.hi).right() + 20.0;
    }
}

/// Size, probability of the answer, and of the other one, as far as they are known.
fn points(page: &Page<'_>) -> Vec<[f32; 3]> {
    let of = |size: usize, scores: &Scores| {
        let other = match page.asked.goal {
            Goal::Class(class) => Some(class),
            Goal::AnyOther => other_than(scores, page.asked.answer),
        };
        let share = |class: usize| scores.probabilities.get(class).copied().unwrap_or(0.0);
        [size as f32, share(page.asked.answer), other.map_or(0.0, share)]
    };
    let known = page.entry.map(|entry| &entry.known[..]).unwrap_or_default();
    let changed = known.iter().enumerate().filter_map(|(size, fooled)| Some(of(size, fooled.as_ref()?.main()?)));
    [of(0, page.report.main())].into_iter().chain(changed).collect()
}

fn lines(ui: &Ui, chart: Rect, page: &Page<'_>, theme: &Theme) {
    let painter = ui.painter();
    for (share, words) in [(0.0, "0%"), (0.5, "50%"), (1.0, "100%")] {
        let y = chart.bottom() - chart.height() * share;
        painter.hline(chart.x_range(), y, Stroke::new(size::hairline(), theme.line));
        let row = ui.fonts_mut(|fonts| fonts.row_height(&TextRole::Tick.font()));
        // In a low chart its ends alone are named.
        if share != 0.5 || chart.height() >= 3.0 * row {
            text(painter, pos2(chart.left() - 8.0, y), Align2::RIGHT_CENTER, words, TextRole::Tick, theme.low);
        }
    }
    let at = |size: f32, share: f32| {
        let x = chart.left() + chart.width() * size / (FOOL_SIZES - 1) as f32;
        pos2(x, chart.bottom() - chart.height() * share)
    };
    let points = points(page);
    for (line, hue) in [(1, Hue::Classifier), (2, Hue::Positive)] {
        let color: Color32 = theme.hue(hue).fill;
        let known: Vec<_> = points.iter().map(|point| at(point[0], point[line])).collect();
        for pair in known.windows(2) {
            painter.add(Shape::line_segment([pair[0], pair[1]], Stroke::new(2.0, color)));
        }
        let now = points.iter().find(|point| point[0] == f32::from(page.wishes.epsilon));
        if let Some(now) = now {
            let place = at(now[0], now[line]);
            painter.circle(place, 5.0, color, Stroke::new(1.5, theme.bg1));
        }
    }
    let now = at(f32::from(page.wishes.epsilon), 0.0).x;
    painter.vline(now, chart.y_range(), Stroke::new(size::hairline(), theme.mid));
    let known = points.len() - 1;
    let words = match points.iter().find(|point| point[0] > 0.0 && point[2] > point[1]) {
        Some(first) => {
            let values = [("size", format!("{:.0}", first[0])), ("share", percent(f64::from(first[2])))];
            tr_with("fool-crossing", &values)
        }
        None => tr_with("fool-known", &[("known", known as f64), ("all", (FOOL_SIZES - 1) as f64)]),
    };
    spoken(ui, chart, Role::Label, &words);
    let place = pos2(chart.right(), chart.top() - 12.0);
    text(painter, place, Align2::RIGHT_CENTER, &words, TextRole::Status, theme.mid);
}
