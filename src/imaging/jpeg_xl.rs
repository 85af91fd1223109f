//! JPEG XL, as a bare codestream or in its container; of an animation the first frame.

use image::{DynamicImage, RgbImage, RgbaImage};
use jxl::api::{
    AlphaMode, Event, ExtraChannel, JxlColorType, JxlDataFormat, JxlDecoder, JxlDecoderOptions, JxlOutputBuffer,
    JxlPixelFormat, ProfileLevel,
};
use jxl::error::Error;

use super::color_profile::Profile;
use super::error::ImagingError;
use super::format::Format;
use super::largest::MAX_DECODED_BYTES;
use super::limits::check_size;
use super::stored::Stored;

const FORMAT: Format = Format::JpegXl;

/// The decoder keeps samples as 32-bit floats.
const BYTES_PER_SAMPLE: u64 = 4;

/// Steps of the decoder before a picture has to be there.
const MAX_STEPS: usize = 1_000;

/// Decodes the first frame, upright.
pub(super) fn decode(bytes: &[u8]) -> Result<Stored, ImagingError> {
    let mut options = JxlDecoderOptions::default();
    options.alpha_mode = AlphaMode::Unpremultiplied;
    options.max_profile_level = ProfileLevel::Main10;
    options.sample_limit = Some((MAX_DECODED_BYTES / BYTES_PER_SAMPLE) as usize);
    let mut decoder = JxlDecoder::new(options);
    let mut input = bytes;
    advance(&mut decoder, &mut input, None, |event| event == Event::BasicInfo)?;
    let info = decoder.basic_info().ok_or_else(truncated)?;
    let (width, height) = info.size;
    let channels = info.extra_channels.len();
    let has_alpha = info.extra_channels.iter().any(|channel| channel.ec_type == ExtraChannel::Alpha);
    let samples = 3 + channels as u64;
    check_size(FORMAT, width as u64, height as u64, samples * BYTES_PER_SAMPLE)?;
    if decoder.embedded_color_profile().is_some_and(|profile| profile.is_cmyk()) {
        return Err(unsupported("CMYK colours"));
    }
    let (color_type, bytes_per_pixel) = if has_alpha { (JxlColorType::Rgba, 4) } else { (JxlColorType::Rgb, 3) };
    let pixel_format = JxlPixelFormat {
        color_type,
        color_data_format: Some(JxlDataFormat::U8 { bit_depth: 8 }),
        extra_channel_format: vec![None; channels],
    };
    decoder.set_pixel_format(pixel_format).map_err(explain)?;
    advance(&mut decoder, &mut input, None, |event| event == Event::FrameHeader)?;
    let profile = decoder.output_color_profile().and_then(|profile| profile.try_as_icc());
    let profile = profile.map(|icc| Profile::Icc(icc.into_owned()));
    let row = width * bytes_per_pixel;
    let mut pixels = vec![0; row * height];
    let buffer = JxlOutputBuffer::new(&mut pixels, height, row);
    advance(&mut decoder, &mut input, Some(buffer), |event| matches!(event, Event::FrameComplete { .. }))?;
    drop(decoder);
    let (width, height) = (width as u32, height as u32);
    let picture = match has_alpha {
        true => RgbaImage::from_raw(width, height, pixels).map(DynamicImage::from),
        false => RgbImage::from_raw(width, height, pixels).map(DynamicImage::from),
    };
    let picture = picture.ok_or_else(truncated)?;
    Ok(Stored { profile, ..Stored::new(picture) })
}

/// Runs the decoder until `is_there`.
fn advance(
    decoder: &mut JxlDecoder,
    input: &mut &[u8],
    buffer: Option<JxlOutputBuffer<'_>>,
    is_there: impl Fn(Event) -> bool,
) -> Result<(), ImagingError> {
    let mut buffers: Vec<JxlOutputBuffer<'_>> = buffer.into_iter().collect();
    for _ in 0..MAX_STEPS {
        let target = (!buffers.is_empty()).then_some(&mut buffers[..]);
        match decoder.process(input, target, None).map_err(explain)? {
            event if is_there(event) => return Ok(()),
            Event::NeedMoreInput { .. } | Event::Complete => return Err(truncated()),
            Event::BasicInfo | Event::FrameHeader | Event::FrameComplete { .. } => {}
        }
    }
    Err(truncated())
}

fn truncated() -> ImagingError {
    ImagingError::Truncated { format: FORMAT.name() }
}

fn unsupported(cause: &str) -> ImagingError {
    ImagingError::UnsupportedVariant { format: FORMAT.name(), cause: cause.to_owned() }
}

fn explain(error: Error) -> ImagingError {
    match error {
        Error::OutOfBounds(_) => truncated(),
        other => ImagingError::Damaged { format: FORMAT.name(), cause: super::stored::one_line(&other) },
    }
}
