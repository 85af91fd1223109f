//! The maps of a layer as pixels, above all the last ones of the network, `[1024, 7, 7]`.

use std::rc::Rc;

use egui::{Color32, ColorImage, Rect, TextureHandle, TextureOptions, Ui};

use super::class_query::Board;
use crate::imaging::{Colormap, Range, RangeRule, build_atlas, overlay};
use crate::session::{Map, MapKey, Source};
use crate::state::{Command, View};
use crate::ui::kit::paint::picture;
use crate::ui::kit::{ColorBar, within};
use crate::ui::look::{Look, colormap_of};
use crate::ui::style::Theme;
use crate::ui::views::layer::atlas::{AtlasGrid, atlas_image};

/// The activation that average pooling reads.
pub(super) const LAST_MODULE: &str = "inception5b";
/// The activation that average pooling gives.
pub(super) const AVERAGES: &str = "avgpool";
/// Maps that are kept: of both photos and their difference, for two layers.
const KEPT: usize = 6;

/// The maps of a layer of one source with the scale that all of them share.
pub(super) struct ChannelMaps {
    /// The numbers.
    pub map: Map,
    /// Numbers at the ends of the colours.
    pub range: Range,
    /// The colours.
    pub colormap: Colormap,
}

impl ChannelMaps {
    /// The maps of an activation; their scale is worked out once.
    pub fn get(board: &mut Board<'_, '_>, source: Source, layer: &str) -> Option<Rc<Self>> {
        let state = board.subject.state;
        let map = state.maps().get(source, layer)?;
        let colormap = colormap_of(state, map.signed);
        let key = (map.key, colormap);
        let known = &mut board.scene.maps;
        if let Some(maps) = known.iter().find(|maps| maps.key() == key) {
            return Some(maps.clone());
        }
        let range = match map.signed {
            true => Range::symmetric(&map.activation.values()),
            false => Range::shared(&map.activation.values()),
        };
        let made = Rc::new(Self { map, range, colormap });
        known.truncate(KEPT - 1);
        known.insert(0, made.clone());
        Some(made)
    }

    fn key(&self) -> (MapKey, Colormap) {
        (self.map.key, self.colormap)
    }

    /// Number of maps.
    pub fn channels(&self) -> usize {
        self.map.activation.shape.channels()
    }

    /// Cells a side.
    pub fn side(&self) -> usize {
        self.map.activation.shape.side()
    }

    /// All maps in one texture, in the network's order.
    pub fn atlas(&self, ui: &Ui, look: &mut Look<'_>) -> TextureHandle {
        let key = ("last maps", self.key());
        look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
            let (channels, side) = (self.channels(), self.side());
            let order: Vec<usize> = (0..channels).collect();
            let rule = RangeRule::Shared(self.range);
            let values = &self.map.activation.values();
            let shape = [channels, side, side];
            atlas_image(&build_atlas(values, shape, &order, rule, self.colormap, side))
        })
    }

    /// Where a map lies in the atlas.
    pub fn uv(&self, channel: usize) -> Rect {
        AtlasGrid::of(self.channels(), self.side(), self.side()).uv(channel)
    }

    /// Draws one map.
    pub fn paint(&self, ui: &Ui, look: &mut Look<'_>, channel: usize, rect: Rect) {
        let atlas = self.atlas(ui, look);
        let uv = self.uv(channel);
        picture(ui.painter(), atlas.id(), rect, uv, Color32::WHITE);
    }

    /// One map to lie over a photo: the stronger, the more opaque.
    pub fn overlay(&self, ui: &Ui, look: &mut Look<'_>, channel: usize) -> TextureHandle {
        let key = ("last map over", self.key(), channel);
        look.textures.get(ui.ctx(), key, TextureOptions::NEAREST, || {
            let values = self.map.activation.channel(channel);
            overlay_image(&values, self.side(), self.range, self.colormap)
        })
    }
}

/// Values as translucent pixels.
pub(in crate::ui) fn overlay_image(values: &[f32], side: usize, range: Range, colormap: Colormap) -> ColorImage {
    let pixels = overlay(values, range, colormap).into_iter();
    let pixels = pixels.map(|[red, green, blue, alpha]| Color32::from_rgba_unmultiplied(red, green, blue, alpha));
    ColorImage::new([side, side], pixels.collect())
}

/// The colours of a map as a function, for its colour bar.
pub(in crate::ui) fn color_function(colormap: Colormap) -> impl Fn(f32) -> Color32 {
    move |share| {
        let [red, green, blue] = colormap.color(share);
        Color32::from_rgb(red, green, blue)
    }
}

/// The colours of a map with the numbers at their ends, and others between where more ticks are wanted.
pub(super) fn scale(ui: &mut Ui, rect: Rect, (range, colormap): (Range, Colormap), ticks: usize, theme: &Theme) {
    let color_at = color_function(colormap);
    let bar = ColorBar::new("", [range.min(), range.max()], &color_at).ticks(ticks);
    within(ui, rect, |ui| bar.show(ui, theme));
}

/// The channel a person selected in that layer; of the last maps, in their averages too.
pub(super) fn selected_channel(board: &Board<'_, '_>, layer: &str, channels: usize) -> Option<usize> {
    let selection = &board.subject.state.selection;
    let is_here = selection.layer == layer || layer == LAST_MODULE && selection.layer == AVERAGES;
    selection.channel.filter(|&channel| is_here && channel < channels)
}

/// Selects a channel everywhere.
pub(super) fn select_channel(commands: &mut Vec<Command>, layer: &str, channel: usize) {
    commands.push(Command::SelectLayer(layer.to_owned()));
    commands.push(Command::SelectChannel(Some(channel)));
}

/// Opens the layer view on a channel.
pub(super) fn open_channel(commands: &mut Vec<Command>, layer: &str, channel: usize) {
    select_channel(commands, layer, channel);
    commands.push(Command::Show(View::Layer));
}
