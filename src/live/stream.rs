//! A stream of JPEGs as frames.

use std::io::Read;
use std::panic::catch_unwind;

use image::RgbImage;

use super::{Frame, JpegStream, StreamError};
use crate::imaging::{self, ImagingError};

/// So many damaged pictures in a row are passed over.
const PATIENCE: usize = 10;

/// Decodes a picture of whatever format; a decoder that gives up counts as a damaged picture.
///
/// # Errors
/// [`ImagingError`].
pub fn decode(bytes: &[u8]) -> Result<RgbImage, ImagingError> {
    catch_unwind(|| imaging::decode(bytes))
        .unwrap_or_else(|_| Err(ImagingError::Damaged { format: "JPEG", cause: "its decoder gave up".to_owned() }))
}

/// What a stream has next.
#[derive(Debug)]
pub enum Next {
    /// A picture.
    Frame(Frame),
    /// Ten damaged ones in a row.
    Damaged(ImagingError),
    /// The end.
    End,
}

/// The pictures of a stream, decoded.
pub struct Pictures<R>(JpegStream<R>);

impl<R: Read> Pictures<R> {
    /// Of a reader.
    pub fn new(reader: R) -> Self {
        Self(JpegStream::new(reader))
    }

    /// The next one that can be decoded.
    ///
    /// # Errors
    /// [`StreamError`].
    pub fn next_frame(&mut self) -> Result<Next, StreamError> {
        let mut damaged = None;
        for _ in 0..PATIENCE {
            let Some(bytes) = self.0.next_picture()? else { return Ok(Next::End) };
            match decode(&bytes) {
                Ok(pixels) => return Ok(Next::Frame(Frame::new(pixels))),
                Err(error) => damaged = Some(error),
            }
        }
        Ok(damaged.map_or(Next::End, Next::Damaged))
    }
}
