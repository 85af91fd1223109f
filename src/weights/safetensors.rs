//! The safetensors format: an 8-byte length, a JSON header, the numbers.
//!
//! The `safetensors` crate checks the layout; lengths are bounded here before it sees them.

use std::collections::{BTreeMap, HashMap};

use half::slice::HalfFloatSliceExt;
use safetensors::{Dtype, SafeTensors, tensor::TensorView};

use super::{WeightTensor, WeightsError};

/// Largest weights file that is read, bytes: ten times a GoogLeNet in f32.
pub const MAX_FILE_BYTES: usize = 512 << 20;
/// Largest header that is read, bytes.
pub const MAX_HEADER_BYTES: usize = 8 << 20;
/// Most tensors a file may hold.
pub const MAX_TENSORS: usize = 10_000;
/// Longest name of a tensor, bytes: names are quoted in sentences.
pub const MAX_NAME_BYTES: usize = 200;
/// Most letters quoted of what the parser says.
const MAX_CAUSE: usize = 120;

/// What a file holds, not yet checked against anything.
#[derive(Clone, Debug, Default)]
pub struct TensorFile {
    /// Tensors by name, as f32.
    pub tensors: BTreeMap<String, WeightTensor>,
    /// Tensors stored as something that is no floating-point number, and the file's word for it.
    pub unreadable: BTreeMap<String, String>,
    /// The file's description of itself.
    pub metadata: HashMap<String, String>,
}

/// Reads all tensors as f32.
///
/// # Errors
/// [`WeightsError`] when the format or a length is wrong.
pub fn read(bytes: &[u8]) -> Result<TensorFile, WeightsError> {
    check_lengths(bytes)?;
    let damaged = |error: safetensors::SafeTensorError| WeightsError::Damaged {
        cause: shorten(&error.to_string(), MAX_CAUSE),
    };
    let (_, header) = SafeTensors::read_metadata(bytes).map_err(damaged)?;
    let metadata = header.metadata().clone().unwrap_or_default();
    let parsed = SafeTensors::deserialize(bytes).map_err(damaged)?;
    if parsed.len() > MAX_TENSORS {
        return Err(WeightsError::Damaged {
            cause: format!("{} tensors, at most {MAX_TENSORS} make sense", parsed.len()),
        });
    }
    if let Some(name) = parsed
        .names()
        .into_iter()
        .find(|name| name.len() > MAX_NAME_BYTES)
    {
        return Err(WeightsError::Damaged {
            cause: format!("the name of a tensor is {} bytes long", name.len()),
        });
    }
    let mut file = TensorFile {
        metadata,
        ..TensorFile::default()
    };
    for (name, view) in parsed.iter() {
        // PyTorch counts the batches its batch normalisation has seen; nobody needs the number.
        if name.ends_with(".num_batches_tracked") {
            continue;
        }
        match values(&view) {
            Some(values) => {
                let shape = view.shape().to_vec();
                let tensor = WeightTensor { shape, values };
                file.tensors.insert(name.to_owned(), tensor);
            }
            None => {
                let format = format!("{:?}", view.dtype());
                file.unreadable.insert(name.to_owned(), format);
            }
        }
    }
    Ok(file)
}

/// The size of the file and the length it claims for its header, before anything is allocated.
fn check_lengths(bytes: &[u8]) -> Result<(), WeightsError> {
    if bytes.is_empty() {
        return Err(WeightsError::Empty);
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(WeightsError::TooLarge {
            megabytes: bytes.len() >> 20,
            limit: MAX_FILE_BYTES >> 20,
        });
    }
    let not_safetensors = |cause: &str| WeightsError::NotSafetensors {
        cause: cause.to_owned(),
    };
    let (length, rest) = bytes
        .split_first_chunk::<8>()
        .ok_or_else(|| not_safetensors("it is shorter than the 8 bytes every one begins with"))?;
    if rest.first() != Some(&b'{') {
        return Err(not_safetensors("it does not begin with a header"));
    }
    let length = u64::from_le_bytes(*length);
    if length > MAX_HEADER_BYTES as u64 || length > rest.len() as u64 {
        return Err(WeightsError::Damaged {
            cause: format!(
                "its header claims {length} bytes, the file has {}",
                rest.len()
            ),
        });
    }
    Ok(())
}

/// The numbers as f32; `None` for integers and other formats.
fn values(view: &TensorView<'_>) -> Option<Vec<f32>> {
    let data = view.data();
    match view.dtype() {
        Dtype::F32 => Some(words(data).map(f32::from_le_bytes).collect()),
        Dtype::F64 => Some(
            words(data)
                .map(|word| f64::from_le_bytes(word) as f32)
                .collect(),
        ),
        Dtype::BF16 => Some(
            words(data)
                .map(|word| half::bf16::from_le_bytes(word).to_f32())
                .collect(),
        ),
        Dtype::F16 => {
            let halves: Vec<half::f16> = words(data).map(half::f16::from_le_bytes).collect();
            let mut wide = vec![0.0; halves.len()];
            halves.convert_to_f32_slice(&mut wide);
            Some(wide)
        }
        _ => None,
    }
}

/// On one line, at most `letters` and an ellipsis: parsers quote the file, which may hold anything.
pub(super) fn shorten(text: &str, letters: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The bytes in words of `N`.
fn words<const N: usize>(data: &[u8]) -> impl Iterator<Item = [u8; N]> {
    data.as_chunks::<N>().0.iter().copied()
}
