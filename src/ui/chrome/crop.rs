//! The photo as it was opened, and the frame around what the network sees of it: drawn along by hand or with the arrow keys.

use egui::{
    Align2, Color32, CursorIcon, Key, Modifiers, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind,
    TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo, vec2,
};

use super::edit::EditScene;
use crate::engine::Photo;
use crate::imaging::PhotoRect;
use crate::imaging::edit::Change;
use crate::locale::format::{grouped, percent};
use crate::locale::photo_names::photo_text;
use crate::locale::text::{tr, tr_with};
use crate::spec::INPUT_SIDE;
use crate::state::{Command, State};
use crate::ui::kit::{Area, arrows_pressed, arrows_pressed_with, focus_ring, lock_arrows, tooltip};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Theme, size};

/// How far an arrow key moves the frame, and how far with Shift, pixels of the input.
const STEPS_PX: [f32; 2] = [8.0, 32.0];
/// From this share of the photo on there is nothing to say about what is left out.
const NEARLY_ALL: f64 = 0.9;

/// The photo on screen, and where the frame is wanted; the run may be a step behind.
struct Framed<'a> {
    photo: &'a Photo,
    /// What the network is to see, photo pixels.
    window: PhotoRect,
    /// Whether it can be moved: the frame of a second photo stays where it is.
    is_movable: bool,
}

impl<'a> Framed<'a> {
    fn new(photo: &'a Photo, state: &State) -> Self {
        let opened = state.session.first.opened().map(|opened| &opened.photo);
        match opened.filter(|opened| opened.unedited_id == photo.unedited_id) {
            Some(opened) => {
                let window = state.edits().framing.window(photo.size, opened.prepared.window);
                Self { photo, window, is_movable: has_room(window, photo.size) }
            }
            None => Self { photo, window: photo.prepared.window, is_movable: false },
        }
    }

    /// How much of the photo lies in the frame, 0 to 1.
    fn share(&self) -> f64 {
        let [width, height] = self.photo.size.map(f64::from);
        let inside = |start: f32, length: f32, side: f64| {
            (f64::from(start + length).min(side) - f64::from(start).max(0.0)).max(0.0)
        };
        let seen = inside(self.window.x, self.window.width, width) * inside(self.window.y, self.window.height, height);
        seen / (width * height).max(1.0)
    }

    /// "773 × 773 of 6,000 × 800 pixels".
    fn sizes(&self) -> String {
        let [width, height] = self.photo.size.map(|side| grouped(side.into()));
        let [seen_width, seen_height] =
            [self.window.width, self.window.height].map(|side| grouped(side.round().max(0.0) as u64));
        let values = [("seen-width", seen_width), ("seen-height", seen_height), ("width", width), ("height", height)];
        tr_with("crop-sizes", &values)
    }
}

/// Whether a frame leaves something out that it could be moved to, at least a pixel.
fn has_room(window: PhotoRect, [width, height]: [u32; 2]) -> bool {
    window.width + 1.0 <= width as f32 || window.height + 1.0 <= height as f32
}

/// The photo, at most `height` points high, and the part of it that the network sees in a white frame.
pub fn photo(
    ui: &mut Ui,
    photo: &Photo,
    state: &State,
    scene: &mut EditScene,
    look: &mut Look<'_>,
    height: f32,
    commands: &mut Vec<Command>,
) {
    let framed = Framed::new(photo, state);
    let [photo_width, photo_height] = photo.size.map(|side| side as f32);
    let room = vec2(ui.available_width(), height);
    let scale = (room.x / photo_width).min(room.y / photo_height);
    let shown = vec2(photo_width, photo_height) * scale;
    let (slot, response) = ui.allocate_exact_size(vec2(room.x, shown.y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), photo_text(&photo.name)));
    let rect = slot.place(Align2::CENTER_CENTER, shown);
    let texture = texture(ui, photo, look);
    egui::Image::new(&texture).corner_radius(size::RADIUS_TILE).paint_at(ui, rect);
    let window = framed.window;
    let frame =
        Rect::from_min_size(rect.min + vec2(window.x, window.y) * scale, vec2(window.width, window.height) * scale)
            .intersect(rect);
    shade_outside(ui, rect, frame);
    ui.painter().rect_stroke(frame, 0.0, Stroke::new(2.0, Color32::WHITE), StrokeKind::Inside);
    if framed.is_movable {
        let reach = frame.place(Align2::CENTER_CENTER, frame.size().max(Vec2::splat(size::HIT_TARGET)));
        let response = ui.interact(reach, ui.scope_id().with(("crop", photo.unedited_id)), Sense::click_and_drag());
        hand(ui, &response, &framed, scale, scene, look.theme, commands);
    }
}

