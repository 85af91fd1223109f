//! Direct convolution with bias and ReLU in one pass.

use std::sync::Arc;

use super::blocked::{Block, Blocked};
use super::error::ShapeError;
use super::pack::{Packed, PackedConv};
use super::parallel::Task;
use super::simd::{LANES, Pixel, Simd, Work};
use super::tile::{Channels, Input, accumulate};

/// Multiplications and additions of a task: some microseconds' worth.
const TASK_FLOP: usize = 3_000_000;

/// What becomes of the sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Epilogue {
    /// Nothing.
    Keep,
    /// Negative ones become 0.
    Relu,
}

/// The maps a convolution reads, with at least its padding of zeros around them.
pub(super) enum Padded {
    /// Blocks of sixteen channels.
    Blocks(Blocked),
    /// Planes one after the other.
    Planes(Planes),
}

/// Planes with their border of zeros.
pub(super) struct Planes {
    /// `[channels, height + 2 border, width + 2 border]`.
    values: Vec<f32>,
    sides: (usize, usize),
    border: usize,
}

impl Planes {
    /// Copies row-major `[channels, height, width]`.
    pub fn new(values: &[f32], sides: (usize, usize), border: usize) -> Self {
        let (height, width) = sides;
        let (area, row) = (height * width, width + 2 * border);
        let mut padded = vec![0.0; values.len() / area * (height + 2 * border) * row];
        let maps = padded.chunks_exact_mut((height + 2 * border) * row);
        for (to, from) in maps.zip(values.chunks_exact(area)) {
            let rows = to.chunks_exact_mut(row).skip(border);
            for (to, from) in rows.zip(from.chunks_exact(width)) {
                to[border..][..width].copy_from_slice(from);
            }
        }
        Self { values: padded, sides, border }
    }

    fn row(&self) -> usize {
        self.sides.1 + 2 * self.border
    }

    fn slices(&self) -> Vec<&[f32]> {
        let map = (self.sides.0 + 2 * self.border) * self.row();
        self.values.chunks_exact(map).collect()
    }
}

impl Padded {
    fn sides(&self) -> (usize, usize) {
        match self {
            Self::Blocks(maps) => maps.sides(),
            Self::Planes(planes) => planes.sides,
        }
    }
}

/// A direct convolution about to run.
pub(super) struct Direct<'a> {
    conv: &'a PackedConv,
    epilogue: Epilogue,
    input: Padded,
    output: Output,
}

/// The maps a convolution writes.
pub(super) struct Output {
    pub sides: (usize, usize),
    pub border: usize,
    pub blocks: Vec<Block>,
}

impl Output {
    /// Room for the result of `conv` on maps of that size.
    pub fn new(conv: &PackedConv, input: (usize, usize), border: usize) -> Result<Self, ShapeError> {
        let window = conv.window;
        let sides = (window.output_side(input.0), window.output_side(input.1));
        if sides.0 == 0 || sides.1 == 0 {
            return Err(ShapeError::Window { kernel: window.kernel, stride: window.stride, found: input });
        }
        let block = || Block::bordered(sides.0, sides.1, border);
        let blocks = (0..conv.filters.div_ceil(LANES)).map(|_| block()).collect();
        Ok(Self { sides, border, blocks })
    }

    pub fn finish(self, channels: usize) -> Blocked {
        Blocked::new(channels, self.sides.0, self.sides.1, self.border, self.blocks)
    }
}

impl<'a> Direct<'a> {
    pub fn new(conv: &'a PackedConv, input: Padded, epilogue: Epilogue, border: usize) -> Result<Self, ShapeError> {
        let output = Output::new(conv, input.sides(), border)?;
        Ok(Self { conv, epilogue, input, output })
    }

    /// Some filters and some rows each.
    pub fn tasks(&mut self, step: usize) -> Vec<Task<'_>> {
        let padding = self.conv.window.padding;
        match (&self.input, &self.conv.weights) {
            (Padded::Blocks(maps), Packed::Blocks(weights)) => {
                let blocks: Vec<&[Pixel]> = maps.blocks().iter().map(|block| &block[..]).collect();
                let origin = (maps.border() - padding) * (maps.row() + 1);
                let job = Job::new(self.conv, self.epilogue, blocks, maps.row(), origin);
                job.tasks(weights, &mut self.output, step)
            }
            (Padded::Planes(planes), Packed::Planes(weights)) => {
                let origin = (planes.border - padding) * (planes.row() + 1);
                let job = Job::new(self.conv, self.epilogue, planes.slices(), planes.row(), origin);
                job.tasks(weights, &mut self.output, step)
            }
            _ => unreachable!("`Step::new` lays the input out as the weights are packed"),
        }
    }

    pub fn finish(self) -> Blocked {
        self.output.finish(self.conv.filters)
    }
}

/// What all tasks of a convolution share.
struct Job<'a, C> {
    conv: &'a PackedConv,
    epilogue: Epilogue,
    blocks: Vec<&'a [C]>,
    row: usize,
    /// Where the window of the first output cell starts.
    origin: usize,
}

