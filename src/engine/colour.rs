//! How much colour matters to each channel: the photo is run once more without its colours.

use std::sync::Arc;

use super::Progress;
use super::event::Event;
use super::lens::Engine;
use super::order::Order;
use super::results::{ColourIndex, ForwardRun};
use super::steps::{JobContext, steps};
use crate::model::{ModelError, Run};

impl Engine {
    /// Runs the photo without its colours and compares a layer's channels.
    pub fn colour(&self, run: Arc<ForwardRun>, layer: String) {
        self.submit(Order::Colour { run, layer });
    }
}

pub(super) fn colour(run: Arc<ForwardRun>, layer: String) -> impl FnMut(&JobContext<'_>) -> Progress {
    steps(move |context| {
        let values = index(&run, &layer, &|| context.should_yield())?;
        let index = ColourIndex { report: run.report.id, layer: layer.clone(), values };
        context.send(Ok(Event::Colour(Arc::new(index))));
        Ok::<_, ModelError>(Progress::Done)
    })
}

fn index(run: &ForwardRun, layer: &str, cancelled: &dyn Fn() -> bool) -> Result<Vec<f32>, ModelError> {
    let unknown = || ModelError::UnknownName { name: layer.to_owned() };
    let mut grey = run.photo.prepared.clone();
    for pixel in grey.pixels.pixels_mut() {
        // ITU-R BT.601.
        let [red, green, blue] = pixel.0.map(f32::from);
        pixel.0 = [(0.299 * red + 0.587 * green + 0.114 * blue).round() as u8; 3];
    }
    let trace = run.network.trace(&grey, Run::new().cancel_when(cancelled))?;
    let activation = run.report.activation(layer).ok_or_else(unknown)?;
    let without: Vec<f32> = trace.get(layer).ok_or_else(unknown)?.values.to_vec()?;
    let (with, cells) = (activation.values(), activation.shape.side().pow(2));
    let pairs = with.chunks_exact(cells).zip(without.chunks_exact(cells));
    let of_channel = |(with, without): (&[f32], &[f32])| {
        let change: f32 = with.iter().zip(without).map(|(with, without)| (with - without).abs()).sum();
        let whole: f32 = with.iter().map(|value| value.abs()).sum();
        if change == 0.0 { 0.0 } else { change / whole.max(f32::MIN_POSITIVE) }
    };
    Ok(pairs.map(of_channel).collect())
}
