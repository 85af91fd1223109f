//! Five depths side by side, or one setting swept, each with its answer.

use egui::{
    Align, Align2, Color32, Layout, Rect, Role, Sense, Stroke, StrokeKind, TextureOptions, Ui, UiBuilder, pos2, vec2,
};

use super::depth;
use super::pair::{how_far, main, photo_size, share};
use crate::engine::Dreamt;
use crate::locale::errors::error_text;
use crate::locale::format::{fixed, percent, times_of};
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Command, DEPTHS, DreamCommand, DreamWishes, Entry, Making, State};
use crate::ui::kit::paint::{WHOLE, dashes, picture, spoken, text, text_within};
use crate::ui::kit::{Segmented, focus_ring};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::looks_for::forming;
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
    rect: Rect,
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let state = seen.state;
    let recipes = state.other_recipes();
    title(ui, rect.with_max_y(rect.top() + TITLE), state, &recipes, look.theme, commands);
    let below = rect.with_min_y(rect.top() + TITLE + 2.0);
    // Ten depths stand in two rows where one is too short for their words.
    let count = recipes.len().max(1);
    let rows = if count > 5 && below.height() > 240.0 { 2 } else { 1 };
    let across = count.div_ceil(rows);
    let cell = vec2(below.width() / across as f32, below.height() / rows as f32);
    for (place, recipe) in recipes.iter().enumerate() {
        let offset = vec2((place % across) as f32 * cell.x, (place / across) as f32 * cell.y);
        let area = Rect::from_min_size(below.min + offset, cell - vec2(size::SPACE_8, size::SPACE_4));
        thumbnail(ui, area, recipe, seen, look, commands);
    }
}

/// What is compared, what it shows, how many are ready.
fn title(ui: &mut Ui, rect: Rect, state: &State, recipes: &[DreamRecipe], theme: &Theme, commands: &mut Vec<Command>) {
    let now = state.dreams.wishes;
    let layout = Layout::right_to_left(Align::Center);
    let right = ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
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
    let place = pos2(right.inner - size::SPACE_12, rect.center().y);
    let written = text(ui.painter(), place, Align2::RIGHT_CENTER, &ready, TextRole::Caption, theme.low);
    spoken(ui, written, Role::ProgressIndicator, &ready);
    let edge = written.left();
    let words = tr("dream-strip");
    let head = text_within(ui.painter(), rect.left_center(), edge - rect.left(), &words, TextRole::Name, theme.hi);
    let room = edge - head.right() - 2.0 * size::SPACE_12;
    let place = pos2(head.right() + size::SPACE_12, rect.center().y);
    if room > 160.0 {
        text_within(ui.painter(), place, room, &tr("dream-strip-means"), TextRole::Caption, theme.mid);
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
    let room = if has_words { area.with_max_x(area.right() - WORDS) } else { area.with_max_y(area.bottom() - BELOW) };
    let [width, height] = photo_size(&seen.shown.photo).map(|side| side.max(1) as f32);
    let scale = (room.width() / width).min(room.height() / height);
    let place = Rect::from_min_size(room.min + vec2(3.0, 3.0), vec2(width, height) * scale - vec2(6.0, 6.0));
    let response = ui.interact(
        area,
        ui.scope_id().with(("dream", &recipe.layer, recipe.octaves, recipe.strength.to_bits())),
        Sense::CLICK,
    );
    let words = said(seen, recipe, entry);
    response.widget_info(|| {
        let name = words.join(", ");
        egui::WidgetInfo::selected(Role::Button, ui.is_enabled(), is_shown, name)
    });
    match entry.and_then(|entry| entry.dreamt.as_ref()) {
        Some(dreamt) => drawn(ui, place, dreamt, seen, look),
        None => empty(ui, place, look.theme),
    }
    if is_shown || response.hovered() {
        let stroke = Stroke::new(if is_shown { size::stroke_selection() } else { size::stroke_focus() }, look.theme.hi);
        ui.painter().rect_stroke(place.expand(1.0), size::RADIUS_TILE, stroke, StrokeKind::Outside);
    }
    focus_ring(ui, &response, size::RADIUS_TILE, look.theme);
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

fn drawn(ui: &Ui, place: Rect, dreamt: &Dreamt, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let key = ("dream", &dreamt.facts, dreamt.progress.octave, dreamt.progress.step, seen.shown.photo.id);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&dreamt.picture));
    picture(ui.painter(), texture.id(), place, WHOLE, Color32::WHITE);
    if !dreamt.is_finished {
        forming(ui, place, share(dreamt), 4.0, look.theme);
    }
}

fn empty(ui: &Ui, place: Rect, theme: &Theme) {
    ui.painter().rect_filled(place, size::RADIUS_TILE, theme.bg1);
    let mut shapes = Vec::new();
    dashes(place.shrink(0.5), Stroke::new(size::hairline(), theme.line2), 4.0, 3.0, &mut shapes);
    ui.painter().extend(shapes);
    text(ui.painter(), place.center(), Align2::CENTER_CENTER, &tr("dream-waiting"), TextRole::Caption, theme.low);
}

/// What it is of, what a cell sees, what the network says: as far as that is known.
fn said(seen: &LayerContext<'_>, recipe: &DreamRecipe, entry: Option<&Entry>) -> Vec<String> {
    let state = seen.state;
    let name = match state.dreams.wishes.sweep {
        None | Some(Sweep::Layer) => depth::short(&recipe.layer).to_owned(),
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
    let dreamt = entry.and_then(|entry| entry.dreamt.as_ref());
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
        let room = area.width();
        let top = place.bottom() + 10.0;
        if let Some(first) = words.first() {
            text_within(painter, pos2(place.left(), top), room, first, TextRole::StatusStrong, theme.hi);
        }
        let rest = words.iter().skip(1).rev().take(2).rev().cloned().collect::<Vec<_>>().join(" ");
        text_within(painter, pos2(place.left(), top + 16.0), room, &rest, TextRole::Tick, theme.mid);
        return;
    }
    let left = place.right() + 10.0;
    let room = area.right() - left;
    let count = words.len();
    for (line, words) in words.iter().enumerate() {
        let (role, ink) = match line {
            0 => (TextRole::Name, theme.hi),
            line if line + 2 == count && count > 2 => (TextRole::BodyStrong, theme.hi),
            _ => (TextRole::Caption, theme.mid),
        };
        text_within(painter, pos2(left, place.top() + 9.0 + line as f32 * 19.0), room, words, role, ink);
    }
}
