//! Which reader a file is for: by its first bytes, never by its name.

use std::fmt;

/// How a weights file is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Format {
    /// `.safetensors`.
    #[default]
    Safetensors,
    /// `torch.save`: `.pth`, `.pt`.
    PyTorch,
    /// `.caffemodel`.
    Caffe,
    /// `.onnx`.
    Onnx,
}

impl Format {
    /// How many of the first bytes [`Self::sniff`] looks at, at most.
    pub const SNIFF_BYTES: usize = 512;

    /// Extensions of all formats, for file dialogs; what counts is the content.
    pub const EXTENSIONS: [&'static str; 7] = ["safetensors", "pth", "pt", "ckpt", "bin", "caffemodel", "onnx"];

    /// What people call it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Safetensors => "safetensors",
            Self::PyTorch => "PyTorch",
            Self::Caffe => "Caffe",
            Self::Onnx => "ONNX",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.word())
    }
}

/// Whether a file that begins with these bytes is of those people take for weights of another program.
pub fn is_of_another_program(start: &[u8]) -> bool {
    start.starts_with(b"\x89HDF\r\n\x1a\n")
}
