//! Means over an interval from few points.

use std::f64::consts::PI;

/// Where a function is asked between 0 and 1, and what each answer weighs, so that the mean of every polynomial of degree
/// `2 * count - 1` is exact (Gauss-Legendre): positions rising, weights of sum 1.
pub fn gauss_legendre(count: usize) -> Vec<(f64, f64)> {
    let point = |index: usize| {
        // Newton's method from the usual first guess.
        let mut x = (PI * (index as f64 + 0.75) / (count as f64 + 0.5)).cos();
        let mut slope = 1.0;
        for _ in 0..100 {
            let (value, derivative) = legendre(count, x);
            slope = derivative;
            let step = value / derivative;
            x -= step;
            if step.abs() < 1e-15 {
                break;
            }
        }
        (0.5 * (1.0 + x), 1.0 / ((1.0 - x * x) * slope * slope))
    };
    (0..count).rev().map(point).collect()
}

/// Legendre's polynomial of that degree at `x`, and its derivative.
fn legendre(degree: usize, x: f64) -> (f64, f64) {
    let (mut before, mut value) = (0.0, 1.0);
    for n in 0..degree {
        let n = n as f64;
        (before, value) = (value, ((2.0 * n + 1.0) * x * value - n * before) / (n + 1.0));
    }
    (value, degree as f64 * (x * value - before) / (x * x - 1.0))
}
