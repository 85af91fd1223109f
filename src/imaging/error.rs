//! What can be wrong with a picture file, said so that its owner knows what to do next.

use super::largest::MAX_DECODED_BYTES;
use super::largest::MAX_FILE_BYTES;
use super::largest::MAX_SIDE;

/// A word of the sources.
type Word = &'static str;

/// Why a file could not become a photo; each message is one sentence: what failed, why, what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize, serde::Deserialize)]
pub enum ImagingError {
    /// The file holds no bytes.
    #[error("This file is empty; choose the picture again, or another copy of it.")]
    Empty,

    /// The first bytes belong to no format we know.
    #[error(
        "This file is not a picture Inception Lens can read; \
         choose a JPEG, PNG, HEIC, AVIF, WebP, GIF, BMP, TIFF or JPEG XL file."
    )]
    NotAnImage,

    /// A format we recognise but do not read, such as SVG or PDF.
    #[error(
        "Inception Lens cannot read {format} files; \
         open this one elsewhere, save the picture as PNG or JPEG, and choose that file."
    )]
    Unsupported {
        /// The format's usual name.
        #[serde(with = "crate::wire::word")]
        format: Word,
    },

    /// A format we read, in a variant the decoder does not, such as a JPEG with arithmetic coding.
    #[error(
        "This {format} picture is stored in a way Inception Lens cannot read ({cause}); \
         open it elsewhere, save it as PNG or JPEG, and choose that file."
    )]
    UnsupportedVariant {
        /// The format's usual name.
        #[serde(with = "crate::wire::word")]
        format: Word,
        /// The decoder's words.
        cause: String,
    },

    /// The file stops before the picture does.
    #[error(
        "This {format} picture stops before its end, as after an interrupted copy or download; \
         fetch it again, or choose another picture."
    )]
    Truncated {
        /// The format's usual name.
        #[serde(with = "crate::wire::word")]
        format: Word,
    },

    /// The file contradicts itself.
    #[error(
        "This {format} picture is damaged ({cause}); \
         fetch it again, or choose another picture."
    )]
    Damaged {
        /// The format's usual name.
        #[serde(with = "crate::wire::word")]
        format: Word,
        /// The decoder's words.
        cause: String,
    },

    /// More pixels than [`MAX_SIDE`] or [`MAX_DECODED_BYTES`] allow.
    #[error(
        "This picture has {width} × {height} pixels, more than Inception Lens loads (at most {MAX_SIDE} \
         a side and {} MB in memory); make it smaller in an image editor and choose the result.",
        MAX_DECODED_BYTES / 1_000_000
    )]
    TooLarge {
        /// Width the file announces, in pixels.
        width: u32,
        /// Height the file announces, in pixels.
        height: u32,
    },

    /// A file of more than [`MAX_FILE_BYTES`].
    #[error(
        "This file has {} MB, more than the {} MB Inception Lens loads; \
         save the picture as JPEG and choose that file.",
        .bytes / 1_000_000, MAX_FILE_BYTES / 1_000_000
    )]
    FileTooLarge {
        /// Size of the file, in bytes.
        bytes: u64,
    },

    /// Width or height is zero.
    #[error("This {format} picture has no pixels (its width or height is 0); choose another picture.")]
    ZeroSized {
        /// The format's usual name.
        #[serde(with = "crate::wire::word")]
        format: Word,
    },
}
