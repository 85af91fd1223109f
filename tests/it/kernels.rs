//! The kernels against naive twins in plain loops and double precision: random shapes, every way, every instruction set of this
//! machine and the plain one.

mod door;
mod twin;

use std::panic::{AssertUnwindSafe, catch_unwind};

use inception_lens::model::kernels::{
    Blocked, Epilogue, InstructionSet, Maps, Method, Operation, PackedConv, Pool, Step, Tile, alone, linear, maxima,
    normalise, side_by_side, sums,
};
use inception_lens::spec::{LocalResponseNorm, Window};

use crate::mutate::Random;

/// Largest error allowed, as a share of the largest value.
const DIRECT: f32 = 1e-5;
const WINOGRAD: f32 = 5e-5;

/// Numbers from -1 to 1.
pub fn numbers(random: &mut Random, count: usize) -> Vec<f32> {
    let unit = |bits: u64| (bits >> 40) as f32 / (1 << 23) as f32 - 1.0;
    (0..count).map(|_| unit(random.next())).collect()
}

/// From `first` to `last`.
fn between(random: &mut Random, first: usize, last: usize) -> usize {
    first + random.below(last - first + 1)
}

/// Random maps with a random border around them.
struct Sample {
    values: Vec<f32>,
    channels: usize,
    sides: (usize, usize),
    maps: Blocked,
}

impl Sample {
    fn new(random: &mut Random, channels: usize, longest: usize) -> Self {
        let sides = (between(random, 1, longest), between(random, 1, longest));
        let values = numbers(random, channels * sides.0 * sides.1);
        let maps = Blocked::from_planes(&values, channels, sides.0, sides.1).unwrap();
        let maps = maps.with_border(random.below(4));
        Self { values, channels, sides, maps }
    }

    fn twin(&self) -> twin::Maps<'_> {
        twin::Maps { values: &self.values, channels: self.channels, sides: self.sides }
    }
}

fn assert_near(what: &str, found: &Blocked, wanted: &[f64], tolerance: f32) {
    let found = found.to_planes();
    assert_eq!(found.len(), wanted.len(), "{what}");
    let largest = wanted.iter().fold(1e-3_f64, |max, value| max.max(value.abs()));
    for (index, (&found, &wanted)) in found.iter().zip(wanted).enumerate() {
        let error = (f64::from(found) - wanted).abs() / largest;
        assert!(error <= tolerance.into(), "{what}: [{index}] {found} instead of {wanted}");
    }
}

/// Runs a case for each round and instruction set; what fails is said with both.
fn for_all(rounds: u64, case: impl Fn(&mut Random, InstructionSet)) {
    for set in InstructionSet::available() {
        for round in 0..rounds {
            let run = || case(&mut Random::new(round), set);
            let result = catch_unwind(AssertUnwindSafe(run));
            assert!(result.is_ok(), "round {round} on {set}");
        }
    }
}

#[test]
fn convolutions_of_any_shape() {
    for_all(120, |random, set| {
        let kernel = [1, 2, 3, 4, 5, 7][random.below(6)];
        let stride = between(random, 1, 3);
        let window = Window::conv(kernel, stride, random.below(kernel / 2 + 2));
        // Few channels are read as planes.
        let most = if random.below(4) == 0 { 4 } else { 70 };
        let channels = between(random, 1, most);
        let sample = Sample::new(random, channels, 40);
        if window.output_side(sample.sides.0) == 0 || window.output_side(sample.sides.1) == 0 {
            return;
        }
        let filters = between(random, 1, 70);
        let weight = numbers(random, filters * channels * kernel * kernel);
        let bias = numbers(random, filters);
        let relu = random.below(2) == 0;
        let wanted = twin::conv(&sample.twin(), &weight, &bias, window, relu);
        let epilogue = if relu { Epilogue::Relu } else { Epilogue::Keep };
        for (method, tolerance) in [
            (Method::Direct, DIRECT),
            (Method::Winograd(Tile::Two), WINOGRAD),
            (Method::Winograd(Tile::Three), WINOGRAD),
            (Method::Winograd(Tile::Four), WINOGRAD),
        ] {
            let conv = PackedConv::for_set(set, &weight, &bias, channels, window, method).unwrap();
            let step = Step {
                operation: Operation::Conv(&conv, epilogue),
                input: Maps::Blocked(&sample.maps),
                border: random.below(3),
            };
            let what = format!("{set} {method:?} {channels} x {:?} {window:?} {filters}", sample.sides);
            let found = alone(set, step).unwrap();
            assert_near(&what, &found, &wanted, tolerance);
            let planes = Maps::Planes { values: &sample.values, channels, sides: sample.sides };
            let again = alone(set, Step { input: planes, ..step }).unwrap();
            assert_eq!(again.to_planes(), found.to_planes(), "{what}: from planes");
        }
    });
}

