//! Where every channel is strongest, and what it is on average, in one look at each number.

use super::blocked::Blocked;
use super::simd::{InstructionSet, LANES, Pixel, Simd, Work};

/// Of the cells of one channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Maximum {
    /// Largest value.
    pub value: f32,
    /// The first cell that has it, counted row by row.
    pub cell: u32,
    /// Sum of all cells; no number where a value is none.
    pub sum: f64,
}

impl Maximum {
    /// Of the cells of one channel, row-major.
    pub fn of(values: &[f32]) -> Self {
        let mut maximum = Self { value: f32::NEG_INFINITY, cell: 0, sum: 0.0 };
        for (cell, &value) in (0..).zip(values) {
            if value > maximum.value {
                (maximum.value, maximum.cell) = (value, cell);
            }
            maximum.sum += f64::from(value);
        }
        maximum
    }
}

/// One entry a channel.
pub fn maxima(set: InstructionSet, maps: &Blocked) -> Vec<Maximum> {
    let blocks = (0..maps.blocks().len()).flat_map(|index| set.run(Piece { maps, index }));
    blocks.take(maps.channels()).collect()
}

/// One block of channels.
struct Piece<'a> {
    maps: &'a Blocked,
    index: usize,
}

impl Work for Piece<'_> {
    type Output = [Maximum; LANES];

    /// Plain loops over sixteen lanes: the compiler makes vector instructions of them.
    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) -> [Maximum; LANES] {
        let (mut values, mut cells) = ([f32::NEG_INFINITY; LANES], [0_u32; LANES]);
        let mut sums = [0.0_f64; LANES];
        let mut cell = 0;
        for row in self.maps.block_rows(self.index) {
            // A row is short enough for single precision.
            let mut line = [0.0_f32; LANES];
            for Pixel(pixel) in row {
                for lane in 0..LANES {
                    let is_larger = pixel[lane] > values[lane];
                    values[lane] = if is_larger { pixel[lane] } else { values[lane] };
                    cells[lane] = if is_larger { cell } else { cells[lane] };
                    line[lane] += pixel[lane];
                }
                cell += 1;
            }
            for lane in 0..LANES {
                sums[lane] += f64::from(line[lane]);
            }
        }
        std::array::from_fn(|lane| Maximum { value: values[lane], cell: cells[lane], sum: sums[lane] })
    }
}
