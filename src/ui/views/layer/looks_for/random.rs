//! The same recipe on a network that has learnt nothing.

use egui::{Align2, Rect, Ui, vec2};

use crate::locale::text::tr;
use crate::state::{Command, PictureCommand, State, Wishes};
use crate::ui::kit::paint::{card_ground, paragraph};
use crate::ui::kit::{Area, switch, within, write_fitted};
use crate::ui::style::{TextRole, Theme, size};

/// Shows the card with its switch.
pub(super) fn random(ui: &mut Ui, rect: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    card_ground(ui.painter(), rect, theme);
    let now = state.looks_for.wishes;
    let mut inside = rect.shrink2(vec2(size::SPACE_16, size::SPACE_8));
    let title = inside.take_top(size::HIT_TARGET);
    let words = tr("looks-random");
    write_fitted(ui.painter(), title.without_right(56.0), Align2::LEFT_CENTER, &words, TextRole::Name, theme.hi);
    let is_used = within(ui, title.right_part(46.0), |ui| switch(ui, theme, &words, now.is_random).clicked());
    if is_used {
        commands.push(Command::Picture(PictureCommand::Wish(Wishes { is_random: !now.is_random, ..now })));
    }
    within(ui, inside.without_top(size::SPACE_4), |ui| {
        paragraph(ui, &tr("looks-random-means"), TextRole::Caption, theme.low);
    });
}
