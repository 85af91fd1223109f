//! The occlusion map over the grey photo.

use egui::{
    Color32, ColorImage, Pos2, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, Vec2,
    WidgetInfo,
};

use super::canvas::on_screen;
use super::scene::{EditScene, Measure};
use super::top_predictions::points;
use crate::engine::{GRID, patch};
use crate::imaging::edit::Change;
use crate::imaging::{Colormap, Range, overlay};
use crate::locale::format::{percent, signed};
use crate::locale::text::{tr, tr_with};
use crate::state::{Card, Command, Occlusion, State};
use crate::ui::kit::heatmap_tile::cell_at;
use crate::ui::kit::paint::framed_picture;
use crate::ui::kit::{arrows_pressed, cell_after, cell_in, focus_ring, guess_mark, lock_arrows, tooltip};
use crate::ui::look::{Look, colormap_of};
use crate::ui::style::size;

/// How dark the photo is below the map.
const SCRIM: f32 = 0.45;

/// The numbers of the map in the chosen measure: percentage points, or logits.
pub(super) fn drop(occlusion: &Occlusion, measure: Measure, cell: usize) -> Option<f32> {
    match measure {
        Measure::Probability => occlusion.probability_drop(cell).map(|drop| drop * 100.0),
        Measure::Logit => occlusion.logit_drop(cell),
    }
}

/// What the colours span.
pub(super) fn range(occlusion: &Occlusion, measure: Measure) -> Range {
    let cells = 0..occlusion.positions.len();
    let drops: Vec<f32> = cells.filter_map(|cell| drop(occlusion, measure, cell)).collect();
    Range::symmetric(&drops)
}

/// The nearest place that is known, while the map goes from coarse to fine: the cell itself, or the corner of the block of
/// two by two or four by four cells that it lies in.
fn known(occlusion: &Occlusion, cell: usize) -> Option<usize> {
    let (row, column) = (cell / GRID, cell % GRID);
    [1, 2, 4]
        .into_iter()
        .map(|block| row / block * block * GRID + column / block * block)
        .find(|&place| occlusion.positions[place].is_some())
}

/// Shows the map; a click puts the patch there.
pub(super) fn map(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    occlusion: &Occlusion,
    scene: &mut EditScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let response = ui.interact(rect, ui.scope_id().with("occlusion-map"), Sense::click());
    response.widget_info(|| {
        let class = super::occlusion::label(state, occlusion.class);
        let name = tr_with("occlusion-map-name", &[("class", &*class)]);
        WidgetInfo::labeled(Role::Image, ui.is_enabled(), name)
    });
    super::occlusion::grey(ui, rect, &occlusion.photo, look);
    let scrim = look.theme.scrim.gamma_multiply(SCRIM);
    ui.painter().rect_filled(rect, size::RADIUS_TILE, scrim);
    let colormap = colormap_of(state, true);
    let key = (("occlusion", occlusion.id, occlusion.done()), (scene.measure == Measure::Logit, look.theme.dark));
    let texture =
        look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || picture(occlusion, scene.measure, colormap));
    framed_picture(ui.painter(), texture.id(), rect, look.theme);
    if let Some(cell) = occlusion.strongest() {
        frame(ui, rect, cell_rect(rect, cell));
    }
    let is_here = state.tour.is_some_and(|tour| Card::at(tour.card) == Card::YourTurn);
    guess_mark(ui.painter(), rect, GRID, state.guessed_cell(Card::YourTurn).filter(|_| is_here));
    let under = |place: Pos2| {
        let [column, row] = cell_at(rect, place, [GRID, GRID])?;
        Some(row * GRID + column)
    };
    let walked = walk(ui, &response, occlusion, scene);
    if let Some(cell) = response.hover_pos().and_then(under).or(walked) {
        hovered(ui, rect, occlusion, cell, &response, look);
    }
    focus_ring(ui, &response, size::RADIUS_TILE, look.theme);
    if !response.clicked() {
        return;
    }
    // Without a pointer it was the keyboard.
    let place = response.interact_pointer_pos().and_then(under);
    if let Some(cell) = place.or(walked).or_else(|| occlusion.strongest()) {
        scene.begin();
        let dabs = vec![patch(cell, occlusion.patch_px)];
        scene.send(Change::Paint(dabs), commands);
    }
}

/// Arrow keys walk over the map while it has the focus, from the strongest cell; returns where the keyboard is.
fn walk(ui: &Ui, response: &Response, occlusion: &Occlusion, scene: &mut EditScene) -> Option<usize> {
    if !response.has_focus() {
        return None;
    }
    lock_arrows(ui, response.id);
    let now = scene.cell.or_else(|| occlusion.strongest()).unwrap_or(0);
    let step = arrows_pressed(ui);
    if step != [0, 0] {
        scene.cell = Some(cell_after(now, step, [GRID, GRID]));
    }
    Some(scene.cell.unwrap_or(now))
}

fn picture(occlusion: &Occlusion, measure: Measure, colormap: Colormap) -> ColorImage {
    let range = range(occlusion, measure);
    let values: Vec<f32> = (0..occlusion.positions.len())
        .map(|cell| {
            let place = known(occlusion, cell);
            let value = place.and_then(|place| drop(occlusion, measure, place));
            value.unwrap_or(f32::NAN)
        })
        .collect();
    let pixels = overlay(&values, range, colormap).into_iter();
    let pixels = pixels.map(|[red, green, blue, alpha]| Color32::from_rgba_unmultiplied(red, green, blue, alpha));
    ColorImage::new([GRID, GRID], pixels.collect())
}

fn cell_rect(rect: Rect, cell: usize) -> Rect {
    let pitch = rect.width() / GRID as f32;
    cell_in(rect, cell, GRID, Vec2::splat(pitch))
}

/// White on black around what is meant, inside the picture.
fn frame(ui: &Ui, rect: Rect, what: Rect) {
    let painter = ui.painter_at(rect);
    let black = Stroke::new(4.0, Color32::from_black_alpha(170));
    painter.rect_stroke(what, 0.0, black, StrokeKind::Middle);
    painter.rect_stroke(what, 0.0, Stroke::new(2.0, Color32::WHITE), StrokeKind::Middle);
}

/// The patch where it would lie, and what the network says then.
fn hovered(ui: &Ui, rect: Rect, occlusion: &Occlusion, cell: usize, response: &Response, look: &Look<'_>) {
    let patch = patch(cell, occlusion.patch_px);
    let centre = on_screen(rect, egui::pos2(patch.x, patch.y));
    let side = 2.0 * patch.radius * rect.width() / crate::spec::INPUT_SIDE as f32;
    let painter = ui.painter_at(rect);
    let place = Rect::from_center_size(centre, Vec2::splat(side));
    painter.rect_stroke(place, 0.0, Stroke::new(1.5, Color32::WHITE), StrokeKind::Inside);
    let words = said(occlusion, cell);
    tooltip(response, look.theme, |ui| {
        ui.label(RichText::new(words).color(look.theme.hi));
    });
}

/// "cat 41.0% with the patch here (−49.1 pts), logit −2.3".
fn said(occlusion: &Occlusion, cell: usize) -> String {
    let Some(position) = occlusion.positions[cell] else {
        return tr("occlusion-not-yet");
    };
    let change = position.probability - occlusion.base.probability;
    let logit = position.logit - occlusion.base.logit;
    tr_with(
        "occlusion-position",
        &[
            ("share", percent(f64::from(position.probability))),
            ("change", points(change)),
            ("logit", signed(f64::from(logit), 2)),
        ],
    )
}
