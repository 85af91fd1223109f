//! A photo of a tray: a click opens it, Del takes it out, dragged it goes to another tray.

use std::sync::Arc;

use egui::{
    Align, Align2, Id, Key, Layout, Modifiers, Rect, Sense, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui, Vec2,
};

use super::Parts;
use crate::locale::photo_names::photo_text;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, TeachCommand};
use crate::teach::{Tray, TrayPhoto};
use crate::ui::kit::paint::rounded_picture;
use crate::ui::kit::{Area, Button, Pressable};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{Theme, size};
use crate::ui::views::album::tile;
use crate::ui::views::album::words::Verdict;

/// A photo on its way from one tray to another.
#[derive(Clone)]
struct Dragged {
    from: u64,
    photo: String,
}

/// The small picture as a texture.
pub(super) fn texture(ui: &Ui, photo: &TrayPhoto, look: &mut Look<'_>) -> TextureHandle {
    let key = ("tray photo", &photo.id);
    look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&photo.thumbnail))
}

/// The picture, with a red border and a cross where it was wrong.
pub(super) fn framed(ui: &Ui, rect: Rect, photo: &TrayPhoto, is_right: Option<bool>, look: &mut Look<'_>) {
    let theme = look.theme;
    let texture = texture(ui, photo, look);
    rounded_picture(ui.painter(), texture.id(), rect, egui::Color32::WHITE);
    let stroke = match is_right {
        Some(false) => Stroke::new(size::stroke_selection(), theme.err),
        Some(true) | None => Stroke::new(size::hairline(), theme.line2),
    };
    ui.painter().rect_stroke(rect, size::RADIUS_TILE, stroke, StrokeKind::Inside);
    if is_right == Some(false) && rect.width() > 30.0 {
        tile::badge(ui.painter(), rect.square(Align2::RIGHT_TOP, 22.0), Verdict::Wrong, theme);
    }
}

/// Shows it.
pub(super) fn photo(
    ui: &mut Ui,
    rect: Rect,
    parts: Parts<'_>,
    (tray, photo): (&Tray, &Arc<TrayPhoto>),
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let theme = parts.theme;
    let is_right = parts.teach().is_right(tray.number, &photo.id);
    let name = sentence(parts, tray, photo, is_right);
    let button = Pressable::new(Id::unique(("teach-photo", tray.number, &photo.id))).sense(Sense::click_and_drag());
    let response = button.radius(size::RADIUS_TILE).hints(&[&name]).show(ui, rect, theme, || name.clone());
    framed(ui, rect, photo, is_right, look);
    let trays = &parts.teach().trays;
    if trays.others_with(tray.number, &photo.id).next().is_some() {
        twice(ui, rect, theme);
    }
    tile::outline(ui.painter(), rect, false, response.hovered(), theme);

    response.dnd_set_drag_payload(Dragged { from: tray.number, photo: photo.id.clone() });
    if response.dragged() {
        follow_pointer(ui, photo, look);
    }
    let remove = || Command::Teach(TeachCommand::RemovePhoto(tray.number, photo.id.clone()));
    let open = || Command::Teach(TeachCommand::OpenPhoto(tray.number, photo.id.clone()));
    let is_meant = response.has_focus() || (response.hovered() && !ui.text_edit_focused());
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if is_meant && (pressed(Key::Delete) || pressed(Key::Backspace)) {
        commands.push(remove());
    }
    if response.clicked() {
        commands.push(open());
    }
    response.context_menu(|ui| {
        ui.set_width(240.0);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let mut wish = |ui: &mut Ui, words: &str, command: Command| {
                if ui.add(Button::plain(theme, words)).clicked() {
                    commands.push(command);
                    ui.close();
                }
            };
            wish(ui, &tr("teach-photo-open"), open());
            for other in trays.all.iter().filter(|other| other.number != tray.number) {
                let words = tr_with("teach-photo-move", &[("name", &*other.name)]);
                let (from, photo, to) = (tray.number, photo.id.clone(), other.number);
                wish(ui, &words, Command::Teach(TeachCommand::MovePhoto { from, photo, to }));
            }
            wish(ui, &tr_with("teach-photo-remove", &[("name", &*tray.name)]), remove());
        });
    });
}

/// What a screen reader and the tooltip say.
fn sentence(parts: Parts<'_>, tray: &Tray, photo: &TrayPhoto, is_right: Option<bool>) -> String {
    let other = parts.teach().trays.others_with(tray.number, &photo.id).next();
    let values = [
        ("photo", photo_text(&photo.name)),
        ("name", tray.name.clone()),
        ("other", other.map_or_else(String::new, |other| other.name.clone())),
    ];
    let key = match (other, is_right) {
        (Some(_), _) => "teach-photo-twice",
        (None, Some(true)) => "teach-photo-right",
        (None, Some(false)) => "teach-photo-wrong",
        (None, None) => "teach-photo",
    };
    tr_with(key, &values)
}

/// Two squares, one over the other: the same photo is in another tray.
fn twice(ui: &Ui, rect: Rect, theme: &Theme) {
    let both = rect.shrink(5.0).square(Align2::LEFT_BOTTOM, 16.0);
    for corner in [Align2::LEFT_TOP, Align2::RIGHT_BOTTOM] {
        let square = both.square(corner, 11.0);
        ui.painter().rect(square, 2.0, theme.scrim, Stroke::new(1.5, egui::Color32::WHITE), StrokeKind::Inside);
    }
}

/// The picture at the pointer while it is dragged.
fn follow_pointer(ui: &Ui, photo: &TrayPhoto, look: &mut Look<'_>) {
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let layer = egui::LayerId::new(egui::Order::Tooltip, Id::unique("teach-dragged"));
    let painter = ui.ctx().layer_painter(layer);
    let rect = Rect::from_center_size(pointer, Vec2::splat(44.0));
    let texture = texture(ui, photo, look);
    rounded_picture(&painter, texture.id(), rect, egui::Color32::from_white_alpha(220));
}

/// Takes a photo of another tray that is let go of over this one.
pub(super) fn take_dropped(ui: &Ui, rect: Rect, to: u64, commands: &mut Vec<Command>) {
    let Some(dragged) = egui::DragAndDrop::payload::<Dragged>(ui.ctx()) else { return };
    let is_over =
        ui.ctx().pointer_interact_pos().is_some_and(|place| rect.contains(place) && ui.clip_rect().contains(place));
    if is_over && ui.input(|input| input.pointer.any_released()) {
        egui::DragAndDrop::clear_payload(ui.ctx());
        let Dragged { from, photo } = (*dragged).clone();
        commands.push(Command::Teach(TeachCommand::MovePhoto { from, photo, to }));
    }
}
