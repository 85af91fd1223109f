//! Many values of plain numbers as the bytes they are.  For `#[serde(with = "crate::wire::plain")]` on a `Vec`.
//!
//! Both sides run on one machine: the bytes are in its order.

use bytemuck::{AnyBitPattern, NoUninit, cast_slice, pod_collect_to_vec};
use serde::de::Deserializer;
use serde::ser::Serializer;

/// Writes the bytes.
///
/// # Errors
/// The serializer's.
pub fn serialize<T: NoUninit, S: Serializer>(values: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(cast_slice(values))
}

/// Reads them.
///
/// # Errors
/// The deserializer's; bytes that are no whole number of values.
pub fn deserialize<'de, T: NoUninit + AnyBitPattern, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    super::floats::bytes(deserializer, |bytes| {
        bytes.len().is_multiple_of(size_of::<T>()).then(|| pod_collect_to_vec(bytes))
    })
}
