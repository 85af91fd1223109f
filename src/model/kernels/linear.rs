//! A matrix times vectors, with bias and ReLU: some rows a task.

use super::conv::Epilogue;
use super::error::ShapeError;
use super::parallel::on_all_threads;
use super::simd::{InstructionSet, LANES, Simd, Work};

/// Bytes of weights of a task.
const TASK_BYTES: usize = 128 << 10;

/// `weight`, `[outputs, inputs]` row-major, times each of `x`, `[inputs]`, plus `bias`, `[outputs]`.  Each row is fetched once; what
/// comes of a vector does not depend on the others.
///
/// # Errors
/// [`ShapeError`] where the numbers of values do not agree.
pub fn linear(
    set: InstructionSet,
    x: &[&[f32]],
    weight: &[f32],
    bias: &[f32],
    epilogue: Epilogue,
) -> Result<Vec<Vec<f32>>, ShapeError> {
    let inputs = x.first().map_or(0, |x| x.len());
    if let Some(odd) = x.iter().find(|x| x.len() != inputs) {
        return Err(ShapeError::Values { wanted: vec![inputs], found: odd.len() });
    }
    if inputs == 0 || weight.len() != inputs * bias.len() {
        return Err(ShapeError::Values { wanted: vec![bias.len(), inputs], found: weight.len() });
    }
    let mut outputs = vec![vec![0.0; bias.len()]; x.len()];
    let rows = (TASK_BYTES / (inputs * size_of::<f32>())).max(1);
    let mut pieces: Vec<Vec<&mut [f32]>> = Vec::new();
    pieces.resize_with(bias.len().div_ceil(rows), || Vec::with_capacity(x.len()));
    for output in &mut outputs {
        pieces.iter_mut().zip(output.chunks_mut(rows)).for_each(|(piece, output)| piece.push(output));
    }
    let pieces = pieces.into_iter().zip(bias.chunks(rows)).zip(weight.chunks(rows * inputs));
    on_all_threads(pieces.map(|((outputs, bias), weight)| {
        let piece = Piece { x, weight, bias, outputs, epilogue };
        move || set.run(piece)
    }));
    Ok(outputs)
}

struct Piece<'a> {
    x: &'a [&'a [f32]],
    weight: &'a [f32],
    bias: &'a [f32],
    /// Of each vector.
    outputs: Vec<&'a mut [f32]>,
    epilogue: Epilogue,
}

impl Work for Piece<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(mut self, simd: S) {
        let inputs = self.weight.len() / self.bias.len();
        let rows = self.weight.chunks_exact(inputs).zip(self.bias);
        for (index, (row, &bias)) in rows.enumerate() {
            for (x, output) in self.x.iter().zip(&mut self.outputs) {
                let sum = dot(simd, row, x) + bias;
                output[index] = match self.epilogue {
                    Epilogue::Relu if sum < 0.0 => 0.0,
                    Epilogue::Relu | Epilogue::Keep => sum,
                };
            }
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
