//! HEIC: a phone's photo, coded in HEVC.

use heic_decoder::bitreader::strip_emulation_prevention;
use heic_decoder::hevc::nal::{NAL_SPS, parse_nal_header};
use heic_decoder::hevc::params::parse_sps;
use heic_decoder::isobmff::{self, ParsedHeif};
use heic_decoder::{DecodedImage, HeifError};
use image::{DynamicImage, RgbaImage};

use super::color_profile::Profile;
use super::error::ImagingError;
use super::format::Format;
use super::limits::{check_pixels, check_size};
use super::stored::Stored;

const FORMAT: Format = Format::Heic;

/// Bytes a pixel takes in what comes out: colours and alpha.
const BYTES_PER_PIXEL: u64 = 4;

/// Decodes the main picture; turned and cropped as the file says.
pub(super) fn decode(bytes: &[u8]) -> Result<Stored, ImagingError> {
    check_parts(&isobmff::parse(bytes).map_err(heic)?)?;
    let info = heic_decoder::probe(bytes).map_err(heic)?;
    check_size(FORMAT, info.coded_width as u64, info.coded_height as u64, BYTES_PER_PIXEL)?;
    let decoded = heic_decoder::decode(bytes).map_err(heic)?;
    let profile = match (&decoded.metadata.icc_profile, decoded.color_info) {
        (Some(icc), _) => Some(Profile::Icc(icc.clone())),
        (None, Some(color)) => {
            Some(Profile::Coded { primaries: color.color_primaries, transfer: color.transfer_characteristics })
        }
        (None, None) => None,
    };
    let (picture, premultiplied) = to_picture(FORMAT, &decoded)?;
    Ok(Stored { premultiplied, profile, ..Stored::new(picture) })
}

/// Every coded part of the picture, alpha and tiles too, by the size its own header claims: the decoder takes memory for each
/// before it reads the first pixel.
fn check_parts(parsed: &ParsedHeif) -> Result<(), ImagingError> {
    let mut pixels = 0_u64;
    for image in parsed.images.iter().chain(&parsed.reference_image) {
        for unit in image.hevc_config.nalus_of_type(NAL_SPS) {
            let (_, payload) = parse_nal_header(unit).map_err(heic)?;
            let set = parse_sps(&strip_emulation_prevention(payload)).map_err(heic)?;
            let (width, height) = (set.pic_width_in_luma_samples, set.pic_height_in_luma_samples);
            pixels = pixels.saturating_add(u64::from(width) * u64::from(height));
        }
    }
    check_pixels(FORMAT, pixels, BYTES_PER_PIXEL)?;
    match &parsed.alpha {
        Some(alpha) => check_parts(&alpha.image),
        None => Ok(()),
    }
}

/// Luma and chroma to RGB with alpha, by the matrix, range and chroma places of the file; whether alpha is in the colours already.
pub(super) fn to_picture(format: Format, decoded: &DecodedImage) -> Result<(DynamicImage, bool), ImagingError> {
    let explain = |error| explain(format, error);
    let damaged = || ImagingError::Damaged { format: format.name(), cause: "its size is unclear".to_owned() };
    let [width, height] = [decoded.width, decoded.height].map(u32::try_from);
    let (Ok(width), Ok(height)) = (width, height) else {
        return Err(damaged());
    };
    if decoded.alpha.is_none() {
        let pixels = decoded.to_rgb8().map_err(explain)?.data;
        let pixels = image::RgbImage::from_raw(width, height, pixels).ok_or_else(damaged)?;
        return Ok((pixels.into(), false));
    }
    let layered = decoded.to_rgba8().map_err(explain)?;
    let pixels = RgbaImage::from_raw(width, height, layered.data).ok_or_else(damaged)?;
    Ok((pixels.into(), layered.premultiplied))
}

fn heic(error: HeifError) -> ImagingError {
    explain(FORMAT, error)
}

fn explain(format: Format, error: HeifError) -> ImagingError {
    let format = format.name();
    match error {
        HeifError::Truncated { .. } => ImagingError::Truncated { format },
        HeifError::Unsupported(cause) => ImagingError::UnsupportedVariant { format, cause: cause.to_owned() },
        HeifError::NotHeif(cause)
        | HeifError::MalformedBox(cause)
        | HeifError::MalformedHevc(cause)
        | HeifError::CabacDesync(cause)
        | HeifError::LimitExceeded(cause) => ImagingError::Damaged { format, cause: cause.to_owned() },
    }
}
