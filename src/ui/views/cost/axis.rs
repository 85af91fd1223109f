//! An axis of a chart: from zero or logarithmic, with round numbers beside it.

/// Decades a logarithmic axis shows at most.
const MOST_DECADES: f64 = 8.0;

/// Where values lie between the ends of a chart, and which numbers stand beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    is_log: bool,
    low: f64,
    high: f64,
    /// Round values, smallest first.
    pub ticks: Vec<f64>,
}

impl Axis {
    /// An axis that ends at the largest of these values: from zero up with about `count` numbers, or logarithmic from a round
    /// value below the smallest positive one.  What is not finite or not positive does not count; without any value it ends
    /// at 1.
    pub fn new(values: impl IntoIterator<Item = f64>, is_log: bool, count: usize) -> Self {
        let is_shown = |value: &f64| value.is_finite() && *value > 0.0;
        let shown = values.into_iter().filter(is_shown);
        let ends = shown.fold(None, |ends: Option<(f64, f64)>, value| {
            let (least, most) = ends.unwrap_or((value, value));
            Some((least.min(value), most.max(value)))
        });
        let (least, most) = ends.unwrap_or((0.1, 1.0));
        if is_log { Self::logarithmic(least, most) } else { Self::linear(most, count.max(1)) }
    }

    fn linear(most: f64, count: usize) -> Self {
        let step = nearest_round(most / count as f64);
        let lines = (most / step).floor() as usize;
        Self { is_log: false, low: 0.0, high: most, ticks: (0..=lines).map(|line| line as f64 * step).collect() }
    }

    /// The smallest value keeps some height.  Short axes have 1, 2 and 5 beside each power of ten.
    fn logarithmic(least: f64, most: f64) -> Self {
        let low = round_below((0.8 * least).max(most / 10_f64.powf(MOST_DECADES)));
        let is_short = (most / low).log10() < 2.0;
        let (first, last) = (low.log10().floor() as i32, most.log10().floor() as i32);
        let round = (first..=last).flat_map(|power| ROUND.map(|factor| factor * 10_f64.powi(power)));
        let is_power = |value: f64| value.log10().fract().abs() < 1e-9;
        let is_tick = |value: &f64| {
            let is_inside = *value > 1.001 * low && *value <= 1.001 * most;
            is_inside && (is_short || is_power(*value))
        };
        Self { is_log: true, low, high: most, ticks: std::iter::once(low).chain(round.filter(is_tick)).collect() }
    }

    /// Whether equal factors are equally far apart.
    pub fn is_log(&self) -> bool {
        self.is_log
    }

    /// Where the axis begins: 0, or a round number.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// Where the axis ends.
    pub fn high(&self) -> f64 {
        self.high
    }

    /// Where a value lies: 0 at the low end, 1 at the high one; what lies below or is no number is at 0.
    pub fn share(&self, value: f64) -> f64 {
        let share =
            if self.is_log { (value / self.low).log10() / (self.high / self.low).log10() } else { value / self.high };
        if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// Times a power of ten, these are round numbers.
const ROUND: [f64; 3] = [1.0, 2.0, 5.0];

/// The round number closest to a positive value, on a logarithmic scale.
fn nearest_round(value: f64) -> f64 {
    let below = round_below(value);
    let above = round_below(below * 2.6);
    if value / below < above / value { below } else { above }
}

/// The largest round number that is not greater than a positive value.
fn round_below(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    let fits = |factor: &&f64| **factor * power <= value * 1.000_001;
    ROUND.iter().rev().find(fits).unwrap_or(&1.0) * power
}
