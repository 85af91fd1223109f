//! What each kind of layer does on the way back.

use std::sync::Arc;

use rayon::prelude::*;

use super::gradient::{Gradient, at, blocked};
use super::packs::is_pointwise;
use super::walk::Walk;
use crate::model::kernels::{
    Blocked, ConvBackward, InstructionSet, Pool, add, keep_positive, local_response_norm_backward,
    max_pool_backward, side_by_side,
};
use crate::model::operators::floats;
use crate::model::reference::average_pool_backward;
use crate::model::{ModelError, Values};
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
        for &index in stage {
            let layer = self.layer(index);
            if !matches!(layer.op, Op::Conv(_)) {
                continue;
            }
            let (Some(gradient), &[input]) = (self.sums(index)?, &*layer.inputs) else {
                continue;
            };
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
        let steps: Vec<_> = returns
            .iter()
            .map(|back| back.pack.step(&back.gradient))
            .collect();
        let done = side_by_side(InstructionSet::best(), &steps);
        let done = done.map_err(|(index, source)| ModelError::Step {
            name: self.layer(returns[index].input).name.clone(),
            source: source.into(),
        })?;
        for (back, done) in returns.iter().zip(done) {
            let x = self.values(back.input)?;
            let part = match (back.pack.is_direct(), x) {
                (true, Values::Maps(_)) => Gradient::Maps(done.maps),
                (true, Values::Tensor(_)) => Gradient::Maps(done.maps),
                (false, x) => {
                    let dims = x.dims();
                    let sides = (dims[2], dims[3]);
                    at(
                        &self.layer(back.input).name,
                        Gradient::of(x, back.pack.finish(&done.maps, sides)),
                    )?
                }
            };
            self.give(back.input, part)?;
        }
        Ok(())
    }

    /// The gradient of a convolution's sums, before its activation function, with the border that the way back wants.
    fn sums(&mut self, index: usize) -> Result<Option<Blocked>, ModelError> {
        let layer = self.layer(index);
        let (after, before) = (self.take(index), self.take_before(index));
        if after.is_none() && before.is_none() {
            return Ok(None);
        }
        let y = at(&layer.name, blocked(self.values(index)?))?;
        let border = match layer.op.window() {
            Some(window) if window.stride == 1 => window.kernel - 1 - window.padding,
            _ => 0,
        };
        let set = InstructionSet::best();
        let after = match after {
            Some(gradient) => {
                let gradient = at(&layer.name, gradient.maps(&y))?;
                Some(at(&layer.name, keep_positive(set, &gradient, &y, border))?)
            }
            None => None,
        };
        let before = match before {
            Some(gradient) => Some(at(&layer.name, gradient.maps(&y))?),
            None => None,
        };
        match (after, before) {
            (Some(mut sum), Some(before)) => {
                at(&layer.name, add(set, &mut sum, &before))?;
                Ok(Some(sum))
            }
            (sum, before) => Ok(sum.or(before)),
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
        let into = match self.take(input) {
            Some(into) => Some(at(name, into.maps(&x))?),
            None => None,
        };
        let set = InstructionSet::best();
        let maps = max_pool_backward(set, window, &x, &y, &gradient, into);
        self.give(input, Gradient::Maps(at(name, maps)?))
    }

    fn local_response_norm(
        &mut self,
        index: usize,
        norm: LocalResponseNorm,
    ) -> Result<(), ModelError> {
        let (layer, Some(gradient)) = (self.layer(index), self.take(index)) else {
            return Ok(());
        };
        let name = &layer.name;
        let input = layer.inputs[0];
        let x = at(name, blocked(self.values(input)?))?;
        let gradient = at(name, gradient.maps(&x))?;
        let set = InstructionSet::best();
        let maps = local_response_norm_backward(set, norm, &x, &gradient);
        self.give(input, Gradient::Maps(at(name, maps)?))
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
                *sum = if !relu || y > 0.0 { gradient } else { 0.0 };
            }
        }
        if let Some(before) = before {
            let pairs = sums.iter_mut().zip(before.numbers());
            pairs.for_each(|(sum, before)| *sum += before);
        }
        let unknown = || ModelError::UnknownName {
            name: layer.name.clone(),
        };
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
    let rows: Vec<(usize, f32)> = rows
        .filter(|(_, gradient)| **gradient != 0.0)
        .map(|(row, &gradient)| (row, gradient))
        .collect();
    let mut result = vec![0.0; length];
    let (storage, layout) = weight.storage_and_layout();
    let weight = floats(&storage, layout)?;
    let blocks = result.par_chunks_mut(BLOCK).enumerate();
    blocks.for_each(|(index, block)| {
        for &(row, gradient) in &rows {
            let row = &weight[row * length + index * BLOCK..][..block.len()];
            for (sum, weight) in block.iter_mut().zip(row) {
                *sum += gradient * weight;
            }
        }
    });
    Ok(result)
}
