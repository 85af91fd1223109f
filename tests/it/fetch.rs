//! Downloads from a real server on this computer: whatever it does, the folder holds the whole, checked file or none.

mod command;
mod interrupted;
mod refused;

use std::path::Path;
use std::time::Duration;

use inception_lens::fetch::{Cancel, Fetch, FetchError, Fetched, Progress, Timeouts};
use inception_lens::weights::Format;
use inception_lens::weights::public::{PUBLIC, PublicFile, Size};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::http_server::{Server, promise};
use crate::synthetic::noise;

/// Bytes that repeat nowhere.
pub fn bytes(seed: u64, count: u64) -> Vec<u8> {
    (0..count).map(|index| (noise(seed, index) * 128.0) as i8 as u8).collect()
}

pub fn sha256(bytes: &[u8]) -> &'static str {
    let digits = Sha256::digest(bytes);
    let text: String = digits.iter().map(|byte| format!("{byte:02x}")).collect();
    text.leak()
}

/// A description of these bytes as if they were published at that address.
pub fn published(bytes: &[u8], url: &str) -> PublicFile {
    PublicFile {
        key: "test",
        title: "the test file",
        format: Format::Safetensors,
        url: url.to_owned().leak(),
        mirrors: &[],
        file_name: "net.bin",
        size: Size::Exactly(bytes.len() as u64),
        sha256: sha256(bytes),
        preprocessing: inception_lens::spec::Preprocessing::CAFFE,
        license: "public domain",
    }
}

/// A folder and what is fetched into it.
pub struct Stage {
    pub folder: TempDir,
    pub file: PublicFile,
    pub patience: Timeouts,
    pub cancel: Cancel,
    pub seen: Vec<Progress>,
}

impl Stage {
    pub fn new(file: PublicFile) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            file,
            patience: Timeouts::default(),
            cancel: Cancel::new(),
            seen: Vec::new(),
        }
    }

    /// The description of these bytes, to be had from the server under `/net.bin`.
    pub fn with(server: &Server, bytes: &[u8]) -> Self {
        Self::new(published(bytes, &server.url("/net.bin")))
    }

    pub fn impatient(mut self) -> Self {
        self.patience.silence = Duration::from_millis(100);
        self
    }

    pub fn run(&mut self) -> Result<Fetched, FetchError> {
        self.run_watched(|_| {})
    }

    pub fn run_watched(&mut self, watch: impl Fn(Progress)) -> Result<Fetched, FetchError> {
        let fetch = Fetch {
            file: &self.file,
            from: None,
            folder: self.folder.path(),
            patience: self.patience,
            cancel: self.cancel.clone(),
        };
        fetch.run(&mut |progress| {
            self.seen.push(progress);
            watch(progress);
        })
    }

    /// The sentence of a run that must fail.
    pub fn sentence(&mut self) -> String {
        self.run().unwrap_err().to_string()
    }

    pub fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.folder.path().join(name), bytes).unwrap();
    }

    /// Asserts that the folder holds exactly these files.
    pub fn holds(&self, expected: &[(&str, &[u8])]) {
        let found = files(self.folder.path());
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        let wanted: Vec<&str> = expected.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, wanted);
        for ((name, found), (_, wanted)) in found.iter().zip(expected) {
            assert!(found == wanted, "{name} holds other bytes");
        }
    }
}

pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    let mut found: Vec<_> = entries
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read(entry.path()).unwrap())
        })
        .collect();
    found.sort();
    found
}

