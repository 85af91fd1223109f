//! A matrix times a vector, with bias and ReLU: some rows a task.

use super::conv::Epilogue;
use super::error::ShapeError;
use super::parallel::on_all_threads;
use super::simd::{InstructionSet, LANES, Simd, Work};

/// Bytes of weights of a task.
const TASK_BYTES: usize = 128 << 10;

/// `weight`, `[outputs, inputs]` row-major, times `x`, `[inputs]`, plus `bias`, `[outputs]`.
///
/// # Errors
/// [`ShapeError`] where the numbers of values do not agree.
pub fn linear(
    set: InstructionSet,
    x: &[f32],
    weight: &[f32],
    bias: &[f32],
    epilogue: Epilogue,
) -> Result<Vec<f32>, ShapeError> {
    if weight.len() != x.len() * bias.len() || x.is_empty() {
        return Err(ShapeError::Values { wanted: vec![bias.len(), x.len()], found: weight.len() });
    }
    let mut output = vec![0.0; bias.len()];
    let rows = (TASK_BYTES / size_of_val(x)).max(1);
    let pieces = output.chunks_mut(rows).zip(bias.chunks(rows));
    let pieces = pieces.zip(weight.chunks(rows * x.len()));
    on_all_threads(pieces.map(|((output, bias), weight)| {
        let piece = Piece { x, weight, bias, output, epilogue };
        move || set.run(piece)
    }));
    Ok(output)
}

struct Piece<'a> {
    x: &'a [f32],
    weight: &'a [f32],
    bias: &'a [f32],
    output: &'a mut [f32],
    epilogue: Epilogue,
}

impl Work for Piece<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let rows = self.weight.chunks_exact(self.x.len()).zip(self.bias);
        for (cell, (row, &bias)) in self.output.iter_mut().zip(rows) {
            let sum = dot(simd, row, self.x) + bias;
            *cell = match self.epilogue {
                Epilogue::Relu if sum < 0.0 => 0.0,
                Epilogue::Relu | Epilogue::Keep => sum,
            };
        }
    }
}

/// Four running sums of sixteen lanes, so that one product need not wait for the one before.
#[inline(always)]
fn dot<S: Simd>(simd: S, a: &[f32], b: &[f32]) -> f32 {
    const SUMS: usize = 4;
    let (a_chunks, a_rest) = a.as_chunks::<LANES>();
    let (b_chunks, b_rest) = b.as_chunks::<LANES>();
    let mut sums = [simd.splat(0.0); SUMS];
    let (a_fours, a_singles) = a_chunks.as_chunks::<SUMS>();
    let (b_fours, b_singles) = b_chunks.as_chunks::<SUMS>();
    for (a, b) in a_fours.iter().zip(b_fours) {
        for i in 0..SUMS {
            sums[i] = simd.mul_add(simd.load(&a[i]), simd.load(&b[i]), sums[i]);
        }
    }
    for (a, b) in a_singles.iter().zip(b_singles) {
        sums[0] = simd.mul_add(simd.load(a), simd.load(b), sums[0]);
    }
    let sum = simd.add(simd.add(sums[0], sums[1]), simd.add(sums[2], sums[3]));
    let mut lanes = [0.0; LANES];
    simd.store(sum, &mut lanes);
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    lanes.iter().sum::<f32>() + rest
}
