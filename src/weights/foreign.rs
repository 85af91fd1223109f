//! Files people take for weights: what they are, by their first bytes, and what to do.

use super::WeightsError;

/// What a file that begins like this is, when it surely is none of ours.
pub(super) fn recognise(start: &[u8]) -> Option<WeightsError> {
    let text = start.trim_ascii_start();
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let begins = |word: &[u8]| {
        let beginning = text.get(..word.len());
        beginning.is_some_and(|found| found.eq_ignore_ascii_case(word))
    };
    let (cause, remedy) = if begins(b"<!doctype html") || begins(b"<html") || begins(b"<head") {
        (
            "This is a web page, not a weights file: the download gave a page in its place",
            "open the link in a browser and save the file that the page offers",
        )
    } else if begins(b"version https://git-lfs.github.com/") {
        (
            "This is a Git LFS pointer, a few lines that stand for the weights file",
            "fetch the file itself with git lfs pull, or download it from the repository's page",
        )
    } else if start.starts_with(b"\x89HDF\r\n\x1a\n") {
        (
            "This is an HDF5 file, as Keras (.h5) and Caffe (.caffemodel.h5) write them, which Inception Lens does not read",
            "save Caffe's weights with snapshot_format: BINARYPROTO, and Keras's as .safetensors or ONNX",
        )
    } else if start.starts_with(b"\x93NUMPY") {
        (
            "This is a NumPy array, not a list of named tensors",
            "save the network's tensors with torch.save(model.state_dict(), …) or as .safetensors",
        )
    } else if start.starts_with(b"\x1f\x8b") || start.starts_with(b"BZh") || begins(b"7z\xbc\xaf") {
        ("This file is compressed", "unpack it and open the weights file inside")
    } else if start.get(4..8) == Some(b"TFL3") {
        (
            "This is a TensorFlow Lite file, which Inception Lens does not read",
            "save the network as ONNX or .safetensors",
        )
    } else if start.get(257..262) == Some(b"ustar") {
        ("This is a tar archive", "unpack it and open the weights file inside")
    } else if begins(b"name:") || begins(b"layer {") || begins(b"input:") {
        (
            "This is a Caffe prototxt, which describes a network and holds no weights",
            "choose the .caffemodel file that belongs to it",
        )
    } else {
        return None;
    };
    Some(WeightsError::Unsupported { cause: cause.to_owned(), remedy: remedy.to_owned() })
}

/// What is known about a file that no reader knows.
pub(super) fn unknown(start: &[u8]) -> WeightsError {
    let word = match start {
        [b'%', b'P', b'D', b'F', ..] => "it is a PDF file",
        [0x89, b'P', b'N', b'G', ..] => "it is a PNG picture",
        [0xff, 0xd8, 0xff, ..] => "it is a JPEG picture",
        _ if std::str::from_utf8(start).is_ok_and(is_written) => "it is a text file",
        _ => "it begins like no known format",
    };
    WeightsError::NotWeights { cause: word.to_owned() }
}

/// Whether it has letters and no control characters.
fn is_written(text: &str) -> bool {
    !text.is_empty() && !text.chars().any(|c| c.is_control() && !c.is_whitespace())
}
