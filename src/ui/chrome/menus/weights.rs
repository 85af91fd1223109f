//! The weights in use, and where to take others from.

use egui::{Align, Frame, Layout, Margin, Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use super::downloads::offers;
use super::recent_file::recent_file;
use super::weights_card::{WIDTH, weights_card};
use super::weights_compare::weights_compare;
use super::weights_findings::findings;
use super::{caption, heading, most_height};
use crate::locale::text::tr;
use crate::session::NetworkState;
use crate::state::{Command, State};
use crate::ui::chrome::toolbar::has_room_for_topology;
use crate::ui::kit::{Button, menu};
use crate::ui::style::{Theme, size};

/// A button that names the weights in use; below it the menu.
pub fn weights_menu(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let name = title(state);
    // In a narrow window the menu alone says what kind of network it is.
    let shown = match state.loaded() {
        Some(loaded) if !has_room_for_topology(ui) => &loaded.name,
        _ => &name,
    };
    let button = ui.add(Button::plain(theme, shown).named(&name).opens_menu());
    if button.clicked() {
        commands.push(Command::LookForWeights);
    }
    open_by_itself(ui, &button, state.cards_opened);
    let height = most_height(ui);
    let frame = Frame::menu(ui.style()).inner_margin(Margin::same(size::CARD_PADDING as i8));
    // A download goes on in the open menu, so only what opens weights closes it.
    menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .layout(Layout::top_down(Align::Min))
        .frame(frame)
        .show(|ui| {
            ui.set_width(WIDTH);
            ScrollArea::vertical()
                .min_scrolled_height(height)
                .max_height(height)
                .show(ui, |ui| content(ui, state, theme, commands));
        });
}

/// Opens the menu once for each of the weights whose card opens by itself.
fn open_by_itself(ui: &Ui, button: &Response, cards_opened: u64) {
    let seen = button.id.with("cards opened");
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default(seen), cards_opened));
    if before != cards_opened {
        Popup::open_id(ui.ctx(), Popup::default_response_id(button));
    }
}

fn title(state: &State) -> String {
    match (&state.session.network, state.loaded()) {
        (NetworkState::Loading { .. }, None) => tr("weights-loading"),
        (_, Some(loaded)) => {
            let topology = loaded.topology.preset_name().unwrap_or("mixed");
            format!("{} · {}", loaded.name, tr(topology_key(topology)))
        }
        (_, None) => tr("weights-none"),
    }
}

fn topology_key(preset: &str) -> &'static str {
    match preset {
        "paper" => "topology-paper",
        "batch-norm" => "topology-batch-norm",
        "torchvision" => "topology-torchvision",
        _ => "topology-mixed",
    }
}

fn content(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    ui.set_min_width(WIDTH);
    if let Some(loaded) = state.loaded() {
        weights_card(ui, loaded, theme);
        ui.add_space(size::SPACE_12);
    }
    ui.horizontal(|ui| {
        if ui.add(Button::plain(theme, &tr("weights-open"))).clicked() {
            commands.push(Command::ChooseWeights);
            ui.close();
        }
        let default = tr("weights-use-default");
        if ui.add(Button::plain(theme, &default)).clicked() {
            commands.push(Command::UseDefaultWeights);
            ui.close();
        }
    });
    // What is in doubt is in sight without scrolling.
    if let Some(loaded) = state.loaded() {
        line(ui, theme);
        findings(ui, state, loaded, theme, commands);
    }
    if state.shown().is_some() {
        line(ui, theme);
        weights_compare(ui, state, theme, commands);
    }
    if !state.settings.recent_weights.is_empty() {
        section(ui, theme, "weights-recent");
        for path in &state.settings.recent_weights {
            if recent_file(ui, path, "weights-recent-name", theme) {
                commands.push(Command::OpenRecentWeights(path.clone()));
                ui.close();
            }
        }
    }
    if !state.abilities.fetches_weights {
        section(ui, theme, "weights-public");
        caption(ui, theme, &tr("weights-public-not-here"));
    }
    if !state.downloads.offers.is_empty() {
        section(ui, theme, "weights-public");
        caption(ui, theme, &tr("weights-public-about"));
        ui.add_space(size::SPACE_4);
        offers(ui, &state.downloads, theme, commands);
    }
}

/// A line, then the name of what follows.
fn section(ui: &mut Ui, theme: &Theme, key: &str) {
    line(ui, theme);
    heading(ui, theme, &tr(key));
}

/// A line between two parts of the menu.
fn line(ui: &mut Ui, theme: &Theme) {
    ui.add_space(size::SPACE_8);
    let (line, _) = ui.allocate_exact_size(egui::vec2(WIDTH, 1.0), egui::Sense::hover());
    ui.painter().rect_filled(line, 0.0, theme.line);
    ui.add_space(size::SPACE_4);
}
