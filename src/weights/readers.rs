//! Which reader a file is for: by its first bytes, never by its name.

use super::beside::is_in_folder;
use super::file::{TensorFile, check_size};
use super::format::Format;
use super::{FilesBeside, WeightsError, caffe, foreign, onnx, pytorch, safetensors};

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

fn reader(bytes: &[u8]) -> Option<&'static Reader> {
    let start = &bytes[..bytes.len().min(Format::SNIFF_BYTES)];
    READERS.iter().find(|reader| (reader.sniff)(start))
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

impl Format {
    /// The format of a file that begins with these bytes; `None` when it holds no weights.
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        reader(bytes).map(|reader| reader.format)
    }
}

impl FilesBeside {
    /// The names of the files to be read from the folder of a weights file that begins or consists of `bytes`.  None leads
    /// out of the folder.
    pub fn wanted(bytes: &[u8]) -> Vec<String> {
        let mut names = match Format::sniff(bytes) {
            Some(Format::Onnx) => onnx::external_files(bytes),
            Some(Format::Safetensors | Format::PyTorch | Format::Caffe) | None => Vec::new(),
        };
        names.retain(|name| is_in_folder(name));
        names.sort_unstable();
        names.dedup();
        names
    }
}
