//! The real window looks like the picture of `--screenshot`.
//!
//! Runs in `.ci/window`, which starts a virtual display whose pixels are in a file (`Xvfb -fbdir`): no tool to capture a
//! window is needed.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use image::{Rgb, RgbImage};

const WIDTH: u32 = 1440;
const HEIGHT: u32 = 900;

/// Start, first run of the network and drawing, with software OpenGL on a slow machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Two rasterisers differ at the edges of shapes and glyphs, and timings on screen differ from run to run.
const TOLERANCE: Difference = Difference { mean: 0.5, outliers: 0.005 };

/// How far two pictures are apart.
#[derive(Clone, Copy, Debug)]
struct Difference {
    /// Mean absolute difference of all channels, 0 to 255.
    mean: f64,
    /// Share of the pixels with a channel off by more than 48, 0 to 1.
    outliers: f64,
}

impl Difference {
    fn between(left: &RgbImage, right: &RgbImage) -> Self {
        assert_eq!(left.dimensions(), right.dimensions());
        let (mut sum, mut outliers) = (0_u64, 0_u64);
        for (left, right) in left.pixels().zip(right.pixels()) {
            let channels = apart(left, right);
            sum += channels.iter().map(|channel| u64::from(*channel)).sum::<u64>();
            outliers += u64::from(channels.iter().any(|channel| *channel > 48));
        }
        let pixels = f64::from(left.width()) * f64::from(left.height());
        Self { mean: sum as f64 / (3.0 * pixels), outliers: outliers as f64 / pixels }
    }

    fn is_within(self, limit: Self) -> bool {
        self.mean <= limit.mean && self.outliers <= limit.outliers
    }
}

fn apart(left: &Rgb<u8>, right: &Rgb<u8>) -> [u8; 3] {
    std::array::from_fn(|channel| left[channel].abs_diff(right[channel]))
}

/// A process that is killed when the test is over, however it ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Fails only if it has ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The program with a photo, and with a home of its own so that no saved settings play a part.
fn lens(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_inception-lens"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["assets/samples/cat.png", "--theme", "dark", "--lang", "en"])
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .env("XDG_DATA_HOME", home)
        .env("XDG_CACHE_HOME", home);
    command
}

fn snapshot(home: &Path, picture: &Path) -> RgbImage {
    let status =
        lens(home).arg("--screenshot").arg(picture).args(["--size", &format!("{WIDTH}x{HEIGHT}")]).status().unwrap();
    assert!(status.success(), "--screenshot failed: {status}");
    let snapshot = image::open(picture).expect("--screenshot wrote no picture").to_rgb8();
    assert_eq!(snapshot.dimensions(), (WIDTH, HEIGHT), "--size is not kept");
    snapshot
}

/// The top left corner of the screen, where a window without a window manager opens, out of an XWD file.
fn screen(framebuffer: &Path) -> RgbImage {
    let bytes = std::fs::read(framebuffer).expect("no framebuffer file: is Xvfb running?");
    let word = |index: usize| {
        let bytes = bytes[4 * index..][..4].try_into().unwrap();
        u32::from_be_bytes(bytes) as usize
    };
    let (header_bytes, colours, bits_per_pixel) = (word(0), word(19), word(11));
    let (width, height, bytes_per_line) = (word(4), word(5), word(12));
    assert_eq!(bits_per_pixel, 32, "start Xvfb with a depth of 24");
    assert!(width >= WIDTH as usize && height >= HEIGHT as usize);
    let little_endian = word(7) == 0;
    let pixels = &bytes[header_bytes + 12 * colours..];
    RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let at = y as usize * bytes_per_line + 4 * x as usize;
        let pixel = &pixels[at..at + 4];
        match little_endian {
            true => Rgb([pixel[2], pixel[1], pixel[0]]),
            false => Rgb([pixel[1], pixel[2], pixel[3]]),
        }
    })
}

/// Waits until the screen shows `expected`; the last screen and how far it is off.
fn wait_for(window: &mut Running, framebuffer: &Path, expected: &RgbImage) -> (RgbImage, Difference) {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let shown = screen(framebuffer);
        let difference = Difference::between(&shown, expected);
        if difference.is_within(TOLERANCE) || Instant::now() > deadline {
            return (shown, difference);
        }
        if let Some(status) = window.0.try_wait().unwrap() {
            panic!("the window closed by itself: {status}");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
#[ignore = "needs a display: .ci/window runs it"]
fn the_window_looks_like_its_screenshot() {
    let framebuffer = std::env::var_os("INCEPTION_LENS_FRAMEBUFFER")
        .map(PathBuf::from)
        .expect("INCEPTION_LENS_FRAMEBUFFER names no file: run .ci/window");
    let home = tempfile::tempdir().unwrap();
    let expected = snapshot(home.path(), &framebuffer.with_file_name("snapshot.png"));
    let empty = Difference::between(&screen(&framebuffer), &expected);
    assert!(!empty.is_within(TOLERANCE), "an empty screen would pass: {empty:?}");

    let mut window = Running(lens(home.path()).spawn().unwrap());
    let start = Instant::now();
    let (shown, difference) = wait_for(&mut window, &framebuffer, &expected);
    println!("shown {} ms after the start of the process", start.elapsed().as_millis());
    drop(window);

    let contrast = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| Rgb(apart(shown.get_pixel(x, y), expected.get_pixel(x, y))));
    for (name, picture) in [("window.png", &shown), ("difference.png", &contrast)] {
        let path = framebuffer.with_file_name(name);
        picture.save(&path).unwrap();
    }
    println!("window and snapshot: {difference:?}, tolerance {TOLERANCE:?}");
    assert!(
        difference.is_within(TOLERANCE),
        "the window does not look like its snapshot, see {}",
        framebuffer.with_file_name("difference.png").display()
    );
}
