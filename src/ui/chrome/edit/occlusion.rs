//! The occlusion map with its controls, and the class evidence beside it.

use egui::{Align, Align2, Color32, ColorImage, Layout, Rect, Role, Sense, TextureOptions, Ui, WidgetInfo, vec2};

use super::map;
use super::rows::text;
use super::scene::{EditScene, Measure};
use super::top_predictions::points;
use crate::engine::{GRID, PATCHES_PX, Photo};
use crate::imaging::{Range, overlay};
use crate::locale::format::fixed;
use crate::locale::indices;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Card, Command, Guess, Occlusion, Spoiler, State};
use crate::ui::kit::paint::framed_picture;
use crate::ui::kit::{Area, Button, ColorBar, Lines, Segmented, point_at, within};
use crate::ui::look::{Look, colormap_of};
use crate::ui::style::{TextRole, Theme, size};

/// Side of the evidence map, points.
const EVIDENCE: f32 = 104.0;

/// Shows the tab; the map is `side` points large.
pub(super) fn occlusion(
    ui: &mut Ui,
    side: f32,
    state: &State,
    scene: &mut EditScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    picture(ui, side, state, scene, look, commands);
    match state.found.occlusion.as_deref() {
        Some(occlusion) => {
            measure(ui, scene, look.theme);
            result(ui, state, occlusion, look.theme);
            controls(ui, state, scene, look.theme, commands);
            evidence(ui, state, occlusion, look);
        }
        None => {
            text(ui, &tr("occlusion-what"), TextRole::Body, look.theme.mid);
            controls(ui, state, scene, look.theme, commands);
        }
    }
}

/// What stands beside the map where there is room beside it: first what is to be clicked.
pub(super) fn beside_map(
    ui: &mut Ui,
    state: &State,
    scene: &mut EditScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    controls(ui, state, scene, look.theme, commands);
    match state.found.occlusion.as_deref() {
        Some(occlusion) => {
            measure(ui, scene, look.theme);
            result(ui, state, occlusion, look.theme);
            evidence(ui, state, occlusion, look);
        }
        None => text(ui, &tr("occlusion-what"), TextRole::Body, look.theme.mid),
    }
}

/// The map, `side` points large, and the bar of its colours.
pub(super) fn picture(
    ui: &mut Ui,
    side: f32,
    state: &State,
    scene: &mut EditScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(shown) = state.shown() else { return };
    let slot = vec2(ui.available_width(), side);
    let (slot, _) = ui.allocate_exact_size(slot, Sense::hover());
    let rect = slot.square(Align2::CENTER_CENTER, side);
    match state.found.occlusion.as_deref() {
        Some(occlusion) => map::map(ui, rect, state, occlusion, scene, look, commands),
        None => {
            grey(ui, rect, &shown.photo, look);
            if state.is_covered(Spoiler::Occlusion) {
                point(ui, rect, state, look.theme, commands);
                return text(ui, &tr("occlusion-point"), TextRole::Body, look.theme.mid);
            }
        }
    }
    if let Some(occlusion) = state.found.occlusion.as_deref() {
        scale(ui, state, occlusion, scene, look.theme);
    }
}

/// The class points at where the photo is to be covered.
fn point(ui: &Ui, rect: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let name = |[row, column]: [usize; 2]| tr_with("guess-cell", &[("cell", indices::cell((row, column)))]);
    let guessed = state.guessed_cell(Card::YourTurn);
    if let Some(cell) = point_at(ui, rect, GRID, guessed, &name, theme) {
        commands.push(Command::Guess(Guess::Cell(cell)));
    }
}

/// What the network sees, without its colours: hue is left to the map.
pub(super) fn grey(ui: &Ui, rect: Rect, photo: &Photo, look: &mut Look<'_>) {
    let key = ("grey", photo.id);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || {
        let grey = image::imageops::grayscale(&photo.prepared.pixels);
        let size = [grey.width() as usize, grey.height() as usize];
        ColorImage::from_gray(size, grey.as_raw())
    });
    egui::Image::new(&texture).corner_radius(size::RADIUS_TILE).paint_at(ui, rect);
}

/// The bar of the colours.
fn scale(ui: &mut Ui, state: &State, occlusion: &Occlusion, scene: &EditScene, theme: &Theme) {
    let class = label(state, occlusion.class);
    let key = match scene.measure {
        Measure::Probability => "occlusion-bar-probability",
        Measure::Logit => "occlusion-bar-logit",
    };
    let name = tr_with(key, &[("class", &*class)]);
    let range = map::range(occlusion, scene.measure);
    let colormap = colormap_of(state, true);
    let color_at = |share: f32| {
        let [red, green, blue] = colormap.color(share);
        Color32::from_rgb(red, green, blue)
    };
    ColorBar::new(&name, [range.min(), range.max()], &color_at).ticks(3).show(ui, theme);
}

/// Which number the colours show.
fn measure(ui: &mut Ui, scene: &mut EditScene, theme: &Theme) {
    let (probability, logit) = (tr("occlusion-probability"), tr("occlusion-logit"));
    let choices = [(Measure::Probability, &*probability), (Measure::Logit, &*logit)];
    let name = tr("occlusion-measure");
    let width = ui.available_width();
    let control = Segmented::new(&name, &choices, scene.measure).width(width);
    if let Some(measure) = control.show(ui, theme).inner {
        scene.measure = measure;
    }
}

