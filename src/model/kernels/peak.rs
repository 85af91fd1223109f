//! Multiplications and additions as fast as the processor can: nothing but registers.

use super::simd::{InstructionSet, LANES, Simd, Work};

/// Sums that grow side by side, enough for the instruction's latency, few enough for the registers.
const SUMS: usize = 8;

/// Floating-point operations of a round (a multiply-accumulate is two).
pub const FLOP_PER_ROUND: usize = 2 * SUMS * LANES;

/// Runs `rounds` rounds on the calling thread; the result is there so that they are not left out.
pub fn multiply_add(set: InstructionSet, rounds: usize) -> f32 {
    set.run(Rounds(rounds))
}

struct Rounds(usize);

impl Work for Rounds {
    type Output = f32;

    #[inline(always)]
    fn run<S: Simd>(self, simd: S) -> f32 {
        let factor = simd.splat(std::hint::black_box(0.999));
        let mut total = 0.0;
        let mut sums = [factor; SUMS];
        for _ in 0..self.0 {
            for sum in &mut sums {
                *sum = simd.mul_add(*sum, factor, factor);
            }
        }
        for sum in sums {
            let mut lanes = [0.0; LANES];
            simd.store(sum, &mut lanes);
            total += lanes.iter().sum::<f32>();
        }
        total
    }
}
