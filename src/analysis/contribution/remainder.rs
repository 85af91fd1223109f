//! What the biases add to a logit: each bias times how the logit changes with the sum that it belongs to.

use std::collections::HashSet;

use crate::model::{GoogLeNet, ModelError, Planes, Trace};
use crate::spec::Network;

/// The layers with biases among `needed`, in order.
pub(super) fn biased(network: &Network, needed: &HashSet<String>) -> Vec<String> {
    let layers = network.layers.iter().filter(|layer| needed.contains(&layer.name) && layer.op.has_weights());
    layers.map(|layer| layer.name.clone()).collect()
}

/// What the biases of each layer add, together; `gradient` knows how the logit changes with each of its activations.
pub(super) fn parts<'a>(
    model: &GoogLeNet,
    trace: &Trace,
    biased: &'a [String],
    gradient: &dyn Fn(&str) -> Option<&'a Planes>,
) -> Result<Vec<(&'a String, f64)>, ModelError> {
    let part = |name: &'a String| {
        let unknown = || ModelError::UnknownName { name: name.clone() };
        let (bias, has_relu) = match (model.conv(name), model.linear(name)) {
            (Some(conv), _) => (conv.bias.to_vec1::<f32>()?, true),
            (None, Some(linear)) => (linear.bias.to_vec1()?, linear.relu),
            (None, None) => return Err(unknown()),
        };
        let gradient = gradient(name).ok_or_else(unknown)?;
        let activation = trace.get(name).ok_or_else(unknown)?.values.to_vec()?;
        let area = gradient.area();
        let channels = gradient.values.chunks_exact(area).zip(activation.chunks_exact(area));
        // What a ReLU holds at 0, and what is muted, does not change with its sum.
        let slope = |(slopes, values): (&[f32], &[f32])| -> f64 {
            let open = slopes.iter().zip(values).filter(|(_, value)| !has_relu || **value > 0.0);
            open.map(|(&slope, _)| f64::from(slope)).sum()
        };
        let sum = bias.iter().zip(channels).map(|(&bias, channel)| f64::from(bias) * slope(channel)).sum();
        Ok((name, sum))
    };
    biased.iter().map(part).collect()
}

/// The layers among `needed` that depend on another, without that one.
pub(super) fn behind(network: &Network, name: &str, needed: &HashSet<String>) -> HashSet<String> {
    let mut depends = vec![false; network.layers.len()];
    let mut behind = HashSet::new();
    for (index, layer) in network.layers.iter().enumerate() {
        let is_behind = layer.inputs.iter().any(|&input| depends[input]);
        depends[index] = is_behind || layer.name == name;
        if is_behind && needed.contains(&layer.name) {
            behind.insert(layer.name.clone());
        }
    }
    behind
}
