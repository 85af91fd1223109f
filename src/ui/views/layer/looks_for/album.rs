//! What the album has of the channel: patches, a strip that counts answers, and where all photos stand.

use egui::{Rect, Ui, UiBuilder};

use super::LooksScene;
use crate::app::Command;
use crate::locale::text::tr;
use crate::ui::kit::paint::{card_ground, paragraph};
use crate::ui::look::Look;
use crate::ui::style::{TextRole, size};
use crate::ui::views::layer::context::LayerContext;

/// Which photos are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Photos {
    /// The nine that fire the channel most.
    #[default]
    Strongest,
    /// Weakest, middle, strongest.
    Spectrum,
    /// Those where it is most useful for the answer.
    Useful,
}

/// Shows the card.
pub(super) fn card(
    ui: &mut Ui,
    rect: Rect,
    seen: &LayerContext<'_>,
    scene: &mut LooksScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    card_ground(ui.painter(), rect, look.theme);
    let _ = (seen, &scene.photos, commands);
    let inside = rect.shrink(size::CARD_PADDING);
    ui.scope_builder(UiBuilder::new().max_rect(inside), |ui| {
        paragraph(ui, &tr("looks-strongest"), TextRole::CardTitle, look.theme.hi);
        ui.add_space(size::SPACE_8);
        paragraph(ui, &tr("looks-no-album"), TextRole::Body, look.theme.mid);
    });
}
