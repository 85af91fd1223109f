//! Before there is anything to show: where it will be, and how far it is.

use egui::{Align2, Ui, Vec2};

use super::areas::{Areas, PITCH, TILE};
use super::names::full_name;
use crate::locale::text::{tr, tr_with};
use crate::session::PhotoProgress;
use crate::state::State;
use crate::ui::chrome::networks::missing_layer;
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, cell_in, write_fitted};
use crate::ui::style::{TextRole, Theme, size};

/// "3 of 142 layers", or why there is nothing yet.
pub(in crate::ui) fn how_far(state: &State) -> String {
    match state.session.first.progress() {
        PhotoProgress::Running { done, total } if *total > 0 => {
            let (done, total) = (done.to_string(), total.to_string());
            tr_with("layer-progress", &[("done", &*done), ("total", &*total)])
        }
        PhotoProgress::Running { .. } => tr("layer-waiting"),
        PhotoProgress::Idle | PhotoProgress::Done | PhotoProgress::Failed(_) => tr("layer-nothing"),
    }
}

/// Shows empty tiles, and how many layers are done.
pub(super) fn waiting(ui: &Ui, areas: &Areas, state: &State, theme: &Theme) {
    let painter = ui.painter();
    let title = state.selected_layer().map_or_else(|| state.selection.layer.clone(), full_name);
    write_fitted(painter, areas.title, Align2::LEFT_CENTER, &title, TextRole::ViewTitle, theme.hi);
    let words = missing_layer(state, &state.selection.layer).unwrap_or_else(|| how_far(state));
    let row = areas.controls.top_part(size::CONTROL_HEIGHT);
    write_fitted(painter, row, Align2::LEFT_CENTER, &words, TextRole::Body, theme.low);
    spoken(ui, row, egui::Role::Label, &words);
    let columns = (areas.main.width() / PITCH).round() as usize;
    let rows = (areas.main.height() / PITCH) as usize;
    for index in 0..rows * columns {
        let tile = cell_in(areas.main, index, columns, Vec2::splat(PITCH)).square(Align2::LEFT_TOP, TILE);
        painter.rect_filled(tile, size::RADIUS_TILE, theme.bar_track);
    }
    let square = areas.channel.with_min_y(areas.main.top()).top_part(areas.channel.width());
    painter.rect_filled(square, size::RADIUS_TILE, theme.bar_track);
    if areas.inspector != areas.channel {
        painter.rect_filled(areas.inspector, size::RADIUS_CARD, theme.bar_track);
    }
}
