//! What a person moved on the screen.

use crate::locale::text::{Language, language};
use crate::ui::chrome::projector::{self, Frozen};
use crate::ui::chrome::{camera, compare, edit, tour};
use crate::ui::textures::Textures;
use crate::ui::views::album::AlbumScene;
use crate::ui::views::classifiers::ClassifiersScene;
use crate::ui::views::cost::CostScene;
use crate::ui::views::layer::LayerScene;
use crate::ui::views::module::ModuleScene;
use crate::ui::views::network::NetworkScene;

/// What a person moved on the screen without changing what it says: pan, zoom, scroll.
#[derive(Default)]
pub struct Scene {
    /// Pixels that are kept from frame to frame.
    pub textures: Textures,
    /// The language of what the scenes keep.
    spoken: Language,
    /// What the camera sees.
    pub camera: camera::CameraScene,
    /// Where the photos stand in the bar that compares them.
    pub compare: compare::CompareScene,
    /// Pan and zoom of the network.
    pub network: NetworkScene,
    /// What is hovered in the module view.
    pub module: ModuleScene,
    /// Scroll and hovered cell of the layer view.
    pub layer: LayerScene,
    /// Hovered cell and channel, scroll of the classifiers view.
    pub classifiers: ClassifiersScene,
    /// Brush and tab of the panel in which the photo is edited.
    pub edit: edit::EditScene,
    /// Hovered module and layer of the cost view.
    pub cost: CostScene,
    /// Scroll, pan and what is hovered in the album.
    pub album: AlbumScene,
    /// The words of the lesson's card.
    pub tour: tour::TourScene,
    /// The last click in front of a class.
    pub(super) pointer: projector::PointerScene,
    /// The picture that stays as it is.
    pub frozen: Option<Frozen>,
}

impl Scene {
    /// Other textures for a while: those of another egui context.
    pub fn exchange_textures(&mut self, other: &mut Textures) {
        std::mem::swap(&mut self.textures, other);
    }

    /// Words that were worked out in another language are worked out anew.
    pub(super) fn follow_language(&mut self) {
        if self.spoken != language() {
            self.spoken = language();
            self.forget_words();
        }
    }

    /// Words and their places are worked out anew.
    pub fn forget_words(&mut self) {
        self.network.forget_words();
        self.module.forget_words();
        self.layer.forget_words();
        self.cost.forget_words();
        self.album.forget_words();
    }
}
