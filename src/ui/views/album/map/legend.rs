//! What rings mean, and how far placing is.

use egui::{Align2, Rect, Stroke, Ui};

use super::controls::placing_words;
use crate::locale::text::{tr, tr_with};
use crate::state::Ring;
use crate::ui::kit::{Area, Tag};
use crate::ui::style::TextRole;
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
    let tag = Tag::new(ui.painter(), &lines.join("\n"), (TextRole::Status, theme.mid), [8.0, 5.0]);
    let place = rect.shrink(8.0).place(Align2::LEFT_TOP, tag.size());
    if card.is_some_and(|card| card.intersects(place)) {
        return None;
    }
    tag.paint(ui.painter(), place, theme.bg1.gamma_multiply(0.88), Stroke::NONE);
    Some(place)
}
