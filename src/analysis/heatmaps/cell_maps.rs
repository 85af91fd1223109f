//! Maps in the cells of a module: activations, weighted by gradients.

use super::map::Map;
use crate::model::{GoogLeNet, ModelError, Objective, Planes, Trace};

/// A module's maps and the gradient at them.
fn at(model: &GoogLeNet, trace: &Trace, objective: &Objective, name: &str) -> Result<(Planes, Planes), ModelError> {
    let gradient = model.gradient(trace, objective, name)?;
    let traced = trace.get(name).ok_or_else(|| ModelError::UnknownName { name: name.to_owned() })?;
    let values = traced.values.to_vec()?;
    Ok((Planes { values, ..gradient }, gradient))
}

/// `E = sum_k w_ck A_k`, whose mean and the bias are the logit.  All behind the last maps is linear, so that the weight is the
/// gradient times the number of cells; what is switched off there weighs nothing.
pub(super) fn evidence(model: &GoogLeNet, trace: &Trace, objective: &Objective) -> Result<Map, ModelError> {
    let (maps, gradient) = at(model, trace, objective, "inception5b")?;
    let area = maps.area();
    let mut sums = vec![0.0_f64; area];
    for (index, (&value, &slope)) in maps.values.iter().zip(&gradient.values).enumerate() {
        sums[index % area] += f64::from(value) * f64::from(slope) * area as f64;
    }
    Ok(Map { height: maps.height, width: maps.width, values: sums.into_iter().map(|sum| sum as f32).collect() })
}

/// `max(0, sum_k (mean of the gradient of A_k) A_k)`.
pub(super) fn grad_cam(
    model: &GoogLeNet,
    trace: &Trace,
    objective: &Objective,
    module: &str,
) -> Result<Map, ModelError> {
    let (maps, gradient) = at(model, trace, objective, module)?;
    let area = maps.area();
    let mut sums = vec![0.0_f64; area];
    for (map, slopes) in maps.values.chunks_exact(area).zip(gradient.values.chunks_exact(area)) {
        let weight = slopes.iter().copied().map(f64::from).sum::<f64>() / area as f64;
        sums.iter_mut().zip(map).for_each(|(sum, &value)| *sum += weight * f64::from(value));
    }
    let values = sums.into_iter().map(|sum| sum.max(0.0) as f32).collect();
    Ok(Map { height: maps.height, width: maps.width, values })
}
