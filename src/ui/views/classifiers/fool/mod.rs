//! The smallest change of the photo that changes the answer.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `page` | what every part draws from |
//! | `areas` | where the parts lie |
//! | `heading` | what was answered and what is now, and how large the change is |
//! | `pictures` | the photo, the change, both together, and what the heads say |
//! | `controls` | target, steps, start, evidence |
//! | `curve` | both answers against the size of the change, and the slider below |
//! | `treatments` | what takes the change back |
//! | `lesson` | the photo beside two others, one of them fooled, for the lesson |
//! | `words` | what follows from the numbers, in sentences by rule |

mod areas;
mod controls;
mod curve;
mod heading;
mod lesson;
mod page;
mod pictures;
mod treatments;
mod words;

use egui::{Rect, Ui};

use super::class_query::Board;
use super::{Heads, Tab};
use crate::export::Table;
use crate::state::{ClassifiersTab, Command, FoolCommand, FoolWishes, Spoiler};
use areas::FoolAreas;
use page::Page;

impl ClassifiersTab {
    /// The smallest change that changes the answer.
    pub const FOOL: Self = Self::new("fool");
}

pub(super) const TAB: Tab = Tab {
    tab: ClassifiersTab::FOOL,
    panel: Tab::panel(
        ClassifiersTab::FOOL,
        "classifiers-tab-fool",
        &["classifiers-tab-fool", "fool-curve", "fool-treatments", "classifiers-panel-heads"],
        |source| Ok(Table::of_fooled(&source.fooled()?, &source.report)),
    ),
    term: None,
    heads: Heads::Inside,
    content,
    controls: controls::open,
};

fn content(ui: &mut Ui, rect: Rect, panel: Option<usize>, board: &mut Board<'_, '_>) {
    let Some(page) = Page::new(board.subject) else { return };
    if board.subject.state.is_covered(Spoiler::Fooled) {
        return lesson::three(ui, rect, &page, board);
    }
    let areas = FoolAreas::new(rect, panel);
    if let Some(place) = areas.heading {
        heading::heading(ui, place, &page, board.look.theme);
    }
    if let Some(place) = areas.pictures {
        pictures::pictures(ui, place, &page, board);
    }
    if let Some(place) = areas.controls {
        controls::controls(ui, place, &page, board);
    }
    if let Some(place) = areas.curve {
        curve::curve(ui, place, &page, board);
    }
    if let Some(place) = areas.treatments {
        treatments::treatments(ui, place, &page, board.look);
    }
}

/// Sends another wish.
fn change(board: &mut Board<'_, '_>, change: impl FnOnce(&mut FoolWishes)) {
    let mut wishes = board.subject.state.fool.wishes;
    change(&mut wishes);
    board.commands.push(Command::Fool(FoolCommand::Change(wishes)));
}
