//! Other weights beside those in use: where to take them from.

use egui::Ui;

use super::{caption, heading};
use crate::locale::text::{tr, tr_with};
use crate::spec::Topology;
use crate::state::{Command, OtherWeights, State};
use crate::ui::chrome::compare::name_of_b;
use crate::ui::kit::Button;
use crate::ui::style::{Theme, size};

/// What the weights are compared with, and what they could be.
pub fn weights_compare(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    heading(ui, theme, &tr("networks-compare"));
    let words = match state.compares_networks() {
        false => tr("networks-compare-hint"),
        true => tr_with("networks-compared-with", &[("name", name_of_b(state))]),
    };
    caption(ui, theme, &words);
    ui.add_space(size::SPACE_4);
    ui.horizontal_wrapped(|ui| {
        for (words, wish) in wishes(state) {
            if ui.add(Button::plain(theme, &words)).clicked() {
                commands.push(wish);
                ui.close();
            }
        }
    });
}

/// What there is to compare with, and how to end it.
pub fn wishes(state: &State) -> Vec<(String, Command)> {
    let with = Command::CompareWith;
    let mut wishes =
        vec![(tr("networks-file"), Command::ChooseSecondWeights), (tr("networks-random"), with(OtherWeights::Random))];
    let Some(loaded) = state.loaded() else { return wishes };
    let own = loaded.topology.preset_name();
    for preset in Topology::PRESETS.into_iter().filter(|preset| own != Some(preset)) {
        let name = tr(match preset {
            "paper" => "topology-paper",
            "batch-norm" => "topology-batch-norm",
            _ => "topology-torchvision",
        });
        let words = tr_with("networks-random-as", &[("topology", name)]);
        wishes.push((words, with(OtherWeights::RandomAs(preset))));
    }
    wishes.push((tr("networks-default"), with(OtherWeights::Default)));
    if state.compares_networks() {
        wishes.push((tr("networks-swap"), Command::SwapPhotos));
        wishes.push((tr("networks-close"), Command::CloseSecond));
    }
    wishes
}
