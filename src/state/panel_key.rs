//! Where a panel stands: its view, and what is open there.

use super::state::State;
use super::view::{AlbumTab, ClassifiersTab, CostTab, Detail, View};

/// Where a panel stands; what is drawn there, `ui::views` lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelKey {
    /// The map of the network, or what lies over or beside it.
    Network(Detail),
    /// A module, or a closer look at it.
    Module(Detail),
    /// A layer's activations, or its weights.
    Layer(Detail),
    /// A tab of the classifiers.
    Classifiers(ClassifiersTab),
    /// A tab of the cost.
    Cost(CostTab),
    /// A tab of the album.
    Album(AlbumTab),
}

impl PanelKey {
    /// What is open in the view on screen.
    pub fn of(state: &State) -> Self {
        let open = state.arrangement;
        match state.view {
            View::Network if state.editing.is_open => Self::Network(Detail::Edit),
            View::Network if open.contribution => Self::Network(Detail::Contribution),
            View::Network => Self::Network(Detail::Plain),
            View::Module(_) => Self::Module(open.of_module()),
            View::Layer => Self::Layer(open.of_layer()),
            View::Classifiers(tab) => Self::Classifiers(tab),
            View::Cost(tab) => Self::Cost(tab),
            View::Album(tab) => Self::Album(tab),
        }
    }

    /// The view with this panel, and what is open in it; of a module the one of that index.
    pub fn view(self, module: usize) -> (View, Detail) {
        match self {
            Self::Network(detail) => (View::Network, detail),
            Self::Module(detail) => (View::Module(module), detail),
            Self::Layer(detail) => (View::Layer, detail),
            Self::Classifiers(tab) => (View::Classifiers(tab), Detail::Plain),
            Self::Cost(tab) => (View::Cost(tab), Detail::Plain),
            Self::Album(tab) => (View::Album(tab), Detail::Plain),
        }
    }

    /// The view in the words of the command line.
    pub const fn view_word(self) -> &'static str {
        match self {
            Self::Network(_) => "network",
            Self::Module(_) => "module",
            Self::Layer(_) => "layer",
            Self::Classifiers(_) => "classifiers",
            Self::Cost(_) => "cost",
            Self::Album(_) => "album",
        }
    }

    /// What follows the view on the command line, and in the name of a file; empty where the view alone is meant.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Network(detail) | Self::Module(detail) | Self::Layer(detail) => detail.word(),
            Self::Classifiers(tab) => tab.word(),
            Self::Cost(tab) => tab.word(),
            Self::Album(tab) => tab.word(),
        }
    }
}
