//! Numbers that tell things apart, in whichever instance of the program they were made.

use std::sync::atomic::{AtomicU64, Ordering};

/// So many numbers each instance has: more than anybody uses up, and 2^13 instances of them are still exact in a JavaScript number.
const OF_ONE_INSTANCE: u64 = 1 << 40;

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A number that nothing else has.
pub fn next_id() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// This is the instance of that number, the first being 0: to be said once, before anything is numbered.
pub fn begin_instance(number: u32) {
    NEXT.fetch_max(u64::from(number) * OF_ONE_INSTANCE + 1, Ordering::Relaxed);
}
