//! The toolbar's menus.

use egui::{Popup, RichText, TextureOptions, Ui, vec2};

use super::errors::note_text;
use super::look::photo_image;
use super::photo_names::photo_text;
use super::text::{Language, tr, tr_with};
use super::textures::Textures;
use super::theme::{TextRole, Theme, size};
use super::widgets::{Button, Icon, Segmented};
use crate::app::{Command, NetworkState, State};
use crate::imaging::{Fit, Pattern, Sequential};

/// Side of a small picture in the gallery, points.
pub(super) const THUMBNAIL: f32 = 104.0;
/// Pictures a row.
const COLUMNS: usize = 4;

/// Photos and test patterns.
pub fn samples_menu(
    ui: &mut Ui,
    state: &State,
    theme: &Theme,
    textures: &mut Textures,
    commands: &mut Vec<Command>,
) {
    let button = ui.add(Button::plain(theme, &tr("samples")).opens_menu());
    let height =
        ui.ctx().content_rect().height() - size::TOOLBAR_HEIGHT - size::STATUS_HEIGHT - 40.0;
    Popup::menu(&button).show(|ui| {
        egui::ScrollArea::vertical()
            .min_scrolled_height(height)
            .max_height(height)
            .show(ui, |ui| {
                samples(ui, state, theme, textures, commands);
            });
    });
}

fn samples(
    ui: &mut Ui,
    state: &State,
    theme: &Theme,
    textures: &mut Textures,
    commands: &mut Vec<Command>,
) {
    heading(ui, theme, &tr("sample-photos"));
    gallery(
        ui,
        state,
        theme,
        textures,
        0..state.photos_in_gallery,
        commands,
    );
    ui.add_space(size::SPACE_8);
    heading(ui, theme, &tr("sample-patterns"));
    gallery(
        ui,
        state,
        theme,
        textures,
        state.photos_in_gallery..state.gallery.len(),
        commands,
    );
    ui.add_space(size::SPACE_8);
    grating_at_an_angle(ui, theme, commands);
}

/// Period of the grating that is drawn on demand, pixels.
const PERIOD_PX: f32 = 16.0;

/// A grating at an angle of one's own.
fn grating_at_an_angle(ui: &mut Ui, theme: &Theme, commands: &mut Vec<Command>) {
    let id = ui.scope_id().with("angle");
    let mut angle = ui.data(|data| data.get_temp(id)).unwrap_or(30.0_f32);
    ui.horizontal(|ui| {
        ui.spacing_mut().slider_width = 180.0;
        let slider = egui::Slider::new(&mut angle, 0.0..=179.0)
            .step_by(1.0)
            .suffix("°");
        ui.add(slider.text(tr("grating-angle")));
        if ui.add(Button::plain(theme, &tr("grating-open"))).clicked() {
            commands.push(Command::OpenPattern(Pattern::Grating {
                angle_degrees: angle,
                period_px: PERIOD_PX,
            }));
            ui.close();
        }
    });
    ui.data_mut(|data| data.insert_temp(id, angle));
}

/// Pictures of the gallery in a grid; a click opens one.
pub fn gallery(
    ui: &mut Ui,
    state: &State,
    theme: &Theme,
    textures: &mut Textures,
    range: std::ops::Range<usize>,
    commands: &mut Vec<Command>,
) {
    egui::Grid::new(("gallery", range.start))
        .spacing(vec2(size::SPACE_12, size::SPACE_12))
        .show(ui, |ui| {
            for (place, index) in range.enumerate() {
                if gallery_entry(ui, state, theme, textures, index).clicked() {
                    commands.push(Command::OpenGallery(index));
                    ui.close();
                }
                if (place + 1) % COLUMNS == 0 {
                    ui.end_row();
                }
            }
        });
}

/// One picture with its name below.
pub fn gallery_entry(
    ui: &mut Ui,
    state: &State,
    theme: &Theme,
    textures: &mut Textures,
    index: usize,
) -> egui::Response {
    let sample = &state.gallery[index];
    let name = photo_text(&sample.name);
    let (rect, response) =
        ui.allocate_exact_size(vec2(THUMBNAIL, THUMBNAIL + 20.0), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), &name));
    let picture = egui::Rect::from_min_size(rect.min, vec2(THUMBNAIL, THUMBNAIL));
    match &sample.thumbnail {
        Some(pixels) => {
            let key = ("thumbnail", index);
            let texture = textures.get(ui.ctx(), key, TextureOptions::LINEAR, || {
                photo_image(pixels)
            });
            egui::Image::new(&texture)
                .corner_radius(size::RADIUS_TILE)
                .paint_at(ui, picture);
        }
        None => {
            ui.painter()
                .rect_filled(picture, size::RADIUS_TILE, theme.bg3);
        }
    }
    let border = if response.hovered() || response.has_focus() {
        egui::Stroke::new(size::STROKE_FOCUS, theme.hi)
    } else {
        egui::Stroke::new(size::HAIRLINE, theme.line2)
    };
    ui.painter().rect_stroke(
        picture,
        size::RADIUS_TILE,
        border,
        egui::StrokeKind::Outside,
    );
    let place = egui::pos2(rect.center().x, rect.bottom() - 8.0);
    let font = TextRole::Tick.font();
    ui.painter()
        .text(place, egui::Align2::CENTER_CENTER, &name, font, theme.mid);
    response
}

