//! `weights check`: what a file of weights is, or everything that is wrong with it.

use anyhow::Result;
use serde::Serialize;

use super::table::{Align, align};
use super::weights_arguments::CheckArguments;
use super::{Outcome, load, output};
use crate::export::provenance::{describe, topology_word};
use crate::spec::{Norm, Topology};
use crate::weights::{Finding, Format, LeftOut, Note, Weights, WeightsError};

/// How many labels the first lines show.
const SHOWN_LABELS: usize = 5;

/// A file that fits; the JSON of one that does not is a [`Refusal`].
#[derive(Serialize)]
struct Fitting {
    ok: bool,
    file: String,
    name: String,
    format: &'static str,
    topology: &'static str,
    norm: &'static str,
    lrn: bool,
    branch3_kernel: usize,
    pool4_kernel: usize,
    preprocessing: String,
    transform_input: bool,
    classes: usize,
    labels: Vec<String>,
    heads: Vec<&'static str>,
    heads_untrained: bool,
    tensors: usize,
    sha256: String,
    guesses: Vec<FactEntry>,
    notes: Vec<String>,
    /// What else is in the file, with what it is.
    left_out: Vec<String>,
}

/// What shapes cannot tell.
#[derive(Serialize)]
struct FactEntry {
    fact: &'static str,
    value: String,
    /// Whether it is no more than a likeness.
    guessed: bool,
    /// Whether the likeness often misleads, and the answers with it.
    matters: bool,
    evidence: String,
    /// What another value would change.
    would_change: String,
    /// What to say for another value.
    option: String,
}

#[derive(Serialize)]
struct Refusal {
    ok: bool,
    file: String,
    /// What its first bytes say it is.
    format: Option<&'static str>,
    error: String,
    problems: Vec<String>,
}

/// Prints what the file is; exit code 1 and every problem when it does not fit.
///
/// # Errors
/// The file cannot be read, or stdout is closed.
pub fn run(arguments: &CheckArguments) -> Result<Outcome> {
    let path = &arguments.weights;
    let bytes = load::weights_bytes(path)?;
    let options = load::options(path, &bytes, &arguments.said)?;
    let file = path.display().to_string();
    match Weights::load(&bytes, &load::file_name(path), options) {
        Ok(weights) => {
            let fitting = Fitting::new(file, &weights);
            if arguments.json {
                output::print_json(&fitting)?;
            } else {
                output::print(&fitting.text())?;
            }
            Ok(Outcome::Done)
        }
        Err(error) => {
            if arguments.json {
                output::print_json(&Refusal::new(file, &bytes, &error))?;
            } else {
                complain(&file, &error);
            }
            Ok(Outcome::SomeBad)
        }
    }
}

impl Fitting {
    fn new(file: String, weights: &Weights) -> Self {
        let topology = &weights.topology;
        let heads = ["aux1", "aux2"].into_iter().zip(weights.aux);
        Self {
            ok: true,
            file,
            name: weights.name.clone(),
            format: weights.format.word(),
            topology: topology_word(topology),
            norm: norm_word(topology),
            lrn: topology.lrn.is_some(),
            branch3_kernel: topology.branch3_kernel,
            pool4_kernel: topology.pool4_kernel,
            preprocessing: describe(&topology.preprocessing),
            transform_input: topology.preprocessing.transform_input,
            classes: weights.classes(),
            labels: weights.labels.iter().take(SHOWN_LABELS).cloned().collect(),
            heads: heads.filter_map(|(head, there)| there.then_some(head)).collect(),
            heads_untrained: weights.aux_untrained,
            tensors: weights.tensors.len(),
            sha256: weights.sha256.clone(),
            guesses: weights.findings.iter().map(|finding| FactEntry::new(finding, topology)).collect(),
            notes: weights.notes.iter().map(Note::to_string).collect(),
            left_out: weights.left_out.iter().map(LeftOut::to_string).collect(),
        }
    }

    fn text(&self) -> String {
        let kernels = format!("third branch {0}x{0}, pool 4 {1}x{1}", self.branch3_kernel, self.pool4_kernel);
        let lrn = if self.lrn { "with LRN" } else { "no LRN" };
        let more = if self.classes > self.labels.len() { ", …" } else { "" };
        let heads = match (self.heads.join(", "), self.heads_untrained) {
            (heads, _) if heads.is_empty() => "none".to_owned(),
            (heads, true) => format!("{heads} (never trained)"),
            (heads, false) => heads,
        };
        let mut lines = vec![
            ("name", self.name.clone()),
            ("format", self.format.to_owned()),
            ("topology", format!("{}: {}, {lrn}, {kernels}", self.topology, self.norm)),
            ("preprocessing", self.preprocessing.clone()),
            ("classes", format!("{}: {}{more}", self.classes, self.labels.join(", "))),
            ("heads", heads),
            ("tensors", self.tensors.to_string()),
            ("sha256", self.sha256.clone()),
        ];
        lines.extend(self.notes.iter().map(|note| ("note", note.clone())));
        // The note names the first few: here are all of them.
        let is_long = self.left_out.len() > 5;
        let left_out = self.left_out.iter().filter(|_| is_long);
        lines.extend(left_out.map(|thing| ("not used", thing.clone())));
        let mut text = format!("{}: fits GoogLeNet\n", output::plain(&self.file));
        for (word, value) in lines {
            text += &format!("  {word:<13}  {}\n", output::plain(&value));
        }
        let rows: Vec<_> = self.guesses.iter().map(FactEntry::row).collect();
        text + "\nWhat shapes cannot tell\n" + &align(&[Align::Left; 3], &rows)
    }
}

impl FactEntry {
    fn new(finding: &Finding, topology: &Topology) -> Self {
        let fact = finding.fact;
        Self {
            fact: fact.word(),
            value: fact.value(topology),
            guessed: finding.ground.is_guess(),
            matters: finding.matters(),
            evidence: finding.ground.to_string(),
            would_change: finding.effect.to_string(),
            option: fact.option(topology),
        }
    }

    fn row(&self) -> [String; 3] {
        let Self { evidence, would_change, option, .. } = self;
        let word = match (self.guessed, self.matters) {
            (false, _) => "",
            (true, false) => "guessed: ",
            (true, true) => "guessed, and it matters: ",
        };
        let why = format!("{word}{evidence}; otherwise say {option}: {would_change}");
        [self.fact.to_owned(), self.value.clone(), why]
    }
}

impl Refusal {
    fn new(file: String, bytes: &[u8], error: &WeightsError) -> Self {
        Self {
            ok: false,
            file,
            format: Format::sniff(bytes).map(Format::word),
            error: error.to_string(),
            problems: error.problems().iter().map(ToString::to_string).collect(),
        }
    }
}

fn norm_word(topology: &Topology) -> &'static str {
    match topology.norm {
        Norm::None => "biases",
        Norm::BatchNorm => "batch normalisation",
        Norm::Folded => "batch normalisation folded into the kernels",
    }
}

/// One sentence on stderr; of tensors that do not fit, a line for each.
fn complain(file: &str, error: &WeightsError) {
    let problems = error.problems();
    if problems.is_empty() {
        output::error(&format!("{file}: {error}"));
        return;
    }
    let count = match problems.len() {
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    };
    output::error(&format!("{file}: The weights do not fit GoogLeNet, {count}; choose a file made for this network."));
    for problem in problems {
        output::error(&format!("  {problem}"));
    }
}
