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
    /// An axis for these values from zero up with about `count` numbers, or from the power of ten below the smallest positive
    /// one.  What is not finite or not positive does not count; without any value it ends at 1.
    pub fn new(values: impl IntoIterator<Item = f64>, is_log: bool, count: usize) -> Self {
        let is_shown = |value: &f64| value.is_finite() && *value > 0.0;
        let ends = values
            .into_iter()
            .filter(is_shown)
            .fold(None, |ends, value| {
                let (low, high) = ends.unwrap_or((value, value));
                Some((value.min(low), value.max(high)))
            });
        let (least, most) = ends.unwrap_or((0.1, 1.0));
        if is_log {
            Self::logarithmic(least, most)
        } else {
            Self::linear(most, count.max(1))
        }
    }

    fn linear(most: f64, count: usize) -> Self {
        let step = round_step(most / count as f64);
        let lines = (most / step).floor() as usize;
        Self {
            is_log: false,
            low: 0.0,
            high: most,
            ticks: (0..=lines).map(|line| line as f64 * step).collect(),
        }
    }

    /// Ends at the powers of ten around the values; the smallest value keeps some height.
    fn logarithmic(least: f64, most: f64) -> Self {
        let last = most.log10().ceil();
        let first = (least * 0.8).log10().floor().max(last - MOST_DECADES);
        let decades = (last - first).max(1.0) as usize;
        let ticks = (0..=decades).map(|decade| 10_f64.powf(first + decade as f64));
        Self {
            is_log: true,
            low: 10_f64.powf(first),
            high: 10_f64.powf(first + decades as f64),
            ticks: ticks.collect(),
        }
    }

    /// Whether equal factors are equally far apart.
    pub fn is_log(&self) -> bool {
        self.is_log
    }

    /// Where the axis begins: 0, or a power of ten.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// Where a value lies: 0 at the low end, 1 at the high one; what lies below or is no number is at 0.
    pub fn share(&self, value: f64) -> f64 {
        let share = if self.is_log {
            (value / self.low).log10() / (self.high / self.low).log10()
        } else {
            value / self.high
        };
        if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}

/// The next 1, 2 or 5 times a power of ten.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 5.0]
        .into_iter()
        .find(|factor| factor * power >= least * 0.999);
    factor.unwrap_or(10.0) * power
}
