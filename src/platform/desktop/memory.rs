//! What the system's allocator keeps of what the program let go of.
#![allow(unsafe_code, reason = "the C library's setting has no safe door")]

/// A piece of at least this many bytes is the system's own and goes back to it when it is let go of.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE_PIECE: i32 = 4 << 20;

/// Large pieces of memory go back to the system at once.
///
/// Left to itself, glibc raises the size from which it does so to 32 MB as such pieces come and go, and keeps the smaller
/// ones in every thread's pool: after ten minutes of teaching, dreams and languages 836 MB were held where this holds
/// 560 (issue 23).  Activations and photos are mostly larger than [`LARGE_PIECE`], and fetching them anew costs nothing
/// that a forward pass shows.  Elsewhere the system does so by itself.
pub fn give_back_large_pieces() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: `mallopt` takes two integers and touches no memory of ours; a refusal leaves all as it was.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE_PIECE);
    }
}
