//! Files that a weights file keeps its numbers in (ONNX calls it external data): named here, read by who knows the folder.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use super::onnx;

/// Contents by the names a weights file gives them; each is a file in its own folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct FilesBeside {
    files: BTreeMap<String, Vec<u8>>,
}

impl FilesBeside {
    /// The names of the files to be read from the folder of a weights file that begins or consists of `bytes`.  None leads
    /// out of the folder.
    pub fn wanted(bytes: &[u8]) -> Vec<String> {
        let mut names = match super::Format::sniff(bytes) {
            Some(super::Format::Onnx) => onnx::external_files(bytes),
            Some(super::Format::Safetensors | super::Format::PyTorch | super::Format::Caffe) | None => Vec::new(),
        };
        names.retain(|name| is_in_folder(name));
        names.sort_unstable();
        names.dedup();
        names
    }

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
