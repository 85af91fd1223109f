//! What statistics are made of: extremes and sums of every channel, one look at each number.

use super::blocked::Blocked;
use super::simd::{InstructionSet, LANES, Pixel, Simd, Work};

/// Of the cells of one channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sums {
    /// Smallest value.
    pub min: f32,
    /// Largest value.
    pub max: f32,
    /// Sum; no number where a value is none.
    pub sum: f64,
    /// Sum of squares.
    pub squares: f64,
    /// Cells that are exactly 0.
    pub zeros: u32,
}

/// One entry a channel.
pub fn sums(set: InstructionSet, maps: &Blocked) -> Vec<Sums> {
    let blocks = (0..maps.blocks().len()).flat_map(|index| set.run(Piece { maps, index }));
    blocks.take(maps.channels()).collect()
}

/// One block of channels.
struct Piece<'a> {
    maps: &'a Blocked,
    index: usize,
}

impl Work for Piece<'_> {
    type Output = [Sums; LANES];

    /// Plain loops over sixteen lanes: the compiler makes vector instructions of them, in double precision too.
    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) -> [Sums; LANES] {
        let (mut min, mut max) = ([f32::INFINITY; LANES], [f32::NEG_INFINITY; LANES]);
        let (mut sum, mut squares, mut zeros) = ([0.0_f64; LANES], [0.0_f64; LANES], [0_u32; LANES]);
        for Pixel(values) in self.maps.block_rows(self.index).flatten() {
            for lane in 0..LANES {
                let value = values[lane];
                min[lane] = if value < min[lane] { value } else { min[lane] };
                max[lane] = if value > max[lane] { value } else { max[lane] };
                zeros[lane] += u32::from(value == 0.0);
                let value = f64::from(value);
                sum[lane] += value;
                squares[lane] += value * value;
            }
        }
        std::array::from_fn(|lane| Sums {
            min: min[lane],
            max: max[lane],
            sum: sum[lane],
            squares: squares[lane],
            zeros: zeros[lane],
        })
    }
}
