//! What is seen of the camera, and asked of it.

use crate::platform::camera::Picture;

/// What is asked of the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraCommand {
    /// Switch it on.
    Open,
    /// Open its newest picture as the photo, and switch it off.
    Take,
    /// Switch it off.
    Close,
}

/// What is on screen of a camera that is on.
#[derive(Clone, Debug)]
pub enum Viewfinder {
    /// The person is being asked, or the camera begins.
    Waiting,
    /// Its newest picture.
    Shows(Picture),
}
