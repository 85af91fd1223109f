//! Batch normalisation with the statistics of the photo itself, and its way back: a block of channels a task.

use super::blocked::{Block, Blocked};
use super::conv::Epilogue;
use super::error::ShapeError;
use super::parallel::on_all_threads;
use super::simd::{InstructionSet, Pixel, Simd, Work};

/// Each channel less its mean, over `sqrt(variance + epsilon)`; with the border of `maps`.
pub fn normalise(set: InstructionSet, maps: &Blocked, epsilon: f32, epilogue: Epilogue) -> Blocked {
    block_by_block(set, Normalising { maps, epsilon, way: Way::Forward(epilogue) }, maps)
}

/// From the gradient of the normalised maps to that of `maps`, with the border of the gradient.
///
/// With `y = (x - mean) / s`, `s = sqrt(variance + epsilon)`, it is `(g - mean of g - y * mean of g y) / s`.
///
/// # Errors
/// [`ShapeError`] where both differ in shape.
pub fn normalise_backward(
    set: InstructionSet,
    maps: &Blocked,
    gradient: &Blocked,
    epsilon: f32,
) -> Result<Blocked, ShapeError> {
    if maps.channels() != gradient.channels() {
        return Err(ShapeError::Channels { wanted: maps.channels(), found: gradient.channels() });
    }
    if maps.sides() != gradient.sides() {
        return Err(ShapeError::Sides { wanted: maps.sides(), found: gradient.sides() });
    }
    Ok(block_by_block(set, Normalising { maps, epsilon, way: Way::Back(gradient) }, gradient))
}

/// A normalisation about to run.
#[derive(Clone, Copy)]
struct Normalising<'a> {
    /// What is, or was, normalised.
    maps: &'a Blocked,
    epsilon: f32,
    way: Way<'a>,
}

#[derive(Clone, Copy)]
enum Way<'a> {
    Forward(Epilogue),
    /// From this gradient.
    Back(&'a Blocked),
}

/// The result has the shape and the border of `like`.
fn block_by_block(set: InstructionSet, job: Normalising<'_>, like: &Blocked) -> Blocked {
    let ((height, width), border) = (like.sides(), like.border());
    let mut blocks: Vec<Block> = like.blocks().iter().map(|_| Block::bordered(height, width, border)).collect();
    on_all_threads(blocks.iter_mut().enumerate().map(|(index, output)| {
        let piece = Piece { job, index, output, border };
        move || set.run(piece)
    }));
    Blocked::new(like.channels(), height, width, border, blocks)
}

/// One block of channels.
struct Piece<'a> {
    job: Normalising<'a>,
    index: usize,
    /// With its border.
    output: &'a mut [Pixel],
    border: usize,
}

impl Work for Piece<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Normalising { maps, epsilon, way } = self.job;
        let width = maps.sides().1;
        let rows = || maps.block_rows(self.index);
        let centre = mean(simd, maps, rows().map(|row| row.iter().map(|x| simd.load(&x.0))));
        let squares = rows().map(|row| {
            row.iter().map(|x| {
                let distance = simd.sub(simd.load(&x.0), centre);
                simd.mul(distance, distance)
            })
        });
        let variance = mean(simd, maps, squares);
        let scale = simd.sqrt(simd.add(variance, simd.splat(epsilon)));
        let y = |x: &Pixel| simd.div(simd.sub(simd.load(&x.0), centre), scale);
        let border = self.border;
        let output = self.output.chunks_exact_mut(width + 2 * border).skip(border);
        let output = output.map(|row| &mut row[border..][..width]);
        match way {
            Way::Forward(epilogue) => {
                for (output, row) in output.zip(rows()) {
                    for (pixel, x) in output.iter_mut().zip(row) {
                        let y = match epilogue {
                            Epilogue::Keep => y(x),
                            Epilogue::Relu => simd.relu(y(x)),
                        };
                        simd.store(y, &mut pixel.0);
                    }
                }
            }
            Way::Back(gradient) => {
                let gradients = || gradient.block_rows(self.index);
                let plain = mean(simd, maps, gradients().map(|row| row.iter().map(|g| simd.load(&g.0))));
                let products = gradients()
                    .zip(rows())
                    .map(|(gradients, row)| gradients.iter().zip(row).map(|(g, x)| simd.mul(simd.load(&g.0), y(x))));
                let along = mean(simd, maps, products);
                for (output, (gradients, row)) in output.zip(gradients().zip(rows())) {
                    for (pixel, (g, x)) in output.iter_mut().zip(gradients.iter().zip(row)) {
                        let rest = simd.sub(simd.sub(simd.load(&g.0), plain), simd.mul(y(x), along));
                        simd.store(simd.div(rest, scale), &mut pixel.0);
                    }
                }
            }
        }
    }
}

/// The mean over all cells; rows are summed first, which keeps the sums short.
#[inline(always)]
fn mean<S: Simd>(simd: S, maps: &Blocked, rows: impl Iterator<Item = impl Iterator<Item = S::Vector>>) -> S::Vector {
    let (height, width) = maps.sides();
    let mut sum = simd.splat(0.0);
    for row in rows {
        let mut part = simd.splat(0.0);
        for value in row {
            part = simd.add(part, value);
        }
        sum = simd.add(sum, part);
    }
    simd.div(sum, simd.splat((height * width) as f32))
}
