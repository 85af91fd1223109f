//! Before the first run is over: where everything will be, and how far it is.

use egui::{Align2, Ui, pos2};

use super::areas::Areas;
use crate::locale::text::tr;
use crate::state::State;
use crate::ui::kit::paint::text;
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::layer::how_far;

/// Shows empty cards.
pub(super) fn waiting(ui: &Ui, areas: &Areas, state: &State, theme: &Theme) {
    let painter = ui.painter();
    let title = tr("view-classifiers");
    let left = areas.title.left_center();
    let shown = text(painter, left, Align2::LEFT_CENTER, &title, TextRole::ViewTitle, theme.hi);
    let words = how_far(state);
    let place = pos2(shown.right() + size::SPACE_12, left.y + 3.0);
    text(painter, place, Align2::LEFT_CENTER, &words, TextRole::Body, theme.low);
    for rect in areas.heads.into_iter().chain([areas.card]) {
        painter.rect_filled(rect, size::RADIUS_CARD, theme.bar_track);
    }
}
