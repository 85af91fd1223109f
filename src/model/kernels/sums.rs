//! What statistics and comparisons are made of: extremes and sums of every channel, one look at each number.

use super::blocked::Blocked;
use super::error::ShapeError;
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

/// Sums over all cells of two activations.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Products {
    /// Of one times the other.
    pub product: f64,
    /// Of the squares of the first, and of the second.
    pub squares: [f64; 2],
}

impl Products {
    /// Of row-major numbers of one length.
    pub fn of(a: &[f32], b: &[f32]) -> Self {
        let mut sums = Self::default();
        for (&a, &b) in a.iter().zip(b) {
            let (a, b) = (f64::from(a), f64::from(b));
            sums.product += a * b;
            sums.squares[0] += a * a;
            sums.squares[1] += b * b;
        }
        sums
    }

    /// Of maps.
    ///
    /// # Errors
    /// [`ShapeError`] where both differ in shape.
    pub fn of_maps(set: InstructionSet, a: &Blocked, b: &Blocked) -> Result<Self, ShapeError> {
        if a.channels() != b.channels() {
            return Err(ShapeError::Channels { wanted: a.channels(), found: b.channels() });
        }
        if a.sides() != b.sides() {
            return Err(ShapeError::Sides { wanted: a.sides(), found: b.sides() });
        }
        let mut sums = Self::default();
        for index in 0..a.blocks().len() {
            let lanes = set.run(Pair { maps: [a, b], index });
            sums.product += lanes[0].iter().sum::<f64>();
            sums.squares[0] += lanes[1].iter().sum::<f64>();
            sums.squares[1] += lanes[2].iter().sum::<f64>();
        }
        Ok(sums)
    }
}

/// One block of channels of two activations.
struct Pair<'a> {
    maps: [&'a Blocked; 2],
    index: usize,
}

impl Work for Pair<'_> {
    type Output = [[f64; LANES]; 3];

    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) -> [[f64; LANES]; 3] {
        let [a, b] = self.maps.map(|maps| maps.block_rows(self.index).flatten());
        let mut sums = [[0.0; LANES]; 3];
        for (Pixel(a), Pixel(b)) in a.zip(b) {
            for lane in 0..LANES {
                let (a, b) = (f64::from(a[lane]), f64::from(b[lane]));
                sums[0][lane] += a * b;
                sums[1][lane] += a * a;
                sums[2][lane] += b * b;
            }
        }
        sums
    }
}