#[test]
fn pools_of_any_shape() {
    for_all(80, |random, set| {
        let kernel = between(random, 1, 5);
        let padding = random.below(kernel / 2 + 1);
        let window = Window { padding, ..Window::pool(kernel, between(random, 1, 3), 0) };
        let channels = between(random, 1, 70);
        let sample = Sample::new(random, channels, 30);
        let pools = [Pool::Max(window), Pool::Average(window), Pool::Adaptive(between(random, 1, 5))];
        for pool in pools {
            let step =
                Step { operation: Operation::Pool(pool), input: Maps::Blocked(&sample.maps), border: random.below(3) };
            let fits = pool.output_side(sample.sides.0) > 0 && pool.output_side(sample.sides.1) > 0;
            match alone(set, step) {
                Ok(found) => {
                    let wanted = twin::pool(&sample.twin(), pool);
                    assert_near(&format!("{set} {pool:?}"), &found, &wanted, DIRECT);
                }
                Err(error) => assert!(!fits, "{error}"),
            }
        }
    });
}

#[test]
fn normalisations_of_any_shape() {
    for_all(40, |random, set| {
        let norm =
            LocalResponseNorm { size: 1 + 2 * random.below(4), alpha: 0.7, beta: [0.75, 0.5][random.below(2)], k: 1.5 };
        let channels = between(random, 1, 70);
        let sample = Sample::new(random, channels, 20);
        let step = Step {
            operation: Operation::LocalResponseNorm(norm),
            input: Maps::Blocked(&sample.maps),
            border: random.below(3),
        };
        let found = alone(set, step).unwrap();
        let wanted = twin::local_response_norm(&sample.twin(), norm);
        assert_near(&format!("{set} {norm:?}"), &found, &wanted, DIRECT);
    });
}

#[test]
fn normalisations_with_their_own_statistics() {
    for_all(40, |random, set| {
        let channels = between(random, 1, 70);
        let sample = Sample::new(random, channels, 20);
        // A single cell has no spread: with a small epsilon rounding would be all there is.
        let epsilon = 1e-2;
        for epilogue in [Epilogue::Keep, Epilogue::Relu] {
            let found = normalise(set, &sample.maps, epsilon, epilogue);
            let mut wanted = twin::normalise(&sample.twin(), epsilon.into());
            if epilogue == Epilogue::Relu {
                wanted.iter_mut().for_each(|value| *value = value.max(0.0));
            }
            assert_near(&format!("{set} {epilogue:?}"), &found, &wanted, DIRECT);
            assert_eq!(found.border(), sample.maps.border());
        }
    });
}

#[test]
fn sums_of_any_shape() {
    for_all(40, |random, set| {
        let channels = between(random, 1, 70);
        let mut sample = Sample::new(random, channels, 20);
        let (height, width) = sample.sides;
        // As after a ReLU.
        sample.values.iter_mut().for_each(|value| *value = value.max(0.0));
        sample.maps = Blocked::from_planes(&sample.values, channels, height, width).unwrap().with_border(2);
        let found = sums(set, &sample.maps);
        assert_eq!(found.len(), channels);
        for (found, plane) in found.iter().zip(sample.values.chunks(height * width)) {
            let values = || plane.iter().copied().map(f64::from);
            assert_eq!(f64::from(found.min), values().fold(f64::INFINITY, f64::min), "{set}");
            assert_eq!(f64::from(found.max), values().fold(f64::NEG_INFINITY, f64::max), "{set}");
            assert_eq!(found.sum, values().sum::<f64>(), "{set}");
            assert_eq!(found.squares, values().map(|value| value * value).sum::<f64>(), "{set}");
            assert_eq!(found.zeros as usize, plane.iter().filter(|value| **value == 0.0).count(), "{set}");
        }
    });
}

