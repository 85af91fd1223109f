//! Arguments in, window or command line out; in a browser what a page calls.

#[cfg(feature = "desktop")]
fn main() -> std::process::ExitCode {
    use inception_lens::cli;
    cli::run(cli::parse())
}

/// A page calls what `inception_lens::page` gives it.
#[cfg(not(feature = "desktop"))]
fn main() {}
