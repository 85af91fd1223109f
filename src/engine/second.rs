//! A second photo beside the first, and where the two part.

use std::sync::Arc;

use super::lens::{Engine, Event, PhotoSource};
use super::pipeline::LoadedNetwork;
use super::{Key, Priority, RequestId};
use crate::analysis::Report;
use crate::analysis::similarity::similarity;
use crate::imaging::Fit;

/// The second photo is being run.
pub const SECOND: Key = Key::new("second-photo");
/// Two runs are being compared.
pub const SIMILARITY: Key = Key::new("similarity");

/// How alike two runs are, layer by layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Similarity {
    /// Identities of the reports that were compared.
    pub reports: [u64; 2],
    /// Cosine of the angle between both activations of each layer, in the order of the network, -1 to 1.
    pub cosines: Vec<f64>,
}

impl Engine {
    /// Decodes the second photo and runs the network on it; its events come under [`SECOND`].
    pub fn open_second(&self, network: Arc<LoadedNetwork>, source: PhotoSource, fit: Option<Fit>) -> RequestId {
        self.open_as(SECOND, network, source, fit)
    }

    /// Forgets the second photo that is being run.
    pub fn cancel_second(&self) {
        self.scheduler.cancel(&SECOND);
    }

    /// Compares two runs of one network; nothing comes of runs of different networks.
    pub fn compare(&self, a: Arc<Report>, b: Arc<Report>) {
        self.scheduler.submit_once(Priority::Interactive, SIMILARITY, move |context| {
            if let Some(cosines) = similarity(&a, &b) {
                let reports = [a.id, b.id];
                context.send(Event::Similarity(Arc::new(Similarity { reports, cosines })));
            }
        });
    }
}
