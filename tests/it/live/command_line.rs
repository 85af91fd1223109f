//! `--live` in the words of the command line, with pictures of single frames; and the memory of many frames.

use std::path::Path;
use std::process::{Command, Stdio};

use super::{fixture, gif, jpeg, plain};

fn program(live: &str, frames: u64, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_inception-lens"));
    command.args(["--live", live, "--frames", &frames.to_string(), "--scale", "0.5", "--screenshot"]).arg(out);
    command.env("INCEPTION_LENS_CLOCK", "fixed").env("XDG_CACHE_HOME", out.parent().unwrap());
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn picture(command: &mut Command, input: &[u8], out: &Path) -> (image::RgbImage, String) {
    let mut child = command.spawn().unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), input).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    (image::open(out).unwrap().into_rgb8(), said)
}

#[test]
fn a_picture_shows_the_frame_that_was_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let out = |name: &str| folder.path().join(name);
    let moving = fixture("moving.gif").display().to_string();
    let draw = |frames, name: &str| picture(&mut program(&moving, frames, &out(name)), b"", &out(name));
    let (first, said) = draw(1, "1.png");
    let (third, _) = draw(3, "3.png");
    let (again, _) = draw(5, "5.png");
    assert!(said.is_empty(), "{said}");
    assert_ne!(first, third);
    // The fifth of four is the first once more; its trail is longer.
    let photo = |picture: &image::RgbImage| image::imageops::crop_imm(picture, 46, 70, 100, 80).to_image();
    assert_eq!(photo(&first), photo(&again));
    assert_ne!(photo(&first), photo(&third));
}

#[test]
fn pictures_on_the_standard_input_are_frames_and_an_early_end_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("input.png");
    let input: Vec<u8> = [40, 140, 240].iter().flat_map(|&red| jpeg(&plain(red))).collect();
    let (_, said) = picture(&mut program("-", 3, &out), &input, &out);
    assert!(said.is_empty(), "{said}");
    let (_, said) = picture(&mut program("-", 7, &out), &input, &out);
    assert!(said.contains("Frame 3 is the last one"), "{said}");
}

#[test]
fn what_cannot_be_played_is_said_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("none.png");
    let fails = |live: &str| {
        let output = program(live, 1, &out).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{live}");
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(fails("nowhere.gif").contains("nowhere.gif"));
    assert!(fails("http://me:secret@192.168.0.5/").contains("password"));
    assert!(!fails("http://me:secret@192.168.0.5/").contains("secret"));
    assert!(fails("http://example.com/video").contains("example.com"));
    assert!(fails(&fixture("still.gif").display().to_string()).contains("does not move"));
    assert!(!out.exists());
}

/// Peak memory of a program in bytes, as Linux counts it.
#[cfg(target_os = "linux")]
fn peak_bytes(mut command: Command) -> u64 {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let found = std::fs::read_to_string(&status).unwrap_or_default();
        let line = found.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        if let Some(kilobytes) = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()) {
            peak = peak.max(1024 * kilobytes);
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert!(child.wait().unwrap().success());
    peak
}

#[test]
#[cfg(target_os = "linux")]
fn four_hundred_frames_take_no_more_memory_than_fifty() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ten.gif");
    std::fs::write(&path, gif((0..10).map(|number| plain(20 * number)))).unwrap();
    let live = path.display().to_string();
    let [few, many] = [50, 400].map(|frames| peak_bytes(program(&live, frames, &folder.path().join("out.png"))));
    // A report alone is 25 MB.
    assert!(many < few + 60_000_000, "{few} bytes for 50 frames, {many} for 400");
}
