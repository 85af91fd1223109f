//! Sixteen lanes at once on whatever the processor has: with `team` the only unsafe code that computes.
//!
//! A kernel is a [`Work`] written once over [`Simd`], in safe code on slices and array references.  [`InstructionSet::run`]
//! compiles it for each instruction set and calls the one chosen.  A value of a [`Simd`] type proves that the processor has
//! the instructions: only [`InstructionSet::run`] makes one, and an [`InstructionSet`] exists only where it was detected.
//!
//! | file | its job |
//! |---|---|
//! | `set` | which instructions the processor has, and running a kernel with them |
//! | `scalar` | plain arrays, for any processor |
//! | `registers` | one intrinsic a method: AVX-512, AVX2, NEON, a browser's |
#![allow(
    unsafe_code,
    reason = "vector instructions are unsafe to call where the processor may lack them; this folder is the checked door"
)]

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64", all(target_arch = "wasm32", target_feature = "simd128")))]
mod registers;
mod scalar;
mod set;

#[cfg(target_arch = "x86_64")]
use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};

pub use set::{InstructionSet, VARIABLE};

/// Channels of a block, lanes of a vector.
pub const LANES: usize = 16;

/// Sixteen channels of one cell of a map; a cache line.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(C, align(64))]
pub struct Pixel(pub [f32; LANES]);

// SAFETY: sixteen numbers of 32 bits and nothing else: any bytes are such a pixel, and 64 bytes at a multiple of 64 leave no gap.
unsafe impl bytemuck::Zeroable for Pixel {}
// SAFETY: the same.
unsafe impl bytemuck::Pod for Pixel {}

/// A kernel, written once for all instruction sets.
pub(super) trait Work {
    /// What it gives back.
    type Output;

    /// Does the work.  Implementations are `#[inline(always)]`, as is all they call with `simd`: only then is the code compiled
    /// with the instructions.
    fn run<S: Simd>(self, simd: S) -> Self::Output;
}

/// Arithmetic on sixteen lanes.  A value of an implementing type proves that the processor has the instructions.
pub(super) trait Simd: Copy {
    /// Sixteen numbers.
    type Vector: Copy;
    /// Blocks of filters in a tile of the convolution.
    const GROUP: usize;
    /// Most pixels in such a tile, so that the sums stay in registers.
    const PIXELS: usize;
    /// Whether the processor multiplies and adds double numbers in one instruction; else `f64::mul_add` calls the C library.
    const FUSES_DOUBLES: bool;

    fn splat(self, value: f32) -> Self::Vector;
    fn load(self, lanes: &[f32; LANES]) -> Self::Vector;
    fn store(self, vector: Self::Vector, lanes: &mut [f32; LANES]);
    fn add(self, a: Self::Vector, b: Self::Vector) -> Self::Vector;
    fn sub(self, a: Self::Vector, b: Self::Vector) -> Self::Vector;
    fn mul(self, a: Self::Vector, b: Self::Vector) -> Self::Vector;
    fn div(self, a: Self::Vector, b: Self::Vector) -> Self::Vector;
    fn sqrt(self, a: Self::Vector) -> Self::Vector;
    /// `a * b + c`, in one rounding where the processor can.
    fn mul_add(self, a: Self::Vector, b: Self::Vector, c: Self::Vector) -> Self::Vector;
    /// The larger of both; of two where one is no number, either.
    fn max(self, a: Self::Vector, b: Self::Vector) -> Self::Vector;
    /// Negative lanes become 0; what is no number stays so.
    fn relu(self, a: Self::Vector) -> Self::Vector;
    /// `value` in the lanes where `a` equals `b`, 0 in the others.
    fn where_equal(self, a: Self::Vector, b: Self::Vector, value: Self::Vector) -> Self::Vector;
}

/// Says that the cache line `bytes` behind the start of `place` will be read soon, if it exists.
#[inline(always)]
pub(super) fn prefetch<T>(place: &T, bytes: usize) {
    let line = std::ptr::from_ref(place).wrapping_byte_add(bytes);
    #[cfg(target_arch = "x86_64")]
    // SAFETY: every processor of this target has the instruction; it is a hint, which reads nothing and may name any address.
    unsafe {
        _mm_prefetch::<_MM_HINT_T0>(line.cast());
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = line;
}
