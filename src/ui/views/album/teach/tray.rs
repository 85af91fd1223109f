//! A class: its name, which can be typed over, its photos, and two places for one more.

use egui::{Align2, Id, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};

use super::Parts;
use super::held::{PER_SECOND, is_due};
use super::photo;
use super::scene::TeachScene;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, TeachCommand, TrayTarget};
use crate::teach::Tray;
use crate::ui::kit::paint::{card_ground, dashes, spoken};
use crate::ui::kit::{
    Area, Button, Field, Icon, cell_in, focus_ring, paint_icon, right_of, tooltip, why_disabled, within, write_fitted,
};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};

/// Side of a photo, and from one to the next, points.
pub(super) const SIDE: f32 = 49.0;
const PITCH: f32 = 56.0;
/// The lowest card.
pub(super) const LEAST: f32 = 172.0;
const PADDING: f32 = 14.0;
/// Share of that row that the name has.
const NAME: f32 = 0.44;
/// Height of the row with the name.
const TITLE: f32 = 34.0;

/// Photos side by side in a card of that width.
fn columns(width: f32) -> usize {
    (((width - 2.0 * PADDING + PITCH - SIDE) / PITCH).floor() as usize).max(2)
}

/// How high the card of a tray is at that width.
pub(super) fn height(tray: &Tray, width: f32) -> f32 {
    let rows = (tray.photos.len() + 2).div_ceil(columns(width)).max(2);
    (PADDING + TITLE + rows as f32 * PITCH + PADDING - 8.0).max(LEAST)
}

/// Shows the card.
pub(super) fn tray(
    ui: &mut Ui,
    rect: Rect,
    parts: Parts<'_>,
    tray: &Tray,
    scene: &mut TeachScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = parts.theme;
    card_ground(ui.painter(), rect, theme);
    if parts.teach().active == Some(tray.number) {
        let stroke = Stroke::new(size::hairline(), theme.line2);
        ui.painter().rect_stroke(rect, size::RADIUS_CARD, stroke, StrokeKind::Inside);
    }
    let mut photos = rect.shrink2(vec2(PADDING, PADDING - 4.0));
    heading(ui, photos.take_top(TITLE), parts, tray, scene, commands);
    photos.take_top(size::SPACE_4);
    let columns = columns(rect.width());
    let place = |index: usize| cell_in(photos, index, columns, Vec2::splat(PITCH)).square(Align2::LEFT_TOP, SIDE);
    for (index, photo) in tray.photos.iter().enumerate() {
        photo::photo(ui, place(index), parts, (tray, photo), look, commands);
    }
    let count = tray.photos.len();
    let add = tr_with("teach-tray-add", &[("name", &*tray.name)]);
    if more(ui, place(count), parts, (tray.number, Icon::Plus, Sense::click()), &[&add]).clicked() {
        commands.push(Command::Teach(TeachCommand::ChooseFor(TrayTarget::Tray(tray.number))));
    }
    let has_photo = parts.state.shown().is_some();
    let add = tr_with("teach-tray-add-open", &[("name", &*tray.name)]);
    let moves = parts.state.is_playing();
    let many = tr_with("teach-tray-add-open-many", &[("count", f64::from(PER_SECOND))]);
    let words = if moves { &[&*add, &*many][..] } else { &[&*add] };
    let sense = match (has_photo, moves) {
        (false, _) => Sense::hover(),
        (true, false) => Sense::click(),
        // What is held longer than a click is a drag.
        (true, true) => Sense::click_and_drag(),
    };
    let camera = more(ui, place(count + 1), parts, (tray.number, Icon::Camera, sense), words);
    if is_due(ui, &camera, tray.number, moves, &mut scene.held) || camera.clicked() {
        commands.push(Command::Teach(TeachCommand::AddOpen(TrayTarget::Tray(tray.number))));
    }
    photo::take_dropped(ui, rect, tray.number, commands);
}

/// Name, how many photos, how many right, and a cross.
fn heading(
    ui: &mut Ui,
    rect: Rect,
    parts: Parts<'_>,
    tray: &Tray,
    scene: &mut TeachScene,
    commands: &mut Vec<Command>,
) {
    let theme = parts.theme;
    let mut rest = rect;
    within(ui, rest.take_right(TITLE), |ui| {
        let name = tr_with("teach-tray-remove", &[("name", &*tray.name)]);
        if ui.add(Button::icon(theme, Icon::Close, &name)).clicked() {
            commands.push(Command::Teach(TeachCommand::RemoveTray(tray.number)));
        }
    });
    let name = rest.share(NAME);
    name_field(ui, name, parts, tray, scene, commands);
    let photos = tr_with("teach-tray-count", &[("photos", tray.photos.len() as f64)]);
    let right = parts.teach().right_in(tray.number).filter(|_| !tray.photos.is_empty());
    let words = match (right, tray.photos.len()) {
        (_, 1) => format!("{photos} · {}", tr("teach-tray-single")),
        (Some(right), _) => format!("{photos} · {}", tr_with("teach-tray-right", &[("right", right as f64)])),
        (None, _) => photos,
    };
    let place = right_of(rest, name, size::SPACE_8).without_right(size::SPACE_8);
    write_fitted(ui.painter(), place, Align2::RIGHT_CENTER, &words, TextRole::Caption, theme.low);
    spoken(ui, place, egui::Role::Label, &format!("{}: {words}", tray.name));
}

/// The name as a field; taken when it is left, or with Enter.
fn name_field(
    ui: &mut Ui,
    rect: Rect,
    parts: Parts<'_>,
    tray: &Tray,
    scene: &mut TeachScene,
    commands: &mut Vec<Command>,
) {
    let theme = parts.theme;
    let typed = scene.typed.take_if(|(number, _)| *number == tray.number);
    let mut text = typed.map_or_else(|| tray.name.clone(), |(_, text)| text);
    let name = tr_with("teach-tray-name", &[("name", &*tray.name)]);
    let field = Field::new(theme, &name, &mut text).id(Id::unique(("teach-name", tray.number)));
    let response = field.role(TextRole::CardTitle).put(ui, rect);
    if response.lost_focus() && text != tray.name {
        commands.push(Command::Teach(TeachCommand::Rename(tray.number, text)));
    } else if response.has_focus() {
        scene.typed = Some((tray.number, text));
    }
}

/// A dashed place that adds a photo; the first of the words is its name, the others are said where the pointer rests.
fn more(
    ui: &mut Ui,
    rect: Rect,
    parts: Parts<'_>,
    (tray, icon, sense): (u64, Icon, Sense),
    words: &[&str],
) -> Response {
    let theme = parts.theme;
    let is_on = sense.senses_click();
    let id = Id::unique(("teach-more", tray, icon as u8));
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, is_on, words[0]));
    let ink = match (is_on, response.hovered()) {
        (false, _) => theme.line2,
        (true, true) => theme.hi,
        (true, false) => theme.mid,
    };
    let mut shapes = Vec::new();
    let border = if response.hovered() { theme.low } else { theme.line2 };
    dashes(rect.shrink(1.0), Stroke::new(size::hairline(), border), 4.0, 3.0, &mut shapes);
    ui.painter().extend(shapes);
    paint_icon(ui.painter(), icon, rect.center(), ink);
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    match is_on {
        true => tooltip(&response, theme, |ui| {
            for words in words {
                ui.label(egui::RichText::new(*words).color(theme.hi));
            }
        }),
        false => why_disabled(&response, theme, &tr("teach-tray-add-open-none")),
    }
    response
}
