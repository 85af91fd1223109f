//! What the system's allocator keeps of what the program let go of.

use std::time::Duration;

use crate::model::kernels::{return_free_pieces, return_large_pieces};
use crate::platform::threads;

/// A piece of at least this many bytes is the system's own and goes back to it when it is let go of.
const LARGE_PIECE: i32 = 4 << 20;

/// How often smaller pieces are given back.
const EVERY: Duration = Duration::from_secs(15);

/// Memory that nobody needs any more goes back to the system, as long as the program runs.
///
/// Left to itself, glibc keeps pieces of up to 32 MB in every thread's pool, and gives a pool back from its end only: after ten minutes
/// of teaching, dreams and languages 836 MB were held where 560 are with large pieces going back at once, and after an hour those
/// pools held half a gigabyte (issue 23).  Activations and photos are mostly larger than [`LARGE_PIECE`], and fetching them anew costs
/// nothing that a forward pass shows.  Elsewhere the system does so by itself.
pub fn give_back() {
    if cfg!(not(all(target_os = "linux", target_env = "gnu"))) {
        return;
    }
    return_large_pieces(LARGE_PIECE);
    let trim = || {
        loop {
            std::thread::sleep(EVERY);
            return_free_pieces();
        }
    };
    if let Err(error) = threads::start("memory", trim) {
        log::warn!("A thread could not be started: {error}");
    }
}
