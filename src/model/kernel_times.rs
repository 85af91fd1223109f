//! Where the time of the fast operators goes: one set of counters for the process, read by the bench and the cost view.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// A part of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kernel {
    /// Matrix products.
    Gemm,
    /// Unrolling patches into columns.
    Im2col,
    /// Max and average pools.
    Pooling,
    /// Bias and ReLU.
    Epilogue,
}

static NANOSECONDS: [AtomicU64; 4] = [const { AtomicU64::new(0) }; 4];

/// Runs `work` and counts its time, summed over threads.
pub fn timed<T>(kernel: Kernel, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    let elapsed = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
    NANOSECONDS[kernel as usize].fetch_add(elapsed, Ordering::Relaxed);
    result
}

/// Milliseconds since the last call for GEMM, im2col, pooling and epilogue, summed over threads; starts again at 0.
pub fn take_ms() -> [(Kernel, f64); 4] {
    [
        Kernel::Gemm,
        Kernel::Im2col,
        Kernel::Pooling,
        Kernel::Epilogue,
    ]
    .map(|kernel| {
        let nanoseconds = NANOSECONDS[kernel as usize].swap(0, Ordering::Relaxed);
        (kernel, nanoseconds as f64 / 1e6)
    })
}
