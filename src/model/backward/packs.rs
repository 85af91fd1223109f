//! The convolutions' way back.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::gradient::at;
use crate::model::kernels::{ConvBackward, Method, Tile};
use crate::model::layers::method;
use crate::model::{GoogLeNet, ModelError};
use crate::spec::{Layer, Op, Window};

/// Weights packed for the way back, made when it is first gone; copies of a network share them.
#[derive(Clone, Debug, Default)]
pub(in crate::model) struct Backward {
    /// By the layers' names: several convolutions on the same input are one.
    packs: Arc<Mutex<HashMap<Vec<String>, Arc<ConvBackward>>>>,
}

impl GoogLeNet {
    /// The way back through convolutions of the same window that read the same input.
    pub(super) fn conv_backward(&self, layers: &[&Layer]) -> Result<Arc<ConvBackward>, ModelError> {
        let names: Vec<String> = layers.iter().map(|layer| layer.name.clone()).collect();
        let lock = || {
            let packs = self.backward.packs.lock();
            packs.unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(pack) = lock().get(&names) {
            return Ok(Arc::clone(pack));
        }
        let unknown = |name: &str| ModelError::UnknownName { name: name.to_owned() };
        let convs = layers.iter().map(|layer| self.conv(&layer.name).ok_or_else(|| unknown(&layer.name)));
        let convs = convs.collect::<Result<Vec<_>, _>>()?;
        let weights = convs.iter().map(|conv| conv.weight.flatten_all()?.to_vec1::<f32>());
        let weights = weights.collect::<candle_core::Result<Vec<_>>>()?;
        let slices: Vec<&[f32]> = weights.iter().map(Vec::as_slice).collect();
        let (conv, layer) = (convs[0], layers[0]);
        let way = way(conv.window, layer.input.side());
        let pack = ConvBackward::new(&slices, conv.weight.dim(1)?, conv.window, way);
        let pack = Arc::new(at(&layer.name, pack)?);
        lock().insert(names, Arc::clone(&pack));
        Ok(pack)
    }
}

/// How the transposed convolution is computed: with stride 1 as forward on maps of that side; the picture's own, whose remainders
/// make 4x4 filters, by Winograd's algorithm too.
fn way(window: Window, side: usize) -> Method {
    match window.stride {
        1 => method(window, side),
        _ => Method::Winograd(Tile::Three),
    }
}

/// Whether a layer is a 1x1 convolution: all those on the same input are computed as one.
pub(super) fn is_pointwise(layer: &Layer) -> bool {
    layer.op == Op::Conv(Window::conv(1, 1, 0))
}
