//! Runs that take each step together, one a photo: weights are fetched once for all of them.

use candle_core::Tensor;

use super::error::{ModelError, StepError};
use super::kernels::Pool;
use super::layers::{Conv, Linear};
use super::operators::{Layer, Operators, Work};
use super::run::{Run, Value};
use super::values::Values;
use crate::platform::clock::Stopwatch;
use crate::spec::Window;

/// A layer about to be computed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step<'a> {
    /// Name of the activation.
    pub name: &'a str,
    /// What is done.
    pub layer: Layer<'a>,
    /// On what, of each run.
    pub x: &'a [Value],
    /// Padding of the convolution that reads the result, so that it finds its zeros in place.
    pub border: usize,
}

impl<'a> Step<'a> {
    /// A convolution with bias and ReLU.
    pub fn conv(conv: &'a Conv, x: &'a [Value], border: usize) -> Self {
        Self { name: &conv.name, layer: Layer::Conv(conv), x, border }
    }

    /// A pool.
    pub fn pool(name: &'a str, x: &'a [Value], pool: Pool) -> Self {
        Self { name, layer: Layer::Pool(pool), x, border: 0 }
    }

    /// A max pool of that window.
    pub fn max_pool(name: &'a str, x: &'a [Value], window: Window) -> Self {
        Self::pool(name, x, Pool::Max(window))
    }
}

/// Several runs on their way through the network, side by side.  What a step makes is a value of each run, in their order.
pub(super) struct Batch<'b, 'a> {
    /// Of one photo each.
    pub runs: &'b mut [Run<'a>],
    /// Which arithmetic.
    pub operators: Operators,
}

impl<'a> Batch<'_, 'a> {
    /// Each run alone, one after the other.
    pub fn each(
        &mut self,
        mut steps: impl FnMut(&mut Batch<'_, 'a>, usize) -> Result<Vec<Value>, ModelError>,
    ) -> Result<Vec<Value>, ModelError> {
        let operators = self.operators;
        let mut values = Vec::with_capacity(self.runs.len());
        for (index, run) in self.runs.iter_mut().enumerate() {
            let mut alone = Batch { runs: std::slice::from_mut(run), operators };
            values.append(&mut steps(&mut alone, index)?);
        }
        Ok(values)
    }

    /// The first step: the preprocessed photos themselves.
    pub fn input(&mut self, photos: &[Tensor]) -> Result<Vec<Value>, ModelError> {
        self.runs.iter_mut().zip(photos).map(|(run, photo)| run.input(photo)).collect()
    }

    /// A linear layer.
    pub fn linear(&mut self, linear: &Linear, x: &[Value]) -> Result<Vec<Value>, ModelError> {
        self.step(&linear.name, x, |x| linear.forward_all(x))
    }

    /// One step: `compute` makes the activation `name` from what it is given of each run in which something has changed.
    pub fn step(
        &mut self,
        name: &str,
        x: &[Value],
        compute: impl FnOnce(&[&Values]) -> Result<Vec<Values>, StepError>,
    ) -> Result<Vec<Value>, ModelError> {
        self.check_cancelled()?;
        let mut values = self.known(name, x);
        let missing: Vec<usize> = (0..x.len()).filter(|&run| values[run].is_none()).collect();
        if !missing.is_empty() {
            let start = Stopwatch::start();
            let x: Vec<&Values> = missing.iter().map(|&run| x[run].values()).collect();
            let made = compute(&x).map_err(|source| ModelError::Step { name: name.to_owned(), source })?;
            let share_ms = start.milliseconds() / missing.len() as f64;
            for (&run, made) in missing.iter().zip(made) {
                values[run] = Some(Value::computed(name, made, share_ms));
            }
        }
        let values = self.intervened(values)?;
        self.record(&values)?;
        Ok(values)
    }

    /// The step that puts branches one after the other.
    pub fn concat<const N: usize>(&mut self, name: &str, branches: [&[Value]; N]) -> Result<Vec<Value>, ModelError> {
        let runs = self.runs.iter_mut().enumerate();
        runs.map(|(index, run)| run.concat(name, &branches.map(|branch| &branch[index]))).collect()
    }

    /// A step that is a layer.
    pub fn layer(&mut self, step: Step<'_>) -> Result<Vec<Value>, ModelError> {
        let [values] = self.side_by_side([step])?;
        self.record(&values)?;
        Ok(values)
    }

    /// Layers that do not depend on one another.  They are not in the traces before [`Self::record`].
    pub fn side_by_side<const N: usize>(&mut self, steps: [Step<'_>; N]) -> Result<[Vec<Value>; N], ModelError> {
        self.check_cancelled()?;
        let mut values = steps.map(|step| self.known(step.name, step.x));
        // Photo by photo: what a photo's layers read stays at hand.
        let all = (0..self.runs.len()).flat_map(|run| (0..N).map(move |step| (step, run)));
        let missing: Vec<(usize, usize)> = all.filter(|&(step, run)| values[step][run].is_none()).collect();
        let work = missing.iter().map(|&(step, run)| {
            let Step { layer, x, border, .. } = steps[step];
            Work { layer, x: x[run].values(), border }
        });
        let done = self.operators.side_by_side(&work.collect::<Vec<_>>());
        let done = done.map_err(|(index, source)| {
            let (step, _) = missing[index];
            ModelError::Step { name: steps[step].name.to_owned(), source }
        })?;
        for (&(step, run), (result, duration_ms)) in missing.iter().zip(done) {
            values[step][run] = Some(Value::computed(steps[step].name, result, duration_ms));
        }
        let mut whole = [const { Vec::new() }; N];
        for (whole, values) in whole.iter_mut().zip(values) {
            *whole = self.intervened(values)?;
        }
        Ok(whole)
    }

    /// Puts values of [`Self::side_by_side`] in the traces; in the network's order.
    ///
    /// # Errors
    /// One is not kept and holds what is no number.
    pub fn record(&mut self, values: &[Value]) -> Result<(), ModelError> {
        self.runs.iter_mut().zip(values).try_for_each(|(run, value)| run.record(value))
    }

    fn check_cancelled(&self) -> Result<(), ModelError> {
        self.runs.iter().try_for_each(Run::check_cancelled)
    }

    /// What need not be computed: nobody wants it, or the resumed run has it.
    fn known(&self, name: &str, x: &[Value]) -> Vec<Option<Value>> {
        self.runs.iter().zip(x).map(|(run, x)| run.known(name, x)).collect()
    }

    /// The values, after the interventions asked for.
    fn intervened(&self, values: Vec<Option<Value>>) -> Result<Vec<Value>, ModelError> {
        let values = self.runs.iter().zip(values).map(|(run, value)| {
            let mut value = value.expect("each is known or computed");
            run.intervene_in(&mut value)?;
            Ok(value)
        });
        values.collect()
    }
}
