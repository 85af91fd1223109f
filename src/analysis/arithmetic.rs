//! The arithmetic of one cell, with the real numbers: what was multiplied, added, compared to make it.

mod weighted;

use std::ops::Range;

use super::report::Report;
use super::values::Values;
use crate::model::GoogLeNet;
use crate::spec::window::adaptive_range;
use crate::spec::{Layer, LocalResponseNorm, Op, Shape};
use weighted::{convolution, linear};

/// Which cell of which activation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Cell {
    /// Activation.
    pub layer: String,
    /// Channel, or position in a vector.
    pub channel: usize,
    /// Row; 0 in a vector.
    pub row: usize,
    /// Column; 0 in a vector.
    pub column: usize,
}

/// How a cell came to its value.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Explanation {
    /// Which report the numbers are from.
    pub report: u64,
    /// The cell.
    pub cell: Cell,
    /// Its value in the trace.
    pub traced: f32,
    /// The value the arithmetic below gives; equals `traced` to 1e-4.
    pub computed: f64,
    /// The arithmetic.
    pub arithmetic: Arithmetic,
}

/// What one input channel adds to a sum.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Contribution {
    /// Input channel, or position in an input vector.
    pub channel: usize,
    /// Input values under the kernel, row-major, 0 outside the map; one value for a 1x1 or a linear layer.
    #[serde(with = "crate::wire::floats")]
    pub patch: Vec<f32>,
    /// Weights, as many.
    #[serde(with = "crate::wire::floats")]
    pub kernel: Vec<f32>,
    /// Sum of their products.
    pub sum: f64,
}

/// The arithmetic of a layer.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Arithmetic {
    /// Sum over input channels, plus bias, then ReLU where there is one.
    WeightedSum {
        /// Side of the kernel; 1 for a linear layer.
        kernel: usize,
        /// One entry an input channel, the largest in absolute value first.
        contributions: Vec<Contribution>,
        /// Sum over all of them.
        sum: f64,
        /// Bias, batch normalisation folded in.
        bias: f32,
        /// Whether negative results become 0.
        relu: bool,
    },
    /// The largest cell of a window wins.
    Largest {
        /// Rows of the input under the window.
        rows: Range<usize>,
        /// Columns.
        columns: Range<usize>,
        /// The values there, row-major.
        values: Vec<f32>,
        /// Position of the winner in `values`.
        winner: usize,
    },
    /// The mean of a window, or of a whole map.
    Mean {
        /// Rows of the input under the window.
        rows: Range<usize>,
        /// Columns.
        columns: Range<usize>,
        /// The values there, row-major.
        values: Vec<f32>,
        /// Their sum.
        sum: f64,
    },
    /// Divided by a power of what the neighbouring channels hold.
    Normalised {
        /// The parameters.
        norm: LocalResponseNorm,
        /// The cell's value before.
        value: f32,
        /// First of the channels that take part.
        first_channel: usize,
        /// The values of those channels at the same place.
        neighbours: Vec<f32>,
        /// `k + alpha / size * sum of squares`.
        scale: f64,
    },
    /// Copied from a branch.
    Copied {
        /// The branch's last activation.
        from: String,
        /// The channel there.
        channel: usize,
    },
    /// The preprocessed pixel itself.
    Pixel,
}

/// Explains a cell; `None` when there is no such cell.
pub fn explain(model: &GoogLeNet, report: &Report, cell: &Cell) -> Option<Explanation> {
    let layer = report.network.layer(&cell.layer)?;
    let activation = report.activation(&cell.layer)?;
    let side = layer.output.side();
    if cell.channel >= layer.output.channels() || cell.row >= side || cell.column >= side {
        return None;
    }
    let traced = activation.channel(cell.channel)[cell.row * side + cell.column];
    let arithmetic = arithmetic(model, report, layer, cell)?;
    Some(Explanation {
        report: report.id,
        cell: cell.clone(),
        traced,
        computed: arithmetic.result(f64::from(traced)),
        arithmetic,
    })
}

