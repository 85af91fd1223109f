//! `weights fetch`, the real program.

use std::process::Output;

use super::{bytes, files};
use crate::cli::{program, stderr};
use crate::http_server::{Server, head};

/// Runs it with a mirror; checks that it leaves nothing in the folder and ends with exit code 1; gives its sentence.
fn fails(name: &str, url: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().to_str().unwrap();
    let output: Output = program(&["weights", "fetch", name, "--from", url, "--to", to]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert_eq!(files(folder.path()), []);
    let sentence = stderr(&output);
    assert_eq!(sentence.lines().count(), 1, "{sentence}");
    sentence
}

#[test]
fn a_mirror_is_checked_as_the_publisher_is() {
    let server = Server::of(bytes(40, 50_000));
    let sentence = fails("torchvision", &server.url("/googlenet.pth"));
    assert!(
        sentence.starts_with("What 127.0.0.1 sent is not torchvision GoogLeNet (its SHA-256 begins with ")
            && sentence.contains(" instead of 1378be20); it was removed"),
        "{sentence}"
    );
    let sentence = fails("caffe", &server.url("/bvlc_googlenet.caffemodel"));
    assert!(
        sentence.starts_with("127.0.0.1 has a file of 50000 bytes in place of BVLC GoogLeNet, which has 53533754;"),
        "{sentence}"
    );
}

#[test]
fn a_missing_file_and_no_connection_are_one_sentence() {
    let server = Server::start(|_, stream| head(stream, "404 Not Found", &[]));
    let url = server.url("/old.onnx");
    let sentence = fails("onnx", &url);
    assert_eq!(
        sentence.trim_end(),
        format!(
            "127.0.0.1 does not send {url} (HTTP status 404); try again later, or give another address: `inception-lens weights fetch onnx --from URL`."
        )
    );
    drop(server);
    let sentence = fails("onnx", "http://weights.invalid/net.onnx");
    assert!(
        sentence.starts_with("weights.invalid cannot be reached (")
            || sentence.starts_with("weights.invalid does not answer"),
        "{sentence}"
    );
}

#[test]
fn names_that_nobody_publishes_are_a_usage_error() {
    let output = program(&["weights", "fetch", "vgg"]);
    assert_eq!(output.status.code(), Some(2));
    let words = stderr(&output);
    assert!(words.contains("[possible values: caffe, torchvision, onnx]"), "{words}");
}
