//! The photo as the network sees it, large: painted on, drawn along, zoomed.

use egui::{
    Align2, Color32, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Stroke, TextureOptions, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::scene::{EditScene, Tool};
use crate::engine::Photo;
use crate::imaging::edit::{Brush, Change, Dab, Edits};
use crate::locale::text::{tr, tr_with};
use crate::spec::INPUT_SIDE;
use crate::state::{Command, State};
use crate::ui::kit::paint::framed_picture;
use crate::ui::kit::{Area, arrows_pressed, arrows_pressed_with, focus_ring, lock_arrows};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::size;

/// Dabs of a stroke lie so far apart, as a share of the radius.
const SPACING: f32 = 0.35;
/// How far an arrow key moves brush or photo, pixels of the input.
const KEY_STEP_PX: f32 = 8.0;
/// With Shift.
const LARGE_STEP_PX: f32 = 32.0;
/// How much a key zooms.
const KEY_ZOOM: f32 = 1.1;
/// Points of wheel after which the zoom has doubled.
const WHEEL_DOUBLES: f32 = 400.0;

/// The input's side, and its middle, pixels.
const SIDE: f32 = INPUT_SIDE as f32;
const MIDDLE: Pos2 = pos2(SIDE / 2.0, SIDE / 2.0);

/// Shows the picture, `side` points large, and carries out what a hand does on it.
pub(super) fn canvas(
    ui: &mut Ui,
    side: f32,
    state: &State,
    scene: &mut EditScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(shown) = state.shown() else {
        return;
    };
    let slot = vec2(ui.available_width(), side);
    let (slot, _) = ui.allocate_exact_size(slot, Sense::hover());
    let rect = slot.square(Align2::CENTER_CENTER, side);
    let id = ui.scope_id().with("edit-canvas");
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), tr("edit-canvas")));
    paint(ui, rect, &shown.photo, look);
    pending(ui, rect, &shown.photo.edits, state.edits());
    let hand = Hand { rect, response: &response };
    match scene.tool {
        Tool::Brush(brush) => hand.brush(ui, brush, scene, commands),
        Tool::Move => hand.draw_along(ui, scene, commands),
    }
    hand.wheel(ui, scene, commands);
    if response.has_focus() {
        hand.keys(ui, scene, commands);
    }
    outline(ui, &hand, scene, look);
}

/// The pixels of the last run.
fn paint(ui: &Ui, rect: Rect, photo: &Photo, look: &mut Look<'_>) {
    let key = ("seen", photo.id, false);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&photo.prepared.pixels));
    framed_picture(ui.painter(), texture.id(), rect, look.theme);
}

/// Dabs that the network has not seen yet, as a shadow of what they will be.
fn pending(ui: &Ui, rect: Rect, seen: &Edits, wanted: &Edits) {
    let painter = ui.painter_at(rect);
    for dab in wanted.dabs.iter().skip(seen.dabs.len()) {
        let centre = on_screen(rect, pos2(dab.x, dab.y));
        let radius = dab.radius * rect.width() / SIDE;
        painter.circle_filled(centre, radius, Color32::from_gray(116).gamma_multiply(0.35));
    }
}

/// A place of the input on screen.
pub(super) fn on_screen(rect: Rect, place: Pos2) -> Pos2 {
    rect.min + place.to_vec2() * (rect.width() / SIDE)
}

/// A place on screen in the input.
fn in_input(rect: Rect, place: Pos2) -> Pos2 {
    ((place - rect.min) * (SIDE / rect.width())).to_pos2()
}

/// What a hand does on the picture, and what it works on.
struct Hand<'a> {
    rect: Rect,
    response: &'a Response,
}

