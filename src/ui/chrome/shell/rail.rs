//! The rail at the left: the views there are, and what leads to them.

use egui::Ui;

use crate::app::{AlbumTab, ClassifiersTab, Command, CostTab, State, View};
use crate::spec::InceptionModule;
use crate::ui::kit::{NavItem, nav_rail};
use crate::ui::style::Theme;

/// Shows the rail.
pub(super) fn rail_items(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let selected = match state.view {
        _ if state.tour.is_some() => NavItem::Tour,
        View::Network => NavItem::Network,
        View::Module(_) => NavItem::Module,
        View::Layer => NavItem::Layer,
        View::Classifiers(_) => NavItem::Classifiers,
        View::Cost(_) => NavItem::Cost,
        View::Album(_) => NavItem::Album,
    };
    if let Some(item) = nav_rail(ui, theme, &ITEMS, selected) {
        commands.push(wish_of(item, state));
    }
}

/// The lesson begins where it was left; everything else is a view.
pub(super) fn wish_of(item: NavItem, state: &State) -> Command {
    match item {
        NavItem::Tour => Command::StartTour(None),
        view => Command::Show(view_of(view, state)),
    }
}

/// The views there are, from top to bottom; keys 1, 2, … lead to them.
pub(super) const ITEMS: [NavItem; 7] = NavItem::ALL;

/// The view behind an item of the rail: the module of the selected layer, or 4a where it belongs to none.
fn view_of(item: NavItem, state: &State) -> View {
    match item {
        NavItem::Module => {
            let name = state.selected_layer().and_then(|layer| layer.module_name());
            View::Module(InceptionModule::find(name.unwrap_or("4a")).unwrap_or(0))
        }
        NavItem::Layer => View::Layer,
        NavItem::Classifiers => match state.view {
            View::Classifiers(tab) => View::Classifiers(tab),
            _ => View::Classifiers(ClassifiersTab::EVIDENCE),
        },
        NavItem::Cost => match state.view {
            View::Cost(tab) => View::Cost(tab),
            _ => View::Cost(CostTab::MODULES),
        },
        NavItem::Album => match state.view {
            View::Album(tab) => View::Album(tab),
            _ => View::Album(AlbumTab::default()),
        },
        NavItem::Network | NavItem::Tour => View::Network,
    }
}
