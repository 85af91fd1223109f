//! The frame on the input: which part of the photo is seen, moved by hand and by keys, and the run that follows.

use egui::{Event, Key, Modifiers, PointerButton, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::App;
use inception_lens::imaging::PhotoRect;
use inception_lens::state::Options;

use crate::app::{open, sample, settle};

/// A panorama of `width`×`height`: dark at the left, bright at the right.
fn panorama([width, height]: [u32; 2]) -> (tempfile::TempDir, Harness<'static, App>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("panorama.png");
    let shade = |x: u32| (x * 255 / width) as u8;
    image::RgbImage::from_fn(width, height, |x, _| image::Rgb([shade(x); 3])).save(&path).unwrap();
    let harness = open(Options { image: Some(path), ..Default::default() });
    (folder, harness)
}

fn window(harness: &Harness<'static, App>) -> PhotoRect {
    harness.state().state().shown().unwrap().photo.prepared.window
}

/// The mean of what the network sees, 0 to 255.
fn brightness(harness: &Harness<'static, App>) -> f32 {
    let pixels = &harness.state().state().shown().unwrap().photo.prepared.pixels;
    pixels.pixels().map(|pixel| f32::from(pixel.0[0])).sum::<f32>() / (pixels.width() * pixels.height()) as f32
}

const FRAME: &str = "What the network sees of the photo";

#[test]
fn the_frame_of_a_panorama_is_drawn_along_and_the_run_follows() {
    let (_folder, mut harness) = panorama([6000, 800]);
    // 224 of 232 of 800 pixels, centred.
    let side = 800.0 * 224.0 / 232.0;
    let seen = window(&harness);
    assert!((seen.width - side).abs() < 1.0 && (seen.x - (6000.0 - side) / 2.0).abs() < 2.0, "{seen:?}");
    // Of 6000×800 pixels.
    let share = f64::from(side * side) / (6000.0 * 800.0) * 100.0;
    harness.get_by_label_contains(&format!("{share:.1}% of the photo is seen"));
    let name = format!("{FRAME}: 772 × 772 of 6,000 × 800 pixels");
    let centre = harness.get_by_label_contains(&name).rect().center();
    assert!((brightness(&harness) - 127.0).abs() < 3.0);

    // Far to the right: the frame stops at the photo's edge.
    let button = |pressed, pos| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(Event::PointerMoved(centre));
    harness.step();
    harness.event(button(true, centre));
    harness.step();
    for step in 1..=3 {
        harness.event(Event::PointerMoved(centre + vec2(60.0 * step as f32, 0.0)));
        harness.step();
    }
    harness.event(button(false, centre + vec2(180.0, 0.0)));
    settle(&mut harness);
    let seen = window(&harness);
    assert!((seen.x + seen.width - 6000.0).abs() < 1.0, "{seen:?}");
    assert!(brightness(&harness) > 230.0, "what is seen is the right end: {}", brightness(&harness));
    harness.get_by_label("Crop 224 × 224, moved");

    // All of the drag is one step to take back.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert!((brightness(&harness) - 127.0).abs() < 3.0);
    harness.get_by_label("Centre crop 224 × 224");
}

#[test]
fn arrow_keys_move_the_frame_and_home_brings_it_back() {
    let (_folder, mut harness) = panorama([1200, 160]);
    let before = window(&harness);
    harness.get_by_label_contains(FRAME).focus();
    harness.run_steps(2);
    harness.key_press(Key::ArrowLeft);
    settle(&mut harness);
    // 8 pixels of the input, of which 232 are the photo's 160.
    let moved = before.x - window(&harness).x;
    assert!((moved - 8.0 * 160.0 / 232.0).abs() < 0.1, "{moved}");
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    settle(&mut harness);
    let moved = before.x - window(&harness).x;
    assert!((moved - 40.0 * 160.0 / 232.0).abs() < 0.2, "{moved}");
    assert!(brightness(&harness) < 125.0);
    harness.key_press(Key::Home);
    settle(&mut harness);
    assert_eq!(window(&harness), before);
    assert!(harness.state().state().original().is_none(), "nothing is edited any more");
}

/// Nothing is said where nearly all is seen; the cat's photo is half as high again as it is wide.
#[test]
fn a_square_photo_says_nothing() {
    let harness = open(Options { image: sample("cat.png"), ..Default::default() });
    assert!(harness.query_by_label_contains("of the photo is seen").is_some());
    let (_folder, harness) = panorama([600, 600]);
    assert!(harness.query_by_label_contains("of the photo is seen").is_none());
}
