//! A camera of the computer: on while it is held, off as soon as it is dropped.
//!
//! ```text
//! let camera = camera::open(wake)?;          // the browser asks the person
//! match camera.seen() { Seen::Picture(seen) => …, Seen::Waiting => …, Seen::Failed(error) => … }
//! drop(camera);                              // the light goes out
//! ```

use std::sync::Arc;

use image::RgbImage;

pub use super::camera_error::CameraError;
use super::here;
use super::not_here::NotHere;

/// One picture of a camera.
#[derive(Clone, Debug)]
pub struct Picture {
    /// As the camera sees it: writing can be read.
    pub pixels: Arc<RgbImage>,
    /// Whether it looks at whoever holds it, who expects a mirror.
    pub is_of_user: bool,
    /// Counts on from 1, of each camera anew.
    pub number: u64,
}

/// What a camera has seen so far.
#[derive(Clone, Debug)]
pub enum Seen {
    /// Nothing yet: the person is being asked, or the camera begins.
    Waiting,
    /// Its newest picture.
    Picture(Picture),
    /// It does not see, or sees no more.
    Failed(CameraError),
}

/// A camera that is on, or is being asked for.
pub struct Camera(here::camera::Camera);

/// Switches a camera on; `wake` is called whenever there is something new to see.  One at a time: the one before goes off.
///
/// # Errors
/// [`NotHere`]: cameras cannot be had here at all.
pub fn open(wake: Arc<dyn Fn() + Send + Sync>) -> Result<Camera, NotHere> {
    here::camera::open(wake).map(Camera)
}

impl Camera {
    /// What it has seen.
    pub fn seen(&self) -> Seen {
        self.0.seen()
    }
}
