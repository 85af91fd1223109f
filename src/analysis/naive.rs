//! The naive module, live and honest: the linear equivalent of the trained branches on the module's real input.
//!
//! Nobody trained a naive GoogLeNet.  But a 1x1 and a kxk convolution multiply out to one kxk convolution on all input
//! channels, `W[o, i, y, x] = sum_r W2[o, r, y, x] W1[r, i]`: it differs from the trained branch only by the ReLU that
//! stood between.  The bias of the 1x1 must vanish outside the border, so the input gets a channel of ones and `b1`
//! becomes its column of `W1`; zero padding then does it exactly.

use std::collections::HashMap;
use std::sync::Arc;

use candle_core::{Device, Tensor};

use super::report::{Activation, Report};
use crate::model::error::StepError;
use crate::model::layers::Conv;
use crate::model::{GoogLeNet, ModelError, Values};
use crate::platform::clock::Stopwatch;
use crate::spec::{MODULES, Modules, Network, Part, Shape};

/// A naive module that has run.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct NaiveModule {
    /// The report whose activations it ran on.
    pub report: u64,
    /// Index into [`MODULES`].
    pub module: usize,
    /// By activation name: `.branch1`, `.branch2.1`, `.branch3.1`, `.branch4.0` and the concat.
    #[serde(with = "crate::wire::once::map")]
    pub activations: HashMap<String, Arc<Activation>>,
    /// For `.branch2.1` and `.branch3.1`: trained minus linear equivalent, cell by cell.
    #[serde(with = "crate::wire::once::map")]
    pub differences: HashMap<String, Arc<Activation>>,
    /// Wall time of each stage of the naive module by name, milliseconds, median of [`Self::runs`].
    pub naive_ms: HashMap<String, f64>,
    /// The same for the trained (reduced) module, measured in the same job.
    pub reduced_ms: HashMap<String, f64>,
    /// Runs behind the medians; the two sides ran in turn.
    pub runs: usize,
}

/// A naive module beside its trained one, run as often as one wants.
pub struct NaiveRun {
    report: Arc<Report>,
    module: usize,
    branch2: Conv,
    branch3: Conv,
    /// The module's input, `[1, C, H, W]`, and the same with a channel of ones.
    inputs: [Values; 2],
    clock: Clock,
    /// What the first pass gave; every other gives the same and is run for its time.
    outputs: Vec<(String, Values)>,
    /// The same with statistics, once somebody has asked.
    maps: Option<NaiveMaps>,
    runs: usize,
}

/// Activations by name, and trained minus linear equivalent.
#[derive(Clone, Default)]
struct NaiveMaps {
    activations: HashMap<String, Arc<Activation>>,
    differences: HashMap<String, Arc<Activation>>,
}

impl NaiveRun {
    /// Multiplies the kernels out and fetches the input that the report's network gave the trained module.
    ///
    /// # Errors
    /// A layer is missing or candle cannot multiply.
    pub fn new(model: &GoogLeNet, report: Arc<Report>, module: usize) -> Result<Self, ModelError> {
        let name = |part: Part| stage_name(module, part);
        let input = module_input(&report, module)?;
        let x = input.tensor()?;
        let side = input.shape.side();
        let ones = Tensor::ones((1, 1, side, side), x.dtype(), &Device::Cpu)?;
        let with_ones = Tensor::cat(&[&x, &ones], 1)?;
        Ok(Self {
            branch2: compose(model, &name(Part::Conv3x3Reduce), &name(Part::Conv3x3))?,
            branch3: compose(model, &name(Part::Conv5x5Reduce), &name(Part::Conv5x5))?,
            report,
            module,
            inputs: [blocks(x)?, blocks(with_ones)?],
            clock: Clock::default(),
            outputs: Vec::new(),
            maps: None,
            runs: 0,
        })
    }

