//! Arguments in, window or command line out.

use std::process::ExitCode;

use inception_lens::cli::{self, Request};

fn main() -> ExitCode {
    match cli::parse() {
        Request::Window(arguments) => cli::window_is_missing(&arguments),
        Request::Command(command) => cli::run(command),
    }
}
