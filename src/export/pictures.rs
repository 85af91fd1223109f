//! Pictures made by optimisation and dreams as rows.

use serde_json::json;

use super::Table;
use crate::engine::Dreamt;
use crate::spec::Head;
use crate::visualize::Curve;

impl Table {
    /// What happened at every step of a picture.
    pub fn of_curve(curve: &Curve) -> Self {
        let points = curve.points().iter().enumerate();
        Self {
            columns: &["step", "value", "gradient"],
            rows: points.map(|(step, point)| vec![json!(step), json!(point.value), json!(point.gradient)]).collect(),
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
