//! Before the first run is over: where everything will be, and how far it is.

use egui::{Align2, Ui};

use super::areas::Areas;
use super::heading::title;
use crate::state::State;
use crate::ui::kit::write;
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::how_far;

/// Shows empty cards.
pub(super) fn waiting(ui: &Ui, areas: &Areas, state: &State, theme: &Theme) {
    let painter = ui.painter();
    let [_, beside] = title(painter, areas.title, theme);
    write(painter, beside, Align2::LEFT_CENTER, &how_far(state), TextRole::Body, theme.low);
    for rect in areas.heads.into_iter().chain([areas.card]) {
        painter.rect_filled(rect, size::RADIUS_CARD, theme.bar_track);
    }
}
