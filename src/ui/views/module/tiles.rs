//! Means over channels as pictures, and the numbers their colours span.

use std::collections::HashMap;

use egui::{Align2, Painter, Rect, TextureHandle, TextureOptions, Ui, vec2};

use super::paint;
use crate::imaging::Range;
use crate::session::{Map, MapKey, Source};
use crate::spec::Modules;
use crate::state::{State, View};
use crate::ui::chrome::compare::{self, LETTERS};
use crate::ui::kit::Area;
use crate::ui::kit::paint::framed_picture;
use crate::ui::look::{Look, color_image, colormap_of};
use crate::ui::style::Theme;

/// Ranges that are remembered.
const REMEMBERED: usize = 256;

/// A picture of the mean of a map's channels.
pub(super) struct Tile {
    /// The picture; the first photo's where both are shown.
    pub texture: TextureHandle,
    /// The second photo's, where both are shown.
    pub second: Option<TextureHandle>,
    /// The numbers at the ends of its colours.
    pub range: Range,
    /// Whether the colours diverge from 0.
    pub signed: bool,
}

/// Ranges of means, by map and the report it is compared with; textures live elsewhere.
#[derive(Default)]
pub(super) struct Tiles {
    ranges: HashMap<(MapKey, u64, bool), Range>,
}

impl Tiles {
    /// The mean of a map, and of the second photo's where both are shown: from the smallest to the largest value of both
    /// photos, or symmetric where it is signed.
    pub fn mean(&mut self, ui: &Ui, state: &State, look: &mut Look<'_>, map: &Map) -> Tile {
        if self.ranges.len() > REMEMBERED {
            self.ranges.clear();
        }
        let name = state.maps().name(map).unwrap_or_default();
        let other = state.maps().report(Source::B).map_or(0, |report| report.id);
        let is_shared = state.settings.shared_means && !matches!(map.key.source, Source::AMinusLinear);
        let key = (map.key, other, is_shared);
        let range = *self.ranges.entry(key).or_insert_with(|| {
            let shared = is_shared.then(|| shared_range(state, map)).flatten();
            shared.unwrap_or_else(|| compare::mean_range(state, &name, map))
        });
        let mut picture = |map: &Map| {
            let colormap = colormap_of(state, map.signed);
            let side = map.activation.shape.side();
            let ends = [range.min(), range.max()].map(f32::to_bits);
            look.textures.get(ui.ctx(), ("module-mean", map.key, ends, colormap), TextureOptions::NEAREST, || {
                color_image(map.activation.mean_map(), [side, side], range, colormap)
            })
        };
        let is_both = compare::shows_both(state) && map.key.source == Source::A;
        let pair = compare::pair(state, &name).filter(|_| is_both);
        Tile { texture: picture(map), second: pair.map(|[_, second]| picture(&second)), range, signed: map.signed }
    }
}

/// The scale of all maps of the module on screen: what it reads, and its stages in the mode of this map.
fn shared_range(state: &State, map: &Map) -> Option<Range> {
    let View::Module(module) = state.view else { return None };
    let network = state.network()?;
    let first = network.module_layers(module).next()?;
    let read = first.inputs.first().map(|&index| network.layers[index].name.as_str());
    // What a naive module reads belongs to its stages.
    let is_naive = !matches!(state.modules, Modules::Reduced | Modules::Factorised) && !state.arrangement.side_by_side;
    let source = if is_naive { Source::Linear } else { map.key.source };
    let reads_from = if source == Source::Linear { Source::A } else { source };
    let stages = network.module_layers(module).map(|layer| (source, layer.name.as_str()));
    let layers = stages.chain(read.map(|name| (reads_from, name)));
    compare::shared_mean_range(state, layers)
}

/// Draws a tile, or the place where it will be; both photos' one below the other, each as wide as `rect`.
pub(super) fn paint_tile(painter: &Painter, rect: Rect, tile: Option<&Tile>, theme: &Theme) {
    let Some(tile) = tile else {
        return paint::skeleton(painter, rect, theme);
    };
    let Some(second) = &tile.second else {
        return framed_picture(painter, tile.texture.id(), rect, theme);
    };
    let squares = [rect.top_part(rect.width()), rect.bottom_part(rect.width())];
    for ((square, texture), letter) in squares.into_iter().zip([&tile.texture, second]).zip(LETTERS) {
        framed_picture(painter, texture.id(), square, theme);
        compare::mark(painter, square, letter);
    }
}

/// Between both photos' tiles, points.
pub(super) const PAIR_GAP: f32 = 4.0;

/// The place of both photos' tiles in that of one: as wide as there is height for both, and no wider than one.
pub(super) fn pair_place(place: Rect, height: f32) -> Rect {
    let side = ((height - PAIR_GAP) / 2.0).min(place.width());
    place.place(Align2::CENTER_CENTER, vec2(side, 2.0 * side + PAIR_GAP))
}
