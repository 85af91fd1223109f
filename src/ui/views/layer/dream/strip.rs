//! Five depths side by side, or one setting swept, each with its answer.

use egui::{Align2, Rect, Role, Sense, Ui, vec2};

use super::depth;
use super::pair::{drawn, how_far, main, photo_size, share};
use crate::engine::Dreamt;
use crate::locale::errors::error_text;
use crate::locale::format::{fixed, percent, times_of};
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Command, DEPTHS, DreamCommand, DreamWishes, Entry, Making, State};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Pressable, Segmented, cell_in, from_right, of_shape, right_of, write, write_fitted};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_line::short;
use crate::ui::views::layer::forming::{dashed, forming, outline};
use crate::visualize::dream::{DreamRecipe, Sweep};

/// Height of the row with the title.
const TITLE: f32 = 30.0;
/// Height of two lines below a thumbnail, and from which height of its place on they stand there.
const BELOW: f32 = 40.0;
const TALL: f32 = 170.0;
/// Width of the words beside a thumbnail.
const WORDS: f32 = 92.0;

/// Shows title and thumbnails.
pub(super) fn strip(
    ui: &mut Ui,
    mut rect: Rect,
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let state = seen.state;
    let recipes = state.other_recipes();
    title(ui, rect.take_top(TITLE), state, &recipes, look.theme, commands);
    let below = rect.without_top(2.0);
    // Ten depths stand in two rows where one is too short for their words.
    let count = recipes.len().max(1);
    let rows = if count > 5 && below.height() > 240.0 { 2 } else { 1 };
    let across = count.div_ceil(rows);
    let pitch = below.size() / vec2(across as f32, rows as f32);
    for (place, recipe) in recipes.iter().enumerate() {
        let area = cell_in(below, place, across, pitch).without_right(size::SPACE_8).without_bottom(size::SPACE_4);
        thumbnail(ui, area, recipe, seen, look, commands);
    }
}

/// What is compared, what it shows, how many are ready.
fn title(ui: &mut Ui, rect: Rect, state: &State, recipes: &[DreamRecipe], theme: &Theme, commands: &mut Vec<Command>) {
    let now = state.dreams.wishes;
    let right = from_right(ui, rect, |ui| {
        let labels =
            ["dream-sweep-depths", "dream-sweep-layers", "dream-sweep-strength", "dream-sweep-octaves"].map(tr);
        let sweeps = [None, Some(Sweep::Layer), Some(Sweep::Strength), Some(Sweep::Octaves)];
        let choices = [0, 1, 2, 3].map(|place| (sweeps[place], labels[place].as_str()));
        let name = tr("dream-sweep");
        let output = Segmented::new(&name, &choices, now.sweep).padding(8.0).show(ui, theme);
        if let Some(sweep) = output.inner {
            commands.push(Command::Dream(DreamCommand::Change(DreamWishes { sweep, ..now })));
        }
        output.response.rect.left()
    });
    let done = recipes.iter().filter_map(|recipe| state.dreams.of(recipe));
    let done = done.filter(|entry| matches!(entry.making, Making::Done)).count();
    let values = [("done", done.to_string()), ("total", recipes.len().to_string())];
    let ready = tr_with("dream-ready", &values);
    let mut room = rect.with_max_x(right - size::SPACE_12);
    let written = write(ui.painter(), room, Align2::RIGHT_CENTER, &ready, TextRole::Caption, theme.low);
    spoken(ui, written, Role::ProgressIndicator, &ready);
    room.set_right(written.left());
    let head = write_fitted(ui.painter(), room, Align2::LEFT_CENTER, &tr("dream-strip"), TextRole::Name, theme.hi);
    let means = right_of(room, head, size::SPACE_12).without_right(size::SPACE_12);
    if means.width() > 160.0 {
        let words = tr("dream-strip-means");
        write_fitted(ui.painter(), means, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.mid);
    }
}

