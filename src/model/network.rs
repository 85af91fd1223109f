//! GoogLeNet (Szegedy et al. 2014, <https://arxiv.org/abs/1409.4842>, Table 1 and Fig. 3).
//!
//! Shapes in the comments are for a 224x224 photo.

use candle_core::{Device, Tensor};

use super::aux_head::AuxHead;
use super::backward::Backward;
use super::batch::{Batch, Step};
use super::error::ModelError;
use super::error::StepError;
use super::inception::{Inception, MODULE_POOL};
use super::kernels::Pool;
use super::layers::{Conv, Linear};
use super::loader::Loader;
use super::operators::{Layer, Operators, Work};
use super::run::{Run, Value};
use super::trace::Trace;
use super::values::Values;
use crate::spec::{AuxPool, Head, INPUT_SIDE, MODULES, Modules, Network, Topology, Window};
use crate::weights::Weights;

/// Sides of an input, pixels.
pub const SIDES: std::ops::RangeInclusive<usize> = 96..=640;

/// The network with its weights, ready to run.
#[derive(Clone, Debug)]
pub struct GoogLeNet {
    topology: Topology,
    pub(super) operators: Operators,
    conv1: Conv,
    conv2: Conv,
    conv3: Conv,
    /// 3a to 5b.
    modules: Vec<Inception>,
    /// After 4a and 4d; absent where the weights have none.
    aux: [Option<AuxHead>; 2],
    fc: Linear,
    /// The convolutions' way back, made when it is first gone.
    pub(super) backward: Backward,
}

impl GoogLeNet {
    /// Folds the normalisation and builds the layers.
    ///
    /// # Errors
    /// None for checked weights; a missing tensor is reported by name.
    pub fn new(weights: &Weights, operators: Operators) -> Result<Self, ModelError> {
        let network = weights.network();
        let loader = Loader { network: &network, weights, operators };
        let modules = MODULES.iter().map(|module| Inception::new(&loader, &module.layer_name()));
        let aux = |index: usize, key| weights.aux[index].then(|| AuxHead::new(&loader, key)).transpose();
        Ok(Self {
            topology: weights.topology,
            operators,
            conv1: loader.conv("conv1")?,
            conv2: loader.conv("conv2")?,
            conv3: loader.conv("conv3")?,
            modules: modules.collect::<Result<_, _>>()?,
            aux: [aux(0, "aux1")?, aux(1, "aux2")?],
            fc: loader.linear("fc")?,
            backward: Backward::default(),
        })
    }

    /// The structure.
    pub fn topology(&self) -> Topology {
        self.topology
    }

    /// A preprocessed photo as the tensor [`Self::forward`] takes: `values` are `[3, 224, 224]`, row-major.
    ///
    /// # Errors
    /// [`ModelError::InputShape`] for another number of values.
    pub fn input(values: &[f32]) -> Result<Tensor, ModelError> {
        if values.len() != 3 * INPUT_SIDE * INPUT_SIDE {
            return Err(ModelError::InputShape { found: vec![values.len()] });
        }
        Self::input_of_size(values, INPUT_SIDE, INPUT_SIDE)
    }

    /// A picture of another size: `values` are `[3, height, width]`, row-major, sides from 96 to 640.
    ///
    /// # Errors
    /// [`ModelError::InputSize`]; [`ModelError::InputShape`] for another number of values.
    pub fn input_of_size(values: impl Into<Vec<f32>>, height: usize, width: usize) -> Result<Tensor, ModelError> {
        let values = values.into();
        if ![height, width].iter().all(|side| SIDES.contains(side)) {
            return Err(ModelError::InputSize { height, width });
        }
        if values.len() != 3 * height * width {
            return Err(ModelError::InputShape { found: vec![values.len()] });
        }
        Ok(Tensor::from_vec(values, (1, 3, height, width), &Device::Cpu)?)
    }

    /// The forward pass.  `input` is `[1, 3, 224, 224]`, preprocessed; everything computed is in the returned trace.
    ///
    /// Other sides from 96 to 640 go too, pooling rounds up; only an auxiliary head with a fixed pool wants 224, while the
    /// main head (a mean over whole maps) and torchvision's (adaptive) adapt.
    ///
    /// # Errors
    /// [`ModelError`]; [`ModelError::Cancelled`] when the run was asked to stop.
    pub fn forward(&self, input: &Tensor, run: Run<'_>) -> Result<Trace, ModelError> {
        let traces = self.forward_all(std::slice::from_ref(input), vec![run])?;
        Ok(traces.into_iter().next().expect("there is a trace for each run"))
    }

