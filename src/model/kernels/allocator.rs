//! What the system's allocator keeps of maps that were let go of: safe doors to the C library's settings, which have none.
#![allow(unsafe_code, reason = "the C library's settings have no safe door")]

/// From now on pieces of at least so many bytes go back to the system as soon as they are let go of.  Only glibc keeps them otherwise.
pub fn return_large_pieces(bytes: i32) {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: `mallopt` takes two integers and touches no memory of ours; a refusal leaves all as it was.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, bytes);
    }
    #[cfg(not(all(target_os = "linux", target_env = "gnu")))]
    let _ = bytes;
}

/// Gives back to the system what is free now.  Elsewhere than under glibc the system sees to it.
pub fn return_free_pieces() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: `malloc_trim` may be called from any thread; it touches free memory only.
    unsafe {
        libc::malloc_trim(0);
    }
}
