//! The activation function backwards, and sums of gradients.

use super::rows::{Cell, map, update};
use crate::model::kernels::blocked::Blocked;
use crate::model::kernels::error::ShapeError;
use crate::model::kernels::simd::{InstructionSet, LANES};

/// ReLU backwards: the gradient where the activation is positive, 0 elsewhere; with a border for the convolution that reads it.
///
/// # Errors
/// [`ShapeError`] where both differ in shape.
pub fn keep_positive(
    set: InstructionSet,
    gradient: &Blocked,
    activation: &Blocked,
    border: usize,
) -> Result<Blocked, ShapeError> {
    map(set, [gradient, activation], border, KeepPositive)
}

/// `into += gradient`
///
/// # Errors
/// [`ShapeError`] where both differ in shape.
pub fn add(set: InstructionSet, into: &mut Blocked, gradient: &Blocked) -> Result<(), ShapeError> {
    update(set, into, gradient, Add)
}

#[derive(Clone, Copy)]
struct KeepPositive;

impl Cell for KeepPositive {
    #[inline(always)]
    fn compute(self, _: &[f32; LANES], [gradient, y]: [&[f32; LANES]; 2]) -> [f32; LANES] {
        let mut result = [0.0; LANES];
        for lane in 0..LANES {
            result[lane] = if y[lane] > 0.0 { gradient[lane] } else { 0.0 };
        }
        result
    }
}

#[derive(Clone, Copy)]
struct Add;

impl Cell for Add {
    #[inline(always)]
    fn compute(self, old: &[f32; LANES], [gradient, _]: [&[f32; LANES]; 2]) -> [f32; LANES] {
        let mut result = *old;
        for lane in 0..LANES {
            result[lane] += gradient[lane];
        }
        result
    }
}
