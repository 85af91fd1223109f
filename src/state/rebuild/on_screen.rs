//! What of rebuilt photos is on screen.

use super::REBUILD_STRIP;
use crate::spec::DEPTHS as REBUILD_DEPTHS;
use crate::state::state::State;
use crate::visualize::rebuild::{RebuildRecipe, is_reduction};

impl State {
    /// The recipe of the picture that is looked at.
    pub fn rebuild_recipe(&self) -> RebuildRecipe {
        let channel = self.selection.channel.filter(|_| self.rebuilds.wishes.is_one_channel);
        self.rebuild_recipe_at(&self.selection.layer, channel)
    }

    /// The same at another layer.
    pub fn rebuild_recipe_at(&self, layer: &str, channel: Option<usize>) -> RebuildRecipe {
        RebuildRecipe { layer: layer.to_owned(), channel, seed: self.rebuilds.wishes.seed }
    }

    /// Whether what is looked at is 0 everywhere on this photo: there is nothing to rebuild it from.
    pub fn has_nothing_to_rebuild(&self) -> bool {
        let Some(activation) = self.report().and_then(|report| report.activation(&self.selection.layer)) else {
            return false;
        };
        let statistics = match self.rebuild_recipe().channel {
            Some(channel) => activation.statistics.get(channel),
            None => Some(&activation.whole),
        };
        statistics.is_some_and(|statistics| statistics.min == 0.0 && statistics.max == 0.0)
    }

    /// Where the selected layer is a 1x1 reduction: from what it reads.
    pub fn rebuild_before(&self) -> Option<RebuildRecipe> {
        let layer = self.selected_layer().filter(|layer| is_reduction(layer))?;
        let read = &self.network()?.layers[*layer.inputs.first()?];
        Some(self.rebuild_recipe_at(&read.name, None))
    }

    /// Whether the lesson asks what a reduction throws away.
    pub fn is_about_reduction(&self) -> bool {
        self.tour.is_some_and(|tour| tour.stage().compares_reduction)
    }

    /// The recipes of the strip, the shallowest first.
    pub fn rebuild_strip(&self) -> [RebuildRecipe; 5] {
        REBUILD_STRIP.map(|depth| self.rebuild_recipe_at(REBUILD_DEPTHS[depth], None))
    }
}