    /// The forward pass of several photos, a run each.  Where maps are small and weights large, in the heads and in the last two modules,
    /// most time goes into fetching weights: there the photos go side by side, and share what is fetched.  Before, each goes alone, so
    /// that its maps stay at hand.  Each trace is what [`Self::forward`] gives, bit by bit.
    ///
    /// # Errors
    /// As [`Self::forward`], of the first photo that has one: nothing is said of the others.
    ///
    /// # Panics
    /// There is not a run for each photo.
    pub fn forward_all(&self, inputs: &[Tensor], mut runs: Vec<Run<'_>>) -> Result<Vec<Trace>, ModelError> {
        assert_eq!(inputs.len(), runs.len(), "a run for each photo");
        inputs.iter().zip(&runs).try_for_each(|(input, run)| self.check_size(input, run))?;
        let b = &mut Batch { runs: &mut runs, operators: self.operators };
        // Written over, so that what a run does not keep goes soon.
        let mut x = b.each(|alone, index| self.until_4a(&inputs[index..=index], alone))?; // 512 x 14 x 14
        self.head(0, &x, b)?;
        x = b.each(|alone, index| self.modules("4b", "4d", x[index..=index].to_vec(), alone))?; //   528 x 14 x 14
        self.head(1, &x, b)?;
        x = b.each(|alone, index| self.module_4e(x[index..=index].to_vec(), alone))?; //             832 x  7 x  7
        x = self.modules("5a", "5b", x, b)?; //                                            1024 x  7 x  7
        x = b.step("avgpool", &x, |x| x.iter().map(|x| self.mean(x)).collect())?; //        1024
        b.linear(&self.fc, &x)?; //                                                      classes
        runs.into_iter().map(Run::finish).collect()
    }

    /// The stem, 3a, 3b and 4a.
    fn until_4a(&self, inputs: &[Tensor], b: &mut Batch<'_, '_>) -> Result<Vec<Value>, ModelError> {
        let mut x = b.input(inputs)?; //                                                       3 x 224 x 224
        x = b.layer(Step::conv(&self.conv1, &x, 0))?; //                                      64 x 112 x 112
        x = b.layer(Step::max_pool("maxpool1", &x, Window::pool(3, 2, 0)))?; //               64 x  56 x  56
        x = self.local_response_norm("norm1", x, b)?;
        x = b.layer(Step::conv(&self.conv2, &x, self.conv3.window.padding))?; //              64 x  56 x  56
        x = b.layer(Step::conv(&self.conv3, &x, 0))?; //                                     192 x  56 x  56
        x = self.local_response_norm("norm2", x, b)?;
        x = b.layer(Step::max_pool("maxpool2", &x, Window::pool(3, 2, 0)))?; //              192 x  28 x  28
        x = self.modules("3a", "3b", x, b)?; //                                             480 x  28 x  28
        x = b.layer(Step::max_pool("maxpool3", &x, Window::pool(3, 2, 0)))?; //              480 x  14 x  14
        self.modules("4a", "4a", x, b) //                                                   512 x  14 x  14
    }

    /// 4e and the pool behind it.
    fn module_4e(&self, x: Vec<Value>, b: &mut Batch<'_, '_>) -> Result<Vec<Value>, ModelError> {
        let x = self.modules("4e", "4e", x, b)?; //                                          832 x  14 x  14
        b.layer(Step::max_pool("maxpool4", &x, self.topology.pool4_window())) //             832 x   7 x   7
    }

    /// The modules from one to another.
    fn modules(
        &self,
        from: &str,
        to: &str,
        mut x: Vec<Value>,
        b: &mut Batch<'_, '_>,
    ) -> Result<Vec<Value>, ModelError> {
        let modules = self.modules.iter().zip(&MODULES).skip_while(|(_, table)| table.name != from);
        for (module, table) in modules {
            x = module.forward(&x, b)?;
            if table.name == to {
                break;
            }
        }
        Ok(x)
    }

