//! Arguments in, window or command line out.

use std::process::ExitCode;

use inception_lens::cli;

fn main() -> ExitCode {
    cli::run(cli::parse())
}
