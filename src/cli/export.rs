//! `export`: a view as a picture at twice its size or as SVG, its numbers as CSV, JSON or for NumPy, the lesson or
//! exercises as HTML.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, anyhow, bail};

use super::arguments::{ExportArguments, ExportOptions};
use super::{Outcome, export_source, load, output};
use crate::album::{Index, Place};
use crate::app::files::provenance_path;
use crate::app::view_word::View;
use crate::app::{LessonInput, launch, paper};
use crate::engine::{Origin, off};
use crate::export::{Exported, npy, png, provenance};
use crate::imaging::MAX_FILE_BYTES;
use crate::locale::exercises::exercise_pages;
use crate::platform::files::FileError;
use crate::platform::files::{check_folder, is_same_file, read_file};
use crate::state::Paper;
use crate::state::{Options, Pace, PanelKey};
use crate::ui::views::panel;

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
    /// The ending is not known; the sentence says that `known` are.
    pub fn of(out: &Path, known: &str) -> Result<Self> {
        match ending(out).as_deref() {
            Some("png") => Ok(Self::Png),
            Some("csv") => Ok(Self::Csv),
            Some("json") => Ok(Self::Json),
            _ => bail!("{}: this ending says no format; end the name in {known}.", out.display()),
        }
    }
}

/// The end of a file's name in small letters.
fn ending(out: &Path) -> Option<String> {
    let ending = out.extension()?.to_str()?;
    Some(ending.to_ascii_lowercase())
}

/// What the file is.
#[derive(Clone, Copy)]
enum Product {
    /// A view, or its numbers.
    View(Format),
    /// A view, its text as text.
    Drawing,
    /// A layer for NumPy.
    Array,
    /// The lesson on paper.
    Page,
}

impl Product {
    fn of(out: &Path) -> Result<Self> {
        match ending(out).as_deref() {
            Some("svg") => Ok(Self::Drawing),
            Some("npy") => Ok(Self::Array),
            Some("html") => Ok(Self::Page),
            _ => Format::of(out, ".png, .svg, .csv, .json, .npy or .html").map(Self::View),
        }
    }
}

/// A view of a photo.
#[derive(Clone, Copy)]
pub(super) struct ViewExport<'a> {
    /// The photo.
    pub image: &'a PathBuf,
    /// The view.
    pub view: &'a View,
    /// How it is exported.
    pub options: &'a ExportOptions,
}

/// Writes the file.
///
/// # Errors
/// Weights, photo or layer are bad, the ending is not known, or the file cannot be written.
pub fn run(arguments: &ExportArguments) -> Result<Outcome> {
    let options = &arguments.options;
    match (arguments.exercises, &arguments.image, &arguments.view) {
        (Some(count), _, _) => exercises(arguments, usize::from(count)),
        (None, Some(image), Some(view)) => export(ViewExport { image, view, options }),
        // The usage says so before it comes here.
        (None, _, _) => bail!("A view needs a photo; name one, and its view with --view."),
    }
}

/// The sheet, and its key beside it.
fn exercises(arguments: &ExportArguments, count: usize) -> Result<Outcome> {
    let (options, seed) = (&arguments.options, arguments.seed.unwrap_or(1));
    let out = &options.out;
    if ending(out).as_deref() != Some("html") {
        bail!("{}: exercises are a page; end the name in .html.", out.display());
    }
    let [sheet, key] = exercise_pages(&arguments.own_modules, count, seed, options.language.unwrap_or_default());
    for (out, page) in [(out, sheet), (&out.with_extension("key.html"), key)] {
        output::write(out, &Exported::File(page.into_bytes()))?;
    }
    Ok(Outcome::Done)
}

fn export(subject: ViewExport<'_>) -> Result<Outcome> {
    let out = &subject.options.out;
    let product = Product::of(out)?;
    check_picture_options(subject.options, product)?;
    let weights = &subject.options.weights;
    let read =
        [Some(subject.image), subject.options.second.as_ref(), weights.weights.as_ref(), weights.said.labels.as_ref()];
    let read = read.into_iter().chain([subject.options.with.as_ref()]);
    let written = [out, &provenance_path(out)];
    for out in written {
        if read.clone().flatten().any(|read| is_same_file(read, out)) {
            return Err(load::about(out, FileError::Opened));
        }
    }
    check_folder(out).map_err(|error| load::about(out, error))?;
    let exported = match product {
        Product::View(Format::Png) => Exported::File(picture(subject)?),
        Product::View(format) => numbers(subject, format)?,
        Product::Drawing => Exported::File(drawing(subject)?),
        Product::Array => Exported::File(array(subject)?),
        Product::Page => Exported::File(page(subject)?),
    };
    output::write(out, &exported)?;
    Ok(Outcome::Done)
}

/// Whether what is said of a picture is said of one.
fn check_picture_options(options: &ExportOptions, product: Product) -> Result<()> {
    let (is_png, is_svg) = (matches!(product, Product::View(Format::Png)), matches!(product, Product::Drawing));
    if options.dpi.is_some() && !is_png {
        bail!("{}: --dpi is for pixels; end the name in .png, or leave it out.", options.out.display());
    }
    if options.figure && !is_png && !is_svg {
        bail!("{}: --figure is for pictures; end the name in .png or .svg, or leave it out.", options.out.display());
    }
    Ok(())
}

