//! What a source gives, and what it is asked.

use std::sync::Arc;
use std::time::Duration;

use image::RgbImage;
use image::imageops::{self, FilterType};

use super::{LiveError, Stop};

/// The longest side of a frame, pixels: larger ones are made smaller where they are decoded, beside the window and the engine.  It is what
/// is shown of a photo; the network sees 224 of them.
pub const LONGEST_SIDE: u32 = 1024;

/// One picture of a source.
#[derive(Clone, Debug)]
pub struct Frame {
    /// As the source has it, at most [`LONGEST_SIDE`] pixels a side.
    pub pixels: Arc<RgbImage>,
    /// What it is called, where it has a name of its own: that of a file in a watched folder.
    pub name: Option<String>,
    /// How long until the next one is due; nothing where frames come by themselves.
    pub shown_for: Duration,
}

impl Frame {
    /// A frame, made smaller if need be.
    pub fn new(pixels: RgbImage) -> Self {
        let (width, height) = pixels.dimensions();
        let longest = width.max(height);
        let pixels = if longest > LONGEST_SIDE {
            let scale = f64::from(LONGEST_SIDE) / f64::from(longest);
            let shrink = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
            imageops::resize(&pixels, shrink(width), shrink(height), FilterType::Triangle)
        } else {
            pixels
        };
        Self { pixels: Arc::new(pixels), name: None, shown_for: Duration::ZERO }
    }
}

/// What became of the question for the next frame.
#[derive(Debug)]
pub enum Step {
    /// It is here.
    Frame(Frame),
    /// There is none yet, for a reason that a person should know; the source is to be asked again.
    Waiting(LiveError),
    /// There are no more.
    Ended,
    /// There are no more, and that is why.
    Failed(LiveError),
}

/// A moving source.
pub trait FrameSource {
    /// The next frame.  Waits for it, but returns soon after `stop` is set, whatever then.
    fn next_frame(&mut self, stop: &Stop) -> Step;
}

/// Opens a source: done on the thread that asks it for frames, so that a source need not move between threads.
pub type Open = Box<dyn FnOnce(&Stop) -> Result<Box<dyn FrameSource>, LiveError> + Send>;
