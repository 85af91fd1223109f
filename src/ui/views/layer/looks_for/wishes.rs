//! How the picture is made: from noise or from the photo, which random numbers, and more in a menu.

use egui::{Align, Align2, Color32, Layout, PopupCloseBehavior, Rect, Sense, Ui, vec2};

use crate::locale::text::{tr, tr_with};
use crate::state::{
    Arrangement, Beginning, Command, LayerPane, Objective, PictureCommand, State, Wishes, can_dream, can_rebuild,
    head_of,
};
use crate::ui::kit::{Area, Button, Icon, Lines, Segmented, from_left, menu, switch, within};
use crate::ui::style::{TextRole, Theme, size};
use crate::visualize::Sign;

/// Shows the controls in a row.
pub(super) fn wishes(ui: &mut Ui, rect: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let now = state.looks_for.wishes;
    from_left(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_4;
        let (noise, photo) = (tr("looks-from-noise"), tr("looks-from-photo"));
        let choices = [(Beginning::Noise, &*noise), (Beginning::Photo, &*photo)];
        let name = tr("looks-beginning");
        if let Some(beginning) = Segmented::new(&name, &choices, now.beginning).padding(7.0).show(ui, theme).inner {
            commands.push(Command::Picture(PictureCommand::Wish(Wishes { beginning, ..now })));
        }
        let words = tr_with("looks-seed", &[("seed", now.seed.to_string())]);
        let name = tr_with("looks-new-seed", &[("seed", now.seed.to_string())]);
        let layout = Layout::right_to_left(Align::Center);
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing.x = size::SPACE_4;
            if ui.add(Button::plain(theme, &words).named(&name)).clicked() {
                commands.push(Command::Picture(PictureCommand::Wish(Wishes { seed: now.seed + 1, ..now })));
            }
        });
    });
}

/// From the photo there are ways on: all of it dreams, and it is rebuilt.  Buttons at the upper left of `rect`.
pub(super) fn dream_button(ui: &mut Ui, rect: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let can = state.selected_layer().is_some_and(can_dream);
    if !can || state.looks_for.wishes.beginning != Beginning::Photo {
        return;
    }
    let go = |pane| Command::Arrange(Arrangement { pane, ..state.arrangement });
    within(ui, rect.shrink(size::SPACE_8), |ui| {
        ui.spacing_mut().item_spacing.y = size::SPACE_4;
        if ui.add(Button::plain(theme, &tr("looks-dream"))).clicked() {
            commands.push(go(LayerPane::Dream));
        }
        if state.selected_layer().is_some_and(can_rebuild)
            && ui.add(Button::plain(theme, &tr("looks-rebuild"))).clicked()
        {
            commands.push(go(LayerPane::Rebuild));
        }
    });
}

/// The button with more ways to make the picture, at the upper right of `rect`.
pub(super) fn more_button(ui: &mut Ui, rect: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    within(ui, rect.shrink(size::SPACE_8).square(Align2::RIGHT_TOP, size::CONTROL_HEIGHT), |ui| {
        let button = ui.add(Button::icon(theme, Icon::Settings, &tr("looks-more")));
        menu(&button)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| more(ui, state, theme, commands));
    });
}

/// What fires, whether it is silenced, several at once; and the dream.
fn more(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let now = state.looks_for.wishes;
    ui.set_min_width(280.0);
    ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
    let is_class = state.selected_layer().and_then(head_of).is_some();
    if !is_class {
        let labels = ["looks-objective-channel", "looks-objective-cell", "looks-objective-layer"].map(tr);
        let choices = [0, 1, 2].map(|place| (Objective::ALL[place], labels[place].as_str()));
        let name = tr("looks-objective");
        written(ui, &name, TextRole::BodyStrong, theme.hi);
        if let Some(objective) = Segmented::new(&name, &choices, now.objective).show(ui, theme).inner {
            commands.push(Command::Picture(PictureCommand::Wish(Wishes { objective, ..now })));
        }
    }
    let is_silencing = now.sign == Sign::Minimise;
    if toggle(ui, "looks-minimise", is_silencing, theme) {
        let sign = if is_silencing { Sign::Maximise } else { Sign::Minimise };
        commands.push(Command::Picture(PictureCommand::Wish(Wishes { sign, ..now })));
    }
    if toggle(ui, "looks-diverse", now.is_diverse, theme) {
        commands.push(Command::Picture(PictureCommand::Wish(Wishes { is_diverse: !now.is_diverse, ..now })));
    }
    if toggle(ui, "looks-random", now.is_random, theme) {
        commands.push(Command::Picture(PictureCommand::Wish(Wishes { is_random: !now.is_random, ..now })));
    }
}

/// A line with a switch; whether it was used.
fn toggle(ui: &mut Ui, key: &str, is_on: bool, theme: &Theme) -> bool {
    let words = tr(key);
    ui.horizontal(|ui| {
        let is_used = switch(ui, theme, &words, is_on).clicked();
        written(ui, &words, TextRole::Body, theme.mid);
        is_used
    })
    .inner
}

/// Words beside a control that has the same name: a screen reader says them once.
pub(super) fn written(ui: &mut Ui, words: &str, role: TextRole, ink: Color32) {
    let words = Lines::new(ui.painter(), words, role, ink, f32::INFINITY);
    let (rect, _) = ui.allocate_exact_size(vec2(words.width(), words.height()), Sense::hover());
    words.paint(ui.painter(), rect, Align2::LEFT_TOP);
}
