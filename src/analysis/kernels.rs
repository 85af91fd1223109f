//! The weights of a layer as plain numbers, to be drawn.

use crate::model::GoogLeNet;
use crate::wire::identity::next_id;

/// The kernels of a convolution, or the matrix of a linear layer (kernel side 1).
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Kernels {
    /// Unlike that of any other kernels of this process: what is drawn of them is keyed by it.
    pub id: u64,
    /// The layer.
    pub layer: String,
    /// Filters: output channels.
    pub filters: usize,
    /// Input channels.
    pub inputs: usize,
    /// Side of a kernel.
    pub side: usize,
    /// `[filters, inputs, side, side]`, batch normalisation folded in.
    #[serde(with = "crate::wire::floats")]
    pub weights: Vec<f32>,
    /// `[filters]`.
    #[serde(with = "crate::wire::floats")]
    pub biases: Vec<f32>,
}

impl Kernels {
    /// The weights of the layer of that name; `None` for a layer without weights.
    pub fn of(model: &GoogLeNet, layer: &str) -> Option<Self> {
        let (weight, bias) = match (model.conv(layer), model.linear(layer)) {
            (Some(conv), _) => (&conv.weight, &conv.bias),
            (None, Some(linear)) => (&linear.weight, &linear.bias),
            (None, None) => return None,
        };
        let dims = weight.dims();
        Some(Self {
            id: next_id(),
            layer: layer.to_owned(),
            filters: dims[0],
            inputs: dims[1],
            side: dims.get(2).copied().unwrap_or(1),
            weights: weight.flatten_all().ok()?.to_vec1().ok()?,
            biases: bias.to_vec1().ok()?,
        })
    }

    /// The kernel of one filter for one input channel, row-major.
    pub fn kernel(&self, filter: usize, input: usize) -> &[f32] {
        let area = self.side * self.side;
        &self.weights[(filter * self.inputs + input) * area..][..area]
    }
}
