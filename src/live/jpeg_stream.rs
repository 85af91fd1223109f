//! Pictures in a stream of bytes: JPEGs one after the other, told apart by their own markers (ITU-T T.81, annex B).
//!
//! What lies between two pictures is passed over, so one reader does for `multipart/x-mixed-replace`, whatever boundary was announced
//! and whatever lengths are claimed, and for pictures that follow each other without anything between.

use std::io::{self, BufRead, BufReader, Read};

use thiserror::Error;

/// The largest picture that is read, bytes.
pub const MAX_JPEG_BYTES: usize = 16 << 20;
/// So much may lie before a picture, bytes.
pub const MAX_BETWEEN_BYTES: usize = 1 << 20;
/// Read at once, bytes.
const BUFFER_BYTES: usize = 64 << 10;

/// Why there is no next picture.
#[derive(Debug, Error)]
pub enum StreamError {
    /// [`MAX_BETWEEN_BYTES`] and no picture began.
    #[error("there are no JPEG pictures in it")]
    NoPictures,
    /// [`MAX_JPEG_BYTES`] and it did not end.
    #[error("a picture has no end")]
    Endless,
    /// The reader's.
    #[error(transparent)]
    Read(#[from] io::Error),
}

/// Where in a picture the next byte is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before a picture; whether the last byte was FF.
    Between { after_ff: bool },
    /// A marker is to come: FF.
    Marker,
    /// Its second byte.
    Code,
    /// The first or second byte of a segment's length, after the marker of that code.
    Length { code: u8, high: Option<u8> },
    /// Within a segment: bytes left; whether a scan follows.
    Segment { left: usize, is_scan: bool },
    /// Within entropy-coded data; whether the last byte was FF.
    Scan { after_ff: bool },
}

/// Start of image, end of image, start of scan.
const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;

/// Finds the pictures of a stream.
pub struct JpegStream<R> {
    reader: BufReader<R>,
    place: Place,
    picture: Vec<u8>,
    between: usize,
}

impl<R: Read> JpegStream<R> {
    /// Of a reader at its beginning, or anywhere in a stream.
    pub fn new(reader: R) -> Self {
        Self {
            reader: BufReader::with_capacity(BUFFER_BYTES, reader),
            place: Place::Between { after_ff: false },
            picture: Vec::new(),
            between: 0,
        }
    }

    /// All bytes of the next picture; `None` at the end of the stream, where a picture that has only begun is left out.
    ///
    /// # Errors
    /// [`StreamError`]; memory never grows beyond its limits.
    pub fn next_picture(&mut self) -> Result<Option<Vec<u8>>, StreamError> {
        loop {
            let bytes = match self.reader.fill_buf() {
                Ok([]) => return Ok(None),
                Ok(bytes) => bytes,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.into()),
            };
            let mut used = 0;
            let mut found = Ok(false);
            for &byte in bytes {
                used += 1;
                found = take(&mut self.place, &mut self.picture, &mut self.between, byte);
                if !matches!(found, Ok(false)) {
                    break;
                }
            }
            self.reader.consume(used);
            if found? {
                self.between = 0;
                return Ok(Some(std::mem::take(&mut self.picture)));
            }
        }
    }
}

/// Takes a byte; whether it is the last one of a picture.
fn take(place: &mut Place, picture: &mut Vec<u8>, between: &mut usize, byte: u8) -> Result<bool, StreamError> {
    if let Place::Between { after_ff } = *place {
        *between += 1;
        if after_ff && byte == SOI {
            begin(place, picture);
        } else if *between > MAX_BETWEEN_BYTES {
            return Err(StreamError::NoPictures);
        } else {
            *place = Place::Between { after_ff: byte == 0xff };
        }
        return Ok(false);
    }
    if picture.len() == MAX_JPEG_BYTES {
        return Err(StreamError::Endless);
    }
    picture.push(byte);
    *place = match (*place, byte) {
        (Place::Marker, 0xff) => Place::Code,
        // No marker where one must be: this was no picture, or it was cut off.
        (Place::Marker, _) => lost(picture, byte),
        // FF may be repeated before a marker.
        (Place::Code, 0xff) => Place::Code,
        (Place::Code, code) => return Ok(after_marker(place, picture, code)),
        (Place::Length { code, high: None }, high) => Place::Length { code, high: Some(high) },
        (Place::Length { code, high: Some(high) }, low) => {
            let length = usize::from(u16::from_be_bytes([high, low]));
            let is_scan = code == SOS;
            match length {
                0 | 1 => lost(picture, byte),
                2 => after_segment(is_scan),
                _ => Place::Segment { left: length - 2, is_scan },
            }
        }
        (Place::Segment { left: 1, is_scan }, _) => after_segment(is_scan),
        (Place::Segment { left, is_scan }, _) => Place::Segment { left: left - 1, is_scan },
        (Place::Scan { .. }, 0xff) => Place::Scan { after_ff: true },
        // FF 00 is a value, FF D0 to FF D7 only part the data.
        (Place::Scan { after_ff: true }, code) if code != 0 && !(0xd0..=0xd7).contains(&code) => {
            return Ok(after_marker(place, picture, code));
        }
        (Place::Scan { .. } | Place::Between { .. }, _) => Place::Scan { after_ff: false },
    };
    Ok(false)
}

/// Goes on after FF and a marker's code; whether the picture is over.
fn after_marker(place: &mut Place, picture: &mut Vec<u8>, code: u8) -> bool {
    match code {
        EOI => {
            *place = Place::Between { after_ff: false };
            return true;
        }
        // The one before was cut off.
        SOI => begin(place, picture),
        0x01 | 0xd0..=0xd7 => *place = Place::Marker,
        // No markers.
        0x00 | 0x02..=0xbf => *place = lost(picture, code),
        code => *place = Place::Length { code, high: None },
    }
    false
}

fn begin(place: &mut Place, picture: &mut Vec<u8>) {
    picture.clear();
    picture.extend([0xff, SOI]);
    *place = Place::Marker;
}

fn after_segment(is_scan: bool) -> Place {
    if is_scan { Place::Scan { after_ff: false } } else { Place::Marker }
}

/// What was begun is no picture.
fn lost(picture: &mut Vec<u8>, last: u8) -> Place {
    picture.clear();
    Place::Between { after_ff: last == 0xff }
}
