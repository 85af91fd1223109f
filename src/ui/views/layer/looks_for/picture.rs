//! The picture, as it forms.

use egui::{Align2, Rect, Role, Sense, TextureHandle, TextureOptions, Ui, Vec2};

use super::{wishes, words};
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, Making, Picture, PictureCommand};
use crate::ui::kit::paint::{framed_picture, paragraph};
use crate::ui::kit::{Area, Button, Pressable, cell_in, from_right, within};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::context::LayerContext;
use crate::ui::views::layer::forming::{forming, pill};
use crate::visualize::FINER_STEPS;

/// Gap between several pictures.
const GAP: f32 = 2.0;

/// Shows the picture, how far it is, and what can be done with it.
pub(super) fn picture(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let shown = &seen.state.looks_for.picture;
    let image = Pressable::new(ui.scope_id().with("looks-for-picture")).role(Role::Image).sense(Sense::CLICK);
    image.radius(size::RADIUS_TILE).show(ui, rect, look.theme, || name(seen, shown));
    pixels(ui, rect, shown, look);
    if let Making::Failed(error) = &shown.making {
        failed(ui, rect, &error.message, look.theme, commands);
        return;
    }
    wishes::more_button(ui, rect, seen.state, look.theme, commands);
    wishes::dream_button(ui, rect, seen.state, look.theme, commands);
    let steps = shown.painted.as_ref().map_or(0, |painted| painted.steps);
    let is_made = matches!(shown.making, Making::Done);
    if !is_made {
        pill(ui, rect, &step_words(shown), look.theme);
        forming(ui, rect, steps as f32 / shown.steps.max(1) as f32, look.theme);
    } else if steps < seen.state.pace.finer.min(FINER_STEPS) && shown.steps < seen.state.pace.finer {
        finer(ui, rect, look.theme, commands);
    }
}

/// All pictures there are, or where they will be.
pub(super) fn pixels(ui: &Ui, rect: Rect, shown: &Picture, look: &mut Look<'_>) {
    let Some((asked, painted)) = shown.asked.as_ref().zip(shown.painted.as_ref()) else {
        ui.painter().rect_filled(rect, size::RADIUS_TILE, look.theme.bar_track);
        return;
    };
    let across = if painted.pictures.len() > 1 { 2 } else { 1 };
    let side = (rect.width() - GAP * (across - 1) as f32) / across as f32;
    for (place, picture) in painted.pictures.iter().enumerate() {
        let key = ("looks-for", asked, painted.steps, place);
        let texture: TextureHandle = look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(picture));
        let slot = cell_in(rect, place, across, Vec2::splat(side + GAP));
        framed_picture(ui.painter(), texture.id(), slot.square(Align2::LEFT_TOP, side), look.theme);
    }
}

/// "Step 137 of 256".
pub(super) fn step_words(shown: &Picture) -> String {
    let steps = shown.painted.as_ref().map_or(0, |painted| painted.steps);
    let values = [("step", steps.to_string()), ("steps", shown.steps.to_string())];
    tr_with("looks-step", &values)
}

/// Nothing comes of it: why, and a way on.
fn failed(ui: &mut Ui, rect: Rect, why: &str, theme: &Theme, commands: &mut Vec<Command>) {
    ui.painter().rect_filled(rect, size::RADIUS_TILE, theme.bg1);
    within(ui, rect.shrink(size::CARD_PADDING), |ui| {
        paragraph(ui, &tr("looks-no-start"), TextRole::Name, theme.hi);
        ui.add_space(size::SPACE_8);
        paragraph(ui, why, TextRole::Body, theme.mid);
        ui.add_space(size::SPACE_12);
        if ui.add(Button::plain(theme, &tr("looks-try-again"))).clicked() {
            commands.push(Command::Picture(PictureCommand::RetryPicture));
        }
    });
}

/// A way to a finer picture, over its lower right.
fn finer(ui: &mut Ui, rect: Rect, theme: &Theme, commands: &mut Vec<Command>) {
    let words = tr("looks-finer");
    from_right(ui, rect.shrink(size::SPACE_8).bottom_part(size::CONTROL_HEIGHT), |ui| {
        if ui.add(Button::plain(theme, &words).named(&tr("looks-finer-name"))).clicked() {
            commands.push(Command::Picture(PictureCommand::MakeFiner));
        }
    });
}

/// What a screen reader says of it.
fn name(seen: &LayerContext<'_>, shown: &Picture) -> String {
    let of = words::channel(seen.state, seen.layer, seen.focus.channel);
    let values = [("of", of), ("state", step_words(shown))];
    tr_with("looks-picture-name", &values)
}