/// One dream with its name and answer; a click looks at it.
fn thumbnail(
    ui: &Ui,
    area: Rect,
    recipe: &DreamRecipe,
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let state = seen.state;
    let entry = state.dreams.of(recipe);
    let is_shown = *recipe == state.dream_recipe();
    // Beside the picture where there is room, else below it.
    let has_words = area.width() > 2.0 * WORDS && area.height() < TALL;
    let room = if has_words { area.without_right(WORDS) } else { area.without_bottom(BELOW) };
    let place = of_shape(room, Align2::LEFT_TOP, photo_size(&seen.shown.photo)).shrink(3.0);
    let words = said(seen, recipe, entry);
    let id = ui.scope_id().with(("dream", &recipe.layer, recipe.octaves, recipe.strength.to_bits()));
    let pressable = Pressable::new(id).chosen(is_shown).sense(Sense::CLICK).radius(size::RADIUS_TILE);
    let response = pressable.show(ui, area, look.theme, || words.join(", "));
    match entry.and_then(|entry| entry.made.as_ref()) {
        Some(dreamt) => {
            drawn(ui, place, dreamt, seen, look);
            if !dreamt.is_finished {
                forming(ui, place, share(dreamt), look.theme);
            }
        }
        None => empty(ui, place, look.theme),
    }
    outline(ui, place, is_shown, response.hovered(), look.theme);
    lines(ui, area, place, has_words, &words, look.theme);
    if response.clicked() {
        choose(recipe, state, commands);
    }
}

/// Looks at that one.
fn choose(recipe: &DreamRecipe, state: &State, commands: &mut Vec<Command>) {
    if recipe.layer != state.selection.layer {
        commands.push(Command::SelectLayer(recipe.layer.clone()));
    }
    let now = state.dreams.wishes;
    let wishes = DreamWishes {
        is_one_channel: recipe.channel.is_some(),
        strength: recipe.strength,
        octaves: recipe.octaves,
        seed: recipe.seed,
        ..now
    };
    if wishes != now {
        commands.push(Command::Dream(DreamCommand::Change(wishes)));
    }
}

fn empty(ui: &Ui, place: Rect, theme: &Theme) {
    ui.painter().rect_filled(place, size::RADIUS_TILE, theme.bg1);
    dashed(ui, place, theme);
    write(ui.painter(), place, Align2::CENTER_CENTER, &tr("dream-waiting"), TextRole::Caption, theme.low);
}

/// What it is of, what a cell sees, what the network says: as far as that is known.
fn said(seen: &LayerContext<'_>, recipe: &DreamRecipe, entry: Option<&Entry<Dreamt>>) -> Vec<String> {
    let state = seen.state;
    let name = match state.dreams.wishes.sweep {
        None | Some(Sweep::Layer) => short(&recipe.layer).to_owned(),
        Some(Sweep::Strength) => times_of(&fixed(f64::from(recipe.strength), 2)),
        Some(Sweep::Octaves) => tr_with("dream-octave-count", &[("count", recipe.octaves.to_string())]),
    };
    let mut words = vec![name];
    if matches!(state.dreams.wishes.sweep, None | Some(Sweep::Layer)) {
        if let Some(place) = DEPTHS.iter().position(|layer| *layer == recipe.layer) {
            words.push(depth::kind(place));
        }
        let pixels = depth::sees(state, &recipe.layer);
        words.push(tr_with("dream-sees", &[("pixels", pixels.to_string())]));
    }
    let dreamt = entry.and_then(|entry| entry.made.as_ref());
    match (entry.map(|entry| &entry.making), dreamt) {
        (Some(Making::Failed(error)), _) => words.push(error_text(error)),
        (_, Some(dreamt)) => match main(dreamt) {
            Some(scores) => {
                let best = scores.best();
                words.push(class_text(&seen.shown.report.labels[best]).to_owned());
                words.push(percent(f64::from(scores.probabilities[best])));
            }
            None => words.push(how_far(dreamt)),
        },
        (_, None) => {}
    }
    words
}

/// The words beside the thumbnail, or below it where it is narrow.
fn lines(ui: &Ui, area: Rect, place: Rect, has_words: bool, words: &[String], theme: &Theme) {
    let painter = ui.painter();
    if !has_words {
        let below = place.beneath(2.0, BELOW).with_max_x(area.right());
        if let Some(first) = words.first() {
            write_fitted(painter, below.row(0, 16.0), Align2::LEFT_CENTER, first, TextRole::StatusStrong, theme.hi);
        }
        let rest = words.iter().skip(1).rev().take(2).rev().cloned().collect::<Vec<_>>().join(" ");
        write_fitted(painter, below.row(1, 16.0), Align2::LEFT_CENTER, &rest, TextRole::Tick, theme.mid);
        return;
    }
    let beside = right_of(area, place, 10.0).without_top(2.5);
    let count = words.len();
    for (line, words) in words.iter().enumerate() {
        let (role, ink) = match line {
            0 => (TextRole::Name, theme.hi),
            line if line + 2 == count && count > 2 => (TextRole::BodyStrong, theme.hi),
            _ => (TextRole::Caption, theme.mid),
        };
        write_fitted(painter, beside.row(line, 19.0), Align2::LEFT_CENTER, words, role, ink);
    }
}
