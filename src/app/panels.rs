//! The list of panels: what there is to look at, and what each is called everywhere.
//!
//! Command line, file names, tabs, status bar, projector and golden pictures all read this list; what a panel draws and which
//! numbers it has is matched exhaustively where it is done.

use super::Detail;
use super::state::State;
use super::view::{AlbumTab, ClassifiersTab, CostTab, View};

/// Where a panel stands: its view, and what is open there.
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
    /// The view in the words of the command line.
    pub fn view_word(self) -> &'static str {
        match self {
            Self::Network(_) => "network",
            Self::Module(_) => "module",
            Self::Layer(_) => "layer",
            Self::Classifiers(_) => "classifiers",
            Self::Cost(_) => "cost",
            Self::Album(_) => "album",
        }
    }

    /// The panel that stands there.
    pub fn panel(self) -> &'static Panel {
        // A test finds every place in the list.
        PANELS.iter().find(|panel| panel.key == self).unwrap_or(&PANELS[0])
    }

    /// What is open in the view on screen; `module` says how closely the view of a module looks.
    pub fn of(state: &State, module: Detail) -> Self {
        match state.view {
            View::Network if state.editing.is_open => Self::Network(Detail::Edit),
            View::Network => Self::Network(Detail::Plain),
            View::Module(_) => Self::Module(module),
            View::Layer => Self::Layer(Detail::Plain),
            View::Classifiers(tab) => Self::Classifiers(tab),
            View::Cost(tab) => Self::Cost(tab),
            View::Album(tab) => Self::Album(tab),
        }
    }
}

/// A panel by its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panel {
    /// Where it stands.
    pub key: PanelKey,
    /// What follows the view on the command line, and in the name of a file; empty where the view alone is meant.
    pub word: &'static str,
    /// Key of its title, on its tab.
    pub title: &'static str,
    /// Key of the hint in the status bar.
    pub hint: &'static str,
    /// Keys of the titles of its parts: what a class sees one at a time.
    pub parts: &'static [&'static str],
}

const NETWORK: &[&str] = &["view-network", "prediction"];
const EDITOR: &[&str] = &["edit-photo", "view-network", "prediction"];
const MODULE: &[&str] = &["view-module", "module-total", "module-cost", "module-third"];
const CLOSER: &[&str] = &["view-module", "module-closer"];
const LAYER: &[&str] = &["view-layer", "layer-tab-channel", "layer-tab-cell"];

const fn network(detail: Detail, word: &'static str, title: &'static str, parts: &'static [&'static str]) -> Panel {
    Panel { key: PanelKey::Network(detail), word, title, hint: "hint-network", parts }
}

const fn module(detail: Detail, word: &'static str, title: &'static str, parts: &'static [&'static str]) -> Panel {
    Panel { key: PanelKey::Module(detail), word, title, hint: "hint-module", parts }
}

const fn layer(detail: Detail, word: &'static str, title: &'static str) -> Panel {
    Panel { key: PanelKey::Layer(detail), word, title, hint: "hint-layer", parts: LAYER }
}

const fn classifiers(
    tab: ClassifiersTab,
    word: &'static str,
    title: &'static str,
    parts: &'static [&'static str],
) -> Panel {
    Panel { key: PanelKey::Classifiers(tab), word, title, hint: "hint-classifiers", parts }
}

const fn cost(
    tab: CostTab,
    word: &'static str,
    [title, hint]: [&'static str; 2],
    parts: &'static [&'static str],
) -> Panel {
    Panel { key: PanelKey::Cost(tab), word, title, hint, parts }
}

const fn album(
    tab: AlbumTab,
    word: &'static str,
    [title, hint]: [&'static str; 2],
    parts: &'static [&'static str],
) -> Panel {
    Panel { key: PanelKey::Album(tab), word, title, hint, parts }
}

/// Every panel: tabs from left to right, and each view's own panel first.
pub const PANELS: [Panel; 22] = [
    network(Detail::Plain, "", "view-network", NETWORK),
    network(Detail::Edit, "edit", "edit-photo", EDITOR),
    network(Detail::Occlusion, "occlusion", "edit-photo", EDITOR),
    network(Detail::Keys, "keys", "keys-title", NETWORK),
    module(Detail::Plain, "", "view-module", MODULE),
    module(Detail::SideBySide, "side-by-side", "module-both", MODULE),
    module(Detail::Walk, "walk", "module-tool-walk", CLOSER),
    module(Detail::OddKernels, "odd-kernels", "module-tool-odd", CLOSER),
    module(Detail::ReceptiveFields, "receptive-fields", "module-tool-fields", CLOSER),
    layer(Detail::Plain, "", "view-layer"),
    layer(Detail::Kernels, "kernels", "layer-pane-kernels"),
    classifiers(
        ClassifiersTab::Evidence,
        "evidence",
        "classifiers-tab-evidence",
        &["classifiers-tab-evidence", "classifiers-panel-channels", "classifiers-panel-heads"],
    ),
    classifiers(
        ClassifiersTab::Pooling,
        "pooling",
        "classifiers-tab-pooling",
        &["classifiers-tab-pooling", "classifiers-panel-channel", "classifiers-panel-heads"],
    ),
    classifiers(
        ClassifiersTab::Heads,
        "heads",
        "classifiers-tab-heads",
        &["classifiers-tab-heads", "classifiers-panel-loss", "classifiers-panel-heads"],
    ),
    classifiers(
        ClassifiersTab::Gradients,
        "gradients",
        "classifiers-tab-gradients",
        &["classifiers-tab-gradients", "classifiers-panel-heads"],
    ),
    cost(
        CostTab::Modules,
        "modules",
        ["cost-tab-modules", "hint-cost"],
        &[
            "cost-panel-macs",
            "cost-panel-params",
            "cost-panel-memory",
            "cost-panel-time",
            "cost-panel-module",
            "cost-panel-totals",
        ],
    ),
    cost(
        CostTab::Layers,
        "layers",
        ["cost-tab-layers", "hint-cost-layers"],
        &["cost-panel-chart", "cost-panel-table", "cost-panel-sums"],
    ),
    cost(
        CostTab::Roofline,
        "roofline",
        ["cost-tab-roofline", "hint-cost-roofline"],
        &["cost-panel-chart", "cost-panel-table"],
    ),
    cost(CostTab::Lineage, "lineage", ["cost-tab-lineage", "hint-cost-lineage"], &["cost-lineage-title"]),
    album(
        AlbumTab::Photos,
        "photos",
        ["album-tab-photos", "hint-album-photos"],
        &["album-tab-photos", "album-panel-photo"],
    ),
    album(
        AlbumTab::Answers,
        "answers",
        ["album-tab-answers", "hint-album-answers"],
        &["album-panel-matrix", "album-panel-heads", "album-panel-reliability"],
    ),
    album(AlbumTab::Map, "map", ["album-tab-map", "hint-album-map"], &["album-tab-map", "album-panel-curve"]),
];

impl Panel {
    /// What may follow a view's name on the command line, and what it means: `choose` says which places belong to the view.
    pub fn words<T>(choose: impl Fn(PanelKey) -> Option<T>) -> Vec<(&'static str, T)> {
        let named = PANELS.iter().filter(|panel| !panel.word.is_empty());
        named.filter_map(|panel| Some((panel.word, choose(panel.key)?))).collect()
    }
}
