//! The photo as the network sees it, and what is left of it; around a 1x1 reduction before, after, and the difference.

use egui::{Align2, Color32, Rect, Role, TextureOptions, Ui};

use super::areas::{HEADLINE, NAME};
use super::{difference, head, words};
use crate::engine::Rebuilt;
use crate::locale::errors::error_text;
use crate::locale::format::steps_in_words;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Entry, Making};
use crate::ui::kit::paint::{rounded_picture, spoken};
use crate::ui::kit::{Area, Button, Lines, write, write_fitted};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::forming::{forming, over_corner, pill};

/// Between two pictures.
const GAP: f32 = 16.0;

/// Shows the error as the largest text and the pictures below.
pub(super) fn pictures(
    ui: &mut Ui,
    mut rect: Rect,
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let state = seen.state;
    let (before, shown) = (state.rebuild_before(), state.rebuilds.shown());
    let headline = words::headline(seen);
    let row = rect.take_top(HEADLINE);
    write_fitted(ui.painter(), row, Align2::LEFT_CENTER, &headline, TextRole::BigNumber, look.theme.hi);
    spoken(ui, row, Role::Heading, &headline);
    let count = if before.is_some() { 4.0 } else { 2.0 };
    let width = (rect.width() - (count - 1.0) * GAP) / count;
    let side = width.min(rect.height() - NAME).max(24.0);
    let square = |place: usize| rect.column(place, side + GAP).square(Align2::LEFT_TOP, side);
    photo(ui, square(0), seen, look);
    let is_covered = words::is_covered(state);
    let Some(before) = before else {
        entry(ui, square(1), &words::rebuilt_name(seen), shown, seen, look);
        control(ui, square(1), seen, look.theme, commands);
        return;
    };
    let channels = words::channels(seen);
    let name = |key: &str, count: usize| tr_with(key, &[("channels", count.to_string())]);
    entry(ui, square(1), &name("rebuild-before", channels[0]), state.rebuilds.of(&before), seen, look);
    let after_name = name("rebuild-after", channels[1]);
    if is_covered {
        covered(ui, square(2), &after_name, look.theme);
        covered(ui, square(3), &tr("rebuild-difference"), look.theme);
        return;
    }
    entry(ui, square(2), &after_name, shown, seen, look);
    control(ui, square(2), seen, look.theme, commands);
    apart(ui, square(3), [state.rebuilds.made(&before), shown.and_then(|it| it.made.as_ref())], seen, look);
}

/// What stands below a picture.
fn named(ui: &Ui, square: Rect, name: &str, said: &str, theme: &Theme) {
    let below = square.beneath(1.0, NAME);
    write_fitted(ui.painter(), below.row(0, 20.0), Align2::LEFT_CENTER, name, TextRole::StatusStrong, theme.hi);
    write_fitted(ui.painter(), below.row(1, 20.0), Align2::LEFT_CENTER, said, TextRole::Tick, theme.mid);
}

fn photo(ui: &Ui, square: Rect, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let photo = &seen.shown.photo;
    let key = ("colours", photo.id);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&photo.prepared.pixels));
    rounded_picture(ui.painter(), texture.id(), square, Color32::WHITE);
    let name = tr("rebuild-photo");
    spoken(ui, square, Role::Image, &name);
    named(ui, square, &name, &tr("rebuild-photo-size"), look.theme);
}