/// The weights in use, another file, back to the default.
pub fn weights_menu(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let label = match (&state.network, state.loaded()) {
        (NetworkState::Loading { .. }, None) => tr("weights-loading"),
        (_, Some(loaded)) => {
            let topology = loaded.topology.preset_name().unwrap_or("mixed");
            format!("{} · {}", loaded.name, tr(topology_key(topology)))
        }
        (_, None) => tr("weights-none"),
    };
    let button = ui.add(Button::plain(theme, &label).opens_menu());
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(320.0);
        if let Some(loaded) = state.loaded() {
            heading(ui, theme, &loaded.name);
            let classes = loaded.labels.len().to_string();
            caption(
                ui,
                theme,
                &tr_with("weights-classes", &[("count", &*classes)]),
            );
            let heads = match loaded.aux {
                [false, false] => tr("weights-no-heads"),
                _ if loaded.aux_untrained => tr("weights-untrained-heads"),
                _ => tr("weights-heads"),
            };
            caption(ui, theme, &heads);
            for note in &loaded.notes {
                caption(ui, theme, &note_text(*note));
            }
            caption(ui, theme, &format!("sha256 {}…", &loaded.sha256[..12]));
            ui.add_space(size::SPACE_8);
        }
        if ui.add(Button::plain(theme, &tr("weights-open"))).clicked() {
            commands.push(Command::ChooseWeights);
            ui.close();
        }
        ui.add_space(size::SPACE_4);
        if ui
            .add(Button::plain(theme, &tr("weights-use-default")))
            .clicked()
        {
            commands.push(Command::UseDefaultWeights);
            ui.close();
        }
    });
}

fn topology_key(preset: &str) -> &'static str {
    match preset {
        "paper" => "topology-paper",
        "batch-norm" => "topology-batch-norm",
        "torchvision" => "topology-torchvision",
        _ => "topology-mixed",
    }
}

/// How the photo is fitted, colours, text size, motion.
pub fn settings_menu(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let button = ui.add(Button::icon(theme, Icon::Settings, &tr("settings")));
    let behavior = egui::PopupCloseBehavior::CloseOnClickOutside;
    Popup::menu(&button).close_behavior(behavior).show(|ui| {
        ui.set_min_width(300.0);
        let settings = &state.settings;
        heading(ui, theme, &tr("settings-fit"));
        let (crop, letterbox, stretch) = (tr("fit-crop"), tr("fit-letterbox"), tr("fit-stretch"));
        let fits = [
            (Fit::Crop, &*crop),
            (Fit::Letterbox, &*letterbox),
            (Fit::Stretch, &*stretch),
        ];
        if let Some(fit) = Segmented::new(&tr("settings-fit"), &fits, settings.fit)
            .show(ui, theme)
            .inner
        {
            commands.push(Command::SetFit(fit));
        }
        ui.add_space(size::SPACE_8);
        heading(ui, theme, &tr("settings-colormap"));
        let maps = Sequential::ALL.map(|map| (map, map.name()));
        let chosen = Segmented::new(&tr("settings-colormap"), &maps, settings.colormap)
            .show(ui, theme)
            .inner;
        if let Some(map) = chosen {
            commands.push(Command::SetColormap(map));
        }
        ui.add_space(size::SPACE_8);
        heading(ui, theme, &tr("settings-language"));
        let names = [tr("language-english"), tr("language-korean")];
        let languages = [
            (Language::English, &*names[0]),
            (Language::Korean, &*names[1]),
        ];
        if let Some(language) =
            Segmented::new(&tr("settings-language"), &languages, settings.language)
                .show(ui, theme)
                .inner
        {
            commands.push(Command::SetLanguage(language));
        }
        ui.add_space(size::SPACE_8);
        heading(ui, theme, &tr("settings-text-size"));
        let sizes = [(100, "100%"), (125, "125%"), (150, "150%"), (200, "200%")];
        let current = (settings.text_scale * 100.0).round() as i32;
        if let Some(percent) = Segmented::new(&tr("settings-text-size"), &sizes, current)
            .show(ui, theme)
            .inner
        {
            commands.push(Command::SetTextScale(percent as f32 / 100.0));
        }
        ui.add_space(size::SPACE_8);
        let mut reduce = settings.reduce_motion;
        if ui
            .checkbox(&mut reduce, tr("settings-reduce-motion"))
            .changed()
        {
            commands.push(Command::SetReduceMotion(reduce));
        }
    });
}

fn heading(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.label(
        RichText::new(text)
            .font(TextRole::Name.font())
            .color(theme.hi),
    );
}

fn caption(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.label(
        RichText::new(text)
            .font(TextRole::Caption.font())
            .color(theme.low),
    );
}
