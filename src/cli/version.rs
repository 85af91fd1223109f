//! `--version`: the program, and the weights inside it.

use super::{Outcome, output};
use crate::export::provenance::SOFTWARE;
use crate::weights::Weights;

/// Prints both.
pub(super) fn run() -> anyhow::Result<Outcome> {
    let weights = Weights::default_weights()?;
    output::print(&format!("{SOFTWARE}\nweights {} sha256 {}\n", weights.name, weights.sha256))?;
    Ok(Outcome::Done)
}