#[test]
fn maxima_of_any_shape() {
    for_all(40, |random, set| {
        let channels = between(random, 1, 70);
        let mut sample = Sample::new(random, channels, 20);
        let (height, width) = sample.sides;
        // Tenths after a ReLU, so that several cells are as large as the largest: the first counts.
        sample.values.iter_mut().for_each(|value| *value = (*value * 10.0).round().max(0.0) / 10.0);
        sample.maps = Blocked::from_planes(&sample.values, channels, height, width).unwrap().with_border(3);
        let found = maxima(set, &sample.maps);
        assert_eq!(found.len(), channels);
        for (found, plane) in found.iter().zip(sample.values.chunks(height * width)) {
            let largest = plane.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            assert_eq!(found.value, largest, "{set}");
            assert_eq!(Some(found.cell as usize), plane.iter().position(|&value| value == largest), "{set}");
            let sum = plane.iter().copied().map(f64::from).sum::<f64>();
            assert!((found.sum - sum).abs() <= 1e-5 * sum, "{set}: {} {sum}", found.sum);
        }
    });
}

#[test]
fn linear_layers_of_any_shape() {
    for_all(60, |random, set| {
        let (inputs, outputs) = (between(random, 1, 300), between(random, 1, 200));
        let vectors: Vec<Vec<f32>> = (0..between(random, 1, 5)).map(|_| numbers(random, inputs)).collect();
        let x: Vec<&[f32]> = vectors.iter().map(Vec::as_slice).collect();
        let weight = numbers(random, inputs * outputs);
        let bias = numbers(random, outputs);
        let relu = random.below(2) == 0;
        let epilogue = if relu { Epilogue::Relu } else { Epilogue::Keep };
        let all = linear(set, &x, &weight, &bias, epilogue).unwrap();
        assert_eq!(all.len(), x.len());
        for (x, found) in x.iter().zip(all) {
            for ((found, row), bias) in found.iter().zip(weight.chunks(inputs)).zip(&bias) {
                let products = row.iter().zip(*x).map(|(a, b)| f64::from(*a) * f64::from(*b));
                let sum = products.sum::<f64>() + f64::from(*bias);
                let wanted = if relu { sum.max(0.0) } else { sum };
                assert!((f64::from(*found) - wanted).abs() < 1e-4, "{set}: {found} {wanted}");
            }
            // The same bits alone as beside others.
            assert_eq!(linear(set, &[x], &weight, &bias, epilogue).unwrap(), [found], "{set}");
        }
    });
}

/// The same bits whatever the number of threads, and whether steps run side by side or one by one.
#[test]
fn results_do_not_depend_on_threads() {
    let mut random = Random::new(5);
    let sample = Sample::new(&mut random, 40, 30);
    let set = InstructionSet::best();
    let window = Window::conv(3, 1, 1);
    let weight = numbers(&mut random, 70 * 40 * 9);
    let bias = numbers(&mut random, 70);
    let pack = |method| PackedConv::new(&weight, &bias, 40, window, method).unwrap();
    let convs =
        [Method::Direct, Method::Winograd(Tile::Two), Method::Winograd(Tile::Three), Method::Winograd(Tile::Four)]
            .map(pack);
    let mut steps: Vec<Step<'_>> = convs
        .iter()
        .map(|conv| Step {
            operation: Operation::Conv(conv, Epilogue::Relu),
            input: Maps::Blocked(&sample.maps),
            border: 0,
        })
        .collect();
    steps.push(Step { operation: Operation::Pool(Pool::Max(Window::pool(3, 1, 1))), ..steps[0] });
    // Other maps for the same weights, which are larger than maps of so few cells: their pieces are done in turn, and none is lost.
    let others: Vec<Blocked> = (0..3).map(|_| Sample::new(&mut random, 40, 9).maps).collect();
    for conv in &convs {
        let operation = Operation::Conv(conv, Epilogue::Keep);
        steps.extend(others.iter().map(|maps| Step { operation, input: Maps::Blocked(maps), border: 1 }));
    }
    let one_by_one: Vec<Vec<f32>> = steps.iter().map(|step| alone(set, *step).unwrap().to_planes()).collect();
    for threads in [1, 2, 3, 8] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let together = pool.install(|| side_by_side(set, &steps).unwrap());
        assert_eq!(together.len(), one_by_one.len());
        for (done, alone) in together.iter().zip(&one_by_one) {
            let same = done.maps.to_planes() == *alone;
            assert!(same, "{threads} threads");
        }
    }
}
