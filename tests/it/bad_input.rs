//! Bad files on the command line: exit code 1 and one sentence, never a panic, never gigabytes.

use std::path::{Path, PathBuf};

use inception_lens::platform::files::FileError;
use inception_lens::platform::files::read_file;
use inception_lens::spec::Topology;
use tempfile::TempDir;

use crate::cli::{program, stderr};
use crate::synthetic::File;

/// A folder of bad files: path and words that the sentence must have.
struct BadFiles {
    folder: TempDir,
    cases: Vec<(PathBuf, &'static str)>,
}

impl BadFiles {
    /// What is wrong whatever the file should be.
    fn new() -> Self {
        let mut files = Self { folder: tempfile::tempdir().unwrap(), cases: Vec::new() };
        files.add("empty", b"", "This file is empty; choose it again");
        let folder = files.folder.path().to_owned();
        files.cases.push((folder.join("nowhere"), "There is no such file; check its name and folder."));
        files.cases.push((folder.join("empty/inside"), "There is no such file"));
        files.cases.push((folder, "This is a folder, not a file; choose a file inside it."));
        if let Some(path) = files.forbidden() {
            files.cases.push((path, "This file may not be read (no permission)"));
        }
        files
    }

    fn add(&mut self, name: &str, bytes: &[u8], words: &'static str) {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        self.cases.push((path, words));
    }

    /// A file without permissions; `None` where they bind nobody (root, other systems).
    fn forbidden(&self) -> Option<PathBuf> {
        let path = self.folder.path().join("forbidden");
        std::fs::write(&path, "secret").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
        }
        std::fs::File::open(&path).is_err().then_some(path)
    }

    /// Runs the program on each file and looks at what it says.
    fn check(&self, arguments: impl Fn(&Path) -> Vec<String>) {
        for (path, words) in &self.cases {
            let arguments = arguments(path);
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let output = program(&arguments);
            let error = stderr(&output);
            assert_eq!(output.status.code(), Some(1), "{arguments:?}: {error}");
            assert_eq!(error.lines().count(), 1, "{arguments:?}: {error}");
            assert!(error.starts_with(&format!("{}: ", path.display())), "{arguments:?}: {error}");
            assert!(error.contains(words), "{arguments:?}: {error}");
            assert!(output.stdout.is_empty(), "{arguments:?}");
        }
    }
}

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(name)).unwrap()
}

/// The first 33 bytes of a PNG of that size, and a little of nothing: the checksum is never reached.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0]);
    bytes.extend([0; 1000]);
    bytes
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

#[test]
fn bad_photos_get_one_sentence() {
    let mut files = BadFiles::new();
    let (png, jpeg) = (sample("cat.png"), sample("flower.jpg"));
    files.add("notes.png", b"Dear diary, this is text.", "This file is not a picture Inception Lens can read");
    files.add("paper.pdf", b"%PDF-1.4 and so on", "Inception Lens cannot read PDF files");
    files.add("weights.png", &File::default().bytes(), "This file is not a picture");
    files.add("half.png", &png[..png.len() / 2], "This PNG picture stops before its end");
    files.add("half.jpg", &jpeg[..jpeg.len() / 2], "This JPEG picture stops before its end");
    files.add("start.png", &png[..20], "This PNG picture");
    files.add("signature.jpg", &jpeg[..3], "This JPEG picture");
    files.add("huge.png", &png_header(50_000, 50_000), "This picture has 50000 × 50000 pixels, more than");
    files.add("no-pixels.png", &png_header(0, 0), "This PNG picture has no pixels");
    let mut flipped = png.clone();
    flipped[100_000] ^= 0xFF;
    files.add("flipped.png", &flipped, "This PNG picture is damaged");
    files.check(|path| vec!["classify".to_owned(), text(path)]);
    files.check(|path| ["evidence", &text(path), "--out", "never-written"].map(str::to_owned).into());
    files.check(|path| ["activations", &text(path), "--out", "never-written"].map(str::to_owned).into());
}

#[test]
fn bad_weights_get_one_sentence() {
    let mut files = BadFiles::new();
    let good = File::of(Topology::PAPER, 2, [false, false]);
    let bytes = good.bytes();
    files.add("cat.safetensors", &sample("cat.png"), "This is not a weights file Inception Lens reads (");
    files.add("half.safetensors", &bytes[..bytes.len() / 2], "The weights file is damaged (");
    files.add("liar.safetensors", b"\xff\xff\xff\xff\xff\xff\xff\x7f{}", "its header claims 9223372036854775807 bytes");
    files.add("cut.pth", b"\x80\x02\x8a\x0a", "its pickle is cut off");
    files.add(
        "model.pth",
        b"\x80\x02ctorchvision.models.googlenet\nGoogLeNet\n)\x81.",
        "asks for the class torchvision.models.googlenet.GoogLeNet",
    );
    let mut other = File::default();
    other.insert("layer1.0.conv1.weight", &[1], &[0.0]);
    files.add("other.safetensors", &other.bytes(), "These are weights of another network");
    let mut poisoned = good;
    poisoned.insert("fc.bias", &[2], &[f32::NAN, 0.0]);
    files.add("poisoned.safetensors", &poisoned.bytes(), "fc.bias holds numbers that are not finite (1 of them)");
    files.check(|path| ["classify", "assets/samples/cat.png", "--weights", &text(path)].map(str::to_owned).into());
    files.check(|path| ["inspect", "--weights", &text(path)].map(str::to_owned).into());
    files.cases.retain(|(path, _)| !path.ends_with("poisoned.safetensors"));
    files.check(|path| ["weights", "check", &text(path)].map(str::to_owned).into());
}

#[test]
fn names_cannot_break_the_line() {
    let output = program(&["classify", "two\nlines\u{1b}[31m"]);
    assert_eq!(stderr(&output), "two lines [31m: There is no such file; check its name and folder.\n");
}

#[test]
fn results_that_cannot_be_written_get_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("no/such/folder.png");
    for (out, words) in [(inside.as_path(), "no such file or directory"), (folder.path(), "it is a folder")] {
        for subcommand in ["evidence", "activations"] {
            let output = program(&[subcommand, "assets/samples/cat.png", "--out", &text(out)]);
            assert_eq!(output.status.code(), Some(1));
            let expected = format!(
                "{}: This file could not be written ({words}); choose another name or folder.\n",
                out.display()
            );
            assert_eq!(stderr(&output), expected);
        }
    }
}

#[test]
fn files_are_read_up_to_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ten");
    std::fs::write(&path, [7; 10]).unwrap();
    assert_eq!(read_file(&path, 10).unwrap(), [7; 10]);
    assert!(matches!(read_file(&path, 9), Err(FileError::TooLarge { .. })));
    // A device has no length to look at first.
    let endless = Path::new("/dev/zero");
    if endless.exists() {
        let error = read_file(endless, 3_000_000).unwrap_err();
        assert_eq!(error.to_string(), "This file is larger than the 3 MB Inception Lens reads; choose a smaller one.");
    }
}
