//! The photos and test patterns that come with the program.

use std::sync::Arc;

use super::state::Sample;
use crate::engine::Origin;
use crate::imaging::Pattern;

/// Side of a small picture, pixels.
pub(super) const THUMBNAIL_SIDE: u32 = 128;

/// A photo inside the program.
pub(super) struct Photo {
    /// Its file's name.
    pub name: &'static str,
    /// The things on it, in plain English words.
    pub shows: &'static [&'static str],
    /// The encoded file.
    bytes: &'static [u8],
}

/// The photos; what each is for, its source and licence in `assets/samples/SOURCES.md`.
pub(super) static PHOTOS: [Photo; 9] = [
    Photo { name: "cat.png", shows: &["cat"], bytes: include_bytes!("../../assets/samples/cat.png") },
    Photo {
        name: "motorcycle.jpg",
        shows: &["motorcycle"],
        bytes: include_bytes!("../../assets/samples/motorcycle.jpg"),
    },
    Photo {
        name: "cat-and-dog.jpg",
        shows: &["cat", "dog"],
        bytes: include_bytes!("../../assets/samples/cat-and-dog.jpg"),
    },
    Photo { name: "cat-poster.jpg", shows: &["cat"], bytes: include_bytes!("../../assets/samples/cat-poster.jpg") },
    Photo { name: "coffee.png", shows: &["cup"], bytes: include_bytes!("../../assets/samples/coffee.png") },
    Photo { name: "astronaut.png", shows: &["person"], bytes: include_bytes!("../../assets/samples/astronaut.png") },
    Photo { name: "flower.jpg", shows: &["dahlia"], bytes: include_bytes!("../../assets/samples/flower.jpg") },
    Photo { name: "china.jpg", shows: &["pagoda"], bytes: include_bytes!("../../assets/samples/china.jpg") },
    Photo { name: "rocket.jpg", shows: &["rocket"], bytes: include_bytes!("../../assets/samples/rocket.jpg") },
];

/// Names of all entries, photos first.
pub(super) fn entries() -> Vec<Sample> {
    let photos = PHOTOS.iter().map(|photo| Sample { name: photo.name.to_owned(), shows: photo.shows, thumbnail: None });
    let patterns =
        Pattern::GALLERY.iter().map(|pattern| Sample { name: pattern.name().to_string(), shows: &[], thumbnail: None });
    photos.chain(patterns).collect()
}

/// The picture at that place.
pub(super) fn origin(index: usize) -> Option<Origin> {
    match PHOTOS.get(index) {
        Some(photo) => Some(Origin::Encoded(photo.bytes.into())),
        None => {
            let pattern = Pattern::GALLERY.get(index - PHOTOS.len())?;
            Some(Origin::Pixels(Arc::new(pattern.draw())))
        }
    }
}

/// The place of a picture that is one of these, byte for byte.
pub(super) fn place_of(wanted: &Origin) -> Option<usize> {
    let is_same = |index: &usize| match (wanted, origin(*index)) {
        (Origin::Encoded(wanted), Some(Origin::Encoded(known))) => *wanted == known,
        (Origin::Pixels(wanted), Some(Origin::Pixels(known))) => *wanted == known,
        (Origin::Encoded(_) | Origin::Pixels(_), _) => false,
    };
    (0..PHOTOS.len() + Pattern::GALLERY.len()).find(is_same)
}

/// All pictures in order.
pub(super) fn origins() -> Vec<Origin> {
    (0..PHOTOS.len() + Pattern::GALLERY.len()).filter_map(origin).collect()
}

impl Sample {
    /// Whether weights with these labels know what is on the picture; `None` for a test pattern, which shows no thing.
    ///
    /// A thing is known where a label has its word: "cat" by "cat" and by ImageNet's "tiger cat".
    #[must_use]
    pub fn is_known(&self, labels: &[String]) -> Option<bool> {
        let has_word = |label: &str, thing: &str| {
            let mut words = label.split(|letter: char| !letter.is_alphanumeric());
            label.eq_ignore_ascii_case(thing) || words.any(|word| word.eq_ignore_ascii_case(thing))
        };
        let is_known = |thing: &&str| labels.iter().any(|label| has_word(label, thing));
        (!self.shows.is_empty()).then(|| self.shows.iter().any(is_known))
    }
}
