//! What a person says about a weights file, in place of what the file seems to be.

use super::FilesBeside;
use crate::spec::Topology;

/// Said beside the file; by default nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadOptions {
    /// What the weights are.
    pub topology: Option<Topology>,
    /// Whether torchvision's `transform_input` is on whatever the file says.
    pub transform_input: bool,
    /// Class names.
    pub labels: Option<LabelsFile>,
    /// What in the file the network is under: a key of a checkpoint, a module.
    pub key: Option<String>,
    /// Files the weights file keeps its numbers in, as far as they were found.
    pub beside: FilesBeside,
}

/// A file of class names, UTF-8, not yet looked at: one a line, or JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelsFile {
    /// Named by the person: goes before what the weights file says.
    Given(Vec<u8>),
    /// Found beside the weights file (`NAME.labels.txt`): only where that says nothing.
    Beside(Vec<u8>),
    /// Found in the same folder under names that many files have (`labels.txt`, `class_indices.json`): the first that fits,
    /// and only where the weights file says nothing.
    Near(Vec<(String, Vec<u8>)>),
}

impl From<Option<Topology>> for LoadOptions {
    fn from(topology: Option<Topology>) -> Self {
        Self {
            topology,
            ..Self::default()
        }
    }
}
