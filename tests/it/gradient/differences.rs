//! Finite differences: operator by operator, and of the whole network at once.

use candle_core::{Device, Tensor};
use inception_lens::model::kernels::{
    Blocked, ConvBackward, Epilogue, InstructionSet, LocalResponseNormBackward, Maps, MaxPoolBackward, Method, Onto,
    Operation, PackedConv, Pool, Rectified, Step, Tile, alone, keep_guided, keep_positive, normalise,
    normalise_backward,
};
use inception_lens::model::{GoogLeNet, Intervention, Objective, Over, Run};
use inception_lens::spec::{Head, LocalResponseNorm, Topology, Window};

use super::{network, noise};
use crate::synthetic;

/// Numbers from -1 to 1.
fn numbers(seed: u64, count: usize) -> Vec<f32> {
    (0..count as u64).map(|index| synthetic::noise(seed, index)).collect()
}

fn run(set: InstructionSet, operation: Operation<'_>, x: &Blocked) -> Blocked {
    let step = Step { operation, input: Maps::Blocked(x), border: 0 };
    alone(set, step).unwrap()
}

/// A gradient by the definition: how the sum of `weights` times the results changes with each input, in double steps.
fn by_definition(x: &[f32], weights: &[f32], step: f32, forward: impl Fn(&[f32]) -> Vec<f32>) -> Vec<f64> {
    let sum = |x: &[f32]| -> f64 {
        let pairs = forward(x).into_iter().zip(weights);
        pairs.map(|(y, weight)| f64::from(y) * f64::from(*weight)).sum()
    };
    let mut moved = x.to_vec();
    (0..x.len())
        .map(|index| {
            moved[index] = x[index] + step;
            let above = (sum(&moved), f64::from(moved[index]));
            moved[index] = x[index] - step;
            let below = (sum(&moved), f64::from(moved[index]));
            moved[index] = x[index];
            (above.0 - below.0) / (above.1 - below.1)
        })
        .collect()
}

fn assert_near(what: &str, found: &[f32], wanted: &[f64], tolerance: f64) {
    let largest = wanted.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    assert_eq!(found.len(), wanted.len(), "{what}");
    for (index, (found, wanted)) in found.iter().zip(wanted).enumerate() {
        let error = (f64::from(*found) - wanted).abs();
        assert!(error <= tolerance * largest, "{what}[{index}]: {found} instead of {wanted}");
    }
}

/// Convolutions are linear: any step will do, and only rounding is left.
#[test]
fn convolutions_on_every_instruction_set() {
    let windows = [
        (Window::conv(1, 1, 0), Method::Direct),
        (Window::conv(3, 1, 1), Method::Direct),
        (Window::conv(3, 1, 1), Method::Winograd(Tile::Two)),
        (Window::conv(3, 1, 1), Method::Winograd(Tile::Four)),
        (Window::conv(3, 1, 0), Method::Direct),
        (Window::conv(5, 1, 2), Method::Direct),
        (Window::conv(5, 1, 2), Method::Winograd(Tile::Two)),
        (Window::conv(7, 2, 3), Method::Direct),
        (Window::conv(7, 2, 3), Method::Winograd(Tile::Three)),
        (Window::conv(3, 2, 0), Method::Direct),
        (Window::conv(4, 3, 2), Method::Direct),
    ];
    for set in InstructionSet::available() {
        for (case, (window, method)) in windows.into_iter().enumerate() {
            let (channels, filters) = ([3, 20, 5][case % 3], [17, 4, 33][case % 3]);
            let (height, width) = ([9, 12][case % 2], [7, 14, 11][case % 3]);
            let seed = case as u64;
            let weight = numbers(seed, filters * channels * window.kernel * window.kernel);
            let bias = numbers(seed + 100, filters);
            let x = numbers(seed + 200, channels * height * width);
            let conv = PackedConv::for_set(set, &weight, &bias, channels, window, Method::Direct).unwrap();
            let forward = |x: &[f32]| {
                let x = Blocked::from_planes(x, channels, height, width).unwrap();
                run(set, Operation::Conv(&conv, Epilogue::Keep), &x).to_planes()
            };
            let gradient = numbers(seed + 300, forward(&x).len());
            let wanted = by_definition(&x, &gradient, 1.0, forward);
            let back = ConvBackward::for_set(set, &[&weight], channels, window, method).unwrap();
            let sides = (window.output_side(height), window.output_side(width));
            let gradient = Blocked::from_planes(&gradient, filters, sides.0, sides.1).unwrap();
            let result = alone(set, back.step(&gradient)).unwrap();
            let found = match back.is_direct() {
                true => result.to_planes(),
                false => back.finish(&result, (height, width)),
            };
            assert_near(&format!("{set} {window:?} {method:?}"), &found, &wanted, 1e-5);
        }
    }
}