/// What a class is called.
pub(super) fn label(state: &State, class: usize) -> String {
    let labels = state.report().map(|report| &report.labels);
    labels.and_then(|labels| labels.get(class)).map(|label| class_text(label).to_owned()).unwrap_or_default()
}

/// The strongest place in words, and whether the map is that of what is on screen.
fn result(ui: &mut Ui, state: &State, occlusion: &Occlusion, theme: &Theme) {
    if let Some(cell) = occlusion.strongest() {
        let drop = occlusion.probability_drop(cell).unwrap_or_default();
        let values = [("change", points(-drop)), ("cell", indices::cell((cell / GRID, cell % GRID)))];
        let words = tr_with("occlusion-strongest", &values);
        text(ui, &words, TextRole::Body, theme.hi);
    }
    let patch = occlusion.patch_px.to_string();
    let words = tr_with("occlusion-how", &[("patch", &*patch)]);
    text(ui, &words, TextRole::Caption, theme.low);
    if !occlusion.is_of(state) {
        text(ui, &tr("occlusion-stale"), TextRole::Caption, theme.mid);
    }
}

/// The patch's size, begin, stop, and how much is left.
fn controls(ui: &mut Ui, state: &State, scene: &mut EditScene, theme: &Theme, commands: &mut Vec<Command>) {
    let labels = PATCHES_PX.map(|side| {
        let side_px = side.to_string();
        (side, tr_with("edit-pixels", &[("count", &*side_px)]))
    });
    let choices = labels.each_ref().map(|(side, label)| (*side, label.as_str()));
    let running = state.found.occlusion.as_deref().filter(|occlusion| occlusion.is_running);
    let patch = tr("occlusion-patch");
    text(ui, &patch, TextRole::Caption, theme.low);
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let patch_px = scene.patch_px;
        let (label, name, command) = match running {
            Some(_) => (tr("occlusion-cancel"), tr("occlusion-cancel-name"), Command::CancelOcclusion),
            None => (tr("occlusion-compute"), tr("occlusion-compute-name"), Command::ComputeOcclusion { patch_px }),
        };
        if ui.add(Button::plain(theme, &label).named(&name)).clicked() {
            commands.push(command);
        }
        let width = ui.available_width();
        let control = Segmented::new(&patch, &choices, scene.patch_px).padding(4.0).width(width);
        if let Some(patch_px) = control.show(ui, theme).inner {
            scene.patch_px = patch_px;
        }
    });
    if let Some(occlusion) = running {
        progress(ui, occlusion, theme);
    }
}

/// A bar, "37 of 196 · 8 s left".
fn progress(ui: &mut Ui, occlusion: &Occlusion, theme: &Theme) {
    let (done, all) = (occlusion.done(), occlusion.positions.len());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    let counts = [("done", done.to_string()), ("all", all.to_string())];
    let words = match occlusion.seconds_left() {
        Some(seconds) => {
            let [done, all] = counts;
            let left = ("left", fixed(seconds.ceil(), 0));
            tr_with("occlusion-progress", &[done, all, left])
        }
        None => tr_with("occlusion-begins", &counts),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, ui.is_enabled(), words.clone()));
    let painter = ui.painter();
    painter.rect_filled(rect, size::RADIUS_BAR, theme.bar_track);
    painter.rect_filled(rect.share(done as f32 / all as f32), size::RADIUS_BAR, theme.hi);
    text(ui, &words, TextRole::Caption, theme.low);
}

/// The class evidence of the same run, to compare with: what the last layer adds up, and what the network does without.
fn evidence(ui: &mut Ui, state: &State, occlusion: &Occlusion, look: &mut Look<'_>) {
    let Some(evidence) = occlusion.evidence.as_deref() else {
        return;
    };
    let row = vec2(ui.available_width(), EVIDENCE);
    let (row, response) = ui.allocate_exact_size(row, Sense::hover());
    let name = tr_with("occlusion-evidence", &[("class", &*label(state, occlusion.class))]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, ui.is_enabled(), name.clone()));
    let rect = row.square(Align2::LEFT_TOP, EVIDENCE);
    grey(ui, rect, &occlusion.photo, look);
    let shares = evidence.shares();
    let range = Range::symmetric(&shares);
    let colormap = colormap_of(state, true);
    let key = ("occlusion-evidence", occlusion.id, look.theme.dark);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        let pixels = overlay(&shares, range, colormap).into_iter();
        let pixels = pixels.map(|[red, green, blue, alpha]| Color32::from_rgba_unmultiplied(red, green, blue, alpha));
        ColorImage::new([evidence.side; 2], pixels.collect())
    });
    let scrim = look.theme.scrim.gamma_multiply(0.45);
    ui.painter().rect_filled(rect, size::RADIUS_TILE, scrim);
    framed_picture(ui.painter(), texture.id(), rect, look.theme);
    beside(ui, row.without_left(EVIDENCE + size::SPACE_12), &name, range, state, look.theme);
}

/// Title and scale of the evidence map.
fn beside(ui: &mut Ui, rect: Rect, name: &str, range: Range, state: &State, theme: &Theme) {
    let lines = Lines::new(ui.painter(), name, TextRole::Caption, theme.mid, rect.width());
    lines.paint(ui.painter(), rect, Align2::LEFT_TOP);
    let colormap = colormap_of(state, true);
    let color_at = |share: f32| {
        let [red, green, blue] = colormap.color(share);
        Color32::from_rgb(red, green, blue)
    };
    within(ui, rect.bottom_part(40.0), |ui| {
        ColorBar::new("", [range.min(), range.max()], &color_at).ticks(3).show(ui, theme);
    });
}
