//! Files people take for weights.

use inception_lens::weights::{Weights, format};

#[test]
fn what_is_no_weights_file_is_named_with_a_remedy() {
    for (bytes, sentence) in [
        (
            &b"<!DOCTYPE html>\n<html lang=\"en\"><head><title>Google Drive"[..],
            "This is a web page, not a weights file: the download gave a page in its place; open the link in a browser and \
             save the file that the page offers.",
        ),
        (
            b"\n  <HTML><body>404",
            "This is a web page, not a weights file: the download gave a page in its place; open the link in a browser and \
             save the file that the page offers.",
        ),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 53533754\n",
            "This is a Git LFS pointer, a few lines that stand for the weights file; fetch the file itself with git lfs \
             pull, or download it from the repository's page.",
        ),
        (
            b"\x89HDF\r\n\x1a\n\0\0\0\0\0\x08\x08\0",
            "This is an HDF5 file, as Keras (.h5) and Caffe (.caffemodel.h5) write them, which Inception Lens does not \
             read; save Caffe's weights with snapshot_format: BINARYPROTO, and Keras's as .safetensors or ONNX.",
        ),
        (
            b"name: \"GoogleNet\"\nlayer {\n  name: \"data\"",
            "This is a Caffe prototxt, which describes a network and holds no weights; choose the .caffemodel file that \
             belongs to it.",
        ),
        (b"\x1f\x8b\x08\0\0\0\0\0", "This file is compressed; unpack it and open the weights file inside."),
        (
            b"weights of the third run, see the notes",
            "This is not a weights file Inception Lens reads (it is a text file); choose a .safetensors, .pth, .caffemodel \
             or .onnx file with GoogLeNet weights.",
        ),
    ] {
        let error = Weights::load(bytes, "foreign", None).unwrap_err();
        assert_eq!(error.to_string(), sentence);
    }
}

/// Whatever it is called, such a file is no photo: the window says what it is.
#[test]
fn an_hdf5_file_is_taken_for_weights() {
    assert!(format::is_of_another_program(b"\x89HDF\r\n\x1a\n\0"));
    assert!(!format::is_of_another_program(b"\x89PNG\r\n\x1a\n\0"));
}
