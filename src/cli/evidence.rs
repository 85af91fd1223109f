//! `evidence`: which parts of a photo speak for a class, exactly (`analysis::evidence`).

use anyhow::{Result, anyhow};
use serde::Serialize;

use super::arguments::EvidenceArguments;
use super::{Outcome, evidence_picture, load, output, png_text, provenance};
use crate::analysis::ClassEvidence;
use crate::analysis::evidence::find_class;
use crate::app::files::write_file;
use crate::imaging::Fit;
use crate::model::Run;

#[derive(Serialize)]
struct EvidenceEntry<'a> {
    class: &'a str,
    index: usize,
    logit: f32,
    bias: f32,
    /// `logit = bias + mean_evidence`.
    mean_evidence: f64,
    /// E, row by row.
    map: Vec<&'a [f32]>,
    weights_sha256: &'a str,
}

/// Draws the map and prints its numbers.
///
/// # Errors
/// Weights, photo or class are bad, or the file cannot be written.
pub fn run(arguments: &EvidenceArguments) -> Result<Outcome> {
    let network = load::network(&arguments.weights)?;
    let asked = arguments
        .class
        .as_deref()
        .map(|asked| find_class(asked, &network.labels))
        .transpose()?;
    let photo =
        load::photo(&arguments.image).map_err(|error| load::about(&arguments.image, error))?;
    let prepared = network.prepare(&photo, Fit::Crop);
    let (_, report) = network.run(&prepared, Run::new())?;
    let class = asked.unwrap_or_else(|| report.main().best());
    let evidence = report
        .evidence(class)
        .ok_or_else(|| anyhow!("This network has no class {class}; choose a smaller number."))?;
    let label = &network.labels[class];

    let mut texts = provenance::of(&network);
    texts.push(("class", label.clone()));
    texts.push(("logit", evidence.logit.to_string()));
    texts.push(("bias", evidence.bias.to_string()));
    let picture = evidence_picture::draw(&prepared.pixels, &shares(&evidence), evidence.side);
    let png = png_text::encode(&picture, &texts)
        .map_err(|error| anyhow!("The picture could not be made ({error})."))?;
    write_file(&arguments.out, &png).map_err(|error| load::about(&arguments.out, error))?;

    if arguments.json {
        output::print_json(&EvidenceEntry {
            class: label,
            index: class,
            logit: evidence.logit,
            bias: evidence.bias,
            mean_evidence: evidence.mean(),
            map: evidence.map.chunks(evidence.side).collect(),
            weights_sha256: &network.sha256,
        })?;
    } else {
        output::print(&summary(label, &evidence))?;
    }
    Ok(Outcome::Done)
}

/// What each cell adds to the logit: E / 49, so that the cells sum to it.
fn shares(evidence: &ClassEvidence) -> Vec<f32> {
    let cells = evidence.map.len() as f32;
    evidence.map.iter().map(|value| value / cells).collect()
}

/// The equation and the cells, for people.
fn summary(label: &str, evidence: &ClassEvidence) -> String {
    let mut text = format!(
        "{}: logit {:.3} = bias {:+.3} + evidence {:+.3}, the sum of these {} cells:\n",
        output::plain(label),
        evidence.logit,
        evidence.bias,
        evidence.mean(),
        evidence.map.len(),
    );
    for row in shares(evidence).chunks(evidence.side) {
        let cells: Vec<String> = row.iter().map(|share| format!("{share:+7.3}")).collect();
        text.push_str(&format!("  {}\n", cells.join(" ")));
    }
    text
}
