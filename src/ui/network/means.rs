//! Mean activations: averaged over the channels once a report, coloured once a texture.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Context, TextureHandle, TextureOptions};

use crate::app::{MapKey, Source, State};
use crate::imaging::{Range, average_down};
use crate::ui::look::{Look, color_image, colormap_of};

/// The mean of a layer's channels, cell by cell.
pub struct Mean {
    key: MapKey,
    /// `[side * side]`.
    values: Vec<f32>,
    /// Cells.
    side: usize,
    /// What its colours span: smallest to largest, or symmetric where it can be negative.
    pub range: Range,
    signed: bool,
}

impl Mean {
    /// Its pixels, for a tile of so many pixels: where there are fewer of these than cells, values are averaged.
    pub fn texture(
        &self,
        ctx: &Context,
        state: &State,
        look: &mut Look<'_>,
        side_px: f32,
    ) -> TextureHandle {
        let mut cells = self.side;
        while cells as f32 > side_px && cells > 1 {
            cells = cells.div_ceil(2);
        }
        let colormap = colormap_of(state, self.signed);
        let key = ("mean", self.key, cells, colormap);
        look.textures.get(ctx, key, TextureOptions::NEAREST, || {
            let (values, height, width) = average_down(&self.values, self.side, self.side, cells);
            color_image(&values, [width, height], self.range, colormap)
        })
    }
}

/// Means of the layers that were asked for, of one report.
#[derive(Default)]
pub struct Means {
    of: Option<(Source, [u64; 2])>,
    means: HashMap<String, Option<Arc<Mean>>>,
}

impl Means {
    /// The mean of a layer; `None` where it was not computed or is no map.
    pub fn get(&mut self, state: &State, layer: &str) -> Option<Arc<Mean>> {
        let source = match state.source() {
            source @ (Source::B | Source::AMinusB) => source,
            // The linear equivalent is there for one module only; the map shows the whole network.
            Source::A | Source::Linear | Source::AMinusLinear => Source::A,
        };
        let id = |source| state.maps.report(source).map_or(0, |report| report.id);
        let of = (source, [id(Source::A), id(Source::B)]);
        if self.of != Some(of) {
            self.of = Some(of);
            self.means.clear();
        }
        if let Some(mean) = self.means.get(layer) {
            return mean.clone();
        }
        let mean = compute(state, source, layer).map(Arc::new);
        self.means.insert(layer.to_owned(), mean.clone());
        mean
    }
}

fn compute(state: &State, source: Source, layer: &str) -> Option<Mean> {
    let map = state.maps.get(source, layer)?;
    let side = map.activation.shape.side();
    if side < 2 {
        return None;
    }
    let values = map.activation.mean_map();
    let range = if map.signed {
        Range::symmetric(&values)
    } else {
        Range::min_to_max(&values)
    };
    Some(Mean {
        key: map.key,
        values,
        side,
        range,
        signed: map.signed,
    })
}
