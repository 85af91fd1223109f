//! Words that live as long as the program.  For `#[serde(with = "crate::wire::word")]` on a `&'static str`; [`pairs`] for a list of
//! keys and values.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use serde::de::Deserializer;
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

/// Such a word.
pub type Word = &'static str;

/// Each word once; there are as many as stand in the sources.
static WORDS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

fn kept(word: String) -> &'static str {
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(word.as_str()) {
        return known;
    }
    let word: &'static str = word.leak();
    words.insert(word);
    word
}

/// Writes it.
///
/// # Errors
/// The serializer's.
pub fn serialize<S: Serializer>(word: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(word)
}

/// Reads it.
///
/// # Errors
/// The deserializer's.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static str, D::Error> {
    String::deserialize(deserializer).map(kept)
}

/// Keys and values.
pub mod pairs {
    use super::{Deserialize, Deserializer, Serialize, Serializer, kept};

    /// Writes them.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<S: Serializer>(pairs: &[(&'static str, String)], serializer: S) -> Result<S::Ok, S::Error> {
        pairs.serialize(serializer)
    }

    /// Reads them.
    ///
    /// # Errors
    /// The deserializer's.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(&'static str, String)>, D::Error> {
        let pairs = Vec::<(String, String)>::deserialize(deserializer)?;
        Ok(pairs.into_iter().map(|(key, value)| (kept(key), value)).collect())
    }
}
