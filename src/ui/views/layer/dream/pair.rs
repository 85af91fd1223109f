//! The photo and the dream with what the network says of them.

use egui::{Align2, Color32, Rect, Role, Sense, TextureOptions, Ui};

use super::areas::ANSWER;
use crate::analysis::Scores;
use crate::engine::{Dreamt, Photo};
use crate::imaging::Fit;
use crate::locale::errors::error_text;
use crate::locale::format::{dimensions, percent};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Head;
use crate::state::{Command, DreamCommand, Making, dream_photo};
use crate::ui::kit::paint::{WHOLE, field, picture, spoken};
use crate::ui::kit::{Area, Button, Lines, Pressable, left_of, of_shape, right_of, write, write_fitted};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::depth_line::short;
use crate::ui::views::layer::forming::{forming, over_corner, pill};

/// Between both pictures.
const GAP: f32 = 16.0;
/// How much of the last dream is seen until the next has begun.
const DIMMED: f32 = 0.6;

/// Shows both.
pub(super) fn pair(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let [mut left, mut right] = rect.columns(GAP);
    let rows = [left.take_top(ANSWER), right.take_top(ANSWER)].map(|row| row.without_bottom(size::SPACE_4));
    let before = seen.shown.report.main();
    answer(ui, rows[0], seen, Some(before), &tr("dream-the-photo"), look.theme);
    photo(ui, left, seen, look);
    let drawn = seen.state.dreams.drawn();
    let after = drawn.and_then(|dreamt| main(dreamt));
    ui.scope(|ui| {
        let is_own = seen.state.dreams.shown().is_some_and(|entry| entry.made.is_some());
        if !is_own && drawn.is_some() {
            ui.multiply_opacity(DIMMED);
        }
        answer(ui, rows[1], seen, after, &now_words(seen, after), look.theme);
        dream(ui, right, seen, look, commands);
    });
}

/// What the main head says of a finished dream.
pub(super) fn main(dreamt: &Dreamt) -> Option<&Scores> {
    dreamt.scores.as_ref()?.iter().find(|scores| scores.head == Head::Main)
}

/// "what the network says now · cat 0.0%".
fn now_words(seen: &LayerContext<'_>, after: Option<&Scores>) -> String {
    let words = tr("dream-now");
    let before = seen.shown.report.main().best();
    match after.filter(|after| after.best() != before) {
        Some(after) => {
            let label = class_text(&seen.shown.report.labels[before]);
            format!("{words} · {label} {}", percent(f64::from(after.probabilities[before])))
        }
        None => words,
    }
}

/// The largest text: the answer and its probability; a caption at the right.
fn answer(ui: &Ui, row: Rect, seen: &LayerContext<'_>, scores: Option<&Scores>, caption: &str, theme: &Theme) {
    let painter = ui.painter();
    let low = row.without_top(size::SPACE_8);
    let right = write(painter, low, Align2::RIGHT_CENTER, caption, TextRole::Caption, theme.low);
    let (label, share) = match scores {
        Some(scores) => {
            let best = scores.best();
            let label = class_text(&seen.shown.report.labels[best]).to_owned();
            (label, percent(f64::from(scores.probabilities[best])))
        }
        None => ("–".to_owned(), String::new()),
    };
    let number = Lines::new(painter, &share, TextRole::BigNumber, theme.mid, f32::INFINITY);
    let room = left_of(row, right, size::SPACE_12).without_right(number.width() + 10.0);
    let name = write_fitted(painter, room, Align2::LEFT_CENTER, &label, TextRole::BigNumber, theme.hi);
    number.paint(painter, right_of(row, name, 9.0), Align2::LEFT_CENTER);
    let said = tr_with("dream-answer", &[("caption", caption.to_owned()), ("label", label), ("share", share)]);
    spoken(ui, row, Role::Heading, &said);
}

/// The photo; the part of it that the classifier sees, while the pointer is over it.
fn photo(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let photo = &seen.shown.photo;
    let size_px = photo_size(photo);
    let place = of_shape(rect, Align2::LEFT_TOP, size_px);
    let key = ("dream-photo", photo.id);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&dream_photo(photo)));
    picture(ui.painter(), texture.id(), place, WHOLE, Color32::WHITE);
    let is_whole = photo.edits.is_none();
    let words = if is_whole { "dream-whole-photo" } else { "dream-edited-photo" };
    let words = tr_with(words, &[("size", dimensions(&size_px.map(|side| side as usize)))]);
    let id = ui.scope_id().with("dream-photo");
    let image = Pressable::new(id).role(Role::Image).sense(Sense::hover());
    let response = image.show(ui, place, look.theme, || words.clone());
    pill(ui, place, &words, look.theme);
    if response.hovered() && is_whole && photo.fit == Fit::Crop {
        field(ui.painter(), crop(place, photo.size));
    }
}

