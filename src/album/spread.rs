//! Some photos of an album in place of all.

/// Positions of so many of `count` photos at most, every so many apart, so that the first of them are from all of the album.
///
/// They step by the golden section, or the nearest smaller step that shares no factor with `count`, so none comes twice.
pub fn spread(count: usize, most: usize) -> impl Iterator<Item = usize> {
    let mut step = (count as f64 * 0.618).round() as usize;
    let divides = |step: usize| (2..=step).any(|factor| step.is_multiple_of(factor) && count.is_multiple_of(factor));
    while step > 1 && divides(step) {
        step -= 1;
    }
    (0..count.min(most)).map(move |place| place * step.max(1) % count)
}
