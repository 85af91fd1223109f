//! Small things whose answer a person can see: samples of an album, names of classes, trends over depth, a window that slides.

use inception_lens::album::spread;
use inception_lens::analysis::neighbourhood::{Course, Neighbourhood};
use inception_lens::analysis::{DepthEnds, Moved, Responses, Trend, class_in, linear_cka, same_class, shared_classes};
use inception_lens::spec::Window;

#[test]
fn every_photo_of_an_album_comes_once_and_few_are_from_all_of_it() {
    for count in [0, 1, 2, 10, 97, 595] {
        let mut all: Vec<usize> = spread(count, usize::MAX).collect();
        all.sort_unstable();
        assert!(all.into_iter().eq(0..count), "{count}");
    }
    let mut few: Vec<usize> = spread(595, 6).collect();
    few.sort_unstable();
    assert!(few[0] < 150 && few[5] > 445, "{few:?}");
    assert!(few.windows(2).all(|pair| pair[1] - pair[0] < 250), "{few:?}");
}

fn labels(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

#[test]
fn names_of_classes_are_matched() {
    let imagenet = labels(&["tench, Tinca tinca", "tabby, tabby cat", "Church, church building"]);
    assert_eq!(same_class("church", &imagenet), Some(2));
    assert_eq!(same_class("tabby cat", &imagenet), Some(1));
    assert_eq!(same_class("cat", &imagenet), None);
    assert_eq!(class_in(1, &labels(&["Cat", "dog"]), &labels(&["DOG", "cat"])), Some(0));
    assert_eq!(class_in(2, &imagenet, &imagenet), Some(2));
    assert_eq!(shared_classes(&labels(&["church", "cat"]), &imagenet), 1);
}

#[test]
fn trends_and_ends_over_depth() {
    let ends = DepthEnds::of(&[Some(0.9), None, Some(0.7), Some(0.4)]);
    assert_eq!(ends, Some(DepthEnds { alike: (0, 0.9), apart: (3, 0.4), trend: Trend::Falls }));
    let trend = |values: &[Option<f64>]| DepthEnds::of(values).map(|ends| ends.trend);
    assert_eq!(trend(&[Some(0.2), Some(0.9)]), Some(Trend::Rises));
    assert_eq!(trend(&[Some(0.5), Some(0.9), Some(0.5)]), Some(Trend::Neither));
    assert!(DepthEnds::of(&[Some(0.5), Some(0.52)]).is_some_and(|ends| ends.is_flat()));
    assert_eq!(DepthEnds::of(&[None]), None);
}

#[test]
fn layers_that_moved() {
    let layers = |changes: &[f64]| -> Vec<(String, Option<f64>)> {
        changes.iter().enumerate().map(|(place, &change)| (format!("layer {place}"), Some(change))).collect()
    };
    assert_eq!(Moved::of(&layers(&[0.0, 0.0])), Some(Moved::Nothing));
    assert_eq!(Moved::of(&layers(&[0.0, 0.0, 0.3])), Some(Moved::Last));
    let most = Moved::Most { still: 1, layer: "layer 1", by: 0.4 };
    assert_eq!(Moved::of(&layers(&[0.0, 0.4, 0.3])), Some(most));
    assert_eq!(Moved::of(&[("conv1".to_owned(), None)]), None);
}

/// Of few photos their inner products are compared, of many those of the channels: both are the formula, written down plainly.
#[test]
fn similarity_of_few_and_of_many_photos_is_the_same_formula() {
    let wave = |seed: f32, count: usize| (0..count).map(|i| (i as f32 * seed).sin()).collect::<Vec<f32>>();
    for photos in [9, 2_049] {
        let one = Responses { channels: 5, values: wave(0.7, 5 * photos) };
        let other = Responses { channels: 3, values: wave(1.3, 3 * photos) };
        let (x, y) = (centred(&one), centred(&other));
        let plainly = product(&x, &y) / (product(&x, &x) * product(&y, &y)).sqrt();
        let found = linear_cka(&one, &other).unwrap();
        assert!((found - plainly).abs() < 1e-12, "{photos} photos: {found} instead of {plainly}");
    }
}

/// By channel: each photo's value less the mean.
fn centred(responses: &Responses) -> Vec<Vec<f64>> {
    let column = |channel: usize| {
        let values = responses.values.iter().skip(channel).step_by(responses.channels);
        let values: Vec<f64> = values.map(|&value| f64::from(value)).collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        values.into_iter().map(|value| value - mean).collect()
    };
    (0..responses.channels).map(column).collect()
}

/// The sum of the squares of all inner products of two sets of channels.
fn product(one: &[Vec<f64>], other: &[Vec<f64>]) -> f64 {
    let inner = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    one.iter().flat_map(|a| other.iter().map(move |b| inner(a, b).powi(2))).sum()
}

/// A 3x3 of stride 1 around row 1, column 0 of a 4x4 map.
#[test]
fn the_window_reads_its_cells_and_zeros_outside() {
    let input: Vec<f32> = (0..16_u8).map(f32::from).collect();
    let around = Neighbourhood::new(&input, 4, (1, 0), Window::conv(3, 1, 1), 4);
    assert_eq!(around.visited(), [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]);
    assert_eq!(around.read((1, 0)), [0.0, 0.0, 1.0, 0.0, 4.0, 5.0, 0.0, 8.0, 9.0]);
    assert_eq!(around.read((1, 1)), [0.0, 1.0, 2.0, 4.0, 5.0, 6.0, 8.0, 9.0, 10.0]);
    // A 7x7 of stride 2, padding 3, around row 1, column 1: its first row is -1.
    let around = Neighbourhood::new(&input, 4, (1, 1), Window::conv(7, 2, 3), 2);
    assert_eq!(around.read((1, 1))[8], 0.0);
    assert_eq!(around.read((1, 1))[9], 1.0);
}

#[test]
fn products_come_one_by_one_and_the_window_rests_between_positions() {
    let course = Course { products: 9, positions: 6 };
    assert_eq!(course.place(0.0), (0, 0, 0.0));
    assert_eq!(course.place(8.5), (0, 8, 0.5));
    assert_eq!(course.place(10.0), (0, 9, 0.0));
    assert_eq!(course.place(11.0), (1, 0, 0.0));
    assert_eq!(course.place(66.0), (5, 9, 0.0));
    assert_eq!(course.next(8.5), 9.0);
    assert_eq!(course.next(9.0), 12.0);
    assert_eq!(course.next(65.5), course.end());
}
