//! The answers to a moving source as rows.

use serde_json::json;

use super::Table;
use crate::live::Trail;

impl Table {
    /// A row an answer, oldest first: number of the frame, what it is called, seconds since the source was opened, the most probable
    /// class, its probability (0 to 1), and the milliseconds of the forward pass.
    pub fn of_trail(trail: &Trail) -> Self {
        let rows = trail.answers().map(|answer| {
            vec![
                json!(answer.frame),
                json!(answer.image),
                json!((answer.seconds * 1e3).round() / 1e3),
                json!(answer.label),
                json!(answer.probability),
                json!((answer.forward_ms * 1e3).round() / 1e3),
            ]
        });
        let columns = &["frame", "image", "seconds", "label", "probability", "forward_ms"];
        Self { columns, rows: rows.collect() }
    }
}