    /// Runs both modules once.
    ///
    /// # Errors
    /// A step failed.
    pub fn pass(&mut self, model: &GoogLeNet) -> Result<(), ModelError> {
        let outputs = self.naive_pass(model)?;
        self.reduced_pass(model)?;
        if self.runs == 0 {
            self.outputs = outputs;
        }
        self.runs += 1;
        Ok(())
    }

    /// How often both ran.
    pub fn runs(&self) -> usize {
        self.runs
    }

    /// Index into [`MODULES`].
    pub fn module(&self) -> usize {
        self.module
    }

    /// Wall times of each stage by name, naive and reduced, milliseconds, medians of all passes.
    pub fn times_ms(&self) -> [HashMap<String, f64>; 2] {
        [true, false].map(|is_naive| self.clock.medians(is_naive))
    }

    /// Activations, and medians of all passes; no activations before the first.
    ///
    /// # Errors
    /// candle cannot hand out a tensor's values.
    pub fn result(&mut self) -> Result<NaiveModule, ModelError> {
        let maps = match &self.maps {
            Some(maps) => maps.clone(),
            None => self.maps.insert(self.build()?).clone(),
        };
        let [naive_ms, reduced_ms] = self.times_ms();
        Ok(NaiveModule {
            report: self.report.id,
            module: self.module,
            activations: maps.activations,
            differences: maps.differences,
            naive_ms,
            reduced_ms,
            runs: self.runs,
        })
    }

    fn build(&self) -> Result<NaiveMaps, ModelError> {
        let network = &self.report.network;
        let shapes = Network::build(network.topology, network.classes, Modules::Naive, [false, false]);
        let mut maps = NaiveMaps::default();
        for (name, values) in &self.outputs {
            let shape = shapes.layer(name).map_or(Shape::Vector(0), |layer| layer.output);
            let activation = Activation::new(shape, values)?;
            let is_composed = *name == self.branch2.name || *name == self.branch3.name;
            let trained = self.report.activation(name).filter(|_| is_composed);
            if let Some(difference) = trained.and_then(|trained| trained.minus(&activation)) {
                maps.differences.insert(name.clone(), Arc::new(difference));
            }
            maps.activations.insert(name.clone(), Arc::new(activation));
        }
        Ok(maps)
    }

    /// Fig. 2a: the last ReLU stays, the one between 1x1 and kxk is gone.
    fn naive_pass(&mut self, model: &GoogLeNet) -> Result<Vec<(String, Values)>, ModelError> {
        let name = |part: Part| stage_name(self.module, part);
        let [x, with_ones] = &self.inputs;
        let branch1 = known(model, &name(Part::Conv1x1))?;
        let mut outputs = Vec::new();
        for (part, conv, x) in [
            (Part::Conv1x1, branch1, x),
            (Part::Conv3x3, &self.branch2, with_ones),
            (Part::Conv5x5, &self.branch3, with_ones),
        ] {
            let y = self.clock.time(true, &name(part), || conv.forward(x))?;
            outputs.push((name(part), y));
        }
        let pool = name(Part::Pool);
        let pooled = self.clock.time(true, &pool, || model.module_pool(x))?;
        outputs.push((pool, pooled));
        let branches: Vec<&Values> = outputs.iter().map(|(_, values)| values).collect();
        let concat = name(Part::Concat);
        let y = self.clock.time(true, &concat, || Values::concat(&branches))?;
        outputs.push((concat, y));
        Ok(outputs)
    }

    /// Fig. 2b, for its time.
    fn reduced_pass(&mut self, model: &GoogLeNet) -> Result<(), ModelError> {
        let module = self.module;
        let x = &self.inputs[0];
        let clock = &mut self.clock;
        let mut run = |part: Part, x: &Values| {
            let conv = known(model, &stage_name(module, part))?;
            clock.time(false, &conv.name, || conv.forward(x))
        };
        let branch1 = run(Part::Conv1x1, x)?;
        let reduced = run(Part::Conv3x3Reduce, x)?;
        let branch2 = run(Part::Conv3x3, &reduced)?;
        let reduced = run(Part::Conv5x5Reduce, x)?;
        let branch3 = run(Part::Conv5x5, &reduced)?;
        let pool = stage_name(module, Part::Pool);
        let pooled = self.clock.time(false, &pool, || model.module_pool(x))?;
        let projection = known(model, &stage_name(module, Part::PoolProjection))?;
        let branch4 = self.clock.time(false, &projection.name, || projection.forward(&pooled))?;
        let branches = [&branch1, &branch2, &branch3, &branch4];
        self.clock.time(false, &stage_name(module, Part::Concat), || Values::concat(&branches))?;
        Ok(())
    }
}

