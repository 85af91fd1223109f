//! Max pooling backwards: a block of channels a task.

use std::ops::Range;
use std::sync::Arc;

use super::rows::check;
use crate::model::kernels::blocked::{Block, Blocked};
use crate::model::kernels::error::ShapeError;
use crate::model::kernels::parallel::{Clocks, Task, run};
use crate::model::kernels::simd::{InstructionSet, Pixel, Simd, Work};
use crate::spec::Window;

/// Adds to `into`, of the shape of `x`, what the pool's `gradient` is there: each number goes to the cell that won, the first
/// in reading order of several equal ones.  `y` is the pool's result.  `None` stands for zeros.
///
/// # Errors
/// [`ShapeError`] where the shapes do not belong together.
pub fn max_pool_backward(
    set: InstructionSet,
    window: Window,
    x: &Blocked,
    y: &Blocked,
    gradient: &Blocked,
    into: Option<Blocked>,
) -> Result<Blocked, ShapeError> {
    let (height, width) = x.sides();
    let wanted = (window.output_side(height), window.output_side(width));
    if check([y, gradient])? != wanted {
        let found = y.sides();
        return Err(ShapeError::Sides { wanted, found });
    }
    let zeros = || {
        let block = |_: &Arc<Block>| {
            let mut block = Block::new(height * width);
            block.fill(Pixel::default());
            block
        };
        let blocks = x.blocks().iter().map(block).collect();
        Blocked::new(x.channels(), height, width, 0, blocks)
    };
    let mut into = into.unwrap_or_else(zeros);
    check([x, &into])?;
    if y.channels() != x.channels() {
        let (wanted, found) = (x.channels(), y.channels());
        return Err(ShapeError::Channels { wanted, found });
    }
    let (row, border) = (into.row(), into.border());
    let blocks = into.blocks_mut().iter_mut().enumerate();
    let tasks = blocks.map(|(index, block)| {
        let piece = Piece {
            window,
            index,
            x,
            y,
            gradient,
            into: &mut Arc::make_mut(block)[border * row..],
            row,
            border,
        };
        let work = Box::new(move || set.run(piece));
        Task { step: 0, work }
    });
    run(tasks.collect(), &Clocks::new(1));
    Ok(into)
}

/// One block of channels.
struct Piece<'a> {
    window: Window,
    index: usize,
    x: &'a Blocked,
    y: &'a Blocked,
    gradient: &'a Blocked,
    /// From the first row of the map on.
    into: &'a mut [Pixel],
    row: usize,
    border: usize,
}

impl Work for Piece<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let (height, width) = self.x.sides();
        let lines: Vec<&[Pixel]> = self.x.block_rows(self.index).collect();
        let columns: Vec<Range<usize>> = (0..self.y.sides().1)
            .map(|x| self.window.input_range(x, width))
            .collect();
        let results = self.y.block_rows(self.index);
        let rows = results.zip(self.gradient.block_rows(self.index));
        for (y, (results, gradients)) in rows.enumerate() {
            let rows = self.window.input_range(y, height);
            let cells = results.iter().zip(gradients).zip(&columns);
            for ((result, gradient), columns) in cells {
                let largest = simd.load(&result.0);
                // What no cell has won yet, lane by lane.
                let mut left = simd.load(&gradient.0);
                for row in rows.clone() {
                    let start = row * self.row + self.border;
                    let into = &mut self.into[start + columns.start..start + columns.end];
                    for (into, x) in into.iter_mut().zip(&lines[row][columns.clone()]) {
                        let won = simd.where_equal(simd.load(&x.0), largest, left);
                        simd.store(simd.add(simd.load(&into.0), won), &mut into.0);
                        left = simd.sub(left, won);
                    }
                }
            }
        }
    }
}