fn texture(ui: &Ui, photo: &Photo, look: &mut Look<'_>) -> TextureHandle {
    let key = ("photo", photo.unedited_id);
    look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&photo.display))
}

/// Makes photos ready that are still being run: the frame that shows them has enough to do.
pub fn prepare(ui: &Ui, state: &State, look: &mut Look<'_>) {
    for slot in [&state.session.first, &state.session.second] {
        if let Some(photo) = slot.decoded() {
            let _ = texture(ui, photo, look);
        }
    }
}

/// What a hand on the frame asks for.
fn hand(
    ui: &Ui,
    response: &Response,
    framed: &Framed<'_>,
    scale: f32,
    scene: &mut EditScene,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let name = tr_with("crop-frame", &[("sizes", framed.sizes())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), &name));
    if response.hovered() || response.dragged() {
        ui.set_cursor_icon(CursorIcon::Move);
    }
    if response.drag_started() {
        scene.begin();
    }
    if response.dragged() && response.drag_delta() != Vec2::ZERO {
        scene.send(Change::MoveWindow((response.drag_delta() / scale).into()), commands);
    }
    if response.has_focus() {
        lock_arrows(ui, response.id);
        // The larger steps first: without Shift, a press with Shift counts too.
        let large = arrows_pressed_with(ui, Modifiers::SHIFT);
        let small = arrows_pressed(ui);
        let pixel = framed.window.width / INPUT_SIDE as f32;
        let by = [0, 1].map(|axis| pixel * (STEPS_PX[0] * small[axis] as f32 + STEPS_PX[1] * large[axis] as f32));
        if by != [0.0; 2] {
            scene.begin();
            scene.send(Change::MoveWindow(by), commands);
        }
    }
    let is_home = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Home));
    if response.double_clicked() || is_home {
        scene.begin();
        scene.send(Change::CentreWindow, commands);
    }
    focus_ring(ui, response, 0.0, theme);
    tooltip(response, theme, |ui| {
        ui.label(RichText::new(framed.sizes()).color(theme.hi));
        ui.label(RichText::new(tr("crop-how")).color(theme.mid));
    });
}

/// Says how much of the photo is seen, where that is not nearly all of it.
pub fn seen_part(ui: &mut Ui, photo: &Photo, state: &State, theme: &Theme) {
    let framed = Framed::new(photo, state);
    let share = framed.share();
    if share >= NEARLY_ALL {
        return;
    }
    let key = if framed.is_movable { "crop-share" } else { "crop-share-fixed" };
    let text = tr_with(key, &[("share", percent(share))]);
    ui.label(RichText::new(text).font(TextRole::Caption.font()).color(theme.hi));
}

/// Whether the frame lies where it did when the photo was opened.
pub fn is_centred(photo: &Photo) -> bool {
    photo.edits.framing.shift == [0.0; 2]
}

/// Darkens what the network does not see.
fn shade_outside(ui: &Ui, rect: Rect, crop: Rect) {
    let shade = Color32::from_black_alpha(110);
    let row = rect.with_min_y(crop.top()).with_max_y(crop.bottom());
    for outside in [
        rect.with_max_y(crop.top()),
        rect.with_min_y(crop.bottom()),
        row.with_max_x(crop.left()),
        row.with_min_x(crop.right()),
    ] {
        if outside.is_positive() {
            ui.painter().rect_filled(outside, 0.0, shade);
        }
    }
}
