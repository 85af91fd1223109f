//! What the lesson on paper is about, and what makes it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::album::Place;
use crate::engine::{LoadedNetwork, Origin, UserError};
use crate::imaging::Fit;
use crate::locale::text::Language;
use crate::state::{Pace, Paper};

/// What the lesson is about.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct LessonInput {
    /// The network.
    #[serde(with = "crate::wire::once")]
    pub network: Arc<LoadedNetwork>,
    /// The photo's name.
    pub name: String,
    /// The photo, without edits.
    pub origin: Origin,
    /// The language of everything.
    pub language: Language,
    /// How the photo becomes square.
    pub fit: Fit,
    /// The album that is asked what channels look for.
    pub album: Place,
    /// Where its results are kept; `None`: in memory alone.
    pub album_cache: Option<PathBuf>,
    /// How many steps pictures and dreams take.
    pub pace: Pace,
}

/// Makes a page: the input, which of the papers, who hears of steps done and steps in all, whether it was cancelled.
pub type MakePaper =
    fn(&LessonInput, Paper, &mut dyn FnMut(usize, usize), &dyn Fn() -> bool) -> Result<Option<String>, UserError>;