/// A picture as far as it is; or why there is none.
fn entry(
    ui: &Ui,
    square: Rect,
    name: &str,
    entry: Option<&Entry<Rebuilt>>,
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
) {
    let Some((entry, rebuilt)) = entry.and_then(|entry| Some((entry, entry.made.as_ref()?))) else {
        ui.painter().rect_filled(square, size::RADIUS_TILE, look.theme.bar_track);
        let why = match entry.map(|entry| &entry.making) {
            Some(Making::Failed(error)) => error_text(error),
            Some(Making::Idle | Making::Running | Making::Stopped | Making::Done) | None => tr("dream-waiting"),
        };
        wrapped(ui, square, &why, look.theme);
        spoken(ui, square, Role::Image, &format!("{name}, {why}"));
        named(ui, square, name, "", look.theme);
        return;
    };
    drawn(ui, square, rebuilt, seen, look);
    let how_far = steps_in_words(rebuilt.steps);
    let error = rebuilt.error().map_or_else(|| "–".to_owned(), words::error_number);
    let said = match words::is_covered(seen.state) {
        true => how_far.clone(),
        false => tr_with("rebuild-picture", &[("error", error), ("steps", steps_in_words(rebuilt.steps))]),
    };
    if !matches!(entry.making, Making::Done) {
        let words = match &entry.making {
            Making::Failed(error) => error_text(error),
            Making::Stopped => tr_with("dream-stopped", &[("state", how_far)]),
            Making::Idle | Making::Running | Making::Done => how_far,
        };
        pill(ui, square, &words, look.theme);
        forming(ui, square, rebuilt.steps as f32 / entry.wanted.max(1) as f32, look.theme);
    }
    spoken(ui, square, Role::Image, &format!("{name}, {said}"));
    named(ui, square, name, &said, look.theme);
}

/// The picture alone.
pub(super) fn drawn(ui: &Ui, square: Rect, rebuilt: &Rebuilt, seen: &LayerContext<'_>, look: &mut Look<'_>) {
    let key = ("rebuild", &rebuilt.facts, rebuilt.steps, seen.shown.photo.id);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&rebuilt.picture));
    rounded_picture(ui.painter(), texture.id(), square, Color32::WHITE);
}

/// Words in the middle of a picture that is not there.
fn wrapped(ui: &Ui, square: Rect, words: &str, theme: &Theme) {
    let room = square.width() - 2.0 * size::SPACE_12;
    let lines = Lines::new(ui.painter(), words, TextRole::Caption, theme.mid, room.max(24.0));
    lines.paint(&ui.painter().with_clip_rect(square), square, Align2::CENTER_CENTER);
}

/// Not to be seen yet.
fn covered(ui: &Ui, square: Rect, name: &str, theme: &Theme) {
    ui.painter().rect_filled(square, size::RADIUS_TILE, theme.bar_track);
    write(ui.painter(), square, Align2::CENTER_CENTER, "?", TextRole::BigNumber, theme.mid);
    spoken(ui, square, Role::Image, &format!("{name}, {}", tr("rebuild-covered")));
    named(ui, square, name, "", theme);
}

/// The difference between both pictures, once both are there.
fn apart(
    ui: &Ui,
    square: Rect,
    pair: [Option<&std::sync::Arc<Rebuilt>>; 2],
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
) {
    let name = tr("rebuild-difference");
    match pair {
        [Some(before), Some(after)] => {
            let key =
                ("rebuild-difference", &before.facts, before.steps, &after.facts, after.steps, seen.shown.photo.id);
            let texture = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || {
                photo_image(&difference::difference(&before.picture, &after.picture))
            });
            rounded_picture(ui.painter(), texture.id(), square, Color32::WHITE);
        }
        [_, _] => {
            ui.painter().rect_filled(square, size::RADIUS_TILE, look.theme.bar_track);
            wrapped(ui, square, &tr("dream-waiting"), look.theme);
        }
    }
    spoken(ui, square, Role::Image, &name);
    let mut row = square.beneath(1.0, 20.0);
    let left = row.take_left(square.width() * 0.36);
    write_fitted(ui.painter(), left, Align2::LEFT_CENTER, &name, TextRole::StatusStrong, look.theme.hi);
    difference::scale(ui, row.without_left(6.0).middle_row(10.0), look.theme);
}

/// Stop, go on, or try again: over the picture's lower right, before a class too.
fn control(ui: &mut Ui, square: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let is_alone = seen.state.projector.is_on;
    let Some((words, command)) = head::going(seen).filter(|_| is_alone) else { return };
    over_corner(ui, square, |ui| {
        if ui.add(Button::plain(theme, &words)).clicked() {
            commands.push(Command::Rebuild(command));
        }
    });
}
