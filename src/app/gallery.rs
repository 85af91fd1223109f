//! The photos and test patterns that come with the program.

use std::sync::Arc;

use super::state::Sample;
use crate::engine::Origin;
use crate::imaging::Pattern;

/// Side of a small picture, pixels.
pub(super) const THUMBNAIL_SIDE: u32 = 128;

/// File name and bytes; what each is for, its source and licence in `assets/samples/SOURCES.md`.
pub(super) const PHOTOS: [(&str, &[u8]); 9] = [
    ("cat.png", include_bytes!("../../assets/samples/cat.png")),
    (
        "motorcycle.jpg",
        include_bytes!("../../assets/samples/motorcycle.jpg"),
    ),
    (
        "cat-and-dog.jpg",
        include_bytes!("../../assets/samples/cat-and-dog.jpg"),
    ),
    (
        "cat-poster.jpg",
        include_bytes!("../../assets/samples/cat-poster.jpg"),
    ),
    (
        "coffee.png",
        include_bytes!("../../assets/samples/coffee.png"),
    ),
    (
        "astronaut.png",
        include_bytes!("../../assets/samples/astronaut.png"),
    ),
    (
        "flower.jpg",
        include_bytes!("../../assets/samples/flower.jpg"),
    ),
    (
        "china.jpg",
        include_bytes!("../../assets/samples/china.jpg"),
    ),
    (
        "rocket.jpg",
        include_bytes!("../../assets/samples/rocket.jpg"),
    ),
];

/// Names of all entries, photos first.
pub(super) fn entries() -> Vec<Sample> {
    let photos = PHOTOS.iter().map(|(name, _)| (*name).to_owned());
    let patterns = Pattern::GALLERY
        .iter()
        .map(|pattern| pattern.name().to_string());
    photos
        .chain(patterns)
        .map(|name| Sample {
            name,
            thumbnail: None,
        })
        .collect()
}

/// The picture at that place.
pub(super) fn origin(index: usize) -> Option<Origin> {
    match PHOTOS.get(index) {
        Some((_, bytes)) => Some(Origin::Encoded((*bytes).into())),
        None => {
            let pattern = Pattern::GALLERY.get(index - PHOTOS.len())?;
            Some(Origin::Pixels(Arc::new(pattern.draw())))
        }
    }
}

/// All pictures in order.
pub(super) fn origins() -> Vec<Origin> {
    (0..PHOTOS.len() + Pattern::GALLERY.len())
        .filter_map(origin)
        .collect()
}
