//! The safetensors format: an 8-byte length, a JSON header, the numbers.
//!
//! The `safetensors` crate checks the layout; lengths are bounded here before it sees them.

use safetensors::{Dtype, SafeTensors};

use super::Format;
use super::WeightsError;
use super::file::{Budget, TensorFile, check_size, damaged};
use super::numbers::Number;
use super::tensor::WeightTensor;

/// Largest header that is read, bytes.
pub const MAX_HEADER_BYTES: usize = 8 << 20;

/// Whether a file begins with a length and an opened brace.
pub(super) fn sniff(bytes: &[u8]) -> bool {
    bytes.get(8) == Some(&b'{')
}

/// Reads all tensors as f32.
///
/// # Errors
/// [`WeightsError`] when the format or a length is wrong.
pub fn read(bytes: &[u8]) -> Result<TensorFile, WeightsError> {
    check_lengths(bytes)?;
    let damaged = |error: safetensors::SafeTensorError| damaged(&error.to_string());
    let (_, header) = SafeTensors::read_metadata(bytes).map_err(damaged)?;
    let metadata = header.metadata().clone().unwrap_or_default();
    let parsed = SafeTensors::deserialize(bytes).map_err(damaged)?;
    let mut budget = Budget::default();
    let mut file = TensorFile { format: Format::Safetensors, metadata, ..TensorFile::default() };
    for (name, view) in parsed.iter() {
        budget.admit(name, view.shape())?;
        // PyTorch counts the batches its batch normalisation has seen; nobody needs the number.
        if name.ends_with(".num_batches_tracked") {
            continue;
        }
        match number(view.dtype()) {
            Some(number) => {
                let tensor = WeightTensor { shape: view.shape().to_vec(), values: number.widen(view.data()) };
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
    check_size(bytes)?;
    let not_weights = |cause: &str| WeightsError::NotWeights { cause: cause.to_owned() };
    let (length, rest) = bytes
        .split_first_chunk::<8>()
        .ok_or_else(|| not_weights("it is shorter than the 8 bytes a safetensors file begins with"))?;
    if rest.first() != Some(&b'{') {
        return Err(not_weights("it does not begin with a safetensors header"));
    }
    let length = u64::from_le_bytes(*length);
    if length > MAX_HEADER_BYTES as u64 || length > rest.len() as u64 {
        return Err(damaged(&format!("its header claims {length} bytes, the file has {}", rest.len())));
    }
    Ok(())
}

/// How the numbers are stored; `None` for integers and other formats.
fn number(dtype: Dtype) -> Option<Number> {
    match dtype {
        Dtype::F16 => Some(Number::F16),
        Dtype::BF16 => Some(Number::Bf16),
        Dtype::F32 => Some(Number::F32),
        Dtype::F64 => Some(Number::F64),
        _ => None,
    }
}
