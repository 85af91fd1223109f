//! Matrix times matrix on slices: the bounds are checked here, the work is the `gemm` crate's (the one under candle).
#![allow(
    unsafe_code,
    reason = "gemm's entry takes pointers; this file is the checked door to it"
)]

use gemm::Parallelism;

/// A row-major matrix in a slice; rows may lie further apart than they are long.
#[derive(Clone, Copy, Debug)]
pub struct Matrix<'a> {
    /// The numbers; the first is row 0, column 0.
    pub values: &'a [f32],
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Distance between the starts of two rows, at least `columns`.
    pub stride: usize,
}

impl<'a> Matrix<'a> {
    /// A matrix without gaps.
    pub fn dense(values: &'a [f32], rows: usize, columns: usize) -> Self {
        Self {
            values,
            rows,
            columns,
            stride: columns,
        }
    }

    /// Numbers from the first to the last that the matrix reaches.
    fn span(&self) -> usize {
        match self.rows {
            0 => 0,
            rows => (rows - 1) * self.stride + self.columns,
        }
    }
}

/// `out = left * right`, on the calling thread; `out` is row-major without gaps, `[left.rows, right.columns]`.
///
/// # Panics
/// When the shapes do not fit or a slice is shorter than its matrix: a mistake of the caller.
pub fn multiply(out: &mut [f32], left: Matrix<'_>, right: Matrix<'_>) {
    let left = Left {
        matrix: left,
        is_transposed: false,
    };
    product(out, left, right, false);
}

/// `out = transposed left * right`, or with `add` `out += …`; `out` is `[left.columns, right.columns]`.
///
/// # Panics
/// As [`multiply`].
pub fn multiply_transposed(out: &mut [f32], left: Matrix<'_>, right: Matrix<'_>, add: bool) {
    let left = Left {
        matrix: left,
        is_transposed: true,
    };
    product(out, left, right, add);
}

/// A matrix as it lies, or turned.
struct Left<'a> {
    matrix: Matrix<'a>,
    is_transposed: bool,
}

fn product(out: &mut [f32], left: Left<'_>, right: Matrix<'_>, add: bool) {
    let Left {
        matrix: left,
        is_transposed,
    } = left;
    let (m, k) = match is_transposed {
        false => (left.rows, left.columns),
        true => (left.columns, left.rows),
    };
    assert_eq!(k, right.rows, "inner dimensions differ");
    assert!(
        left.stride >= left.columns && right.stride >= right.columns,
        "rows overlap"
    );
    assert!(
        left.span() <= left.values.len(),
        "left matrix reaches beyond its slice"
    );
    assert!(
        right.span() <= right.values.len(),
        "right matrix reaches beyond its slice"
    );
    let n = right.columns;
    let (left_column, left_row) = match is_transposed {
        false => (1, left.stride as isize),
        true => (left.stride as isize, 1),
    };
    assert_eq!(out.len(), m * n, "output has another size");
    // SAFETY: all three matrices lie inside their slices (asserted above), `out` is borrowed mutably and so overlaps
    // neither input, and strides are positive and smaller than isize::MAX, as slices are.
    unsafe {
        gemm::gemm(
            m,
            n,
            k,
            out.as_mut_ptr(),
            1,
            n as isize,
            add,
            left.values.as_ptr(),
            left_column,
            left_row,
            right.values.as_ptr(),
            1,
            right.stride as isize,
            if add { 1.0 } else { 0.0 },
            1.0,
            false,
            false,
            false,
            Parallelism::None,
        );
    }
}
