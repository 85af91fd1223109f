//! Sixteen lanes at once on whatever the processor has: with `team` the only unsafe code of the kernels.
//!
//! A kernel is a [`Work`] written once over [`Simd`], in safe code on slices and array references.  [`InstructionSet::run`]
//! compiles it for each instruction set and calls the one chosen.  A value of a [`Simd`] type proves that the processor has
//! the instructions: only [`InstructionSet::run`] makes one, and an [`InstructionSet`] exists only where it was detected.
#![allow(
    unsafe_code,
    reason = "vector instructions are unsafe to call where the processor may lack them; this file is the checked door"
)]

use std::fmt;
use std::sync::OnceLock;

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

/// Environment variable that caps the instruction set: `avx512`, `avx2`, `neon` or `scalar`.
pub const VARIABLE: &str = "INCEPTION_LENS_INSTRUCTIONS";

/// Instructions that this processor has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstructionSet(Kind);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    #[cfg(target_arch = "x86_64")]
    Avx512,
    #[cfg(target_arch = "x86_64")]
    Avx2,
    #[cfg(target_arch = "aarch64")]
    Neon,
    #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
    Simd128,
    Scalar,
}

impl InstructionSet {
    /// Plain code that any processor runs.
    pub const SCALAR: Self = Self(Kind::Scalar);

    /// Every set this processor has, the fastest first; the last is [`Self::SCALAR`].
    pub fn available() -> Vec<Self> {
        let mut sets = Vec::new();
        #[cfg(target_arch = "x86_64")]
        {
            let has_fma = is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma");
            if has_fma && is_x86_feature_detected!("avx512f") {
                sets.push(Self(Kind::Avx512));
            }
            if has_fma {
                sets.push(Self(Kind::Avx2));
            }
        }
        #[cfg(target_arch = "aarch64")]
        if std::arch::is_aarch64_feature_detected!("neon") {
            sets.push(Self(Kind::Neon));
        }
        // A browser runs a program only where it has all of its instructions.
        #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
        sets.push(Self(Kind::Simd128));
        sets.push(Self::SCALAR);
        sets
    }

    /// The fastest set, or the one that [`VARIABLE`] names if this processor has it; looked up once.
    pub fn best() -> Self {
        static BEST: OnceLock<InstructionSet> = OnceLock::new();
        *BEST.get_or_init(|| {
            let sets = Self::available();
            let wanted = std::env::var(VARIABLE).unwrap_or_default();
            let named = sets.iter().find(|set| set.name() == wanted);
            *named.unwrap_or(&sets[0])
        })
    }

    /// As [`VARIABLE`] spells it.
    pub fn name(self) -> &'static str {
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => "avx512",
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => "avx2",
            #[cfg(target_arch = "aarch64")]
            Kind::Neon => "neon",
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Simd128 if cfg!(feature = "relaxed-simd") => "relaxed-simd",
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Simd128 => "simd128",
            Kind::Scalar => "scalar",
        }
    }

    /// Blocks of filters that a tile of the convolution computes together.
    pub(super) fn group(self) -> usize {
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => Avx512::GROUP,
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => Avx2::GROUP,
            #[cfg(target_arch = "aarch64")]
            Kind::Neon => Neon::GROUP,
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Simd128 => Simd128::GROUP,
            Kind::Scalar => Scalar::GROUP,
        }
    }

    /// Runs `work`, compiled for these instructions.
    pub(super) fn run<W: Work>(self, work: W) -> W::Output {
        match self.0 {
            #[cfg(target_arch = "x86_64")]
            Kind::Avx512 => {
                #[target_feature(enable = "avx512f,avx2,fma")]
                fn run<W: Work>(work: W) -> W::Output {
                    work.run(Avx512(()))
                }
                // SAFETY: an `InstructionSet` of this kind exists only where the three features were detected.
                unsafe { run(work) }
            }
            #[cfg(target_arch = "x86_64")]
            Kind::Avx2 => {
                #[target_feature(enable = "avx2,fma")]
                fn run<W: Work>(work: W) -> W::Output {
                    work.run(Avx2(()))
                }
                // SAFETY: as above, for these two features.
                unsafe { run(work) }
            }
            #[cfg(target_arch = "aarch64")]
            Kind::Neon => {
                #[target_feature(enable = "neon")]
                fn run<W: Work>(work: W) -> W::Output {
                    work.run(Neon(()))
                }
                // SAFETY: as above, for this feature.
                unsafe { run(work) }
            }
            #[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
            Kind::Simd128 => {
                #[cfg_attr(feature = "relaxed-simd", target_feature(enable = "relaxed-simd"))]
                fn run<W: Work>(work: W) -> W::Output {
                    work.run(Simd128(()))
                }
                // A browser runs a program only where it has all of its instructions.
                run(work)
            }
            Kind::Scalar => work.run(Scalar(())),
        }
    }
}

impl fmt::Display for InstructionSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

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

/// Plain arrays, which the compiler may turn into the vector instructions that every processor of the target has.
#[derive(Clone, Copy)]
pub(super) struct Scalar(());

