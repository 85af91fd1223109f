//! `export`: a view as a picture at twice its size, or its numbers as CSV or JSON.

use std::path::Path;

use anyhow::{Result, anyhow, bail};
use serde_json::{Value, json};

use super::arguments::ExportArguments;
use super::export_table::Table;
use super::view::View;
use super::{Outcome, load, png_text, provenance};
use crate::analysis::Report;
use crate::app::files::write_file;
use crate::app::launch;
use crate::engine::pipeline::LoadedNetwork;
use crate::imaging::Fit;
use crate::model::Run;

/// Pixels for one point in an exported picture.
const SCALE: f32 = 2.0;

/// What the file's ending asks for.
#[derive(Clone, Copy)]
enum Format {
    Png,
    Csv,
    Json,
}

/// Writes the file.
///
/// # Errors
/// Weights, photo or layer are bad, the ending is not known, or the file cannot be written.
pub fn run(arguments: &ExportArguments) -> Result<Outcome> {
    let bytes = match format(&arguments.out)? {
        Format::Png => picture(arguments)?,
        format => {
            let network = load::network(&arguments.weights)?;
            let photo = load::photo(&arguments.image)
                .map_err(|error| load::about(&arguments.image, error))?;
            let prepared = network.prepare(&photo, Fit::Crop);
            let (_, report) = network.run(&prepared, Run::new())?;
            let table = table(arguments, &network, report)?;
            match format {
                Format::Csv => csv(arguments, &network, &table)?,
                Format::Json | Format::Png => as_json(arguments, &network, &table)?,
            }
        }
    };
    write_file(&arguments.out, &bytes).map_err(|error| load::about(&arguments.out, error))?;
    Ok(Outcome::Done)
}

fn format(out: &Path) -> Result<Format> {
    let ending = out.extension().map(|ending| ending.to_ascii_lowercase());
    match ending.as_ref().and_then(|ending| ending.to_str()) {
        Some("png") => Ok(Format::Png),
        Some("csv") => Ok(Format::Csv),
        Some("json") => Ok(Format::Json),
        _ => bail!(
            "{}: this ending says no format; end the name in .png, .csv or .json.",
            out.display()
        ),
    }
}

/// The view at 1440x900 points, two pixels a point.
fn picture(arguments: &ExportArguments) -> Result<Vec<u8>> {
    let options = super::window::options(super::window::Wishes {
        image: Some(arguments.image.clone()),
        weights: arguments.weights.clone(),
        view: Some(arguments.view.clone()),
        modules: Some(arguments.modules),
        theme: arguments.theme,
    })?;
    let picture = launch::picture(&options, launch::WINDOW, SCALE)?;
    let picture = image::DynamicImage::from(picture).into_rgb8();
    let network = load::network(&arguments.weights)?;
    let texts = provenance::of(&network);
    png_text::encode(&picture, &texts)
        .map_err(|error| anyhow!("The picture could not be made ({error})."))
}

fn table(arguments: &ExportArguments, network: &LoadedNetwork, report: Report) -> Result<Table> {
    match &arguments.view {
        View::Network => Ok(Table::of_layers(&report)),
        View::Module(module, _) => Table::of_module(network, report, *module),
        View::Layer(name, _) => Table::of_cells(&report, name),
        View::Classifiers | View::Cost | View::Tour { .. } => {
            bail!(
                "This version does not export that view yet; use network, module:4a or layer:NAME."
            )
        }
    }
}

/// Lines of provenance that begin with `#`, a header, rows.
fn csv(arguments: &ExportArguments, network: &LoadedNetwork, table: &Table) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for (key, value) in facts(arguments, network) {
        bytes.extend(format!("# {key}: {}\n", value.replace(['\n', '\r'], " ")).bytes());
    }
    let mut writer = csv::Writer::from_writer(bytes);
    writer.write_record(table.columns)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|value| match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        }))?;
    }
    Ok(writer.into_inner()?)
}

/// `{"provenance": {…}, "rows": [{…}, …]}`.
fn as_json(arguments: &ExportArguments, network: &LoadedNetwork, table: &Table) -> Result<Vec<u8>> {
    let facts = facts(arguments, network).into_iter();
    let provenance: serde_json::Map<String, Value> = facts
        .map(|(key, value)| (key.to_owned(), value.into()))
        .collect();
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| {
            let pairs = table.columns.iter().zip(row);
            pairs
                .map(|(column, value)| ((*column).to_owned(), value.clone()))
                .collect()
        })
        .collect();
    Ok(serde_json::to_vec(
        &json!({ "provenance": provenance, "rows": rows }),
    )?)
}

fn facts(arguments: &ExportArguments, network: &LoadedNetwork) -> Vec<(&'static str, String)> {
    let mut facts = provenance::of(network);
    facts.push(("image", arguments.image.display().to_string()));
    facts
}
