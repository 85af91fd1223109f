//! What a person moved in the layer view without changing what it says.

use std::rc::Rc;
use std::sync::Arc;

use super::bins::Histogram;
use super::dream::DreamScene;
use super::entry::Entry;
use super::kernels::KernelScene;
use super::layer_model::LayerModel;
use super::looks_for::LooksScene;
use crate::spec::Network;
use crate::ui::views::layer::arithmetic::slid::Sliding;

/// How the selected channel is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum PictureMode {
    /// The map over the photo.
    #[default]
    Overlay,
    /// The map alone.
    Map,
    /// The photo alone.
    Photo,
}

impl PictureMode {
    /// The one after, round and round.
    pub fn next(self) -> Self {
        match self {
            Self::Overlay => Self::Map,
            Self::Map => Self::Photo,
            Self::Photo => Self::Overlay,
        }
    }
}

/// Which cells a histogram counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Counted {
    /// Those of the selected channel.
    #[default]
    Channel,
    /// Those of all channels.
    Layer,
}

/// Scroll, and what was worked out for the layer in view.
pub struct LayerScene {
    /// Whether the list of layers was opened or closed by hand.
    pub(super) is_list_open: Option<bool>,
    pub(super) picture: PictureMode,
    /// Of the map over the photo, 0 to 1.
    pub(super) opacity: f32,
    /// Whether the selected channel fills the canvas.
    pub(super) is_filled: bool,
    pub(super) counted: Counted,
    /// The input channel whose products are shown; the largest where none was chosen.
    pub(super) input_channel: Option<usize>,
    /// The window that slides over its neighbourhood, while it does.
    pub(super) sliding: Option<Sliding>,
    /// Whether the selected tile is to be scrolled into sight.
    pub(super) reveal: bool,
    /// Tiles in a row of the mosaic as it was last drawn.
    pub(super) columns: usize,
    pub(super) kernels: KernelScene,
    pub(super) looks: LooksScene,
    pub(super) dream: DreamScene,
    pub(super) subject: Option<Rc<LayerModel>>,
    pub(super) histogram: Option<Rc<Histogram>>,
    /// The list of layers of that network.
    pub(super) entries: Option<(Arc<Network>, Rc<Vec<Entry>>)>,
    /// The layer that was in view, to notice when it changes.
    pub(super) layer: String,
}

impl LayerScene {
    /// Forgets what was worked out in another language.
    pub fn forget_words(&mut self) {
        self.entries = None;
    }
}

impl Default for LayerScene {
    fn default() -> Self {
        Self {
            is_list_open: None,
            picture: PictureMode::default(),
            opacity: 1.0,
            is_filled: false,
            counted: Counted::default(),
            input_channel: None,
            sliding: None,
            reveal: false,
            columns: 1,
            kernels: KernelScene::default(),
            looks: LooksScene::default(),
            dream: DreamScene::default(),
            subject: None,
            histogram: None,
            entries: None,
            layer: String::new(),
        }
    }
}

impl LayerScene {
    /// Forgets what belonged to another layer.
    pub(super) fn look_at(&mut self, layer: &str) {
        if self.layer != layer {
            layer.clone_into(&mut self.layer);
            self.input_channel = None;
            self.is_filled = false;
            self.reveal = true;
            self.looks.look_elsewhere();
        }
    }
}
