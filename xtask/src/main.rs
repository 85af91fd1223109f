//! What the project makes of itself, one subcommand each: `cargo xtask pictures`.

mod figures;
mod measure;
mod pictures;
mod program;

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
}

fn main() -> anyhow::Result<()> {
    match Task::parse() {
        Task::Measure => measure::pictures_against_photos(&program::Program::build()?),
        Task::Pictures { only } => {
            let program = program::Program::build()?;
            pictures::draw(&program, only.as_deref())?;
            match only {
                Some(_) => Ok(()),
                None => figures::write(&program),
            }
        }
    }
}
