//! The six views, each a list of panels.
//!
//! | folder | what it shows |
//! |---|---|
//! | `network` | all of GoogLeNet |
//! | `module` | the four branches of one module |
//! | `layer` | every channel of one activation |
//! | `contribution` | what everything adds to a class, below the network and below a module |
//! | `classifiers` | three heads, the evidence, average pooling, gradients |
//! | `album` | a folder of photos: their answers, which of them are right, what lies near what |
//! | `cost` | arithmetic, parameters, memory and time; the lineage |
//! | `panel` | one thing that a view shows |
//!
//! Desk, projector, `--view`, `export`, names of files, hints and golden pictures read the list; a new tab is a file, its entry
//! in the list of its view, and its words in both languages.

pub mod album;
pub mod classifiers;
mod contribution;
pub mod cost;
pub mod layer;
pub mod module;
pub mod network;
mod panel;

use crate::state::{PanelKey, State};
use crate::ui::views::panel::Panel;

/// Every panel: tabs from left to right, and each view's own panel first.
pub fn panels() -> impl Iterator<Item = &'static Panel> {
    let closer = network::PANELS.iter().chain(&module::PANELS).chain(&layer::PANELS);
    closer.chain(classifiers::panels()).chain(cost::panels()).chain(&album::PANELS)
}

/// The panel that stands there.
pub fn panel(key: PanelKey) -> &'static Panel {
    // A test finds every place in the list.
    panels().find(|panel| panel.key == key).unwrap_or(&network::PANELS[0])
}

/// The panel on screen.
pub fn panel_on_screen(state: &State) -> &'static Panel {
    panel(PanelKey::of(state))
}
