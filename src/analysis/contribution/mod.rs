//! What each layer adds to a logit: activation times gradient, cell by cell ("linear attribution", Olah et al. 2018, The Building
//! Blocks of Interpretability, Distill), and what the biases behind it add.
//!
//! Convolutions with folded normalisation, ReLU, max and average pooling, and linear layers are piecewise linear: around this
//! photo, a logit is a weighted sum of any layer's activations and of all biases behind it, with the gradients as weights.  So
//! the sum of the contributions and the remainder are the logit.  Local response normalisation is not piecewise linear: for the
//! layers before it the sum is something else ([`LayerContribution::is_exact`]).
//!
//! * [`Contributions`]: all layers at once, on one way back; * [`remainder`]: the biases' part, computed on its own;
//! * [`drops`]: a contribution is of first order; what happens when the channels are really switched off?

pub mod drops;
pub mod remainder;

use std::collections::BTreeMap;

use crate::analysis::heatmaps::Question;
use crate::model::{GoogLeNet, ModelError, Planes, Trace};
use crate::spec::{MODULES, Network, Op};

pub use drops::{ChannelDrop, drop};

/// Branches of a module, in the order of its concat: 1x1, 3x3, 5x5, pool.
pub const BRANCHES: usize = 4;

/// What one layer adds to a logit.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct LayerContribution {
    /// Name of the activation.
    pub layer: String,
    /// All its cells together.
    pub sum: f64,
    /// What the biases behind it add.
    pub remainder: f64,
    /// What the baseline adds, where contributions are counted from one; else 0.
    pub baseline: f64,
    /// What the network computed: [`Self::sum`], [`Self::baseline`] and [`Self::remainder`] add up to it.
    pub logit: f64,
    /// Whether they must: all behind this layer is piecewise linear.
    pub is_exact: bool,
    /// What each channel adds; `[channels]`.
    pub channels: Vec<f64>,
    /// What all channels add at each cell, `[height, width]` row by row; they sum to [`Self::sum`].
    pub map: Planes,
    /// What each branch of a module adds; `None` for a layer that is no module.
    pub branches: Option<[f64; BRANCHES]>,
}

impl LayerContribution {
    /// How far sum and remainder are from the logit.
    pub fn error(&self) -> f64 {
        (self.sum + self.baseline + self.remainder - self.logit).abs()
    }

    /// Channels, those that add or take most first.
    pub fn strongest(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.channels.len()).collect();
        order.sort_by(|&a, &b| self.channels[b].abs().total_cmp(&self.channels[a].abs()));
        order
    }

    /// Each branch's share of the module, with its sign: its sum over the sizes of all four; 0 where none adds anything.
    pub fn shares(&self) -> Option<[f64; BRANCHES]> {
        let branches = self.branches?;
        let all: f64 = branches.iter().map(|sum| sum.abs()).sum();
        Some(branches.map(|sum| if all > 0.0 { sum / all } else { 0.0 }))
    }
}

/// What every layer adds to a logit, or to the difference of two.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Contributions {
    /// Which logit.
    pub question: Question,
    /// What the network computed.
    pub logit: f64,
    /// The stem's convolutions and the modules that the head depends on, in order.
    pub layers: Vec<LayerContribution>,
}

/// The layers that are looked at: the stem's convolutions and every module.
pub fn layers() -> Vec<String> {
    let stem = ["conv1", "conv2", "conv3"].map(str::to_owned);
    stem.into_iter().chain(MODULES.iter().map(|module| module.layer_name())).collect()
}

impl Contributions {
    /// One way back from the logit; `trace` is a whole run of `model`, in which channels may be muted.
    ///
    /// # Errors
    /// The network has no such head or class, or [`ModelError::NotFinite`].
    pub fn of(model: &GoogLeNet, trace: &Trace, question: Question) -> Result<Self, ModelError> {
        Self::from_baseline(model, trace, question, &Baseline::new())
    }

