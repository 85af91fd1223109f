//! The result in a sentence; seed and progress; how to read the charts.

use egui::{Align2, Rect, RichText, Role, Stroke, Ui, Vec2};

use super::Page;
use super::facts::{gain, times, true_label};
use crate::analysis::Initialisation;
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::kit::paint::{first_that_fits, spoken};
use crate::ui::kit::{Area, Button, Lines, from_right, write, write_fitted};
use crate::ui::style::{Hue, TextRole, caption_room, size};

/// Shows it.
pub(super) fn heading(ui: &mut Ui, rect: Rect, page: &Page<'_>, commands: &mut Vec<Command>) {
    let mut below = rect;
    let row = below.take_top(size::CONTROL_HEIGHT);
    let room = row.with_max_x(controls(ui, row, page, commands) - size::SPACE_16);
    let result = first_that_fits(ui.painter(), results(page), room.width(), TextRole::RowNumber);
    spoken(ui, room, Role::Heading, &result);
    let theme = page.look.theme;
    write_fitted(ui.painter(), room, Align2::LEFT_CENTER, &result, TextRole::RowNumber, theme.hi);
    let line = caption_room(LINE);
    // In a narrow tab the lines are named below what is read, not beside it.
    if is_narrow(rect.width()) {
        legend(ui, below.take_bottom(line + size::SPACE_8), page);
    } else {
        below.max.x = legend(ui, below, page) - size::SPACE_16;
    }
    let rows = (below.height() / line) as usize;
    // In a low tab the charts go first: what they show is said below each.
    if rows == 0 {
        return;
    }
    let lay_out =
        |words: &str| Lines::at_most(ui.painter(), words, (TextRole::Caption, theme.low), below.width(), rows);
    let mut words = reading(page, true);
    let mut lines = lay_out(&words);
    if lines.is_cut() {
        words = reading(page, false);
        lines = lay_out(&words);
    }
    spoken(ui, below, Role::Label, &words);
    lines.paint(ui.painter(), below.without_top(4.0), Align2::LEFT_TOP);
}

/// From one line of the words to the next on a desk, points.
const LINE: f32 = 18.0;

/// Whether what the lines are called has no room beside how they are read.
fn is_narrow(width: f32) -> bool {
    width < caption_room(660.0)
}

/// Height of it all over so much room, points: result and controls, and the words below them in one line or two.
pub(super) fn height(room: Vec2) -> f32 {
    let lines = match (is_narrow(room.x), room.y >= ROOMY) {
        (true, _) if room.y < caption_room(HIGH) => caption_room(LINE) + size::SPACE_8,
        (true, _) => 3.0 * caption_room(LINE) + size::SPACE_8,
        (false, true) => 2.0 * caption_room(LINE),
        (false, false) => caption_room(LINE),
    };
    size::CONTROL_HEIGHT + lines + size::SPACE_8
}

/// Room from which on there are two lines, points; in a narrow tab, on a desk, any.
const ROOMY: f32 = 330.0;
const HIGH: f32 = 380.0;

/// Which class counts as true, and how to read the charts.
fn reading(page: &Page<'_>, is_long: bool) -> String {
    let key = if is_long { "gradients-read" } else { "gradients-read-short" };
    let words = format!("{}. {}", true_label(page.state), tr(key));
    match page.state.muted().is_empty() {
        true => words,
        false => format!("{} {words}", tr("gradients-off")),
    }
}

/// What was measured, in longer and shorter words.
fn results(page: &Page<'_>) -> [String; 3] {
    if !page.has_heads {
        let short = tr("gradients-no-heads-short");
        return [tr("gradients-no-heads"), short.clone(), short];
    }
    let curves = &page.state.found.gradients.curves;
    let of = |initialisation: Initialisation| {
        let curve = curves.iter().find(|curve| curve.initialisation == initialisation)?;
        gain(curve).map(times)
    };
    let [loaded, fresh, normalised] = Initialisation::ALL.map(of);
    let Some(fresh) = fresh else {
        let waiting =
            if page.state.found.gradients.is_running { tr("gradients-waiting") } else { tr("gradients-stopped") };
        return [waiting.clone(), waiting.clone(), waiting];
    };
    let shortest = tr_with("gradients-result-short", &[("times", fresh.clone())]);
    let short = tr_with("gradients-result", &[("times", fresh)]);
    match (loaded, normalised) {
        (Some(loaded), Some(normalised)) => {
            let values = [("bn", normalised), ("trained", loaded)];
            let others = tr_with("gradients-result-others", &values);
            [format!("{short} ({others})"), short, shortest]
        }
        _ => [short.clone(), short, shortest],
    }
}

/// Seed and what can be done about it, or progress, at the right; returns where they begin.
fn controls(ui: &mut Ui, row: Rect, page: &Page<'_>, commands: &mut Vec<Command>) -> f32 {
    let theme = page.look.theme;
    let gradients = &page.state.found.gradients;
    from_right(ui, row, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        let (done, all) = (gradients.curves.len(), Initialisation::ALL.len());
        let progress = tr_with("gradients-progress", &[("done", done.to_string()), ("all", all.to_string())]);
        let caption = |ui: &mut Ui, words: &str| {
            let words = RichText::new(words).font(TextRole::Body.font());
            ui.label(words.color(theme.mid));
        };
        if gradients.is_running {
            if ui.add(Button::plain(theme, &tr("gradients-cancel"))).clicked() {
                commands.push(Command::CancelGradients);
            }
            caption(ui, &progress);
        } else {
            if ui.add(Button::plain(theme, &tr("gradients-again"))).clicked() {
                commands.push(Command::ComputeGradients(gradients.seed));
            }
            if !gradients.is_complete() {
                caption(ui, &progress);
            }
        }
        // In a narrow tab the result goes first.
        if is_narrow(row.width()) {
            return ui.min_rect().left();
        }
        if ui.add(Button::plain(theme, &tr("gradients-new-seed"))).clicked() {
            commands.push(Command::ComputeGradients(gradients.seed.wrapping_add(1)));
        }
        let seed = gradients.seed.to_string();
        caption(ui, &tr_with("gradients-seed", &[("seed", seed)]));
        ui.min_rect().left()
    })
}

/// Which line is which, at the right; returns where it begins.
fn legend(ui: &Ui, rect: Rect, page: &Page<'_>) -> f32 {
    let theme = page.look.theme;
    let mut row = rect.top_part(26.0);
    let entries = [("gradients-line-total", Hue::Aux), ("gradients-line-main", Hue::Classifier)];
    let shown = if page.has_heads { 0 } else { 1 };
    for (key, hue) in entries.into_iter().skip(shown) {
        let words = write(ui.painter(), row, Align2::RIGHT_CENTER, &tr(key), TextRole::Caption, theme.mid);
        row.take_right(words.width() + size::SPACE_8);
        let swatch = row.take_right(22.0);
        let pen = Stroke::new(size::stroke_chart(), theme.hue(hue).fill);
        ui.painter().hline(swatch.x_range(), swatch.center().y, pen);
        row.take_right(size::SPACE_16);
    }
    row.right()
}
