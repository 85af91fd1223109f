//! Five depths side by side, each with its error.

use egui::{Align2, Rect, Role, Sense, Ui};

use super::pictures::drawn;
use super::words;
use crate::locale::errors::error_text;
use crate::locale::format::steps_in_words;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Making, RebuildCommand, RebuildWishes, State};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Pressable, Row, right_of, write_fitted};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_line::short;
use crate::ui::views::layer::forming::{dashed, forming, outline};
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
    let done = recipes.iter().filter_map(|recipe| state.rebuilds.of(recipe));
    let done = done.filter(|entry| matches!(entry.making, Making::Done)).count();
    let ready = tr_with("dream-ready", &[("done", done.to_string()), ("total", recipes.len().to_string())]);
    let title = tr("rebuild-strip");
    let row = Row::new(&title, TextRole::Name, look.theme.hi).number(&ready, TextRole::Caption, look.theme.low);
    let places = row.paint(ui.painter(), rect.top_part(TITLE));
    spoken(ui, places.number, Role::ProgressIndicator, &ready);
    let below = rect.without_top(TITLE + 2.0);
    let width = below.width() / recipes.len() as f32;
    for (place, recipe) in recipes.iter().enumerate() {
        let area = below.column(place, width).without_right(size::SPACE_8);
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
    let square = area.square(Align2::LEFT_TOP, side).shrink(3.0);
    let lines = said(state, recipe);
    let id = ui.scope_id().with(("rebuild", &recipe.layer));
    let pressable = Pressable::new(id).chosen(is_shown).sense(Sense::CLICK).radius(size::RADIUS_TILE);
    let response = pressable.show(ui, area, look.theme, || lines.join(", "));
    match entry.and_then(|entry| entry.made.as_ref()) {
        Some(rebuilt) => {
            drawn(ui, square, rebuilt, seen, look);
            if !rebuilt.is_finished {
                let steps = entry.map_or(1, |entry| entry.wanted).max(1);
                forming(ui, square, rebuilt.steps as f32 / steps as f32, look.theme);
            }
        }
        None => {
            ui.painter().rect_filled(square, size::RADIUS_TILE, look.theme.bg1);
            dashed(ui, square, look.theme);
        }
    }
    outline(ui, square, is_shown, response.hovered(), look.theme);
    let (room, height) = match is_beside {
        true => (right_of(area, square, 10.0).without_top(3.5), 19.0),
        false => (square.beneath(3.5, BELOW).with_max_x(area.right()), 17.0),
    };
    for (line, words) in lines.iter().take(if is_beside { 3 } else { 2 }).enumerate() {
        let (role, ink) = match line {
            0 => (TextRole::Name, look.theme.hi),
            _ => (TextRole::Caption, look.theme.mid),
        };
        write_fitted(ui.painter(), room.row(line, height), Align2::LEFT_CENTER, words, role, ink);
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
    match (entry.map(|entry| &entry.making), entry.and_then(|entry| entry.made.as_ref())) {
        (Some(Making::Failed(error)), _) => words.push(error_text(error)),
        (_, Some(rebuilt)) => {
            let error = rebuilt.error().map_or_else(|| "–".to_owned(), words::error_number);
            words.push(tr_with("rebuild-error-short", &[("error", error)]));
            words.push(steps_in_words(rebuilt.steps));
        }
        (_, None) => words.push(tr("dream-waiting")),
    }
    words
}
