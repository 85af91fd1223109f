//! Numbers in a file beside the model (`docs/ExternalData.md` of ONNX): `torch.onnx.export` writes F and F.data.

use super::super::beside::is_in_folder;
use super::super::file::{damaged, shorten};
use super::super::messages::TensorHead;
use super::{FilesBeside, WeightsError};

/// `TensorProto.DataLocation.EXTERNAL`.
const EXTERNAL: i32 = 1;
/// Most letters quoted of a file's name.
const MAX_NAME: usize = 100;

/// The file that holds a tensor's numbers; `None` when the model itself does.
pub(super) fn location(head: &TensorHead) -> Option<&str> {
    let name = entry(head, "location").unwrap_or_default();
    (head.data_location == EXTERNAL).then(|| name.strip_prefix("./").unwrap_or(name))
}

fn entry<'a>(head: &'a TensorHead, key: &str) -> Option<&'a str> {
    let mut entries = head.external_data.iter();
    let entry = entries.find(|entry| entry.key == key)?;
    Some(&entry.value)
}

/// The `length` bytes of a tensor in its file.
///
/// # Errors
/// [`WeightsError::Unsupported`] when the file is not there or elsewhere, [`WeightsError::Damaged`] when it is too short or
/// the model says another length.
pub(super) fn bytes<'b>(head: &TensorHead, length: usize, beside: &'b FilesBeside) -> Result<&'b [u8], WeightsError> {
    let name = location(head).unwrap_or_default();
    let file = beside.get(name).ok_or_else(|| not_there(name))?;
    let number = |key: &str, default: usize| match entry(head, key) {
        None => Some(default),
        Some(text) => text.parse().ok(),
    };
    let wrong = |cause: &str| {
        let (tensor, name) = (&head.name, shorten(name, MAX_NAME));
        damaged(&format!("{tensor} in {name} {cause}"))
    };
    let offset = number("offset", 0).ok_or_else(|| wrong("begins nowhere"))?;
    if number("length", length) != Some(length) {
        return Err(wrong("is not as long as its shape says"));
    }
    let rest = file.get(offset..).and_then(|rest| rest.get(..length));
    rest.ok_or_else(|| wrong("reaches beyond the end of that file"))
}

fn not_there(name: &str) -> WeightsError {
    let cause = match is_in_folder(name) {
        true => {
            format!("This ONNX file keeps its numbers in {}, which is not in the same folder", shorten(name, MAX_NAME))
        }
        false => format!(
            "This ONNX file keeps its numbers outside its own folder, in {:?}, where nothing is read",
            shorten(name, MAX_NAME)
        ),
    };
    WeightsError::Unsupported {
        cause,
        remedy:
            "put both files into one folder, or save it as one file, with torch.onnx.export(…, external_data=False) or \
                 onnx.save(onnx.load(file), new_file)"
                .to_owned(),
    }
}
