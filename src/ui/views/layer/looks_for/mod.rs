//! What the channels look for: pictures made by optimisation, and the photos of the album that fire them most.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `areas` | where the parts lie |
//! | `controls` | pictures or patches, their order, how many there are |
//! | `atlas`, `tile` | all channels |
//! | `filled` | one picture over all of the canvas |
//! | `headline` | what the channel fires most for, and its name |
//! | `picture`, `wishes` | the picture that forms, and how it is made |
//! | `curve` | the value by step, beside the best photo's |
//! | `random` | the same on a network that has learnt nothing |
//! | `album`, `histogram` | patches, spectrum, usefulness, where all photos stand |
//! | `quiz` | which of two photos fires the channel more |
//! | `keys` | keys |
//! | `words` | numbers and names in words |
//! | `scene` | what a person moved among pictures of what channels look for |

mod album;
mod areas;
mod atlas;
mod controls;
mod curve;
mod filled;
mod headline;
mod histogram;
mod keys;
mod picture;
mod quiz;
mod random;
mod scene;
mod tile;
mod wishes;
mod words;

use areas::LooksAreas;
use egui::{Rect, Ui};

use super::areas::Areas;
use super::columns;
use super::context::LayerContext;
use crate::locale::text::tr;
use crate::state::{Command, LayerColumn, can_look_for};
use crate::ui::kit::paint::paragraph;
use crate::ui::kit::within;
use crate::ui::look::Look;
use crate::ui::style::TextRole;
pub use scene::LooksScene;

/// Shows it below the title; `panel` is the part that a class sees.
pub(super) fn looks_for(
    ui: &mut Ui,
    (canvas, areas): (Rect, &Areas),
    seen: &LayerContext<'_>,
    scene: &mut LooksScene,
    panel: Option<usize>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    if !can_look_for(seen.layer) {
        let area = areas.controls.with_max_y(canvas.bottom());
        within(ui, area, |ui| {
            paragraph(ui, &tr("looks-not-here"), TextRole::Body, look.theme.mid);
        });
        return;
    }
    let areas = LooksAreas::new(canvas, areas, panel);
    if scene.is_filled && panel.is_none() {
        filled::filled(ui, canvas, seen, scene, look, commands);
        keys::keys(ui, seen, scene, commands);
        return;
    }
    if let Some([controls, main]) = areas.atlas {
        controls::controls(ui, controls, seen, look.theme, commands);
        atlas::atlas(ui, main, seen, scene, look, commands);
    }
    let column = areas
        .tabs
        .map(|rect| columns(ui, rect, ["looks-tab-picture", "looks-tab-album"], seen.state, look.theme, commands));
    if let Some(middle) = areas.middle.filter(|_| column != Some(LayerColumn::Cell)) {
        middle_column(ui, middle, areas.is_wide_middle, seen, scene, look, commands);
    }
    if let Some(card) = areas.card.filter(|_| column != Some(LayerColumn::Channel)) {
        album::card(ui, card, seen, look, commands);
    }
    scene.reveal = false;
    keys::keys(ui, seen, scene, commands);
}

/// What it fires for, the picture, and what is known of it.
fn middle_column(
    ui: &mut Ui,
    rect: Rect,
    is_wide: bool,
    seen: &LayerContext<'_>,
    scene: &mut LooksScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let parts = areas::middle(rect, is_wide);
    headline::headline(ui, parts.headline, seen, scene, look.theme, commands);
    picture::picture(ui, parts.picture, seen, look, commands);
    wishes::wishes(ui, parts.wishes, seen.state, look.theme, commands);
    curve::curve(ui, parts.curve, seen, look.theme);
    if let Some(random) = parts.random {
        random::random(ui, random, seen.state, look.theme, commands);
    }
}