    /// LRN where the topology has it; otherwise `x` goes on unchanged and untraced.
    fn local_response_norm(&self, name: &str, x: Vec<Value>, b: &mut Batch<'_, '_>) -> Result<Vec<Value>, ModelError> {
        let Some(norm) = self.topology.lrn else {
            return Ok(x);
        };
        b.layer(Step { name, layer: Layer::LocalResponseNorm(norm), x: &x, border: 0 })
    }

    /// Whether the network, as far as it is wanted, can read an input of that shape.
    fn check_size(&self, input: &Tensor, run: &Run<'_>) -> Result<(), ModelError> {
        let &[1, 3, height, width] = input.dims() else {
            let found = input.dims().to_vec();
            return Err(ModelError::InputShape { found });
        };
        if ![height, width].iter().all(|side| SIDES.contains(side)) {
            return Err(ModelError::InputSize { height, width });
        }
        let is_stuck = |aux: &AuxHead| aux.pool == AuxPool::Average && run.wants(&aux.fc1.name);
        for (aux, head) in self.aux.iter().zip([Head::Aux1, Head::Aux2]) {
            if [height, width] != [INPUT_SIDE; 2] && aux.as_ref().is_some_and(is_stuck) {
                return Err(ModelError::HeadSize { head, height, width });
            }
        }
        Ok(())
    }

    /// The mean of each map, `[C]`.
    fn mean(&self, x: &Values) -> Result<Values, StepError> {
        match self.operators {
            Operators::Fast => {
                let work = Work { layer: Layer::Pool(Pool::Adaptive(1)), x, border: 0 };
                let mean = self.operators.alone(work)?.to_vec()?;
                let length = mean.len();
                Ok(Tensor::from_vec(mean, length, &Device::Cpu)?.into())
            }
            Operators::Reference => Ok(x.tensor()?.mean((2, 3))?.squeeze(0)?.into()),
        }
    }

    fn head(&self, index: usize, x: &[Value], b: &mut Batch<'_, '_>) -> Result<(), ModelError> {
        match &self.aux[index] {
            Some(head) => head.forward(x, b),
            None => Ok(()),
        }
    }

    /// Every layer in the order of computation, with the shapes it has for a photo of 224 x 224.
    pub fn structure(&self) -> Network {
        let classes = self.fc.bias.elem_count();
        let aux = [self.aux[0].is_some(), self.aux[1].is_some()];
        Network::build(self.topology, classes, Modules::Reduced, aux)
    }

    /// Every convolution, in order.
    pub(super) fn convs_mut(&mut self) -> impl Iterator<Item = &mut Conv> {
        let stem = [&mut self.conv1, &mut self.conv2, &mut self.conv3];
        let modules = self.modules.iter_mut().flat_map(Inception::convs_mut);
        let heads = self.aux.iter_mut().flatten().map(|head| &mut head.conv);
        stem.into_iter().chain(modules).chain(heads)
    }

    /// Every linear layer, the heads' first.
    pub(super) fn linears_mut(&mut self) -> impl Iterator<Item = &mut Linear> {
        let heads = self.aux.iter_mut().flatten();
        let heads = heads.flat_map(|head| [&mut head.fc1, &mut head.fc2]);
        heads.chain([&mut self.fc])
    }

    /// A module's own pool, 3x3 with stride 1, of `[1, C, H, W]`.
    ///
    /// # Errors
    /// For another shape.
    pub fn module_pool(&self, x: &Values) -> Result<Values, StepError> {
        self.operators.alone(Work { layer: Layer::Pool(MODULE_POOL), x, border: 0 })
    }

    /// The convolution that makes the activation `name`.
    pub fn conv(&self, name: &str) -> Option<&Conv> {
        let stem = [&self.conv1, &self.conv2, &self.conv3].into_iter();
        let modules = self.modules.iter().flat_map(Inception::convs);
        let heads = self.aux.iter().flatten().map(|head| &head.conv);
        stem.chain(modules).chain(heads).find(|conv| conv.name == name)
    }

    /// The linear layer that makes the activation `name`.
    pub fn linear(&self, name: &str) -> Option<&Linear> {
        let heads = self.aux.iter().flatten().flat_map(|head| [&head.fc1, &head.fc2]);
        heads.chain([&self.fc]).find(|linear| linear.name == name)
    }
}
