//! Max pooling backwards: a block of channels a task.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::rows::{blocks_like, check, is_odd};
use crate::model::kernels::blocked::Blocked;
use crate::model::kernels::error::ShapeError;
use crate::model::kernels::parallel::on_all_threads;
use crate::model::kernels::simd::{InstructionSet, Pixel, Simd, Work};
use crate::spec::Window;

/// A max pool with the gradient of its result.
#[derive(Clone, Copy, Debug)]
pub struct MaxPoolBackward<'a> {
    /// The pool's window.
    pub window: Window,
    /// What it read.
    pub x: &'a Blocked,
    /// What it made.
    pub y: &'a Blocked,
    /// The gradient of `y`.
    pub gradient: &'a Blocked,
}

/// What a gradient is added to.
#[derive(Clone, Debug)]
pub enum Onto {
    /// What is known already.
    Maps(Blocked),
    /// Nothing.
    Zeros {
        /// Zeros to leave around the result, for the convolution that reads it.
        border: usize,
        /// Whether winners of 0 get nothing: then it is the gradient before the ReLU that made `x`.
        rectified: bool,
    },
}

impl MaxPoolBackward<'_> {
    /// Each number of the gradient goes to the cell that won, the first in reading order of several equal ones.  With the
    /// result, if that is the gradient before a ReLU, whether `x` holds nothing but numbers.
    ///
    /// # Errors
    /// [`ShapeError`] where the shapes do not belong together.
    pub fn run(&self, set: InstructionSet, onto: Onto) -> Result<(Blocked, bool), ShapeError> {
        let (height, width) = self.x.sides();
        let side = |side| self.window.output_side(side);
        let wanted = (side(height), side(width));
        if check([self.y, self.gradient])? != wanted {
            let found = self.y.sides();
            return Err(ShapeError::Sides { wanted, found });
        }
        if self.y.channels() != self.x.channels() {
            let (wanted, found) = (self.x.channels(), self.y.channels());
            return Err(ShapeError::Channels { wanted, found });
        }
        let (mut into, is_new, rectified) = match onto {
            Onto::Maps(maps) => (maps, false, false),
            Onto::Zeros { border, rectified } => {
                let blocks = blocks_like(self.x, border);
                let channels = self.x.channels();
                let maps = Blocked::new(channels, height, width, border, blocks);
                (maps, true, rectified)
            }
        };
        check([self.x, &into])?;
        let (row, border) = (into.row(), into.border());
        let is_odd = AtomicBool::new(false);
        let blocks = into.blocks_mut().iter_mut().enumerate();
        on_all_threads(blocks.map(|(index, block)| {
            let piece = Piece {
                pool: *self,
                index,
                into: &mut Arc::make_mut(block)[border * row..][..height * row],
                row,
                border,
                clear: if is_new { 0 } else { height },
                rectified,
                is_odd: &is_odd,
            };
            move || set.run(piece)
        }));
        let is_finite = !is_odd.into_inner();
        Ok((into, is_finite))
    }
}

/// One block of channels.
struct Piece<'a> {
    pool: MaxPoolBackward<'a>,
    index: usize,
    /// Rows of the map with their border.
    into: &'a mut [Pixel],
    row: usize,
    border: usize,
    /// Rows that hold something already; those behind hold anything.
    clear: usize,
    rectified: bool,
    is_odd: &'a AtomicBool,
}

impl Work for Piece<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(mut self, simd: S) {
        let MaxPoolBackward { window, x, y, gradient } = self.pool;
        let (height, width) = x.sides();
        let lines: Vec<&[Pixel]> = x.block_rows(self.index).collect();
        let columns: Vec<Range<usize>> = (0..y.sides().1).map(|x| window.input_range(x, width)).collect();
        let zero = simd.splat(0.0);
        let mut watch = zero;
        let rows = y.block_rows(self.index).zip(gradient.block_rows(self.index));
        for (y, (results, gradients)) in rows.enumerate() {
            let rows = window.input_range(y, height);
            if self.rectified {
                for line in lines.get(self.clear..rows.end).unwrap_or_default() {
                    for pixel in *line {
                        watch = simd.mul_add(simd.load(&pixel.0), zero, watch);
                    }
                }
            }
            self.clear_until(rows.end);
            for ((result, gradient), columns) in results.iter().zip(gradients).zip(&columns) {
                let largest = simd.load(&result.0);
                // What no cell has won yet, lane by lane.
                let mut left = simd.load(&gradient.0);
                if self.rectified {
                    let lost = simd.where_equal(simd.max(largest, zero), zero, left);
                    left = simd.sub(left, lost);
                }
                for row in rows.clone() {
                    let start = row * self.row + self.border;
                    let into = &mut self.into[start + columns.start..start + columns.end];
                    let x = &lines[row][columns.clone()];
                    // Spelt out for the usual width, so that the compiler need not count.
                    left = match (into.as_mut_array::<3>(), x.as_array::<3>()) {
                        (Some(into), Some(x)) => win(simd, into, x, largest, left),
                        _ => win(simd, into, x, largest, left),
                    };
                }
            }
        }
        self.clear_until(height);
        if is_odd(simd, watch) {
            self.is_odd.store(true, Ordering::Relaxed);
        }
    }
}

/// Cells that are the largest take what is left; what is left then.
#[inline(always)]
fn win<S: Simd>(simd: S, into: &mut [Pixel], x: &[Pixel], largest: S::Vector, mut left: S::Vector) -> S::Vector {
    for (into, x) in into.iter_mut().zip(x) {
        let won = simd.where_equal(simd.load(&x.0), largest, left);
        simd.store(simd.add(simd.load(&into.0), won), &mut into.0);
        left = simd.sub(left, won);
    }
    left
}

impl Piece<'_> {
    /// Fills rows with 0 that are new.
    #[inline(always)]
    fn clear_until(&mut self, end: usize) {
        for row in self.clear..end {
            let start = row * self.row;
            // The border is 0 already.
            let line = &mut self.into[start..start + self.row];
            line[self.border..self.row - self.border].fill(Pixel::default());
        }
        self.clear = self.clear.max(end);
    }
}
