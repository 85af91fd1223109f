//! The doors: layout there and back, shapes that do not fit, numbers that are none.

use inception_lens::model::kernels::rows::{AT_ONCE, COLUMNS, add_rows, add_scaled, dot, scores};
use inception_lens::model::kernels::{
    Blocked, Epilogue, InstructionSet, Maps, Method, Operation, PackedConv, Pool, ShapeError, Step, Tile, alone, linear,
};
use inception_lens::spec::Window;

use super::numbers;
use crate::mutate::Random;

#[test]
fn planes_to_blocks_and_back() {
    let mut random = Random::new(1);
    for channels in 1..50 {
        let (height, width) = (random.below(7) + 1, random.below(7) + 1);
        let values = numbers(&mut random, channels * height * width);
        let maps = Blocked::from_planes(&values, channels, height, width).unwrap();
        for border in 0..3 {
            let maps = maps.with_border(border);
            assert_eq!(maps.to_planes(), values);
            for (channel, plane) in values.chunks(height * width).enumerate() {
                assert_eq!(maps.plane(channel), plane);
            }
            for (cell, mean) in maps.mean_over_channels().into_iter().enumerate() {
                let sum: f64 = values.iter().skip(cell).step_by(height * width).map(|&value| f64::from(value)).sum();
                let wanted = sum / channels as f64;
                assert!(
                    (f64::from(mean) - wanted).abs() < 1e-5,
                    "{channels} channels, border {border}: {mean} {wanted}"
                );
            }
        }
        let cut = random.below(channels);
        let part = maps.slice(cut..channels).unwrap();
        assert_eq!(part.to_planes(), values[cut * height * width..]);
    }
}

#[test]
fn concatenation_with_whole_blocks_and_without() {
    let mut random = Random::new(2);
    for sizes in [[16, 32, 16], [16, 32, 7], [3, 20, 16], [1, 1, 1]] {
        let parts = sizes.map(|channels| numbers(&mut random, channels * 20));
        let maps: Vec<Blocked> = parts
            .iter()
            .zip(sizes)
            .map(|(values, channels)| Blocked::from_planes(values, channels, 4, 5).unwrap())
            .collect();
        let all = Blocked::concat(&maps.iter().collect::<Vec<_>>()).unwrap();
        assert_eq!(all.to_planes(), parts.concat());
    }
}

#[test]
fn muting_leaves_the_other_copy_alone() {
    let values = numbers(&mut Random::new(3), 20 * 6);
    let maps = Blocked::from_planes(&values, 20, 2, 3).unwrap();
    let muted = maps.without(&[17, 2]).unwrap();
    for (channel, plane) in values.chunks(6).enumerate() {
        let is_muted = channel == 17 || channel == 2;
        let wanted = if is_muted { vec![0.0; 6] } else { plane.to_vec() };
        assert_eq!(muted.plane(channel), wanted);
        assert_eq!(maps.plane(channel), plane);
    }
}

fn refused(operation: Operation<'_>, maps: &Blocked) -> ShapeError {
    let step = Step { operation, input: Maps::Blocked(maps), border: 0 };
    alone(InstructionSet::best(), step).unwrap_err()
}

