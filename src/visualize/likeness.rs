//! How near a picture stays to the photo that it began from.

use super::aim::activation;
use super::canvas::Planes3;
use super::subject::Subject;
use super::window::Sampling;
use crate::model::{GoogLeNet, ModelError, Objective, Run, Trace};
use crate::spec::Op;

/// The photo, and the layer at which the picture is to look like it.
#[derive(Clone, Debug)]
pub(super) struct Likeness {
    photo: Planes3,
    layer: String,
}

impl Likeness {
    /// At the last layer of the trunk before the module of `target`, or before the layer itself.
    pub fn new(model: &GoogLeNet, photo: Planes3, target: &str) -> Self {
        let network = model.structure();
        let module = target.split('.').next().unwrap_or(target);
        let is_trunk = |op: &Op| matches!(op, Op::Concat | Op::Conv(_));
        let before = network.layers.iter().take_while(|layer| !layer.name.starts_with(module));
        let trunk = before.filter(|layer| is_trunk(&layer.op) && !layer.name.contains('.'));
        let layer = trunk.last().map_or("conv1", |layer| &layer.name).to_owned();
        Self { photo, layer }
    }

    /// The layer.
    pub fn layer(&self) -> &str {
        &self.layer
    }

    /// The gradient there of the squared difference of activations, as a part of the photo's own square; the photo is seen through the
    /// same window.
    pub fn gradient(
        &self,
        subject: &Subject,
        sampling: &Sampling,
        trace: &Trace,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<f32>, ModelError> {
        let size = sampling.size();
        let photo = self.photo.each_ref().map(|plane| sampling.sample(plane));
        let input = GoogLeNet::input_of_size(subject.input_values(&photo), size, size)?;
        let all = Objective::Energy { name: self.layer.clone(), before_relu: false };
        let run = Run::new().only(subject.model.needs(&all)?).cancel_when(cancelled);
        let photo = activation(&subject.model.forward(&input, run)?, &self.layer)?.to_vec()?;
        let square = photo.iter().map(|value| value * value).sum::<f32>().max(f32::MIN_POSITIVE);
        let picture = activation(trace, &self.layer)?.to_vec()?;
        Ok(picture.iter().zip(photo).map(|(picture, photo)| 2.0 * (picture - photo) / square).collect())
    }
}
