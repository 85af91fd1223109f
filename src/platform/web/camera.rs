//! The browser's camera: `web/lens.js` asks for it and hands in its pictures.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use image::RgbImage;

use super::script::tell;
use crate::platform::camera::Picture;
use crate::platform::camera::Seen;
use crate::platform::camera_error::CameraError;
use crate::platform::not_here::NotHere;

/// Asks for the camera with its number, or lets it go with 0.
const EVENT: &str = "lens-camera";

type Wake = Arc<dyn Fn() + Send + Sync>;

/// The camera that is on.
struct On {
    number: u32,
    seen: Seen,
    pictures: u64,
    wake: Wake,
}

struct Cameras {
    /// So many were asked for.
    count: u32,
    on: Option<On>,
}

static CAMERAS: Mutex<Cameras> = Mutex::new(Cameras { count: 0, on: None });

fn cameras() -> MutexGuard<'static, Cameras> {
    CAMERAS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A camera that is on, by its number.
pub struct Camera(u32);

impl Camera {
    /// What it has seen.
    pub fn seen(&self) -> Seen {
        match &cameras().on {
            Some(on) if on.number == self.0 => on.seen.clone(),
            // A later one has taken its place.
            Some(_) | None => Seen::Failed(CameraError::Taken),
        }
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        let was_on = cameras().on.take_if(|on| on.number == self.0).is_some();
        if was_on {
            tell(EVENT, 0);
        }
    }
}

/// Asks the browser.
///
/// # Errors
/// None: what the browser says comes later.
pub fn open(wake: Wake) -> Result<Camera, NotHere> {
    let number = {
        let mut cameras = cameras();
        cameras.count += 1;
        let number = cameras.count;
        cameras.on = Some(On { number, seen: Seen::Waiting, pictures: 0, wake });
        number
    };
    tell(EVENT, number);
    Ok(Camera(number))
}

/// Takes a picture of that camera: `[height, width, 4]` red, green, blue and opacity, which a camera has not.  Whether it is wanted.
pub fn camera_saw(number: u32, width: u32, height: u32, rgba: &[u8], is_of_user: bool) -> bool {
    let rgb = rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let Some(pixels) = RgbImage::from_raw(width, height, rgb) else {
        return true;
    };
    change(number, |on| {
        on.pictures += 1;
        on.seen = Seen::Picture(Picture { pixels: Arc::new(pixels), is_of_user, number: on.pictures });
    })
}

/// That camera does not see; `cause` is the name of the browser's error.
pub fn camera_failed(number: u32, cause: &str) {
    let error = match cause {
        "NotFoundError" | "OverconstrainedError" | "DevicesNotFoundError" => CameraError::Missing,
        "NotReadableError" | "AbortError" | "ended" => CameraError::Taken,
        "unsafe" => CameraError::Unsafe,
        // NotAllowedError, SecurityError, and whatever else means no.
        _ => CameraError::Refused,
    };
    change(number, |on| on.seen = Seen::Failed(error));
}

/// Changes the camera of that number, if it is on; whether it is.
fn change(number: u32, change: impl FnOnce(&mut On)) -> bool {
    let mut cameras = cameras();
    let Some(on) = cameras.on.as_mut().filter(|on| on.number == number) else {
        return false;
    };
    change(on);
    let wake = Arc::clone(&on.wake);
    drop(cameras);
    wake();
    true
}
