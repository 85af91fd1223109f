//! Files that a weights file keeps its numbers in (ONNX calls it external data): named here, read by who knows the folder.

use std::collections::BTreeMap;
use std::path::{Component, Path};

/// Contents by the names a weights file gives them; each is a file in its own folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FilesBeside {
    files: BTreeMap<String, Vec<u8>>,
}

impl FilesBeside {
    /// Adds a file that was found.
    pub fn insert(&mut self, name: String, content: Vec<u8>) {
        self.files.insert(name, content);
    }

    /// The file of that name, if it was found.
    pub(super) fn get(&self, name: &str) -> Option<&[u8]> {
        self.files.get(name).map(Vec::as_slice)
    }

    /// The contents, by name.
    pub(super) fn contents(&self) -> impl Iterator<Item = &[u8]> {
        self.files.values().map(Vec::as_slice)
    }
}

/// Whether a name is that of a file in the same folder on any system: no folder, no drive, no way up.
pub(super) fn is_in_folder(name: &str) -> bool {
    let mut components = Path::new(name).components();
    let is_plain = matches!((components.next(), components.next()), (Some(Component::Normal(_)), None));
    is_plain && !name.contains(['/', '\\', ':', '\0'])
}
