//! Any processor.

use super::{LANES, Simd};

/// Plain arrays, which the compiler may turn into the vector instructions that every processor of the target has.
#[derive(Clone, Copy)]
pub(super) struct Scalar(pub(super) ());

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
