//! What the project makes of itself, one subcommand each: `cargo xtask pictures`.

mod figures;
mod measure;
mod moving;
mod package;
mod pictures;
mod program;
mod serve;
mod soak;
mod tool;
mod web;

use std::path::PathBuf;

use clap::Parser;

/// Tasks of the project, run from its root.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Task {
    /// Draws all pictures of the README and writes its figures anew, with the weights inside the program.
    Pictures {
        /// Only pictures whose file's name has these letters; figures are left alone.
        #[arg(long)]
        only: Option<String>,
    },
    /// Makes pictures of thirty channels from three seeds each and holds them against the best photos of the album; some minutes.
    Measure,
    /// Makes the packages of this system (on Linux a .deb and an AppImage) and their checksums.
    Package {
        /// The folder.
        folder: PathBuf,
    },
    /// Makes the page: a folder that any static host can serve, under any path.
    Web {
        /// The folder.
        folder: PathBuf,
        /// To try the page out: only the program that every browser runs, without its twin for fused multiplications, and built quickly, so
        /// that it is slower than what is published.
        #[arg(long)]
        plain: bool,
    },
    /// Uses the real window at random on a virtual screen, and watches for panics and memory; nothing else may run meanwhile.
    Soak {
        /// For how long.
        minutes: u64,
        /// Which random numbers.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Shows the page of a folder on this computer.
    Serve {
        /// The folder.
        folder: PathBuf,
        /// Where on this computer; 0 for anywhere.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
}

fn main() -> anyhow::Result<()> {
    match Task::parse() {
        Task::Package { folder } => package::make(&folder),
        Task::Web { folder, plain } => web::build(&folder, plain),
        Task::Soak { minutes, seed } => soak::run(minutes, seed),
        Task::Serve { folder, port } => serve::run(&folder, port),
        Task::Measure => measure::pictures_against_photos(&program::Program::build()?),
        Task::Pictures { only } => {
            let program = program::Program::build()?;
            pictures::draw(&program, only.as_deref())?;
            moving::draw(&program, only.as_deref())?;
            match only {
                Some(_) => Ok(()),
                None => figures::write(&program),
            }
        }
    }
}
