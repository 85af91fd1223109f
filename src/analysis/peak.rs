//! What this machine can do at its best: the roofs that layers are held against (Williams et al. 2009, "Roofline").

use std::time::Instant;

use rayon::prelude::*;

use crate::model::kernels::{FLOP_PER_ROUND, InstructionSet, multiply_add};

/// Rounds of a measurement: a few milliseconds.
const ROUNDS: usize = 2_000_000;

/// Numbers a thread moves for the memory's speed: 32 MiB, more than most caches hold.
const STREAM: usize = 8 << 20;

/// The best of several measurements.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// Measures once more; the better value of each stays.
    #[must_use]
    pub fn again(before: Option<Self>) -> Self {
        let (gflops, gigabytes_per_second) = (measure_gflops(), measure_memory());
        match before {
            None => Self {
                gflops,
                gigabytes_per_second,
                runs: 1,
            },
            Some(best) => Self {
                gflops: best.gflops.max(gflops),
                gigabytes_per_second: best.gigabytes_per_second.max(gigabytes_per_second),
                runs: best.runs + 1,
            },
        }
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

/// One measurement: billions of floating-point operations a second (a multiply-accumulate is two), all threads together.
///
/// Every thread runs the layers' own instructions, on registers alone.
pub fn measure_gflops() -> f64 {
    let threads = rayon::current_num_threads();
    let set = InstructionSet::best();
    let start = Instant::now();
    let results = rayon::broadcast(|_| multiply_add(set, ROUNDS));
    let seconds = start.elapsed().as_secs_f64();
    std::hint::black_box(results);
    (threads * ROUNDS * FLOP_PER_ROUND) as f64 / seconds / 1e9
}

/// One measurement: billions of bytes read and written a second while every thread scales an array of its own into another.
pub fn measure_memory() -> f64 {
    let threads = rayon::current_num_threads();
    let mut arrays = vec![(vec![1.0_f32; STREAM], vec![0.0_f32; STREAM]); threads];
    let start = Instant::now();
    arrays.par_iter_mut().for_each(|(from, to)| {
        for (to, from) in to.iter_mut().zip(from.iter()) {
            *to = 3.0 * from;
        }
    });
    let seconds = start.elapsed().as_secs_f64();
    std::hint::black_box(&arrays);
    (threads * STREAM * 2 * size_of::<f32>()) as f64 / seconds / 1e9
}
