//! The rail at the left: the views there are, and what leads to them.

use egui::{Align, Layout, RichText, Ui};

use crate::locale::text::tr;
use crate::spec::InceptionModule;
use crate::state::{AlbumTab, ClassifiersTab, Command, CostTab, State, View};
use crate::ui::kit::{Button, NavItem, nav_rail};
use crate::ui::style::{TextRole, Theme, size};

/// Shows the rail.
pub(super) fn rail_items(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let selected = match state.view {
        View::Network => NavItem::Network,
        View::Module(_) => NavItem::Module,
        View::Layer => NavItem::Layer,
        View::Classifiers(_) => NavItem::Classifiers,
        View::Cost(_) => NavItem::Cost,
        View::Album(_) => NavItem::Album,
    };
    if let Some(item) = nav_rail(ui, theme, &ITEMS, if state.tour.is_some() { NavItem::Tour } else { selected }) {
        commands.push(wish_of(item, state));
    }
    if ui.available_height() >= HELP_ROOM {
        help(ui, theme, commands);
    }
}

/// Height that the way to keys and words needs, points.
const HELP_ROOM: f32 = 76.0;

/// The way to keys and words, at the foot of the rail.
fn help(ui: &mut Ui, theme: &Theme, commands: &mut Vec<Command>) {
    ui.with_layout(Layout::bottom_up(Align::Center), |ui| {
        ui.add_space(size::SPACE_12);
        let words = RichText::new(tr("help-word")).font(TextRole::Tick.font());
        ui.label(words.color(theme.low));
        let name = tr("help-name");
        if ui.add(Button::plain(theme, "?").named(&name)).clicked() {
            commands.push(Command::ShowKeys(true));
        }
    });
}

/// The views there are, from top to bottom; keys 1, 2, … lead to them.
pub(super) const ITEMS: [NavItem; 7] = NavItem::ALL;

/// What an item asks for: the lesson where it was left, or a view; of a view with tabs the one that is open, else the first.
pub(super) fn wish_of(item: NavItem, state: &State) -> Command {
    let now = state.view;
    let view = match item {
        NavItem::Tour => return Command::StartTour(None),
        NavItem::Network => View::Network,
        NavItem::Module => View::Module(module_of_selection(state)),
        NavItem::Layer => View::Layer,
        NavItem::Classifiers if matches!(now, View::Classifiers(_)) => now,
        NavItem::Classifiers => View::Classifiers(ClassifiersTab::EVIDENCE),
        NavItem::Cost if matches!(now, View::Cost(_)) => now,
        NavItem::Cost => View::Cost(CostTab::MODULES),
        NavItem::Album if matches!(now, View::Album(_)) => now,
        NavItem::Album => View::Album(AlbumTab::default()),
    };
    Command::Show(view)
}

/// The module of the selected layer, or 4a where it belongs to none.
fn module_of_selection(state: &State) -> usize {
    let name = state.selected_layer().and_then(|layer| layer.module_name());
    InceptionModule::find(name.unwrap_or("4a")).unwrap_or(0)
}
