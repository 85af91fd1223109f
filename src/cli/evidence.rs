//! `evidence`: which parts of a photo speak for a class, exactly (`analysis::evidence`).

use anyhow::{Result, anyhow};
use image::RgbImage;
use serde::Serialize;

use super::arguments::EvidenceArguments;
use super::export::Format;
use super::{Outcome, evidence_picture, load, output};
use crate::analysis::ClassEvidence;
use crate::analysis::evidence::find_class;
use crate::export::{Exported, Table, png, provenance};

#[derive(Serialize)]
struct EvidenceEntry<'a> {
    class: &'a str,
    index: usize,
    /// The class it is held against: then all numbers are differences.
    #[serde(skip_serializing_if = "Option::is_none")]
    minus: Option<&'a str>,
    logit: f32,
    bias: f32,
    /// `logit = bias + mean_evidence`.
    mean_evidence: f64,
    /// Softmax over all classes; absent for a difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    probability: Option<f32>,
    /// E, row by row.
    map: Vec<&'a [f32]>,
    weights_sha256: &'a str,
    /// What was switched off.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    off: &'a [String],
}

/// Draws the map, or writes its cells, and prints its numbers.
///
/// # Errors
/// Weights, photo or class are bad, or the file cannot be written.
pub fn run(arguments: &EvidenceArguments) -> Result<Outcome> {
    // A map is a picture unless the ending asks for numbers.
    let format = Format::of(&arguments.out, ".png, .csv or .json").unwrap_or(Format::Png);
    let network = load::network(&arguments.weights)?;
    let find = |asked: &Option<String>| {
        let asked = asked.as_deref();
        asked.map(|asked| find_class(asked, &network.labels)).transpose()
    };
    let (asked, minus) = (find(&arguments.class)?, find(&arguments.minus)?);
    let photo = load::photo(&arguments.image).map_err(|error| load::about(&arguments.image, error))?;
    let prepared = network.prepare_own(&photo);
    let off = load::off(&arguments.off, &network)?;
    let (_, report) = network.run(&prepared, off.run())?;
    let class = asked.unwrap_or_else(|| report.main().best());
    let of = |class: usize| {
        let unknown = || anyhow!("This network has no class {class}; choose a smaller number.");
        report.evidence(class).ok_or_else(unknown)
    };
    let evidence = match minus {
        None => of(class)?,
        Some(minus) => of(class)?.minus(&of(minus)?),
    };
    let label = &network.labels[class];
    let minus = minus.map(|minus| network.labels[minus].as_str());
    let mut facts = provenance::of(&network);
    facts.extend(provenance::off(&off.names));
    facts.push(("class", label.clone()));
    facts.extend(minus.map(|minus| ("minus", minus.to_owned())));
    facts.push(("logit", evidence.logit.to_string()));
    facts.push(("bias", evidence.bias.to_string()));
    output::write(&arguments.out, &exported(format, &evidence, &prepared.pixels, &facts)?)?;
    if arguments.json {
        output::print_json(&EvidenceEntry {
            class: label,
            index: class,
            minus,
            logit: evidence.logit,
            bias: evidence.bias,
            mean_evidence: evidence.mean(),
            probability: minus.is_none().then(|| report.main().probabilities[class]),
            map: evidence.map.chunks(evidence.side).collect(),
            weights_sha256: &network.sha256,
            off: &off.names,
        })?;
    } else {
        let title = match minus {
            None => label.clone(),
            Some(minus) => format!("{label} and not {minus}"),
        };
        output::print(&summary(&title, &evidence))?;
    }
    Ok(Outcome::Done)
}

/// The map over the photo, or its numbers.
fn exported(
    format: Format,
    evidence: &ClassEvidence,
    seen: &RgbImage,
    facts: &[(&'static str, String)],
) -> Result<Exported> {
    Ok(match format {
        Format::Png => {
            let picture = evidence_picture::draw(seen, &evidence.shares(), evidence.side);
            let encoded = png::encode(&picture, facts);
            Exported::File(encoded.map_err(|error| anyhow!("The picture could not be made ({error})."))?)
        }
        Format::Csv => Exported::Table(Table::of_evidence(evidence).csv(facts)?),
        Format::Json => Exported::File(serde_json::to_vec(&Table::of_evidence(evidence).json(facts))?),
    })
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
    for row in evidence.shares().chunks(evidence.side) {
        let cells: Vec<String> = row.iter().map(|share| format!("{share:+7.3}")).collect();
        text.push_str(&format!("  {}\n", cells.join(" ")));
    }
    text
}
