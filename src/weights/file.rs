//! What every reader gives back, and the limits every reader keeps.

use std::collections::{BTreeMap, HashMap};

use super::Evidence;
use super::Format;
use super::Note;
use super::WeightsError;
use super::tensor::LeftOut;
use super::tensor::WeightTensor;

/// Largest weights file that is read, bytes: ten times a GoogLeNet in f32.
pub const MAX_FILE_BYTES: usize = 512 << 20;
/// Most tensors a file may hold.
pub const MAX_TENSORS: usize = 10_000;
/// Most numbers in all tensors together: as many f32 as fit into the largest file.
pub const MAX_VALUES: usize = MAX_FILE_BYTES / 4;
/// Longest name of a tensor, bytes: names are quoted in sentences.
pub const MAX_NAME_BYTES: usize = 200;
/// Most dimensions of a tensor.
const MAX_DIMENSIONS: usize = 16;
/// Most letters quoted of what a parser says.
const MAX_CAUSE: usize = 120;

/// What a file holds, not yet checked against anything.
#[derive(Clone, Debug, Default)]
pub struct TensorFile {
    /// How it was stored.
    pub format: Format,
    /// Tensors by name, as f32.
    pub tensors: BTreeMap<String, WeightTensor>,
    /// Tensors stored as something that is no floating-point number, and the file's word for it.
    pub unreadable: BTreeMap<String, String>,
    /// Names of the tensors in the order of the file, where it has one of its own.
    pub order: Vec<String>,
    /// What is in the file beside tensors, or instead of them, and was passed over.
    pub left_out: Vec<LeftOut>,
    /// Whether its one output was made into two classes.
    pub one_output: bool,
    /// The file's description of itself; `docs/weights.md` lists the keys.  In a checkpoint a key has the path of the dict it is in
    /// before it, with dots between.
    pub metadata: HashMap<String, String>,
    /// What the file gives away beside names and shapes.
    pub evidence: Evidence,
    /// What the reader had to guess or leave out.
    pub notes: Vec<Note>,
}

/// How much of the limits is used; asked before anything is allocated for a tensor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    tensors: usize,
    values: usize,
    max_values: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self::of_file(MAX_VALUES)
    }
}

impl Budget {
    /// For a format whose tensors may be views of the same numbers: not more numbers than the file has bytes, which leaves
    /// room for each number to be seen twice even in half precision.
    pub fn of_file(bytes: usize) -> Self {
        Self { tensors: 0, values: 0, max_values: bytes.min(MAX_VALUES) }
    }

    /// Counts one more tensor; returns how many numbers it has.
    ///
    /// # Errors
    /// [`WeightsError::Damaged`] when the name, the shape, or all tensors together are larger than makes sense.
    pub fn admit(&mut self, name: &str, shape: &[usize]) -> Result<usize, WeightsError> {
        if name.len() > MAX_NAME_BYTES {
            let cause = format!("the name of a tensor is {} bytes long", name.len());
            return Err(damaged(&cause));
        }
        self.tensors += 1;
        if self.tensors > MAX_TENSORS {
            let cause = format!("more than {MAX_TENSORS} tensors make no sense");
            return Err(damaged(&cause));
        }
        let count = shape.iter().try_fold(1_usize, |count, &side| count.checked_mul(side));
        let total = count.and_then(|count| self.values.checked_add(count));
        match (count, total) {
            (Some(count), Some(total)) if total <= self.max_values && shape.len() <= MAX_DIMENSIONS => {
                self.values = total;
                Ok(count)
            }
            _ => Err(damaged(&format!("{name} claims to be {shape:?} numbers"))),
        }
    }
}

/// A file that is not empty and not larger than the limit.
pub(super) fn check_size(bytes: &[u8]) -> Result<(), WeightsError> {
    if bytes.is_empty() {
        return Err(WeightsError::Empty);
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(WeightsError::TooLarge { megabytes: bytes.len() >> 20, limit: MAX_FILE_BYTES >> 20 });
    }
    Ok(())
}

/// [`WeightsError::Damaged`] with the cause on one short line.
pub(super) fn damaged(cause: &str) -> WeightsError {
    WeightsError::Damaged { cause: shorten(cause, MAX_CAUSE) }
}

/// On one line, at most `letters` and an ellipsis: parsers quote the file, which may hold anything.
pub(super) fn shorten(text: &str, letters: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
