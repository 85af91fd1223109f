//! The facts about a network as evidence for them comes in: what is learnt later replaces what was there.

use super::file::TensorFile;
use super::finding::{Effect, Fact, Finding, Ground, other_epsilon};
use crate::spec::{AuxPool, ChannelOrder, InputRange, LocalResponseNorm, Topology};

/// The share of kernels that change less with another epsilon than what is said.
const MOST_KERNELS: f64 = 0.95;

/// A topology, and for each fact what it was taken from.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// What is known so far.
    pub topology: Topology,
    grounds: [Ground; Fact::ALL.len()],
}

impl Known {
    /// All facts from one ground.
    pub fn all(topology: Topology, ground: Ground) -> Self {
        Self { topology, grounds: [ground; Fact::ALL.len()] }
    }

    /// What a fact was taken from.
    pub fn ground(&self, fact: Fact) -> Ground {
        self.grounds[fact as usize]
    }

    /// The ground of a fact whose value stays.
    pub fn sure(&mut self, fact: Fact, ground: Ground) {
        self.grounds[fact as usize] = ground;
    }

    /// Whether there is local response normalisation: Caffe's, unless its parameters are known already.
    pub fn learn_lrn(&mut self, on: bool, ground: Ground) {
        let norm = self.topology.lrn.unwrap_or(LocalResponseNorm::CAFFE);
        self.topology.lrn = on.then_some(norm);
        self.sure(Fact::Lrn, ground);
    }

    /// The kernel of the pool after 4e.  The 2x2 one is torchvision's own code, whose heads pool adaptively.
    pub fn learn_pool4(&mut self, kernel: usize, ground: Ground) {
        self.topology.pool4_kernel = kernel;
        if kernel == 2 {
            self.topology.aux_pool = AuxPool::Adaptive;
        }
        self.sure(Fact::Pool4, ground);
    }

    /// What batch normalisation adds to a variance.
    pub fn learn_epsilon(&mut self, epsilon: f32, ground: Ground) {
        self.topology.batch_norm_epsilon = epsilon;
        self.sure(Fact::BatchNormEpsilon, ground);
    }

    /// The order of the colours; mean and deviation stay with their colours.
    pub fn learn_order(&mut self, order: ChannelOrder, ground: Ground) {
        self.topology.preprocessing.reorder(order);
        self.sure(Fact::Order, ground);
    }

    /// The range of the pixels; of another one the usual mean and deviation go with it.
    pub fn learn_range(&mut self, range: InputRange, ground: Ground) {
        if range != self.topology.preprocessing.input_range() {
            self.topology.preprocessing.rescale(range);
            self.sure(Fact::Mean, Ground::Usual);
            self.sure(Fact::Std, Ground::Usual);
        }
        self.sure(Fact::InputRange, ground);
    }

    /// What is subtracted.
    pub fn learn_mean(&mut self, mean: [f32; 3], ground: Ground) {
        self.topology.preprocessing.mean = mean;
        self.sure(Fact::Mean, ground);
    }

    /// What is divided by.
    pub fn learn_std(&mut self, std: [f32; 3], ground: Ground) {
        self.topology.preprocessing.std = std;
        self.sure(Fact::Std, ground);
    }

    /// Whether `transform_input` is on.
    pub fn learn_transform(&mut self, on: bool, ground: Ground) {
        self.topology.preprocessing.transform_input = on;
        self.sure(Fact::TransformInput, ground);
    }

    /// The facts that can be asked about `file`, with what they were taken from and what others would change.
    pub fn findings(&self, file: &TensorFile) -> Vec<Finding> {
        let has_epsilon = file.tensors.contains_key("conv1.bn.running_var");
        let facts = Fact::ALL.into_iter().filter(|&fact| has_epsilon || fact != Fact::BatchNormEpsilon);
        facts
            .map(|fact| {
                let is_epsilon = fact == Fact::BatchNormEpsilon;
                let percent = if is_epsilon { epsilon_percent(file, &self.topology) } else { 0.0 };
                Finding { fact, ground: self.ground(fact), effect: Effect::of(fact, percent) }
            })
            .collect()
    }
}

/// By how many percent the kernels of most channels change at most with another usual epsilon.
fn epsilon_percent(file: &TensorFile, topology: &Topology) -> f32 {
    let (here, other) = (topology.batch_norm_epsilon, other_epsilon(topology));
    let variances =
        file.tensors.iter().filter(|(name, _)| name.ends_with(".running_var")).flat_map(|(_, tensor)| &tensor.values);
    let mut changes: Vec<f32> = variances
        .map(|variance| {
            let ratio = ((variance + here) / (variance + other)).sqrt();
            (ratio.max(1.0 / ratio) - 1.0) * 100.0
        })
        .collect();
    changes.sort_by(f32::total_cmp);
    let place = (changes.len() as f64 * MOST_KERNELS) as usize;
    changes.get(place).copied().unwrap_or(0.0)
}
