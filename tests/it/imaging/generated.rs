//! Generated test pictures.

use image::RgbImage;
use inception_lens::imaging::{PATTERN_SIDE, Pattern};

fn at(picture: &RgbImage, x: u32, y: u32) -> u8 {
    picture.get_pixel(x, y)[0]
}

#[test]
fn every_pattern_has_its_own_name_and_picture() {
    let drawn: Vec<(String, RgbImage)> =
        Pattern::GALLERY.iter().map(|pattern| (pattern.name(), pattern.draw())).collect();
    for (index, (name, picture)) in drawn.iter().enumerate() {
        assert_eq!(picture.dimensions(), (PATTERN_SIDE, PATTERN_SIDE), "{name}");
        for (other_name, other) in &drawn[..index] {
            assert!(name != other_name && picture != other, "{name} and {other_name}");
        }
    }
    assert_eq!(Pattern::GALLERY[1].name(), "Grating 45°, 16 px");
}

#[test]
fn gratings_repeat_across_and_not_along_their_stripes() {
    let flat = Pattern::Grating { angle_degrees: 0.0, period_px: 16.0 }.draw();
    assert_eq!(at(&flat, 3, 50), at(&flat, 200, 50), "0° lies flat");
    assert_eq!(at(&flat, 3, 50), at(&flat, 3, 66), "and repeats after its period");
    assert!(at(&flat, 3, 50).abs_diff(at(&flat, 3, 58)) > 100, "with the opposite half-way");
    let upright = Pattern::Grating { angle_degrees: 90.0, period_px: 16.0 }.draw();
    assert_eq!(at(&upright, 50, 3), at(&upright, 50, 200));
    let rising = Pattern::Grating { angle_degrees: 45.0, period_px: 16.0 }.draw();
    assert_eq!(at(&rising, 100, 100), at(&rising, 110, 90), "45° rises to the right");
}

#[test]
fn edges_are_white_above_or_left() {
    let flat = Pattern::Edge { angle_degrees: 0.0 }.draw();
    assert_eq!([at(&flat, 9, 0), at(&flat, 9, 127), at(&flat, 9, 128), at(&flat, 9, 255)], [255, 255, 0, 0]);
    let upright = Pattern::Edge { angle_degrees: 90.0 }.draw();
    assert_eq!([at(&upright, 0, 9), at(&upright, 255, 9)], [255, 0]);
}

#[test]
fn boards_and_patches_have_the_promised_cells() {
    let board = Pattern::Checkerboard { cell_px: 16 }.draw();
    assert_eq!([at(&board, 0, 0), at(&board, 16, 0), at(&board, 16, 16), at(&board, 15, 15)], [255, 0, 255, 255]);
    let patches = Pattern::ColorPatches.draw();
    let patch = |column: u32, row: u32| patches.get_pixel(column * 64 + 32, row * 64 + 32).0;
    assert_eq!(patch(0, 0), [255, 0, 0]);
    assert_eq!(patch(2, 0), [255, 255, 0]);
    assert_eq!(patch(0, 1), [0, 255, 0]);
    assert_eq!(patch(0, 2), [0, 0, 255]);
    assert_eq!([patch(0, 3), patch(3, 3)], [[0; 3], [255; 3]]);
}

#[test]
fn senseless_sizes_still_draw() {
    let patterns = [
        Pattern::Grating { angle_degrees: f32::NAN, period_px: 0.0 },
        Pattern::Checkerboard { cell_px: 0 },
        Pattern::Edge { angle_degrees: f32::INFINITY },
    ];
    for pattern in patterns {
        assert_eq!(pattern.draw().width(), PATTERN_SIDE);
    }
}
