//! Small pictures on their way to the screen: held until they are textures, and a little longer.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use image::RgbImage;

/// How many are held; the textures are kept elsewhere.
const KEPT: usize = 600;

/// Small pictures by the positions of their photos; the latest are held.
#[derive(Clone, Default)]
pub struct Thumbnails {
    /// `None`: it cannot be made.
    found: HashMap<usize, Option<Arc<RgbImage>>>,
    order: VecDeque<usize>,
}

impl Thumbnails {
    /// The picture of a photo.
    pub fn get(&self, photo: usize) -> Option<&Arc<RgbImage>> {
        self.found.get(&photo)?.as_ref()
    }

    /// Whether it was asked for and is there, or cannot be made.
    pub fn has(&self, photo: usize) -> bool {
        self.found.contains_key(&photo)
    }

    /// Takes one in.
    pub(crate) fn put(&mut self, photo: usize, pixels: Option<Arc<RgbImage>>) {
        if self.found.insert(photo, pixels).is_none() {
            self.order.push_back(photo);
        }
        while self.order.len() > KEPT {
            if let Some(oldest) = self.order.pop_front() {
                self.found.remove(&oldest);
            }
        }
    }
}
