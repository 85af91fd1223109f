//! A scene file: steps of a teacher's own lesson, as JSON.
//!
//! ```json
//! {"version": 1, "steps": [
//!   {"link": "view=module&module=4a&photo=cat", "text": "What do you see?"},
//!   {"link": "view=network", "photo": {"path": "our-dog.jpg", "sha256": "…"}}]}
//! ```

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The version that is read and written.
const VERSION: u64 = 1;
/// The largest file, bytes.
pub const MAX_BYTES: u64 = 8_000_000;
/// The most steps.
const MAX_STEPS: usize = 1000;

/// A lesson of one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SceneFile {
    version: u64,
    /// At least one.
    pub steps: Vec<SceneStep>,
}

/// One step of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SceneStep {
    /// A scene in one line.
    pub link: String,
    /// What is told beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The photo, where it is not a sample.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<ScenePhoto>,
}

/// A photo beside the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenePhoto {
    /// Relative to the file.
    pub path: PathBuf,
    /// Hexadecimal SHA-256 of its bytes; without it any photo there is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// Why a file is no lesson.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum SceneError {
    /// Something else, or damaged.
    #[error("This is no scene file ({cause}); it begins with {{\"version\": 1, \"steps\": […]}}.")]
    Malformed {
        /// The reader's words.
        cause: String,
    },
    /// Written by a later program.
    #[error("This scene file is of version {found}; this program reads version 1: get a newer Inception Lens.")]
    Newer {
        /// Its version.
        found: u64,
    },
    /// Nothing to show.
    #[error("This scene file has no steps; write at least one.")]
    Empty,
    /// More steps than are ever read.
    #[error("This scene file has more than {MAX_STEPS} steps; divide it into several files.")]
    TooMany,
}

impl SceneFile {
    /// The file with these steps.
    pub fn new(steps: Vec<SceneStep>) -> Self {
        Self { version: VERSION, steps }
    }

    /// Whether a file that begins so may be one: a JSON object, which no photo is.
    pub fn may_begin(first: &[u8]) -> bool {
        let inside = first.trim_ascii_start().strip_prefix(b"{");
        inside.is_some_and(|inside| inside.trim_ascii_start().starts_with(b"\""))
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`SceneError`]: a later version is refused whatever it holds.
    pub fn parse(bytes: &[u8]) -> Result<Self, SceneError> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u64,
        }
        let malformed = |error: serde_json::Error| SceneError::Malformed { cause: error.to_string() };
        let Versioned { version } = serde_json::from_slice(bytes).map_err(malformed)?;
        match version {
            VERSION => {}
            0 => return Err(SceneError::Malformed { cause: "version 0".to_owned() }),
            found => return Err(SceneError::Newer { found }),
        }
        let file: Self = serde_json::from_slice(bytes).map_err(malformed)?;
        match file.steps.len() {
            0 => Err(SceneError::Empty),
            count if count > MAX_STEPS => Err(SceneError::TooMany),
            _ => Ok(file),
        }
    }

    /// The bytes of the file.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec_pretty(self)
    }
}
