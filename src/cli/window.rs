//! Opens the window, or draws what it would show with `--screenshot`.

use std::path::PathBuf;

use anyhow::{Context as _, bail};

use super::Outcome;
use super::arguments::{Theme, WindowArguments};
use super::common_arguments::{OffArguments, StudyArguments, WeightsArguments};
use super::view::View as ViewArgument;
use crate::album::{Index, Place};
use crate::app::files::{FileError, is_same_file};
use crate::app::{CARDS, Detail, Options, Pace, PanelKey, ThemeChoice, Tour, View, launch};
use crate::locale::text::Language;
use crate::spec::{MODULES, Modules, Part};
use crate::weights::LoadOptions;

/// What is to be shown, in the words of the command line.
pub(super) struct Wishes {
    /// The photo.
    pub image: Option<PathBuf>,
    /// A photo beside it.
    pub second: Option<PathBuf>,
    /// Which weights.
    pub weights: WeightsArguments,
    /// The view.
    pub view: Option<ViewArgument>,
    /// Reduced or naive modules.
    pub modules: Option<Modules>,
    /// Language of the interface.
    pub language: Option<Language>,
    /// Dark or light.
    pub theme: Option<Theme>,
    /// Whether the lesson plays by itself.
    pub demo: bool,
    /// In front of a class: which panel, from 1.
    pub presents: Option<u8>,
    /// Which class is explained.
    pub study: StudyArguments,
    /// What is switched off.
    pub off: OffArguments,
    /// The album's folder.
    pub folder: Option<PathBuf>,
}

/// Opens the window and stays until it is closed, or writes the picture and ends.
pub(super) fn run(arguments: WindowArguments) -> anyhow::Result<Outcome> {
    let options = options(Wishes {
        image: arguments.image,
        second: arguments.second,
        weights: arguments.weights,
        view: arguments.view,
        modules: arguments.modules,
        language: arguments.language,
        theme: arguments.theme,
        presents: arguments.presents,
        demo: arguments.demo,
        study: arguments.study,
        off: arguments.off,
        folder: arguments.folder,
    })?;
    match arguments.screenshot {
        Some(out) => {
            let read = [options.image.as_ref(), options.second.as_ref()];
            if read.into_iter().flatten().any(|read| is_same_file(read, &out)) {
                return Err(super::load::about(&out, FileError::Opened));
            }
            let size_points = arguments.size.map(|side| side as f32);
            let image = launch::picture(&options, size_points, arguments.scale)?;
            let written = image.save_with_format(&out, image::ImageFormat::Png);
            written.with_context(|| format!("{} could not be written", out.display()))?;
        }
        None => launch::window(options)?,
    }
    Ok(Outcome::Done)
}

/// The app's options for what is to be shown.
///
/// # Errors
/// The view is not part of this version.
pub(super) fn options(wishes: Wishes) -> anyhow::Result<Options> {
    let tour = match &wishes.view {
        Some(ViewArgument::Tour { stop, is_answered }) => Some(match is_answered {
            false => Tour::at(stop - 1),
            true => Tour::answered(stop - 1),
        }),
        Some(ViewArgument::Panel { .. } | ViewArgument::Paper(_)) | None => None,
    };
    let channel = match &wishes.view {
        Some(ViewArgument::Panel { channel, .. }) => *channel,
        Some(ViewArgument::Tour { .. } | ViewArgument::Paper(_)) | None => None,
    };
    let (view, layer, detail) = match wishes.view {
        None => (View::Network, None, Detail::Plain),
        Some(ViewArgument::Panel { key, module, layer, .. }) => {
            // The walk is that of the 3x3 branch's reduction.
            let stage = || MODULES[module].layer_name() + Part::Conv3x3Reduce.suffix();
            let layer = if key == PanelKey::Module(Detail::Walk) { Some(stage()) } else { layer };
            let (view, detail) = key.view(module);
            (view, layer, detail)
        }
        Some(ViewArgument::Tour { stop, .. }) if stop > CARDS => {
            bail!("The lesson has {CARDS} cards; use tour:1 to tour:{CARDS}.")
        }
        Some(ViewArgument::Tour { .. }) => (View::Network, None, Detail::Plain),
        Some(ViewArgument::Paper(_)) => bail!(
            "The lesson on paper is no view of the window; write it with `inception-lens export IMAGE --view tour:handout --out FILE.html`."
        ),
    };
    // Whoever asks for the album by name sees one.
    let built_in = matches!(view, View::Album(_)).then_some(Place::BuiltIn);
    let said = wishes.weights.said;
    Ok(Options {
        image: wishes.image,
        second: wishes.second,
        weights: wishes.weights.weights,
        weights_are: LoadOptions {
            topology: said.topology,
            said: said.facts.said(),
            labels: None,
            key: said.key,
            ..LoadOptions::default()
        },
        labels: said.labels,
        view,
        detail,
        layer,
        channel,
        pace: pace(),
        modules: wishes.modules.unwrap_or_default(),
        language: wishes.language,
        theme: wishes.theme.map(|theme| match theme {
            Theme::Dark => ThemeChoice::Dark,
            Theme::Light => ThemeChoice::Light,
        }),
        album: wishes.folder.map_or(built_in, |folder| Some(Place::Folder(folder))),
        album_cache: Index::default_cache(),
        still: false,
        demo: wishes.demo,
        presents: wishes.presents.map(|panel| usize::from(panel) - 1),
        tour,
        class: wishes.study.class,
        minus: wishes.study.minus,
        true_label: wishes.study.true_label,
        off: wishes.off.switches,
    })
}

/// So many steps in place of the usual ones, for pictures and dreams: golden pictures are drawn in seconds.
pub const STEPS_VARIABLE: &str = "INCEPTION_LENS_STEPS";

pub(super) fn pace() -> Pace {
    let steps = std::env::var(STEPS_VARIABLE).ok().and_then(|steps| steps.parse().ok());
    steps.map_or_else(Pace::default, |steps: usize| Pace::short(steps.max(1)))
}
