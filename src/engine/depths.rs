//! Two networks over an album: how alike they see its photos at each depth, and how far their weights are from each other.

use std::collections::HashSet;
use std::sync::Arc;

use half::f16;

use super::Progress;
use super::event::Event;
use super::key::JobKey;
use super::lens::Engine;
use super::order::Order;
use super::orders::DepthsOrder;
use super::origin::Origin;
use super::photo::Photo;
use super::pipeline::LoadedNetwork;
use super::results::Depths;
use super::source::PhotoSource;
use super::steps::{JobContext, steps};
use crate::analysis::{Responses, layer_change, linear_cka, weights_change};
use crate::model::{ModelError, Run};
use crate::spec::DEPTHS;

/// Seeds of the two networks that have learned nothing: the base line.
pub const BASELINE_SEEDS: [u64; 2] = [1, 2];

/// So many photos of an album run at most: their numbers stay below 50 MB.
pub const MOST_DEPTH_PHOTOS: usize = 1024;

/// Photos after which similarity is measured for the first time; then after twice as many, and so on.
const FIRST: usize = 16;

impl Engine {
    /// Compares two networks over an album, a photo a chunk, while nothing else is to be done; a photo that cannot be read is passed
    /// over.  First the weights are told, then similarity after 16, 32, 64 … photos, then the same of two random networks.
    pub fn compare_depths(&self, order: DepthsOrder) {
        self.submit(Order::Depths(order));
    }

    /// Stops that; what is known stays.
    pub fn cancel_depths(&self) {
        self.cancel(&JobKey::Depths);
    }
}

/// What two networks said of the photos so far.
struct Pair {
    networks: [Arc<LoadedNetwork>; 2],
    /// By network and depth, photos one after the other; empty where a network lacks the layer.
    means: [Vec<Vec<f16>>; 2],
    /// The place of the photo that is next.
    next: usize,
    /// Photos that ran.
    done: usize,
    /// Photos after which similarity is measured.
    measured_at: usize,
    /// Similarities that are being measured, depth by depth.
    measuring: Option<Vec<Option<f64>>>,
}

impl Pair {
    fn new(networks: [Arc<LoadedNetwork>; 2]) -> Self {
        let means = [0, 1].map(|_| vec![Vec::new(); DEPTHS.len()]);
        Self { networks, means, next: 0, done: 0, measured_at: FIRST, measuring: None }
    }

    /// Runs the next photo in both.
    fn run(&mut self, source: &PhotoSource, cancelled: &dyn Fn() -> bool) -> Result<(), ModelError> {
        if let Some(rows) = self.rows(source, cancelled)? {
            for (means, rows) in self.means.iter_mut().zip(rows) {
                means.iter_mut().zip(rows).for_each(|(means, row)| means.extend(row));
            }
            self.done += 1;
        }
        self.next += 1;
        Ok(())
    }