/// Lane by lane.
#[inline(always)]
fn zip(a: [f32; LANES], b: [f32; LANES], each: impl Fn(f32, f32) -> f32) -> [f32; LANES] {
    let mut result = a;
    for (a, b) in result.iter_mut().zip(b) {
        *a = each(*a, b);
    }
    result
}

impl Simd for Scalar {
    type Vector = [f32; LANES];
    const GROUP: usize = 1;
    const PIXELS: usize = 2;
    const FUSES_DOUBLES: bool = false;

    #[inline(always)]
    fn splat(self, value: f32) -> Self::Vector {
        [value; LANES]
    }
    #[inline(always)]
    fn load(self, lanes: &[f32; LANES]) -> Self::Vector {
        *lanes
    }
    #[inline(always)]
    fn store(self, vector: Self::Vector, lanes: &mut [f32; LANES]) {
        *lanes = vector;
    }
    #[inline(always)]
    fn add(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
        zip(a, b, |a, b| a + b)
    }
    #[inline(always)]
    fn sub(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
        zip(a, b, |a, b| a - b)
    }
    #[inline(always)]
    fn mul(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
        zip(a, b, |a, b| a * b)
    }
    #[inline(always)]
    fn div(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
        zip(a, b, |a, b| a / b)
    }
    #[inline(always)]
    fn sqrt(self, a: Self::Vector) -> Self::Vector {
        a.map(f32::sqrt)
    }
    #[inline(always)]
    fn mul_add(self, a: Self::Vector, b: Self::Vector, c: Self::Vector) -> Self::Vector {
        // Not `f32::mul_add`: without the instruction that is a call into the C library.
        zip(zip(a, b, |a, b| a * b), c, |product, c| product + c)
    }
    #[inline(always)]
    fn max(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
        zip(a, b, |a, b| if a > b { a } else { b })
    }
    #[inline(always)]
    fn relu(self, a: Self::Vector) -> Self::Vector {
        a.map(|a| if a < 0.0 { 0.0 } else { a })
    }
    #[inline(always)]
    fn where_equal(self, a: Self::Vector, b: Self::Vector, value: Self::Vector) -> Self::Vector {
        let equal = zip(a, b, |a, b| f32::from(u8::from(a == b)));
        zip(equal, value, |equal, value| if equal > 0.0 { value } else { 0.0 })
    }
}

/// Implements [`Simd`] with one intrinsic a method, on `$count` registers of `$lanes` lanes.
#[cfg(any(target_arch = "x86_64", target_arch = "aarch64", all(target_arch = "wasm32", target_feature = "simd128")))]
macro_rules! implement {
    ($name:ident, $register:ty, $count:literal x $lanes:literal, group $group:literal, pixels $pixels:literal,
     $splat:path, $load:path, $store:path, $add:path, $sub:path, $mul:path, $div:path, $sqrt:path,
     mul_add |$a:ident, $b:ident, $c:ident| $mul_add:expr, $max:path,
     where_equal |$d:ident, $e:ident, $f:ident| $where_equal:expr) => {
        #[cfg_attr(
            target_arch = "wasm32",
            allow(unused_unsafe, reason = "a browser checks the program before it runs, so that its instructions are safe")
        )]
        impl Simd for $name {
            type Vector = [$register; $count];
            const GROUP: usize = $group;
            const PIXELS: usize = $pixels;
            const FUSES_DOUBLES: bool = cfg!(not(target_arch = "wasm32"));

            #[inline(always)]
            fn splat(self, value: f32) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                [unsafe { $splat(value) }; $count]
            }
            #[inline(always)]
            fn load(self, lanes: &[f32; LANES]) -> Self::Vector {
                // SAFETY: as above; the array holds `$count * $lanes` = 16 numbers, and the instruction asks for no alignment.
                std::array::from_fn(|i| unsafe { $load(lanes.as_ptr().add(i * $lanes)) })
            }
            #[inline(always)]
            fn store(self, vector: Self::Vector, lanes: &mut [f32; LANES]) {
                for (i, register) in vector.into_iter().enumerate() {
                    // SAFETY: as in `load`; the array is borrowed mutably.
                    unsafe { $store(lanes.as_mut_ptr().add(i * $lanes), register) };
                }
            }
            #[inline(always)]
            fn add(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                std::array::from_fn(|i| unsafe { $add(a[i], b[i]) })
            }
            #[inline(always)]
            fn sub(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                std::array::from_fn(|i| unsafe { $sub(a[i], b[i]) })
            }
            #[inline(always)]
            fn mul(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                std::array::from_fn(|i| unsafe { $mul(a[i], b[i]) })
            }
            #[inline(always)]
            fn div(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                std::array::from_fn(|i| unsafe { $div(a[i], b[i]) })
            }
            #[inline(always)]
            fn sqrt(self, a: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                std::array::from_fn(|i| unsafe { $sqrt(a[i]) })
            }
            #[inline(always)]
            fn mul_add(self, a: Self::Vector, b: Self::Vector, c: Self::Vector) -> Self::Vector {
                std::array::from_fn(|i| {
                    let ($a, $b, $c) = (a[i], b[i], c[i]);
                    // SAFETY: `self` proves that the processor has the instruction.
                    unsafe { $mul_add }
                })
            }
            #[inline(always)]
            fn max(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                std::array::from_fn(|i| unsafe { $max(a[i], b[i]) })
            }
            #[inline(always)]
            fn relu(self, a: Self::Vector) -> Self::Vector {
                // The instruction gives its second operand where one of both is no number.
                self.max(self.splat(0.0), a)
            }
            #[inline(always)]
            fn where_equal(
                self,
                a: Self::Vector,
                b: Self::Vector,
                value: Self::Vector,
            ) -> Self::Vector {
                std::array::from_fn(|i| {
                    let ($d, $e, $f) = (a[i], b[i], value[i]);
                    // SAFETY: `self` proves that the processor has the instructions.
                    unsafe { $where_equal }
                })
            }
        }
    };
}

