//! Arithmetic on maps, by hand and by definition.

use inception_lens::analysis::heatmaps::agreement::agreement;
use inception_lens::analysis::heatmaps::curve::{CURVE_SIDE, order, random_order};
use inception_lens::analysis::heatmaps::quadrature::gauss_legendre;
use inception_lens::analysis::heatmaps::random::stages;
use inception_lens::analysis::heatmaps::{Curve, Map, PixelBox, Spread, low_pass, spearman};
use inception_lens::spec::Head;

fn map(height: usize, width: usize, values: &[f32]) -> Map {
    Map { height, width, values: values.to_vec() }
}

#[test]
fn means_by_few_points() {
    // Abramowitz and Stegun, table 25.4, from -1..1 to 0..1.
    let three = gauss_legendre(3);
    for ((place, weight), (wanted, share)) in three.iter().zip([(0.112_701_665, 5.0), (0.5, 8.0), (0.887_298_335, 5.0)])
    {
        assert!((place - wanted).abs() < 1e-9 && (weight - share / 18.0).abs() < 1e-12, "{three:?}");
    }
    // Exact up to degree 99.
    let mean: f64 = gauss_legendre(50).iter().map(|(place, weight)| weight * place.powi(99)).sum();
    assert!((mean - 0.01).abs() < 1e-12, "{mean}");
    assert_eq!(gauss_legendre(50).len(), 50);
}

#[test]
fn cells_are_means_or_repeat() {
    let fine = map(4, 4, &(0..16).map(|value| value as f32).collect::<Vec<_>>());
    assert_eq!(fine.cells(2, f64::from), [2.5, 4.5, 10.5, 12.5]);
    let coarse = map(1, 2, &[1.0, 3.0]);
    assert_eq!(coarse.cells(4, f64::from)[..4], [1.0, 1.0, 3.0, 3.0]);
    // Three cells over two: the middle one has half of each.
    assert_eq!(coarse.cells(3, f64::from)[..3], [1.0, 2.0, 3.0]);
    let negative = map(1, 2, &[-1.0, 3.0]);
    assert_eq!(negative.cells(1, |value| f64::from(value.abs())), [2.0]);
}

#[test]
fn the_strongest_point_and_the_share_in_a_box() {
    let cells = map(2, 2, &[1.0, -5.0, 3.0, 0.0]);
    assert_eq!(cells.strongest(), Some([56, 168]));
    assert_eq!(map(2, 2, &[-1.0, -2.0, 0.0, -1.0]).strongest(), None);
    let mut pixels = map(224, 224, &[0.0; 224 * 224]);
    pixels.values[17 * 224 + 40] = 1.0;
    assert_eq!(pixels.strongest(), Some([40, 17]));
    let left = PixelBox { x: 0.0, y: 0.0, width: 112.0, height: 224.0 };
    assert_eq!(cells.share_in(left), Some(1.0));
    let half_of_the_lower_cell = PixelBox { x: 56.0, y: 112.0, width: 56.0, height: 112.0 };
    assert_eq!(cells.share_in(half_of_the_lower_cell), Some(0.375));
    assert_eq!(map(1, 1, &[-1.0]).share_in(left), None);
    assert!(left.holds([111, 0]) && !left.holds([112, 0]));
    assert_eq!(left.share(), 0.5);
    assert!(!PixelBox { x: 300.0, ..left }.is_on_photo());
}

#[test]
fn rank_correlation() {
    assert_eq!(spearman(&[1.0, 2.0, 3.0], &[10.0, 20.0, 25.0]), Some(1.0));
    assert_eq!(spearman(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), Some(-1.0));
    assert_eq!(spearman(&[1.0, 1.0, 1.0], &[3.0, 2.0, 1.0]), None);
    // Equal numbers share a rank: 1, 2.5, 2.5, 4 against 1, 2, 3, 4 is 4.5 / sqrt(4.5 * 5).
    let tied = spearman(&[0.0, 5.0, 5.0, 9.0], &[1.0, 2.0, 3.0, 4.0]).unwrap();
    assert!((tied - 4.5 / (4.5_f64 * 5.0).sqrt()).abs() < 1e-12);
    // Signs do not count.
    let (a, b) = (map(1, 2, &[-1.0, 2.0]), map(1, 2, &[1.0, -2.0]));
    assert!((agreement(&a, &b).unwrap() - 1.0).abs() < 1e-12);
    let spread = Spread::of(&[0.33, -0.17, 0.55]).unwrap();
    assert!((spread.mean - 0.236_667).abs() < 1e-6 && (spread.deviation - 0.368_963).abs() < 1e-6, "{spread:?}");
    assert_eq!(Spread::of(&[]), None);
}

#[test]
fn a_low_pass_keeps_what_is_slow() {
    let wave = |cycles: f64| -> Map {
        let value = |index: usize| (std::f64::consts::TAU * cycles * (index % 32) as f64 / 32.0).cos() as f32;
        map(20, 32, &(0..20 * 32).map(value).collect::<Vec<_>>())
    };
    for (cycles, deviation) in [(0.0_f64, 3.0_f64), (2.0, 3.0), (5.0, 3.0), (16.0, 100.0)] {
        let kept = (-cycles * cycles / (2.0 * deviation * deviation)).exp() as f32;
        let (before, after) = (wave(cycles), low_pass(&wave(cycles), deviation));
        for (before, after) in before.values.iter().zip(&after.values) {
            assert!((after - kept * before).abs() < 1e-5, "{cycles}: {after} {before}");
        }
    }
}

#[test]
fn orders_and_areas() {
    let cells: Vec<f32> = (0..49).map(|cell| (cell % 10) as f32).collect();
    let order = order(&map(7, 7, &cells));
    assert_eq!(order[..5], [9, 19, 29, 39, 8]);
    let mut random = random_order(3, 1);
    assert_ne!(random, random_order(3, 2));
    assert_eq!(random, random_order(3, 1));
    random.sort_unstable();
    assert_eq!(random, (0..CURVE_SIDE * CURVE_SIDE).collect::<Vec<_>>());
    let curve = Curve { beliefs: vec![1.0, 0.5, 0.0] };
    assert_eq!(curve.area(), 0.5);
    assert_eq!(Curve { beliefs: vec![1.0, 1.0, 0.0] }.area(), 0.75);
    assert_eq!(curve.backwards().beliefs, [0.0, 0.5, 1.0]);
}

#[test]
fn the_cascade_goes_from_the_logits_downward() {
    let main = stages(Head::Main);
    assert_eq!(main[..3], ["fc", "inception5b", "inception5a"]);
    assert_eq!(main[10..], ["conv3", "conv2", "conv1"]);
    assert_eq!(stages(Head::Aux1)[..4], ["aux1.fc2", "aux1.fc1", "aux1.conv", "inception4a"]);
}
