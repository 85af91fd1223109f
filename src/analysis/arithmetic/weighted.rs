//! Sums of products: convolutions and linear layers.

use super::{Arithmetic, Cell, Contribution};
use crate::model::GoogLeNet;
use crate::spec::{Layer, Shape, Window};

pub(super) fn convolution(
    model: &GoogLeNet,
    layer: &Layer,
    window: Window,
    values: &[f32],
    shape: Shape,
    cell: &Cell,
) -> Option<Arithmetic> {
    let conv = model.conv(&layer.name)?;
    let filter: Vec<f32> = conv.weight.get(cell.channel).ok()?.flatten_all().ok()?.to_vec1().ok()?;
    let bias = conv.bias.get(cell.channel).ok()?.to_scalar().ok()?;
    let area = window.kernel * window.kernel;
    let side = shape.side();
    let contributions = filter.chunks_exact(area).enumerate().map(|(channel, kernel)| {
        let map = &values[channel * side * side..][..side * side];
        let patch: Vec<f32> = (0..area)
            .map(|index| {
                let y = (cell.row * window.stride + index / window.kernel).checked_sub(window.padding);
                let x = (cell.column * window.stride + index % window.kernel).checked_sub(window.padding);
                match (y, x) {
                    (Some(y), Some(x)) if y < side && x < side => map[y * side + x],
                    _ => 0.0,
                }
            })
            .collect();
        contribution(channel, patch, kernel.to_vec())
    });
    Some(weighted_sum(window.kernel, contributions.collect(), bias, true))
}

pub(super) fn linear(model: &GoogLeNet, layer: &Layer, values: &[f32], relu: bool, cell: &Cell) -> Option<Arithmetic> {
    let linear = model.linear(&layer.name)?;
    let row: Vec<f32> = linear.weight.get(cell.channel).ok()?.to_vec1().ok()?;
    let bias = linear.bias.get(cell.channel).ok()?.to_scalar().ok()?;
    let pairs = values.iter().zip(&row).enumerate();
    let contributions = pairs.map(|(index, (&value, &weight))| contribution(index, vec![value], vec![weight]));
    Some(weighted_sum(1, contributions.collect(), bias, relu))
}

fn contribution(channel: usize, patch: Vec<f32>, kernel: Vec<f32>) -> Contribution {
    let products = patch.iter().zip(&kernel);
    let sum = products.map(|(&value, &weight)| f64::from(value) * f64::from(weight)).sum();
    Contribution { channel, patch, kernel, sum }
}

fn weighted_sum(kernel: usize, mut contributions: Vec<Contribution>, bias: f32, relu: bool) -> Arithmetic {
    let sum = contributions.iter().map(|contribution| contribution.sum).sum();
    contributions.sort_by(|a, b| b.sum.abs().total_cmp(&a.sum.abs()));
    Arithmetic::WeightedSum { kernel, contributions, sum, bias, relu }
}
