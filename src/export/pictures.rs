//! Pictures made by optimisation, dreams and rebuilt photos as rows.

use serde_json::json;

use super::{NoTable, Source, Table};
use crate::engine::{Dreamt, Rebuilt};
use crate::model::Run;
use crate::spec::Head;
use crate::visualize::dream::{Dream, DreamRecipe};
use crate::visualize::rebuild::{RebuildRecipe, Rebuilding, STEPS};
use crate::visualize::{Curve, PREVIEW_STEPS, Painting, Recipe, Target};

impl Table {
    /// What happened at every step of a picture.
    pub fn of_curve(curve: &Curve) -> Self {
        let points = curve.points().iter().enumerate();
        Self {
            columns: &["step", "value", "gradient"],
            rows: points.map(|(step, point)| vec![json!(step), json!(point.value), json!(point.gradient)]).collect(),
        }
    }

    /// The relative error of a rebuilt photo before every step and after the last; of a reduction that of what it reads too.
    pub fn of_rebuilt(rebuilt: &Rebuilt) -> Self {
        Self::of_errors(&rebuilt.errors, &rebuilt.read_errors)
    }

    fn of_errors(errors: &[f32], read: &[f32]) -> Self {
        let rows = errors.iter().enumerate();
        Self {
            columns: &["step", "error", "error_before_reduction"],
            rows: rows.map(|(step, error)| vec![json!(step), json!(error), json!(read.get(step))]).collect(),
        }
    }

    /// What the main head says of dreams, one row each.
    pub fn of_dreams<'a>(dreams: impl Iterator<Item = &'a Dreamt>, labels: &[String]) -> Self {
        let row = |dreamt: &Dreamt| {
            let recipe = &dreamt.recipe;
            let main = dreamt.scores.as_ref().and_then(|scores| scores.iter().find(|scores| scores.head == Head::Main));
            vec![
                json!(recipe.layer),
                json!(recipe.channel),
                json!(recipe.octaves),
                json!(recipe.steps),
                json!(recipe.strength),
                json!(recipe.seed),
                json!(main.map(|scores| &labels[scores.best()])),
                json!(main.map(|scores| scores.probabilities[scores.best()])),
            ]
        };
        Self {
            columns: &["layer", "channel", "octaves", "steps", "strength", "seed", "label", "probability"],
            rows: dreams.map(row).collect(),
        }
    }
}

impl Source {
    /// What is looked at as the target of a picture: the channel, the strongest one without; of logits the class.
    fn target(&self) -> Option<Target> {
        let activation = self.report.activation(&self.layer)?;
        let strongest = || {
            let means = activation.statistics.iter().map(|channel| channel.mean).enumerate();
            means.max_by(|(_, one), (_, other)| one.total_cmp(other)).map_or(0, |(channel, _)| channel)
        };
        let channel = self.channel.unwrap_or_else(strongest);
        Some(match Head::ALL.into_iter().find(|head| head.logits_name() == self.layer) {
            Some(head) => Target::Logit { head, class: channel },
            None => Target::Channel { layer: self.layer.clone(), channel },
        })
    }

    /// What happens at every step of a channel's picture, made now.
    ///
    /// # Errors
    /// No such layer, or nothing starts.
    pub fn picture_steps(&self) -> Result<Table, NoTable> {
        let target = self.target().ok_or_else(|| NoTable::NoLayer(self.layer.clone()))?;
        let mut painting = Painting::begin(self.network.subject(), Recipe::of(target))?;
        painting.advance(PREVIEW_STEPS, &|| false)?;
        Ok(Table::of_curve(painting.curve()))
    }

    /// The relative error before every step of a photo that is rebuilt from the layer now, and after the last.
    ///
    /// # Errors
    /// The layer holds no maps, or none of the photo.
    pub fn rebuild_steps(&self) -> Result<Table, NoTable> {
        let recipe = RebuildRecipe::of(&self.layer, None);
        let seen = &self.prepared.pixels;
        let mut rebuilding = Rebuilding::begin(self.network.subject(), self.muted.clone(), seen, recipe)?;
        rebuilding.advance(STEPS, &|| false)?;
        let (error, read) = rebuilding.errors_now(&|| false)?;
        let errors: Vec<f32> = rebuilding.errors().iter().copied().chain([error]).collect();
        let read: Vec<f32> = rebuilding.read_errors().iter().copied().chain(read).collect();
        Ok(Table::of_errors(&errors, &read))
    }

    /// What the main head says after every step of a dream, dreamt now.
    ///
    /// # Errors
    /// The layer cannot dream, or the photo is too narrow.
    pub fn dream_steps(&self) -> Result<Table, NoTable> {
        let recipe = DreamRecipe::of(&self.layer, self.channel);
        let mut dream = Dream::begin(self.network.subject(), self.muted.clone(), &self.photo, recipe)?;
        let mut rows = Vec::new();
        while !dream.is_finished() {
            let of = dream.progress();
            dream.step(&|| false)?;
            let picture = dream.picture();
            let prepared = self.network.prepare_own(&picture);
            let scores = self.network.scores(&prepared, Run::new().mute(&self.muted))?.0;
            let Some(main) = scores.iter().find(|scores| scores.head == Head::Main) else { continue };
            let best = main.best();
            rows.push(vec![
                json!(of.octave),
                json!(of.step + 1),
                json!(self.network.labels[best]),
                json!(main.probabilities[best]),
            ]);
        }
        Ok(Table { columns: &["octave", "step", "label", "probability"], rows })
    }
}
