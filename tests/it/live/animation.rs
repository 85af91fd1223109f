//! Animated GIF, PNG and WebP: frames and delays are those of Pillow (`tests/fixtures/live/make_live.py`).

use std::sync::Arc;
use std::time::Duration;

use inception_lens::imaging::ImagingError;
use inception_lens::imaging::animation::{Animation, may_move};
use inception_lens::live::{LONGEST_SIDE, LiveError, Phase, Player, animation};

use super::{end, fixture, gif, next, plain, play, red};

#[derive(serde::Deserialize)]
struct Seen {
    mean: [f64; 3],
}

#[derive(serde::Deserialize)]
struct Pillows {
    delays_ms: Vec<u64>,
    frames: std::collections::HashMap<String, Vec<Seen>>,
}

#[test]
fn frames_and_delays_are_pillows() {
    let pillows: Pillows = serde_json::from_slice(&std::fs::read(fixture("frames.json")).unwrap()).unwrap();
    for (name, seen) in &pillows.frames {
        let bytes: Arc<[u8]> = std::fs::read(fixture(name)).unwrap().into();
        let frames: Vec<_> = Animation::new(bytes).unwrap().collect::<Result<_, _>>().unwrap();
        assert_eq!(frames.len(), seen.len(), "{name}");
        for ((frame, seen), delay) in frames.iter().zip(seen).zip(&pillows.delays_ms) {
            // As browsers do.
            let shown = if *delay <= 10 { 100 } else { *delay };
            assert_eq!(frame.shown_for, Duration::from_millis(shown), "{name}");
            for (channel, mean) in seen.mean.iter().enumerate() {
                let sum: u64 = frame.pixels.pixels().map(|pixel| u64::from(pixel.0[channel])).sum();
                let found = sum as f64 / (frame.pixels.width() * frame.pixels.height()) as f64;
                // The decoder of WebP lays frames over each other in whole numbers.
                let may_differ = if name.ends_with("webp") { 1.01 } else { 0.01 };
                assert!((found - mean).abs() < may_differ, "{name}: {found} {mean}");
            }
        }
    }
    assert_eq!(pillows.frames.len(), 3);
}

#[test]
fn what_moves_is_known_by_its_first_bytes() {
    let read = |name: &str| std::fs::read(fixture(name)).unwrap();
    for name in ["moving.gif", "moving.png", "moving.webp"] {
        assert!(may_move(&read(name)), "{name}");
    }
    // So little of it does not tell: it may.
    assert!(may_move(&read("moving.gif")[..100]));
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let still = ["tests/fixtures/imaging/lossy.webp", "tests/fixtures/imaging/smooth.png", "assets/samples/cat.png"];
    assert!(!may_move(&read("still.gif")));
    for name in still {
        assert!(!may_move(&std::fs::read(root.join(name)).unwrap()), "{name}");
    }
}

#[test]
fn an_animation_begins_again_and_counts_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("three.gif");
    std::fs::write(&path, gif([10, 100, 200].map(plain))).unwrap();
    let mut player = Player::here(animation(path));
    let seen: Vec<(u64, u8)> =
        (0..7).map(|_| player.next_frame().unwrap()).map(|frame| (frame.number, red(&frame))).collect();
    assert_eq!(seen, [(1, 10), (2, 100), (3, 200), (4, 10), (5, 100), (6, 200), (7, 10)]);
}

/// Of more frames than are kept together, each round is decoded anew.
#[test]
fn a_long_animation_begins_again_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.gif");
    let large = |number: u8| image::RgbImage::from_pixel(1024, 1024, image::Rgb([10 * number, 0, 0]));
    std::fs::write(&path, gif((1..=17).map(large))).unwrap();
    let mut player = Player::here(animation(path));
    let seen: Vec<u8> = (0..36).map(|_| red(&player.next_frame().unwrap())).collect();
    assert_eq!(seen[..17], (1..=17).map(|number| 10 * number).collect::<Vec<u8>>());
    assert_eq!((&seen[17..34], &seen[34..]), (&seen[..17], &seen[..2]));
}

/// Each frame stands as long as the file says, by the clock of whoever looks.
#[test]
fn delays_are_kept_where_there_are_no_threads() {
    let mut player = Player::here(animation(fixture("moving.gif")));
    let mut at = |seconds: f64| player.latest(seconds).map(|frame| frame.number);
    assert_eq!(at(0.0), Some(1));
    assert_eq!(at(0.03), None, "40 ms");
    assert_eq!(at(0.041), Some(2));
    assert_eq!(at(0.13), None, "100 ms");
    assert_eq!(at(0.15), Some(3));
    assert_eq!(at(0.26), Some(4));
    // A window that stood still goes on, and does not run after all it has missed.
    let after = at(100.0).unwrap();
    assert!((5..=9).contains(&after), "{after}");
    assert_eq!(at(100.001), None);
}

#[test]
fn large_frames_are_made_smaller() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wide.gif");
    let wide = |red| image::RgbImage::from_pixel(2048, 16, image::Rgb([red, 0, 0]));
    std::fs::write(&path, gif([wide(50), wide(90)])).unwrap();
    let mut player = play(animation(path));
    assert_eq!(next(&mut player).frame.pixels.dimensions(), (LONGEST_SIDE, 8));
}

#[test]
fn what_is_no_animation_says_so_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let moving = std::fs::read(fixture("moving.gif")).unwrap();
    let cut = write("cut.gif", &moving[..moving.len() / 2]);
    let text = write("text.gif", b"no picture at all");
    let still = fixture("still.gif");
    let failed = |path: std::path::PathBuf| match end(&mut play(animation(path))) {
        Phase::Failed(error) => error,
        phase => panic!("{phase:?}"),
    };
    assert!(matches!(failed(folder.path().join("nowhere.gif")), LiveError::File { .. }));
    assert!(matches!(failed(text), LiveError::Picture { error: ImagingError::NotAnImage, .. }));
    assert!(matches!(failed(still), LiveError::Still { .. }));
    let cut = failed(cut);
    assert!(matches!(cut, LiveError::Picture { .. }), "{cut:?}");
    assert!(cut.to_string().starts_with("cut.gif: "), "{cut}");
}
