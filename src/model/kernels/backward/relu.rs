//! The activation function backwards, and sums of gradients.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::rows::{Cell, Job, blocks_like, check, each};
use crate::model::kernels::blocked::{Block, Blocked};
use crate::model::kernels::error::ShapeError;
use crate::model::kernels::simd::{InstructionSet, Simd};

/// A gradient on its way back through a ReLU.
#[derive(Clone, Copy, Debug)]
pub struct Rectified<'a> {
    /// Of the activation.
    pub gradient: &'a Blocked,
    /// What the ReLU made.
    pub activation: &'a Blocked,
    /// Zeros to leave around the result, for the convolution that reads it.
    pub border: usize,
}

/// ReLU backwards: the gradient where the activation is positive, 0 elsewhere.  Several at once; with each result whether its
/// activation holds nothing but numbers.
///
/// # Errors
/// The index of the first pair that differs in shape.
pub fn keep_positive(
    set: InstructionSet,
    pairs: &[Rectified<'_>],
) -> Result<Vec<(Blocked, bool)>, (usize, ShapeError)> {
    through(set, pairs, KeepPositive)
}

/// The gradient as it is, with the border asked for; else as [`keep_positive`].
///
/// # Errors
/// As [`keep_positive`].
pub fn keep_all(set: InstructionSet, pairs: &[Rectified<'_>]) -> Result<Vec<(Blocked, bool)>, (usize, ShapeError)> {
    through(set, pairs, KeepAll)
}

/// What is positive of the gradient, where the activation is positive too (guided backpropagation); else as [`keep_positive`].
///
/// # Errors
/// As [`keep_positive`].
pub fn keep_guided(set: InstructionSet, pairs: &[Rectified<'_>]) -> Result<Vec<(Blocked, bool)>, (usize, ShapeError)> {
    through(set, pairs, KeepGuided)
}

fn through(
    set: InstructionSet,
    pairs: &[Rectified<'_>],
    cell: impl Cell,
) -> Result<Vec<(Blocked, bool)>, (usize, ShapeError)> {
    for (index, pair) in pairs.iter().enumerate() {
        check([pair.gradient, pair.activation]).map_err(|error| (index, error))?;
    }
    let is_odd: Vec<AtomicBool> = pairs.iter().map(|_| AtomicBool::new(false)).collect();
    let room = |pair: &Rectified<'_>| blocks_like(pair.gradient, pair.border);
    let mut blocks: Vec<Vec<Block>> = pairs.iter().map(room).collect();
    let jobs = pairs.iter().zip(blocks.iter_mut()).zip(&is_odd);
    let jobs = jobs.map(|((pair, blocks), is_odd)| Job {
        operands: [pair.gradient, pair.activation],
        output: blocks.iter_mut().map(|block| &mut block[..]).collect(),
        border: pair.border,
        is_odd,
    });
    each(set, jobs.collect(), cell);
    let results = pairs.iter().zip(blocks).zip(is_odd);
    let results = results.map(|((pair, blocks), is_odd)| {
        let (channels, (height, width)) = (pair.gradient.channels(), pair.gradient.sides());
        let maps = Blocked::new(channels, height, width, pair.border, blocks);
        (maps, !is_odd.load(Ordering::Relaxed))
    });
    Ok(results.collect())
}

/// `into += gradient`; blocks that others hold too are copied first.
///
/// # Errors
/// [`ShapeError`] where both differ in shape.
pub fn add(set: InstructionSet, into: &mut Blocked, gradient: &Blocked) -> Result<(), ShapeError> {
    check([into, gradient])?;
    let border = into.border();
    let blocks = into.blocks_mut().iter_mut();
    let job = Job {
        operands: [gradient, gradient],
        output: blocks.map(|block| &mut Arc::make_mut(block)[..]).collect(),
        border,
        is_odd: &AtomicBool::new(false),
    };
    each(set, vec![job], Add);
    Ok(())
}

#[derive(Clone, Copy)]
struct KeepPositive;

impl Cell for KeepPositive {
    #[inline(always)]
    fn compute<S: Simd>(self, simd: S, _: S::Vector, [gradient, y]: [S::Vector; 2]) -> S::Vector {
        let zero = simd.splat(0.0);
        let dropped = simd.where_equal(simd.max(y, zero), zero, gradient);
        simd.sub(gradient, dropped)
    }
}

#[derive(Clone, Copy)]
struct KeepAll;

impl Cell for KeepAll {
    #[inline(always)]
    fn compute<S: Simd>(self, _: S, _: S::Vector, [gradient, _]: [S::Vector; 2]) -> S::Vector {
        gradient
    }
}

#[derive(Clone, Copy)]
struct KeepGuided;

impl Cell for KeepGuided {
    #[inline(always)]
    fn compute<S: Simd>(self, simd: S, old: S::Vector, [gradient, y]: [S::Vector; 2]) -> S::Vector {
        let positive = simd.max(gradient, simd.splat(0.0));
        KeepPositive.compute(simd, old, [positive, y])
    }
}

#[derive(Clone, Copy)]
struct Add;

impl Cell for Add {
    #[inline(always)]
    fn compute<S: Simd>(self, simd: S, old: S::Vector, [gradient, _]: [S::Vector; 2]) -> S::Vector {
        simd.add(old, gradient)
    }
}
