//! Means over channels as pictures, and the numbers their colours span.

use std::collections::HashMap;

use egui::epaint::RectShape;
use egui::{Color32, Painter, Rect, Stroke, StrokeKind, TextureHandle, TextureOptions, Ui, pos2};

use super::paint;
use crate::app::{Map, MapKey, State};
use crate::imaging::Range;
use crate::ui::look::{Look, color_image, colormap_of};
use crate::ui::theme::{Theme, size};

/// Ranges that are remembered.
const REMEMBERED: usize = 256;

/// A picture of the mean of a map's channels.
pub(super) struct Tile {
    /// The picture.
    pub texture: TextureHandle,
    /// The numbers at the ends of its colours.
    pub range: Range,
    /// Whether the colours diverge from 0.
    pub signed: bool,
}

/// Ranges of means, by map; textures live elsewhere.
#[derive(Default)]
pub(super) struct Tiles {
    ranges: HashMap<MapKey, Range>,
}

impl Tiles {
    /// The mean of a map: from its smallest to its largest value, or symmetric where it is signed.
    pub fn mean(&mut self, ui: &Ui, state: &State, look: &mut Look<'_>, map: &Map) -> Tile {
        if self.ranges.len() > REMEMBERED {
            self.ranges.clear();
        }
        let range = *self.ranges.entry(map.key).or_insert_with(|| {
            let mean = map.activation.mean_map();
            if map.signed {
                Range::symmetric(&mean)
            } else {
                Range::min_to_max(&mean)
            }
        });
        let colormap = colormap_of(state, map.signed);
        let side = map.activation.shape.side();
        let texture = look.textures.get(
            ui.ctx(),
            ("module-mean", map.key, colormap),
            TextureOptions::NEAREST,
            || color_image(&map.activation.mean_map(), [side, side], range, colormap),
        );
        Tile {
            texture,
            range,
            signed: map.signed,
        }
    }
}

/// Draws a tile, or the place where it will be.
pub(super) fn paint_tile(painter: &Painter, rect: Rect, tile: Option<&Tile>, theme: &Theme) {
    let Some(tile) = tile else {
        return paint::skeleton(painter, rect, theme);
    };
    paint_texture(painter, rect, &tile.texture);
    let border = Stroke::new(size::HAIRLINE, theme.line2);
    painter.rect_stroke(rect, size::RADIUS_TILE, border, StrokeKind::Outside);
}

/// Draws a texture with round corners.
pub(super) fn paint_texture(painter: &Painter, rect: Rect, texture: &TextureHandle) {
    let whole = Rect::from_min_max(egui::Pos2::ZERO, pos2(1.0, 1.0));
    let picture = RectShape::filled(rect, size::RADIUS_TILE, Color32::WHITE);
    painter.add(picture.with_texture(texture.id(), whole));
}
