//! The pictures of a layer's channels are asked for while nothing else is to be done: those in sight first.

use std::ops::Range;
use std::sync::Arc;

use crate::app::app::App;
use crate::engine::{AtlasOrder, ForwardRun, Tile};
use crate::state::looks_for::atlas::{KEPT, Sheet, TILE_PX};
use crate::state::{AtlasKey, Objective, TileState, target_of};
use crate::visualize::Recipe;

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
        if !atlas.is_running && !atlas.has_failed && !self.wanted_tiles().is_empty() {
            self.order_tiles();
            self.engine.atlas(AtlasOrder {
                network: Arc::clone(&run.network),
                wanted: self.requested.pictures.wanted.clone(),
                steps: self.state.pace.tile,
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
        let others: &[usize] = if self.state.pace.only_visible { &[] } else { &atlas.order };
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
