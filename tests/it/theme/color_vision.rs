//! The hues as people without red or green cones see them, and the lightness of colormaps.
//!
//! Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision Deficiency", severity
//! 1.0, in linear light; distances are CIE76 in CIELAB under D65.

use egui::Color32;
use inception_lens::imaging::{Background, Colormap, Sequential};
use inception_lens::ui::style::Hue;

use super::contrast::linear;
use crate::widgets::theme_of;

const PROTANOPIA: [[f64; 3]; 3] =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
const DEUTERANOPIA: [[f64; 3]; 3] =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
const ALL_CONES: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// The least distance between two hues that are told apart.
const APART: f64 = 12.0;

fn product(matrix: [[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

/// CIELAB of a colour as it is seen.
fn lab(color: Color32, seen: [[f64; 3]; 3]) -> [f64; 3] {
    let light = product(seen, linear(color)).map(|light| light.clamp(0.0, 1.0));
    let to_xyz = [
        [0.412_456_4, 0.357_576_1, 0.180_437_5],
        [0.212_672_9, 0.715_152_2, 0.072_175_0],
        [0.019_333_9, 0.119_192_0, 0.950_304_1],
    ];
    let [x, y, z] = product(to_xyz, light);
    let cube_root = |t: f64| {
        if t > 216.0 / 24_389.0 { t.cbrt() } else { (24_389.0 / 27.0 * t + 16.0) / 116.0 }
    };
    let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(cube_root);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(one: Color32, other: Color32, seen: [[f64; 3]; 3]) -> f64 {
    let (one, other) = (lab(one, seen), lab(other, seen));
    let squares = one.iter().zip(other).map(|(a, b)| (a - b).powi(2));
    squares.sum::<f64>().sqrt()
}

#[test]
fn the_distance_is_that_of_the_books() {
    // Sharma, Wu and Dalal 2005 take white for 100, 0, 0; red by Lindbloom is 53.24, 80.09, 67.20.
    for (color, expected) in
        [(Color32::WHITE, [100.0, 0.0, 0.0]), (Color32::from_rgb(255, 0, 0), [53.24, 80.09, 67.20])]
    {
        let found = lab(color, ALL_CONES);
        let is_near = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.02);
        assert!(is_near, "{found:?}");
    }
}

/// The parts of the network are told apart by everybody; a signed number has its sign, so its two hues only by each other.
#[test]
fn hues_stay_apart_without_red_or_green_cones() {
    let (network, signs) = Hue::ALL.split_at(7);
    assert_eq!(signs, [Hue::Positive, Hue::Negative]);
    for dark in [true, false] {
        let theme = theme_of(dark);
        for seen in [ALL_CONES, PROTANOPIA, DEUTERANOPIA] {
            for group in [network, signs] {
                for (place, &one) in group.iter().enumerate() {
                    for &other in &group[..place] {
                        let fills = [one, other].map(|hue| theme.hue(hue).fill);
                        let apart = distance(fills[0], fills[1], seen);
                        let what = format!("{one:?} and {other:?}, dark {dark}, {seen:?}");
                        assert!(apart >= APART, "{what}: {apart:.2}");
                    }
                }
            }
        }
    }
}

/// More is lighter, for everybody, in every colormap of activations: order is seen without hue.
#[test]
fn sequential_colormaps_only_get_lighter() {
    for map in Sequential::ALL {
        for seen in [ALL_CONES, PROTANOPIA, DEUTERANOPIA] {
            let lightness = |share: f32| {
                let [red, green, blue] = Colormap::Sequential(map).color(share);
                lab(Color32::from_rgb(red, green, blue), seen)[0]
            };
            let steps: Vec<f64> = (0..=64).map(|step| lightness(step as f32 / 64.0)).collect();
            for pair in steps.windows(2) {
                assert!(pair[1] > pair[0] - 0.15, "{map:?}: {pair:?}");
            }
            assert!(steps[64] - steps[0] > 60.0, "{map:?}");
        }
    }
}

/// Both sides of zero of a signed map are told apart by everybody, from a quarter of the range on.
#[test]
fn both_signs_of_a_diverging_colormap_stay_apart() {
    for background in [Background::Dark, Background::Light] {
        for seen in [ALL_CONES, PROTANOPIA, DEUTERANOPIA] {
            for share in [0.25, 0.5, 0.75, 1.0] {
                let color = |signed: f32| {
                    let map = Colormap::Diverging(background);
                    let [red, green, blue] = map.color(0.5 + signed / 2.0);
                    Color32::from_rgb(red, green, blue)
                };
                let apart = distance(color(share), color(-share), seen);
                assert!(apart >= APART, "{background:?} {share} {seen:?}: {apart:.1}");
            }
        }
    }
}
