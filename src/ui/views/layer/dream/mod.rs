//! The photo dreams: beside the photo what it becomes, and what the network says of both.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `areas` | where the parts lie |
//! | `head` | the way back, whole layer or one channel, save and open |
//! | `pair` | the photo and the dream with their answers |
//! | `depth` | the depth, what a cell sees there |
//! | `settings` | strength and octaves |
//! | `strip` | five depths, or a setting swept |
//! | `lesson` | two dreams beside each other |
//! | `keys` | keys |
//! | `scene` | what a person moved among dreams |

mod areas;
mod depth;
mod head;
mod keys;
mod lesson;
mod pair;
mod scene;
mod settings;
mod strip;

use areas::DreamAreas;
use egui::{Rect, Ui};

use super::areas::Areas;
use super::context::LayerContext;
use crate::state::{Command, Spoiler};
use crate::ui::look::Look;
pub(super) use areas::head_and_room;
pub use scene::DreamScene;

/// Shows it below the title; `panel` is the part that a class sees.
pub(super) fn dream(
    ui: &mut Ui,
    (canvas, areas): (Rect, &Areas),
    seen: &LayerContext<'_>,
    scene: &mut DreamScene,
    panel: Option<usize>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    if lesson::is_given(seen.state) {
        let (pair, strip) = areas::lesson(canvas, seen.shown.photo.size, seen.state.is_covered(Spoiler::DreamDepths));
        lesson::two_dreams(ui, pair, seen, look);
        if let Some(strip) = strip {
            strip::strip(ui, strip, seen, look, commands);
        }
        return;
    }
    let areas = DreamAreas::new(canvas, areas, panel);
    if let Some(head) = areas.head {
        head::head(ui, head, seen, look.theme, commands);
    }
    if let Some(pair) = areas.pair {
        pair::pair(ui, pair, seen, look, commands);
    }
    if let Some(card) = areas.depth {
        depth::depth(ui, card, seen, look.theme, commands);
    }
    if let Some(card) = areas.settings {
        settings::settings(ui, card, seen.state, scene, look.theme, commands);
    }
    if let Some(strip) = areas.strip {
        strip::strip(ui, strip, seen, look, commands);
    }
    keys::keys(ui, seen, commands);
}