impl<'a, C: Channels + 'a> Job<'a, C> {
    fn new(conv: &'a PackedConv, epilogue: Epilogue, blocks: Vec<&'a [C]>, row: usize, origin: usize) -> Arc<Self> {
        Arc::new(Self { conv, epilogue, blocks, row, origin })
    }

    fn tasks(self: Arc<Self>, weights: &'a [Pixel], output: &'a mut Output, step: usize) -> Vec<Task<'a>> {
        let (height, width) = output.sides;
        let (group, area) = (self.conv.set.group(), self.conv.window.kernel.pow(2));
        let depth = self.blocks.len() * C::COUNT * area;
        let flop_per_row = 2 * depth * width * group * LANES;
        let rows = (TASK_FLOP / flop_per_row).clamp(1, height);
        let (border, row) = (output.border, width + 2 * output.border);
        let groups = output.blocks.chunks_mut(group);
        let weights = weights.chunks(group * depth).zip(self.conv.bias.chunks(group));
        let mut tasks = Vec::new();
        for (blocks, (weights, bias)) in groups.zip(weights) {
            // Per chunk of rows, the piece of each block of the group.
            let mut pieces: Vec<Vec<&mut [Pixel]>> = Vec::new();
            pieces.resize_with(height.div_ceil(rows), || Vec::with_capacity(group));
            for block in blocks {
                let inside = &mut block[border * row..][..height * row];
                for (piece, chunk) in pieces.iter_mut().zip(inside.chunks_mut(rows * row)) {
                    piece.push(chunk);
                }
            }
            for (index, output) in pieces.into_iter().enumerate() {
                let piece =
                    Piece { job: self.clone(), weights, bias, output, first_row: index * rows, row, border, width };
                let work = Box::new(move || piece.job.conv.set.run(piece));
                tasks.push(Task { step, work });
            }
        }
        tasks
    }
}

/// Some rows of the maps of one group of filters.
struct Piece<'a, C> {
    job: Arc<Job<'a, C>>,
    weights: &'a [Pixel],
    bias: &'a [Pixel],
    /// A slice a block of the group.
    output: Vec<&'a mut [Pixel]>,
    first_row: usize,
    /// Pixels of a row of the output, border included.
    row: usize,
    border: usize,
    width: usize,
}

impl<C: Channels> Work for Piece<'_, C> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        match (self.output.len(), self.job.conv.window.stride, C::COUNT) {
            // Spelt out so that the compiler knows the stride: blocks one by one, the picture's planes two by two.
            (2, 1, LANES) => self.rows::<S, 2, 1>(simd, S::PIXELS),
            (1, 1, LANES) => self.rows::<S, 1, 1>(simd, S::PIXELS),
            (2, 2, 1) => self.rows::<S, 2, 2>(simd, S::PIXELS),
            (1, 2, 1) => self.rows::<S, 1, 2>(simd, S::PIXELS),
            (2, _, _) => self.rows::<S, 2, 0>(simd, 2),
            (_, _, _) => self.rows::<S, 1, 0>(simd, 2),
        }
    }
}

impl<C: Channels> Piece<'_, C> {
    #[inline(always)]
    fn rows<S: Simd, const F: usize, const STRIDE: usize>(mut self, simd: S, most: usize) {
        if F > S::GROUP {
            return;
        }
        let stride = self.job.conv.window.stride;
        let rows = self.output[0].len() / self.row;
        // Tiles of as equal a width as can be.
        let tiles = self.width.div_ceil(most);
        for y in 0..rows {
            let start = self.job.origin + (self.first_row + y) * stride * self.job.row;
            let mut x = 0;
            for tile in 0..tiles {
                let pixels = (self.width - x) / (tiles - tile);
                let first = start + x * stride;
                let to = y * self.row + self.border + x;
                self.tile::<S, F, STRIDE>(simd, pixels, first, to);
                x += pixels;
            }
        }
    }

    #[inline(always)]
    fn tile<S: Simd, const F: usize, const STRIDE: usize>(&mut self, simd: S, pixels: usize, first: usize, to: usize) {
        macro_rules! by_width {
            ($($width:literal)*) => {
                match pixels {
                    $($width => self.store::<S, $width, F, STRIDE>(simd, first, to),)*
                    _ => {}
                }
            };
        }
        by_width!(1 2 3 4 5 6 7 8 9 10 11 12 13 14);
    }

    #[inline(always)]
    fn store<S: Simd, const P: usize, const F: usize, const STRIDE: usize>(
        &mut self,
        simd: S,
        first: usize,
        to: usize,
    ) {
        if P > S::PIXELS || (STRIDE == 0 && P > 2) {
            return;
        }
        let job = &*self.job;
        let input = Input { blocks: &job.blocks, row: job.row, kernel: job.conv.window.kernel };
        let (weights, _) = self.weights.as_chunks::<F>();
        let mut bias = [simd.splat(0.0); F];
        for (vector, pixel) in bias.iter_mut().zip(self.bias) {
            *vector = simd.load(&pixel.0);
        }
        let stride = job.conv.window.stride;
        let sums = accumulate::<S, C, P, F, STRIDE>(simd, [bias; P], &input, first, stride, weights);
        for (f, output) in self.output.iter_mut().enumerate().take(F) {
            let pixels = &mut output[to..to + P];
            for p in 0..P {
                let sum = match job.epilogue {
                    Epilogue::Keep => sums[p][f],
                    Epilogue::Relu => simd.relu(sums[p][f]),
                };
                simd.store(sum, &mut pixels[p].0);
            }
        }
    }
}
