//! The pictures of all channels of a layer, made while nothing else is to be done: those in sight first.

use std::sync::Arc;

use image::RgbImage;

/// Side of a tile's picture, pixels.
pub(crate) const TILE_PX: usize = 96;

/// Layers whose tiles are kept.
pub(crate) const KEPT: usize = 3;

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

    pub(crate) fn is_over(&self) -> bool {
        matches!(self, Self::Ready(_) | Self::NoStart)
    }
}

/// Whose channels.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub struct AtlasKey {
    pub(crate) weights: String,
    pub(crate) layer: String,
}

#[derive(Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) key: AtlasKey,
    pub(crate) tiles: Vec<TileState>,
    /// By channel: how often it was tried again, and so its seed.
    pub(crate) tries: Vec<u64>,
    /// By channel: the patch of the strongest photo of the album.
    pub(crate) patches: Vec<Option<(u64, Arc<RgbImage>)>>,
}

/// Tiles of the layers looked at last, the latest first.
#[derive(Clone, Default)]
pub struct Atlas {
    pub(crate) sheets: Vec<Sheet>,
    /// The channels in sight, in their order.
    pub(crate) visible: Vec<usize>,
    /// The channels of the layer, in their order.
    pub(crate) order: Vec<usize>,
    pub(crate) is_running: bool,
    patched: u64,
    /// Whether nothing comes of it any more, for a reason that was said.
    pub(crate) has_failed: bool,
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
    pub(crate) fn lacks_pictures(&self) -> bool {
        self.visible.iter().any(|&channel| self.tile(channel).picture().is_none())
    }

    /// A patch of a layer that was looked at, though another may be by now.
    pub(crate) fn take_patch(&mut self, key: &AtlasKey, channel: usize, patch: Option<Arc<RgbImage>>) {
        let sheet = self.sheets.iter_mut().find(|sheet| sheet.key == *key);
        if let Some(place) = sheet.and_then(|sheet| sheet.patches.get_mut(channel)) {
            self.patched += 1;
            *place = patch.map(|patch| (self.patched, patch));
        }
    }

    pub(crate) fn forget_patches(&mut self) {
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
