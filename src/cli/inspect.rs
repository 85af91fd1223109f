//! `inspect`: the layers of a network, without running it.

use anyhow::Result;
use serde::Serialize;
use serde_json::Value;

use super::arguments::InspectArguments;
use super::common_arguments::SaidArguments;
use super::table::{Align, align, thousands};
use super::{Outcome, load, output};
use crate::export::Table;
use crate::export::provenance::topology_word;
use crate::platform;
use crate::spec::{Modules, Network, Shape};
use crate::weights::{LoadOptions, Weights};

/// Classes of a network that no weights describe: ImageNet's.
const IMAGENET_CLASSES: usize = 1000;

#[derive(Serialize)]
struct Inspection<'a> {
    topology: &'static str,
    classes: usize,
    modules: &'static str,
    layers: Vec<LayerEntry<'a>>,
    totals: TotalsEntry,
}

#[derive(Serialize)]
struct LayerEntry<'a> {
    name: &'a str,
    op: &'static str,
    input: Vec<usize>,
    output: Vec<usize>,
    params: usize,
    macs: u64,
    /// Side, in pixels of the network's input.
    receptive_field: usize,
    /// Pixels between the fields of two neighbouring cells.
    receptive_field_stride: usize,
    /// Centre of the first cell's field, in pixels from the centre of the first pixel.
    receptive_field_offset: f32,
}

#[derive(Serialize)]
struct TotalsEntry {
    params: usize,
    macs: u64,
    params_with_aux: usize,
    macs_with_aux: u64,
}

impl<'a> Inspection<'a> {
    fn new(network: &'a Network) -> Self {
        let layers = network.layers.iter().map(|layer| LayerEntry {
            name: &layer.name,
            op: layer.op.word(),
            input: layer.input.dims(),
            output: layer.output.dims(),
            params: layer.params,
            macs: layer.macs,
            receptive_field: layer.receptive_field.size,
            receptive_field_stride: layer.receptive_field.stride,
            receptive_field_offset: layer.receptive_field.offset,
        });
        let totals = network.totals();
        Self {
            topology: topology_word(&network.topology),
            classes: network.classes,
            modules: match network.modules {
                Modules::Reduced => "reduced",
                Modules::Naive => "naive",
                Modules::NaiveStacked => "naive-stacked",
                Modules::Factorised => "factorised",
            },
            layers: layers.collect(),
            totals: TotalsEntry {
                params: totals.params,
                macs: totals.macs,
                params_with_aux: totals.params_with_aux,
                macs_with_aux: totals.macs_with_aux,
            },
        }
    }
}

/// Prints every layer once, and the totals.
///
/// # Errors
/// The weights are bad, or stdout is closed.
pub fn run(arguments: &InspectArguments) -> Result<Outcome> {
    if arguments.lineage {
        return print_table(&Table::of_lineage(), arguments.json);
    }
    let network = network(arguments)?;
    if arguments.costs {
        return print_table(&Table::of_modules(&network, &[]), arguments.json);
    }
    if arguments.json {
        output::print_json(&Inspection::new(&network))?;
    } else {
        output::print(&table(&network))?;
    }
    Ok(Outcome::Done)
}

/// Columns that hold anything, aligned; or the rows as JSON.
fn print_table(table: &Table, as_json: bool) -> Result<Outcome> {
    if as_json {
        output::print_json(&table.json(&[])["rows"])?;
        return Ok(Outcome::Done);
    }
    let is_used = |column: &usize| table.rows.iter().any(|row| !row[*column].is_null());
    let used: Vec<usize> = (0..table.columns.len()).filter(is_used).collect();
    let word = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_u64() {
            Some(count) if count >= 10_000 => thousands(count),
            _ => number.to_string(),
        },
        other => other.to_string(),
    };
    let heads = used.iter().map(|&column| table.columns[column].replace('_', " "));
    let mut rows = vec![heads.collect::<Vec<_>>()];
    rows.extend(table.rows.iter().map(|row| used.iter().map(|&column| word(&row[column])).collect()));
    let is_text = |column: usize| table.rows.iter().any(|row| row[column].is_string());
    let sides: Vec<Align> =
        used.iter().map(|&column| if is_text(column) { Align::Left } else { Align::Right }).collect();
    output::print(&align(&sides, &rows))?;
    Ok(Outcome::Done)
}

fn network(arguments: &InspectArguments) -> Result<Network> {
    let said = arguments.facts.said();
    let weights = match (&arguments.weights, arguments.topology) {
        (None, Some(topology)) => {
            return Ok(Network::build(said.applied_to(topology), IMAGENET_CLASSES, arguments.modules, [true, true]));
        }
        (None, None) => {
            let options = LoadOptions { said, ..LoadOptions::default() };
            Weights::load(platform::default_weights(), "default", options)?
        }
        (Some(path), topology) => {
            let bytes = load::weights_bytes(path)?;
            let read = SaidArguments { topology, ..SaidArguments::default() };
            let options = LoadOptions { said, labels: None, ..load::options(path, &bytes, &read)? };
            let weights =
                Weights::load(&bytes, &load::file_name(path), options).map_err(|error| load::about(path, error))?;
            for note in &weights.notes {
                output::error(&format!("{}: {note}", path.display()));
            }
            weights
        }
    };
    Ok(Network::build(weights.topology, weights.classes(), arguments.modules, weights.aux))
}

fn table(network: &Network) -> String {
    let head = ["layer", "op", "input", "output", "parameters", "MACs", "sees (px)"];
    let mut rows = vec![head.map(str::to_owned)];
    rows.extend(network.layers.iter().map(|layer| {
        [
            layer.name.clone(),
            layer.op.word().to_owned(),
            shape(layer.input),
            shape(layer.output),
            number(layer.params as u64),
            number(layer.macs),
            layer.receptive_field.size.to_string(),
        ]
    }));
    let modules = match network.modules {
        Modules::Reduced => "with 1x1 reductions",
        Modules::Naive => "naive, each on its trained input",
        Modules::NaiveStacked => "naive, each on the grown output of the one before",
        Modules::Factorised => "with 1x1 reductions, the 5x5 as two 3x3",
    };
    let totals = network.totals();
    format!(
        "Topology {}, {} classes, modules {modules}\n{}\
         \n  {} parameters, {} MACs (multiply-accumulates; one is two FLOPs)\
         \n  {} parameters, {} MACs with the auxiliary heads\n",
        topology_word(&network.topology),
        network.classes,
        align(&[Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right], &rows),
        thousands(totals.params as u64),
        thousands(totals.macs),
        thousands(totals.params_with_aux as u64),
        thousands(totals.macs_with_aux),
    )
}

fn shape(shape: Shape) -> String {
    let dims: Vec<String> = shape.dims().iter().map(ToString::to_string).collect();
    dims.join("x")
}

/// Nothing for 0, so that the layers with weights stand out.
fn number(number: u64) -> String {
    if number == 0 { String::new() } else { thousands(number) }
}
