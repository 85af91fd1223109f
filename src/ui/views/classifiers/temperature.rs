//! How certain the heads' cards are: a slider over the softmax.

use egui::{Align2, PopupCloseBehavior, Rect, RichText, Ui};

use super::class_query::Board;
use crate::analysis::{Calibration, Temperature};
use crate::locale::format::{fixed, percent};
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::Command;
use crate::ui::kit::{Area, Button, Pressable, from_left, menu, slider, tooltip, why_disabled, write};
use crate::ui::style::{TextRole, size};

/// Least width of the slider, points; where there is less room, the number with its menu stands alone.
const SLIDER: [f32; 2] = [36.0, 96.0];
/// Photos of known classes that a temperature is fitted to, at least.
const LEAST_PHOTOS: usize = 50;
/// Width of the number, points.
const NUMBER: f32 = 58.0;

/// Shows the slider and the number; a click on the number offers 1 again, and what an album says.
pub(super) fn temperature(ui: &mut Ui, rect: Rect, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let now = board.subject.state.study.temperature;
    if rect.width() < NUMBER {
        return;
    }
    let words = tr_with("temperature-short", &[("temperature", fixed(f64::from(now.value()), 2))]);
    let row = rect.middle_row(rect.height().max(size::HIT_TARGET));
    let number = row.right_part(NUMBER);
    let name = tr_with("temperature-name", &[("temperature", fixed(f64::from(now.value()), 2))]);
    let response =
        Pressable::new(ui.scope_id().with("temperature"))
            .radius(size::RADIUS_TILE)
            .show(ui, number, theme, || name.clone());
    let (role, ink) = match (now == Temperature::ONE, response.hovered()) {
        (false, _) => (TextRole::StatusStrong, theme.hi),
        (true, true) => (TextRole::Status, theme.hi),
        (true, false) => (TextRole::Status, theme.mid),
    };
    write(ui.painter(), number, Align2::RIGHT_CENTER, &words, role, ink);
    tooltip(&response, theme, |ui| {
        ui.set_max_width(340.0);
        ui.label(RichText::new(order_stays(board, now)).color(theme.hi));
        ui.label(RichText::new(tr("temperature-tip")).color(theme.mid));
    });
    menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| choices(ui, board));
    let room = row.without_right(NUMBER + size::SPACE_8);
    let width = room.width().min(SLIDER[1]);
    if width < SLIDER[0] {
        return;
    }
    let place = room.right_part(width);
    // Twice as hot is as far from 1 as half as hot.
    let [low, high] = Temperature::ENDS.map(f32::ln);
    let mut value = now.value().ln();
    from_left(ui, place, |ui| {
        ui.spacing_mut().slider_width = width;
        let response = slider(ui, theme, &tr("temperature"), &mut value, low..=high);
        if response.changed() {
            board.commands.push(Command::SetTemperature(Temperature::new(value.exp())));
        }
    });
}

/// Back to 1, or as sure as the network is right on an album.
fn choices(ui: &mut Ui, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let state = board.subject.state;
    ui.set_max_width(300.0);
    ui.label(RichText::new(order_stays(board, state.study.temperature)).color(theme.hi));
    if ui.add(Button::plain(theme, &tr("temperature-reset"))).clicked() {
        board.commands.push(Command::SetTemperature(Temperature::ONE));
        ui.close();
    }
    let calibration = state.found.calibration.filter(|((album, _), _)| *album == state.album.number);
    let found = calibration.and_then(|(_, found)| found);
    let enough = found.filter(|found| found.photos >= LEAST_PHOTOS);
    let button = ui.add_enabled(enough.is_some(), Button::plain(theme, &tr("temperature-album")));
    why_disabled(&button, theme, &tr("temperature-needs-album"));
    let Some(found) = found else { return };
    ui.label(RichText::new(said(&found)).color(theme.mid));
    if button.clicked() {
        board.commands.push(Command::SetTemperature(found.temperature));
        ui.close();
    }
}

/// What the temperature does to the answer, the first that holds (`lesson-text-2.md`, Temperature).
fn order_stays(board: &Board<'_, '_>, temperature: Temperature) -> String {
    let report = &board.subject.run.report;
    let main = report.main();
    let best = main.best();
    let share = |temperature| percent(f64::from(main.at(temperature).probabilities[best]));
    let values = [
        ("t", fixed(f64::from(temperature.value()), 2)),
        ("label", class_text(&report.labels[best]).to_owned()),
        ("before", share(Temperature::ONE)),
        ("after", share(temperature)),
    ];
    let key = match temperature.value() {
        value if value > 1.0 => "temperature-high",
        value if value < 1.0 => "temperature-low",
        _ => "temperature-otherwise",
    };
    tr_with(key, &values)
}

/// What an album says, the first that holds (`lesson-text-2.md`, Temperature).
fn said(found: &Calibration) -> String {
    let values = [
        ("t", fixed(f64::from(found.temperature.value()), 2)),
        ("known", found.photos.to_string()),
        ("least", LEAST_PHOTOS.to_string()),
        ("before", fixed(found.errors[0], 3)),
        ("after", fixed(found.errors[1], 3)),
    ];
    let key = match found.temperature.value() {
        _ if found.photos < LEAST_PHOTOS => "calibrated-few",
        _ if found.errors[1] >= found.errors[0] => "calibrated-worse",
        value if value > 1.05 => "calibrated-sure",
        value if value < 0.95 => "calibrated-modest",
        _ => "calibrated-otherwise",
    };
    tr_with(key, &values)
}
