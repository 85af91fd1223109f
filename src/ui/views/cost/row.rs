//! A row of a table.

use crate::ui::style::Hue;

/// A layer.
pub(super) struct Row {
    /// Its activation.
    pub layer: String,
    /// Its name.
    pub words: String,
    /// Its hue.
    pub hue: Hue,
    /// A number for each column; `None` where there is none.
    pub values: Vec<Option<f64>>,
    /// The same, written.
    pub texts: Vec<String>,
}
