//! The weights of a layer: filters of colours, filters of maps, or a matrix.

mod matrix;
mod pictures;
mod scene;
mod tiles;

use egui::{Align2, Rect, Ui, Vec2, vec2};

use super::context::LayerContext;
use super::legend;
use super::names::square;
use super::scene::LayerScene;
use crate::analysis::Kernels;
use crate::imaging::{Colormap, Range};
use crate::locale::indices::Numbered;
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::kit::paint::skeleton;
use crate::ui::kit::{Area, stepper, within, write_fitted};
use crate::ui::look::{Look, colormap_of};
use crate::ui::style::{TextRole, Theme, caption_room, grown, size};
pub use scene::KernelScene;

/// What the panel is laid out for on a desk, points: before a class its words grow as far as there is more.
const LAID_OUT_FOR: Vec2 = vec2(720.0, 330.0);
/// Height of the colour bar's number and label on a desk, points; and of the bar with the gap above.
const WORDS: f32 = 38.0;
const BAR: f32 = 38.0;

/// Height of all that.
fn bar_height() -> f32 {
    BAR + caption_room(WORDS)
}

/// How kernels are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Three input channels: pictures in colour.
    Colors,
    /// Small heatmaps, one an input channel.
    Maps,
    /// One weight an input channel: a matrix.
    Matrix,
}

impl Kind {
    fn of(kernels: &Kernels) -> Self {
        match (kernels.side, kernels.inputs) {
            (1, _) => Self::Matrix,
            (_, 3) => Self::Colors,
            _ => Self::Maps,
        }
    }
}

/// Shows the weights in `main`, with what they are in `controls`.
pub(super) fn kernels(
    ui: &mut Ui,
    areas: [Rect; 2],
    seen: &LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let room = areas[0].union(areas[1]).size();
    grown(room, LAID_OUT_FOR, || content(ui, areas, seen, scene, look, commands));
}

fn content(
    ui: &mut Ui,
    [controls, main]: [Rect; 2],
    seen: &LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let fetched = seen.state.found.kernels.as_deref();
    // Those of another network, until its own are there, may be of other shapes.
    let filters = seen.layer.output.channels();
    let Some(kernels) = fetched.filter(|kernels| kernels.layer == seen.layer.name && kernels.filters == filters) else {
        let (row, words) = (controls.top_part(size::CONTROL_HEIGHT), tr("layer-kernels-loading"));
        write_fitted(ui.painter(), row, Align2::LEFT_CENTER, &words, TextRole::Body, look.theme.low);
        within(ui, main, |ui| skeleton(ui, look.theme, main.height() - bar_height()));
        return;
    };
    let kind = Kind::of(kernels);
    heading(ui, controls, kernels, kind, seen, look.theme, commands);
    let canvas = main.without_bottom(bar_height());
    let (range, is_averaged) = match kind {
        Kind::Colors => (pictures::pictures(ui, canvas, kernels, seen, look, commands), false),
        Kind::Maps => (tiles::tiles(ui, canvas, kernels, seen, scene, look), false),
        Kind::Matrix => {
            let largest = scene.kernels.largest(kernels);
            let range = Range::new(-largest, largest);
            let is_averaged = matrix::Matrix::new(canvas, kernels, range).show(ui, seen, scene, look, commands);
            (range, is_averaged)
        }
    };
    let width = main.width().min(caption_room(360.0));
    let bar = main.bottom_part(bar_height() - 20.0).left_part(width);
    within(ui, bar, |ui| color_bar(ui, seen, kind, range, is_averaged, look.theme));
}

/// What is shown, and the way to the next filter.
fn heading(
    ui: &mut Ui,
    rect: Rect,
    kernels: &Kernels,
    kind: Kind,
    seen: &LayerContext<'_>,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let row = rect.top_part(size::CONTROL_HEIGHT);
    let (filters, inputs) = (kernels.filters.to_string(), kernels.inputs.to_string());
    let (filter, size) = (Numbered::Filter.of(seen.focus.channel, kernels.filters), square(kernels.side));
    let values = [("filters", &*filters), ("inputs", &*inputs), ("filter", &*filter), ("size", &*size)];
    let key = match kind {
        Kind::Colors => "layer-kernels-colors",
        Kind::Maps => "layer-kernels-maps",
        Kind::Matrix => "layer-kernels-matrix",
    };
    let (place, words) = (row.without_right(84.0), tr_with(key, &values));
    write_fitted(ui.painter(), place, Align2::LEFT_CENTER, &words, TextRole::Body, theme.mid);
    let (previous, next) = (tr("layer-filter-previous"), tr("layer-filter-next"));
    let step = stepper(ui, row, theme, [&previous, &next]);
    if step != 0 {
        let next = seen.focus.channel.saturating_add_signed(step).min(kernels.filters - 1);
        commands.push(Command::SelectChannel(Some(next)));
    }
}

fn color_bar(ui: &mut Ui, seen: &LayerContext<'_>, kind: Kind, range: Range, is_averaged: bool, theme: &Theme) {
    let filter = seen.focus.channel.to_string();
    let mut label = match kind {
        Kind::Colors => tr_with("layer-kernels-bar-colors", &[("filter", &*filter)]),
        Kind::Maps => tr_with("layer-kernels-bar-maps", &[("filter", &*filter)]),
        Kind::Matrix => tr("layer-kernels-bar-matrix"),
    };
    if is_averaged {
        label = tr_with("layer-bar-averaged", &[("label", &*label)]);
    }
    let colormap = match kind {
        Kind::Colors => Colormap::Sequential(crate::imaging::Sequential::Grey),
        Kind::Maps | Kind::Matrix => colormap_of(seen.state, true),
    };
    legend::bar(ui, &label, range, colormap, theme);
}
