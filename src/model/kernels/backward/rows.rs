//! Some rows of a block a task: operations that look at one cell at a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::model::kernels::blocked::{Block, Blocked};
use crate::model::kernels::error::ShapeError;
use crate::model::kernels::parallel::on_all_threads;
use crate::model::kernels::simd::{InstructionSet, LANES, Pixel, Simd, Work};

/// Cells of a task.
const TASK_CELLS: usize = 2048;

/// What becomes of a cell's sixteen channels; `#[inline(always)]`, as all that runs with a [`Simd`].
pub(super) trait Cell: Copy + Send + Sync {
    /// The new numbers, from the old ones and those of the operands at that cell.
    fn compute<S: Simd>(self, simd: S, old: S::Vector, operands: [S::Vector; 2]) -> S::Vector;
}

/// New maps, or those to be changed, and what they are made from.
pub(super) struct Job<'a> {
    pub operands: [&'a Blocked; 2],
    pub output: Vec<&'a mut [Pixel]>,
    pub border: usize,
    /// Becomes true where the second operand holds what is no number.
    pub is_odd: &'a AtomicBool,
}

/// Does all jobs, their rows in one queue.
pub(super) fn each<C: Cell>(set: InstructionSet, jobs: Vec<Job<'_>>, cell: C) {
    let mut works = Vec::new();
    for job in jobs {
        let (height, width) = job.operands[0].sides();
        let (border, row) = (job.border, width + 2 * job.border);
        let rows = (TASK_CELLS / width.max(1)).max(1);
        for (index, block) in job.output.into_iter().enumerate() {
            let inside = &mut block[border * row..][..height * row];
            for (chunk, output) in inside.chunks_mut(rows * row).enumerate() {
                let piece = Rows {
                    cell,
                    operands: job.operands,
                    block: index,
                    first_row: chunk * rows,
                    output,
                    row,
                    border,
                    is_odd: job.is_odd,
                };
                works.push(move || set.run(piece));
            }
        }
    }
    on_all_threads(works);
}

/// Rows of one block.
struct Rows<'a, C> {
    cell: C,
    operands: [&'a Blocked; 2],
    block: usize,
    first_row: usize,
    /// With their border.
    output: &'a mut [Pixel],
    row: usize,
    border: usize,
    is_odd: &'a AtomicBool,
}

impl<C: Cell> Work for Rows<'_, C> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let [a, b] = self.operands;
        let a = a.block_rows(self.block).skip(self.first_row);
        let b = b.block_rows(self.block).skip(self.first_row);
        let lines = self.output.chunks_exact_mut(self.row);
        let zero = simd.splat(0.0);
        let mut watch = zero;
        for (line, (a, b)) in lines.zip(a.zip(b)) {
            let cells = line[self.border..].iter_mut();
            for (pixel, (a, b)) in cells.zip(a.iter().zip(b)) {
                let (a, b) = (simd.load(&a.0), simd.load(&b.0));
                let result = self.cell.compute(simd, simd.load(&pixel.0), [a, b]);
                simd.store(result, &mut pixel.0);
                watch = simd.mul_add(b, zero, watch);
            }
        }
        if is_odd(simd, watch) {
            self.is_odd.store(true, Ordering::Relaxed);
        }
    }
}

/// Whether a sum of numbers times 0 is not 0: then one of them was none.
#[inline(always)]
pub(super) fn is_odd<S: Simd>(simd: S, watch: S::Vector) -> bool {
    let mut lanes = [0.0; LANES];
    simd.store(watch, &mut lanes);
    lanes != [0.0; LANES]
}

/// Room for maps of that shape, with a border of zeros.
pub(super) fn blocks_like(maps: &Blocked, border: usize) -> Vec<Block> {
    let (height, width) = maps.sides();
    let blocks = maps.blocks().iter();
    blocks.map(|_: &Arc<Block>| Block::bordered(height, width, border)).collect()
}

/// Whether both have the same shape; which they have.
pub(super) fn check([a, b]: [&Blocked; 2]) -> Result<(usize, usize), ShapeError> {
    if a.channels() != b.channels() {
        return Err(ShapeError::Channels { wanted: a.channels(), found: b.channels() });
    }
    if a.sides() != b.sides() {
        return Err(ShapeError::Sides { wanted: a.sides(), found: b.sides() });
    }
    Ok(a.sides())
}
