//! Neighbours and principal components against scikit-learn's; what layouts must keep.

use half::f16;
use inception_lens::album::Means;
use inception_lens::album::neighbours::neighbours;
use inception_lens::album::placement::{Layout, fitted, pca, tsne};

use super::{FOUND, never, numbers};
use crate::synthetic::noise;

const VECTORS: usize = 90;
const DIMS: usize = 24;

/// Around three middles in turn; photos are counted from 10.
fn vectors() -> Means {
    let value = |row: usize, column: usize| {
        noise(202, (row % 3 * DIMS + column) as u64) + 0.9 * noise(203, (row * DIMS + column) as u64)
    };
    let values = (0..VECTORS * DIMS).map(|index| f16::from_f32(value(index / DIMS, index % DIMS)));
    Means { photos: (10..10 + VECTORS).collect(), channels: DIMS, values: values.collect() }
}

#[test]
fn the_five_nearest_are_scikit_learns() {
    let found = neighbours(&vectors());
    for (row, golden) in FOUND["alike"]["nearest"].as_array().unwrap().iter().enumerate() {
        let golden: Vec<usize> = numbers(golden).iter().map(|&row| row as usize + 10).collect();
        assert_eq!(found.nearest[row], golden, "{row}");
    }
}

#[test]
fn principal_components_are_scikit_learns_but_for_their_signs() {
    let layout = pca(&vectors());
    let golden: Vec<Vec<f64>> = FOUND["alike"]["pca"].as_array().unwrap().iter().map(numbers).collect();
    for axis in 0..2 {
        let same = |sign: f64| {
            let pairs = layout.positions.iter().zip(&golden);
            pairs.map(|(found, golden)| (f64::from(found[axis]) - sign * golden[axis]).abs()).fold(0.0, f64::max)
        };
        assert!(same(1.0).min(same(-1.0)) < 1e-3, "{} {}", same(1.0), same(-1.0));
    }
}

/// Share of the five nearest in the plane that belong to the same middle.
fn kept(layout: &Layout) -> f64 {
    let mut same = 0;
    for (own, [x, y]) in layout.positions.iter().enumerate() {
        let mut others: Vec<usize> = (0..layout.positions.len()).filter(|&other| other != own).collect();
        let distance = |other: usize| {
            let [u, v] = layout.positions[other];
            (x - u).hypot(y - v)
        };
        others.sort_by(|&a, &b| distance(a).total_cmp(&distance(b)));
        same += others[..5].iter().filter(|&&other| other % 3 == own % 3).count();
    }
    same as f64 / (5 * layout.positions.len()) as f64
}

#[test]
fn t_sne_keeps_neighbours_and_is_the_same_on_any_number_of_threads() {
    let vectors = vectors();
    let layout = tsne(&vectors, &never).unwrap();
    let golden = FOUND["alike"]["same"].as_f64().unwrap();
    assert!(kept(&layout) >= golden - 0.05, "{} of {golden}", kept(&layout));
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(alone.install(|| tsne(&vectors, &never).unwrap()), layout);
    assert_eq!(tsne(&vectors, &|| true), None);
    let size: f64 = layout.positions.iter().flatten().map(|&value| f64::from(value).powi(2)).sum();
    assert!((size / VECTORS as f64 - 1.0).abs() < 1e-4);
}

#[test]
fn few_photos_and_equal_ones_are_placed_too() {
    for count in 0..7 {
        let photos = (0..count).collect::<Vec<_>>();
        let values = vec![f16::from_f32(0.5); count * DIMS];
        let means = Means { photos, channels: DIMS, values };
        for layout in [pca(&means), tsne(&means, &never).unwrap()] {
            assert_eq!(layout.positions.len(), count);
            assert!(layout.positions.iter().flatten().all(|value| value.is_finite()), "{layout:?}");
        }
        assert_eq!(neighbours(&means).nearest.len(), count);
    }
}

#[test]
fn a_turned_and_mirrored_layout_is_turned_back() {
    let before = tsne(&vectors(), &never).unwrap();
    let (sine, cosine) = 2.0_f32.sin_cos();
    let turn = |[x, y]: [f32; 2]| [cosine * x + sine * y, sine * x - cosine * y];
    let turned = Layout {
        photos: before.photos.clone(),
        positions: before.positions.iter().map(|&position| turn(position)).collect(),
    };
    let found = fitted(&turned, &before);
    for (found, wanted) in found.positions.iter().zip(&before.positions) {
        assert!((found[0] - wanted[0]).abs() + (found[1] - wanted[1]).abs() < 1e-4);
    }
}
