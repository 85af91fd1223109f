//! The same recipe on a network that has learnt nothing.

use egui::{Rect, Ui, UiBuilder, vec2};

use crate::locale::text::tr;
use crate::state::{Command, PictureCommand, State, Wishes};
use crate::ui::kit::paint::{card_ground, paragraph, text_within};
use crate::ui::kit::switch;
use crate::ui::style::{TextRole, Theme, size};

/// Shows the card with its switch.
pub(super) fn random(ui: &mut Ui, rect: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    card_ground(ui.painter(), rect, theme);
    let now = state.looks_for.wishes;
    let inside = rect.shrink2(vec2(size::SPACE_16, size::SPACE_8));
    let title = inside.with_max_y(inside.top() + size::HIT_TARGET);
    let words = tr("looks-random");
    text_within(ui.painter(), title.left_center(), title.width() - 56.0, &words, TextRole::Name, theme.hi);
    let place = title.with_min_x(title.right() - 46.0);
    let is_used =
        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| switch(ui, theme, &words, now.is_random).clicked());
    if is_used.inner {
        commands.push(Command::Picture(PictureCommand::Wish(Wishes { is_random: !now.is_random, ..now })));
    }
    let below = inside.with_min_y(title.bottom() + size::SPACE_4);
    ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        paragraph(ui, &tr("looks-random-means"), TextRole::Caption, theme.low);
    });
}