/// The view at 1440x900 points, or its figure alone, with as many pixels as are asked for.
fn picture(subject: ViewExport<'_>) -> Result<Vec<u8>> {
    let dpi = subject.options.dpi.unwrap_or(launch::DPI);
    launch::png(&shown(subject)?, |drawn| part(subject, drawn), dpi, &picture_facts(subject)?)
}

/// The same as SVG.
fn drawing(subject: ViewExport<'_>) -> Result<Vec<u8>> {
    // Laid out as the picture is.
    let drawn = launch::drawn(&shown(subject)?, launch::WINDOW, launch::DPI / png::POINTS_PER_INCH)?;
    Ok(drawn.studio.svg(part(subject, &drawn), &picture_facts(subject)?).into_bytes())
}

/// The figure, where it alone is asked for.
fn part(subject: ViewExport<'_>, drawn: &launch::Drawn) -> Option<egui::Rect> {
    drawn.figure().filter(|_| subject.options.figure)
}

fn picture_facts(subject: ViewExport<'_>) -> Result<Vec<(&'static str, String)>> {
    let network = load::network(&subject.options.weights)?;
    let mut facts = provenance::of(&network);
    if let Some(with) = &subject.options.with {
        facts.extend(provenance::compared_with(&super::compare::second(with, &network)?));
    }
    facts.extend(provenance::off(&load::off(&subject.options.off, &network)?.names));
    Ok(facts)
}

/// What is drawn.
fn shown(subject: ViewExport<'_>) -> Result<Options> {
    super::window::options(super::window::Wishes {
        live: None,
        frames: None,
        image: Some(subject.image.clone()),
        second: subject.options.second.clone(),
        with: subject.options.with.clone(),
        weights: subject.options.weights.clone(),
        view: Some(subject.view.clone()),
        modules: Some(subject.options.modules),
        language: subject.options.language,
        theme: subject.options.theme,
        presents: None,
        demo: None,
        study: subject.options.study.clone(),
        off: subject.options.off.clone(),
        script: None,
        folder: subject.options.folder.clone(),
        teach: None,
    })
}

fn numbers(subject: ViewExport<'_>, format: Format) -> Result<Exported> {
    let View::Panel { key, .. } = *subject.view else {
        bail!("The tour has no numbers of its own; export the view behind it, for example cost:lineage.");
    };
    let source = export_source::load(subject)?;
    let table = (panel(key).table)(&source)?;
    let mut facts = provenance::of(&source.network);
    facts.extend(provenance::off(&off::names(&source.muted, &source.network.network)));
    facts.push(("image", subject.image.display().to_string()));
    if let Some(second) = &subject.options.second {
        facts.push(("compared_with", second.display().to_string()));
    }
    if let Some((other, _)) = &source.other {
        facts.extend(provenance::compared_with(other));
    }
    facts.extend(source.study_facts());
    match format {
        Format::Csv => Ok(Exported::Table(table.csv(&facts)?)),
        Format::Json | Format::Png => Ok(Exported::File(serde_json::to_vec(&table.json(&facts))?)),
    }
}

/// The activation of a layer, `[channels, height, width]` or `[channels]`.
fn array(subject: ViewExport<'_>) -> Result<Vec<u8>> {
    let View::Panel { key: PanelKey::Layer(_), layer: Some(name), .. } = subject.view else {
        bail!("Only a layer is an array; use --view layer:NAME, or another ending than .npy.");
    };
    let source = export_source::load(subject)?;
    let activation = source
        .report
        .activation(name)
        .ok_or_else(|| anyhow!("This network has no layer {name}; `inception-lens inspect` lists them."))?;
    Ok(npy::encode(&activation.shape.dims(), &activation.values()))
}

/// The lesson on the photo as one HTML file.
fn page(subject: ViewExport<'_>) -> Result<Vec<u8>> {
    let kind = match subject.view {
        View::Paper(kind) => *kind,
        // The window's lesson as a whole, from its first card on.
        View::Tour { stop: 1, is_answered: false } => Paper::Handout,
        View::Tour { .. } | View::Panel { .. } => bail!(
            "Only the whole lesson is a page; use --view tour, tour:worksheet or tour:answers, or another ending than .html."
        ),
    };
    if !subject.options.off.switches.is_empty() {
        bail!("The lesson is about the whole network; leave out --off, or export one of its views.");
    }
    let network = load::network(&subject.options.weights)?;
    let fit = network.own_fit();
    let bytes = read_file(subject.image, MAX_FILE_BYTES).map_err(|error| load::about(subject.image, error))?;
    let subject = LessonInput {
        network: Arc::new(network),
        name: load::file_name(subject.image),
        origin: Origin::Encoded(bytes.into()),
        language: subject.options.language.unwrap_or_default(),
        fit,
        album: subject.options.folder.clone().map_or(Place::BuiltIn, Place::Folder),
        album_cache: Index::default_cache(),
        pace: Pace::asked(),
    };
    let bar = match std::io::stderr().is_terminal() {
        true => indicatif::ProgressBar::new(0),
        false => indicatif::ProgressBar::hidden(),
    };
    let mut on_page = |done: usize, total: usize| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    };
    let page = paper(&subject, kind, &mut on_page, &|| false).map_err(|error| anyhow!("{}", error.message))?;
    bar.finish_and_clear();
    Ok(page.unwrap_or_default().into_bytes())
}
