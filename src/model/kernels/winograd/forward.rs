//! The transform of the input.

use std::marker::PhantomData;

use crate::model::kernels::blocked::Blocked;
use crate::model::kernels::simd::{InstructionSet, Pixel, Simd, Work};
use crate::model::kernels::transforms::{FourOfSix, ThreeOfSix, Transforms, TwoOfFour, TwoOfSix, input_both_ways};

/// Transform of some tiles of one block of channels of the input.
pub(super) struct Forward<'a> {
    pub input: &'a Blocked,
    pub block: &'a [Pixel],
    /// By point: a pixel a tile.
    pub output: Vec<&'a mut [Pixel]>,
    /// The first row of outputs of the first tile.
    pub first_row: usize,
    pub columns: usize,
    pub padding: usize,
}

struct ForwardOf<'a, T, const N: usize, const M: usize>(Forward<'a>, PhantomData<T>);

impl<T: Transforms<N, M>, const N: usize, const M: usize> Work for ForwardOf<'_, T, N, M> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Self(mut forward, _) = self;
        let tiles = forward.output.first().map_or(0, |points| points.len());
        for tile in 0..tiles {
            let y = forward.first_row + tile / forward.columns * M;
            let x = tile % forward.columns * M;
            let points = input_both_ways::<S, T, N, M>(simd, &forward.cells::<S, N>(simd, y, x));
            let (output, _) = forward.output.as_chunks_mut::<N>();
            for (output, points) in output.iter_mut().zip(points) {
                for j in 0..N {
                    simd.store(points[j], &mut output[j][tile].0);
                }
            }
        }
    }
}

impl Forward<'_> {
    /// With so many points and outputs of a tile along a side.
    pub fn run(self, set: InstructionSet, points: usize, outputs: usize) {
        match (points, outputs) {
            (4, _) => set.run(ForwardOf::<TwoOfFour, 4, 2>(self, PhantomData)),
            (_, 2) => set.run(ForwardOf::<TwoOfSix, 6, 2>(self, PhantomData)),
            (_, 3) => set.run(ForwardOf::<ThreeOfSix, 6, 3>(self, PhantomData)),
            (_, _) => set.run(ForwardOf::<FourOfSix, 6, 4>(self, PhantomData)),
        }
    }

    /// The cells under the tile whose first output is `(y, x)`; 0 beyond the map.
    #[inline(always)]
    fn cells<S: Simd, const N: usize>(&self, simd: S, y: usize, x: usize) -> [[S::Vector; N]; N] {
        let (border, row) = (self.input.border(), self.input.row());
        let (height, width) = self.input.sides();
        // In cells of the map with its border.
        let (y, x) = (y + border - self.padding, x + border - self.padding);
        let (bottom, right) = (height + 2 * border, width + 2 * border);
        let mut cells = [[simd.splat(0.0); N]; N];
        for (i, cells) in cells.iter_mut().enumerate().take(bottom - y) {
            let line = &self.block[(y + i) * row + x..(y + i) * row + right.min(x + N)];
            if let Some(line) = line.first_chunk::<N>() {
                for (cell, pixel) in cells.iter_mut().zip(line) {
                    *cell = simd.load(&pixel.0);
                }
            } else {
                for (cell, pixel) in cells.iter_mut().zip(line) {
                    *cell = simd.load(&pixel.0);
                }
            }
        }
        cells
    }
}
