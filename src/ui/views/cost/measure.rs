//! What is counted or measured, and how its numbers are written.

use crate::locale::format::{compact, compact_parts, milliseconds};
use crate::locale::text::tr;
use crate::state::Unit;

/// What a chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub(super) enum Measure {
    /// Multiply-accumulates, or floating-point operations.
    #[default]
    Arithmetic,
    /// Learnable parameters.
    Parameters,
    /// Bytes of activations.
    Memory,
    /// Milliseconds.
    Time,
    /// Billions of floating-point operations a second.
    Speed,
}

impl Measure {
    /// What modules are compared by.
    pub const OF_MODULES: [Self; 4] = [Self::Arithmetic, Self::Parameters, Self::Memory, Self::Time];

    /// What layers are compared by.
    pub const OF_LAYERS: [Self; 5] = [Self::Arithmetic, Self::Parameters, Self::Memory, Self::Time, Self::Speed];

    /// "MACs" or "FLOPs", "Parameters", …
    pub fn name(self, unit: Unit) -> String {
        match self {
            Self::Arithmetic => unit_name(unit),
            Self::Parameters => tr("cost-parameters"),
            Self::Memory => tr("cost-memory"),
            Self::Time => tr("cost-time"),
            Self::Speed => tr("cost-speed"),
        }
    }

    /// The same where there is little room.
    pub fn short_name(self, unit: Unit) -> String {
        match self {
            Self::Arithmetic => unit_name(unit),
            Self::Parameters => tr("cost-parameters-short"),
            Self::Memory => tr("cost-memory-short"),
            Self::Time => tr("cost-time"),
            Self::Speed => tr("cost-speed-short"),
        }
    }

    /// A value with its unit: "73.6 M", "1.61 MB", "0.47 ms", "35 GFLOP/s"; a dash where there is none.
    ///
    /// Operations and parameters are counts: what is counted stands in the heading.
    pub fn text(self, value: Option<f64>) -> String {
        let Some(value) = value else {
            return "–".to_owned();
        };
        match self {
            Self::Arithmetic | Self::Parameters => compact(value),
            Self::Memory => {
                let (number, prefix) = compact_parts(value);
                format!("{number} {prefix}B")
            }
            Self::Time => milliseconds(value),
            Self::Speed => speed(value),
        }
    }

    /// The same in a table whose heading already says GFLOP/s.
    pub fn cell(self, value: Option<f64>) -> String {
        match (self, value) {
            (Self::Speed, Some(value)) => digits(value),
            (_, value) => self.text(value),
        }
    }

    /// A round value beside an axis: "200 M", "0.5 ms".
    pub fn tick(self, value: f64) -> String {
        if value == 0.0 {
            return "0".to_owned();
        }
        let (number, prefix) = match self {
            Self::Arithmetic | Self::Parameters | Self::Memory => compact_parts(value),
            Self::Time | Self::Speed => (format!("{value:.3}"), ""),
        };
        let unit = match self {
            Self::Arithmetic | Self::Parameters | Self::Speed => "",
            Self::Memory => "B",
            Self::Time => "ms",
        };
        let number = match number.split_once('.') {
            Some(_) => number.trim_end_matches('0').trim_end_matches('.'),
            None => &number,
        };
        format!("{number} {prefix}{unit}").trim_end().to_owned()
    }
}

/// "MACs" or "FLOPs".
pub(super) fn unit_name(unit: Unit) -> String {
    match unit {
        Unit::Mac => tr("cost-macs"),
        Unit::Flop => tr("cost-flops"),
    }
}

/// "35 GFLOP/s", with three digits.
pub(super) fn speed(gflops: f64) -> String {
    format!("{} GFLOP/s", digits(gflops))
}

/// Three significant digits at most: "0.04", "3.52", "35.2", "131".
pub(super) fn digits(value: f64) -> String {
    let decimals = match value {
        ..9.995 => 2,
        ..99.95 => 1,
        _ => 0,
    };
    format!("{value:.decimals$}")
}
