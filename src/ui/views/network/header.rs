//! The row over the map: title, what it shows, and the search.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::facts::macs;
use super::plan::Plan;
use super::search::{self, Search};
use crate::locale::format::compact;
use crate::locale::text::{tr, tr_with};
use crate::spec::Modules;
use crate::state::{Command, State};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::contribution;

/// Room beside the title from which on the switch has all its words, points.
const CHOOSER_ROOM: f32 = 760.0;
/// Height of the row, points.
const HEIGHT: f32 = 36.0;

/// Shows the row; returns the layer the search leads to.
pub fn header(
    ui: &mut Ui,
    state: &State,
    plan: &Plan,
    search: &mut Search,
    theme: &Theme,
    commands: &mut Vec<Command>,
) -> Option<String> {
    let (title, subtitle) = match state.modules {
        Modules::Reduced | Modules::Factorised => {
            let depth = plan.network.depth().to_string();
            (tr("network-title"), tr_with("network-subtitle", &[("count", depth)]))
        }
        Modules::Naive | Modules::NaiveStacked => {
            let totals = plan.naive.totals();
            let values = [("macs", macs(totals.macs)), ("params", compact(totals.params as f64))];
            (tr("network-naive-title"), tr_with("network-naive-subtitle", &values))
        }
    };
    let wanted = vec2(ui.available_width(), HEIGHT);
    let row = ui.allocate_ui_with_layout(wanted, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(HEIGHT);
        ui.spacing_mut().item_spacing.x = size::SPACE_12;
        let font = TextRole::ViewTitle.font();
        ui.label(RichText::new(title).font(font).color(theme.hi));
        // A naive network has no logits.
        let has_chooser = state.modules == Modules::Reduced && state.panel(1).is_none();
        let is_narrow = ui.available_width() < CHOOSER_ROOM;
        let chooser = [0.0, if is_narrow { 210.0 } else { 350.0 }][usize::from(has_chooser)];
        let room = ui.available_width() - search::WIDTH - size::SPACE_16 - chooser;
        let font = TextRole::Body.font();
        // A caption that does not fit is left out rather than cut off.
        let words = ui.painter().layout_no_wrap(subtitle, font, theme.low);
        if words.size().x <= room {
            ui.label(words);
        }
        let right = Layout::right_to_left(Align::Center);
        ui.with_layout(right, |ui| {
            let found = search.show(ui, state, &plan.network, theme, commands);
            if has_chooser {
                // The field reaches further to the left than its words.
                ui.add_space(size::SPACE_36);
                contribution::chooser(ui, state, is_narrow, theme, commands);
            }
            found
        })
        .inner
    });
    row.inner
}