/// Width and height of what dreams: the whole photo, or what the network sees of an edited one.
pub(super) fn photo_size(photo: &Photo) -> [u32; 2] {
    if photo.edits.is_none() { photo.size } else { [photo.prepared.pixels.width(), photo.prepared.pixels.height()] }
}

/// The middle square of the photo, as far as the classifier sees it.
fn crop(place: Rect, [width, height]: [u32; 2]) -> Rect {
    let short = width.min(height) as f32;
    // 224 of 256 pixels of the short side.
    let side = short * 0.875 * place.width() / width.max(1) as f32;
    place.square(Align2::CENTER_CENTER, side)
}

/// The dream as far as it is; stopped, failed, or not begun: said.
fn dream(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let dreams = &seen.state.dreams;
    let place = of_shape(rect, Align2::LEFT_TOP, photo_size(&seen.shown.photo));
    let Some(drawn) = dreams.drawn() else {
        ui.painter().rect_filled(place, size::RADIUS_TILE, look.theme.bar_track);
        pill(ui, place, &tr("dream-waiting"), look.theme);
        return;
    };
    let entry = dreams.shown();
    self::drawn(ui, place, drawn, seen, look);
    let words = how_far(drawn);
    let id = ui.scope_id().with("dream-picture");
    let image = Pressable::new(id).role(Role::Image).sense(Sense::CLICK).radius(size::RADIUS_TILE);
    image.show(ui, place, look.theme, || {
        let layer = short(&drawn.recipe.layer).to_owned();
        tr_with("dream-picture-name", &[("layer", layer), ("state", words.clone())])
    });
    let making = entry.map_or(&Making::Idle, |entry| &entry.making);
    let shown = match making {
        Making::Failed(error) => error_text(error),
        Making::Stopped => tr_with("dream-stopped", &[("state", words.clone())]),
        Making::Idle | Making::Running | Making::Done => words.clone(),
    };
    pill(ui, place, &shown, look.theme);
    forming(ui, place, share(drawn), look.theme);
    control(ui, place, making, look.theme, commands);
}

/// The picture alone.
pub(super) fn drawn(ui: &Ui, place: Rect, dreamt: &Dreamt, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let key = ("dream", &dreamt.facts, dreamt.progress.octave, dreamt.progress.step, seen.shown.photo.id);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&dreamt.picture));
    picture(ui.painter(), texture.id(), place, WHOLE, Color32::WHITE);
}

/// "octave 3 of 3 · step 10 of 10".
pub(super) fn how_far(dreamt: &Dreamt) -> String {
    let progress = dreamt.progress;
    let values = [
        ("octave", progress.octave.to_string()),
        ("octaves", progress.octaves.to_string()),
        ("step", progress.step.to_string()),
        ("steps", progress.steps.to_string()),
    ];
    tr_with("dream-how-far", &values)
}

/// 0 to 1 of all steps.
pub(super) fn share(dreamt: &Dreamt) -> f32 {
    let progress = dreamt.progress;
    let done = progress.octave.saturating_sub(1) * progress.steps + progress.step;
    done as f32 / (progress.octaves * progress.steps).max(1) as f32
}

/// Stop, go on, or try again: over the picture's lower right.
fn control(ui: &mut Ui, place: Rect, making: &Making, theme: &Theme, commands: &mut Vec<Command>) {
    let (key, command) = match making {
        Making::Running => ("dream-stop", Command::Dream(DreamCommand::Stop)),
        Making::Stopped => ("dream-go-on", Command::Dream(DreamCommand::GoOn)),
        Making::Failed(_) => ("looks-try-again", Command::Dream(DreamCommand::GoOn)),
        Making::Idle | Making::Done => return,
    };
    over_corner(ui, place, |ui| {
        if ui.add(Button::plain(theme, &tr(key))).clicked() {
            commands.push(command);
        }
    });
}
