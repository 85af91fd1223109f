//! Arguments in, window or command line out; in a browser what a page calls.

#[cfg(feature = "desktop")]
fn main() -> std::process::ExitCode {
    use inception_lens::cli;
    cli::run(cli::parse())
}

/// The rest of [`inception_lens::page`] is called by the page.
#[cfg(not(feature = "desktop"))]
fn main() {
    inception_lens::page::begin();
}
