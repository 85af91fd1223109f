//! An animated file as a source: again and again, each frame as long as the file says.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Frame, FrameSource, LiveError, Open, Step, Stop};
use crate::imaging::animation::{Animation, may_move};
use crate::imaging::{ImagingError, MAX_FILE_BYTES, begins_picture};
use crate::platform::files::read_file;

/// Frames of a file that are kept together decoded, bytes: those of a short one are decoded once, not once a round.
const KEPT_BYTES: usize = 48 << 20;

/// Opens a file, whatever it holds: what is no animation fails with a sentence.
pub fn animation(path: PathBuf) -> Open {
    Box::new(move |_stop| {
        let name =
            path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let bytes = read_file(&path, MAX_FILE_BYTES).map_err(|error| LiveError::File { name: name.clone(), error })?;
        if begins_picture(&bytes) && !may_move(&bytes) {
            return Err(LiveError::Still { name });
        }
        let bytes: Arc<[u8]> = bytes.into();
        let frames = Animation::new(Arc::clone(&bytes)).map_err(|error| about(&name, error))?;
        Ok(Box::new(Animated { name, bytes, frames, in_round: 0, is_first_round: true, kept: Kept::default() }))
    })
}

/// The file's bytes, the frame that is being decoded and, of a short file, all frames are what is held.
struct Animated {
    name: String,
    bytes: Arc<[u8]>,
    frames: Animation,
    /// Frames since the beginning of the file.
    in_round: usize,
    is_first_round: bool,
    kept: Kept,
}

/// The frames so far, as long as they are few.
#[derive(Default)]
struct Kept {
    frames: Vec<Frame>,
    bytes: usize,
}

impl Kept {
    /// Keeps one more; all are let go where they are too many.
    fn keep(&mut self, frame: &Frame) {
        self.bytes += frame.pixels.as_raw().len();
        if self.bytes > KEPT_BYTES {
            self.frames = Vec::new();
        } else {
            self.frames.push(frame.clone());
        }
    }
}

impl FrameSource for Animated {
    fn next_frame(&mut self, _stop: &Stop) -> Step {
        loop {
            if !self.is_first_round && !self.kept.frames.is_empty() {
                let frame = self.kept.frames[self.in_round % self.kept.frames.len()].clone();
                self.in_round += 1;
                return Step::Frame(frame);
            }
            match self.frames.next() {
                Some(Ok(frame)) => {
                    self.in_round += 1;
                    let frame = Frame { shown_for: frame.shown_for, ..Frame::new(frame.pixels) };
                    if self.is_first_round {
                        self.kept.keep(&frame);
                    }
                    return Step::Frame(frame);
                }
                Some(Err(error)) => return Step::Failed(about(&self.name, error)),
                // One picture does not move.
                None if self.is_first_round && self.in_round <= 1 => return Step::Ended,
                None => {}
            }
            self.in_round = 0;
            self.is_first_round = false;
            if !self.kept.frames.is_empty() {
                continue;
            }
            match Animation::new(Arc::clone(&self.bytes)) {
                Ok(frames) => self.frames = frames,
                Err(error) => return Step::Failed(about(&self.name, error)),
            }
        }
    }
}

fn about(name: &str, error: ImagingError) -> LiveError {
    LiveError::Picture { name: name.to_owned(), error }
}
