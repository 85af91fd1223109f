//! Before the first run is over: where everything will be, and how far it is.

use egui::{Align2, Ui, pos2};

use super::areas::Areas;
use crate::app::{Analysis, State};
use crate::ui::layer::paint::text;
use crate::ui::text::{tr, tr_with};
use crate::ui::theme::{TextRole, Theme, size};

/// Shows empty cards.
pub(super) fn waiting(ui: &Ui, areas: &Areas, state: &State, theme: &Theme) {
    let painter = ui.painter();
    let title = tr("view-classifiers");
    let left = areas.title.left_center();
    let shown = text(
        painter,
        left,
        Align2::LEFT_CENTER,
        &title,
        TextRole::ViewTitle,
        theme.hi,
    );
    let words = match &state.analysis {
        Analysis::Running { done, total, .. } if *total > 0 => {
            let (done, total) = (done.to_string(), total.to_string());
            tr_with("layer-progress", &[("done", &*done), ("total", &*total)])
        }
        Analysis::Running { .. } => tr("layer-waiting"),
        Analysis::Idle | Analysis::Ready(_) | Analysis::Failed { .. } => tr("layer-nothing"),
    };
    let place = pos2(shown.right() + size::SPACE_12, left.y + 3.0);
    text(
        painter,
        place,
        Align2::LEFT_CENTER,
        &words,
        TextRole::Body,
        theme.low,
    );
    for rect in areas.heads.into_iter().chain([areas.card]) {
        painter.rect_filled(rect, size::RADIUS_CARD, theme.bar_track);
    }
}
