//! The selected layer as numbers.

use std::sync::Arc;

use crate::analysis::{Activation, Report};
use crate::engine::UserError;
use crate::export::{CsvFile, Table, npy};
use crate::session::Source;
use crate::state::State;

/// A layer's values as rows: those of the photo, and of what it is compared with.
#[derive(serde::Serialize, serde::Deserialize)]
pub struct Sheet {
    layer: String,
    #[serde(with = "crate::wire::once")]
    report: Arc<Report>,
    #[serde(with = "crate::wire::once::optional")]
    second: Option<Arc<Report>>,
    #[serde(with = "crate::wire::word::pairs")]
    facts: Vec<(&'static str, String)>,
}

impl Sheet {
    /// The table as CSV and where it comes from; `None` if the network lacks the layer.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub fn csv(&self) -> Result<Option<CsvFile>, UserError> {
        let table = Table::of_cells(&self.report, self.second.as_deref(), &self.layer);
        table.map(|table| table.csv(&self.facts).map_err(UserError::new)).transpose()
    }
}

/// The activation as it is shown: of the photo, of the second one, or their difference.
pub struct Array(Arc<Activation>);

impl Array {
    /// The bytes of an `.npy` file.
    pub fn npy(&self) -> Vec<u8> {
        npy::encode(&self.0.shape.dims(), &self.0.values())
    }
}

impl State {
    pub(super) fn sheet(&self) -> Option<Sheet> {
        let report = self.report()?;
        let layer = self.selection.layer.clone();
        // Without it there would be no row.
        report.activation(&layer)?;
        Some(Sheet {
            layer,
            report: Arc::clone(report),
            second: self.maps().report(Source::B).cloned(),
            facts: self.facts(),
        })
    }

    pub(super) fn array(&self) -> Option<Array> {
        self.selected_activation().map(Array)
    }
}
