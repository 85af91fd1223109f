//! What each kind of layer does on the way back.

use std::sync::Arc;

use rayon::prelude::*;

use super::gradient::{Gradient, at, blocked};
use super::packs::is_pointwise;
use super::value;
use super::walk::Walk;
use crate::model::ModelError;
use crate::model::kernels::{
    Blocked, ConvBackward, InstructionSet, LocalResponseNormBackward, MaxPoolBackward, Onto, Pool, Rectified, add,
    keep_all, keep_guided, keep_positive, normalise_backward, side_by_side,
};
use crate::model::layers::BATCH_NORM_EPS;
use crate::model::objective::Relus;
use crate::model::operators::floats;
use crate::model::reference::average_pool_backward;
use crate::spec::{LocalResponseNorm, Op, Window};

/// Convolutions on the same input, and the gradient of their sums.
struct Return {
    input: usize,
    pack: Arc<ConvBackward>,
    gradient: Blocked,
}

impl Walk<'_> {
    /// From what some layers made to what they read; none of them depends on another.
    pub(super) fn stage(&mut self, stage: &[usize]) -> Result<(), ModelError> {
        self.convolutions(stage)?;
        for &index in stage {
            match self.layer(index).op {
                // After the convolutions: pooling adds to what they gave.
                Op::MaxPool(window) => self.max_pool(index, window)?,
                Op::LocalResponseNorm(norm) => self.local_response_norm(index, norm)?,
                Op::AveragePool(window) => self.average_pool(index, Pool::Average(window))?,
                Op::AdaptiveAveragePool { side } => self.average_pool(index, Pool::Adaptive(side))?,
                Op::GlobalAveragePool => self.average_pool(index, Pool::Adaptive(1))?,
                Op::Concat => self.branches(index)?,
                Op::Linear { relu } => self.linear(index, relu)?,
                Op::Input | Op::Conv(_) => {}
            }
        }
        Ok(())
    }

    /// All convolutions of a stage side by side, 1x1 ones on the same input as one.
    fn convolutions(&mut self, stage: &[usize]) -> Result<(), ModelError> {
        let mut groups: Vec<(usize, Vec<usize>, Vec<Blocked>)> = Vec::new();
        for (index, gradient) in self.sums(stage)? {
            let layer = self.layer(index);
            let input = layer.inputs[0];
            let same = |(of, members, _): &&mut (usize, Vec<usize>, Vec<Blocked>)| {
                *of == input && is_pointwise(layer) && is_pointwise(self.layer(members[0]))
            };
            match groups.iter_mut().find(same) {
                Some((_, members, gradients)) => {
                    members.push(index);
                    gradients.push(gradient);
                }
                None => groups.push((input, vec![index], vec![gradient])),
            }
        }
        let mut returns = Vec::with_capacity(groups.len());
        for (input, members, gradients) in groups {
            let layers: Vec<_> = members.iter().map(|&index| self.layer(index)).collect();
            let parts: Vec<&Blocked> = gradients.iter().collect();
            returns.push(Return {
                input,
                pack: self.model.conv_backward(&layers)?,
                gradient: at(&layers[0].name, Blocked::concat(&parts))?,
            });
        }
        self.go_back(&returns)
    }

    fn go_back(&mut self, returns: &[Return]) -> Result<(), ModelError> {
        if returns.is_empty() {
            return Ok(());
        }
        let steps: Vec<_> = returns.iter().map(|back| back.pack.step(&back.gradient)).collect();
        let done = side_by_side(InstructionSet::best(), &steps);
        let done = done.map_err(|(index, source)| ModelError::Step {
            name: self.layer(returns[index].input).name.clone(),
            source: source.into(),
        })?;
        for (back, done) in returns.iter().zip(done) {
            let x = self.values(back.input)?;
            let part = match (back.pack.is_direct(), &*x.dims()) {
                (false, &[_, _, height, width]) => {
                    let numbers = back.pack.finish(&done.maps, (height, width));
                    at(&self.layer(back.input).name, Gradient::of(x, numbers))?
                }
                _ => Gradient::Maps(done.maps),
            };
            self.give(back.input, part)?;
        }
        Ok(())
    }

    /// The gradients of the sums of a stage's convolutions, before their activation functions, each with the border that the
    /// way back wants.
    fn sums(&mut self, stage: &[usize]) -> Result<Vec<(usize, Blocked)>, ModelError> {
        let set = InstructionSet::best();
        let is_conv = |&&index: &&usize| matches!(self.layer(index).op, Op::Conv(_));
        let convs: Vec<usize> = stage.iter().filter(is_conv).copied().collect();
        let mut rectified = Vec::with_capacity(convs.len());
        for &index in &convs {
            if let Some(gradient) = self.take(index) {
                let name = &self.layer(index).name;
                let y = at(name, blocked(self.values(index)?))?;
                let gradient = at(name, gradient.maps(&y))?;
                rectified.push((index, gradient, y, self.border(index)?));
            }
        }
        let pairs =
            rectified.iter().map(|(_, gradient, y, border)| Rectified { gradient, activation: y, border: *border });
        let pairs = pairs.collect::<Vec<_>>();
        let done = match self.relus {
            Relus::Exact => keep_positive(set, &pairs),
            Relus::Open => keep_all(set, &pairs),
            Relus::Guided => keep_guided(set, &pairs),
        };
        let done = done.map_err(|(pair, source)| ModelError::Step {
            name: self.layer(rectified[pair].0).name.clone(),
            source: source.into(),
        })?;
        let mut sums: Vec<(usize, Blocked)> = Vec::with_capacity(convs.len());
        for ((index, ..), (maps, is_finite)) in rectified.iter().zip(done) {
            self.is_finite &= is_finite;
            sums.push((*index, maps));
        }
        for index in convs {
            let Some(before) = self.take_before(index) else {
                continue;
            };
            let name = &self.layer(index).name;
            let y = at(name, blocked(self.values(index)?))?;
            let before = at(name, before.maps(&y))?;
            match sums.iter_mut().find(|(of, _)| *of == index) {
                Some((_, sum)) => at(name, add(set, sum, &before))?,
                None => sums.push((index, before)),
            }
        }
        sums.sort_by_key(|(index, _)| *index);
        sums.into_iter().map(|(index, gradient)| Ok((index, self.before_normalisation(index, gradient)?))).collect()
    }

    /// Where a convolution's sums are normalised with their own statistics: from the gradient behind to that before.
    fn before_normalisation(&self, index: usize, gradient: Blocked) -> Result<Blocked, ModelError> {
        let layer = self.layer(index);
        let name = &layer.name;
        let Some(conv) = self.model.conv(name).filter(|conv| conv.normalise) else {
            return Ok(gradient);
        };
        let sums = value::convolved(name, at(name, conv.packed())?, self.values(layer.inputs[0])?)?;
        at(name, normalise_backward(InstructionSet::best(), &sums, &gradient, BATCH_NORM_EPS))
    }

    /// Zeros that the way back through a convolution wants to find around its gradient.
    fn border(&self, index: usize) -> Result<usize, ModelError> {
        let layer = self.layer(index);
        if matches!(layer.op, Op::Conv(_)) && !is_pointwise(layer) {
            Ok(self.model.conv_backward(&[layer])?.border())
        } else {
            Ok(0)
        }
    }

    fn max_pool(&mut self, index: usize, window: Window) -> Result<(), ModelError> {
        let (layer, Some(gradient)) = (self.layer(index), self.take(index)) else {
            return Ok(());
        };
        let name = &layer.name;
        let input = layer.inputs[0];
        let x = at(name, blocked(self.values(input)?))?;
        let y = at(name, blocked(self.values(index)?))?;
        let gradient = at(name, gradient.maps(&y))?;
        let rectified = self.goes_through_relu(input);
        let known = if rectified { None } else { self.take(input) };
        let onto = match known {
            Some(into) => Onto::Maps(at(name, into.maps(&x))?),
            None => Onto::Zeros { border: self.border(input)?, rectified },
        };
        let pool = MaxPoolBackward { window, x: &x, y: &y, gradient: &gradient };
        let (maps, is_finite) = at(name, pool.run(InstructionSet::best(), onto))?;
        self.is_finite &= is_finite;
        self.pass_on(input, maps, rectified)
    }

    /// Whether a gradient that reaches this activation goes on through its ReLU at once: that of a convolution nobody asks for.
    fn goes_through_relu(&self, index: usize) -> bool {
        self.relus == Relus::Exact && matches!(self.layer(index).op, Op::Conv(_)) && !self.is_wanted(index)
    }

    /// Gives an activation's gradient, or that before its ReLU.
    fn pass_on(&mut self, index: usize, maps: Blocked, rectified: bool) -> Result<(), ModelError> {
        match rectified {
            true => self.give_before(index, Gradient::Maps(maps)),
            false => self.give(index, Gradient::Maps(maps)),
        }
    }

    fn local_response_norm(&mut self, index: usize, norm: LocalResponseNorm) -> Result<(), ModelError> {
        let (layer, Some(gradient)) = (self.layer(index), self.take(index)) else {
            return Ok(());
        };
        let name = &layer.name;
        let input = layer.inputs[0];
        let x = at(name, blocked(self.values(input)?))?;
        let gradient = at(name, gradient.maps(&x))?;
        let (border, rectified) = (self.border(input)?, self.goes_through_relu(input));
        let back = LocalResponseNormBackward { norm, x: &x, gradient: &gradient, border, rectified };
        let (maps, is_finite) = at(name, back.run(InstructionSet::best()))?;
        self.is_finite &= is_finite;
        self.pass_on(input, maps, rectified)
    }

    fn average_pool(&mut self, index: usize, pool: Pool) -> Result<(), ModelError> {
        let (layer, Some(gradient)) = (self.layer(index), self.take(index)) else {
            return Ok(());
        };
        let input = layer.inputs[0];
        let x = at(&layer.name, blocked(self.values(input)?))?;
        let (height, width) = x.sides();
        let count = x.channels() * height * width;
        let numbers = average_pool_backward(&gradient.numbers(), count, [height, width], pool);
        let maps = Blocked::from_planes(&numbers, x.channels(), height, width);
        self.give(input, Gradient::Maps(at(&layer.name, maps)?))
    }

    /// A concat gives each branch its channels.
    fn branches(&mut self, index: usize) -> Result<(), ModelError> {
        let (layer, Some(gradient)) = (self.layer(index), self.take(index)) else {
            return Ok(());
        };
        let y = at(&layer.name, blocked(self.values(index)?))?;
        let gradient = at(&layer.name, gradient.maps(&y))?;
        let mut first = 0;
        for &branch in &layer.inputs {
            let channels = first..first + self.layer(branch).output.channels();
            first = channels.end;
            if self.matters(branch) {
                let part = at(&layer.name, gradient.slice(channels))?;
                self.give(branch, Gradient::Maps(part))?;
            }
        }
        Ok(())
    }

    fn linear(&mut self, index: usize, relu: bool) -> Result<(), ModelError> {
        let layer = self.layer(index);
        let (after, before) = (self.take(index), self.take_before(index));
        if after.is_none() && before.is_none() {
            return Ok(());
        }
        let y = self.values(index)?.to_vec()?;
        let mut sums = vec![0.0; y.len()];
        if let Some(after) = after {
            for (sum, (gradient, y)) in sums.iter_mut().zip(after.numbers().into_iter().zip(y)) {
                *sum = if relu { self.relus.pass(gradient, y) } else { gradient };
            }
        }
        if let Some(before) = before {
            let pairs = sums.iter_mut().zip(before.numbers());
            pairs.for_each(|(sum, before)| *sum += before);
        }
        let unknown = || ModelError::UnknownName { name: layer.name.clone() };
        let linear = self.model.linear(&layer.name).ok_or_else(unknown)?;
        let input = layer.inputs[0];
        let numbers = transposed(&linear.weight, &sums)?;
        let gradient = at(&layer.name, Gradient::of(self.values(input)?, numbers))?;
        self.give(input, gradient)
    }
}

