//! The moving source that is open.

use std::sync::Arc;

use image::RgbImage;

use crate::live::Player;
use crate::platform::camera::Camera;

/// Where frames come from.
pub(in crate::app) enum Feed {
    Player(Player),
    Camera {
        camera: Camera,
        /// Number of the picture that was last looked at.
        seen: u64,
    },
}

/// A frame that was given to the engine.
#[derive(Clone)]
pub(in crate::app) struct Shot {
    pub(super) number: u64,
    pub(super) name: String,
    pub(super) pixels: Arc<RgbImage>,
}

/// The source behind [`State::live`].
pub(in crate::app) struct LiveRun {
    pub(super) feed: Feed,
    /// When it was opened, seconds.
    pub(super) since_seconds: Option<f64>,
    /// The frame that the engine was given last.
    pub(super) last: Option<Shot>,
    /// Whether its answer is still to come; whether it is the same frame again.
    pub(super) awaits: Option<Again>,
    /// Number of the last frame that counts as seen: those after it that give way to later ones are dropped.
    pub(super) counted: u64,
}

/// Whether a frame runs again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Again {
    First,
    Again,
}
