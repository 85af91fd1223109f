//! What a person moved in the cost view.

use super::facts::Facts;

/// What is hovered, sorted and scrolled.
#[derive(Default)]
pub struct CostScene {
    pub(super) facts: Option<Facts>,
    pub(super) modules: super::modules::scene::ModulesScene,
    pub(super) layers: super::layers::scene::LayersScene,
    pub(super) networks: super::table::TableScene,
    pub(super) roofline: super::roofline::scene::RooflineScene,
    pub(super) exercises: super::exercises::ExercisesScene,
}

impl CostScene {
    /// Forgets what was worked out in another language.
    pub fn forget_words(&mut self) {
        self.facts = None;
    }
}
