//! An Inception module.

use super::batch::{Batch, Step};
use super::error::ModelError;
use super::kernels::Pool;
use super::layers::Conv;
use super::loader::Loader;
use super::run::Value;
use crate::spec::{Part, Window};

/// The pool of the fourth branch.
pub(super) const MODULE_POOL: Pool = Pool::Max(Window::pool(3, 1, 1));

/// Fig. 2b: four branches on one input, concatenated.
#[derive(Clone, Debug)]
pub(super) struct Inception {
    name: String,
    branch1: Conv,
    reduce3: Conv,
    branch2: Conv,
    reduce5: Conv,
    branch3: Conv,
    pool_name: String,
    projection: Conv,
}

impl Inception {
    /// Takes its layers out of the weights, by its name: `inception3a` to `inception5b`.
    pub(super) fn new(loader: &Loader<'_>, name: &str) -> Result<Self, ModelError> {
        let conv = |part: Part| loader.conv(&format!("{name}{}", part.suffix()));
        Ok(Self {
            name: name.to_owned(),
            branch1: conv(Part::Conv1x1)?,
            reduce3: conv(Part::Conv3x3Reduce)?,
            branch2: conv(Part::Conv3x3)?,
            reduce5: conv(Part::Conv5x5Reduce)?,
            branch3: conv(Part::Conv5x5)?,
            pool_name: format!("{name}{}", Part::Pool.suffix()),
            projection: conv(Part::PoolProjection)?,
        })
    }

    /// `[1, C, H, W]` of each run -> `[1, C', H, W]`.
    pub(super) fn forward(&self, x: &[Value], b: &mut Batch<'_, '_>) -> Result<Vec<Value>, ModelError> {
        let (branch2, branch3) = (&self.branch2, &self.branch3);
        let [branch1, reduced3, reduced5, pooled] = b.side_by_side([
            Step::conv(&self.branch1, x, 0),
            Step::conv(&self.reduce3, x, branch2.window.padding),
            Step::conv(&self.reduce5, x, branch3.window.padding),
            Step::pool(&self.pool_name, x, MODULE_POOL),
        ])?;
        let [branch2, branch3, branch4] = b.side_by_side([
            Step::conv(branch2, &reduced3, 0),
            Step::conv(branch3, &reduced5, 0),
            Step::conv(&self.projection, &pooled, 0),
        ])?;
        for values in [&branch1, &reduced3, &branch2, &reduced5, &branch3, &pooled, &branch4] {
            b.record(values)?;
        }
        b.concat(&self.name, [&branch1, &branch2, &branch3, &branch4])
    }

    /// Its convolutions, in order.
    pub(super) fn convs(&self) -> [&Conv; 6] {
        [&self.branch1, &self.reduce3, &self.branch2, &self.reduce5, &self.branch3, &self.projection]
    }

    /// The same, to be changed.
    pub(super) fn convs_mut(&mut self) -> [&mut Conv; 6] {
        [
            &mut self.branch1,
            &mut self.reduce3,
            &mut self.branch2,
            &mut self.reduce5,
            &mut self.branch3,
            &mut self.projection,
        ]
    }
}
