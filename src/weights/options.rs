//! What a person says about a weights file, in place of what the file seems to be.

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
}

/// A text file of class names, one a line, UTF-8, not yet looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelsFile {
    /// Named by the person: goes before what the weights file says.
    Given(Vec<u8>),
    /// Found beside the weights file (`NAME.labels.txt`): only where that says nothing.
    Beside(Vec<u8>),
}

impl From<Option<Topology>> for LoadOptions {
    fn from(topology: Option<Topology>) -> Self {
        Self {
            topology,
            ..Self::default()
        }
    }
}
