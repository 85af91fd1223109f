//! The same kernels on the way back: from the gradient of what an operation made to that of what it read.
//!
//! * [`convolution`]: a convolution with flipped, transposed weights, packed like any other;
//! * [`relu`], [`pool`], [`lrn`]: the rest, block by block; [`finite`]: a look for what is no number.

mod convolution;
mod finite;
mod lrn;
mod pool;
mod relu;
mod rows;

pub use convolution::ConvBackward;
pub use finite::is_finite;
pub use lrn::LocalResponseNormBackward;
pub use pool::{MaxPoolBackward, Onto};
pub use relu::{Rectified, add, keep_all, keep_guided, keep_positive};
