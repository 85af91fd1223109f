//! How large a picture may be, asked before memory is taken for it.

use super::error::ImagingError;
use super::format::Format;
use super::largest::{MAX_DECODED_BYTES, MAX_SIDE};

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
