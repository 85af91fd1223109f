//! Photos and test patterns to open.

use egui::{
    Align2, Image, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, WidgetInfo, vec2,
};

use super::recent_file::recent_file;
use super::{heading, most_height};
use crate::imaging::Pattern;
use crate::locale::photo_names::photo_text;
use crate::locale::text::tr;
use crate::state::{Command, State};
use crate::ui::kit::{Area, Button, Lines, focus_ring, menu, tooltip, write};
use crate::ui::look::photo_image;
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::textures::Textures;

/// Side of a small picture in the gallery, points.
pub const THUMBNAIL: f32 = 104.0;
/// Pictures in a row.
pub const COLUMNS: usize = 5;

/// Photos and test patterns.
pub fn samples_menu(ui: &mut Ui, state: &State, theme: &Theme, textures: &mut Textures, commands: &mut Vec<Command>) {
    let button = ui.add(Button::plain(theme, &tr("samples")).opens_menu());
    let height = most_height(ui);
    menu(&button).show(|ui| {
        egui::ScrollArea::vertical().min_scrolled_height(height).max_height(height).show(ui, |ui| {
            samples(ui, state, theme, textures, commands);
        });
    });
}

fn samples(ui: &mut Ui, state: &State, theme: &Theme, textures: &mut Textures, commands: &mut Vec<Command>) {
    let photos = 0..state.photos_in_gallery;
    let patterns = state.photos_in_gallery..state.gallery.len();
    for (key, range) in [("sample-photos", photos), ("sample-patterns", patterns)] {
        heading(ui, theme, &tr(key));
        if let Some(index) = gallery(ui, state, theme, textures, range) {
            commands.push(Command::OpenGallery(index));
            ui.close();
        }
        ui.add_space(size::SPACE_8);
    }
    grating_at_an_angle(ui, theme, commands);
    if !state.settings.recent_photos.is_empty() {
        ui.add_space(size::SPACE_8);
        heading(ui, theme, &tr("sample-recent"));
        for path in &state.settings.recent_photos {
            if recent_file(ui, path, "weights-recent-name", theme) {
                commands.push(Command::OpenRecentPhoto(path.clone()));
                ui.close();
            }
        }
    }
}

/// Period of the grating that is drawn on demand, pixels.
const PERIOD_PX: f32 = 16.0;

/// A grating at an angle of one's own.
fn grating_at_an_angle(ui: &mut Ui, theme: &Theme, commands: &mut Vec<Command>) {
    let id = ui.scope_id().with("angle");
    let mut angle = ui.data(|data| data.get_temp(id)).unwrap_or(30.0_f32);
    ui.horizontal(|ui| {
        ui.spacing_mut().slider_width = 180.0;
        let slider = egui::Slider::new(&mut angle, 0.0..=179.0).step_by(1.0).suffix("°");
        let response = ui.add(slider.text(tr("grating-angle")));
        focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
        if ui.add(Button::plain(theme, &tr("grating-open"))).clicked() {
            commands.push(Command::OpenPattern(Pattern::Grating { angle_degrees: angle, period_px: PERIOD_PX }));
            ui.close();
        }
    });
    ui.data_mut(|data| data.insert_temp(id, angle));
}

/// Pictures of the gallery in a grid; returns the one that was clicked.
pub fn gallery(
    ui: &mut Ui,
    state: &State,
    theme: &Theme,
    textures: &mut Textures,
    range: std::ops::Range<usize>,
) -> Option<usize> {
    let mut clicked = None;
    egui::Grid::new(("gallery", range.start)).spacing(vec2(size::SPACE_12, size::SPACE_12)).show(ui, |ui| {
        for (place, index) in range.enumerate() {
            if gallery_entry(ui, state, theme, textures, index).clicked() {
                clicked = Some(index);
            }
            if (place + 1) % COLUMNS == 0 {
                ui.end_row();
            }
        }
    });
    clicked
}

/// One picture with its name below.
pub fn gallery_entry(ui: &mut Ui, state: &State, theme: &Theme, textures: &mut Textures, index: usize) -> Response {
    let sample = &state.gallery[index];
    let name = photo_text(&sample.name);
    let (rect, response) = ui.allocate_exact_size(vec2(THUMBNAIL, THUMBNAIL + 20.0), Sense::click());
    let badge = sample.is_known(state.labels()).filter(|_| !state.labels().is_empty());
    let meaning = badge.map(|is_known| tr(if is_known { "sample-known-means" } else { "sample-unknown-means" }));
    let badge = badge.map(|is_known| tr(if is_known { "sample-known" } else { "sample-unknown" }));
    response.widget_info(|| {
        let words = badge.iter().fold(name.clone(), |name, badge| format!("{name}, {badge}"));
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), words)
    });
    let picture = rect.top_part(THUMBNAIL);
    match &sample.thumbnail {
        Some(pixels) => {
            let key = ("thumbnail", index);
            let texture = textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(pixels));
            Image::new(&texture).corner_radius(size::RADIUS_TILE).paint_at(ui, picture);
        }
        None => {
            ui.painter().rect_filled(picture, size::RADIUS_TILE, theme.bg3);
        }
    }
    if let Some(words) = &badge {
        paint_badge(ui, picture, words, theme);
    }
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    if let Some(meaning) = meaning {
        tooltip(&response, theme, |ui| {
            ui.label(RichText::new(meaning).color(theme.hi));
        });
    }
    let border = if response.hovered() {
        Stroke::new(size::stroke_focus(), theme.hi)
    } else {
        Stroke::new(size::hairline(), theme.line2)
    };
    ui.painter().rect_stroke(picture, size::RADIUS_TILE, border, StrokeKind::Outside);
    write(ui.painter(), rect.bottom_part(16.0), Align2::CENTER_CENTER, &name, TextRole::Tick, theme.mid);
    response
}

/// A word on a picture's lower left corner.
fn paint_badge(ui: &Ui, picture: Rect, words: &str, theme: &Theme) {
    let words = Lines::new(ui.painter(), words, TextRole::Tick, theme.hi, f32::INFINITY);
    let room = vec2(words.width() + 12.0, words.height() + 4.0);
    let ground = picture.shrink(4.0).place(Align2::LEFT_BOTTOM, room);
    ui.painter().rect_filled(ground, size::RADIUS_BUTTON, theme.bg1);
    words.paint(ui.painter(), ground, Align2::CENTER_CENTER);
}
