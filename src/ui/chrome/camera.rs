//! What the camera sees, a button that takes it as the photo, and one that switches the camera off.

use egui::{Align2, Color32, Rect, RichText, Sense, TextureHandle, Ui, Vec2, vec2};

use crate::locale::text::tr;
use crate::platform::camera::Picture;
use crate::state::{CameraCommand, Command, State, Viewfinder};
use crate::ui::kit::paint::WHOLE;
use crate::ui::kit::{Button, Icon, modal, of_shape};
use crate::ui::shortcuts;
use crate::ui::style::{TextRole, Theme, size};

/// The largest picture, points.
const LARGEST: Vec2 = vec2(640.0, 480.0);
/// Room around the picture for words and buttons, points.
const AROUND: Vec2 = vec2(120.0, 260.0);
/// Radius of the light that says that the camera is on, points.
const LIGHT: f32 = 5.0;

/// The camera's picture on the graphics card.
#[derive(Default)]
pub struct CameraScene {
    /// The number of the picture, and the picture.
    shown: Option<(u64, TextureHandle)>,
}

/// Whether there is a button for the camera: not where there are no cameras, nor in a picture of the window.
pub fn has_camera_button(state: &State) -> bool {
    state.abilities.has_camera && !state.still
}

/// A button that switches the camera on, where [`has_camera_button`].
pub fn camera_button(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    if has_camera_button(state) && ui.add(Button::icon(theme, Icon::Camera, &tr("camera-open"))).clicked() {
        commands.push(Command::Camera(CameraCommand::Open));
    }
}

/// Lies over everything while the camera is on.
pub fn viewfinder(ui: &Ui, state: &State, scene: &mut CameraScene, theme: &Theme, commands: &mut Vec<Command>) {
    let Some(finder) = &state.viewfinder else {
        scene.shown = None;
        return;
    };
    if shortcuts::ESCAPE.pressed(ui) {
        commands.push(Command::Camera(CameraCommand::Close));
    }
    let room = LARGEST.min(ui.ctx().content_rect().size() - AROUND);
    modal(ui, "camera", theme, |ui| contents(ui, finder, scene, room, theme, commands));
}

fn contents(
    ui: &mut Ui,
    finder: &Viewfinder,
    scene: &mut CameraScene,
    room: Vec2,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    ui.set_width(room.x);
    ui.label(RichText::new(tr("camera-title")).font(TextRole::ViewTitle.font()).color(theme.hi));
    ui.add_space(size::SPACE_4);
    status(ui, matches!(finder, Viewfinder::Shows(_)), theme);
    ui.add_space(size::SPACE_12);
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, tr("camera-picture")));
    ui.painter().rect_filled(rect, size::RADIUS_CARD, theme.bg0);
    if let Viewfinder::Shows(picture) = finder {
        paint(ui, rect, picture, scene);
    }
    ui.add_space(size::SPACE_12);
    ui.horizontal(|ui| {
        let is_ready = matches!(finder, Viewfinder::Shows(_));
        let take = ui.add_enabled(is_ready, Button::primary(theme, &tr("camera-take")));
        if is_ready && ui.memory(|memory| memory.focused().is_none()) {
            take.request_focus();
        }
        if take.clicked() {
            commands.push(Command::Camera(CameraCommand::Take));
        }
        if ui.add(Button::plain(theme, &tr("camera-close"))).clicked() {
            commands.push(Command::Camera(CameraCommand::Close));
        }
    });
}

/// The light, and what is going on.
fn status(ui: &mut Ui, is_on: bool, theme: &Theme) {
    ui.horizontal(|ui| {
        let (place, _) = ui.allocate_exact_size(Vec2::splat(2.0 * LIGHT), Sense::hover());
        ui.painter().circle_filled(place.center(), LIGHT, if is_on { theme.err } else { theme.line2 });
        let words = tr(if is_on { "camera-is-on" } else { "camera-asks" });
        ui.add(egui::Label::new(RichText::new(words).font(TextRole::Body.font()).color(theme.mid)).wrap());
    });
}

/// As large as there is room, as a mirror where whoever holds it is looked at.
fn paint(ui: &Ui, room: Rect, picture: &Picture, scene: &mut CameraScene) {
    let is_new = scene.shown.as_ref().is_none_or(|(number, _)| *number != picture.number);
    let pixels = &picture.pixels;
    let [width, height] = [pixels.width(), pixels.height()];
    if is_new {
        let image = egui::ColorImage::from_rgb([width as usize, height as usize], pixels.as_raw());
        match &mut scene.shown {
            Some((number, texture)) => {
                *number = picture.number;
                texture.set(image, egui::TextureOptions::LINEAR);
            }
            None => {
                let texture = ui.ctx().load_texture("camera", image, egui::TextureOptions::LINEAR);
                scene.shown = Some((picture.number, texture));
            }
        }
    }
    let Some((_, texture)) = &scene.shown else { return };
    let place = of_shape(room, Align2::CENTER_CENTER, [width, height]);
    let part = if picture.is_of_user { WHOLE.with_min_x(1.0).with_max_x(0.0) } else { WHOLE };
    ui.painter().image(texture.id(), place, part, Color32::WHITE);
}
