//! Filters that read colours, as pictures in colour.

use egui::epaint::Mesh;
use egui::{Align2, Color32, ColorImage, Rect, Sense, Shape, Stroke, StrokeKind, TextureOptions, Ui, Vec2};

use super::super::atlas::AtlasGrid;
use super::super::context::LayerContext;
use crate::analysis::Kernels;
use crate::imaging::Range;
use crate::locale::indices::Numbered;
use crate::locale::text::tr;
use crate::state::Command;
use crate::ui::kit::{Area, Pressable, cell_in};
use crate::ui::look::Look;
use crate::ui::style::size;

/// Filters in a row.
const COLUMNS: usize = 8;
/// Gap between two filters, points.
const GAP: f32 = 6.0;

/// Shows every filter, each on its own scale around grey; returns the scale of the selected one.
pub(super) fn pictures(
    ui: &mut Ui,
    rect: Rect,
    kernels: &Kernels,
    seen: &LayerContext<'_>,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) -> Range {
    let rows = kernels.filters.div_ceil(COLUMNS);
    let pitch_for = |room: f32, count: usize| (room + GAP) / count as f32;
    let pitch = pitch_for(rect.width(), COLUMNS).min(pitch_for(rect.height(), rows)).floor();
    let order = seen.state.loaded().map_or([0, 1, 2], |loaded| loaded.topology.preprocessing.channel_indices());
    let key = ("color-kernels", kernels.id, order);
    let texture = look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || image(kernels, order));
    let grid = AtlasGrid::of(kernels.filters, kernels.side, kernels.side);
    let mut mesh = Mesh::with_texture(texture.id());
    let mut outlines = Vec::new();
    let hint = tr("layer-filter-hint");
    for filter in 0..kernels.filters {
        let tile = cell_in(rect, filter, COLUMNS, Vec2::splat(pitch)).square(Align2::LEFT_TOP, pitch - GAP);
        mesh.add_rect_with_uv(tile, grid.uv(filter), Color32::WHITE);
        let is_selected = filter == seen.focus.channel;
        let name = Numbered::Filter.at(filter);
        let response = Pressable::new(ui.scope_id().with(("filter", filter)))
            .sense(Sense::CLICK)
            .chosen(is_selected)
            .hints(&[&name, &hint])
            .show(ui, tile, look.theme, || name.clone());
        let width = match (is_selected, response.hovered()) {
            (true, _) => size::stroke_selection(),
            (false, true) => size::stroke_focus(),
            (false, false) => 0.0,
        };
        let stroke = Stroke::new(width, look.theme.hi);
        outlines.push(Shape::rect_stroke(tile, 2.0, stroke, StrokeKind::Outside));
        if response.clicked() {
            commands.push(Command::SelectChannel(Some(filter)));
        }
    }
    ui.painter().add(Shape::mesh(mesh));
    ui.painter().extend(outlines);
    Range::symmetric(filter_weights(kernels, seen.focus.channel.min(kernels.filters - 1)))
}

fn filter_weights(kernels: &Kernels, filter: usize) -> &[f32] {
    let length = kernels.inputs * kernels.side * kernels.side;
    &kernels.weights[filter * length..][..length]
}

/// All filters in one picture; grey is 0.  `order[c]` is the colour (red 0, green 1, blue 2) of input channel `c`.
fn image(kernels: &Kernels, order: [usize; 3]) -> ColorImage {
    let side = kernels.side;
    let columns = crate::imaging::atlas_columns(kernels.filters, [side, side], side);
    let size = [columns * side, kernels.filters.div_ceil(columns) * side];
    let mut image = ColorImage::filled(size, Color32::TRANSPARENT);
    for filter in 0..kernels.filters {
        let range = Range::symmetric(filter_weights(kernels, filter));
        for index in 0..side * side {
            let mut color = [0_u8; 3];
            for (input, &target) in order.iter().enumerate() {
                let share = range.normalize(kernels.kernel(filter, input)[index]);
                color[target] = (share * 255.0).round() as u8;
            }
            let x = filter % columns * side + index % side;
            let y = filter / columns * side + index / side;
            image.pixels[y * size[0] + x] = Color32::from_rgb(color[0], color[1], color[2]);
        }
    }
    image
}
