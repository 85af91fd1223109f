//! The pictures of all channels of a layer, made while nothing else is to be done: those in sight first.

use std::ops::Range;
use std::sync::Arc;

use image::RgbImage;

use super::{Objective, target_of};
use crate::app::app::App;
use crate::engine::{AtlasOrder, ForwardRun, Tile};
use crate::visualize::Recipe;

/// Side of a tile's picture, pixels.
const TILE_PX: usize = 96;
/// Layers whose tiles are kept.
const KEPT: usize = 3;

/// A channel's picture, as far as it is.
#[derive(Clone, Debug, Default)]
pub enum TileState {
    /// Not begun.
    #[default]
    Waiting,
    /// On its way.
    Forming {
        /// As it is now.
        picture: Arc<RgbImage>,
        /// Steps done.
        steps: usize,
    },
    /// Done.
    Ready(Arc<RgbImage>),
    /// Nothing starts; another seed may.
    NoStart,
}

impl TileState {
    /// The picture, done or not.
    pub fn picture(&self) -> Option<(&Arc<RgbImage>, usize)> {
        match self {
            Self::Forming { picture, steps } => Some((picture, *steps)),
            Self::Ready(picture) => Some((picture, usize::MAX)),
            Self::Waiting | Self::NoStart => None,
        }
    }

    fn is_over(&self) -> bool {
        matches!(self, Self::Ready(_) | Self::NoStart)
    }
}

/// Whose channels.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct AtlasKey {
    weights: String,
    layer: String,
}

#[derive(Clone, Default)]
struct Sheet {
    key: AtlasKey,
    tiles: Vec<TileState>,
    /// By channel: how often it was tried again, and so its seed.
    tries: Vec<u64>,
    /// By channel: the patch of the strongest photo of the album.
    patches: Vec<Option<(u64, Arc<RgbImage>)>>,
}

/// Tiles of the layers looked at last, the latest first.
#[derive(Clone, Default)]
pub struct Atlas {
    sheets: Vec<Sheet>,
    /// The channels in sight, in their order.
    visible: Vec<usize>,
    /// The channels of the layer, in their order.
    order: Vec<usize>,
    is_running: bool,
    patched: u64,
    /// Whether nothing comes of it any more, for a reason that was said.
    has_failed: bool,
}

impl Atlas {
    /// A channel of the layer looked at.
    pub fn tile(&self, channel: usize) -> &TileState {
        const WAITING: &TileState = &TileState::Waiting;
        self.sheets.first().and_then(|sheet| sheet.tiles.get(channel)).unwrap_or(WAITING)
    }

    /// Tells a channel's tile from all others, but for its steps.
    pub fn key(&self, channel: usize) -> Option<(&AtlasKey, usize, u64)> {
        let sheet = self.sheets.first()?;
        Some((&sheet.key, channel, *sheet.tries.get(channel)?))
    }

    /// How many pictures are there, and of how many channels.
    pub fn progress(&self) -> [usize; 2] {
        let tiles = self.sheets.first().map_or(&[][..], |sheet| &sheet.tiles);
        [tiles.iter().filter(|tile| matches!(tile, TileState::Ready(_))).count(), tiles.len()]
    }

    /// The patch of the strongest photo of the album, with a number unlike that of any other patch.
    pub fn patch(&self, channel: usize) -> Option<&(u64, Arc<RgbImage>)> {
        self.sheets.first()?.patches.get(channel)?.as_ref()
    }

    /// Whether some of the tiles in sight have no picture yet.
    pub(super) fn lacks_pictures(&self) -> bool {
        self.visible.iter().any(|&channel| self.tile(channel).picture().is_none())
    }

    pub(super) fn take_patch(&mut self, channel: usize, patch: Option<Arc<RgbImage>>) {
        if let Some(place) = self.sheets.first_mut().and_then(|sheet| sheet.patches.get_mut(channel)) {
            self.patched += 1;
            *place = patch.map(|patch| (self.patched, patch));
        }
    }

    pub(super) fn forget_patches(&mut self) {
        for sheet in &mut self.sheets {
            sheet.patches.fill(None);
        }
    }

    /// Whether a tile is on its way.
    pub fn is_running(&self) -> bool {
        self.is_running
    }

    /// The channels that were last in sight.
    pub fn visible(&self) -> &[usize] {
        &self.visible
    }
}

impl App {
    /// These tiles are in sight, of channels in that order.
    pub(in crate::app) fn see_tiles(&mut self, order: Vec<usize>, visible: Range<usize>) {
        let atlas = &mut self.state.looks_for.atlas;
        let end = visible.end.min(order.len());
        atlas.visible = order[visible.start.min(end)..end].to_vec();
        atlas.order = order;
        self.order_tiles();
    }

