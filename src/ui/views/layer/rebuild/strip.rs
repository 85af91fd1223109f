//! Five depths side by side, each with its error.

use egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::depth::short;
use super::pictures::drawn;
use crate::locale::errors::error_text;
use crate::locale::format::{fixed, steps_in_words};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Making, RebuildWishes};
use crate::state::{RebuildCommand, State};
use crate::ui::kit::focus_ring;
use crate::ui::kit::paint::{dashes, spoken, text, text_within};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::looks_for::forming;
use crate::visualize::rebuild::RebuildRecipe;

/// Height of the row with the title.
const TITLE: f32 = 26.0;
/// Height of two lines below a picture, and from which height of its place on they stand there.
const BELOW: f32 = 40.0;
const TALL: f32 = 170.0;

/// Shows title and pictures.
pub(super) fn strip(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let state = seen.state;
    let recipes = state.rebuild_strip();
    let row = rect.with_max_y(rect.top() + TITLE);
    let done = recipes.iter().filter_map(|recipe| state.rebuilds.of(recipe));
    let done = done.filter(|entry| matches!(entry.making, Making::Done)).count();
    let ready = tr_with("dream-ready", &[("done", done.to_string()), ("total", recipes.len().to_string())]);
    let painter = ui.painter();
    let right = text(painter, row.right_center(), Align2::RIGHT_CENTER, &ready, TextRole::Caption, look.theme.low);
    spoken(ui, right, Role::ProgressIndicator, &ready);
    let room = right.left() - row.left() - size::SPACE_12;
    text_within(painter, row.left_center(), room, &tr("rebuild-strip"), TextRole::Name, look.theme.hi);
    let below = rect.with_min_y(row.bottom() + 2.0);
    let width = below.width() / recipes.len() as f32;
    for (place, recipe) in recipes.iter().enumerate() {
        let corner = below.min + vec2(place as f32 * width, 0.0);
        let area = Rect::from_min_size(corner, vec2(width - size::SPACE_8, below.height()));
        thumbnail(ui, area, recipe, seen, look, commands);
    }
}

/// One picture with its depth and error; a click looks at it.
fn thumbnail(
    ui: &Ui,
    area: Rect,
    recipe: &RebuildRecipe,
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let state = seen.state;
    let entry = state.rebuilds.of(recipe);
    let is_shown = *recipe == state.rebuild_recipe();
    // Beside the picture where it is low, else below it.
    let is_beside = area.height() < TALL;
    let side = match is_beside {
        true => area.height().min(area.width() * 0.6),
        false => area.width().min(area.height() - BELOW),
    };
    let square = Rect::from_min_size(area.min + vec2(3.0, 3.0), vec2(side - 6.0, side - 6.0));
    let lines = said(state, recipe);
    let response = ui.interact(area, ui.scope_id().with(("rebuild", &recipe.layer)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_shown, lines.join(", ")));
    match entry.and_then(|entry| entry.rebuilt.as_ref()) {
        Some(rebuilt) => {
            drawn(ui, square, rebuilt, seen, look);
            if !rebuilt.is_finished {
                let steps = entry.map_or(1, |entry| entry.steps).max(1);
                forming(ui, square, rebuilt.steps as f32 / steps as f32, 4.0, look.theme);
            }
        }
        None => {
            ui.painter().rect_filled(square, size::RADIUS_TILE, look.theme.bg1);
            let mut shapes = Vec::new();
            let stroke = Stroke::new(size::hairline(), look.theme.line2);
            dashes(square.shrink(0.5), stroke, 4.0, 3.0, &mut shapes);
            ui.painter().extend(shapes);
        }
    }
    if is_shown || response.hovered() {
        let width = if is_shown { size::stroke_selection() } else { size::stroke_focus() };
        let stroke = Stroke::new(width, look.theme.hi);
        ui.painter().rect_stroke(square.expand(1.0), size::RADIUS_TILE, stroke, StrokeKind::Outside);
    }
    focus_ring(ui, &response, size::RADIUS_TILE, look.theme);
    let (first, step) = match is_beside {
        true => (pos2(square.right() + 10.0, square.top() + 10.0), 19.0),
        false => (pos2(square.left(), square.bottom() + 12.0), 17.0),
    };
    for (line, words) in lines.iter().take(if is_beside { 3 } else { 2 }).enumerate() {
        let place = first + vec2(0.0, line as f32 * step);
        let (role, ink) = match line {
            0 => (TextRole::Name, look.theme.hi),
            _ => (TextRole::Caption, look.theme.mid),
        };
        text_within(ui.painter(), place, area.right() - place.x, words, role, ink);
    }
    if response.clicked() {
        if recipe.layer != state.selection.layer {
            commands.push(Command::SelectLayer(recipe.layer.clone()));
        }
        let now = state.rebuilds.wishes;
        if now.is_one_channel {
            let command = RebuildCommand::Change(RebuildWishes { is_one_channel: false, ..now });
            commands.push(Command::Rebuild(command));
        }
    }
}

/// Its depth, how near it came, and how far it is.
fn said(state: &State, recipe: &RebuildRecipe) -> Vec<String> {
    let mut words = vec![short(&recipe.layer).to_owned()];
    let entry = state.rebuilds.of(recipe);
    match (entry.map(|entry| &entry.making), entry.and_then(|entry| entry.rebuilt.as_ref())) {
        (Some(Making::Failed(error)), _) => words.push(error_text(error)),
        (_, Some(rebuilt)) => {
            let error = rebuilt.error().map_or_else(|| "–".to_owned(), |error| fixed(f64::from(error), 2));
            words.push(tr_with("rebuild-error-short", &[("error", error)]));
            words.push(steps_in_words(rebuilt.steps));
        }
        (_, None) => words.push(tr("dream-waiting")),
    }
    words
}
