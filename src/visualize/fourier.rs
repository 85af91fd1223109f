//! Real planes as Fourier coefficients and back; the way back of the gradient with them.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use realfft::{ComplexToReal, RealFftPlanner, RealToComplex};
use rustfft::num_complex::Complex;
use rustfft::{Fft, FftPlanner};

use crate::model::kernels::on_all_threads;

/// Rows or columns of a task.
const LINES: usize = 16;

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
    /// Memory of transforms that are done, for the next ones.
    spare: Arc<Mutex<Vec<Vec<Coefficient>>>>,
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
            spare: Arc::default(),
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

    /// Room for so many coefficients, with any values.
    fn room(&self, count: usize) -> Vec<Coefficient> {
        let mut room = self.spare.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        room.resize(count, Coefficient::default());
        room
    }

    /// It serves the next one.
    fn give_back(&self, room: Vec<Coefficient>) {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner).push(room);
    }

    /// Planes, row-major, of coefficients: their sum of waves divided by the number of pixels (NumPy's and PyTorch's `irfft2`; of the
    /// waves without a conjugate partner in the row only the real part counts).  `coefficients` writes those of a plane from a place
    /// on; `finish` gets the same row of all planes.
    pub fn planes<const N: usize>(
        &self,
        coefficients: impl Fn(usize, usize, &mut [Coefficient]) + Sync,
        finish: impl Fn([&mut [f32]; N]) + Sync,
    ) -> [Vec<f32>; N] {
        let (side, count) = (self.side, self.count());
        let (coefficients, finish) = (&coefficients, &finish);
        let mut columns = self.room(N * count);
        let parts = columns.chunks_exact_mut(count).enumerate();
        let parts = parts.flat_map(|(plane, columns)| {
            let chunks = columns.chunks_mut(LINES * side).enumerate();
            chunks.map(move |(index, chunk)| (plane, index * LINES * side, chunk))
        });
        on_all_threads(parts.map(|(plane, first, chunk)| {
            move || {
                coefficients(plane, first, chunk);
                self.columns_back.process(chunk);
            }
        }));
        let mut planes = [(); N].map(|()| vec![0.0; side * side]);
        let read = &columns;
        on_all_threads(pieces(planes.each_mut().map(|plane| &mut plane[..]), side).into_iter().enumerate().map(
            |(index, mut piece)| {
                move || {
                    let mut row = self.rows_back.make_input_vec();
                    let mut scratch = self.rows_back.make_scratch_vec();
                    for line in 0..piece[0].len() / side {
                        let y = index * LINES + line;
                        let mut lines = piece.each_mut().map(|rows| &mut rows[line * side..][..side]);
                        for (columns, line) in read.chunks_exact(count).zip(&mut lines) {
                            self.row_back(&columns[y..], &mut row, &mut scratch, line);
                        }
                        finish(lines);
                    }
                }
            },
        ));
        self.give_back(columns);
        planes
    }

    /// A row of a plane from the transformed columns, which are given from that row on.
    fn row_back(
        &self,
        columns: &[Coefficient],
        row: &mut [Coefficient],
        scratch: &mut [Coefficient],
        line: &mut [f32],
    ) {
        let (side, kept) = (self.side, self.kept());
        let scale = 1.0 / (side * side) as f32;
        for (coefficient, column) in row.iter_mut().zip(columns.iter().step_by(side)) {
            *coefficient = column * scale;
        }
        row[0].im = 0.0;
        if side.is_multiple_of(2) {
            row[kept - 1].im = 0.0;
        }
        let done = self.rows_back.process_with_scratch(row, line, scratch);
        done.expect("a row has its length, and real waves where they must be");
    }

    /// The coefficients of planes, plane after plane: [`Self::planes`] of them are the planes again.  `prepare` gets each row of all
    /// planes, with its number, before it is transformed.
    pub fn coefficients<const N: usize>(
        &self,
        planes: [Vec<f32>; N],
        prepare: impl Fn(usize, [&mut [f32]; N]) + Sync,
    ) -> Vec<Coefficient> {
        self.transformed(planes, prepare, |_, _| {})
    }

    /// The same, with each column of coefficients given to `finish` with its number.
    fn transformed<const N: usize>(
        &self,
        mut planes: [Vec<f32>; N],
        prepare: impl Fn(usize, [&mut [f32]; N]) + Sync,
        finish: impl Fn(usize, &mut [Coefficient]) + Sync,
    ) -> Vec<Coefficient> {
        let finish = &finish;
        let (side, kept, count) = (self.side, self.kept(), self.count());
        let prepare = &prepare;
        let mut rows = self.room(N * count);
        let mut rows_by_plane = rows.chunks_exact_mut(count);
        let rows_by_plane = std::array::from_fn(|_| rows_by_plane.next().unwrap_or_default());
        let planes = pieces(planes.each_mut().map(|plane| &mut plane[..]), side);
        let parts = planes.into_iter().zip(pieces::<_, N>(rows_by_plane, kept));
        on_all_threads(parts.enumerate().map(|(index, (mut piece, mut rows))| {
            move || {
                let mut scratch = self.rows.make_scratch_vec();
                for line in 0..piece[0].len() / side {
                    prepare(index * LINES + line, piece.each_mut().map(|rows| &mut rows[line * side..][..side]));
                    for (plane, rows) in piece.iter_mut().zip(&mut rows) {
                        let (plane, row) = (&mut plane[line * side..][..side], &mut rows[line * kept..][..kept]);
                        let done = self.rows.process_with_scratch(plane, row, &mut scratch);
                        done.expect("a row has its length");
                    }
                }
            }
        }));
        let mut columns = vec![Coefficient::default(); N * count];
        let parts = columns.chunks_exact_mut(count).zip(rows.chunks_exact(count));
        let parts = parts.flat_map(|(columns, rows)| {
            columns.chunks_mut(LINES * side).enumerate().map(move |(index, chunk)| (rows, index * LINES, chunk))
        });
        on_all_threads(parts.map(|(rows, first, chunk)| {
            move || {
                for (fx, column) in (first..).zip(chunk.chunks_exact_mut(side)) {
                    for (cell, row) in column.iter_mut().zip(rows[fx..].iter().step_by(kept)) {
                        *cell = *row;
                    }
                }
                self.columns.process(chunk);
                for (fx, column) in (first..).zip(chunk.chunks_exact_mut(side)) {
                    finish(fx, column);
                }
            }
        }));
        self.give_back(rows);
        columns
    }

    /// From the gradient of planes to that of the coefficients they were made of: their real and imaginary parts, plane after plane.
    pub fn gradients<const N: usize>(
        &self,
        planes: [Vec<f32>; N],
        prepare: impl Fn(usize, [&mut [f32]; N]) + Sync,
    ) -> Vec<Coefficient> {
        let side = self.side;
        let single = 1.0 / (side * side) as f32;
        self.transformed(planes, prepare, |fx, column| {
            // Each coefficient stands for its conjugate too, except where it has none.
            let is_alone = fx == 0 || 2 * fx == side;
            let scale = if is_alone { single } else { 2.0 * single };
            column.iter_mut().for_each(|coefficient| *coefficient *= scale);
            if is_alone {
                // Their own conjugates are real, and stay so whatever rounding says.
                let own = [Some(0), side.is_multiple_of(2).then_some(side / 2)];
                own.into_iter().flatten().for_each(|fy| column[fy].im = 0.0);
            }
        })
    }
}

/// Some lines of all planes a piece.
fn pieces<T, const N: usize>(planes: [&mut [T]; N], length: usize) -> Vec<[&mut [T]; N]> {
    let mut chunks = planes.map(|plane| plane.chunks_mut(LINES * length));
    let count = chunks.first().map_or(0, ExactSizeIterator::len);
    (0..count).map(|_| chunks.each_mut().map(|chunks| chunks.next().unwrap_or_default())).collect()
}
