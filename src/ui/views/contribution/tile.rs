//! A layer's contributions as pixels: orange for the class, cyan against it.

use egui::{Context, TextureHandle, TextureOptions};

use crate::analysis::contribution::LayerContribution;
use crate::imaging::{Range, average_down};
use crate::state::State;
use crate::ui::look::{Look, color_image, colormap_of};

/// What the colours of a layer span: as far below 0 as above it; few cells that outshine all others share the ends.
pub(in crate::ui::views) fn scale(layer: &LayerContribution) -> Range {
    Range::of_heatmap(&layer.map.values, true)
}

/// Its pixels, for a tile of so many.
pub(in crate::ui::views) fn texture(
    ctx: &Context,
    state: &State,
    look: &mut Look<'_>,
    layer: &LayerContribution,
    side_px: f32,
) -> Option<TextureHandle> {
    let known = state.contributed()?;
    let side = layer.map.height;
    let mut cells = side;
    while cells as f32 > side_px && cells > 1 {
        cells = cells.div_ceil(2);
    }
    let colormap = colormap_of(state, true);
    let key = ("contribution", known.report, known.contributions.question, &layer.layer, cells, colormap);
    Some(look.textures.get(ctx, key, TextureOptions::NEAREST, || {
        let (values, height, width) = average_down(&layer.map.values, side, side, cells);
        let range = Range::of_heatmap(&values, true);
        color_image(&values, [width, height], range, colormap)
    }))
}
