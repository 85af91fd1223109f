//! What lies over the map: colour bar, buttons, small map, tooltip.

use egui::{Rect, Ui};

use super::Marks;
use super::camera::Viewport;
use super::controls;
use super::facts;
use super::keys::Action;
use super::scene::NetworkScene;
use super::sheet::Sheet;
use super::targets::{Kind, Target};
use super::tooltip;
use crate::locale::layer_names::stage_text;
use crate::locale::text::tr_with;
use crate::state::{Command, State};
use crate::ui::kit::{Area, ColorBar, within};
use crate::ui::look::colormap_of;
use crate::ui::views::contribution;

#[expect(clippy::too_many_arguments, reason = "what lies over the map needs what the map was drawn from")]
/// Shows it all; returns what a button asked for.
pub fn overlay(
    ui: &mut Ui,
    sheet: &Sheet<'_>,
    state: &State,
    scene: &mut NetworkScene,
    targets: &[Target],
    marks: Marks,
    [fit, canvas]: [Rect; 2],
    commands: &mut Vec<Command>,
) -> Option<Action> {
    let pinned = marks.selected.filter(|_| scene.is_pinned);
    let touched = marks.touched.hovered.or(marks.touched.focused);
    let about = touched.or(pinned);
    if sheet.shows_contribution {
        contribution_bar(ui, sheet, state, fit);
    } else if sheet.shows_tiles() {
        let target = about.or(marks.selected).map(|index| &targets[index]);
        let mean = target.and_then(|target| {
            let mean = scene.means.get(state, &target.layer)?;
            Some((short_name(sheet, target), mean))
        });
        let shown = mean.as_ref().map(|(name, mean)| (name.as_str(), &**mean));
        controls::color_bar(ui, sheet, state, fit, shown);
        controls::scale_switch(ui, sheet, state, fit, commands);
    }
    let mut wish = match sheet.shows_contribution || !sheet.has_zoom {
        true => None,
        false => controls::zoom_buttons(ui, sheet, fit),
    };
    let seen = sheet.camera.seen(canvas.expand(1.0));
    if !seen.contains_rect(sheet.bounds)
        && let Some(center) = controls::minimap(ui, sheet, fit)
    {
        let zoom = sheet.camera.zoom();
        scene.viewpoint.jump(Viewport { center, zoom });
        wish = None;
    }
    if let Some(target) = about.map(|index| &targets[index]) {
        // A module may stand for a stage of it that is selected.
        let layer = match touched {
            Some(_) => &target.layer,
            None => &state.selection.layer,
        };
        let facts = facts::Facts::new(state, sheet.network(), layer, sheet.is_naive);
        if let Some(facts) = facts.filter(|_| target.rect.intersects(canvas)) {
            tooltip::tooltip(ui, sheet, &facts, target.rect, canvas.shrink(4.0));
        }
    }
    wish
}

/// What the colours of the tile say that belongs to the layer in the cards below.
fn contribution_bar(ui: &mut Ui, sheet: &Sheet<'_>, state: &State, fit: Rect) {
    let Some(layer) = state.contribution().filter(|_| sheet.shows_tiles()) else { return };
    let range = contribution::scale(layer);
    let colormap = colormap_of(state, true);
    let color_at = |share: f32| {
        let [red, green, blue] = colormap.color(share);
        egui::Color32::from_rgb(red, green, blue)
    };
    let short = layer.layer.trim_start_matches("inception");
    let name = tr_with("contribution-scale", &[("layer", short)]);
    within(ui, fit.bottom_part(56.0).left_part(160.0), |ui| {
        ColorBar::new(&name, [range.min(), range.max()], &color_at).ticks(3).show(ui, sheet.theme);
    });
}

/// "4c", "conv 7×7/2": what the colour bar calls a target.
fn short_name(sheet: &Sheet<'_>, target: &Target) -> String {
    let layer = sheet.plan.network.layer(&target.layer);
    let module = layer.and_then(|layer| layer.module_name());
    match (target.kind, module) {
        (Kind::Node(_) | Kind::Tile(_), Some(module)) => module.to_owned(),
        (Kind::Lane(..), Some(module)) => {
            let stage = layer.map(stage_text).unwrap_or_default();
            format!("{module} {stage}")
        }
        (Kind::Leaf(_), _) | (_, None) => layer.map(stage_text).unwrap_or_default(),
    }
}
