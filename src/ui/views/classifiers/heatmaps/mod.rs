//! Which heatmap can be trusted: eight methods on one question, and what is to be thought of each.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `page` | what every part draws from |
//! | `areas` | where the parts lie |
//! | `heading` | what follows from the numbers, in words |
//! | `words` | names of methods, verdicts and sentences by rule |
//! | `strips` | the three heads in a line each: whose answer is explained |
//! | `controls` | low-pass, seed, settings, stop and go on |
//! | `photo`, `region` | the photo with the map that is looked at, and the box that a person draws |
//! | `charts` | curves, cascade, agreement with each other |
//! | `table`, `column` | a column a method |
//! | `list` | a line a method, where columns have no room |
//! | `maps` | maps as pixels |
//! | `grip` | what is held of a box while it is drawn |

mod areas;
mod charts;
mod column;
mod controls;
mod grip;
mod heading;
mod list;
mod maps;
mod page;
mod photo;
mod region;
mod strips;
mod table;
mod words;

use egui::{Rect, Ui};

use super::class_query::Board;
use super::{Heads, Tab};
use crate::export::Table;
use crate::state::{ClassifiersTab, HeatmapCommand};
use areas::HeatmapAreas;
pub(super) use grip::Grip;
use page::Page;
pub(super) use strips::strips;

impl ClassifiersTab {
    /// Which heatmap can be trusted.
    pub const HEATMAPS: Self = Self::new("heatmaps");
}

pub(super) const TAB: Tab = Tab {
    tab: ClassifiersTab::HEATMAPS,
    panel: Tab::panel(
        ClassifiersTab::HEATMAPS,
        "classifiers-tab-heatmaps",
        &["classifiers-panel-heatmap", "classifiers-tab-heatmaps", "classifiers-panel-heads"],
        |source| Ok(Table::of_heatmaps(&source.heatmaps()?)),
    ),
    term: None,
    heads: Heads::Strips,
    content,
    controls: controls::controls,
};

fn content(ui: &mut Ui, rect: Rect, panel: Option<usize>, board: &mut Board<'_, '_>) {
    let Some(page) = Page::new(board.subject) else { return };
    // Where there is no room for both, the photo or the table.
    let is_photo = panel.is_none() && !HeatmapAreas::is_wide(rect.width()) && board.scene.shows_photo;
    let areas = HeatmapAreas::new(rect, if is_photo { Some(0) } else { panel });
    if let Some(place) = areas.heading {
        heading::heading(ui, place, &page, board);
    }
    if let Some(place) = areas.photo {
        photo::photo(ui, place, &page, board);
    }
    if let Some(place) = areas.chart {
        charts::charts(ui, place, &page, board);
    }
    if let Some(place) = areas.table {
        match list::is_wanted(place) {
            true => list::list(ui, place, &page, board),
            false => table::table(ui, place, &page, board),
        }
    }
}

/// Sends another wish.
fn change(board: &mut Board<'_, '_>, change: impl FnOnce(&mut crate::state::HeatmapWishes)) {
    let mut wishes = board.subject.state.heatmaps.wishes;
    change(&mut wishes);
    board.commands.push(crate::state::Command::Heatmaps(HeatmapCommand::Change(wishes)));
}
