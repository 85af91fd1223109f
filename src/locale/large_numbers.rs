//! Large counts in sentences.  Which words there are belongs to the language, so it stands here and not in its texts:
//! million and billion, 만 (ten thousand) and 억 (a hundred million).

use crate::locale::format::{fixed, grouped};
use crate::locale::text::{Language, language};

/// A count in a sentence, exact to about four digits: "7.00 million", "307.1 million"; in Korean "약 700만 ", "약 3억 710만 ".
///
/// Below a million every digit is given.  After 만 and 억 follows the space that Korean puts before a counter, so that a
/// text says `{ $count }개`.
#[must_use]
pub fn in_words(count: u64) -> String {
    if count < MILLION {
        return grouped(count);
    }
    match language() {
        Language::English => in_english(count),
        Language::Korean => in_ten_thousands(count),
    }
}

/// The same in billions for comparisons at a glance, two or three digits: "0.71 billion", "15.5 billion"; in Korean "7.1억 ",
/// "155억 ".  Below ten million as [`in_words`].
#[must_use]
pub fn in_billions(count: u64) -> String {
    if count < 10 * MILLION {
        return in_words(count);
    }
    match language() {
        Language::English => {
            let billions = count as f64 / BILLION as f64;
            let decimals = if billions < 9.995 { 2 } else { 1 };
            format!("{} billion", fixed(billions, decimals))
        }
        Language::Korean => {
            let hundred_millions = count as f64 / 1e8;
            let decimals = if hundred_millions < 99.95 { 1 } else { 0 };
            format!("{}억 ", fixed(hundred_millions, decimals))
        }
    }
}

const MILLION: u64 = 1_000_000;
const BILLION: u64 = 1_000 * MILLION;

fn in_english(count: u64) -> String {
    // 999.95 million would be rounded up to a fifth digit.
    let (word, value) = if count < 999_950_000 {
        ("million", count as f64 / MILLION as f64)
    } else {
        ("billion", count as f64 / BILLION as f64)
    };
    let decimals = if value < 9.995 { 2 } else { 1 };
    format!("{} {word}", fixed(value, decimals))
}

/// Whole 만, at most four digits of them that are not 0, with 약 (about) where that is not the whole truth.
fn in_ten_thousands(count: u64) -> String {
    const MAN: u64 = 10_000;
    let digits = (count / MAN).max(1).ilog10();
    let step = 10_u64.pow(digits.saturating_sub(3));
    let rounded = (count as f64 / (MAN * step) as f64).round() as u64 * step;
    let about = if rounded * MAN == count { "" } else { "약 " };
    match (rounded / MAN, rounded % MAN) {
        (0, rest) => format!("{about}{}만 ", grouped(rest)),
        (most, 0) => format!("{about}{}억 ", grouped(most)),
        (most, rest) => format!("{about}{}억 {}만 ", grouped(most), grouped(rest)),
    }
}
