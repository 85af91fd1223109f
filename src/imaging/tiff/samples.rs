//! The numbers of a page as 8-bit levels.

use tiff::decoder::DecodingResult;

use super::super::notes::PictureNote;

/// Levels of all numbers in the order of the file, and how they were scaled if they are no plain colours.
///
/// `is_color(index)` tells colours from extra numbers, whose range does not matter.  Of a palette's indices none is scaled.
pub(super) fn levels(numbers: DecodingResult, is_color: impl Fn(usize) -> bool) -> (Vec<u8>, Option<PictureNote>) {
    match numbers {
        DecodingResult::U8(numbers) => (numbers, None),
        DecodingResult::U16(numbers) => sixteen_bits(&numbers, is_color),
        DecodingResult::F16(numbers) => floats(&numbers, f64::from, is_color),
        DecodingResult::F32(numbers) => floats(&numbers, f64::from, is_color),
        DecodingResult::F64(numbers) => floats(&numbers, |number| number, is_color),
        DecodingResult::I8(numbers) => by_range(&numbers, f64::from, is_color),
        DecodingResult::I16(numbers) => by_range(&numbers, f64::from, is_color),
        DecodingResult::U32(numbers) => by_range(&numbers, f64::from, is_color),
        DecodingResult::I32(numbers) => by_range(&numbers, f64::from, is_color),
        DecodingResult::U64(numbers) => by_range(&numbers, |number| number as f64, is_color),
        DecodingResult::I64(numbers) => by_range(&numbers, |number| number as f64, is_color),
    }
}

/// Cameras and microscopes store 10 or 12 bits in 16: what would be nearly black is scaled to the bits in use.
fn sixteen_bits(numbers: &[u16], is_color: impl Fn(usize) -> bool) -> (Vec<u8>, Option<PictureNote>) {
    let colors = numbers.iter().enumerate().filter(|(index, _)| is_color(*index));
    let largest = colors.map(|(_, number)| *number).max().unwrap_or(0);
    let bits = match largest {
        1..=255 => 8,
        256..=1023 => 10,
        1024..=4095 => 12,
        _ => 16,
    };
    let white = (1_u32 << bits) - 1;
    let level = |(index, number): (usize, &u16)| {
        let white = if is_color(index) { white } else { u32::from(u16::MAX) };
        ((u32::from(*number) * 255 + white / 2) / white) as u8
    };
    let note = (bits < 16).then_some(PictureNote::FewerBits { bits });
    (numbers.iter().enumerate().map(level).collect(), note)
}

/// Floats are 0 to 1 by convention; whatever goes beyond is scaled by its own range.
fn floats<T: Copy>(
    numbers: &[T],
    value: impl Fn(T) -> f64 + Copy,
    is_color: impl Fn(usize) -> bool,
) -> (Vec<u8>, Option<PictureNote>) {
    let (low, high) = range(numbers, value, &is_color);
    if low < 0.0 || high > 1.0 {
        return by_range(numbers, value, is_color);
    }
    let levels = numbers.iter().map(|number| level(value(*number), 0.0, 1.0));
    (levels.collect(), Some(PictureNote::Fractions { low, high }))
}

/// The smallest number black, the largest white; extra numbers (alpha) by the range of the type's convention, 0 to the largest.
fn by_range<T: Copy>(
    numbers: &[T],
    value: impl Fn(T) -> f64 + Copy,
    is_color: impl Fn(usize) -> bool,
) -> (Vec<u8>, Option<PictureNote>) {
    let (low, high) = range(numbers, value, &is_color);
    let (_, opaque) = range(numbers, value, |index| !is_color(index));
    let scale = |(index, number): (usize, &T)| match is_color(index) {
        true => level(value(*number), low, high),
        false => level(value(*number), 0.0, opaque),
    };
    let levels = numbers.iter().enumerate().map(scale).collect();
    (levels, Some(PictureNote::ScaledByRange { low, high }))
}

/// Smallest and largest finite number; 0 and 0 where there is none.
fn range<T: Copy>(numbers: &[T], value: impl Fn(T) -> f64, is_wanted: impl Fn(usize) -> bool) -> (f64, f64) {
    let wanted = numbers.iter().enumerate().filter(|(index, _)| is_wanted(*index));
    let finite = wanted.map(|(_, number)| value(*number)).filter(|number| number.is_finite());
    let bounds = finite.fold(None, |bounds: Option<(f64, f64)>, number| match bounds {
        Some((low, high)) => Some((low.min(number), high.max(number))),
        None => Some((number, number)),
    });
    bounds.unwrap_or((0.0, 0.0))
}

/// What is not a number is black.
fn level(number: f64, low: f64, high: f64) -> u8 {
    match high > low {
        // A float cast saturates, and makes 0 of what is no number.
        true => ((number - low) / (high - low) * 255.0).round() as u8,
        false => 0,
    }
}