    pub(super) fn follow_atlas(&mut self, run: &Arc<ForwardRun>) {
        let state = &mut self.state;
        let key = AtlasKey { weights: run.network.sha256.clone(), layer: state.selection.layer.clone() };
        let channels = state.selected_layer().map_or(0, |layer| layer.output.channels());
        let atlas = &mut state.looks_for.atlas;
        if atlas.sheets.first().is_none_or(|sheet| sheet.key != key) {
            let known = atlas.sheets.iter().position(|sheet| sheet.key == key);
            let sheet = match known {
                Some(place) => atlas.sheets.remove(place),
                None => Sheet {
                    key,
                    tiles: vec![TileState::default(); channels],
                    tries: vec![0; channels],
                    patches: vec![None; channels],
                },
            };
            atlas.sheets.insert(0, sheet);
            atlas.sheets.truncate(KEPT);
            (atlas.visible, atlas.order) = (Vec::new(), Vec::new());
            self.engine.cancel_atlas();
            self.state.looks_for.atlas.is_running = false;
            self.state.looks_for.atlas.has_failed = false;
        }
        let atlas = &self.state.looks_for.atlas;
        let is_wanted = !self.wanted_tiles().is_empty();
        if is_wanted && !atlas.is_running && !atlas.has_failed {
            self.order_tiles();
            self.engine.atlas(AtlasOrder {
                network: Arc::clone(&run.network),
                wanted: self.requested.pictures.wanted.clone(),
                steps: self.state.looks_for.pace.tile,
                store: self.pictures.clone(),
            });
            self.state.looks_for.atlas.is_running = true;
        }
    }

    /// The tiles that are not there, those in sight first.
    fn wanted_tiles(&self) -> Vec<(usize, Recipe)> {
        let Some(layer) = self.state.selected_layer() else { return Vec::new() };
        let atlas = &self.state.looks_for.atlas;
        let Some(sheet) = atlas.sheets.first().filter(|sheet| sheet.key.layer == layer.name) else {
            return Vec::new();
        };
        let others: &[usize] = if self.state.looks_for.pace.only_visible { &[] } else { &atlas.order };
        let others = others.iter().filter(|channel| !atlas.visible.contains(channel));
        let is_wanted = |channel: &&usize| sheet.tiles.get(**channel).is_some_and(|tile| !tile.is_over());
        let recipe = |&channel: &usize| {
            let of = Recipe::of(target_of(layer, channel, Objective::Channel));
            (channel, Recipe { size: TILE_PX, seed: sheet.tries[channel], ..of })
        };
        atlas.visible.iter().chain(others).filter(is_wanted).map(recipe).collect()
    }

    fn order_tiles(&mut self) {
        let forming = |channel: usize| matches!(self.state.looks_for.atlas.tile(channel), TileState::Forming { .. });
        let is_running = self.state.looks_for.atlas.is_running;
        let mut tiles = self.wanted_tiles();
        // The tile under way is finished in any case.
        tiles.retain(|(channel, _)| !(is_running && forming(*channel)));
        self.engine.want(&self.requested.pictures.wanted, tiles);
    }

    /// The tile under way is begun anew when it is looked at again.
    pub(super) fn rest_atlas(&mut self) {
        if std::mem::take(&mut self.state.looks_for.atlas.is_running) {
            self.engine.cancel_atlas();
            if let Some(sheet) = self.state.looks_for.atlas.sheets.first_mut() {
                for tile in &mut sheet.tiles {
                    if matches!(tile, TileState::Forming { .. }) {
                        *tile = TileState::Waiting;
                    }
                }
            }
        }
    }

    /// A tile is further than before.
    pub(in crate::app) fn take_tile(&mut self, tile: &Tile) {
        let sheet = self.state.looks_for.atlas.sheets.first_mut();
        let Some(place) = sheet.and_then(|sheet| sheet.tiles.get_mut(tile.channel)) else { return };
        *place = match (&tile.picture, tile.is_finished) {
            (None, _) => TileState::NoStart,
            (Some(picture), true) => TileState::Ready(Arc::clone(picture)),
            (Some(picture), false) => TileState::Forming { picture: Arc::clone(picture), steps: tile.steps },
        };
    }

    /// Nothing more is on its way; what is still wanted is asked for anew.
    pub(in crate::app) fn atlas_ended(&mut self) {
        self.state.looks_for.atlas.is_running = false;
    }

    /// Nothing comes of the tiles, for a reason that is said.
    pub(in crate::app) fn atlas_failed(&mut self) {
        self.state.looks_for.atlas.has_failed = true;
    }

    /// Tries a tile again with other random numbers.
    pub(in crate::app) fn retry_tile(&mut self, channel: usize) {
        if let Some(sheet) = self.state.looks_for.atlas.sheets.first_mut()
            && channel < sheet.tiles.len()
        {
            sheet.tiles[channel] = TileState::Waiting;
            sheet.tries[channel] += 1;
            self.state.looks_for.atlas.has_failed = false;
            self.order_tiles();
        }
    }
}
