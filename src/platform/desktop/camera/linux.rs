//! A camera of Linux, by Video4Linux2: Motion JPEG where it has that, else YUYV.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use image::RgbImage;
use linuxvideo::format::{PixFormat, PixelFormat};
use linuxvideo::stream::ReadStream;
use linuxvideo::{BufType, CapabilityFlags};

use crate::live::{Stop, decode};
use crate::platform::camera::Picture;
use crate::platform::camera::Seen;
use crate::platform::camera_error::CameraError;
use crate::platform::not_here::NotHere;
use crate::platform::threads;

type Wake = Arc<dyn Fn() + Send + Sync>;

/// The size that is asked for, pixels; the driver takes the nearest it has.
const WANTED: [u32; 2] = [640, 480];
/// How long to wait between two looks for a picture.
const LOOK: Duration = Duration::from_millis(4);
/// The largest side that is believed, pixels.
const MAX_SIDE: u32 = 8192;

/// A camera that is on, on a thread of its own; it goes off when this is dropped.
pub struct Camera {
    seen: Arc<Mutex<Seen>>,
    stop: Stop,
}

fn lock(seen: &Mutex<Seen>) -> MutexGuard<'_, Seen> {
    seen.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Camera {
    /// What it has seen.
    pub fn seen(&self) -> Seen {
        lock(&self.seen).clone()
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.stop.set();
    }
}

/// Switches the first camera on that gives pictures.
///
/// # Errors
/// None where threads can be had: what is wrong with the camera comes later.
pub fn open(wake: Wake) -> Result<Camera, NotHere> {
    let seen = Arc::new(Mutex::new(Seen::Waiting));
    let stop = Stop::default();
    let (theirs, stops) = (Arc::clone(&seen), stop.clone());
    let watch = move || {
        let error = look(&theirs, &stops, &*wake).err();
        if let Some(error) = error {
            *lock(&theirs) = Seen::Failed(error);
            wake();
        }
    };
    threads::start("camera", watch).map_err(|_| NotHere)?;
    Ok(Camera { seen, stop })
}

fn look(seen: &Mutex<Seen>, stop: &Stop, wake: &(dyn Fn() + Send + Sync)) -> Result<(), CameraError> {
    let (mut stream, stored) = first_camera()?;
    let mut number = 0;
    while !stop.is_set() {
        match stream.will_block() {
            Ok(false) => {}
            Ok(true) => {
                stop.wait(LOOK);
                continue;
            }
            Err(error) => return Err(explain(&error)),
        }
        let bytes = stream.dequeue(|view| Ok(if view.is_error() { None } else { Some(view.to_vec()) }));
        let bytes = bytes.map_err(|error| explain(&error))?;
        // A picture that is damaged is passed over, as the first ones of many cameras are.
        let Some(pixels) = bytes.and_then(|bytes| pixels(&bytes, &stored)) else { continue };
        number += 1;
        *lock(seen) = Seen::Picture(Picture { pixels: Arc::new(pixels), is_of_user: true, number });
        wake();
    }
    Ok(())
}

/// How a picture comes.
struct Stored {
    format: PixelFormat,
    width: u32,
    height: u32,
    row_bytes: usize,
}

/// The first device that is a camera and is free.
fn first_camera() -> Result<(ReadStream, Stored), CameraError> {
    let mut found = CameraError::Missing;
    for device in linuxvideo::list().map_err(|error| explain(&error))? {
        let opened = device.and_then(|device| {
            let is_camera = device.capabilities()?.device_capabilities().contains(CapabilityFlags::VIDEO_CAPTURE);
            if !is_camera {
                return Ok(None);
            }
            let formats = device.formats(BufType::VIDEO_CAPTURE);
            let formats: Vec<PixelFormat> = formats.filter_map(|format| Some(format.ok()?.pixel_format())).collect();
            let known = [PixelFormat::MJPG, PixelFormat::JPEG, PixelFormat::YUYV];
            let Some(format) = known.into_iter().find(|format| formats.contains(format)) else { return Ok(None) };
            let capture = device.video_capture(PixFormat::new(WANTED[0], WANTED[1], format))?;
            let given = capture.format();
            let stored = Stored {
                format: given.pixel_format(),
                width: given.width(),
                height: given.height(),
                row_bytes: given.bytes_per_line() as usize,
            };
            Ok(Some((capture.into_stream()?, stored)))
        });
        match opened {
            Ok(Some(camera)) => return Ok(camera),
            Ok(None) => {}
            Err(error) => found = explain(&error),
        }
    }
    Err(found)
}

fn explain(error: &io::Error) -> CameraError {
    match error.kind() {
        io::ErrorKind::PermissionDenied => CameraError::Refused,
        io::ErrorKind::NotFound => CameraError::Missing,
        _ => CameraError::Taken,
    }
}

fn pixels(bytes: &[u8], stored: &Stored) -> Option<RgbImage> {
    if stored.format != PixelFormat::YUYV {
        return decode(bytes).ok();
    }
    let (width, height) = (stored.width, stored.height);
    let is_sound = width.is_multiple_of(2) && (2..=MAX_SIDE).contains(&width) && (1..=MAX_SIDE).contains(&height);
    let row_bytes = stored.row_bytes.max(2 * width as usize);
    if !is_sound || bytes.len() < row_bytes * (height as usize - 1) + 2 * width as usize {
        return None;
    }
    let mut picture = RgbImage::new(width, height);
    for (row, line) in bytes.chunks(row_bytes).take(height as usize).enumerate() {
        for (pair, values) in line[..2 * width as usize].chunks_exact(4).enumerate() {
            let (blue, red) = (f32::from(values[1]) - 128.0, f32::from(values[3]) - 128.0);
            for (side, luma) in [values[0], values[2]].into_iter().enumerate() {
                // ITU-R BT.601, studio swing.
                let luma = 1.164 * (f32::from(luma) - 16.0);
                let colors = [luma + 1.596 * red, luma - 0.392 * blue - 0.813 * red, luma + 2.017 * blue];
                let column = (2 * pair + side) as u32;
                picture.put_pixel(column, row as u32, image::Rgb(colors.map(|value| value.clamp(0.0, 255.0) as u8)));
            }
        }
    }
    Some(picture)
}
