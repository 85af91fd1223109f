//! Pixels as the bytes they are.  For `#[serde(with = "crate::wire::picture")]` on an `RgbImage` or an `Arc` of one; [`list`] on a list
//! of the latter, [`optional`] where there may be none.

use std::sync::Arc;

use image::RgbImage;
use serde::de::{Deserializer, Error as _};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

/// A picture as it is written.
#[derive(Serialize)]
struct Written<'a> {
    width: u32,
    height: u32,
    #[serde(with = "super::bytes")]
    bytes: &'a Vec<u8>,
}

/// A picture as it is read.
#[derive(Deserialize)]
struct Pixels {
    width: u32,
    height: u32,
    #[serde(with = "super::bytes")]
    bytes: Vec<u8>,
}

/// What holds a picture.
pub trait Holds: From<RgbImage> {
    /// It.
    fn picture(&self) -> &RgbImage;
}

impl Holds for RgbImage {
    fn picture(&self) -> &RgbImage {
        self
    }
}

impl Holds for Arc<RgbImage> {
    fn picture(&self) -> &RgbImage {
        self
    }
}

/// Writes width, height and bytes.
///
/// # Errors
/// The serializer's.
pub fn serialize<S: Serializer>(held: &impl Holds, serializer: S) -> Result<S::Ok, S::Error> {
    let picture = held.picture();
    Written { width: picture.width(), height: picture.height(), bytes: picture.as_raw() }.serialize(serializer)
}

/// Reads them.
///
/// # Errors
/// The deserializer's; another number of bytes than the size says.
pub fn deserialize<'de, T: Holds, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let pixels = Pixels::deserialize(deserializer)?;
    let picture = RgbImage::from_raw(pixels.width, pixels.height, pixels.bytes);
    picture.map(T::from).ok_or_else(|| D::Error::custom("a picture of another size than it says"))
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Shared(#[serde(with = "super::picture")] Arc<RgbImage>);

/// Several.
pub mod list {
    use super::{Arc, Deserialize, Deserializer, RgbImage, Serializer, Shared};

    /// Writes them.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<S: Serializer>(pictures: &[Arc<RgbImage>], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(pictures.iter().map(|picture| Shared(Arc::clone(picture))))
    }

    /// Reads them.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Arc<RgbImage>>, D::Error> {
        Ok(Vec::<Shared>::deserialize(deserializer)?.into_iter().map(|shared| shared.0).collect())
    }
}

/// Perhaps none.
pub mod optional {
    use super::{Arc, Deserialize, Deserializer, RgbImage, Serialize, Serializer, Shared};

    /// Writes it.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<S: Serializer>(picture: &Option<Arc<RgbImage>>, serializer: S) -> Result<S::Ok, S::Error> {
        picture.as_ref().map(|picture| Shared(Arc::clone(picture))).serialize(serializer)
    }

    /// Reads it.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Arc<RgbImage>>, D::Error> {
        Ok(Option::<Shared>::deserialize(deserializer)?.map(|shared| shared.0))
    }
}
