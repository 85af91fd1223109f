//! The arithmetic behind the forward pass: one word chooses it.

use candle_core::{Result, Tensor};

use super::fast::{AveragePool, ConvRelu, FastLinear, FastLocalResponseNorm, MaxPool};
use super::reference::{
    ReferenceAveragePool, ReferenceConvolution, ReferenceLocalResponseNorm, ReferenceMaxPool,
};
use crate::spec::{LocalResponseNorm, Window};

/// The sums of a convolution alone, differentiable: `x` `[1, C, H, W]`, `weight` `[O, C, k, k]`.
pub(super) fn convolution(x: &Tensor, weight: &Tensor, window: Window) -> Result<Tensor> {
    let weight = weight.clone();
    x.contiguous()?
        .apply_op1(ReferenceConvolution { weight, window })
}

/// Which implementation computes a layer.  Both give the same numbers to 1e-4 relative (tested).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Operators {
    /// Matrix products with bias and ReLU in one pass; no gradients.
    #[default]
    Fast,
    /// Plain candle; differentiable, several times slower.
    Reference,
}

impl Operators {
    /// ReLU of a convolution: `x` `[1, C, H, W]`, `weight` `[O, C, k, k]`, `bias` `[O]`.
    pub(super) fn conv_relu(
        self,
        x: &Tensor,
        weight: &Tensor,
        bias: &Tensor,
        window: Window,
    ) -> Result<Tensor> {
        match self {
            Self::Fast => x.apply_op3_no_bwd(weight, bias, &ConvRelu(window)),
            Self::Reference => convolution(x, weight, window)?
                .broadcast_add(&bias.reshape((1, (), 1, 1))?)?
                .relu(),
        }
    }

    /// Max pool of `[1, C, H, W]`, in Caffe's ceil mode.
    pub(super) fn max_pool(self, x: &Tensor, window: Window) -> Result<Tensor> {
        match self {
            Self::Fast => x.apply_op1_no_bwd(&MaxPool(window)),
            Self::Reference => x.apply_op1(ReferenceMaxPool(window)),
        }
    }

    /// Average pool of `[1, C, H, W]`.
    pub(super) fn average_pool(self, x: &Tensor, pool: AveragePool) -> Result<Tensor> {
        match self {
            Self::Fast => x.apply_op1_no_bwd(&pool),
            Self::Reference => x.apply_op1(ReferenceAveragePool(pool)),
        }
    }

    /// LRN of `[1, C, H, W]`.
    pub(super) fn local_response_norm(self, x: &Tensor, norm: LocalResponseNorm) -> Result<Tensor> {
        match self {
            Self::Fast => x.apply_op1_no_bwd(&FastLocalResponseNorm(norm)),
            Self::Reference => x.apply_op1(ReferenceLocalResponseNorm(norm)),
        }
    }

    /// `weight` `[O, N]` times `x` (flattened to `[N]`) plus `bias` `[O]`; result `[O]`.
    pub(super) fn linear(
        self,
        x: &Tensor,
        weight: &Tensor,
        bias: &Tensor,
        relu: bool,
    ) -> Result<Tensor> {
        let x = x.flatten_all()?;
        match self {
            Self::Fast => x.apply_op3_no_bwd(weight, bias, &FastLinear { relu }),
            Self::Reference => {
                let y = (weight.matmul(&x.unsqueeze(1)?)?.squeeze(1)? + bias)?;
                if relu { y.relu() } else { Ok(y) }
            }
        }
    }
}
