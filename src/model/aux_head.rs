//! An auxiliary classifier.

use super::batch::{Batch, Step};
use super::error::ModelError;
use super::kernels::Pool;
use super::layers::{Conv, Linear};
use super::loader::Loader;
use super::run::Value;
use crate::spec::{AuxPool, Window};

/// Section 5: average pool, 1x1 convolution, two linear layers.  Training only.
#[derive(Clone, Debug)]
pub(super) struct AuxHead {
    pool_name: String,
    pub(super) pool: AuxPool,
    pub(super) conv: Conv,
    pub(super) fc1: Linear,
    pub(super) fc2: Linear,
}

impl AuxHead {
    /// Takes its layers out of the weights, by its name: `aux1` or `aux2`.
    pub(super) fn new(loader: &Loader<'_>, key: &str) -> Result<Self, ModelError> {
        Ok(Self {
            pool_name: format!("{key}.pool"),
            pool: loader.network.topology.aux_pool,
            conv: loader.conv(&format!("{key}.conv"))?,
            fc1: loader.linear(&format!("{key}.fc1"))?,
            fc2: loader.linear(&format!("{key}.fc2"))?,
        })
    }

    /// `[1, C, H, W]` of each run -> logits `[classes]`, in the traces.
    pub(super) fn forward(&self, x: &[Value], b: &mut Batch<'_, '_>) -> Result<(), ModelError> {
        let pool = match self.pool {
            AuxPool::Average => Pool::Average(Window::conv(5, 3, 0)),
            AuxPool::Adaptive => Pool::Adaptive(4),
        };
        let x = b.layer(Step::pool(&self.pool_name, x, pool))?; //  C x 4 x 4
        let x = b.layer(Step::conv(&self.conv, &x, 0))?; //       128 x 4 x 4
        let x = b.linear(&self.fc1, &x)?; //                     1024
        b.linear(&self.fc2, &x)?; //                          classes
        Ok(())
    }
}
