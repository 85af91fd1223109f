//! Bytes as they are.  For `#[serde(with = "crate::wire::bytes")]` on a `Vec<u8>` or an `Arc<[u8]>`.

use serde::de::Deserializer;
use serde::ser::Serializer;

/// Writes them.
///
/// # Errors
/// The serializer's.
pub fn serialize<S: Serializer>(bytes: &impl AsRef<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes.as_ref())
}

/// Reads them.
///
/// # Errors
/// The deserializer's.
pub fn deserialize<'de, T: From<Vec<u8>>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    super::floats::bytes(deserializer, |bytes| Some(bytes.to_vec().into()))
}
