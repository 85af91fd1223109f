//! Powers of e, their shares and their logarithms, rounded so that every step holds as it is printed.

use super::{as_printed, decimals_of, sum_holds};
use crate::locale::format::{fixed, percent, times_power};

/// Significant digits that a number has at least.
const LEAST_DIGITS: i32 = 3;
/// Digits beyond which an `f64` has no more.
const MOST_DIGITS: i32 = 15;
/// Between these a number is written out; beyond, with a power of ten.
const WRITTEN_OUT: std::ops::Range<f64> = 1e-4..1e6;
/// Logarithms beyond which an `f64` has no power.
const LARGEST_LOGARITHM: f64 = 700.0;

/// A number from 0 up as it is printed, and the natural logarithm of what is printed.
#[derive(Clone, Debug, PartialEq)]
struct Printed {
    text: String,
    logarithm: f64,
}

/// `e^logarithm` with so many significant digits: `0.904`, `21.98`, `4.1 × 10⁻⁷`.
fn power(logarithm: f64, digits: i32) -> Printed {
    let value = logarithm.exp();
    if WRITTEN_OUT.contains(&value) {
        let decimals = decimals_of(value, digits, MOST_DIGITS + 4);
        let logarithm = as_printed(value, decimals).ln();
        return Printed { text: fixed(value, decimals), logarithm };
    }
    if !logarithm.is_finite() {
        let text = if logarithm == f64::NEG_INFINITY { "0" } else { "∞" };
        return Printed { text: text.to_owned(), logarithm };
    }
    // Where there is no such power, its digits come from the logarithm.
    let shift = match logarithm.abs() > LARGEST_LOGARITHM {
        true => (logarithm / std::f64::consts::LN_10).floor(),
        false => 0.0,
    };
    let written = format!("{:.*e}", (digits - 1) as usize, (logarithm - shift * std::f64::consts::LN_10).exp());
    let (mantissa, exponent) = written.split_once('e').expect("scientific notation has an exponent");
    let exponent = exponent.parse::<f64>().expect("a printed number can be read") + shift;
    let digits: f64 = mantissa.parse().expect("a printed number can be read");
    Printed { text: times_power(mantissa, exponent), logarithm: digits.ln() + exponent * std::f64::consts::LN_10 }
}

/// The first count of digits for which a step holds; the most there are if none does.
fn digits_where(holds: impl Fn(i32) -> bool) -> i32 {
    (LEAST_DIGITS..=MOST_DIGITS).find(|&digits| holds(digits)).unwrap_or(MOST_DIGITS)
}

/// `p` in `−ln p = loss`, with as many digits as bring the loss out with so many decimals.
#[must_use]
pub fn probability_of(loss: f64, decimals: usize) -> String {
    let wanted = fixed(loss, decimals);
    let digits = digits_where(|digits| fixed(-power(-loss, digits).logarithm, decimals) == wanted);
    power(-loss, digits).text
}

/// Decimals, at least so many, with which numbers times their weights add up to their sum as printed; weights have one.
#[must_use]
pub fn weighted_decimals(weighted: &[(f64, f64)], least: usize) -> usize {
    let total: f64 = weighted.iter().map(|(weight, value)| weight * value).sum();
    let holds = |&decimals: &usize| {
        let terms = weighted.iter().map(|&(weight, value)| as_printed(weight, 1) * as_printed(value, decimals));
        fixed(terms.sum(), decimals) == fixed(total, decimals)
    };
    (least..=MOST_DIGITS as usize).find(holds).unwrap_or(MOST_DIGITS as usize)
}

/// Decimals, at least two, with which the parts add up to a logit and the logit less `shift` has the power as printed.
fn logit_decimals(parts: &[f64], shift: f64, digits: i32) -> usize {
    let logit: f64 = parts.iter().sum();
    let wanted = power(logit - shift, digits).text;
    let holds = |&decimals: &usize| {
        let exponent = as_printed(logit, decimals) - as_printed(shift, decimals);
        sum_holds(parts, decimals) && power(exponent, digits).text == wanted
    };
    (2..=MOST_DIGITS as usize).find(holds).unwrap_or(MOST_DIGITS as usize)
}

/// `evidence + bias = logit`, `e^(logit − shift) = power`, `power ÷ sum = share`.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Decimals of evidence, bias, logit and shift.
    pub decimals: usize,
    /// `21.98`.
    pub power: String,
    /// `26.42`.
    pub sum: String,
    /// `83.2%`.
    pub share: String,
}

impl Share {
    /// `parts` add up to the logit; `sum` is that of all powers, each of a logit less `shift`.
    #[must_use]
    pub fn new(parts: &[f64], shift: f64, sum: f64) -> Self {
        let exponent = parts.iter().sum::<f64>() - shift;
        let share = percent((exponent - sum.ln()).exp());
        let digits = digits_where(|digits| {
            let [own, all] = [exponent, sum.ln()].map(|logarithm| power(logarithm, digits).logarithm);
            percent((own - all).exp()) == share
        });
        Self {
            decimals: logit_decimals(parts, shift, digits),
            power: power(exponent, digits).text,
            sum: power(sum.ln(), digits).text,
            share,
        }
    }
}

/// `evidence + bias = difference`, `e^difference = odds`, `odds = one share ÷ the other`.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    /// Decimals of evidence, bias and difference.
    pub decimals: usize,
    /// `12.3`.
    pub odds: String,
    /// `83.2%` and `6.76%`, where shares were given.
    pub shares: Option<[String; 2]>,
}

impl Odds {
    /// `parts` add up to the difference of two logits; of the shares, the natural logarithms.
    #[must_use]
    pub fn new(parts: &[f64], shares: Option<[f64; 2]>) -> Self {
        let odds = power(parts.iter().sum(), LEAST_DIGITS).text;
        let in_percent = |logarithm: f64, digits| power(logarithm + 100_f64.ln(), digits);
        let shares = shares.map(|shares| {
            let digits = digits_where(|digits| {
                let [first, second] = shares.map(|share| in_percent(share, digits).logarithm);
                power(first - second, LEAST_DIGITS).text == odds
            });
            shares.map(|share| format!("{}%", in_percent(share, digits).text))
        });
        Self { decimals: logit_decimals(parts, 0.0, LEAST_DIGITS), odds, shares }
    }
}
