//! Photos and files.

use crate::engine::pipeline::PhotoError;
use crate::imaging::{ImagingError, MAX_DECODED_BYTES, MAX_FILE_BYTES, MAX_SIDE};
use crate::locale::text::{tr, tr_with};
use crate::platform::files::FileError;

const MEGABYTE: u64 = 1_000_000;

/// Why a file did not become a photo.
pub(super) fn photo(error: &PhotoError) -> String {
    match error {
        PhotoError::Imaging(error) => imaging(error),
        PhotoError::DecoderPanicked => tr("error-photo-gave-up"),
    }
}

/// What is wrong with a picture.
pub(super) fn imaging(error: &ImagingError) -> String {
    let about = |key, format: &str| tr_with(key, &[("format", format)]);
    let because = |key, format: &str, cause: &str| tr_with(key, &[("format", format), ("cause", cause)]);
    match error {
        ImagingError::Empty => tr("error-photo-empty"),
        ImagingError::NotAnImage => tr("error-photo-not-a-picture"),
        ImagingError::Unsupported { format } => about("error-photo-unsupported", format),
        ImagingError::UnsupportedVariant { format, cause } => because("error-photo-variant", format, cause),
        ImagingError::Truncated { format } => about("error-photo-truncated", format),
        ImagingError::Damaged { format, cause } => because("error-photo-damaged", format, cause),
        ImagingError::TooLarge { width, height } => tr_with(
            "error-photo-too-large",
            &[
                ("width", width.to_string()),
                ("height", height.to_string()),
                ("side", MAX_SIDE.to_string()),
                ("megabytes", (MAX_DECODED_BYTES / MEGABYTE).to_string()),
            ],
        ),
        ImagingError::FileTooLarge { bytes } => tr_with(
            "error-photo-file-too-large",
            &[("megabytes", (bytes / MEGABYTE).to_string()), ("limit", (MAX_FILE_BYTES / MEGABYTE).to_string())],
        ),
        ImagingError::ZeroSized { format } => about("error-photo-no-pixels", format),
    }
}

/// Why a file could not be read or written.
pub(super) fn file(error: &FileError) -> String {
    match error {
        FileError::Missing => tr("error-file-missing"),
        FileError::Folder => tr("error-file-folder"),
        FileError::Forbidden => tr("error-file-forbidden"),
        FileError::Empty => tr("error-file-empty"),
        FileError::TooLarge { limit_megabytes } => {
            let limit = limit_megabytes.to_string();
            tr_with("error-file-too-large", &[("limit", &*limit)])
        }
        FileError::Unreadable { cause } => tr_with("error-file-unreadable", &[("cause", &**cause)]),
        FileError::Unwritable { cause } => tr_with("error-file-unwritable", &[("cause", &**cause)]),
        FileError::Opened => tr("error-file-opened"),
        FileError::NotHere => tr("error-file-not-here"),
    }
}
