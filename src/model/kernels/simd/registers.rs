//! Registers of a processor or of a browser.

#[cfg(target_arch = "aarch64")]
use std::arch::aarch64::*;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
use std::arch::wasm32::*;
#[cfg(target_arch = "x86_64")]
use std::arch::x86_64::*;

use super::{LANES, Simd};

/// The array of what each index gives, without a closure: a closure is a function of its own, and into one that is not compiled
/// with the instructions a compiler may not put them.
macro_rules! each {
    ([$($index:literal)+], |$i:ident| $value:expr) => {
        [$({
            let $i = $index;
            $value
        }),+]
    };
}

/// Implements [`Simd`] with one intrinsic a method, on `$count` registers of `$lanes` lanes.
macro_rules! implement {
    ($name:ident, $register:ty, $count:literal x $lanes:literal, registers [$($index:literal)+], group $group:literal, pixels $pixels:literal,
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
                each!([$($index)+], |i| unsafe { $load(lanes.as_ptr().add(i * $lanes)) })
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
                each!([$($index)+], |i| unsafe { $add(a[i], b[i]) })
            }
            #[inline(always)]
            fn sub(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                each!([$($index)+], |i| unsafe { $sub(a[i], b[i]) })
            }
            #[inline(always)]
            fn mul(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                each!([$($index)+], |i| unsafe { $mul(a[i], b[i]) })
            }
            #[inline(always)]
            fn div(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                each!([$($index)+], |i| unsafe { $div(a[i], b[i]) })
            }
            #[inline(always)]
            fn sqrt(self, a: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                each!([$($index)+], |i| unsafe { $sqrt(a[i]) })
            }
            #[inline(always)]
            fn mul_add(self, a: Self::Vector, b: Self::Vector, c: Self::Vector) -> Self::Vector {
                each!([$($index)+], |i| {
                    let ($a, $b, $c) = (a[i], b[i], c[i]);
                    // SAFETY: `self` proves that the processor has the instruction.
                    unsafe { $mul_add }
                })
            }
            #[inline(always)]
            fn max(self, a: Self::Vector, b: Self::Vector) -> Self::Vector {
                // SAFETY: `self` proves that the processor has the instruction.
                each!([$($index)+], |i| unsafe { $max(a[i], b[i]) })
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
                each!([$($index)+], |i| {
                    let ($d, $e, $f) = (a[i], b[i], value[i]);
                    // SAFETY: `self` proves that the processor has the instructions.
                    unsafe { $where_equal }
                })
            }
        }
    };
}

/// 32 registers of 16 lanes.
#[cfg(target_arch = "x86_64")]
#[derive(Clone, Copy)]
pub(super) struct Avx512(pub(super) ());

#[cfg(target_arch = "x86_64")]
implement!(
    Avx512, __m512, 1 x 16, registers [0], group 2, pixels 14,
    _mm512_set1_ps, _mm512_loadu_ps, _mm512_storeu_ps, _mm512_add_ps, _mm512_sub_ps, _mm512_mul_ps, _mm512_div_ps,
    _mm512_sqrt_ps, mul_add |a, b, c| _mm512_fmadd_ps(a, b, c), _mm512_max_ps,
    where_equal |a, b, value| _mm512_maskz_mov_ps(_mm512_cmp_ps_mask::<_CMP_EQ_OQ>(a, b), value)
);

/// 16 registers of 8 lanes.
#[cfg(target_arch = "x86_64")]
#[derive(Clone, Copy)]
pub(super) struct Avx2(pub(super) ());

#[cfg(target_arch = "x86_64")]
implement!(
    Avx2, __m256, 2 x 8, registers [0 1], group 1, pixels 6,
    _mm256_set1_ps, _mm256_loadu_ps, _mm256_storeu_ps, _mm256_add_ps, _mm256_sub_ps, _mm256_mul_ps, _mm256_div_ps,
    _mm256_sqrt_ps, mul_add |a, b, c| _mm256_fmadd_ps(a, b, c), _mm256_max_ps,
    where_equal |a, b, value| _mm256_and_ps(_mm256_cmp_ps::<_CMP_EQ_OQ>(a, b), value)
);

/// 32 registers of 4 lanes.
#[cfg(target_arch = "aarch64")]
#[derive(Clone, Copy)]
pub(super) struct Neon(pub(super) ());

#[cfg(target_arch = "aarch64")]
implement!(
    Neon, float32x4_t, 4 x 4, registers [0 1 2 3], group 1, pixels 6,
    vdupq_n_f32, vld1q_f32, vst1q_f32, vaddq_f32, vsubq_f32, vmulq_f32, vdivq_f32,
    vsqrtq_f32, mul_add |a, b, c| vfmaq_f32(c, a, b), vmaxq_f32,
    where_equal |a, b, value| vreinterpretq_f32_u32(vandq_u32(vceqq_f32(a, b), vreinterpretq_u32_f32(value)))
);

/// Registers of 4 lanes, of which a browser has 16 on most computers.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[derive(Clone, Copy)]
pub(super) struct Simd128(pub(super) ());

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
implement!(
    Simd128, v128, 4 x 4, registers [0 1 2 3], group 1, pixels 2,
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