/// Numbers of the input that a task takes.
const BLOCK: usize = 256;

/// Transposed weight, `[O, N]`, times `gradient`, `[O]`: `[N]`.
fn transposed(weight: &candle_core::Tensor, gradient: &[f32]) -> candle_core::Result<Vec<f32>> {
    let length = weight.dim(1)?;
    let rows = gradient.iter().enumerate();
    // Half of the gradients are 0, behind a ReLU; with a single logit all but one.
    let rows: Vec<(usize, f32)> =
        rows.filter(|(_, gradient)| **gradient != 0.0).map(|(row, &gradient)| (row, gradient)).collect();
    let mut result = vec![0.0; length];
    let (storage, layout) = weight.storage_and_layout();
    let weight = floats(&storage, layout)?;
    let add = |(index, block): (usize, &mut [f32])| {
        for &(row, gradient) in &rows {
            let row = &weight[row * length + index * BLOCK..][..block.len()];
            for (sum, weight) in block.iter_mut().zip(row) {
                *sum += gradient * weight;
            }
        }
    };
    // A row or two are done before another thread is awake.
    match rows.len() {
        0..=4 => result.chunks_mut(BLOCK).enumerate().for_each(add),
        _ => result.par_chunks_mut(BLOCK).enumerate().for_each(add),
    }
    Ok(result)
}
