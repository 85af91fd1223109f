//! What rings mean, and how far placing is.

use egui::{Rect, Ui, pos2, vec2};

use super::controls::placing_words;
use crate::locale::text::{tr, tr_with};
use crate::state::Ring;
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::context::AlbumContext;

/// Says it in the corner, unless a photo's card lies there; returns where, so that nothing is written over it.
pub(super) fn legend(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, card: Option<Rect>) -> Option<Rect> {
    let theme = shown.theme;
    let mut lines = Vec::new();
    match shown.choices().ring {
        Ring::Known => lines.extend(["album-legend-known", "album-legend-faded"].map(tr)),
        Ring::Label(row) => {
            let name = shown.facts.name_of(row).unwrap_or_default();
            lines.push(tr_with("album-legend-label", &[("name", name)]));
        }
        Ring::None => {}
    }
    lines.extend(placing_words(shown));
    if lines.is_empty() {
        return None;
    }
    let galleys: Vec<_> = lines
        .iter()
        .map(|line| ui.painter().layout_no_wrap(line.clone(), TextRole::Status.font(), theme.mid))
        .collect();
    let width = galleys.iter().map(|galley| galley.size().x).fold(0.0, f32::max);
    let height: f32 = galleys.iter().map(|galley| galley.size().y).sum();
    let ground = Rect::from_min_size(rect.left_top() + vec2(8.0, 8.0), vec2(width + 16.0, height + 10.0));
    if card.is_some_and(|card| card.intersects(ground)) {
        return None;
    }
    ui.painter().rect_filled(ground, size::RADIUS_TILE, theme.bg1.gamma_multiply(0.88));
    let mut top = ground.top() + 5.0;
    for galley in galleys {
        let next = top + galley.size().y;
        ui.painter().galley(pos2(ground.left() + 8.0, top), galley, theme.mid);
        top = next;
    }
    Some(ground)
}
