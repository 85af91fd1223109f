//! What the parts of a photo are called in the language of the interface.

use crate::locale::text::tr;
use crate::visualize::rebuild::PhotoPart;

/// "large outlines".
#[must_use]
pub fn part_text(part: PhotoPart) -> String {
    tr(match part {
        PhotoPart::Outlines => "photo-part-outlines",
        PhotoPart::Patterns => "photo-part-patterns",
        PhotoPart::Colour => "photo-part-colour",
    })
}

/// Several, joined by commas.
#[must_use]
pub fn parts_text(parts: &[PhotoPart]) -> String {
    parts.iter().map(|&part| part_text(part)).collect::<Vec<_>>().join(", ")
}
