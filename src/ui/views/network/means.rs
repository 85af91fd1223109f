//! Mean activations: averaged over the channels once a report, coloured once a texture.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Context, TextureHandle, TextureOptions};

use crate::imaging::{Range, average_down};
use crate::session::{Map, MapKey, Source};
use crate::spec::{Layer, Op, Part, Place};
use crate::state::{Comparison, State};
use crate::ui::chrome::compare;
use crate::ui::look::{Look, color_image, colormap_of};

/// The mean of a layer's channels, cell by cell, of one photo or of both.
pub struct Mean {
    /// Of the photo that is shown; of both, A and B, where both are.
    pub pictures: Vec<Picture>,
    /// Cells a side.
    side: usize,
    /// What its colours span: smallest to largest, or symmetric where it can be negative; the same for both photos.
    pub range: Range,
    signed: bool,
}

/// A map of means.
pub struct Picture {
    key: MapKey,
    /// `[side * side]`.
    values: Vec<f32>,
}

impl Mean {
    /// The pixels of a picture, for a tile of so many pixels: where there are fewer of these than cells, values are
    /// averaged.
    pub fn texture(
        &self,
        ctx: &Context,
        state: &State,
        look: &mut Look<'_>,
        picture: &Picture,
        side_px: f32,
    ) -> TextureHandle {
        let mut cells = self.side;
        while cells as f32 > side_px && cells > 1 {
            cells = cells.div_ceil(2);
        }
        let colormap = colormap_of(state, self.signed);
        let ends = [self.range.min(), self.range.max()].map(f32::to_bits);
        let key = ("mean", picture.key, ends, cells, colormap);
        look.textures.get(ctx, key, TextureOptions::NEAREST, || {
            let (values, height, width) = average_down(&picture.values, self.side, self.side, cells);
            color_image(&values, [width, height], self.range, colormap)
        })
    }
}

/// Means of the layers that were asked for, of what is compared.
#[derive(Default)]
pub struct Means {
    of: Option<(Comparison, [u64; 2], bool)>,
    means: HashMap<String, Option<Arc<Mean>>>,
    /// The scale of all tiles, where they share one.
    shared: Option<Range>,
}

impl Means {
    /// The mean of a layer; `None` where it was not computed or is no map.
    pub fn get(&mut self, state: &State, layer: &str) -> Option<Arc<Mean>> {
        let id = |source| state.maps().report(source).map_or(0, |report| report.id);
        let is_shared = state.settings.shared_means;
        let of = (state.comparison, [id(Source::A), id(Source::B)], is_shared);
        if self.of != Some(of) {
            self.of = Some(of);
            self.means.clear();
            let layers = tiled(state).map(|name| (state.source(), name));
            self.shared = is_shared.then(|| compare::shared_mean_range(state, layers)).flatten();
        }
        if let Some(mean) = self.means.get(layer) {
            return mean.clone();
        }
        let mean = compute(state, layer, self.shared).map(Arc::new);
        self.means.insert(layer.to_owned(), mean.clone());
        mean
    }
}

/// The layers with a tile over the line.
fn tiled(state: &State) -> impl Iterator<Item = &str> {
    let layers = state.network().into_iter().flat_map(|network| &network.layers);
    let has_tile = |layer: &&Layer| match layer.place {
        Place::Stem => matches!(layer.op, Op::Conv(_)),
        Place::Module { part, .. } => part == Part::Concat,
        Place::Pool | Place::Head(_) => false,
    };
    layers.filter(has_tile).map(|layer| layer.name.as_str())
}

fn compute(state: &State, layer: &str, shared: Option<Range>) -> Option<Mean> {
    let maps = match compare::pair(state, layer) {
        Some(pair) if compare::shows_both(state) => pair.to_vec(),
        _ => vec![state.maps().get(state.source(), layer)?],
    };
    let first = maps.first()?;
    let side = first.activation.shape.side();
    if side < 2 {
        return None;
    }
    let picture = |map: &Map| Picture { key: map.key, values: map.activation.mean_map().to_vec() };
    Some(Mean {
        range: shared.unwrap_or_else(|| compare::mean_range(state, layer, first)),
        signed: first.signed,
        pictures: maps.iter().map(picture).collect(),
        side,
    })
}
