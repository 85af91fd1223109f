//! Numbers as people read them: few digits, a true minus, units with a space.
//!
//! Axes, tables and chips have k, M and G in every language; sentences have [`crate::locale::large_numbers`].

use crate::locale::text::tr_with;

/// U+2212, as wide as a plus.
const MINUS: char = '−';

/// Three significant digits and the power of a thousand: `("73.6", "M")`, `("480", "")`.
///
/// `count` is a count of things, so what is below a thousand has no decimals.  Not a number: `"–"`.
#[must_use]
pub fn compact_parts(count: f64) -> (String, &'static str) {
    if !count.is_finite() {
        return ("–".to_owned(), "");
    }
    let sign = if count < 0.0 { "−" } else { "" };
    let mut rest = count.abs();
    if rest < 999.5 {
        return (format!("{sign}{rest:.0}"), "");
    }
    let mut unit = "";
    for next in ["k", "M", "G", "T"] {
        // 999.5 would be rounded up to a fourth digit.
        if rest < 999.5 {
            break;
        }
        rest /= 1000.0;
        unit = next;
    }
    (format!("{sign}{}", three_digits(rest)), unit)
}

/// Three significant digits with k, M, G or T: `1.58 G`, `92.4 k`, `7.00 M`, `480`.
#[must_use]
pub fn compact(count: f64) -> String {
    match compact_parts(count) {
        (number, "") => number,
        (number, unit) => format!("{number} {unit}"),
    }
}

/// A positive number below a thousand, with three significant digits.
fn three_digits(value: f64) -> String {
    let decimals = match value {
        ..9.995 => 2,
        ..99.95 => 1,
        _ => 0,
    };
    format!("{value:.decimals$}")
}

/// A count with commas: `898,560`.
#[must_use]
pub fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A share between 0 and 1 as `52.6%`.
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{}%", fixed(share * 100.0, 1))
}

/// A time in milliseconds with two significant digits: `0.47 ms`, `3.4 ms`, `56 ms`.
#[must_use]
pub fn milliseconds(duration_ms: f64) -> String {
    let decimals = match duration_ms {
        ..0.995 => 2,
        ..9.95 => 1,
        _ => 0,
    };
    format!("{} ms", fixed(duration_ms, decimals))
}

/// A ratio of costs: `4.2×`, `12×`; in Korean `4.2배`.
#[must_use]
pub fn ratio(times: f64) -> String {
    times_of(&match times {
        999.5..1e15 => grouped(times.round() as u64),
        9.95.. => fixed(times, 0),
        _ => fixed(times, 1),
    })
}

/// A ratio whose digits are chosen already: `1.03×`, in Korean `1.03배`.
#[must_use]
pub fn times_of(number: &str) -> String {
    tr_with("number-ratio", &[("number", number)])
}

/// How many times fewer: `4.2×`; in Korean the part that is left, `1/4.2`.
#[must_use]
pub fn times_fewer(times: f64) -> String {
    times_fewer_of(&fixed(times, if times < 9.95 { 1 } else { 0 }))
}

/// The same with digits that are chosen already.
#[must_use]
pub fn times_fewer_of(number: &str) -> String {
    tr_with("number-fewer", &[("number", without_zero(number))])
}

/// Digits without a decimal that says nothing: `4` for `4.0`.
#[must_use]
pub fn without_zero(number: &str) -> &str {
    number.strip_suffix(".0").unwrap_or(number)
}

/// A place in an order: `#1`, in Korean `1위`.
#[must_use]
pub fn ranked(rank: impl std::fmt::Display) -> String {
    tr_with("number-rank", &[("rank", rank.to_string())])
}

/// A positive number of any size with two digits and its power of ten: `5.6 × 10⁻¹¹`.
#[must_use]
pub fn scientific(value: f64) -> String {
    let exponent = value.log10().floor();
    times_power(&fixed(value / 10_f64.powf(exponent), 1), exponent)
}

/// A printed number times a power of ten: `5.6 × 10⁻¹¹`.
#[must_use]
pub fn times_power(digits: &str, exponent: f64) -> String {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raised = |letter: char| match letter.to_digit(10) {
        Some(digit) => RAISED[digit as usize],
        None => '⁻',
    };
    format!("{digits} × 10{}", fixed(exponent, 0).chars().map(raised).collect::<String>())
}

/// A size of a file: `53.5 MB` (a million bytes).
#[must_use]
pub fn megabytes(bytes: u64) -> String {
    format!("{} MB", fixed(bytes as f64 / 1e6, 1))
}

/// How much of a file is there: `12.3 of 53.5 MB`.
#[must_use]
pub fn megabytes_of(done_bytes: u64, total_bytes: u64) -> String {
    let done = fixed(done_bytes as f64 / 1e6, 1);
    let total = megabytes(total_bytes);
    tr_with("megabytes-of", &[("done", &*done), ("total", &*total)])
}

/// A size: `14 × 14`.
#[must_use]
pub fn dimensions(sides: &[usize]) -> String {
    let sides: Vec<String> = sides.iter().map(usize::to_string).collect();
    sides.join(" × ")
}

/// A number with so many decimals and a true minus; what rounds to zero has no sign.
#[must_use]
pub fn fixed(value: f64, decimals: usize) -> String {
    let magnitude = format!("{:.decimals$}", value.abs());
    if value < 0.0 && !is_zero(&magnitude) { format!("{MINUS}{magnitude}") } else { magnitude }
}

/// A number with its sign always written: `+0.544`, `−0.012`; what rounds to zero has no sign.
#[must_use]
pub fn signed(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    if value > 0.0 && !is_zero(&text) { format!("+{text}") } else { text }
}

/// Decimals that show a number of this magnitude with two significant digits, at most four.
#[must_use]
pub fn decimals_for(magnitude: f64) -> usize {
    if magnitude <= 0.0 || !magnitude.is_finite() {
        return 1;
    }
    (1.0 - magnitude.log10().floor()).clamp(0.0, 4.0) as usize
}

fn is_zero(digits: &str) -> bool {
    digits.chars().all(|digit| matches!(digit, '0' | '.'))
}

/// "1 step", "256 steps".
#[must_use]
pub fn steps_in_words(steps: usize) -> String {
    tr_with("looks-steps", &[("count", steps as f64)])
}
