//! What each channel of a layer in the middle of the network adds to a logit: activation times gradient, summed over its
//! cells ("linear attribution", Olah et al. 2018, The Building Blocks of Interpretability, Distill).
//!
//! In the last maps it is exact: there the gradient is the weight divided by the number of cells, and the sum is
//! weight × average.  Before them it holds for this photo alone, as long as nothing changes much: a gradient is of first
//! order.

use candle_core::Tensor;

use super::report::Report;
use crate::model::{GoogLeNet, ModelError, Objective, Run};
use crate::spec::Head;

/// A layer's share in a logit of the main classifier, channel by channel.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Attribution {
    /// [`Report::id`] of the run that it belongs to.
    pub report: u64,
    /// Activation.
    pub layer: String,
    /// The class whose logit it is.
    pub class: usize,
    /// The class whose logit is subtracted, if any.
    pub minus: Option<usize>,
    /// What each channel adds, logits; `[channels]`.
    pub channels: Vec<f64>,
    /// For each channel the cell, row by row from 0, that adds or takes most.
    pub cells: Vec<usize>,
    /// Channels by what they add, most first.
    pub order: Vec<usize>,
}

impl Attribution {
    /// Runs the network once forward and once back to `layer`.
    ///
    /// `input` is the preprocessed photo, `[1, 3, 224, 224]`; in `run` the same must be switched off as in `report`.
    ///
    /// # Errors
    /// [`ModelError`]: a name or a class that the network does not have, or cancelled.
    pub fn of(
        model: &GoogLeNet,
        input: &Tensor,
        run: Run<'_>,
        report: &Report,
        layer: &str,
        class: usize,
        minus: Option<usize>,
    ) -> Result<Self, ModelError> {
        let trace = model.forward(input, run)?;
        let logit = |class| Objective::Logit { head: Head::Main, class };
        let objective = match minus {
            None => logit(class),
            Some(minus) => Objective::Weighted(vec![(logit(class), 1.0), (logit(minus), -1.0)]),
        };
        let gradient = model.gradient(&trace, &objective, layer)?;
        let activation = trace.get(layer).ok_or_else(|| ModelError::UnknownName { name: layer.to_owned() })?;
        let values = activation.values.to_vec()?;
        let (mut channels, mut cells) = (Vec::new(), Vec::new());
        for (values, slopes) in values.chunks_exact(gradient.area()).zip(gradient.values.chunks_exact(gradient.area()))
        {
            let products = values.iter().zip(slopes).map(|(value, slope)| f64::from(*value) * f64::from(*slope));
            let (mut sum, mut most) = (0.0, (0, 0.0_f64));
            for (cell, product) in products.enumerate() {
                sum += product;
                if product.abs() > most.1.abs() {
                    most = (cell, product);
                }
            }
            channels.push(sum);
            cells.push(most.0);
        }
        let mut order: Vec<usize> = (0..channels.len()).collect();
        order.sort_by(|&a, &b| channels[b].total_cmp(&channels[a]));
        Ok(Self { report: report.id, layer: layer.to_owned(), class, minus, channels, cells, order })
    }

    /// All channels together, logits.
    pub fn sum(&self) -> f64 {
        self.channels.iter().sum()
    }
}
