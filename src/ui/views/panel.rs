//! One thing that a view shows.

use egui::Ui;

use crate::export::{NoTable, Source, Table};
use crate::state::PanelKey;
use crate::ui::cx::Cx;

/// Draws something over the room there is.
pub type Draw = fn(&mut Ui, &mut Cx<'_>);

/// Something to look at: what it is called everywhere, how it is drawn, which numbers it has.
#[derive(Clone, Copy)]
pub struct Panel {
    /// Where it stands.
    pub key: PanelKey,
    /// Key of its title, on its tab.
    pub title: &'static str,
    /// Key of the hint in the status bar.
    pub hint: &'static str,
    /// Keys of the titles of its parts: what a class sees one at a time.
    pub parts: &'static [&'static str],
    /// Draws the view with this panel.
    pub draw: Draw,
    /// Its numbers.
    pub table: fn(&Source) -> Result<Table, NoTable>,
}
