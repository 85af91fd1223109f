//! The photos and test patterns that come with the program.

use std::sync::Arc;

use crate::engine::{Origin, PhotoSource, UserError};
use crate::imaging::Pattern;
use crate::platform;
use crate::platform::files::FileError;
use crate::state::Sample;

/// Side of a small picture, pixels.
pub(super) const THUMBNAIL_SIDE: u32 = 128;

/// A photo inside the program.
pub(super) struct Photo {
    /// Its file's name.
    pub name: &'static str,
    /// The things on it, in plain English words.
    pub shows: &'static [&'static str],
}

/// The photos; what each is for, its source and licence in `assets/samples/SOURCES.md`.
pub(super) static PHOTOS: [Photo; 9] = [
    Photo { name: "cat.png", shows: &["cat"] },
    Photo { name: "motorcycle.jpg", shows: &["motorcycle"] },
    Photo { name: "cat-and-dog.jpg", shows: &["cat", "dog"] },
    Photo { name: "cat-poster.jpg", shows: &["cat"] },
    Photo { name: "coffee.png", shows: &["cup"] },
    Photo { name: "astronaut.png", shows: &["person"] },
    Photo { name: "flower.jpg", shows: &["dahlia"] },
    Photo { name: "china.jpg", shows: &["pagoda"] },
    Photo { name: "rocket.jpg", shows: &["rocket"] },
];

/// Names of all entries, photos first.
pub(super) fn entries() -> Vec<Sample> {
    let photos = PHOTOS.iter().map(|photo| Sample { name: photo.name.to_owned(), shows: photo.shows, thumbnail: None });
    let patterns =
        Pattern::GALLERY.iter().map(|pattern| Sample { name: pattern.name().to_string(), shows: &[], thumbnail: None });
    photos.chain(patterns).collect()
}

/// The picture at that place, if it is here: a page fetches the photos.
fn origin(index: usize) -> Option<Origin> {
    match PHOTOS.get(index) {
        Some(photo) => Some(Origin::Encoded(platform::sample(photo.name)?.into())),
        None => {
            let pattern = Pattern::GALLERY.get(index - PHOTOS.len())?;
            Some(Origin::Pixels(Arc::new(pattern.draw())))
        }
    }
}

/// The picture at that place as it is opened; a photo that is not here yet is looked for when it is its turn.
pub(super) fn source(index: usize) -> Option<PhotoSource> {
    let name = entries().get(index)?.name.clone();
    if let Some(origin) = origin(index) {
        return Some(PhotoSource::Ready { name, origin });
    }
    let of_later = name.clone();
    let read = move || match platform::sample(&of_later) {
        Some(bytes) => Ok(bytes.to_vec()),
        None => Err(UserError::about(&of_later, FileError::Missing)),
    };
    Some(PhotoSource::File { name, read: Arc::new(read) })
}

/// Whether all pictures are here.
pub(super) fn is_here() -> bool {
    PHOTOS.iter().all(|photo| platform::sample(photo.name).is_some())
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
