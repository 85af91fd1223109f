//! Animated GIF, WebP and PNG: one frame after the other, each whole and opaque; never more than one of them in memory.

use std::io::Cursor;
use std::sync::Arc;
use std::time::Duration;

use image::codecs::gif::GifDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::{AnimationDecoder as _, Frames, ImageDecoder, Limits, RgbImage, RgbaImage};

use super::common::explain;
use super::error::ImagingError;
use super::format::{self, Format};
use super::largest::MAX_FILE_BYTES;
use super::largest::MAX_SIDE;

/// The most pixels of a frame: decoders hold a few of them at a time.
pub const MAX_FRAME_PIXELS: u64 = 32_000_000;

/// What decoders may take for themselves, bytes; as far as they heed it.
const WORKING_BYTES: u64 = 500_000_000;

/// A frame of ten milliseconds or less is shown for this long, as browsers do: such files were made for programs that could not be
/// so fast.
const SHORTEST: Duration = Duration::from_millis(10);
const IN_PLACE_OF_SHORTER: Duration = Duration::from_millis(100);

/// How many first bytes [`may_move`] wants to see: in a GIF the second picture comes after the first.
pub const ANIMATION_BYTES: usize = 1 << 20;

/// Whether a file's first bytes announce pictures that may move: GIF with a second picture, or so large a first one that it does not
/// show; WebP and PNG files that say so.
pub fn may_move(first_bytes: &[u8]) -> bool {
    match format::sniff(first_bytes) {
        Ok(Format::Gif) => has_second_picture(first_bytes).unwrap_or(true),
        // RIFF container, chunk VP8X: the second bit of its flags (WebP container specification).
        Ok(Format::WebP) => {
            first_bytes.get(12..16) == Some(b"VP8X") && first_bytes.get(20).is_some_and(|flags| flags & 2 != 0)
        }
        // The chunk acTL stands before the first IDAT (PNG, third edition, 11.3.6.1).
        Ok(Format::Png) => {
            let place = |name: &[u8]| first_bytes.windows(4).position(|word| word == name);
            place(b"acTL").is_some_and(|control| place(b"IDAT").is_none_or(|data| control < data))
        }
        Ok(_) | Err(_) => false,
    }
}

/// Whether a GIF has a second picture; `None` where the bytes end before that is known (GIF89a, appendix A).
fn has_second_picture(gif: &[u8]) -> Option<bool> {
    let table_bytes = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + table_bytes(*gif.get(10)?);
    let mut pictures = 0;
    loop {
        match *gif.get(at)? {
            // An extension: its label, then blocks.
            0x21 => at += 2,
            0x2c => {
                pictures += 1;
                if pictures == 2 {
                    return Some(true);
                }
                // The descriptor, its table of colours, the size of the first codes, then blocks.
                at += 10 + table_bytes(*gif.get(at + 9)?) + 1;
            }
            // The trailer, or nothing that is known.
            _ => return Some(false),
        }
        loop {
            let length = usize::from(*gif.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
    }
}

/// A frame of an animation.
#[derive(Clone, Debug)]
pub struct AnimationFrame {
    /// The whole picture, over white.
    pub pixels: RgbImage,
    /// How long it is shown.
    pub shown_for: Duration,
}

/// The frames of a file from the first to the last, once.
pub struct Animation {
    format: Format,
    bytes: Arc<[u8]>,
    frames: Frames<'static>,
}

impl Animation {
    /// Looks at the head of a file.
    ///
    /// # Errors
    /// [`ImagingError`]: no GIF, WebP or PNG that can be read, or a larger one than is ever decoded.
    pub fn new(bytes: Arc<[u8]>) -> Result<Self, ImagingError> {
        if bytes.is_empty() {
            return Err(ImagingError::Empty);
        }
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(ImagingError::FileTooLarge { bytes: bytes.len() as u64 });
        }
        let format = format::sniff(&bytes)?;
        let say = |error| explain(format, &bytes, error);
        let mut limits = Limits::no_limits();
        limits.max_image_width = Some(MAX_SIDE);
        limits.max_image_height = Some(MAX_SIDE);
        limits.max_alloc = Some(WORKING_BYTES);
        let cursor = Cursor::new(Arc::clone(&bytes));
        let frames = match format {
            Format::Gif => {
                let mut decoder = GifDecoder::new(cursor).map_err(say)?;
                check(format, &decoder)?;
                decoder.set_limits(limits).map_err(say)?;
                decoder.into_frames()
            }
            Format::WebP => {
                let decoder = WebPDecoder::new(cursor).map_err(say)?;
                check(format, &decoder)?;
                match decoder.has_animation() {
                    true => decoder.into_frames(),
                    false => return Err(not_animated(format)),
                }
            }
            Format::Png => {
                let decoder = PngDecoder::with_limits(cursor, limits).map_err(say)?;
                check(format, &decoder)?;
                match decoder.is_apng().map_err(say)? {
                    true => decoder.apng().map_err(say)?.into_frames(),
                    false => return Err(not_animated(format)),
                }
            }
            other => return Err(not_animated(other)),
        };
        Ok(Self { format, bytes, frames })
    }
}

impl Iterator for Animation {
    type Item = Result<AnimationFrame, ImagingError>;

    fn next(&mut self) -> Option<Self::Item> {
        let frame = match self.frames.next()? {
            Ok(frame) => frame,
            Err(error) => return Some(Err(explain(self.format, &self.bytes, error))),
        };
        let (numerator, denominator) = frame.delay().numer_denom_ms();
        let delay = Duration::from_secs_f64(f64::from(numerator) / f64::from(denominator.max(1)) / 1000.0);
        let shown_for = if delay <= SHORTEST { IN_PLACE_OF_SHORTER } else { delay };
        Some(Ok(AnimationFrame { pixels: over_white(&frame.into_buffer()), shown_for }))
    }
}

fn check(format: Format, decoder: &impl ImageDecoder) -> Result<(), ImagingError> {
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(ImagingError::ZeroSized { format: format.name() });
    }
    if width.max(height) > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_FRAME_PIXELS {
        return Err(ImagingError::TooLarge { width, height });
    }
    Ok(())
}

fn not_animated(format: Format) -> ImagingError {
    ImagingError::UnsupportedVariant { format: format.name(), cause: "it has no animation".to_owned() }
}

fn over_white(picture: &RgbaImage) -> RgbImage {
    let (width, height) = picture.dimensions();
    let mut opaque = RgbImage::new(width, height);
    for (to, from) in opaque.pixels_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        let blend = |value: u32| ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
        to.0 = [red, green, blue].map(blend);
    }
    opaque
}
