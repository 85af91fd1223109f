//! Many numbers as the bytes they are.  For `#[serde(with = "crate::wire::floats")]` on a `Vec<f32>` or an `Arc<[f32]>`.
//!
//! Both sides run on one machine: the bytes are in its order.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

/// Writes the bytes.
///
/// # Errors
/// The serializer's.
pub fn serialize<S: Serializer>(values: &impl AsRef<[f32]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytemuck::cast_slice(values.as_ref()))
}

/// Reads them.
///
/// # Errors
/// The deserializer's; bytes that are no whole numbers of four.
pub fn deserialize<'de, T: From<Vec<f32>>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    bytes(deserializer, |bytes| {
        bytes.len().is_multiple_of(size_of::<f32>()).then(|| T::from(bytemuck::pod_collect_to_vec(bytes)))
    })
}

/// Reads bytes and makes something of them; `None` where nothing can be made.
pub(crate) fn bytes<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    make: impl FnOnce(&[u8]) -> Option<T>,
) -> Result<T, D::Error> {
    struct Bytes<F>(F);
    impl<T, F: FnOnce(&[u8]) -> Option<T>> Visitor<'_> for Bytes<F> {
        type Value = T;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("bytes")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<T, E> {
            self.0(bytes).ok_or_else(|| E::invalid_length(bytes.len(), &"a multiple of the size of an element"))
        }
    }
    deserializer.deserialize_bytes(Bytes(make))
}
