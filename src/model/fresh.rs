//! The same network before any training: He initialisation from a seed.

use candle_core::{Device, Tensor};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand_distr::{Distribution, Normal};

use super::ModelError;
use super::backward::Backward;
use super::layers::Linear;
use super::network::GoogLeNet;

impl GoogLeNet {
    /// A freshly initialised network of the same structure, behind the same operators: weights normal with variance
    /// 2 / fan-in (He et al. 2015), 1 / fan-in for the layers of logits, biases 0.
    ///
    /// With `normalise` every convolution is followed by batch normalisation with the statistics of the photo itself.
    ///
    /// # Errors
    /// candle cannot make a tensor.
    pub fn fresh(&self, seed: u64, normalise: bool) -> Result<Self, ModelError> {
        self.fresh_where(seed, None, normalise, &|_| true)
    }

    /// The same without normalisation, every weight normal with the standard deviation `spread`, whatever its layer reads: 0.01 was
    /// usual when GoogLeNet was built (Krizhevsky et al. 2012, section 5).
    ///
    /// # Errors
    /// As [`Self::fresh`].
    pub fn fresh_spread(&self, seed: u64, spread: f32) -> Result<Self, ModelError> {
        self.fresh_where(seed, Some(spread), false, &|_| true)
    }

    /// The same without normalisation, in the layers that `is_fresh` names; each of them is the same whichever others are fresh too.
    ///
    /// # Errors
    /// As [`Self::fresh`].
    pub fn fresh_in(&self, seed: u64, is_fresh: &dyn Fn(&str) -> bool) -> Result<Self, ModelError> {
        self.fresh_where(seed, None, false, is_fresh)
    }

    fn fresh_where(
        &self,
        seed: u64,
        spread: Option<f32>,
        normalise: bool,
        is_fresh: &dyn Fn(&str) -> bool,
    ) -> Result<Self, ModelError> {
        let variance = |of_he: f32| spread.map_or(of_he, |spread| spread * spread);
        let mut random = StdRng::seed_from_u64(seed);
        let mut model = self.clone();
        // These weights are others.
        model.backward = Backward::default();
        for conv in model.convs_mut() {
            let (_, inputs, kernel, _) = conv.weight.dims4()?;
            let weight = normal(&mut random, &conv.weight, variance(2.0 / (inputs * kernel * kernel) as f32));
            if !is_fresh(&conv.name) {
                continue;
            }
            let bias = vec![0.0; conv.bias.elem_count()];
            let fresh = conv.with(&weight, &bias);
            *conv = fresh.map_err(|source| ModelError::Step { name: conv.name.clone(), source })?;
            conv.normalise = normalise;
        }
        for Linear { name, weight, bias, relu, .. } in model.linears_mut() {
            let gain = if *relu { 2.0 } else { 1.0 };
            let values = normal(&mut random, weight, variance(gain / weight.dim(1)? as f32));
            if !is_fresh(name) {
                continue;
            }
            *weight = Tensor::from_vec(values, weight.shape(), &Device::Cpu)?;
            *bias = bias.zeros_like()?;
        }
        Ok(model)
    }
}

/// As many numbers as a tensor has, normal with mean 0.
fn normal(random: &mut StdRng, like: &Tensor, variance: f32) -> Vec<f32> {
    let distribution = Normal::new(0.0, variance.sqrt()).expect("a variance is finite and positive");
    distribution.sample_iter(random).take(like.elem_count()).collect()
}
