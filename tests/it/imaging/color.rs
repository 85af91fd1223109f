//! Colormaps, ranges, heatmaps and averaging.

use inception_lens::imaging::{
    Background, Colormap, NOT_A_NUMBER_COLOR, Range, Sequential, average_down, colorize, overlay,
};

use super::Dice;

const MAGMA: Colormap = Colormap::Sequential(Sequential::Magma);
const GREY: Colormap = Colormap::Sequential(Sequential::Grey);
const DARK: Colormap = Colormap::Diverging(Background::Dark);
const LIGHT: Colormap = Colormap::Diverging(Background::Light);

#[test]
fn colormaps_hit_their_published_colors() {
    let cases = [
        // matplotlib's first and last entries of magma, viridis, cividis (d3 rounds the latter itself).
        (MAGMA, 0.0, [0, 0, 4]),
        (MAGMA, 1.0, [252, 253, 191]),
        (Colormap::Sequential(Sequential::Viridis), 0.0, [68, 1, 84]),
        (Colormap::Sequential(Sequential::Viridis), 1.0, [253, 231, 37]),
        (GREY, 0.0, [0, 0, 0]),
        (GREY, 1.0, [255, 255, 255]),
        // The stops of the visual design.
        (DARK, 0.0, [0xB5, 0xF0, 0xFB]),
        (DARK, 0.5, [0x12, 0x16, 0x1C]),
        (DARK, 1.0, [0xFF, 0xC9, 0x8A]),
        (LIGHT, 0.0, [0x00, 0x59, 0x6B]),
        (LIGHT, 0.5, [0xEF, 0xEF, 0xEF]),
        (LIGHT, 1.0, [0x8F, 0x45, 0x00]),
    ];
    for (map, t, expected) in cases {
        assert_eq!(map.color(t), expected, "{map:?} at {t}");
    }
    assert_eq!(Colormap::default(), MAGMA);
}

#[test]
fn values_outside_take_the_ends_and_nan_stands_out() {
    for map in Sequential::ALL.map(Colormap::Sequential).into_iter().chain([DARK, LIGHT]) {
        for (outside, end) in [(-3.0, 0.0), (f32::NEG_INFINITY, 0.0), (7.0, 1.0), (f32::INFINITY, 1.0)] {
            assert_eq!(map.color(outside), map.color(end), "{map:?} at {outside}");
        }
        assert_eq!(map.color(f32::NAN), NOT_A_NUMBER_COLOR);
        assert!((0..=1000).all(|step| map.color(step as f32 / 1000.0) != NOT_A_NUMBER_COLOR));
    }
}

#[test]
fn sequential_maps_only_grow_brighter() {
    for map in Sequential::ALL {
        let brightness = |step: usize| {
            let [red, green, blue] = Colormap::Sequential(map).color(step as f32 / 256.0).map(f32::from);
            0.2126 * red + 0.7152 * green + 0.0722 * blue
        };
        assert!((0..256).all(|step| brightness(step + 1) > brightness(step) - 0.8), "{map:?}");
    }
}

#[test]
fn settings_survive_serde() {
    for map in [MAGMA, Colormap::Sequential(Sequential::Cividis), DARK, LIGHT] {
        let text = serde_json::to_string(&map).unwrap();
        assert_eq!(serde_json::from_str::<Colormap>(&text).unwrap(), map);
    }
}

fn ends(range: Range) -> (f32, f32) {
    (range.min(), range.max())
}

#[test]
fn ranges_span_what_they_say() {
    let values = [0.5, -2.0, 1.5, 0.0];
    assert_eq!(ends(Range::zero_to_max(&values)), (0.0, 1.5));
    assert_eq!(ends(Range::min_to_max(&values)), (-2.0, 1.5));
    assert_eq!(ends(Range::symmetric(&values)), (-2.0, 2.0));
    assert_eq!(ends(Range::per_map(&values, MAGMA)), (0.0, 1.5));
    assert_eq!(ends(Range::per_map(&values, DARK)), (-2.0, 2.0));
    assert_eq!(Range::symmetric(&values).normalize(0.0), 0.5);
    assert_eq!(Range::zero_to_max(&values).normalize(9.0), 1.0);
}

