//! What the system's allocator keeps of what the program let go of.
#![allow(unsafe_code, reason = "the C library's settings have no safe door")]

#[cfg(all(target_os = "linux", target_env = "gnu"))]
use std::time::Duration;

/// A piece of at least this many bytes is the system's own and goes back to it when it is let go of.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE_PIECE: i32 = 4 << 20;

/// How often smaller pieces are given back.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const EVERY: Duration = Duration::from_secs(15);

/// Memory that nobody needs any more goes back to the system, as long as the program runs.
///
/// Left to itself, glibc keeps pieces of up to 32 MB in every thread's pool, and gives a pool back from its end only: after ten minutes
/// of teaching, dreams and languages 836 MB were held where 560 are with large pieces going back at once, and after an hour those
/// pools held half a gigabyte (issue 23).  Activations and photos are mostly larger than [`LARGE_PIECE`], and fetching them anew costs
/// nothing that a forward pass shows.  Elsewhere the system does so by itself.
pub fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        // SAFETY: `mallopt` takes two integers and touches no memory of ours; a refusal leaves all as it was.
        unsafe {
            libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE_PIECE);
        }
        let trim = || {
            loop {
                std::thread::sleep(EVERY);
                // SAFETY: `malloc_trim` may be called from any thread; it touches free memory only.
                unsafe {
                    libc::malloc_trim(0);
                }
            }
        };
        if let Err(error) = crate::platform::threads::start("memory", trim) {
            log::warn!("A thread could not be started: {error}");
        }
    }
}
