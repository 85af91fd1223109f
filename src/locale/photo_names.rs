//! What photos are called on screen: files by their names, everything else in the language of the interface.

use crate::imaging::{Pattern, PictureNote, four_digits};
use crate::locale::text::{tr, tr_with};

/// The name of a picture from the clipboard, in every language the same to the program.
pub const PASTED: &str = "pasted picture";
/// The name of a photo that was taken with the camera, in every language the same to the program.
pub const FROM_CAMERA: &str = "camera photo";

/// The names of moving sources that have none of their own, in every language the same to the program.
pub const STANDARD_INPUT: &str = "standard input";
/// As above: the camera.
pub const LIVE_CAMERA: &str = "camera";

/// The name of a photo, a test pattern or a pasted picture.
#[must_use]
pub fn photo_text(name: &str) -> String {
    if name == PASTED {
        return tr("pasted-picture");
    }
    if name == STANDARD_INPUT {
        return tr("live-input");
    }
    if name == LIVE_CAMERA {
        return tr("live-camera");
    }
    if name == FROM_CAMERA {
        return tr("camera-photo");
    }
    match Pattern::named(name) {
        Some(Pattern::Grating { angle_degrees, period_px }) => {
            tr_with("pattern-grating", &[("angle", angle_degrees.to_string()), ("period", period_px.to_string())])
        }
        Some(Pattern::Checkerboard { cell_px }) => tr_with("pattern-checkerboard", &[("cell", cell_px.to_string())]),
        Some(Pattern::ColorPatches) => tr("pattern-patches"),
        Some(Pattern::Edge { angle_degrees }) => tr_with("pattern-edge", &[("angle", angle_degrees.to_string())]),
        None => name.to_owned(),
    }
}

/// What should be known about a picture that did open, one short line.
#[must_use]
pub fn picture_note(note: &PictureNote) -> String {
    let between = |key, low: f64, high: f64| {
        tr_with(key, &[("low", four_digits(low).to_string()), ("high", four_digits(high).to_string())])
    };
    match note {
        PictureNote::ScaledByRange { low, high } => between("note-photo-scaled", *low, *high),
        PictureNote::Fractions { low, high } => between("note-photo-fractions", *low, *high),
        PictureNote::FewerBits { bits } => tr_with("note-photo-bits", &[("bits", bits.to_string())]),
        PictureNote::NoEndMarker => tr("note-photo-no-end"),
        PictureNote::PartlyDamaged => tr("note-photo-damaged"),
        PictureNote::SmallerPicture { largest, shown, cause } => tr_with(
            "note-photo-smaller",
            &[
                ("largest", format!("{} × {}", largest[0], largest[1])),
                ("shown", format!("{} × {}", shown[0], shown[1])),
                ("cause", cause.clone()),
            ],
        ),
        PictureNote::ProfileUnreadable => tr("note-photo-profile"),
        PictureNote::HighDynamicRange => tr("note-photo-dynamic-range"),
    }
}
