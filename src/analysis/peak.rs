//! What this machine can do at its best: the roofs that layers are held against (Williams et al. 2009, "Roofline").

use rayon::prelude::*;

use crate::model::kernels::{FLOP_PER_ROUND, InstructionSet, multiply_add};
use crate::platform::clock::Stopwatch;

/// Rounds of a measurement: a few milliseconds.
const ROUNDS: usize = 8 * BLOCK;

/// Numbers that all threads together read, and as many that they write, for the memory's speed: 48 MiB each, more than most
/// caches hold.
const STREAM: usize = 12 << 20;

/// Numbers, or rounds of multiplications, that a thread works through before it asks whether it should stop.
const BLOCK: usize = 1 << 18;

/// Whether a measurement should stop; asked every few milliseconds, from every thread.
pub type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// The best of several measurements.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Peak {
    /// Multiply-accumulates in registers, billions of floating-point operations a second (a multiply-accumulate is two), all
    /// threads together.
    pub gflops: f64,
    /// Memory, billions of bytes read and written a second, all threads together.
    pub gigabytes_per_second: f64,
    /// How often each was measured.
    pub runs: usize,
}

impl Peak {
    /// Measures once more; the better value of each stays.  `None` where it was stopped.
    #[must_use]
    pub fn again(before: Option<Self>, stop: Stop<'_>) -> Option<Self> {
        let (gflops, gigabytes_per_second) = (measure_gflops(stop)?, measure_memory(stop)?);
        Some(match before {
            None => Self { gflops, gigabytes_per_second, runs: 1 },
            Some(best) => Self {
                gflops: best.gflops.max(gflops),
                gigabytes_per_second: best.gigabytes_per_second.max(gigabytes_per_second),
                runs: best.runs + 1,
            },
        })
    }

    /// The most a layer can reach that does `intensity` operations for every byte it must move: the lower of both roofs.
    pub fn roof_gflops(&self, intensity: f64) -> f64 {
        self.gflops.min(intensity * self.gigabytes_per_second)
    }
}

/// Billions of floating-point operations a second of so many multiply-accumulates in that time, milliseconds; `None` where
/// nothing is multiplied or the time is too short to be measured.
pub fn achieved_gflops(macs: u64, duration_ms: f64) -> Option<f64> {
    (macs > 0 && duration_ms > 0.0).then(|| 2.0 * macs as f64 / duration_ms / 1e6)
}

/// One measurement: billions of floating-point operations a second (a multiply-accumulate is two), all threads together;
/// `None` where it was stopped.
///
/// Every thread runs the layers' own instructions, on registers alone.
pub fn measure_gflops(stop: Stop<'_>) -> Option<f64> {
    let threads = rayon::current_num_threads();
    let set = InstructionSet::best();
    let (seconds, results) = timed(vec![0.0; threads], |result| {
        (0..ROUNDS / BLOCK).all(|_| {
            *result += multiply_add(set, BLOCK);
            !stop()
        })
    })?;
    std::hint::black_box(&results);
    Some((threads * (ROUNDS / BLOCK) * BLOCK * FLOP_PER_ROUND) as f64 / seconds / 1e9)
}

/// One measurement: billions of bytes read and written a second while every thread scales an array of its own into another;
/// `None` where it was stopped.
pub fn measure_memory(stop: Stop<'_>) -> Option<f64> {
    let threads = rayon::current_num_threads();
    let length = (STREAM / threads).max(1);
    // Ones, not zeros: memory that is zero need not be there before it is written.
    let arrays = vec![[vec![1.0_f32; length], vec![1.0_f32; length]]; threads];
    let (seconds, arrays) = timed(arrays, |[from, to]| {
        for (to, from) in to.chunks_mut(BLOCK).zip(from.chunks(BLOCK)) {
            if stop() {
                return false;
            }
            for (to, from) in to.iter_mut().zip(from) {
                *to = 3.0 * from;
            }
        }
        true
    })?;
    std::hint::black_box(&arrays);
    Some((threads * length * 2 * size_of::<f32>()) as f64 / seconds / 1e9)
}

/// Seconds that `work` takes on all parts at once, a part a thread; `None` where one of them was stopped.
fn timed<T: Send>(mut parts: Vec<T>, work: impl Fn(&mut T) -> bool + Send + Sync) -> Option<(f64, Vec<T>)> {
    let start = Stopwatch::start();
    let is_done = parts.par_iter_mut().with_max_len(1).all(work);
    let seconds = start.seconds();
    is_done.then_some((seconds, parts))
}