    /// Channel means of the photo in both networks, by depth; `None` for what is no photo.
    fn rows(
        &self,
        source: &PhotoSource,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Option<[Vec<Vec<f16>>; 2]>, ModelError> {
        let (name, origin) = match source {
            PhotoSource::File { name, read } => match read() {
                Ok(bytes) => (name, Origin::Encoded(bytes.into())),
                Err(_) => return Ok(None),
            },
            PhotoSource::Ready { name, origin } => (name, origin.clone()),
        };
        let [a, b] = &self.networks;
        let Ok(photo) = Photo::new(name.clone(), origin, a.own_fit(), a) else { return Ok(None) };
        let kept: HashSet<String> = DEPTHS.iter().map(|&name| name.to_owned()).collect();
        let means = |network: &LoadedNetwork, prepared| -> Result<Vec<Vec<f16>>, ModelError> {
            let trace = network.trace(prepared, Run::new().keep(kept.clone()).cancel_when(cancelled))?;
            let depth = |&name: &&str| match trace.get(name) {
                Some(traced) => {
                    let (maxima, area) = traced.values.maxima()?;
                    Ok(maxima.iter().map(|channel| f16::from_f64(channel.sum / area as f64)).collect())
                }
                None => Ok(Vec::new()),
            };
            DEPTHS.iter().map(depth).collect()
        };
        let first = means(a, &photo.prepared)?;
        let is_prepared_alike = a.topology.preprocessing == b.topology.preprocessing;
        let second = match is_prepared_alike {
            true => means(b, &photo.prepared)?,
            false => match photo.prepared_for(b) {
                Some(prepared) => means(b, &prepared)?,
                None => return Ok(None),
            },
        };
        Ok(Some([first, second]))
    }

    /// Whether it is time to measure: after so many photos, and after the last.
    fn is_due(&self, photos: usize) -> bool {
        self.done >= self.measured_at || self.next >= photos
    }

    /// Measures one depth more; all of them once they are there.
    fn measure(&mut self) -> Option<Vec<Option<f64>>> {
        let found = self.measuring.get_or_insert_default();
        let (depth, done) = (found.len(), self.done);
        let responses = |means: &Vec<Vec<f16>>| Responses {
            channels: means[depth].len() / done.max(1),
            values: means[depth].iter().map(|value| value.to_f32()).collect(),
        };
        let [a, b] = [0, 1].map(|side| responses(&self.means[side]));
        found.push(linear_cka(&a, &b));
        if found.len() < DEPTHS.len() {
            return None;
        }
        while self.measured_at <= self.done {
            self.measured_at *= 2;
        }
        self.measuring.take()
    }
}

pub(super) fn depths(order: DepthsOrder) -> impl FnMut(&JobContext<'_>) -> Progress {
    let mut job = Job::new(order);
    steps(move |context| {
        let mut tell = |found: &Depths| context.send(Ok(Event::Depths(Arc::new(found.clone()))));
        job.step(&|| context.should_yield(), &mut tell)
    })
}

/// The same at once.
///
/// # Errors
/// A pass failed.
pub fn measure_depths(order: DepthsOrder, on_photo: &mut dyn FnMut(&Depths)) -> Result<Depths, ModelError> {
    let mut job = Job::new(order);
    while job.step(&|| false, on_photo)? == Progress::Again {}
    Ok(job.found)
}

struct Job {
    found: Depths,
    photos: Vec<PhotoSource>,
    networks: [Arc<LoadedNetwork>; 2],
    stage: Stage,
}

enum Stage {
    Weights,
    Pair(Pair),
    Random(Pair),
}

impl Job {
    fn new(order: DepthsOrder) -> Self {
        let mut photos = order.photos;
        photos.truncate(MOST_DEPTH_PHOTOS);
        let found = Depths {
            weights: [order.a.sha256.clone(), order.b.sha256.clone()],
            album: order.album,
            photos: photos.len(),
            has_baseline: order.random.is_some(),
            random: order.random.unwrap_or_default(),
            ..Depths::default()
        };
        Self { found, photos, networks: [order.a, order.b], stage: Stage::Weights }
    }

    fn step(&mut self, cancelled: &dyn Fn() -> bool, tell: &mut dyn FnMut(&Depths)) -> Result<Progress, ModelError> {
        let photos = self.photos.len();
        let (pair, is_random) = match &mut self.stage {
            Stage::Weights => {
                self.compare_weights();
                self.stage = Stage::Pair(Pair::new(self.networks.clone()));
                self.found.is_finished = self.photos.is_empty();
                tell(&self.found);
                return Ok(if self.found.is_finished { Progress::Done } else { Progress::Again });
            }
            Stage::Pair(pair) => (pair, false),
            Stage::Random(pair) => (pair, true),
        };
        if pair.measuring.is_some() || pair.is_due(photos) {
            if let Some(measured) = pair.measure() {
                let (done, is_last) = (pair.done, pair.next >= photos);
                match is_random {
                    false => (self.found.similarity, self.found.measured) = (measured, done),
                    true => self.found.random = measured,
                }
                self.found.has_baseline |= is_random && is_last;
                let goes_on = !is_last || self.begin_random(is_random)?;
                self.found.is_finished = !goes_on;
                tell(&self.found);
                return Ok(if goes_on { Progress::Again } else { Progress::Done });
            }
            return Ok(Progress::Again);
        }
        pair.run(&self.photos[pair.next], cancelled)?;
        self.found.done[usize::from(is_random)] = pair.next;
        tell(&self.found);
        Ok(Progress::Again)
    }

    /// The base line is measured last, where it is not known; whether that is still to be done.
    fn begin_random(&mut self, is_random: bool) -> Result<bool, ModelError> {
        if is_random || self.found.has_baseline {
            return Ok(false);
        }
        let [one, other] = BASELINE_SEEDS.map(|seed| self.networks[0].with_random_weights(seed).map(Arc::new));
        self.stage = Stage::Random(Pair::new([one?, other?]));
        Ok(true)
    }

    fn compare_weights(&mut self) {
        let [a, b] = &self.networks;
        let weighted = a.network.layers.iter().filter(|layer| layer.op.has_weights());
        let change = |name: &str| layer_change(&a.model, &b.model, name);
        self.found.layers = weighted.map(|layer| (layer.name.clone(), change(&layer.name))).collect();
        self.found.changes = DEPTHS.iter().map(|name| weights_change(&a.network, &a.model, &b.model, name)).collect();
    }
}
