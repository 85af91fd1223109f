//! Opens the window, or draws what it would show with `--screenshot`.

use anyhow::bail;

use super::Outcome;
use super::arguments::{Language, Theme, WindowArguments};
use super::view::View as ViewArgument;
use crate::app::{Options, ThemeChoice, View, launch};

/// Opens the window and stays until it is closed, or writes the picture and ends.
pub(super) fn run(arguments: WindowArguments) -> anyhow::Result<Outcome> {
    let (view, layer) = match arguments.view {
        None | Some(ViewArgument::Network) => (View::Network, None),
        Some(ViewArgument::Module(index)) => (View::Module(index), None),
        Some(ViewArgument::Layer(name)) => (View::Layer, Some(name)),
        Some(ViewArgument::Classifiers | ViewArgument::Cost | ViewArgument::Tour { .. }) => {
            bail!("This version does not have that view yet; use network, module:4a or layer:NAME.")
        }
    };
    if arguments.language == Some(Language::Korean) {
        bail!("This version speaks English only; leave --lang out, or use --lang en.");
    }
    let options = Options {
        image: arguments.image,
        weights: arguments.weights,
        topology: arguments.topology,
        view,
        layer,
        modules: arguments.modules.unwrap_or_default(),
        theme: arguments.theme.map(|theme| match theme {
            Theme::Dark => ThemeChoice::Dark,
            Theme::Light => ThemeChoice::Light,
        }),
        still: false,
    };
    match arguments.screenshot {
        Some(out) => {
            let size_points = arguments.size.map(|side| side as f32);
            launch::screenshot(&options, size_points, arguments.scale, &out)?;
        }
        None => launch::window(options)?,
    }
    Ok(Outcome::Done)
}
