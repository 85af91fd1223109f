//! Moving sources.

use super::photo;
use crate::live::{LiveError, MAX_BETWEEN_BYTES, MAX_JPEG_BYTES};
use crate::locale::photo_names::photo_text;
use crate::locale::text::{tr, tr_with};
use crate::platform::camera_error::CameraError;
use crate::platform::live::AddressError;

/// Why a source gives no frames.
#[must_use]
pub fn live_text(error: &LiveError) -> String {
    match error {
        LiveError::File { name, error } => format!("{name}: {}", photo::file(error)),
        LiveError::Picture { name, error } => format!("{}: {}", photo_text(name), photo::imaging(error)),
        LiveError::Still { name } => tr_with("error-live-still", &[("name", &**name)]),
        LiveError::Unreachable { host, cause } => {
            tr_with("error-live-unreachable", &[("host", &**host), ("cause", cause)])
        }
        LiveError::Silent { host, seconds } => {
            let seconds = seconds.to_string();
            tr_with("error-live-silent", &[("host", &**host), ("seconds", &seconds)])
        }
        LiveError::Refused { host, status } => {
            let status = status.to_string();
            tr_with("error-live-refused", &[("host", &**host), ("status", &status)])
        }
        LiveError::Password { host } => tr_with("error-live-password", &[("host", &**host)]),
        LiveError::Redirect { host, to } => tr_with("error-live-redirect", &[("host", &**host), ("to", to)]),
        LiveError::Redirects { host } => tr_with("error-live-redirects", &[("host", &**host)]),
        LiveError::NotAStream { host, kind } => {
            tr_with("error-live-not-a-stream", &[("host", &**host), ("kind", kind)])
        }
        LiveError::NoPictures { name } => {
            let megabytes = (MAX_BETWEEN_BYTES >> 20).to_string();
            tr_with("error-live-no-pictures", &[("name", &*photo_text(name)), ("megabytes", &megabytes)])
        }
        LiveError::Endless { name } => {
            let megabytes = (MAX_JPEG_BYTES >> 20).to_string();
            tr_with("error-live-endless", &[("name", &*photo_text(name)), ("megabytes", &megabytes)])
        }
        LiveError::CutOff { host } => tr_with("error-live-cut-off", &[("host", &**host)]),
        LiveError::Folder { folder, cause } => tr_with("error-live-folder", &[("folder", &**folder), ("cause", cause)]),
        LiveError::Input { cause } => tr_with("error-live-input", &[("cause", &**cause)]),
        LiveError::Camera(CameraError::Refused) => tr("camera-refused"),
        LiveError::Camera(CameraError::Missing) => tr("camera-missing"),
        LiveError::Camera(CameraError::Taken) => tr("camera-taken"),
        LiveError::Camera(CameraError::Unsafe) => tr("camera-unsafe"),
        LiveError::NotHere => tr("live-not-here"),
        LiveError::Panicked => tr("error-panicked"),
    }
}

/// Why a text is no address of a stream.
#[must_use]
pub fn address_text(error: &AddressError) -> String {
    match error {
        AddressError::Scheme { text } => tr_with("error-address-scheme", &[("text", &**text)]),
        AddressError::Malformed { text, cause } => {
            tr_with("error-address-malformed", &[("text", &**text), ("cause", cause)])
        }
        AddressError::Credentials => tr("error-address-credentials"),
        AddressError::NotHere => tr("live-streams-not-here"),
    }
}