/// Max pooling is linear between ties: steps smaller than any difference.
#[test]
fn max_pooling() {
    let windows = [Window::pool(3, 2, 0), Window::pool(3, 1, 1), Window::pool(2, 2, 0)];
    for set in InstructionSet::available() {
        for window in windows {
            let (channels, height, width) = (19, 11, 8);
            let count = channels * height * width;
            // All different, in an order that has nothing to do with the place.
            let x: Vec<f32> = (0..count).map(|index| (index * 997 % count) as f32).collect();
            let maps = |x: &[f32]| Blocked::from_planes(x, channels, height, width).unwrap();
            let forward = |x: &[f32]| run(set, Operation::Pool(Pool::Max(window)), &maps(x));
            let y = forward(&x);
            let gradient = numbers(1, y.to_planes().len());
            let wanted = by_definition(&x, &gradient, 0.25, |x| forward(x).to_planes());
            let (rows, columns) = y.sides();
            let gradient = Blocked::from_planes(&gradient, channels, rows, columns).unwrap();
            let x = maps(&x);
            let pool = MaxPoolBackward { window, x: &x, y: &y, gradient: &gradient };
            let zeros = |border| Onto::Zeros { border, rectified: false };
            let (found, is_finite) = pool.run(set, zeros(1)).unwrap();
            assert_near(&format!("{set} {window:?}"), &found.to_planes(), &wanted, 1e-5);
            assert_eq!((found.border(), is_finite), (1, true));
            // It adds to what is there, border or not.
            let start = x.with_border(2);
            let (sum, _) = pool.run(set, Onto::Maps(start)).unwrap();
            let sums: Vec<f64> = (sum.to_planes().iter().zip(x.to_planes()))
                .map(|(sum, start)| f64::from(*sum) - f64::from(start))
                .collect();
            assert_near("on top", &found.to_planes(), &sums, 1e-3);
        }
    }
}

