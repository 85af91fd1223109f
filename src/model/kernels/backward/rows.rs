//! Some rows of a block a task: operations that look at one cell at a time.

use std::sync::Arc;

use crate::model::kernels::blocked::{Block, Blocked};
use crate::model::kernels::error::ShapeError;
use crate::model::kernels::parallel::{Clocks, Task, run};
use crate::model::kernels::simd::{InstructionSet, LANES, Pixel, Simd, Work};

/// Cells of a task.
const TASK_CELLS: usize = 2048;

/// What becomes of a cell's sixteen channels; for [`InstructionSet::run`], so `#[inline(always)]`.
pub(super) trait Cell: Copy + Sync {
    /// The new numbers, from the old ones and those of the operands at that cell.
    fn compute(self, old: &[f32; LANES], operands: [&[f32; LANES]; 2]) -> [f32; LANES];
}

/// The operands' rows, and where they go.
struct Rows<'a, C> {
    cell: C,
    operands: [&'a Blocked; 2],
    block: usize,
    first_row: usize,
    /// Rows with their border.
    output: &'a mut [Pixel],
    row: usize,
    border: usize,
}

impl<C: Cell> Work for Rows<'_, C> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, _: S) {
        let [a, b] = self.operands;
        let a = a.block_rows(self.block).skip(self.first_row);
        let b = b.block_rows(self.block).skip(self.first_row);
        let lines = self.output.chunks_exact_mut(self.row);
        for (line, (a, b)) in lines.zip(a.zip(b)) {
            let cells = line[self.border..].iter_mut();
            for (pixel, (a, b)) in cells.zip(a.iter().zip(b)) {
                pixel.0 = self.cell.compute(&pixel.0, [&a.0, &b.0]);
            }
        }
    }
}

/// Calls `cell` for each cell of new maps with that border.
pub(super) fn map<C: Cell + Send>(
    set: InstructionSet,
    operands: [&Blocked; 2],
    border: usize,
    cell: C,
) -> Result<Blocked, ShapeError> {
    let (height, width) = check(operands)?;
    let count = operands[0].channels().div_ceil(LANES);
    let mut blocks = Vec::with_capacity(count);
    blocks.resize_with(count, || Block::bordered(height, width, border));
    let slices = blocks.iter_mut().map(|block| &mut block[..]).collect();
    each(set, operands, slices, border, cell);
    let channels = operands[0].channels();
    Ok(Blocked::new(channels, height, width, border, blocks))
}

/// Calls `cell` for each cell of `into`; blocks that others hold too are copied first.
pub(super) fn update<C: Cell + Send>(
    set: InstructionSet,
    into: &mut Blocked,
    operand: &Blocked,
    cell: C,
) -> Result<(), ShapeError> {
    check([into, operand])?;
    let border = into.border();
    let blocks = into.blocks_mut().iter_mut();
    let slices = blocks.map(|block| &mut Arc::make_mut(block)[..]).collect();
    each(set, [operand, operand], slices, border, cell);
    Ok(())
}

fn each<C: Cell + Send>(
    set: InstructionSet,
    operands: [&Blocked; 2],
    output: Vec<&mut [Pixel]>,
    border: usize,
    cell: C,
) {
    let (height, width) = operands[0].sides();
    let row = width + 2 * border;
    let rows = (TASK_CELLS / width.max(1)).max(1);
    let mut tasks = Vec::new();
    for (index, block) in output.into_iter().enumerate() {
        let inside = &mut block[border * row..][..height * row];
        for (chunk, output) in inside.chunks_mut(rows * row).enumerate() {
            let piece = Rows {
                cell,
                operands,
                block: index,
                first_row: chunk * rows,
                output,
                row,
                border,
            };
            let work = Box::new(move || set.run(piece));
            tasks.push(Task { step: 0, work });
        }
    }
    run(tasks, &Clocks::new(1));
}

/// Whether both have the same shape; which they have.
pub(super) fn check([a, b]: [&Blocked; 2]) -> Result<(usize, usize), ShapeError> {
    if a.channels() != b.channels() {
        return Err(ShapeError::Channels {
            wanted: a.channels(),
            found: b.channels(),
        });
    }
    if a.sides() != b.sides() {
        return Err(ShapeError::Sides {
            wanted: a.sides(),
            found: b.sides(),
        });
    }
    Ok(a.sides())
}
