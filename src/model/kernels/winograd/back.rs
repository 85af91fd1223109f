//! Products at all points, and the transform of their sums back.

use std::marker::PhantomData;
use std::sync::Arc;

use crate::model::kernels::recycle;
use crate::model::kernels::simd::{InstructionSet, LANES, Pixel, Simd, Work};
use crate::model::kernels::tile::{Input, accumulate};
use crate::model::kernels::transforms::{FourOfSix, ThreeOfSix, Transforms, TwoOfFour, TwoOfSix, output_both_ways};

/// Products at all points for some tiles of a group of filters, and the transform back.
pub(super) struct Back<'a> {
    /// By point and block of channels: the transformed input, a pixel a tile.
    pub sources: Arc<Vec<&'a [Pixel]>>,
    /// Channels of the input, surplus lanes included.
    pub channels: usize,
    /// `[point][channel][block of the group]`.
    pub filters: &'a [Pixel],
    pub bias: &'a [Pixel],
    /// A slice of some rows a block of the group.
    pub output: Vec<&'a mut [Pixel]>,
    pub columns: usize,
    pub row: usize,
    pub border: usize,
    pub width: usize,
    pub relu: bool,
}

struct BackOf<'a, T, const N: usize, const M: usize>(Back<'a>, PhantomData<T>);

impl<T: Transforms<N, M>, const N: usize, const M: usize> Work for BackOf<'_, T, N, M> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) {
        let Self(mut back, _) = self;
        match back.output.len() {
            2 if S::GROUP == 2 => back.tiles::<S, T, 2, N, M>(simd),
            _ => back.tiles::<S, T, 1, N, M>(simd),
        }
    }
}

impl Back<'_> {
    /// With so many points and outputs of a tile along a side.
    pub fn run(self, set: InstructionSet, points: usize, outputs: usize) {
        match (points, outputs) {
            (4, _) => set.run(BackOf::<TwoOfFour, 4, 2>(self, PhantomData)),
            (_, 2) => set.run(BackOf::<TwoOfSix, 6, 2>(self, PhantomData)),
            (_, 3) => set.run(BackOf::<ThreeOfSix, 6, 3>(self, PhantomData)),
            (_, _) => set.run(BackOf::<FourOfSix, 6, 4>(self, PhantomData)),
        }
    }

    #[expect(clippy::needless_range_loop, reason = "an index that is known when compiled costs nothing")]
    #[inline(always)]
    fn tiles<S: Simd, T: Transforms<N, M>, const F: usize, const N: usize, const M: usize>(&mut self, simd: S) {
        let rows = self.output[0].len() / self.row;
        let tiles = rows.div_ceil(M) * self.columns;
        // `[tile][point][block of the group]`
        let mut sums = recycle::take(N * N * tiles * F);
        self.products::<S, F>(simd, N * N, tiles, &mut sums);
        let (points, _) = sums.as_chunks::<F>();
        let (points, _) = points.as_chunks::<N>();
        let (tiles, _) = points.as_chunks::<N>();
        for (tile, points) in tiles.iter().enumerate() {
            let (y, x) = (tile / self.columns * M, tile % self.columns * M);
            for f in 0..F {
                let mut vectors = [[simd.splat(0.0); N]; N];
                for i in 0..N {
                    for j in 0..N {
                        vectors[i][j] = simd.load(&points[i][j][f].0);
                    }
                }
                let cells = output_both_ways::<S, T, N, M>(simd, &vectors);
                self.write::<S, M>(simd, f, (y, x), rows, &cells);
            }
        }
        recycle::give(sums);
    }

    /// Bias, ReLU, and the outputs of a tile that lie inside the map.
    #[inline(always)]
    fn write<S: Simd, const M: usize>(
        &mut self,
        simd: S,
        f: usize,
        (y, x): (usize, usize),
        rows: usize,
        cells: &[[S::Vector; M]; M],
    ) {
        let bias = simd.load(&self.bias[f].0);
        for (i, cells) in cells.iter().enumerate().take(rows - y) {
            let line = &mut self.output[f][(y + i) * self.row + self.border..][..self.width];
            let pixels = &mut line[x..];
            let count = M.min(pixels.len());
            for j in 0..M {
                if j < count {
                    let value = simd.add(cells[j], bias);
                    let value = if self.relu { simd.relu(value) } else { value };
                    simd.store(value, &mut pixels[j].0);
                }
            }
        }
    }

    #[inline(always)]
    fn products<S: Simd, const F: usize>(&self, simd: S, points: usize, tiles: usize, sums: &mut [Pixel]) {
        let pieces = tiles.div_ceil(S::PIXELS);
        let blocks = self.channels / LANES;
        for point in 0..points {
            let filters = &self.filters[point * self.channels * F..][..self.channels * F];
            let (filters, _) = filters.as_chunks::<F>();
            let sources = &self.sources[point * blocks..][..blocks];
            let mut tile = 0;
            for piece in 0..pieces {
                let width = (tiles - tile) / (pieces - piece);
                let place = Place { tile, point, points };
                macro_rules! by_width {
                    ($($width:literal)*) => {
                        match width {
                            $($width => product::<S, $width, F>(simd, sources, filters, place, sums),)*
                            _ => {}
                        }
                    };
                }
                by_width!(1 2 3 4 5 6 7 8 9 10 11 12 13 14);
                tile += width;
            }
        }
    }
}

/// Where a product's sums go.
#[derive(Clone, Copy)]
struct Place {
    tile: usize,
    point: usize,
    points: usize,
}

/// One point of `P` tiles: the sum over channels.
#[inline(always)]
fn product<S: Simd, const P: usize, const F: usize>(
    simd: S,
    sources: &[&[Pixel]],
    filters: &[[Pixel; F]],
    place: Place,
    sums: &mut [Pixel],
) {
    if P > S::PIXELS {
        return;
    }
    let input = Input { blocks: sources, row: 0, kernel: 1 };
    let zero = [[simd.splat(0.0); F]; P];
    let result = accumulate::<S, Pixel, P, F, 1>(simd, zero, &input, place.tile, 1, filters);
    let (sums, _) = sums.as_chunks_mut::<F>();
    let sums = sums[place.tile * place.points..].chunks_exact_mut(place.points);
    for (sums, result) in sums.zip(result) {
        for f in 0..F {
            simd.store(result[f], &mut sums[place.point][f].0);
        }
    }
}
