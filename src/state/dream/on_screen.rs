//! What of dreams is on screen.

use super::{LESSON_DREAMS, STRIP};
use crate::state::state::State;
use crate::state::tour::Spoiler;
use crate::visualize::dream::{DEPTHS, DreamRecipe};

impl State {
    /// The recipe of the dream that is looked at.
    pub fn dream_recipe(&self) -> DreamRecipe {
        let wishes = self.dreams.wishes;
        let channel = self.selection.channel.filter(|_| wishes.is_one_channel);
        self.recipe_at(&self.selection.layer, channel)
    }

    /// The same at another depth; there all of the layer dreams.
    pub fn recipe_at(&self, layer: &str, channel: Option<usize>) -> DreamRecipe {
        let wishes = self.dreams.wishes;
        DreamRecipe {
            octaves: wishes.octaves,
            steps: self.pace.dream,
            strength: wishes.strength,
            seed: wishes.seed,
            ..DreamRecipe::of(layer, channel)
        }
    }

    /// The recipes beside the dream: five depths, or a setting swept.
    pub fn other_recipes(&self) -> Vec<DreamRecipe> {
        if self.is_covered(Spoiler::DreamDepths) {
            return vec![self.recipe_at(LESSON_DREAMS[0], None)];
        }
        match self.dreams.wishes.sweep {
            None => STRIP.iter().map(|&depth| self.recipe_at(DEPTHS[depth], None)).collect(),
            Some(sweep) => sweep.recipes(&self.dream_recipe()),
        }
    }
}