#[test]
fn a_good_file_arrives_and_is_not_fetched_twice() {
    let bytes = bytes(1, 200_000);
    let server = Server::of(bytes.clone());
    let mut stage = Stage::with(&server, &bytes);
    let target = stage.folder.path().join("net.bin");
    assert_eq!(stage.run(), Ok(Fetched::Downloaded(target.clone())));
    stage.holds(&[("net.bin", &bytes)]);
    let last = stage.seen.last().unwrap();
    assert_eq!((last.done_bytes, last.total_bytes), (200_000, 200_000));
    let done: Vec<u64> = stage.seen.iter().map(|seen| seen.done_bytes).collect();
    assert!(done.is_sorted() && done.len() > 2, "{done:?}");

    assert_eq!(stage.run(), Ok(Fetched::AlreadyThere(target)));
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_damaged_file_under_the_final_name_is_replaced() {
    let bytes = bytes(2, 50_000);
    let server = Server::of(bytes.clone());
    let mut stage = Stage::with(&server, &bytes);
    let mut damaged = bytes.clone();
    damaged[49_999] ^= 1;
    for old in [&damaged, &damaged[..100]] {
        stage.put("net.bin", old);
        assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
        stage.holds(&[("net.bin", &bytes)]);
    }
}

#[test]
fn progress_is_seen_while_a_slow_server_sends() {
    let bytes = bytes(3, 100_000);
    let sent = bytes.clone();
    let (seen, wait) = std::sync::mpsc::channel::<()>();
    let wait = std::sync::Mutex::new(wait);
    let server = Server::start(move |_, stream| {
        promise(stream, sent.len());
        std::io::Write::write_all(stream, &sent[..40_000]).unwrap();
        // The second part is sent when the first has been seen, and not before.
        wait.lock().unwrap().recv().unwrap();
        std::io::Write::write_all(stream, &sent[40_000..]).unwrap();
    });
    let mut stage = Stage::with(&server, &bytes);
    let fetched = stage.run_watched(|progress| {
        if progress.done_bytes == 40_000 {
            seen.send(()).unwrap();
        }
    });
    assert!(matches!(fetched, Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
}

#[test]
fn a_redirect_is_followed_with_the_range() {
    let bytes = bytes(4, 60_000);
    let sent = bytes.clone();
    let server = Server::start(move |request, stream| match &*request.path {
        "/net.bin" => {
            let to = ("Location", "/moved/net.bin".to_owned());
            crate::http_server::head(stream, "302 Found", &[to]);
        }
        _ => match request.start {
            Some(start) => crate::http_server::rest(stream, &sent, start),
            None => crate::http_server::whole(stream, &sent),
        },
    });
    let mut stage = Stage::with(&server, &bytes);
    stage.put("net.bin.part", &bytes[..1000]);
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
    let paths: Vec<String> = server.requests().into_iter().map(|r| r.path).collect();
    assert_eq!(paths, ["/net.bin", "/moved/net.bin"]);
    assert_eq!(server.starts(), [Some(1000), Some(1000)]);
}

#[test]
fn a_prefix_of_the_hash_and_a_bound_on_the_size_are_enough() {
    let bytes = bytes(5, 30_000);
    let server = Server::of(bytes.clone());
    let mut stage = Stage::with(&server, &bytes);
    stage.file.sha256 = &stage.file.sha256[..8];
    stage.file.size = Size::About { bytes: 29_000, at_most: 31_000 };
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
}

#[test]
fn a_mirror_serves_what_the_address_no_longer_has() {
    let bytes = bytes(6, 30_000);
    let sent = bytes.clone();
    let server = Server::start(move |request, stream| match &*request.path {
        "/mirror" => crate::http_server::whole(stream, &sent),
        _ => crate::http_server::head(stream, "410 Gone", &[]),
    });
    let mut stage = Stage::with(&server, &bytes);
    let mirror: &'static str = server.url("/mirror").leak();
    stage.file.mirrors = vec![server.url("/neither").leak() as &str, mirror].leak();
    assert!(matches!(stage.run(), Ok(Fetched::Downloaded(_))));
    stage.holds(&[("net.bin", &bytes)]);
    // Where none has it, the sentence is about the first.
    std::fs::remove_file(stage.folder.path().join("net.bin")).unwrap();
    stage.file.mirrors = &stage.file.mirrors[..1];
    let sentence = stage.sentence();
    assert!(sentence.contains("/net.bin (HTTP status 410)"), "{sentence}");
    stage.holds(&[]);
}

/// <https://github.com/BVLC/caffe/tree/master/models/bvlc_googlenet>, <https://pytorch.org/vision/stable/models/googlenet.html>
/// and the ONNX model zoo: the figures of their pages.
#[test]
fn the_public_files_are_described_as_their_publishers_do() {
    let keys: Vec<&str> = PUBLIC.iter().map(|file| file.key).collect();
    assert_eq!(keys, ["caffe", "torchvision", "onnx"]);
    let [caffe, torchvision, onnx] = PUBLIC;
    assert_eq!(caffe.size, Size::Exactly(53_533_754));
    assert_eq!(onnx.size, Size::Exactly(28_021_836));
    assert!(torchvision.file_name.contains(torchvision.sha256));
    for file in PUBLIC {
        assert!(file.url.ends_with(file.file_name), "{}", file.url);
        assert!(matches!(file.sha256.len(), 8 | 64));
        assert!(file.sha256.bytes().all(|digit| digit.is_ascii_hexdigit()));
        assert!(file.size.limit() >= file.size.bytes());
    }
}
