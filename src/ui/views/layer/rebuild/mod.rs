//! The photo rebuilt from what the layer knows of it; of a 1x1 reduction from what it reads, too.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `areas` | where the parts lie |
//! | `head` | the way back, whole layer or one channel, seed, stop, go on and save |
//! | `pictures` | the photo, what is left of it, and what a reduction throws away |
//! | `difference` | how far two pictures are from each other |
//! | `curve` | the error by step, and what follows from the numbers |
//! | `depth` | the depth, and the stages of its module |
//! | `strip` | five depths |
//! | `words` | sentences by rule |
//! | `keys` | keys |

mod areas;
mod curve;
mod depth;
mod difference;
mod head;
mod keys;
mod pictures;
mod strip;
mod words;

use egui::{Rect, Ui};

use super::areas::Areas;
use super::context::LayerContext;
use crate::state::Command;
use crate::ui::look::Look;
use areas::RebuildAreas;

/// Shows it below the title; `panel` is the part that a class sees.
pub(super) fn rebuild(
    ui: &mut Ui,
    (canvas, areas): (Rect, &Areas),
    seen: &LayerContext<'_>,
    panel: Option<usize>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let is_lesson = seen.state.is_about_reduction() && !seen.state.has_wandered();
    let areas = match is_lesson {
        true => RebuildAreas::lesson(canvas, words::is_covered(seen.state)),
        false => RebuildAreas::new(canvas, areas, panel),
    };
    if let Some(head) = areas.head {
        head::head(ui, head, seen, look.theme, commands);
    }
    if let Some(place) = areas.pictures {
        pictures::pictures(ui, place, seen, look, commands);
    }
    if let Some(side) = areas.side {
        curve::side(ui, side, seen, look.theme);
    }
    if let Some(card) = areas.depth {
        depth::depth(ui, card, seen, look.theme, commands);
    }
    if let Some(strip) = areas.strip {
        strip::strip(ui, strip, seen, look, commands);
    }
    keys::keys(ui, seen, commands);
}
