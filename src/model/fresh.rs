//! The same network before any training: He initialisation from a seed.

use candle_core::{Device, Tensor};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand_distr::{Distribution, Normal};

use super::ModelError;
use super::backward::Backward;
use super::layers::{Conv, Linear};
use super::network::GoogLeNet;
use super::operators::Operators;

impl GoogLeNet {
    /// The same weights behind the reference operators, which have gradients.
    #[must_use]
    pub fn differentiable(&self) -> Self {
        let mut model = self.clone();
        model.operators = Operators::Reference;
        for conv in model.convs_mut() {
            conv.make_differentiable();
        }
        for linear in model.linears_mut() {
            linear.operators = Operators::Reference;
        }
        model
    }

    /// A freshly initialised network of the same structure behind the reference operators: weights normal with variance
    /// 2 / fan-in (He et al. 2015), 1 / fan-in for the layers of logits, biases 0.
    ///
    /// With `normalise` every convolution is followed by batch normalisation with the statistics of the photo itself.
    ///
    /// # Errors
    /// candle cannot make a tensor.
    pub fn fresh(&self, seed: u64, normalise: bool) -> Result<Self, ModelError> {
        let mut random = StdRng::seed_from_u64(seed);
        let mut model = self.differentiable();
        // These weights are others.
        model.backward = Backward::default();
        for Conv { weight, bias, normalise: norm, .. } in model.convs_mut() {
            let (_, inputs, kernel, _) = weight.dims4()?;
            *weight = normal(&mut random, weight, 2.0 / (inputs * kernel * kernel) as f32)?;
            *bias = bias.zeros_like()?;
            *norm = normalise;
        }
        for Linear { weight, bias, relu, .. } in model.linears_mut() {
            let gain = if *relu { 2.0 } else { 1.0 };
            *weight = normal(&mut random, weight, gain / weight.dim(1)? as f32)?;
            *bias = bias.zeros_like()?;
        }
        Ok(model)
    }
}

/// A tensor of the same shape, normal with mean 0.
fn normal(random: &mut StdRng, like: &Tensor, variance: f32) -> Result<Tensor, ModelError> {
    let distribution = Normal::new(0.0, variance.sqrt()).expect("a variance is finite and positive");
    let values: Vec<f32> = distribution.sample_iter(random).take(like.elem_count()).collect();
    Ok(Tensor::from_vec(values, like.shape(), &Device::Cpu)?)
}
