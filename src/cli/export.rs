//! `export`: a view as a picture at twice its size, or its numbers as CSV or JSON.

use std::path::Path;

use anyhow::{Result, anyhow, bail};

use super::arguments::ExportArguments;
use super::view::View;
use super::{Outcome, export_tables, load};
use crate::app::files::write_file;
use crate::app::launch;
use crate::export::{png, provenance};

/// Pixels for one point in an exported picture.
const SCALE: f32 = 2.0;

/// What a file's ending asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A picture.
    Png,
    /// A table for a spreadsheet.
    Csv,
    /// A table for a program.
    Json,
}

impl Format {
    /// The format of a file by the end of its name.
    ///
    /// # Errors
    /// The ending is not known; the sentence says which are.
    pub fn of(out: &Path) -> Result<Self> {
        let ending = out.extension().map(|ending| ending.to_ascii_lowercase());
        match ending.as_ref().and_then(|ending| ending.to_str()) {
            Some("png") => Ok(Self::Png),
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            _ => bail!(
                "{}: this ending says no format; end the name in .png, .csv or .json.",
                out.display()
            ),
        }
    }
}

/// Writes the file.
///
/// # Errors
/// Weights, photo or layer are bad, the ending is not known, or the file cannot be written.
pub fn run(arguments: &ExportArguments) -> Result<Outcome> {
    let format = Format::of(&arguments.out)?;
    let bytes = match format {
        Format::Png => picture(arguments)?,
        Format::Csv | Format::Json => numbers(arguments, format)?,
    };
    write_file(&arguments.out, &bytes).map_err(|error| load::about(&arguments.out, error))?;
    Ok(Outcome::Done)
}

/// The view at 1440x900 points, two pixels a point.
fn picture(arguments: &ExportArguments) -> Result<Vec<u8>> {
    let options = super::window::options(super::window::Wishes {
        image: Some(arguments.image.clone()),
        second: arguments.second.clone(),
        weights: arguments.weights.clone(),
        view: Some(arguments.view.clone()),
        modules: Some(arguments.modules),
        language: arguments.language,
        theme: arguments.theme,
        presents: None,
        study: arguments.study.clone(),
    })?;
    let picture = launch::picture(&options, launch::WINDOW, SCALE)?;
    let picture = image::DynamicImage::from(picture).into_rgb8();
    let network = load::network(&arguments.weights)?;
    png::encode(&picture, &provenance::of(&network))
        .map_err(|error| anyhow!("The picture could not be made ({error})."))
}

fn numbers(arguments: &ExportArguments, format: Format) -> Result<Vec<u8>> {
    if matches!(arguments.view, View::Tour { .. }) {
        bail!(
            "The tour has no numbers of its own; export the view behind it, for example cost:lineage."
        );
    }
    let source = export_tables::Source::load(arguments)?;
    let table = export_tables::table(arguments, &source)?;
    let mut facts = provenance::of(&source.network);
    facts.push(("image", arguments.image.display().to_string()));
    if let Some(second) = &arguments.second {
        facts.push(("compared_with", second.display().to_string()));
    }
    facts.extend(source.study_facts());
    match format {
        Format::Csv => Ok(table.csv(&facts)?),
        Format::Json | Format::Png => Ok(serde_json::to_vec(&table.json(&facts))?),
    }
}