    /// The same counted from a baseline: what each activation adds by being more, or less, than usual.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn from_baseline(
        model: &GoogLeNet,
        trace: &Trace,
        question: Question,
        baseline: &Baseline,
    ) -> Result<Self, ModelError> {
        question.check(model)?;
        let network = model.structure();
        let objective = question.objective();
        let needed = model.needs(&objective)?;
        let wanted: Vec<String> = layers().into_iter().filter(|name| needed.contains(name)).collect();
        let biased = remainder::biased(&network, &needed);
        let names: Vec<&str> =
            biased.iter().chain(wanted.iter().filter(|name| !biased.contains(name))).map(String::as_str).collect();
        let gradients = model.gradients(trace, &objective, &names)?;
        let gradient = |name: &str| names.iter().position(|other| *other == name).map(|index| &gradients[index]);
        let parts = remainder::parts(model, trace, &biased, &gradient)?;
        let logit = question.logit(trace)?;
        let layers = wanted.iter().map(|name| {
            let behind = remainder::behind(&network, name, &needed);
            let is_piecewise_linear = |layer: &&str| is_piecewise_linear(model, &network, layer);
            let unknown = || ModelError::UnknownName { name: name.clone() };
            let products = products(trace, name, gradient(name).ok_or_else(unknown)?, baseline.get(name))?;
            Ok(LayerContribution {
                layer: name.clone(),
                sum: products.channels.iter().sum(),
                baseline: products.baseline,
                remainder: parts.iter().filter(|(of, _)| behind.contains(of.as_str())).map(|(_, part)| part).sum(),
                logit,
                is_exact: behind.iter().all(|layer| is_piecewise_linear(&layer.as_str())),
                branches: branches(&network, name, &products.channels),
                channels: products.channels,
                map: products.map,
            })
        });
        let layers = layers.collect::<Result<Vec<_>, ModelError>>()?;
        Ok(Self { question, logit, layers })
    }

    /// What a layer adds.
    pub fn layer(&self, name: &str) -> Option<&LayerContribution> {
        self.layers.iter().find(|layer| layer.layer == name)
    }
}

/// What a channel adds at each cell, `[height, width]` row by row, `trace` and `question` as for [`Contributions::of`].
///
/// # Errors
/// As [`Contributions::of`]; [`ModelError::UnknownName`] for a channel that is not there.
pub fn channel_map(
    model: &GoogLeNet,
    trace: &Trace,
    question: Question,
    layer: &str,
    channel: usize,
) -> Result<Vec<f64>, ModelError> {
    question.check(model)?;
    let gradient = model.gradient(trace, &question.objective(), layer)?;
    let unknown = || ModelError::UnknownName { name: format!("{layer}:{channel}") };
    let traced = trace.get(layer).filter(|_| channel < gradient.channels).ok_or_else(unknown)?;
    let pairs = traced.values.plane(channel)?.into_iter().zip(gradient.channel(channel));
    Ok(pairs.map(|(value, &slope)| f64::from(value) * f64::from(slope)).collect())
}

/// What counts as nothing, by layer: a number a channel, such as its mean over an album.  0 in layers that are left out, and in
/// channels beyond the last number.
pub type Baseline = BTreeMap<String, Vec<f64>>;

/// Activation, less its baseline, times gradient, summed in both ways; and the baseline times gradient.
struct Products {
    baseline: f64,
    channels: Vec<f64>,
    map: Planes,
}

fn products(trace: &Trace, name: &str, gradient: &Planes, usual: Option<&Vec<f64>>) -> Result<Products, ModelError> {
    let unknown = || ModelError::UnknownName { name: name.to_owned() };
    let values = trace.get(name).ok_or_else(unknown)?.values.to_vec()?;
    let area = gradient.area();
    let mut cells = vec![0.0_f64; area];
    let mut baseline = 0.0;
    let pairs = values.chunks_exact(area).zip(gradient.values.chunks_exact(area));
    let channels = pairs.enumerate().map(|(channel, (values, slopes))| {
        let usual = usual.and_then(|usual| usual.get(channel)).copied().unwrap_or(0.0);
        baseline += usual * slopes.iter().copied().map(f64::from).sum::<f64>();
        let mut sum = 0.0;
        for (cell, (&value, &slope)) in cells.iter_mut().zip(values.iter().zip(slopes)) {
            let product = (f64::from(value) - usual) * f64::from(slope);
            *cell += product;
            sum += product;
        }
        sum
    });
    let channels = channels.collect();
    let Planes { height, width, .. } = *gradient;
    let values = cells.into_iter().map(|cell| cell as f32).collect();
    Ok(Products { baseline, channels, map: Planes { channels: 1, height, width, values } })
}

/// The channels of a module by the branches that make them.
fn branches(network: &Network, name: &str, channels: &[f64]) -> Option<[f64; BRANCHES]> {
    let layer = network.layer(name).filter(|layer| layer.op == Op::Concat)?;
    let mut first = 0;
    let mut sums = [0.0; BRANCHES];
    for (sum, &branch) in sums.iter_mut().zip(&layer.inputs) {
        let count = network.layers[branch].output.channels();
        *sum = channels[first..first + count].iter().sum();
        first += count;
    }
    Some(sums)
}

/// Whether a layer only adds, multiplies by its weights, and chooses.
fn is_piecewise_linear(model: &GoogLeNet, network: &Network, name: &str) -> bool {
    // Normalised with its own statistics, a sum depends on all others.
    let is_normalised = model.conv(name).is_some_and(|conv| conv.normalise);
    let op = network.layer(name).map(|layer| layer.op);
    !is_normalised && !matches!(op, Some(Op::LocalResponseNorm(_)))
}
