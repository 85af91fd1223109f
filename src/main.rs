//! Arguments in, window or command line out; in a browser what a page calls.

/// The system's allocator keeps what a second network, a dream or an album once took: several threads take and free large pieces, and
/// what lies between them is not given back (issue 23, soak).
#[cfg(feature = "desktop")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
