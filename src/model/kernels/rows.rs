//! A few rows of numbers times the weights of some classes, and back, and two long vectors, in double precision: what a linear
//! classifier is fitted with.

use super::simd::{InstructionSet, Simd, Work};

/// Rows that are multiplied at once, so that each weight is read from memory once for all of them.
pub const AT_ONCE: usize = 4;

/// Columns that are multiplied at once; rows and weights are as long as some times this.
pub const COLUMNS: usize = 8;

/// Classes whose sums stay in registers together.
const CLASSES: usize = 2;

/// The product of each row with the weights of each class, `[class][row]`; `weights` are `[classes, columns]`.
///
/// # Panics
/// Where the rows are not of one length, a multiple of [`COLUMNS`] above 0, or the weights not as many as classes of it.
pub fn scores(set: InstructionSet, rows: [&[f32]; AT_ONCE], weights: &[f64]) -> Vec<[f64; AT_ONCE]> {
    set.run(Scores { rows, weights })
}

/// Adds to the `sums`, `[classes, columns]`, each row times its factor for the class, `[class][row]`.
///
/// # Panics
/// As [`scores`].
pub fn add_rows(set: InstructionSet, rows: [&[f32]; AT_ONCE], factors: &[[f64; AT_ONCE]], sums: &mut [f64]) {
    set.run(AddRows { rows, factors, sums });
}

/// The product of two vectors of one length.
pub fn dot(set: InstructionSet, a: &[f64], b: &[f64]) -> f64 {
    set.run(Dot { a, b })
}

/// Adds to each number of a vector the one at its place in another, times a factor.
pub fn add_scaled(set: InstructionSet, sums: &mut [f64], factor: f64, values: &[f64]) {
    set.run(AddScaled { sums, factor, values });
}

/// Products that are added up side by side.
const SIDE_BY_SIDE: usize = 32;

struct Dot<'a> {
    a: &'a [f64],
    b: &'a [f64],
}

struct AddScaled<'a> {
    sums: &'a mut [f64],
    factor: f64,
    values: &'a [f64],
}

struct Scores<'a> {
    rows: [&'a [f32]; AT_ONCE],
    weights: &'a [f64],
}

struct AddRows<'a> {
    rows: [&'a [f32]; AT_ONCE],
    factors: &'a [[f64; AT_ONCE]],
    sums: &'a mut [f64],
}

/// Rows in pieces of [`COLUMNS`].
#[inline(always)]
fn pieces(rows: [&[f32]; AT_ONCE]) -> [&[[f32; COLUMNS]]; AT_ONCE] {
    rows.map(|row| row.as_chunks().0)
}

/// The numbers of one piece of each row, in double precision.
#[inline(always)]
fn doubles(rows: [&[f32; COLUMNS]; AT_ONCE]) -> [[f64; COLUMNS]; AT_ONCE] {
    let mut doubles = [[0.0; COLUMNS]; AT_ONCE];
    for row in 0..AT_ONCE {
        for column in 0..COLUMNS {
            doubles[row][column] = f64::from(rows[row][column]);
        }
    }
    doubles
}

/// `sum + a * b`, in one rounding where the processor can.
#[inline(always)]
fn fused<S: Simd>(a: f64, b: f64, sum: f64) -> f64 {
    if S::FUSES_DOUBLES { a.mul_add(b, sum) } else { sum + a * b }
}

impl Work for Scores<'_> {
    type Output = Vec<[f64; AT_ONCE]>;

    /// Plain loops over the columns of a piece: the compiler makes vector instructions of them.
    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) -> Self::Output {
        let width = self.rows[0].len();
        let rows = pieces(self.rows);
        let mut scores = Vec::with_capacity(self.weights.len() / width.max(1));
        for classes in self.weights.chunks(CLASSES * width.max(1)) {
            let count = classes.len() / width;
            // The last class stands in for those that are missing.
            let weights: [&[[f64; COLUMNS]]; CLASSES] =
                std::array::from_fn(|class| classes[class.min(count - 1) * width..][..width].as_chunks().0);
            let mut sums = [[[0.0_f64; COLUMNS]; AT_ONCE]; CLASSES];
            for piece in 0..width / COLUMNS {
                let values = doubles([&rows[0][piece], &rows[1][piece], &rows[2][piece], &rows[3][piece]]);
                for class in 0..CLASSES {
                    let weights = weights[class][piece];
                    for row in 0..AT_ONCE {
                        for column in 0..COLUMNS {
                            let sum = &mut sums[class][row][column];
                            *sum = fused::<S>(values[row][column], weights[column], *sum);
                        }
                    }
                }
            }
            scores.extend(sums[..count].iter().map(|class| class.map(|sums| sums.iter().sum::<f64>())));
        }
        scores
    }
}

impl Work for AddRows<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) {
        let width = self.rows[0].len();
        let [first, others @ ..] = pieces(self.rows);
        for (piece, own) in first.iter().enumerate() {
            let values = doubles([own, &others[0][piece], &others[1][piece], &others[2][piece]]);
            for (class, factors) in self.factors.iter().enumerate() {
                let place = class * width + piece * COLUMNS;
                let sums =
                    self.sums[place..].first_chunk_mut::<COLUMNS>().expect("there is a sum for each column of a class");
                let mut next = *sums;
                for row in 0..AT_ONCE {
                    for column in 0..COLUMNS {
                        next[column] = fused::<S>(values[row][column], factors[row], next[column]);
                    }
                }
                *sums = next;
            }
        }
    }
}

impl Work for Dot<'_> {
    type Output = f64;

    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) -> f64 {
        let (pieces_a, rest_a) = self.a.as_chunks::<SIDE_BY_SIDE>();
        let (pieces_b, rest_b) = self.b.as_chunks::<SIDE_BY_SIDE>();
        let mut sums = [0.0; SIDE_BY_SIDE];
        for (a, b) in pieces_a.iter().zip(pieces_b) {
            for place in 0..SIDE_BY_SIDE {
                sums[place] = fused::<S>(a[place], b[place], sums[place]);
            }
        }
        rest_a.iter().zip(rest_b).fold(sums.iter().sum(), |sum, (a, b)| sum + a * b)
    }
}

impl Work for AddScaled<'_> {
    type Output = ();

    #[inline(always)]
    fn run<S: Simd>(self, _simd: S) {
        for (sum, value) in self.sums.iter_mut().zip(self.values) {
            *sum = fused::<S>(self.factor, *value, *sum);
        }
    }
}