#[test]
fn shapes_that_do_not_fit_are_refused() {
    let maps = Blocked::from_planes(&[0.0; 5 * 4], 5, 2, 2).unwrap();
    let window = Window::conv(3, 1, 0);
    let pack = |count: usize, window| PackedConv::new(&vec![0.0; count], &[0.0; 2], 6, window, Method::Direct);
    assert!(matches!(pack(2 * 6 * 9 - 1, window), Err(ShapeError::Values { .. })));
    let stopped = Window { stride: 0, ..window };
    assert!(matches!(pack(2 * 6 * 9, stopped), Err(ShapeError::Values { .. })));
    let set = InstructionSet::best();
    let run = |operation: Operation<'_>| refused(operation, &maps);
    let conv = pack(2 * 6 * 9, window).unwrap();
    let operation = Operation::Conv(&conv, Epilogue::Keep);
    let wanted = ShapeError::Channels { wanted: 6, found: 5 };
    assert_eq!(run(operation), wanted);
    for method in [Method::Direct, Method::Winograd(Tile::Four)] {
        let conv = PackedConv::new(&[0.0; 45], &[0.0], 5, window, method).unwrap();
        let error = run(Operation::Conv(&conv, Epilogue::Keep));
        assert!(matches!(error, ShapeError::Window { .. }), "{error}");
    }
    let error = run(Operation::Pool(Pool::Max(Window::conv(3, 1, 0))));
    assert!(matches!(error, ShapeError::Window { .. }), "{error}");
    let planes = Maps::Planes { values: &[0.0; 7], channels: 3, sides: (2, 2) };
    let colours = PackedConv::new(&[0.0; 3], &[0.0], 3, Window::conv(1, 1, 0), Method::Direct);
    let step = Step { operation: Operation::Conv(&colours.unwrap(), Epilogue::Keep), input: planes, border: 0 };
    assert!(alone(set, step).is_err());
    assert!(linear(set, &[&[1.0; 3]], &[1.0; 5], &[1.0; 2], Epilogue::Keep).is_err());
    assert!(linear(set, &[&[1.0; 3], &[1.0; 2]], &[1.0; 6], &[1.0; 2], Epilogue::Keep).is_err());
    assert!(linear(set, &[], &[1.0; 6], &[1.0; 2], Epilogue::Keep).is_err());
    assert!(Blocked::from_planes(&[0.0; 3], 2, 2, 2).is_err());
    assert!(maps.slice(3..6).is_err());
    assert!(maps.without(&[5]).is_err());
    let other = Blocked::from_planes(&[0.0; 5 * 6], 5, 2, 3).unwrap();
    assert!(Blocked::concat(&[&maps, &other]).is_err());
    assert!(Blocked::concat(&[]).is_err());
}

/// A rectified layer must not hide that something went wrong before it.
#[test]
fn what_is_no_number_stays_none() {
    let maps = Blocked::from_planes(&[f32::NAN; 6], 6, 1, 1).unwrap();
    for set in InstructionSet::available() {
        let window = Window::conv(1, 1, 0);
        let conv = PackedConv::for_set(set, &[1.0; 6], &[0.0], 6, window, Method::Direct).unwrap();
        let step = Step { operation: Operation::Conv(&conv, Epilogue::Relu), input: Maps::Blocked(&maps), border: 0 };
        assert!(alone(set, step).unwrap().plane(0)[0].is_nan(), "{set}");
    }
}

#[test]
fn rows_times_weights_and_back() {
    let mut random = Random::new(3);
    for set in InstructionSet::available() {
        for classes in 1..6 {
            let width = COLUMNS * (random.below(9) + 1);
            let rows: [Vec<f32>; AT_ONCE] = std::array::from_fn(|_| numbers(&mut random, width));
            let four = rows.each_ref().map(|row| &row[..]);
            let weights: Vec<f64> = numbers(&mut random, classes * width).into_iter().map(f64::from).collect();
            let found = scores(set, four, &weights);
            assert_eq!(found.len(), classes);
            let mut sums = weights.clone();
            add_rows(set, four, &found, &mut sums);
            for (class, own) in weights.chunks(width).enumerate() {
                for (row, found) in rows.iter().zip(found[class]) {
                    let wanted: f64 = row.iter().zip(own).map(|(&value, weight)| f64::from(value) * weight).sum();
                    assert!((found - wanted).abs() < 1e-12, "{set}: {found} instead of {wanted}");
                }
                for (column, weight) in own.iter().enumerate() {
                    let added = rows.iter().zip(found[class]).map(|(row, factor)| f64::from(row[column]) * factor);
                    let (found, wanted) = (sums[class * width + column], weight + added.sum::<f64>());
                    assert!((found - wanted).abs() < 1e-12, "{set}: {found} instead of {wanted}");
                }
            }
        }
    }
}

#[test]
fn long_vectors_are_multiplied_and_added() {
    let mut random = Random::new(4);
    for set in InstructionSet::available() {
        for length in [0, 1, 31, 32, 33, 100, 1024] {
            let [a, b] = [0, 1].map(|_| numbers(&mut random, length).into_iter().map(f64::from).collect::<Vec<_>>());
            let wanted: f64 = a.iter().zip(&b).map(|(a, b)| a * b).sum();
            assert!((dot(set, &a, &b) - wanted).abs() < 1e-9, "{set} {length}");
            let mut sums = a.clone();
            add_scaled(set, &mut sums, -0.7, &b);
            for ((sum, a), b) in sums.iter().zip(&a).zip(&b) {
                assert!((sum - (a - 0.7 * b)).abs() < 1e-12, "{set} {length}");
            }
        }
    }
}
