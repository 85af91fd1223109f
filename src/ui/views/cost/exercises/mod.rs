//! Exercises: a module as a table whose empty cells mark themselves as they are filled, and what an input of another size
//! leaves of the maps.
//!
//! | file | its job |
//! |---|---|
//! | `scene` | which task, what was typed, what was marked |
//! | `chooser` | presets, random modules, modules of one's own |
//! | `table` | the cells, and the way from one to the next |
//! | `verdict` | what there is to say about a cell, and how far one is |
//! | `input_size` | the slider of the input's size |

mod chooser;
mod input_size;
mod scene;
mod table;
mod verdict;

use egui::{Rect, RichText, Ui, Vec2, vec2};

use super::Tab;
use super::context::CostContext;
use crate::export::Table;
use crate::locale::exercises::task_text;
use crate::locale::text::tr;
use crate::state::CostTab;
use crate::ui::kit::{Area, Card, within};
use crate::ui::style::{TextRole, is_projected, size};

pub(super) use scene::ExercisesScene;

impl CostTab {
    /// Exercises.
    pub const EXERCISES: Self = Self::new("exercises");
}

pub(super) const TAB: Tab = Tab {
    tab: CostTab::EXERCISES,
    panel: Tab::panel(
        CostTab::EXERCISES,
        ["cost-tab-exercises", "hint-cost-exercises"],
        &["exercise-panel-table", "exercise-panel-size"],
        |_| Ok(Table::of_exercises()),
    ),
    caption: "cost-caption-exercises",
    content: |ui, rect, shown, scene, _| exercises(ui, rect, shown, &mut scene.exercises),
    headline: |_| None,
    switches: &[],
};

/// The smallest canvas that both cards fit on.
pub(super) const SMALLEST: Vec2 = vec2(880.0, 604.0);
/// Width of the card of the input's size, points.
const SIZE_WIDTH: f32 = 300.0;

/// Shows both cards.
fn exercises(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>, scene: &mut ExercisesScene) {
    let mut left = rect;
    let right = left.take_right(SIZE_WIDTH.max(rect.width() * 0.3));
    let left = left.without_right(size::SPACE_16);
    let [table, input] = shown.one_at_a_time(rect, [left, right]);
    if let Some(rect) = table {
        table_card(ui, rect, shown, scene);
    }
    if let Some(rect) = input {
        input_size::card(ui, rect, shown, &mut scene.input_side);
    }
}

/// Task, table, verdict.
fn table_card(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>, scene: &mut ExercisesScene) {
    // Before a class the rows need the room of the title.
    let title = if is_projected() { String::new() } else { tr("exercise-title") };
    within(ui, rect, |ui| {
        Card::new(&title).fill_height().show(ui, shown.theme, |ui| {
            ui.spacing_mut().item_spacing.y = size::SPACE_8;
            chooser::chooser(ui, shown.theme, scene);
            if scene.is_own() {
                chooser::fields(ui, shown.theme, scene);
            } else {
                let words = RichText::new(task_text(scene.task()));
                ui.label(words.font(TextRole::Caption.font()).color(shown.theme.mid));
            }
            let area = ui.available_rect_before_wrap();
            let below = verdict::height(rect.height());
            let cells = area.without_bottom(below + size::SPACE_8);
            let bottom = table::table(ui, cells, shown.theme, scene);
            let foot = area.with_min_y(bottom + size::SPACE_8);
            within(ui, foot, |ui| verdict::verdict(ui, shown.theme, scene));
        });
    });
}
