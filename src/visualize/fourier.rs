//! Real planes as Fourier coefficients and back; the way back of the gradient with them.

use std::fmt;
use std::sync::Arc;

use realfft::{ComplexToReal, RealFftPlanner, RealToComplex};
use rustfft::num_complex::Complex;
use rustfft::{Fft, FftPlanner};

/// One coefficient.
pub type Coefficient = Complex<f32>;

/// The two-dimensional transform of real planes of `side` x `side`.
///
/// Of each row of the transform only the first `side / 2 + 1` coefficients are kept, the others are their conjugates.  They lie
/// column by column: coefficient (`fy`, `fx`) at `fx * side + fy`.
#[derive(Clone)]
pub struct Fourier {
    side: usize,
    columns: Arc<dyn Fft<f32>>,
    columns_back: Arc<dyn Fft<f32>>,
    rows: Arc<dyn RealToComplex<f32>>,
    rows_back: Arc<dyn ComplexToReal<f32>>,
}

impl fmt::Debug for Fourier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fourier").field("side", &self.side).finish_non_exhaustive()
    }
}

impl Fourier {
    /// Plans the transforms.
    pub fn new(side: usize) -> Self {
        let (mut complex, mut real) = (FftPlanner::new(), RealFftPlanner::new());
        Self {
            side,
            columns: complex.plan_fft_forward(side),
            columns_back: complex.plan_fft_inverse(side),
            rows: real.plan_fft_forward(side),
            rows_back: real.plan_fft_inverse(side),
        }
    }

    /// Pixels of a side.
    pub fn side(&self) -> usize {
        self.side
    }

    /// Coefficients kept of each row.
    pub fn kept(&self) -> usize {
        self.side / 2 + 1
    }

    /// How many coefficients a plane has.
    pub fn count(&self) -> usize {
        self.kept() * self.side
    }

    /// Length of each coefficient's frequency, cycles a pixel, 0 to 0.71.
    pub fn frequencies(&self) -> Vec<f32> {
        let side = self.side;
        let signed = |index: usize| if 2 * index <= side { index as f32 } else { index as f32 - side as f32 };
        let of = |fx: usize, fy: usize| (fx as f32).hypot(signed(fy)) / side as f32;
        (0..self.kept()).flat_map(|fx| (0..side).map(move |fy| of(fx, fy))).collect()
    }

    /// The plane, row-major, of these coefficients: their sum of waves divided by the number of pixels (NumPy's and PyTorch's
    /// `irfft2`; of the waves without a conjugate partner in the row only the real part counts).
    pub fn plane(&self, coefficients: &[Coefficient]) -> Vec<f32> {
        let (side, kept) = (self.side, self.kept());
        let mut columns = coefficients.to_vec();
        self.columns_back.process(&mut columns);
        let mut plane = vec![0.0; side * side];
        let mut row = self.rows_back.make_input_vec();
        let mut scratch = self.rows_back.make_scratch_vec();
        let scale = 1.0 / (side * side) as f32;
        for (y, line) in plane.chunks_exact_mut(side).enumerate() {
            for (fx, coefficient) in row.iter_mut().enumerate() {
                *coefficient = columns[fx * side + y] * scale;
            }
            row[0].im = 0.0;
            if side.is_multiple_of(2) {
                row[kept - 1].im = 0.0;
            }
            self.rows_back
                .process_with_scratch(&mut row, line, &mut scratch)
                .expect("a row has its length, and real waves where they must be");
        }
        plane
    }

    /// The coefficients of a plane: `plane` of them is the plane again.
    pub fn coefficients(&self, plane: &[f32]) -> Vec<Coefficient> {
        let (side, kept) = (self.side, self.kept());
        let mut columns = vec![Coefficient::default(); self.count()];
        let (mut line, mut row) = (self.rows.make_input_vec(), self.rows.make_output_vec());
        let mut scratch = self.rows.make_scratch_vec();
        for (y, source) in plane.chunks_exact(side).enumerate() {
            line.copy_from_slice(source);
            self.rows.process_with_scratch(&mut line, &mut row, &mut scratch).expect("a row has its length");
            for fx in 0..kept {
                columns[fx * side + y] = row[fx];
            }
        }
        self.columns.process(&mut columns);
        columns
    }

    /// From the gradient of a plane to that of the coefficients it was made of: their real and imaginary parts.
    pub fn gradient(&self, plane: &[f32]) -> Vec<Coefficient> {
        let side = self.side;
        let mut coefficients = self.coefficients(plane);
        let single = 1.0 / (side * side) as f32;
        for (fx, column) in coefficients.chunks_exact_mut(side).enumerate() {
            // Each coefficient stands for its conjugate too, except where it has none.
            let is_alone = fx == 0 || 2 * fx == side;
            let scale = if is_alone { single } else { 2.0 * single };
            column.iter_mut().for_each(|coefficient| *coefficient *= scale);
            if is_alone {
                // Their own conjugates are real, and stay so whatever rounding says.
                let own = [Some(0), side.is_multiple_of(2).then_some(side / 2)];
                own.into_iter().flatten().for_each(|fy| column[fy].im = 0.0);
            }
        }
        coefficients
    }
}