impl Arithmetic {
    /// The cell's value; `copied` where nothing is computed.
    fn result(&self, copied: f64) -> f64 {
        match self {
            Self::WeightedSum { sum, bias, relu, .. } => {
                let total = sum + f64::from(*bias);
                if *relu { total.max(0.0) } else { total }
            }
            Self::Largest { values, winner, .. } => f64::from(values[*winner]),
            Self::Mean { values, sum, .. } => sum / values.len() as f64,
            Self::Normalised { norm, value, scale, .. } => f64::from(*value) * scale.powf(-f64::from(norm.beta)),
            Self::Copied { .. } | Self::Pixel => copied,
        }
    }
}

fn arithmetic(model: &GoogLeNet, report: &Report, layer: &Layer, cell: &Cell) -> Option<Arithmetic> {
    let input = |index: usize| -> Option<(Values<'_>, Shape)> {
        let from = &report.network.layers[*layer.inputs.get(index)?];
        Some((report.activation(&from.name)?.values(), from.output))
    };
    match layer.op {
        Op::Input => Some(Arithmetic::Pixel),
        Op::Conv(window) => {
            let (values, shape) = input(0)?;
            convolution(model, layer, window, &values, shape, cell)
        }
        Op::Linear { relu } => {
            let (values, _) = input(0)?;
            linear(model, layer, &values, relu, cell)
        }
        Op::MaxPool(window) => {
            let (values, shape) = input(0)?;
            let at = |index| window.input_range(index, shape.side());
            let (rows, columns) = (at(cell.row), at(cell.column));
            let values = gather(&values, shape, cell.channel, &rows, &columns);
            let winner = (0..values.len()).reduce(|best, i| if values[i] > values[best] { i } else { best })?;
            Some(Arithmetic::Largest { rows, columns, values, winner })
        }
        op @ (Op::AveragePool(_) | Op::AdaptiveAveragePool { .. } | Op::GlobalAveragePool) => {
            let (values, shape) = input(0)?;
            let at = |index| match op {
                Op::AveragePool(window) => window.input_range(index, shape.side()),
                Op::AdaptiveAveragePool { side } => adaptive_range(index, side, shape.side()),
                Op::GlobalAveragePool
                | Op::Input
                | Op::Conv(_)
                | Op::MaxPool(_)
                | Op::LocalResponseNorm(_)
                | Op::Concat
                | Op::Linear { .. } => 0..shape.side(),
            };
            let (rows, columns) = (at(cell.row), at(cell.column));
            let values = gather(&values, shape, cell.channel, &rows, &columns);
            let sum = values.iter().map(|&value| f64::from(value)).sum();
            Some(Arithmetic::Mean { rows, columns, values, sum })
        }
        Op::LocalResponseNorm(norm) => {
            let (values, shape) = input(0)?;
            Some(normalised(norm, &values, shape, cell))
        }
        Op::Concat => copied(report, layer, cell.channel),
    }
}

/// The values of one channel under a window, row-major.
fn gather(values: &[f32], shape: Shape, channel: usize, rows: &Range<usize>, columns: &Range<usize>) -> Vec<f32> {
    let side = shape.side();
    let map = &values[channel * side * side..][..side * side];
    rows.clone().flat_map(|row| map[row * side..][columns.clone()].iter().copied()).collect()
}

fn normalised(norm: LocalResponseNorm, values: &[f32], shape: Shape, cell: &Cell) -> Arithmetic {
    let side = shape.side();
    let first_channel = cell.channel.saturating_sub(norm.size / 2);
    let end = (cell.channel + norm.size / 2 + 1).min(shape.channels());
    let at = |channel: usize| values[(channel * side + cell.row) * side + cell.column];
    let neighbours: Vec<f32> = (first_channel..end).map(at).collect();
    let squares: f64 = neighbours.iter().map(|&value| f64::from(value).powi(2)).sum();
    Arithmetic::Normalised {
        norm,
        value: at(cell.channel),
        first_channel,
        scale: f64::from(norm.k) + f64::from(norm.alpha) / norm.size as f64 * squares,
        neighbours,
    }
}

fn copied(report: &Report, layer: &Layer, channel: usize) -> Option<Arithmetic> {
    let mut first = 0;
    for &input in &layer.inputs {
        let branch = &report.network.layers[input];
        let channels = branch.output.channels();
        if channel < first + channels {
            return Some(Arithmetic::Copied { from: branch.name.clone(), channel: channel - first });
        }
        first += channels;
    }
    None
}
