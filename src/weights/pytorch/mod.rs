//! `torch.save`: tensors as a pickle beside raw storages.  Nothing in a pickle is ever executed.
//!
//! | file | its job |
//! |---|---|
//! | `archive` | the zip container since torch 1.6, entries stored as they are |
//! | `legacy` | the stream of pickles before it |
//! | `pickle` | a machine with the few opcodes that build tensors |
//! | `globals` | the few names a pickle may mention, and what calling them means |
//! | `harmless` | classes whose objects are passed over as opaque values |
//! | `value` | what the machine works on |
//! | `tensor` | storages and strided views of them to f32 |
//! | `checkpoint` | every tensor by its path of keys, and what else is there |
//! | `describe` | what a checkpoint says about its weights |
//! | `storages` | raw storages of a file |

mod archive;
mod checkpoint;
mod describe;
mod globals;
mod harmless;
mod legacy;
mod pickle;
mod storages;
mod tensor;
mod value;

use archive::Archive;
use pickle::Input;
use value::Heap;

use super::file::{check_size, damaged};
use super::{TensorFile, WeightsError};
use crate::weights::pytorch::storages::Storages;

/// Whether a file begins as a zip archive or as a pickle of protocol 2 to 5.
pub(super) fn sniff(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || matches!(bytes, [0x80, 2..=5, ..])
}

/// Reads the tensors of a state dict as f32, from either container.
///
/// # Errors
/// [`WeightsError::Forbidden`] for any opcode or class that neither tensors nor harmless objects need, else what is damaged or
/// cannot be used.
pub fn read(bytes: &[u8]) -> Result<TensorFile, WeightsError> {
    check_size(bytes)?;
    if bytes.starts_with(b"PK") { read_archive(bytes) } else { legacy::read(bytes) }
}

fn read_archive(bytes: &[u8]) -> Result<TensorFile, WeightsError> {
    let archive = Archive::open(bytes)?;
    let root = archive.root().ok_or_else(|| WeightsError::NotWeights {
        cause: "it is a zip archive that torch.save did not write".to_owned(),
    })?;
    let entry = |name: &str| archive.entry(&format!("{root}/{name}"));
    if entry("byteorder")?.is_some_and(|order| order != b"little") {
        return Err(big_endian());
    }
    let data = entry("data.pkl")?.ok_or_else(|| damaged("its data.pkl is missing"))?;
    let mut heap = Heap::default();
    let value = pickle::run(&mut Input::new(data), &mut heap)?;
    let mut storages = Storages::new();
    let mut total = 0;
    for key in heap.storages.iter().map(|storage| storage.key) {
        if !storages.contains_key(key)
            && let Some(data) = entry(&format!("data/{key}"))?
        {
            // Entries that overlap would be checked again and again.
            total += data.len();
            if total > bytes.len() {
                return Err(damaged("its storages overlap"));
            }
            storages.insert(key, data);
        }
    }
    checkpoint::read(&heap, value, &storages, bytes.len())
}

/// Nearly no machine is.
fn big_endian() -> WeightsError {
    WeightsError::Unsupported {
        cause: "This PyTorch file was written on a big-endian machine".to_owned(),
        remedy: "save it again on another, with torch.save".to_owned(),
    }
}
