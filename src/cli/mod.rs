//! The command line: one file a subcommand.
//!
//! | file | its job |
//! |---|---|
//! | `arguments`, `common_arguments` | words to plain structs; what is wrong with them alone is a usage error (exit code 2) |
//! | `classify`, `inspect`, `activations`, `gradient`, `evidence`, `export` | the subcommands |
//! | `gradient_arguments`, `gradient_picture`, `input_tensor` | the words of `gradient`, its picture, a tensor in place of a photo |
//! | `album`, `album_report`, `album_examples`, `album_export` | the same for `album` |
//! | `album_arguments`, `album_sheet` | its words, the picture of examples |
//! | `visualize`, `dream`, `fool`, `rebuild`, and their `_arguments` | pictures made by optimisation |
//! | `compare`, `compare_arguments` | one photo and one album through two sets of weights |
//! | `teach`, `teach_arguments` | a last layer of one's own classes, from a folder |
//! | `heatmaps`, `contribution`, their `_arguments`, `heatmaps_picture` | which parts of a photo and of the network speak for a class |
//! | `facts_arguments` | what a person says about weights whose shapes cannot tell it |
//! | `export_source` | the runs whose numbers are exported |
//! | `weights_arguments`, `weights_list`, `weights_check`, `weights_fetch` | the same for `weights` |
//! | `window` | opens the window, or draws it with `--screenshot` |
//! | `scene` | what `--scene` names |
//! | `jobs` | many photos at once, results in order |
//! | `load` | paths to photos and networks, with the file's name before every error |
//! | `output`, `table` | stdout and stderr, aligned columns |
//! | `version` | `--version` |
//! | `manual` | what a shell completes, and the manual's pages |
//! | `evidence_picture`, `digits` | the picture of a map and its colour bar |
//!
//! Exit codes: 0 done, 1 an input was bad, 2 usage.

mod activations;
mod album;
mod album_arguments;
mod album_examples;
mod album_export;
mod album_report;
mod album_sheet;
pub mod arguments;
mod classify;
mod common_arguments;
mod compare;
mod compare_arguments;
mod contribution;
mod contribution_arguments;
mod digits;
mod dream;
mod dream_arguments;
mod evidence;
mod evidence_picture;
mod export;
mod export_source;
mod facts_arguments;
mod fool;
mod fool_arguments;
mod gradient;
mod gradient_arguments;
mod gradient_picture;
mod heatmaps;
mod heatmaps_arguments;
mod heatmaps_picture;
mod input_tensor;
mod inspect;
mod jobs;
mod load;
mod manual;
mod output;
mod rebuild;
mod rebuild_arguments;
mod scene;
mod table;
mod teach;
mod teach_arguments;
mod version;
mod visualize;
mod visualize_arguments;
mod weights_arguments;
mod weights_check;
mod weights_fetch;
mod weights_list;
mod window;

use std::process::ExitCode;

use clap::Parser;

use album_arguments::AlbumCommand;
use arguments::{CommandLine, Subcommand, WindowArguments};
use weights_arguments::WeightsCommand;
pub use window::window_options;

/// What the command line asks for.
#[derive(Clone, Debug)]
pub enum Command {
    /// Open the window, or draw it with `--screenshot`.
    Window(WindowArguments),
    /// Print version and hash of the weights inside.
    Version,
    /// One of the subcommands.
    Subcommand(Subcommand),
}

/// Whether everything asked for could be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Exit code 0.
    Done,
    /// Some inputs were bad; each has been reported.
    SomeBad,
}

/// Reads the arguments of this process; ends it with code 2 and a usage message when they make no sense.
pub fn parse() -> Command {
    let line = CommandLine::parse();
    match line.command {
        _ if line.version => Command::Version,
        Some(subcommand) => Command::Subcommand(subcommand),
        None => Command::Window(line.window),
    }
}

/// Does what a command asks for; errors are one line on stderr.
pub fn run(command: Command) -> ExitCode {
    let result = match command {
        Command::Window(arguments) => window::run(arguments),
        Command::Version => version::run(),
        Command::Subcommand(Subcommand::Classify(arguments)) => classify::run(&arguments),
        Command::Subcommand(Subcommand::Inspect(arguments)) => inspect::run(&arguments),
        Command::Subcommand(Subcommand::Activations(arguments)) => activations::run(&arguments),
        Command::Subcommand(Subcommand::Gradient(arguments)) => gradient::run(&arguments),
        Command::Subcommand(Subcommand::Visualize(arguments)) => visualize::run(&arguments),
        Command::Subcommand(Subcommand::Dream(arguments)) => dream::run(&arguments),
        Command::Subcommand(Subcommand::Fool(arguments)) => fool::run(&arguments),
        Command::Subcommand(Subcommand::Rebuild(arguments)) => rebuild::run(&arguments),
        Command::Subcommand(Subcommand::Teach(arguments)) => teach::run(&arguments),
        Command::Subcommand(Subcommand::Compare(arguments)) => compare::run(&arguments),
        Command::Subcommand(Subcommand::Evidence(arguments)) => evidence::run(&arguments),
        Command::Subcommand(Subcommand::Heatmaps(arguments)) => heatmaps::run(&arguments),
        Command::Subcommand(Subcommand::Contribution(arguments)) => contribution::run(&arguments),
        Command::Subcommand(Subcommand::Export(arguments)) => export::run(&arguments),
        Command::Subcommand(Subcommand::Album(command)) => match command {
            AlbumCommand::Index(arguments) => album::index(&arguments),
            AlbumCommand::Report(arguments) => album_report::run(&arguments),
            AlbumCommand::Examples(arguments) => album_examples::run(&arguments),
            AlbumCommand::Export(arguments) => album_export::run(&arguments),
            AlbumCommand::Forget(arguments) => album::forget(&arguments),
        },
        Command::Subcommand(Subcommand::Weights(command)) => match command {
            WeightsCommand::List(arguments) => weights_list::run(&arguments),
            WeightsCommand::Check(arguments) => weights_check::run(&arguments),
            WeightsCommand::Fetch(arguments) => weights_fetch::run(&arguments),
        },
        Command::Subcommand(Subcommand::Completions { shell }) => manual::completions(shell),
        Command::Subcommand(Subcommand::Manual { folder }) => manual::pages(&folder),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeBad) => ExitCode::FAILURE,
        Err(error) => {
            output::error(&error.to_string());
            ExitCode::FAILURE
        }
    }
}
