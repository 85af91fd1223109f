//! One output value of a 1x1 convolution, term by term.

use crate::analysis::{Activation, Kernels};
use crate::locale::agree::sum_decimals;

/// How far two ways to compute the same number may be apart, relative to its size where that is above 1.
const TOLERANCE: f64 = 1e-4;

/// The numbers behind one value.
pub(super) struct Sum {
    /// One value an input channel, all of the same cell.
    pub inputs: Vec<f32>,
    /// The filter, one weight an input channel.
    pub weights: Vec<f32>,
    /// Their products.
    pub products: Vec<f32>,
    /// Bias, batch normalisation folded in.
    pub bias: f32,
    /// What the forward pass made of it.
    pub traced: f32,
}

impl Sum {
    /// The value of filter `filter` at cell `position`; `None` where the shapes do not fit.
    pub fn new(
        kernels: &Kernels,
        input: &Activation,
        output: &Activation,
        [filter, position]: [usize; 2],
    ) -> Option<Self> {
        let area = input.shape.side() * input.shape.side();
        let fits = kernels.side == 1
            && kernels.inputs == input.shape.channels()
            && kernels.filters == output.shape.channels()
            && filter < kernels.filters
            && position < area
            && output.shape.side() == input.shape.side();
        if !fits {
            return None;
        }
        let inputs = input.across(position);
        let weights = kernels.weights[filter * kernels.inputs..][..kernels.inputs].to_vec();
        Some(Self {
            products: inputs.iter().zip(&weights).map(|(x, w)| x * w).collect(),
            bias: *kernels.biases.get(filter)?,
            traced: *output.channel(filter).get(position)?,
            inputs,
            weights,
        })
    }

    /// The sum of the first so many products.
    pub fn of_first(&self, terms: usize) -> f64 {
        let pairs = self.inputs.iter().zip(&self.weights).take(terms);
        pairs.map(|(x, w)| f64::from(*x) * f64::from(*w)).sum()
    }

    /// Decimals with which sum and bias add up as printed.
    pub fn decimals(&self) -> usize {
        sum_decimals(&[self.of_first(self.inputs.len()), f64::from(self.bias)], 4)
    }

    /// Sum and bias, after the ReLU.
    pub fn result(&self) -> f64 {
        (self.of_first(self.inputs.len()) + f64::from(self.bias)).max(0.0)
    }

    /// Whether the forward pass has the same value.
    pub fn agrees(&self) -> bool {
        let traced = f64::from(self.traced);
        (self.result() - traced).abs() <= TOLERANCE * traced.abs().max(1.0)
    }
}
