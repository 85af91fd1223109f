//! Finished pictures on disk, under the hash of the weights they belong to; the oldest go when the store is full.
//!
//! A picture is a PNG with its provenance and its curve inside; one that cannot be read, or that says it shows something else, is
//! none.

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::RgbImage;
use image::imageops::{crop_imm, replace};
use sha2::{Digest, Sha256};

use super::curve::{Curve, Point};
use super::painting::Painting;
use super::provenance::of_painting;
use super::recipe::{DIVERSE, Recipe, Sign, Start};
use super::subject::Subject;
use crate::export::png::encode;
use crate::platform::cache::CacheFolder;
use crate::platform::files::FileError;

/// Most bytes of all pictures: those of some ten layers.
const LIMIT_BYTES: u64 = 200_000_000;

/// The keys of what the store adds to a picture's provenance.
const KEY: &str = "key";
const CURVE: &str = "curve";

/// Of the key: pictures of another way of making them are others.
const VERSION: u32 = 1;

/// What was kept of a painting.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its pictures, one or several.
    pub pictures: Vec<RgbImage>,
    /// Its curve, a point a step.
    pub curve: Curve,
}

/// What looking for a picture gave.
#[derive(Clone, Debug)]
pub enum Stored {
    /// It is there.
    Found(Kept),
    /// It is not there.
    Absent,
    /// It was there and could not be read; the file is gone, and the picture has to be made anew (to be said).
    Damaged,
}

/// The store.  Cheap to clone; several processes can use the same one.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Store {
    folder: CacheFolder,
}

impl Store {
    /// The one in the user's cache folder, at most 200 MB; `None` where the user has none.
    pub fn of_user() -> Option<Self> {
        CacheFolder::of_user("pictures", LIMIT_BYTES).map(Self::new)
    }

    /// One in another folder, with another limit.
    pub fn new(folder: CacheFolder) -> Self {
        Self { folder }
    }

    /// Looks for a picture of at least so many steps.  What begins from a photo is never kept.
    pub fn get(&self, subject: &Subject, recipe: &Recipe, steps: usize) -> Stored {
        let Some((part, name, key)) = address(subject, recipe) else {
            return Stored::Absent;
        };
        let bytes = match self.folder.read(&part, &name) {
            Ok(bytes) => bytes,
            Err(FileError::Missing | FileError::NotHere) => return Stored::Absent,
            Err(_) => return self.damaged(&part, &name),
        };
        match read(&bytes, &key, recipe) {
            Some(kept) if kept.curve.points().len() >= steps => Stored::Found(kept),
            Some(_) => Stored::Absent,
            None => self.damaged(&part, &name),
        }
    }

    fn damaged(&self, part: &str, name: &str) -> Stored {
        self.folder.remove(part, name);
        Stored::Damaged
    }

    /// Keeps a picture, in place of one of fewer steps.
    ///
    /// # Errors
    /// The disk does not take it (full, read-only): one sentence; the picture on screen is as good as before.
    pub fn put(&self, painting: &Painting) -> Result<(), FileError> {
        let Some((part, name, key)) = address(painting.subject(), painting.recipe()) else {
            return Ok(());
        };
        let size = painting.recipe().size as u32;
        let pictures = painting.pictures();
        let mut row = RgbImage::new(size * pictures.len() as u32, size);
        for (index, picture) in (0_i64..).zip(&pictures) {
            replace(&mut row, picture, index * i64::from(size), 0);
        }
        let mut facts = of_painting(painting, &[]);
        facts.push((KEY, key));
        facts.push((CURVE, written(painting.curve())));
        let bytes = encode(&row, &facts).map_err(|error| FileError::Unwritable { cause: error.to_string() })?;
        self.folder.write(&part, &name, &bytes)
    }

    /// Bytes in the store, of all weights.
    pub fn size_bytes(&self) -> u64 {
        self.folder.size_bytes()
    }

    /// Forgets everything.
    pub fn forget(&self) {
        self.folder.clear();
    }
}

/// Folder, file and key of what is asked; `None` for what is not kept.
fn address(subject: &Subject, recipe: &Recipe) -> Option<(String, String, String)> {
    let Recipe { target, sign, start, size, seed, count } = recipe;
    match start {
        Start::Noise => {}
        Start::Photo(_) => return None,
    }
    let sign = match sign {
        Sign::Maximise => "most",
        Sign::Minimise => "least",
    };
    let Subject { preprocessing, weights_sha256, random_weights, model } = subject;
    // The hash of the file does not tell what a person said about it.
    let topology = model.topology();
    let key = format!(
        "{VERSION} {} {sign} {size} {seed} {count} {random_weights} {weights_sha256} {preprocessing:?} {topology:?}",
        target.words(&[])
    );
    let digest = Sha256::digest(key.as_bytes());
    let name: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let part = weights_sha256.chars().filter(char::is_ascii_alphanumeric).take(64).collect();
    Some((part, format!("{name}.png"), format!("sha256:{name}")))
}

/// What a file holds, if it is what the key says.
fn read(bytes: &[u8], key: &str, recipe: &Recipe) -> Option<Kept> {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().ok()?;
    let text = |reader: &png::Reader<Cursor<&[u8]>>, wanted: &str| {
        let texts = reader.info().uncompressed_latin1_text.iter();
        texts.into_iter().find(|text| text.keyword == wanted).map(|text| text.text.clone())
    };
    if text(&reader, KEY)? != key {
        return None;
    }
    let curve = parsed(&text(&reader, CURVE)?)?;
    let (size, count) = (recipe.size as u32, recipe.count.clamp(1, DIVERSE) as u32);
    let info = reader.info();
    if (info.width, info.height) != (size * count, size) {
        return None;
    }
    let mut pixels = vec![0; reader.output_buffer_size()?];
    reader.next_frame(&mut pixels).ok()?;
    // Reads the checksums to the end.
    reader.finish().ok()?;
    let row = RgbImage::from_raw(size * count, size, pixels)?;
    let pictures = (0..count).map(|index| crop_imm(&row, index * size, 0, size, size).to_image());
    Some(Kept { pictures: pictures.collect(), curve })
}

/// A curve as text: its numbers, little-endian, in base 64.
fn written(curve: &Curve) -> String {
    let numbers = curve.points().iter().flat_map(|point| [point.value, point.gradient]);
    STANDARD.encode(numbers.flat_map(f32::to_le_bytes).collect::<Vec<u8>>())
}

fn parsed(text: &str) -> Option<Curve> {
    let bytes = STANDARD.decode(text).ok()?;
    let (pairs, rest) = bytes.as_chunks::<8>();
    let number = |bytes: &[u8]| Some(f32::from_le_bytes(bytes.try_into().ok()?));
    let point = |pair: &[u8; 8]| Some(Point { value: number(&pair[..4])?, gradient: number(&pair[4..])? });
    let points = pairs.iter().map(point).collect::<Option<Vec<Point>>>()?;
    rest.is_empty().then(|| Curve::of(points))
}