/// The naive twin sorts everything: nearest rank, ceil(0.998 n) counted from 1.
#[test]
fn the_shared_range_is_the_percentile() {
    let mut dice = Dice(7);
    for count in [1, 2, 499, 500, 501, 10_000] {
        let values: Vec<f32> = (0..count).map(|_| 1.0 + dice.below(1_000_000) as f32).collect();
        let mut sorted = values.clone();
        sorted.sort_by(f32::total_cmp);
        let rank = (0.998 * f64::from(count)).ceil() as usize;
        assert_eq!(ends(Range::shared(&values)), (0.0, sorted[rank - 1]), "{count} values");
    }
    let mut nearly_silent = vec![0.0; 5_000];
    nearly_silent[77] = 3.0;
    assert_eq!(ends(Range::shared(&nearly_silent)), (0.0, 3.0), "falls back to the largest");
}

#[test]
fn ranges_are_finite_and_never_empty() {
    let (nan, huge) = (f32::NAN, f32::MAX);
    let cases: [&[f32]; 9] = [
        &[],
        &[0.0; 4],
        &[nan; 3],
        &[nan, 2.0, f32::INFINITY],
        &[-1.0, -5.0],
        &[3.0, 3.0],
        &[1e30, 1e30],
        &[-huge, huge],
        &[f32::NEG_INFINITY],
    ];
    for values in cases {
        for rule in [Range::zero_to_max, Range::min_to_max, Range::symmetric, Range::shared] {
            let range = rule(values);
            assert!(range.min().is_finite() && range.max().is_finite() && range.min() < range.max(), "{values:?}");
            for value in [-huge, -1.0, 0.0, 1e30, huge, f32::INFINITY, f32::NEG_INFINITY] {
                assert!((0.0..=1.0).contains(&range.normalize(value)), "{values:?}: {value}");
            }
        }
    }
    assert_eq!(Range::zero_to_max(&[0.0; 4]).normalize(0.0), 0.0, "a silent map is silent");
    assert_eq!(Range::symmetric(&[0.0; 4]).normalize(0.0), 0.5, "and neutral if signed");
}

#[test]
fn heatmaps_color_every_value() {
    let range = Range::new(0.0, 2.0);
    let pixels = colorize(&[0.0, 1.0, 2.0, 5.0, f32::NAN], range, GREY);
    let nan = [255, 0, 255, 255];
    assert_eq!(pixels, [[0, 0, 0, 255], [128, 128, 128, 255], [255; 4], [255; 4], nan]);
}

#[test]
fn overlays_are_as_opaque_as_they_are_strong() {
    let alphas =
        |values: &[f32], range, map| -> Vec<u8> { overlay(values, range, map).iter().map(|pixel| pixel[3]).collect() };
    // 0.86 * 255 = 219.3, half of it 109.65.
    assert_eq!(alphas(&[0.0, 1.0, 2.0, f32::NAN], Range::new(0.0, 2.0), MAGMA), [0, 110, 219, 0]);
    assert_eq!(alphas(&[-1.0, 0.0, 0.5, 1.0], Range::new(-1.0, 1.0), DARK), [219, 0, 110, 219]);
}

fn mean(values: &[f32]) -> f64 {
    values.iter().copied().map(f64::from).sum::<f64>() / values.len() as f64
}

#[test]
fn averaging_keeps_the_mean() {
    let mut dice = Dice(3);
    for (height, width, max_side, expected) in [
        (112, 112, 40, (40, 40)),
        (56, 56, 28, (28, 28)),
        (7, 100, 33, (2, 33)),
        (1, 900, 10, (1, 10)),
        (5, 3, 1, (1, 1)),
    ] {
        let values: Vec<f32> = (0..height * width).map(|_| dice.below(1000) as f32).collect();
        let (small, small_height, small_width) = average_down(&values, height, width, max_side);
        assert_eq!((small_height, small_width), expected);
        assert_eq!(small.len(), small_height * small_width);
        assert!((mean(&small) - mean(&values)).abs() < 0.01, "{height} x {width} to {max_side}");
    }
}

#[test]
fn averaging_weighs_border_cells_by_their_share() {
    let (small, height, width) = average_down(&[0.0, 3.0, 6.0], 1, 3, 2);
    assert_eq!((height, width), (1, 2));
    // [0, 1.5) holds all of the first cell and half of the second: (0 + 1.5) / 1.5.
    for (actual, expected) in small.iter().zip([1.0, 5.0]) {
        assert!((actual - expected).abs() < 1e-6);
    }
    assert_eq!(average_down(&[1.0, 2.0], 1, 2, 2), (vec![1.0, 2.0], 1, 2), "a map that fits stays");
    assert_eq!(average_down(&[], 0, 5, 2).0, Vec::<f32>::new());
}
