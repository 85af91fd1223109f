//! Numbers of one equation, rounded so that it holds as it is printed: whoever works it out from what is on screen gets what
//! is on screen.
//!
//! The result is rounded first; the numbers it comes from get as few digits as bring it out.

pub mod powers;

use crate::locale::format::{fixed, signed};

/// Digits beyond which nobody looks: an `f32` has no more.
const MOST_DIGITS: i32 = 9;
/// Decimals beyond which a result is as good as 0.
const MOST_DECIMALS: i32 = 8;
/// Decimals that the numbers behind a result may need.
const DECIMALS_BEHIND: i32 = 15;
/// Significant digits that a factor has at least.
const LEAST_DIGITS: i32 = 2;

/// Decimals with which a number has so many significant digits, at most `most`.
fn decimals_of(value: f64, digits: i32, most: i32) -> usize {
    if value == 0.0 || !value.is_finite() {
        return 0;
    }
    // Rounded first: 0.9996 has the digits of 1.00.
    let exponent = format!("{:.*e}", (digits - 1).max(0) as usize, value.abs());
    let exponent = exponent.rsplit_once('e').and_then(|(_, e)| e.parse().ok());
    let first: i32 = exponent.unwrap_or(0);
    (digits - 1 - first).clamp(0, most) as usize
}

/// The number as it is read off the screen.
fn as_printed(value: f64, decimals: usize) -> f64 {
    let text = format!("{value:.decimals$}");
    text.parse().expect("a printed number can be read")
}

/// Two factors and their product.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Product {
    values: [f64; 3],
    decimals: [usize; 3],
}

impl Product {
    /// The product has so many significant digits (at most eight decimals), the factors as many as it takes.
    #[must_use]
    pub fn new(factors: [f64; 2], digits: usize) -> Self {
        let [a, b] = factors;
        let result = decimals_of(a * b, digits as i32, MOST_DECIMALS);
        let behind = |value, digits| decimals_of(value, digits, DECIMALS_BEHIND);
        let digits = (LEAST_DIGITS..=MOST_DIGITS).find(|&digits| {
            let [a, b] = factors.map(|value| as_printed(value, behind(value, digits)));
            fixed(a * b, result) == fixed(factors[0] * factors[1], result)
        });
        let digits = digits.unwrap_or(MOST_DIGITS);
        Self { values: [a, b, a * b], decimals: [behind(a, digits), behind(b, digits), result] }
    }

    /// The first factor: `1.109`.
    #[must_use]
    pub fn first(&self) -> String {
        fixed(self.values[0], self.decimals[0])
    }

    /// The second, a weight: `−0.00148`.
    #[must_use]
    pub fn second(&self) -> String {
        signed(self.values[1], self.decimals[1])
    }

    /// What both make: `−0.00164`.
    #[must_use]
    pub fn result(&self) -> String {
        signed(self.values[2], self.decimals[2])
    }

    /// What `count` times the first factor is, so that this divided by `count` is the factor as printed.
    #[must_use]
    pub fn first_times(&self, count: usize) -> String {
        let (mean, count) = (self.values[0], count as f64);
        let wanted = self.first();
        let total = mean * count;
        let decimals = (2..=DECIMALS_BEHIND as usize)
            .find(|&decimals| fixed(as_printed(total, decimals) / count, self.decimals[0]) == wanted)
            .unwrap_or(DECIMALS_BEHIND as usize);
        fixed(total, decimals)
    }
}

/// Decimals, at least so many, with which numbers add up to their sum as printed.
#[must_use]
pub fn sum_decimals(parts: &[f64], least: usize) -> usize {
    let holds = |&decimals: &usize| sum_holds(parts, decimals);
    (least..=DECIMALS_BEHIND as usize).find(holds).unwrap_or(DECIMALS_BEHIND as usize)
}

/// Whether numbers as printed add up to their sum as printed.
fn sum_holds(parts: &[f64], decimals: usize) -> bool {
    let printed: f64 = parts.iter().map(|&part| as_printed(part, decimals)).sum();
    fixed(printed, decimals) == fixed(parts.iter().sum(), decimals)
}
