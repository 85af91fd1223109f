//! How large a picture may be, asked before memory is taken for it.

use super::error::ImagingError;
use super::format::Format;

/// Largest width or height that is loaded, in pixels.
pub const MAX_SIDE: u32 = 20_000;

/// Largest decoded picture that is loaded, in bytes as its file stores pixels (3 a pixel for plain
/// colour, 8 for 16 bits with alpha).  Decoding may need about three times this for a moment.
pub const MAX_DECODED_BYTES: u64 = 400_000_000;

/// Largest file that is loaded, in bytes.
pub const MAX_FILE_BYTES: u64 = 256_000_000;

/// Refuses a picture by the size its header claims.
pub(super) fn check_size(format: Format, width: u64, height: u64, bytes_per_pixel: u64) -> Result<(), ImagingError> {
    if width == 0 || height == 0 {
        return Err(ImagingError::ZeroSized { format: format.name() });
    }
    let decoded_bytes = width.saturating_mul(height).saturating_mul(bytes_per_pixel);
    if width.max(height) > u64::from(MAX_SIDE) || decoded_bytes > MAX_DECODED_BYTES {
        let [width, height] = [width, height].map(|side| side.try_into().unwrap_or(u32::MAX));
        return Err(ImagingError::TooLarge { width, height });
    }
    Ok(())
}

/// Refuses a picture whose parts together claim too many pixels.
pub(super) fn check_pixels(format: Format, pixels: u64, bytes_per_pixel: u64) -> Result<(), ImagingError> {
    if pixels.saturating_mul(bytes_per_pixel) > MAX_DECODED_BYTES {
        return Err(ImagingError::Damaged {
            format: format.name(),
            cause: "its parts are larger than a picture may be".to_owned(),
        });
    }
    Ok(())
}
