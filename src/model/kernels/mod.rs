//! The arithmetic of the forward pass: blocked layout, packed weights, kernels for every instruction set.
//!
//! * `simd`: sixteen lanes on AVX-512, AVX2, NEON or plain code, chosen once; with `team` and `allocator` the only unsafe code there is;
//! * `blocked`: maps in blocks of sixteen channels; `recycle`: their memory; `allocator`: what the system keeps of it;
//! * `pack`: weights in the order of the kernels;
//! * `tile`: the inner loop of every convolution; `conv`: direct, `winograd`: with fewer products;
//! * `pool`, `lrn`, `normalise`, [`linear`]: the rest; `peak`: what the processor could do;
//! * `sums`, `maxima`: what statistics are made of; [`rows`]: what a linear classifier is fitted with;
//! * `backward`: the same for gradients;
//! * `step`: the door: operations side by side, their pieces in one queue (`parallel`) for all threads (`team`).
//!
//! Every result is the same bit for bit whatever the number of threads: a number's sum is never shared out.

mod allocator;
mod backward;
mod blocked;
mod conv;
mod error;
mod linear;
mod lrn;
mod maxima;
mod normalise;
mod pack;
mod parallel;
mod peak;
mod pool;
mod recycle;
pub mod rows;
mod simd;
mod step;
mod sums;
mod team;
mod tile;
mod transforms;
mod winograd;

pub use allocator::{return_free_pieces, return_large_pieces};
pub use backward::{
    ConvBackward, LocalResponseNormBackward, MaxPoolBackward, Onto, Rectified, add, is_finite, keep_all, keep_guided,
    keep_positive,
};
pub use blocked::Blocked;
pub use conv::Epilogue;
pub use error::ShapeError;
pub use linear::linear;
pub use maxima::{Maximum, maxima};
pub use normalise::{normalise, normalise_backward};
pub use pack::{Method, PackedConv};
pub use parallel::on_all_threads;
pub use peak::{FLOP_PER_ROUND, multiply_add};
pub use pool::Pool;
pub use simd::{InstructionSet, LANES, VARIABLE};
pub use step::{Done, Maps, Operation, Step, alone, side_by_side};
pub use sums::{Products, Sums, sums};
pub use winograd::Tile;
