//! The kernels of one filter, one an input channel, as small signed heatmaps.

use egui::epaint::Mesh;
use egui::{Align2, Color32, Rect, RichText, ScrollArea, Sense, Shape, Stroke, StrokeKind, TextureOptions, Ui, Vec2};

use super::super::atlas::{AtlasGrid, atlas_image};
use super::super::context::LayerContext;
use super::super::scene::LayerScene;
use crate::analysis::Kernels;
use crate::imaging::{Range, RangeRule, build_atlas};
use crate::locale::format::signed;
use crate::locale::indices::Numbered;
use crate::locale::text::tr_with;
use crate::ui::kit::{Area, Pressable, cell_in, tooltip, within};
use crate::ui::look::{Look, colormap_of};
use crate::ui::style::size;

/// Smallest and largest distance from one kernel to the next, points.
const PITCH: [f32; 2] = [44.0, 132.0];
/// Gap between two kernels, points.
const GAP: f32 = 5.0;

/// Shows the kernels of the selected filter; a click chooses the input channel.  Returns the scale they share.
pub(super) fn tiles(
    ui: &mut Ui,
    rect: Rect,
    kernels: &Kernels,
    seen: &LayerContext<'_>,
    scene: &mut LayerScene,
    look: &mut Look<'_>,
) -> Range {
    let filter = seen.focus.channel.min(kernels.filters - 1);
    let length = kernels.inputs * kernels.side * kernels.side;
    let weights = &kernels.weights[filter * length..][..length];
    let range = Range::symmetric(weights);
    let colormap = colormap_of(seen.state, true);
    let key = ("kernels", kernels.id, filter, format!("{colormap:?}"));
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
        let order: Vec<usize> = (0..kernels.inputs).collect();
        let shape = [kernels.inputs, kernels.side, kernels.side];
        atlas_image(&build_atlas(weights, shape, &order, RangeRule::Shared(range), colormap, kernels.side))
    });
    let (pitch, columns) = grid_of(rect, kernels.inputs);
    let grid = AtlasGrid::of(kernels.inputs, kernels.side, kernels.side);
    let area = rect.with_max_x(rect.right() + 14.0);
    within(ui, area, |ui| {
        let scroll = ScrollArea::vertical().id_salt(("kernels", &kernels.layer)).auto_shrink(false);
        scroll.show_viewport(ui, |ui, viewport| {
            ui.set_height(kernels.inputs.div_ceil(columns) as f32 * pitch);
            let all = ui.max_rect();
            let mut mesh = Mesh::with_texture(texture.id());
            let mut outlines = Vec::new();
            for input in 0..kernels.inputs {
                let top = (input / columns) as f32 * pitch;
                if top + pitch < viewport.top() || top > viewport.bottom() {
                    continue;
                }
                let tile = cell_in(all, input, columns, Vec2::splat(pitch)).square(Align2::LEFT_TOP, pitch - GAP);
                mesh.add_rect_with_uv(tile, grid.uv(input), Color32::WHITE);
                let shape = kernel(ui, tile, kernels, [filter, input], scene, look);
                outlines.push(shape);
            }
            ui.painter().add(Shape::mesh(mesh));
            ui.painter().extend(outlines);
        });
    });
    range
}

/// The largest tiles that all fit, within limits.
fn grid_of(rect: Rect, count: usize) -> (f32, usize) {
    let mut pitch = PITCH[1];
    loop {
        let columns = (((rect.width() + GAP) / pitch) as usize).max(1);
        let fits = count.div_ceil(columns) as f32 * pitch <= rect.height() + GAP;
        if fits || pitch <= PITCH[0] {
            return (pitch, columns);
        }
        pitch -= 2.0;
    }
}

/// Hover and click of one kernel; returns its outline.
fn kernel(
    ui: &Ui,
    tile: Rect,
    kernels: &Kernels,
    [filter, input]: [usize; 2],
    scene: &mut LayerScene,
    look: &Look<'_>,
) -> Shape {
    let is_chosen = scene.input_channel == Some(input);
    let pressable = Pressable::new(ui.scope_id().with(("kernel", input))).sense(Sense::CLICK).chosen(is_chosen);
    let response = pressable.show(ui, tile, look.theme, || Numbered::InputChannel.at(input));
    if response.clicked() {
        scene.input_channel = Some(input);
    }
    tooltip(&response, look.theme, |ui| {
        let sum: f64 = kernels.kernel(filter, input).iter().map(|&weight| f64::from(weight)).sum();
        let sum = signed(sum, 3);
        let name = Numbered::InputChannel.at(input);
        ui.label(RichText::new(name).color(look.theme.hi));
        ui.label(RichText::new(tr_with("layer-kernel-sum", &[("sum", &*sum)])).color(look.theme.mid));
    });
    let (width, ink) = match (is_chosen, response.hovered()) {
        (true, _) => (size::stroke_selection(), look.theme.hi),
        (false, true) => (size::stroke_focus(), look.theme.hi),
        (false, false) => (size::hairline(), look.theme.line),
    };
    Shape::rect_stroke(tile, 2.0, Stroke::new(width, ink), StrokeKind::Outside)
}
