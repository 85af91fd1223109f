//! The camera is switched on and off, and gives a photo.

use std::sync::Arc;

use super::app::App;
use crate::engine::{Origin, PhotoSource};
use crate::locale::photo_names::FROM_CAMERA;
use crate::platform::camera;
use crate::platform::camera::{Camera, Seen};
use crate::state::{CameraCommand, LiveSource, MessageKind, MessageText, Viewfinder};

use crate::platform::camera_error::CameraError;

impl App {
    pub(super) fn apply_camera(&mut self, command: CameraCommand, now_seconds: f64) {
        match command {
            CameraCommand::Open => self.open_camera(now_seconds),
            CameraCommand::Take => self.take_from_camera(),
            CameraCommand::Close => self.close_camera(),
        }
    }

    fn open_camera(&mut self, now_seconds: f64) {
        if self.moving.camera.is_some() {
            return;
        }
        // One camera at a time.
        if matches!(self.state.live.as_ref().map(|live| &live.source), Some(LiveSource::Camera)) {
            self.close_live();
        }
        match camera::open(Arc::clone(&self.wake)) {
            Ok(camera) => {
                self.moving.camera = Some(camera);
                self.state.viewfinder = Some(Viewfinder::Waiting);
            }
            Err(_) => self.say(MessageKind::Error, MessageText::plain("camera-not-here"), now_seconds),
        }
    }

    /// Dropped, a camera is off.
    pub(super) fn close_camera(&mut self) {
        self.moving.camera = None;
        self.state.viewfinder = None;
    }

    fn take_from_camera(&mut self) {
        if let Some(Viewfinder::Shows(picture)) = self.state.viewfinder.take() {
            let origin = Origin::Pixels(picture.pixels);
            self.open(PhotoSource::Ready { name: FROM_CAMERA.to_owned(), origin });
        }
        self.close_camera();
    }

    /// Takes in what the camera has seen.
    pub(super) fn look_through_camera(&mut self, now_seconds: f64) {
        let Some(seen) = self.moving.camera.as_ref().map(Camera::seen) else {
            return;
        };
        match seen {
            Seen::Waiting => {}
            Seen::Picture(picture) => self.state.viewfinder = Some(Viewfinder::Shows(picture)),
            Seen::Failed(error) => {
                self.close_camera();
                self.say(MessageKind::Error, MessageText::plain(sentence(error)), now_seconds);
            }
        }
    }
}

fn sentence(error: CameraError) -> &'static str {
    match error {
        CameraError::Refused => "camera-refused",
        CameraError::Missing => "camera-missing",
        CameraError::Taken => "camera-taken",
        CameraError::Unsafe => "camera-unsafe",
    }
}
