//! Winograd's transforms along one side: of `N` cells of the input, and back from `N` points to `M` outputs.
//!
//! The points are 0, 1, -1 (2, -2) and infinity.  Row `i` of the input transform holds the coefficients of the polynomial that
//! is 0 at all points but the `i`-th; the output transform evaluates powers of the points.

use super::simd::Simd;

/// The transforms for `N` points and `M` outputs.
pub(super) trait Transforms<const N: usize, const M: usize>: Send {
    /// Cells to points.
    fn input<S: Simd>(simd: S, x: [S::Vector; N]) -> [S::Vector; N];
    /// Points to outputs.
    fn output<S: Simd>(simd: S, x: [S::Vector; N]) -> [S::Vector; M];
}

/// Two outputs of a 3-tap filter from four cells.
pub(super) struct TwoOfFour;
/// Two outputs of a 5-tap filter from six cells.
pub(super) struct TwoOfSix;
/// Three outputs of a 4-tap filter from six cells.
pub(super) struct ThreeOfSix;
/// Four outputs of a 3-tap filter from six cells.
pub(super) struct FourOfSix;

/// Transforms the columns, then the rows.  Functions, not one function with a closure: only these are sure to be compiled with the
/// instructions of `simd`.
macro_rules! both_ways {
    ($name:ident, $transform:ident, to $points:ident) => {
        #[inline(always)]
        pub(super) fn $name<S: Simd, T: Transforms<N, M>, const N: usize, const M: usize>(
            simd: S,
            x: &[[S::Vector; N]; N],
        ) -> [[S::Vector; $points]; $points] {
            let mut columns = [[x[0][0]; N]; $points];
            for j in 0..N {
                let mut column = [x[0][0]; N];
                for i in 0..N {
                    column[i] = x[i][j];
                }
                let column = T::$transform(simd, column);
                for i in 0..$points {
                    columns[i][j] = column[i];
                }
            }
            let mut result = [[x[0][0]; $points]; $points];
            for i in 0..$points {
                result[i] = T::$transform(simd, columns[i]);
            }
            result
        }
    };
}

both_ways!(input_both_ways, input, to N);
both_ways!(output_both_ways, output, to M);

/// The input's transform for six points.
#[inline(always)]
fn input_of_six<S: Simd>(simd: S, x: [S::Vector; 6]) -> [S::Vector; 6] {
    let (two, minus_two) = (simd.splat(2.0), simd.splat(-2.0));
    let (four, minus_four) = (simd.splat(4.0), simd.splat(-4.0));
    let minus_five = simd.splat(-5.0);
    let even = simd.mul_add(minus_four, x[2], x[4]);
    let odd = simd.mul_add(minus_four, x[1], x[3]);
    let even_at_two = simd.sub(x[4], x[2]);
    let odd_at_two = simd.sub(x[3], x[1]);
    [
        simd.mul_add(four, x[0], simd.mul_add(minus_five, x[2], x[4])),
        simd.add(even, odd),
        simd.sub(even, odd),
        simd.mul_add(two, odd_at_two, even_at_two),
        simd.mul_add(minus_two, odd_at_two, even_at_two),
        simd.mul_add(four, x[1], simd.mul_add(minus_five, x[3], x[5])),
    ]
}

/// Sums and differences at 1 and -1, at 2 and -2.
#[inline(always)]
fn pairs<S: Simd>(simd: S, x: [S::Vector; 6]) -> [S::Vector; 4] {
    [simd.add(x[1], x[2]), simd.sub(x[1], x[2]), simd.add(x[3], x[4]), simd.sub(x[3], x[4])]
}

impl Transforms<6, 4> for FourOfSix {
    #[inline(always)]
    fn input<S: Simd>(simd: S, x: [S::Vector; 6]) -> [S::Vector; 6] {
        input_of_six(simd, x)
    }

    #[inline(always)]
    fn output<S: Simd>(simd: S, x: [S::Vector; 6]) -> [S::Vector; 4] {
        let [sum, difference, sum_at_two, difference_at_two] = pairs(simd, x);
        let (two, four, eight) = (simd.splat(2.0), simd.splat(4.0), simd.splat(8.0));
        [
            simd.add(x[0], simd.add(sum, sum_at_two)),
            simd.mul_add(two, difference_at_two, difference),
            simd.mul_add(four, sum_at_two, sum),
            simd.add(x[5], simd.mul_add(eight, difference_at_two, difference)),
        ]
    }
}

impl Transforms<6, 3> for ThreeOfSix {
    #[inline(always)]
    fn input<S: Simd>(simd: S, x: [S::Vector; 6]) -> [S::Vector; 6] {
        input_of_six(simd, x)
    }

    #[inline(always)]
    fn output<S: Simd>(simd: S, x: [S::Vector; 6]) -> [S::Vector; 3] {
        let [sum, difference, sum_at_two, difference_at_two] = pairs(simd, x);
        [
            simd.add(x[0], simd.add(sum, sum_at_two)),
            simd.mul_add(simd.splat(2.0), difference_at_two, difference),
            simd.add(x[5], simd.mul_add(simd.splat(4.0), sum_at_two, sum)),
        ]
    }
}

impl Transforms<6, 2> for TwoOfSix {
    #[inline(always)]
    fn input<S: Simd>(simd: S, x: [S::Vector; 6]) -> [S::Vector; 6] {
        input_of_six(simd, x)
    }

    #[inline(always)]
    fn output<S: Simd>(simd: S, x: [S::Vector; 6]) -> [S::Vector; 2] {
        let [sum, difference, sum_at_two, difference_at_two] = pairs(simd, x);
        let odd = simd.mul_add(simd.splat(2.0), difference_at_two, difference);
        [simd.add(x[0], simd.add(sum, sum_at_two)), simd.add(x[5], odd)]
    }
}

impl Transforms<4, 2> for TwoOfFour {
    #[inline(always)]
    fn input<S: Simd>(simd: S, x: [S::Vector; 4]) -> [S::Vector; 4] {
        [simd.sub(x[0], x[2]), simd.add(x[1], x[2]), simd.sub(x[2], x[1]), simd.sub(x[3], x[1])]
    }

    #[inline(always)]
    fn output<S: Simd>(simd: S, x: [S::Vector; 4]) -> [S::Vector; 2] {
        [simd.add(x[0], simd.add(x[1], x[2])), simd.add(x[3], simd.sub(x[1], x[2]))]
    }
}
