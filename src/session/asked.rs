//! The photos that are asked for, and the order that the engine was given for the last of them.

use std::sync::Arc;

use image::RgbImage;

use crate::engine::{Engine, FrameOrder, LoadedNetwork, Muted, Origin, Photo, PhotoSource, RequestId, Side};
use crate::imaging::Fit;

/// Photos that are remembered while none of them has run.
const KEPT: usize = 16;

/// A photo that is asked for.
#[derive(Clone)]
struct Asked {
    /// Unlike that of any other photo of this slot.
    number: u64,
    source: PhotoSource,
    /// Of a frame of a moving source: whether left and right are swapped.
    frame: Option<Mirrored>,
}

/// Whether left and right are swapped.
#[derive(Clone, Copy)]
struct Mirrored(bool);

/// All that makes a run what it is.
#[derive(Clone)]
struct Order {
    /// The number of the photo.
    photo: u64,
    network: Arc<LoadedNetwork>,
    fit: Option<Fit>,
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        self.photo == other.photo && Arc::ptr_eq(&self.network, &other.network) && self.fit == other.fit
    }
}

/// What the engine is to run.
pub(super) enum Ordered {
    /// A photo.
    Photo,
    /// A frame of a moving source.
    Frame,
}

/// What is asked for in one place.
#[derive(Clone, Default)]
pub(super) struct Asking {
    /// The photo that is to be shown is the last of these; the others were asked for before it and have not run either.
    photos: Vec<Asked>,
    /// The last order that the engine was given for the last of them.
    ordered: Option<Order>,
    /// The engine's number of that order, while results are awaited: those of any other number are not taken.
    awaited: Option<RequestId>,
    /// The photo that is awaited, once it was read.
    decoded: Option<Arc<Photo>>,
    /// The photo and the order behind what is on screen.
    ran: Option<(Asked, Order)>,
    so_far: u64,
}

impl Asking {
    /// The photo that is asked for, as it can be asked for again.
    pub fn source(&self) -> Option<&PhotoSource> {
        self.photos.last().map(|asked| &asked.source)
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.photos.is_empty()
    }

    /// Whether results of that number are awaited.
    pub fn awaits(&self, request: RequestId) -> bool {
        self.awaited == Some(request)
    }

    /// From now on this photo; those before it are still wanted should it fail, if they have not run.
    pub fn ask(&mut self, source: PhotoSource, is_running: bool) {
        if !is_running {
            self.photos.clear();
        }
        if self.photos.len() == KEPT {
            self.photos.remove(0);
        }
        self.push(source, None);
    }

    /// From now on this frame of a moving source, in place of any other photo.
    pub fn ask_frame(&mut self, name: String, pixels: Arc<RgbImage>, is_mirrored: bool) {
        self.photos.clear();
        let origin = Origin::Pixels(pixels);
        self.push(PhotoSource::Ready { name, origin }, Some(Mirrored(is_mirrored)));
    }

    fn push(&mut self, source: PhotoSource, frame: Option<Mirrored>) {
        self.so_far += 1;
        self.photos.push(Asked { number: self.so_far, source, frame });
        self.ordered = None;
        self.awaits_nothing();
    }

    fn awaits_nothing(&mut self) {
        self.awaited = None;
        self.decoded = None;
    }

    /// Orders the photo that is asked for, unless just that was ordered; what was ordered.
    pub fn order(
        &mut self,
        side: Side,
        network: &Arc<LoadedNetwork>,
        fit: Option<Fit>,
        muted: &Muted,
        engine: &Engine,
    ) -> Option<Ordered> {
        let asked = self.photos.last()?;
        let order = Order { photo: asked.number, network: Arc::clone(network), fit };
        if self.ordered.as_ref() == Some(&order) {
            return None;
        }
        let network = Arc::clone(network);
        let (ordered, awaited) = match (&asked.source, asked.frame, side) {
            (PhotoSource::Ready { name, origin: Origin::Pixels(pixels) }, Some(Mirrored(is_mirrored)), Side::First) => {
                let (name, pixels, muted) = (name.clone(), Arc::clone(pixels), muted.clone());
                let frame = FrameOrder { network, name, pixels, is_mirrored, fit, muted };
                (Ordered::Frame, engine.open_frame(frame))
            }
            (source, ..) => (Ordered::Photo, engine.open(side, network, source.clone(), fit)),
        };
        self.awaited = Some(awaited);
        self.ordered = Some(order);
        Some(ordered)
    }

    /// The photo was read: it is not read again, whatever becomes of its file.
    pub fn take_decoded(&mut self, photo: Arc<Photo>) {
        if let Some(asked) = self.photos.last_mut() {
            asked.source = PhotoSource::Ready { name: photo.name.clone(), origin: photo.origin() };
        }
        self.decoded = Some(photo);
    }

    /// The photo that is awaited, once it was read.
    pub fn decoded(&self) -> Option<&Photo> {
        self.decoded.as_deref()
    }

    /// The photo asked for ran.
    pub fn finish(&mut self) {
        self.photos.drain(..self.photos.len().saturating_sub(1));
        self.ran = self.photos.last().cloned().zip(self.ordered.clone());
        self.awaits_nothing();
    }

    /// The photo asked for is not wanted any more: the one on screen is.
    pub fn give_up(&mut self) {
        let (asked, ordered) = self.ran.clone().unzip();
        (self.photos, self.ordered) = (asked.into_iter().collect(), ordered);
        self.awaits_nothing();
    }

    /// The photo asked for cannot be had; from now on the one before it, if that has not run yet.
    pub fn fail(&mut self) {
        self.photos.pop();
        self.awaits_nothing();
        self.ordered = None;
    }
}