/// Of several equal cells the first in reading order wins, as in PyTorch.
#[test]
fn ties_of_max_pooling() {
    let window = Window::pool(3, 2, 0);
    let back = |x: &[f32], [height, width]: [usize; 2], gradient: &[f32], rectified: bool| {
        let set = InstructionSet::best();
        let x = Blocked::from_planes(x, 1, height, width).unwrap();
        let y = run(set, Operation::Pool(Pool::Max(window)), &x);
        let gradient = Blocked::from_planes(gradient, 1, y.sides().0, y.sides().1).unwrap();
        let pool = MaxPoolBackward { window, x: &x, y: &y, gradient: &gradient };
        let border = 0;
        let (maps, is_finite) = pool.run(set, Onto::Zeros { border, rectified }).unwrap();
        (maps.to_planes(), is_finite)
    };
    let x = [[0.0, 2.0, 2.0, 1.0, 1.0], [2.0, 0.0, 1.0, 1.0, 1.0], [0.0, 0.0, 1.0, 0.0, 0.0]];
    let mut wanted = vec![0.0; 15];
    (wanted[1], wanted[2]) = (10.0, 3.0);
    for rectified in [false, true] {
        let (found, is_finite) = back(x.as_flattened(), [3, 5], &[10.0, 3.0], rectified);
        assert_eq!((found, is_finite), (wanted.clone(), true));
    }
    let (found, _) = back(&[0.0; 9], [3, 3], &[5.0], false);
    assert_eq!(found, [5.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    // Before the ReLU that made it, nothing of it is left.
    let (found, _) = back(&[0.0; 9], [3, 3], &[5.0], true);
    assert_eq!(found, [0.0; 9]);
    let (_, is_finite) = back(&[0.0, 1.0, f32::NAN, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0], [3, 3], &[1.0], true);
    assert!(!is_finite);
}

#[test]
fn local_response_normalisation() {
    for set in InstructionSet::available() {
        for beta in [0.75, 0.6] {
            // Strong enough that the sums matter.
            let norm = LocalResponseNorm { size: 5, alpha: 0.5, beta, k: 1.0 };
            let (channels, height, width) = (19, 6, 3);
            let x: Vec<f32> = numbers(3, channels * height * width);
            let x: Vec<f32> = x.iter().map(|x| 4.0 * x).collect();
            let maps = |x: &[f32]| Blocked::from_planes(x, channels, height, width).unwrap();
            let gradient = numbers(4, x.len());
            let wanted = by_definition(&x, &gradient, 0.01, |x| {
                run(set, Operation::LocalResponseNorm(norm), &maps(x)).to_planes()
            });
            let (x, gradient) = (maps(&x), maps(&gradient));
            for x in [x.clone(), x.with_border(1)] {
                let back = LocalResponseNormBackward { norm, x: &x, gradient: &gradient, border: 0, rectified: false };
                let (found, _) = back.run(set).unwrap();
                assert_near(&format!("{set} {beta}"), &found.to_planes(), &wanted, 1e-3);
                // Through the ReLU that made `x` at once, as one after the other.
                let after = Rectified { gradient: &found, activation: &x, border: 2 };
                let after = keep_positive(set, &[after]).unwrap().remove(0).0;
                let (at_once, is_finite) =
                    LocalResponseNormBackward { border: 2, rectified: true, ..back }.run(set).unwrap();
                assert!(is_finite);
                assert_eq!((at_once.to_planes(), at_once.border()), (after.to_planes(), 2), "{set} {beta}");
            }
            let odd = maps(&vec![f32::NAN; channels * height * width]);
            let back = LocalResponseNormBackward { norm, x: &odd, gradient: &gradient, border: 0, rectified: true };
            assert!(!back.run(set).unwrap().1, "{set} {beta}");
        }
    }
}

#[test]
fn normalisation_with_its_own_statistics() {
    for set in InstructionSet::available() {
        let (channels, height, width) = (19, 5, 4);
        let x = numbers(5, channels * height * width);
        let maps = |x: &[f32]| Blocked::from_planes(x, channels, height, width).unwrap();
        let gradient = numbers(6, x.len());
        let forward = |x: &[f32]| normalise(set, &maps(x), 1e-3, Epilogue::Keep).to_planes();
        let wanted = by_definition(&x, &gradient, 5e-3, forward);
        let gradient = maps(&gradient).with_border(2);
        for x in [maps(&x), maps(&x).with_border(1)] {
            let found = normalise_backward(set, &x, &gradient, 1e-3).unwrap();
            assert_near(&format!("{set}"), &found.to_planes(), &wanted, 1e-3);
            assert_eq!(found.border(), 2);
        }
        let other = Blocked::from_planes(&[0.0; 19], 19, 1, 1).unwrap();
        assert!(normalise_backward(set, &maps(&x), &other, 1e-3).is_err());
    }
}

#[test]
fn relu_passes_what_is_positive() {
    for set in InstructionSet::available() {
        let y = [0.0, 1.0, -0.0, 2.0, f32::MIN_POSITIVE, 3.0];
        let gradient = [1.0, 2.0, 3.0, -4.0, 5.0, 0.0];
        let maps = |values| Blocked::from_planes(values, 1, 2, 3).unwrap();
        let (gradient, y) = (maps(&gradient), maps(&y).with_border(1));
        let odd = maps(&[1.0, 2.0, f32::INFINITY, 0.0, 0.0, 0.0]);
        let pair = |activation, border| Rectified { gradient: &gradient, activation, border };
        let found = keep_positive(set, &[pair(&y, 2), pair(&odd, 0)]).unwrap();
        let [(found, true), (other, false)] = &*found else {
            panic!("{set}: which of both is odd: {found:?}");
        };
        assert_eq!(found.to_planes(), [0.0, 2.0, 0.0, -4.0, 5.0, 0.0]);
        assert_eq!(found.border(), 2);
        assert_eq!(other.to_planes(), [1.0, 2.0, 3.0, 0.0, 0.0, 0.0]);
        let guided = keep_guided(set, &[pair(&y, 1)]).unwrap();
        assert_eq!(guided[0].0.to_planes(), [0.0, 2.0, 0.0, 0.0, 5.0, 0.0]);
    }
}

/// A fresh network, its sums normalised with the photo's own statistics, after the ReLU and before it.
#[test]
fn a_normalised_network() {
    let fresh = network(Topology::PAPER).fresh(1, true).unwrap();
    let input = noise(100.0, 130, 101);
    for before_relu in [false, true] {
        let name = "inception3a".to_owned();
        let objective = Objective::Weighted(vec![
            (Objective::Energy { name: name.clone(), before_relu }, 1.0),
            (Objective::Channel { name, channel: 7, how: Over::Mean, before_relu }, 0.1),
        ]);
        let slope = slope_along_gradient(&fresh, &input, &objective);
        assert!((slope - 1.0).abs() < 0.03, "{before_relu}: {slope}");
    }
}

/// A run with something muted: from there on its gradient is that of the muted run, resumed or whole.
#[test]
fn a_muted_network() {
    let network = network(Topology::PAPER);
    let input = noise(100.0, 112, 96);
    let objective = Objective::Energy { name: "inception3b".to_owned(), before_relu: false };
    let only = |run: Run<'static>| run.only(network.needs(&objective).unwrap());
    let mute = Intervention::Mute(vec![1, 17, 40]);
    let whole = network.forward(&input, only(Run::new()).intervene("conv2", mute.clone())).unwrap();
    let gradient = network.gradient(&whole, &objective, "conv2").unwrap();
    let start = whole.get("conv2").unwrap().tensor().unwrap();
    let square: f64 = gradient.values.iter().map(|value| f64::from(*value).powi(2)).sum();
    let along = Tensor::from_slice(&gradient.values, start.shape(), &Device::Cpu).unwrap();
    let length = f64::from(start.sqr().unwrap().sum_all().unwrap().to_scalar::<f32>().unwrap()).sqrt();
    let step = 1e-3 * length / square.sqrt();
    let at = |step: f64| {
        let moved = (&start + (&along * step).unwrap()).unwrap();
        let run = only(Run::new()).intervene("conv2", Intervention::Replace(moved));
        network.objective(&network.forward(&input, run).unwrap(), &objective).unwrap()
    };
    let slope = (at(step) - at(-step)) / (2.0 * step) / square;
    assert!((slope - 1.0).abs() < 0.01, "{slope}");
    let base = network.forward(&input, only(Run::new())).unwrap();
    let resumed = Run::resume(&base).only(network.needs(&objective).unwrap()).intervene("conv2", mute);
    let resumed = network.forward(&input, resumed).unwrap();
    assert!(network.gradient(&resumed, &objective, "conv2").unwrap() == gradient);
    assert!(network.gradient(&base, &objective, "conv2").unwrap() != gradient);
    let back = network.forward(&input, Run::resume(&resumed).only(network.needs(&objective).unwrap())).unwrap();
    let unchanged = |trace| network.gradient(trace, &objective, "input").unwrap();
    assert!(unchanged(&back) == unchanged(&base));
}

/// One way back for several activations gives what a way for each gives.
#[test]
fn several_activations_on_one_way() {
    let network = network(Topology::PAPER);
    let objective = Objective::Weighted(vec![
        (Objective::Logit { head: Head::Main, class: 3 }, 1.0),
        (Objective::Logit { head: Head::Aux2, class: 1 }, 0.3),
        (Objective::Energy { name: "inception3b".to_owned(), before_relu: true }, 0.1),
    ]);
    let trace = network.forward(&noise(100.0, 224, 224), Run::new()).unwrap();
    let names = ["inception3b", "conv1", "input", "inception3a.branch2.0", "conv3", "inception5b"];
    let together = network.gradients(&trace, &objective, &names).unwrap();
    for (name, together) in names.into_iter().zip(together) {
        let alone = network.gradient(&trace, &objective, name).unwrap();
        let wanted: Vec<f64> = alone.values.iter().copied().map(f64::from).collect();
        assert_near(name, &together.values, &wanted, 1e-6);
    }
}

/// Along the gradient itself the slope is its squared length; through every layer of every topology.
#[test]
fn the_whole_network() {
    for (topology, scale) in [(Topology::PAPER, 100.0), (Topology::BATCH_NORM, 2.0), (Topology::TORCHVISION, 2.0)] {
        let network = network(topology);
        let input = noise(scale, 224, 224);
        let channel = |name: &str, before_relu| Objective::Channel {
            name: name.to_owned(),
            channel: 40,
            how: Over::Mean,
            before_relu,
        };
        let logit = |head| Objective::Logit { head, class: 3 };
        let energy = Objective::Energy { name: "inception4c".to_owned(), before_relu: false };
        let objective = Objective::Weighted(vec![
            (logit(Head::Main), 1.0),
            (logit(Head::Aux1), -2.0),
            (logit(Head::Aux2), 0.5),
            (channel("inception4d", true), 3.0),
            (channel("conv3", false), 0.2),
            (energy, 1.0),
        ]);
        let slope = slope_along_gradient(&network, &input, &objective);
        assert!((slope - 1.0).abs() < 0.03, "{:?}: {slope}", topology.preset_name());
    }
}

/// Channels that are off carry nothing back, whatever kind of layer they belong to; they have a gradient of their own.
#[test]
fn what_is_off_is_off_on_the_way_back() {
    let network = network(Topology::PAPER);
    let off = [("maxpool1", 0..32), ("inception3a", 0..128), ("inception3b.branch4.0", 5..20), ("conv3", 0..90)];
    let run = || {
        let mute = |run: Run<'static>, (name, channels): &(&str, std::ops::Range<usize>)| {
            run.intervene(name, Intervention::Mute(channels.clone().collect()))
        };
        off.iter().fold(Run::new(), mute)
    };
    let objective = Objective::Energy { name: "inception3b".to_owned(), before_relu: false };
    let input = noise(100.0, 120, 96);
    let slope = slope_along(&network, &input, &objective, &|| run().only(network.needs(&objective).unwrap()));
    assert!((slope - 1.0).abs() < 0.03, "{slope}");
    let trace = network.forward(&input, run().only(network.needs(&objective).unwrap())).unwrap();
    let own = network.gradient(&trace, &objective, "inception3a").unwrap();
    let area = own.values.len() / 256;
    assert!(own.values[..128 * area].iter().any(|&value| value != 0.0));
}

/// The slope of the objective along its gradient over the gradient's squared length: 1.
fn slope_along_gradient(network: &GoogLeNet, input: &Tensor, objective: &Objective) -> f64 {
    slope_along(network, input, objective, &|| Run::new().only(network.needs(objective).unwrap()))
}

/// The same of such runs.
fn slope_along(network: &GoogLeNet, input: &Tensor, objective: &Objective, run: &dyn Fn() -> Run<'static>) -> f64 {
    let trace = network.forward(input, run()).unwrap();
    let gradient = network.gradient(&trace, objective, "input").unwrap();
    let square: f64 = gradient.values.iter().map(|value| f64::from(*value).powi(2)).sum();
    let gradient = Tensor::from_vec(gradient.values, input.shape(), &Device::Cpu).unwrap();
    // Short beside the input, long beside rounding.
    let length = f64::from(input.sqr().unwrap().sum_all().unwrap().to_scalar::<f32>().unwrap());
    let step = 1e-3 * length.sqrt() / square.sqrt();
    let at = |step: f64| {
        let moved = (input + (&gradient * step).unwrap()).unwrap();
        let trace = network.forward(&moved, run()).unwrap();
        network.objective(&trace, objective).unwrap()
    };
    (at(step) - at(-step)) / (2.0 * step) / square
}
