//! A fooled photo as rows.

use serde_json::json;

use super::Table;
use crate::analysis::Report;
use crate::engine::Fooled;

impl Table {
    /// What each head says at every size of the change, from none on, a row a head.
    pub fn of_fooled(fooled: &[Fooled], report: &Report) -> Self {
        let label = |class: usize| report.labels.get(class);
        let before = (0, 0, &report.scores);
        let changed = fooled.iter().map(|fooled| (fooled.recipe.epsilon, fooled.largest_change, &fooled.scores));
        let answer = report.main().best();
        let rows = [before].into_iter().chain(changed).flat_map(|(epsilon, largest, scores)| {
            scores.iter().map(move |scores| {
                let best = scores.best();
                vec![
                    json!(epsilon),
                    json!(largest),
                    json!(scores.head.key()),
                    json!(label(best)),
                    json!(scores.probabilities[best]),
                    json!(label(answer)),
                    json!(scores.probabilities[answer]),
                ]
            })
        });
        let columns = &["epsilon", "largest_change", "head", "label", "probability", "old_label", "old_probability"];
        Self { columns, rows: rows.collect() }
    }
}
