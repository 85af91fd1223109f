//! Finished pictures on disk, under the hash of the weights they belong to; the oldest go when the store is full.
//!
//! A picture is a PNG with its provenance inside; one that cannot be read, or that says it shows something else, is none.

use image::RgbImage;

use super::curve::Curve;
use super::painting::Painting;
use super::recipe::Recipe;
use super::subject::Subject;

/// What was kept of a painting.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its pictures, one or several.
    pub pictures: Vec<RgbImage>,
    /// Its curve, a point a step.
    pub curve: Curve,
}

/// What looking for a picture gave.
#[derive(Clone, Debug)]
pub enum Stored {
    /// It is there.
    Found(Kept),
    /// It is not there.
    Absent,
    /// It was there and could not be read; the file is gone, and the picture has to be made anew (to be said).
    Damaged,
}

/// The store.  Cheap to clone; several processes can use the same one.
#[derive(Clone, Debug)]
pub struct Store {}

impl Store {
    /// The one in the user's cache folder, at most 200 MB; `None` where the user has none.
    pub fn of_user() -> Option<Self> {
        todo!()
    }

    /// Looks for a picture of at least so many steps.  What begins from a photo is never kept.
    pub fn get(&self, subject: &Subject, recipe: &Recipe, steps: usize) -> Stored {
        let _ = (subject, recipe, steps);
        todo!()
    }

    /// Keeps a picture, in place of one of fewer steps.
    ///
    /// # Errors
    /// The disk does not take it (full, read-only): one sentence; the picture on screen is as good as before.
    pub fn put(&self, painting: &Painting) -> Result<(), crate::platform::files::FileError> {
        let _ = painting;
        todo!()
    }

    /// Bytes in the store, of all weights.
    pub fn size_bytes(&self) -> u64 {
        todo!()
    }

    /// Forgets everything.
    pub fn forget(&self) {
        todo!()
    }
}
