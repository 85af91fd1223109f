//! Where scenes come from: a file, an address, a line.

use std::path::{Path, PathBuf};

use super::file::{SceneError, SceneFile, SceneStep};

/// Scenes to be shown, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Script {
    /// At least one.
    pub steps: Vec<SceneStep>,
    /// Where photos beside the file are looked for.
    pub folder: PathBuf,
    /// Which step is shown first, from 0; the last for a number that is too large.
    pub first: usize,
}

impl Script {
    /// The one scene of an address or a line.
    pub fn of_link(text: &str) -> Self {
        let step = SceneStep { link: text.to_owned(), ..SceneStep::default() };
        Self { steps: vec![step], ..Self::default() }
    }

    /// The photos that it names, where they are looked for.
    pub fn photos(&self) -> impl Iterator<Item = PathBuf> {
        self.steps.iter().filter_map(|step| Some(self.folder.join(&step.photo.as_ref()?.path)))
    }

    /// The steps of a file that is at that place.
    ///
    /// # Errors
    /// The file is none of ours, or a later version's.
    pub fn of_file(path: &Path, bytes: &[u8]) -> Result<Self, SceneError> {
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        Ok(Self { steps: SceneFile::parse(bytes)?.steps, folder, first: 0 })
    }
}

/// A lesson of a teacher's own, while it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    /// Its steps.
    pub script: Script,
    /// The step that is shown, from 0.
    pub at: usize,
    /// The card is out of the way.
    pub is_hidden: bool,
    /// The card shows only where the lesson is.
    pub is_collapsed: bool,
}

impl Played {
    /// What is told beside the step.
    pub fn text(&self) -> Option<&str> {
        self.script.steps.get(self.at)?.text.as_deref()
    }

    /// Whether it is the last step.
    pub fn is_last(&self) -> bool {
        self.at + 1 >= self.script.steps.len()
    }
}
