//! Which reader a file is for: by its first bytes, never by its name.

use std::fmt;

use super::file::{TensorFile, check_size};
use super::{WeightsError, caffe, onnx, pytorch, safetensors};

/// How a weights file is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
    read: fn(&[u8]) -> Result<TensorFile, WeightsError>,
}

/// The registration list: the first that recognises the bytes reads them.
const READERS: [Reader; 4] = [
    Reader {
        format: Format::PyTorch,
        sniff: pytorch::sniff,
        read: pytorch::read,
    },
    Reader {
        format: Format::Safetensors,
        sniff: safetensors::sniff,
        read: safetensors::read,
    },
    Reader {
        format: Format::Caffe,
        sniff: caffe::sniff,
        read: caffe::read,
    },
    Reader {
        format: Format::Onnx,
        sniff: onnx::sniff,
        read: onnx::read,
    },
];

impl Format {
    /// How many of the first bytes [`Self::sniff`] looks at, at most.
    pub const SNIFF_BYTES: usize = 512;

    /// Extensions of all formats, for file dialogs; what counts is the content.
    pub const EXTENSIONS: [&'static str; 5] = ["safetensors", "pth", "pt", "caffemodel", "onnx"];

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

/// Reads all tensors of a file in any of the formats.
///
/// # Errors
/// [`WeightsError`] when no reader knows the file, or a length in it is wrong.
pub fn read(bytes: &[u8]) -> Result<TensorFile, WeightsError> {
    check_size(bytes)?;
    let reader = reader(bytes).ok_or_else(|| WeightsError::NotWeights {
        cause: "it begins like no known format".to_owned(),
    })?;
    let file = (reader.read)(bytes)?;
    Ok(TensorFile {
        format: reader.format,
        ..file
    })
}
