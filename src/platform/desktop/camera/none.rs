//! A window without a camera.

use std::sync::Arc;

use crate::platform::camera::Seen;
use crate::platform::not_here::NotHere;

/// There is none.
pub enum Camera {}

impl Camera {
    /// Nothing is ever seen.
    pub fn seen(&self) -> Seen {
        match *self {}
    }
}

/// Never.
///
/// # Errors
/// Always.
pub fn open(_wake: Arc<dyn Fn() + Send + Sync>) -> Result<Camera, NotHere> {
    Err(NotHere)
}
