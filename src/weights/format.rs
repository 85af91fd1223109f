//! Which reader a file is for: by its first bytes, never by its name.

use std::fmt;

use super::file::{TensorFile, check_size};
use super::{FilesBeside, WeightsError, caffe, foreign, onnx, pytorch, safetensors};

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

/// One format: how its files begin, and who reads them.
struct Reader {
    format: Format,
    sniff: fn(&[u8]) -> bool,
    read: fn(&[u8], &FilesBeside) -> Result<TensorFile, WeightsError>,
}

/// The registration list: the first that recognises the bytes reads them.
const READERS: [Reader; 4] = [
    Reader { format: Format::PyTorch, sniff: pytorch::sniff, read: |bytes, _| pytorch::read(bytes) },
    Reader { format: Format::Safetensors, sniff: safetensors::sniff, read: |bytes, _| safetensors::read(bytes) },
    Reader { format: Format::Caffe, sniff: caffe::sniff, read: |bytes, _| caffe::read(bytes) },
    Reader { format: Format::Onnx, sniff: onnx::sniff, read: onnx::read_with },
];

impl Format {
    /// How many of the first bytes [`Self::sniff`] looks at, at most.
    pub const SNIFF_BYTES: usize = 512;

    /// Extensions of all formats, for file dialogs; what counts is the content.
    pub const EXTENSIONS: [&'static str; 7] = ["safetensors", "pth", "pt", "ckpt", "bin", "caffemodel", "onnx"];

    /// The format of a file that begins with these bytes; `None` when it holds no weights.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        reader(bytes).map(|reader| reader.format)
    }

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

fn reader(bytes: &[u8]) -> Option<&'static Reader> {
    let start = &bytes[..bytes.len().min(Format::SNIFF_BYTES)];
    READERS.iter().find(|reader| (reader.sniff)(start))
}

/// Whether a file that begins with these bytes is of those people take for weights of another program.
pub fn is_of_another_program(start: &[u8]) -> bool {
    start.starts_with(b"\x89HDF\r\n\x1a\n")
}

/// Reads all tensors of a file in any of the formats.
///
/// # Errors
/// As [`read_with`].
pub fn read(bytes: &[u8]) -> Result<TensorFile, WeightsError> {
    read_with(bytes, &FilesBeside::default())
}

/// Reads all tensors of a file in any of the formats; `beside` are the files it keeps its numbers in.
///
/// # Errors
/// [`WeightsError`] when no reader knows the file, or a length in it is wrong.
pub fn read_with(bytes: &[u8], beside: &FilesBeside) -> Result<TensorFile, WeightsError> {
    check_size(bytes)?;
    let start = &bytes[..bytes.len().min(Format::SNIFF_BYTES)];
    if let Some(error) = foreign::recognise(start) {
        return Err(error);
    }
    let reader = reader(bytes).ok_or_else(|| foreign::unknown(start))?;
    let file = (reader.read)(bytes, beside)?;
    Ok(TensorFile { format: reader.format, ..file })
}
