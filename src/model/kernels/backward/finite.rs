//! Looking for what is no number.

use crate::model::kernels::blocked::Blocked;
use crate::model::kernels::simd::{InstructionSet, LANES, Pixel, Simd, Work};

/// Whether every number is finite.
pub fn is_finite(set: InstructionSet, maps: &Blocked) -> bool {
    maps.blocks().iter().all(|block| set.run(Finite(block)))
}

/// One block, border included.
struct Finite<'a>(&'a [Pixel]);

impl Work for Finite<'_> {
    type Output = bool;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> bool {
        const SUMS: usize = 4;
        let zero = simd.splat(0.0);
        // A number times 0 is 0, anything else NaN.
        let mut sums = [zero; SUMS];
        let (fours, rest) = self.0.as_chunks::<SUMS>();
        for four in fours {
            for (sum, pixel) in sums.iter_mut().zip(four) {
                *sum = simd.mul_add(simd.load(&pixel.0), zero, *sum);
            }
        }
        for pixel in rest {
            sums[0] = simd.mul_add(simd.load(&pixel.0), zero, sums[0]);
        }
        let sum = simd.add(simd.add(sums[0], sums[1]), simd.add(sums[2], sums[3]));
        let mut lanes = [0.0; LANES];
        simd.store(sum, &mut lanes);
        lanes == [0.0; LANES]
    }
}