impl Hand<'_> {
    /// Paints where the pointer is, and on the way there.
    fn brush(&self, ui: &Ui, brush: Brush, scene: &mut EditScene, commands: &mut Vec<Command>) {
        let response = self.response;
        let is_down = response.is_pointer_button_down_on();
        let place = response.interact_pointer_pos().map(|place| in_input(self.rect, place));
        if let Some(place) = place.filter(|_| is_down) {
            let start = match scene.last_dab {
                Some(last) => last,
                None => {
                    scene.begin();
                    self.paint(vec![scene.dab(brush, place)], scene, commands);
                    scene.last_dab = Some(place);
                    return;
                }
            };
            let step = (scene.radius_px * SPACING).max(1.0);
            let steps = ((place - start).length() / step).floor() as usize;
            let along = (place - start).normalized() * step;
            let dabs: Vec<Dab> = (1..=steps).map(|index| scene.dab(brush, start + along * index as f32)).collect();
            if !dabs.is_empty() {
                self.paint(dabs, scene, commands);
                scene.last_dab = Some(start + along * steps as f32);
            }
        } else {
            scene.last_dab = None;
        }
        // Space and Enter press what has the focus: the brush touches where the keyboard holds it.
        let is_key =
            response.clicked() && ui.input(|input| input.key_pressed(Key::Space) || input.key_pressed(Key::Enter));
        if is_key {
            scene.begin();
            let place = scene.cursor.unwrap_or(MIDDLE);
            self.paint(vec![scene.dab(brush, place)], scene, commands);
        }
    }

    fn paint(&self, dabs: Vec<Dab>, scene: &EditScene, commands: &mut Vec<Command>) {
        scene.send(Change::Paint(dabs), commands);
    }

    /// The photo follows the pointer.
    fn draw_along(&self, ui: &Ui, scene: &mut EditScene, commands: &mut Vec<Command>) {
        if self.response.drag_started() {
            scene.begin();
        }
        if self.response.dragged() {
            let along = self.response.drag_delta() * (SIDE / self.rect.width());
            if along != Vec2::ZERO {
                self.move_by(along, scene, commands);
            }
        }
        if self.response.hovered() || self.response.dragged() {
            ui.set_cursor_icon(egui::CursorIcon::Grab);
        }
    }

    fn move_by(&self, along: Vec2, scene: &EditScene, commands: &mut Vec<Command>) {
        scene.send(Change::Drag(along.into()), commands);
    }

    fn zoom(&self, place: Pos2, factor: f32, scene: &EditScene, commands: &mut Vec<Command>) {
        let place = (place - MIDDLE).into();
        scene.send(Change::Zoom { place, factor }, commands);
    }

    /// The wheel zooms about the pointer; the panel does not scroll meanwhile.
    fn wheel(&self, ui: &Ui, scene: &mut EditScene, commands: &mut Vec<Command>) {
        let Some(pointer) = self.response.hover_pos() else {
            return;
        };
        let (scroll, pinch, now_seconds) = ui.input_mut(|input| {
            let scroll = std::mem::take(&mut input.smooth_scroll_delta).y;
            (scroll, input.zoom_delta(), input.time)
        });
        let factor = pinch * (scroll / WHEEL_DOUBLES).exp2();
        if factor != 1.0 {
            scene.wheel(now_seconds);
            self.zoom(in_input(self.rect, pointer), factor, scene, commands);
        }
    }

    /// Arrows move the brush or the photo, further with Shift; plus and minus zoom.
    fn keys(&self, ui: &Ui, scene: &mut EditScene, commands: &mut Vec<Command>) {
        lock_arrows(ui, self.response.id);
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        // The larger steps first: without Shift, a press with Shift counts too.
        let large = arrows_pressed_with(ui, Modifiers::SHIFT);
        let small = arrows_pressed(ui);
        let [right, down] = [0, 1].map(|axis| KEY_STEP_PX * small[axis] as f32 + LARGE_STEP_PX * large[axis] as f32);
        let along = vec2(right, down);
        if along != Vec2::ZERO {
            if scene.tool == Tool::Move {
                scene.begin();
                self.move_by(along, scene, commands);
            } else {
                let place = scene.cursor.unwrap_or(MIDDLE) + along;
                scene.cursor = Some(place.clamp(Pos2::ZERO, pos2(SIDE, SIDE)));
            }
        }
        for (key, factor) in [(Key::Plus, KEY_ZOOM), (Key::Equals, KEY_ZOOM), (Key::Minus, 1.0 / KEY_ZOOM)] {
            if pressed(key) {
                scene.begin();
                self.zoom(MIDDLE, factor, scene, commands);
            }
        }
    }
}

/// The brush's outline where pointer or keyboard hold it, what can be done, and the focus.
fn outline(ui: &Ui, hand: &Hand<'_>, scene: &EditScene, look: &Look<'_>) {
    let (rect, response) = (hand.rect, hand.response);
    focus_ring(ui, response, size::RADIUS_TILE, look.theme);
    if scene.tool == Tool::Move {
        return;
    }
    let held = response.has_focus().then(|| on_screen(rect, scene.cursor.unwrap_or(MIDDLE)));
    let Some(place) = response.hover_pos().or(held) else {
        return;
    };
    let radius = scene.radius_px * rect.width() / SIDE;
    let painter = ui.painter_at(rect);
    painter.circle_stroke(place, radius + 1.0, Stroke::new(1.0, Color32::from_black_alpha(190)));
    painter.circle_stroke(place, radius, Stroke::new(1.5, Color32::WHITE));
    let diameter = format!("{:.0}", 2.0 * scene.radius_px);
    response.clone().on_hover_text_at_pointer(tr_with("edit-brush-tip", &[("size", &*diameter)]));
}