#[cfg(target_arch = "x86_64")]
use std::arch::x86_64::*;

/// 32 registers of 16 lanes.
#[cfg(target_arch = "x86_64")]
#[derive(Clone, Copy)]
pub(super) struct Avx512(());

#[cfg(target_arch = "x86_64")]
implement!(
    Avx512, __m512, 1 x 16, group 2, pixels 14,
    _mm512_set1_ps, _mm512_loadu_ps, _mm512_storeu_ps, _mm512_add_ps, _mm512_sub_ps, _mm512_mul_ps, _mm512_div_ps,
    _mm512_sqrt_ps, mul_add |a, b, c| _mm512_fmadd_ps(a, b, c), _mm512_max_ps,
    where_equal |a, b, value| _mm512_maskz_mov_ps(_mm512_cmp_ps_mask::<_CMP_EQ_OQ>(a, b), value)
);

/// 16 registers of 8 lanes.
#[cfg(target_arch = "x86_64")]
#[derive(Clone, Copy)]
pub(super) struct Avx2(());

#[cfg(target_arch = "x86_64")]
implement!(
    Avx2, __m256, 2 x 8, group 1, pixels 6,
    _mm256_set1_ps, _mm256_loadu_ps, _mm256_storeu_ps, _mm256_add_ps, _mm256_sub_ps, _mm256_mul_ps, _mm256_div_ps,
    _mm256_sqrt_ps, mul_add |a, b, c| _mm256_fmadd_ps(a, b, c), _mm256_max_ps,
    where_equal |a, b, value| _mm256_and_ps(_mm256_cmp_ps::<_CMP_EQ_OQ>(a, b), value)
);

#[cfg(target_arch = "aarch64")]
use std::arch::aarch64::*;

/// 32 registers of 4 lanes.
#[cfg(target_arch = "aarch64")]
#[derive(Clone, Copy)]
pub(super) struct Neon(());

#[cfg(target_arch = "aarch64")]
implement!(
    Neon, float32x4_t, 4 x 4, group 1, pixels 6,
    vdupq_n_f32, vld1q_f32, vst1q_f32, vaddq_f32, vsubq_f32, vmulq_f32, vdivq_f32,
    vsqrtq_f32, mul_add |a, b, c| vfmaq_f32(c, a, b), vmaxq_f32,
    where_equal |a, b, value| vreinterpretq_f32_u32(vandq_u32(vceqq_f32(a, b), vreinterpretq_u32_f32(value)))
);

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use std::arch::wasm32::*;

/// Registers of 4 lanes, of which a browser has 16 on most computers.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[derive(Clone, Copy)]
pub(super) struct Simd128(());

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
implement!(
    Simd128, v128, 4 x 4, group 1, pixels 2,
    f32x4_splat, load_four, store_four, f32x4_add, f32x4_sub, f32x4_mul, f32x4_div,
    f32x4_sqrt, mul_add |a, b, c| times_plus(a, b, c), larger_four,
    where_equal |a, b, value| v128_and(f32x4_eq(a, b), value)
);

/// `a * b + c`, in one instruction and one rounding where the processor has it.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128", feature = "relaxed-simd"))]
#[inline]
#[target_feature(enable = "relaxed-simd")]
fn times_plus(a: v128, b: v128, c: v128) -> v128 {
    f32x4_relaxed_madd(a, b, c)
}

/// `a * b + c`.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128", not(feature = "relaxed-simd")))]
#[inline(always)]
fn times_plus(a: v128, b: v128, c: v128) -> v128 {
    f32x4_add(f32x4_mul(a, b), c)
}

/// # Safety
/// Four numbers are there.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
unsafe fn load_four(place: *const f32) -> v128 {
    // SAFETY: as the caller says; the instruction asks for no alignment.
    unsafe { v128_load(place.cast()) }
}

/// # Safety
/// Four numbers are there, and are the caller's to change.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
unsafe fn store_four(place: *mut f32, lanes: v128) {
    // SAFETY: as the caller says; the instruction asks for no alignment.
    unsafe { v128_store(place.cast(), lanes) }
}

/// The larger of both, `b` where one of them is no number: one instruction, where `f32x4_max` is several.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
fn larger_four(a: v128, b: v128) -> v128 {
    f32x4_pmax(b, a)
}
