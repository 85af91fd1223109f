//! Opens the window, or draws what it would show with `--screenshot`.

use std::path::PathBuf;

use anyhow::{Context as _, bail};

use super::arguments::{Theme, WindowArguments};
use super::common_arguments::{OffArguments, StudyArguments, WeightsArguments};
use super::{Outcome, output};
use crate::album::{Index, Place};
use crate::app::launch;
use crate::app::view_word::View as ViewArgument;
use crate::locale::text::Language;
use crate::platform::files::FileError;
use crate::platform::files::is_same_file;
use crate::spec::Modules;
use crate::state::{LiveSource, Options, OtherWeights, Pace, Script, ThemeChoice, Tour};
use crate::weights::LoadOptions;

/// What is to be shown, in the words of the command line.
pub(super) struct Wishes {
    /// The photo.
    pub image: Option<PathBuf>,
    /// A moving source in its place.
    pub live: Option<LiveSource>,
    /// Which frame of it.
    pub frames: Option<u64>,
    /// A photo beside it.
    pub second: Option<PathBuf>,
    /// Weights to compare with.
    pub with: Option<PathBuf>,
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
    /// From which of its steps, from 1, the lesson plays by itself.
    pub demo: Option<usize>,
    /// In front of a class: which panel, from 1.
    pub presents: Option<u8>,
    /// Which class is explained.
    pub study: StudyArguments,
    /// What is switched off.
    pub off: OffArguments,
    /// The album's folder.
    pub folder: Option<PathBuf>,
    /// The folder that is taught.
    pub teach: Option<PathBuf>,
    /// Scenes in place of all that.
    pub script: Option<Script>,
}

/// Opens the window and stays until it is closed, or writes the picture and ends.
pub(super) fn run(arguments: WindowArguments) -> anyhow::Result<Outcome> {
    let scene_file = arguments.scene.as_ref().map(PathBuf::from);
    let script = arguments.scene.as_deref().map(|scene| super::scene::script(scene, arguments.step)).transpose()?;
    let live = arguments.live.as_deref().map(LiveSource::of_word).transpose()?;
    if let (Some(LiveSource::Address(address)), Some(_)) = (&live, &arguments.screenshot)
        && !address.is_local
    {
        bail!(
            "{} is not in the local network, which the window asks about first; open it without --screenshot.",
            address.host
        );
    }
    if let (Some(LiveSource::Camera), Some(_)) = (&live, &arguments.screenshot) {
        bail!(
            "A picture of a camera is not drawn with --screenshot; open the window, then save the view from its menu."
        );
    }
    let (screenshot, size, scale) = (arguments.screenshot.clone(), arguments.size, arguments.scale);
    let options = options(wished(arguments, live, script))?;
    match screenshot {
        Some(out) => {
            let photos: Vec<PathBuf> = options.script.iter().flat_map(Script::photos).collect();
            let read = [options.image.as_ref(), options.second.as_ref(), scene_file.as_ref()];
            if read.into_iter().flatten().chain(&photos).any(|read| is_same_file(read, &out)) {
                return Err(super::load::about(&out, FileError::Opened));
            }
            let size_points = size.map(|side| side as f32);
            let (image, said) = launch::picture_and_notes(&options, size_points, scale)?;
            said.iter().for_each(|sentence| output::error(sentence));
            let written = image.save_with_format(&out, image::ImageFormat::Png);
            written.with_context(|| format!("{} could not be written", out.display()))?;
        }
        None => launch::window(options)?,
    }
    Ok(Outcome::Done)
}

/// What the words ask for, with the moving source and the scenes they name.
fn wished(arguments: WindowArguments, live: Option<LiveSource>, script: Option<Script>) -> Wishes {
    Wishes {
        live,
        frames: arguments.frames,
        script,
        image: arguments.image,
        second: arguments.second,
        with: arguments.with,
        weights: arguments.weights,
        view: arguments.view,
        modules: arguments.modules,
        language: arguments.language,
        theme: arguments.theme,
        presents: arguments.presents,
        demo: arguments.demo.then_some(arguments.step),
        study: arguments.study,
        off: arguments.off,
        folder: arguments.folder,
        teach: arguments.teach,
    }
}

/// What a window of those words is opened with; scenes are left out.
///
/// # Errors
/// As for the program: something that is named does not exist here.
pub fn window_options(arguments: WindowArguments) -> anyhow::Result<Options> {
    let live = arguments.live.as_deref().map(LiveSource::of_word).transpose()?;
    options(wished(arguments, live, None))
}

/// The app's options for what is to be shown.
///
/// # Errors
/// The view is not part of this version.
pub(super) fn options(wishes: Wishes) -> anyhow::Result<Options> {
    let begun = wishes.view.map(ViewArgument::options).transpose().map_err(anyhow::Error::msg)?.unwrap_or_default();
    let said = wishes.weights.said;
    Ok(Options {
        image: wishes.image,
        live: wishes.live,
        frames: wishes.frames,
        second: wishes.second,
        with: wishes.with.map(other_weights),
        weights: wishes.weights.weights,
        weights_are: LoadOptions {
            topology: said.topology,
            said: said.facts.said(),
            labels: None,
            key: said.key,
            ..LoadOptions::default()
        },
        labels: said.labels,
        pace: Pace::asked(),
        modules: wishes.modules.unwrap_or_default(),
        language: wishes.language,
        theme: wishes.theme.map(|theme| match theme {
            Theme::Dark => ThemeChoice::Dark,
            Theme::Light => ThemeChoice::Light,
        }),
        album: wishes.folder.map(Place::Folder).or_else(|| begun.album.clone()),
        album_cache: Index::default_cache(),
        demo: wishes.demo.is_some(),
        tour: wishes.demo.map(nth_step).or(begun.tour),
        teach: wishes.teach,
        presents: wishes.presents.map(|panel| usize::from(panel) - 1),
        class: wishes.study.class,
        minus: wishes.study.minus,
        true_label: wishes.study.true_label,
        off: wishes.off.switches,
        script: wishes.script,
        ..begun
    })
}

/// A step of the lesson, from 1; the last one where there are fewer.
fn nth_step(number: usize) -> Tour {
    let first = Tour::at(0);
    std::iter::successors(Some(first), Tour::next).take(number).last().unwrap_or(first)
}

/// The weights to compare with, by a word or a file.
fn other_weights(with: PathBuf) -> OtherWeights {
    match with.as_os_str().eq_ignore_ascii_case(super::compare::RANDOM) {
        true => OtherWeights::Random,
        false => OtherWeights::File(with),
    }
}
