//! What photos are called on screen: files by their names, everything else in the language of the interface.

use super::text::{tr, tr_with};
use crate::imaging::Pattern;

/// The name of a picture from the clipboard, in every language the same to the program.
pub const PASTED: &str = "pasted picture";

/// The name of a photo, a test pattern or a pasted picture.
#[must_use]
pub fn photo_text(name: &str) -> String {
    if name == PASTED {
        return tr("pasted-picture");
    }
    match Pattern::named(name) {
        Some(Pattern::Grating {
            angle_degrees,
            period_px,
        }) => tr_with(
            "pattern-grating",
            &[
                ("angle", angle_degrees.to_string()),
                ("period", period_px.to_string()),
            ],
        ),
        Some(Pattern::Checkerboard { cell_px }) => {
            tr_with("pattern-checkerboard", &[("cell", cell_px.to_string())])
        }
        Some(Pattern::ColorPatches) => tr("pattern-patches"),
        Some(Pattern::Edge { angle_degrees }) => {
            tr_with("pattern-edge", &[("angle", angle_degrees.to_string())])
        }
        None => name.to_owned(),
    }
}
