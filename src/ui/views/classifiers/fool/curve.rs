//! Both answers against the size of the change, and the slider below, whose handle rides on the curve.

use egui::{Align2, Rect, Role, Sense, Stroke, Ui};

use super::change;
use super::page::{Page, other_than};
use crate::analysis::Scores;
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::FOOL_SIZES;
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Axes, crossing, stops, within, write};
use crate::ui::style::{Hue, TextRole, Theme};
use crate::ui::views::classifiers::class_query::Board;
use crate::visualize::fool::Goal;

/// Sizes that are written below, grey levels.
const TICKS: [usize; 6] = [0, 1, 2, 4, 8, 16];
/// Half of a slider's handle: the curve begins where the handle's middle rests.
const HANDLE: f32 = 9.0;
/// Height of the row with the lines' names, of the slider, and of the numbers below it, points.
const TITLE: f32 = 20.0;
const SLIDER: f32 = 24.0;
const NUMBERS: f32 = 38.0;
/// Width of the numbers at the left, points.
const LEFT: f32 = 44.0;

/// Shows both.
pub(super) fn curve(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let mut room = rect;
    let title = room.take_top(TITLE).top_part(16.0);
    let axis = room.take_bottom(NUMBERS);
    let track = room.take_bottom(SLIDER).without_left(LEFT - HANDLE);
    let chart = room.without_left(LEFT).without_right(HANDLE).without_bottom(2.0);
    let axes = Axes::new(chart, [0.0, (FOOL_SIZES - 1) as f32], [0.0, 1.0]);
    legend(ui, title, page, theme);
    lines(ui, &axes, title.with_max_x(chart.right()), page, theme);
    let response = ui.interact(chart, ui.scope_id().with("fool-chart"), Sense::CLICK | Sense::DRAG);
    if let Some(pointer) = response.interact_pointer_pos() {
        let size = axes.x_at(pointer).round() as u8;
        if size != page.wishes.epsilon {
            change(board, |wishes| wishes.epsilon = size);
        }
    }
    let mut stop = usize::from(page.wishes.epsilon);
    within(ui, track, |ui| {
        ui.spacing_mut().slider_width = track.width();
        if stops(ui, theme, &tr("fool-epsilon"), &mut stop, FOOL_SIZES).changed() {
            change(board, |wishes| wishes.epsilon = stop as u8);
        }
    });
    for tick in TICKS {
        let is_now = tick == usize::from(page.wishes.epsilon);
        let (role, ink) = match is_now {
            true => (TextRole::StatusStrong, theme.hi),
            false => (TextRole::Tick, theme.low),
        };
        let under = axis.with_min_x(axes.x_of(tick as f32)).left_part(0.0).top_part(24.0);
        write(ui.painter(), under, Align2::CENTER_CENTER, &tick.to_string(), role, ink);
    }
    let under = crossing(chart, axis).bottom_part(16.0);
    write(ui.painter(), under, Align2::CENTER_CENTER, &tr("fool-epsilon-words"), TextRole::Tick, theme.mid);
}

/// Which line is which.
fn legend(ui: &Ui, rect: Rect, page: &Page<'_>, theme: &Theme) {
    let label = |class: usize| class_text(&page.report.labels[class]).to_owned();
    let other = match page.asked.goal {
        Goal::Class(class) => label(class),
        Goal::AnyOther => tr("fool-strongest-other"),
    };
    let mut row = rect.without_left(LEFT);
    for (hue, words) in [(Hue::Classifier, label(page.asked.answer)), (Hue::Positive, other)] {
        let line = row.take_left(18.0);
        ui.painter().hline(line.x_range(), line.center().y, Stroke::new(2.0, theme.hue(hue).fill));
        let name = row.without_left(6.0);
        let shown = write(ui.painter(), name, Align2::LEFT_CENTER, &words, TextRole::Status, theme.hi);
        row.min.x = shown.right() + 20.0;
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

/// Curves and levels, and above them at the right what is found.
fn lines(ui: &Ui, axes: &Axes, title: Rect, page: &Page<'_>, theme: &Theme) {
    let painter = ui.painter();
    let row = ui.fonts_mut(|fonts| fonts.row_height(&TextRole::Tick.font()));
    // In a low chart its ends alone are named.
    let half = if axes.chart.height() >= 3.0 * row { "50%" } else { "" };
    for (share, words) in [(0.0, "0%"), (0.5, half), (1.0, "100%")] {
        axes.named_level(painter, share, words, theme);
    }
    let points = points(page);
    let epsilon = f32::from(page.wishes.epsilon);
    for (line, hue) in [(1, Hue::Classifier), (2, Hue::Positive)] {
        let fill = theme.hue(hue).fill;
        axes.curve(painter, points.iter().map(|point| [point[0], point[line]]), Stroke::new(2.0, fill));
        if let Some(now) = points.iter().find(|point| point[0] == epsilon) {
            painter.circle(axes.at(now[0], now[line]), 5.0, fill, Stroke::new(1.5, theme.bg1));
        }
    }
    axes.upright(painter, epsilon, theme.mid);
    let known = points.len() - 1;
    let words = match points.iter().find(|point| point[0] > 0.0 && point[2] > point[1]) {
        Some(first) => {
            let values = [("size", format!("{:.0}", first[0])), ("share", percent(f64::from(first[2])))];
            tr_with("fool-crossing", &values)
        }
        None => tr_with("fool-known", &[("known", known as f64), ("all", (FOOL_SIZES - 1) as f64)]),
    };
    spoken(ui, axes.chart, Role::Label, &words);
    write(painter, title, Align2::RIGHT_CENTER, &words, TextRole::Status, theme.mid);
}