fn stage_name(module: usize, part: Part) -> String {
    MODULES[module].layer_name() + part.suffix()
}

/// `second` after `first` without the ReLU between, as one convolution on the input and a channel of ones.
fn compose(model: &GoogLeNet, first: &str, second: &str) -> Result<Conv, ModelError> {
    let second_name = second;
    let find = |name: &str| model.conv(name).ok_or_else(|| ModelError::UnknownName { name: name.to_owned() });
    let (reduce, conv) = (find(first)?, find(second)?);
    let (reduced, inputs) = (reduce.weight.dim(0)?, reduce.weight.dim(1)?);
    let (filters, kernel) = (conv.weight.dim(0)?, conv.window.kernel);
    // [r, i + 1]: the weights of the 1x1 and its bias.
    let first = Tensor::cat(&[&reduce.weight.reshape((reduced, inputs))?, &reduce.bias.unsqueeze(1)?], 1)?;
    // [o * k * k, r] x [r, i + 1]
    let second = conv.weight.permute((0, 2, 3, 1))?.reshape((filters * kernel * kernel, reduced))?;
    let weight =
        second.matmul(&first)?.reshape((filters, kernel, kernel, inputs + 1))?.permute((0, 3, 1, 2))?.contiguous()?;
    let composed = Conv::from_tensors(&conv.name, &weight, &conv.bias, conv.window);
    composed.map_err(|source| ModelError::Step { name: second_name.to_owned(), source })
}

/// The activation the module reads.
fn module_input(report: &Report, module: usize) -> Result<Arc<Activation>, ModelError> {
    let name = MODULES[module].layer_name() + Part::Conv1x1.suffix();
    let unknown = || ModelError::UnknownName { name: name.clone() };
    let layer = report.network.layer(&name).ok_or_else(unknown)?;
    let before = &report.network.layers[layer.inputs[0]].name;
    report.activation(before).cloned().ok_or_else(unknown)
}

/// In the layout of the fast operators, once and not in every run.
fn blocks(x: Tensor) -> Result<Values, ModelError> {
    Values::from(x).blocked().map_err(|source| ModelError::Step { name: "input".to_owned(), source })
}

fn known<'a>(model: &'a GoogLeNet, name: &str) -> Result<&'a Conv, ModelError> {
    model.conv(name).ok_or_else(|| ModelError::UnknownName { name: name.to_owned() })
}

/// Durations by side and stage.
#[derive(Default)]
struct Clock(HashMap<(bool, String), Vec<f64>>);

impl Clock {
    fn time(
        &mut self,
        is_naive: bool,
        name: &str,
        work: impl FnOnce() -> Result<Values, StepError>,
    ) -> Result<Values, ModelError> {
        let start = Stopwatch::start();
        let result = work().map_err(|source| ModelError::Step { name: name.to_owned(), source })?;
        let elapsed_ms = start.milliseconds();
        self.0.entry((is_naive, name.to_owned())).or_default().push(elapsed_ms);
        Ok(result)
    }

    fn medians(&self, is_naive: bool) -> HashMap<String, f64> {
        let side = self.0.iter().filter(|((naive, _), _)| *naive == is_naive);
        side.map(|((_, name), durations)| {
            let mut durations = durations.clone();
            durations.sort_by(f64::total_cmp);
            (name.clone(), durations[durations.len() / 2])
        })
        .collect()
    }
}
