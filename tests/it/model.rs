//! The run as a parameter: resume, mute, cancel, progress; and the gradients of the reference operators.

use std::cell::Cell;
use std::collections::HashSet;

use candle_core::{DType, Device, Tensor, Var};
use inception_lens::model::{GoogLeNet, Intervention, ModelError, Operators, Run, Trace, Values};
use inception_lens::spec::{Network, Topology};
use inception_lens::weights::Weights;

use crate::golden::golden_input;
use crate::synthetic;

fn weights_of(topology: Topology) -> Weights {
    let bytes = synthetic::File::of(topology, 7, [true, true]).bytes();
    Weights::load(&bytes, "synthetic", Some(topology)).unwrap()
}

fn network(topology: Topology) -> (GoogLeNet, Network) {
    let weights = weights_of(topology);
    let network = weights.network();
    (GoogLeNet::new(&weights, Operators::Fast).unwrap(), network)
}

fn values(trace: &Trace, name: &str) -> Vec<f32> {
    trace.get(name).unwrap().values.to_vec().unwrap()
}

/// Whatever is put in place of an activation, a run that resumes there gives bit for bit what a full run gives, and
/// computes nothing that lies before.
#[test]
fn a_resumed_run_equals_a_full_run_from_every_name() {
    for topology in [Topology::PAPER, Topology::TORCHVISION] {
        let (model, network) = network(topology);
        let input = GoogLeNet::input(&golden_input("cat")).unwrap();
        let base = model.forward(&input, Run::new()).unwrap();
        for layer in &network.layers {
            let name = &layer.name;
            let other = (base.get(name).unwrap().tensor().unwrap() * 0.5).unwrap();
            let change = Intervention::Replace(other);
            let full = model.forward(&input, Run::new().intervene(name, change.clone())).unwrap();
            let resumed = model.forward(&input, Run::resume(&base).intervene(name, change)).unwrap();
            for (full, resumed) in full.activations().iter().zip(resumed.activations()) {
                let bits =
                    |values: &Values| -> Vec<u32> { values.to_vec().unwrap().into_iter().map(f32::to_bits).collect() };
                let equal = bits(&full.values) == bits(&resumed.values);
                assert!(equal, "{name}: {}", full.name);
            }
            let depends = |index: usize| -> bool {
                // Whether layer `index` lies behind `name`, by the spec's own graph.
                let mut behind = vec![false; network.layers.len()];
                for (i, layer) in network.layers.iter().enumerate() {
                    behind[i] = layer.inputs.iter().any(|&input| behind[input] || network.layers[input].name == *name);
                }
                behind[index]
            };
            for (index, traced) in resumed.activations().iter().enumerate() {
                assert_eq!(traced.computed, depends(index), "{name}: {}", traced.name);
            }
        }
    }
}

/// Every number of a pass, bit for bit: alone, with helpers, inside a pool, and next to other passes.
#[test]
fn a_run_does_not_depend_on_the_number_of_threads() {
    let (model, _) = network(Topology::PAPER);
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    for model in [&model, &model.fresh(2, true).unwrap()] {
        let bits = || -> Vec<Vec<u32>> {
            let trace = model.forward(&input, Run::new()).unwrap();
            let bits = |values: &Values| values.to_vec().unwrap().into_iter().map(f32::to_bits).collect();
            trace.activations().iter().map(|traced| bits(&traced.values)).collect()
        };
        let expected = bits();
        for threads in [1, 2, 5] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            assert!(pool.install(bits) == expected, "{threads} threads");
        }
        std::thread::scope(|scope| {
            let passes = [(); 3].map(|()| scope.spawn(bits));
            assert!(passes.into_iter().all(|pass| pass.join().unwrap() == expected), "side by side");
        });
    }
}

/// Photos that run together, each with its own wishes, give what each gives alone, bit by bit.
#[test]
fn photos_that_run_together_are_as_alone() {
    for topology in [Topology::PAPER, Topology::TORCHVISION] {
        let (model, network) = network(topology);
        let photos = ["cat", "flower", "cat", "flower"].map(|name| GoogLeNet::input(&golden_input(name)).unwrap());
        let base = model.forward(&photos[2], Run::new()).unwrap();
        let logits: HashSet<String> = ["fc".to_owned(), "aux1.fc2".to_owned()].into();
        let runs = || {
            let halved = Intervention::Mute(vec![0, 5]);
            vec![
                Run::new(),
                Run::new().keep(logits.clone()),
                Run::resume(&base).intervene("inception4b.branch2.1", halved),
                Run::new().only(network.layers.iter().take(40).map(|layer| layer.name.clone()).collect()),
            ]
        };
        let together = model.forward_all(&photos, runs()).unwrap();
        assert_eq!(together.len(), photos.len());
        for (together, (photo, run)) in together.iter().zip(photos.iter().zip(runs())) {
            let alone = model.forward(photo, run).unwrap();
            let names = |trace: &Trace| -> Vec<(String, bool)> {
                trace.activations().iter().map(|traced| (traced.name.clone(), traced.computed)).collect()
            };
            assert_eq!(names(together), names(&alone));
            for (a, b) in together.activations().iter().zip(alone.activations()) {
                let bits =
                    |values: &Values| -> Vec<u32> { values.to_vec().unwrap().into_iter().map(f32::to_bits).collect() };
                assert!(bits(&a.values) == bits(&b.values), "{}", a.name);
            }
        }
        assert_eq!(together[0].activations().len(), network.layers.len());
        assert_eq!(together[1].activations().len(), logits.len());
        // One that cannot run fails all: nothing is said of the others.
        let mut wrong = runs();
        wrong[1] = Run::new().intervene("nothing", Intervention::Mute(vec![0]));
        let error = model.forward_all(&photos, wrong).unwrap_err();
        assert!(matches!(error, ModelError::UnknownName { name } if name == "nothing"));
    }
}

#[test]
fn an_unchanged_run_computes_nothing() {
    let (model, _) = network(Topology::BATCH_NORM);
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let base = model.forward(&input, Run::new()).unwrap();
    let again = model.forward(&input, Run::resume(&base)).unwrap();
    assert!(again.activations().iter().all(|traced| !traced.computed));
}

#[test]
fn muting_sets_channels_to_zero_and_a_resumed_mute_can_be_taken_back() {
    let (model, _) = network(Topology::BATCH_NORM);
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let base = model.forward(&input, Run::new()).unwrap();
    let mute = Intervention::Mute(vec![3, 5]);
    let muted = model.forward(&input, Run::resume(&base).intervene("conv1", mute)).unwrap();
    let conv1 = values(&muted, "conv1");
    assert!(conv1[3 * 112 * 112..4 * 112 * 112].iter().all(|&value| value == 0.0));
    assert_eq!(conv1[..3 * 112 * 112], values(&base, "conv1")[..3 * 112 * 112]);
    assert_ne!(values(&muted, "fc"), values(&base, "fc"));
    // Resuming from the muted run without muting must not keep the zeros.
    let back = model.forward(&input, Run::resume(&muted)).unwrap();
    assert_eq!(values(&back, "fc"), values(&base, "fc"));
}

#[test]
fn impossible_interventions_are_refused_by_name() {
    let (model, _) = network(Topology::BATCH_NORM);
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let run = |name: &str, channel: usize| {
        let run = Run::new().intervene(name, Intervention::Mute(vec![channel]));
        model.forward(&input, run).unwrap_err().to_string()
    };
    assert_eq!(run("conv1", 64), "conv1 cannot be changed like this: it has 64 channels, there is no channel 64.");
    assert!(run("norm1", 0).contains("no activation named \"norm1\""));
    let small = Tensor::zeros((1, 3, 8, 8), DType::F32, &Device::Cpu).unwrap();
    assert!(model.forward(&small, Run::new()).is_err());
}

#[test]
fn a_cancelled_run_stops_before_the_next_step() {
    let (model, _) = network(Topology::BATCH_NORM);
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let steps = Cell::new(0);
    let cancelled = || steps.get() >= 3;
    let mut count = |step: inception_lens::model::StepReport<'_>| steps.set(step.done);
    let run = Run::new().cancel_when(&cancelled).on_step(&mut count);
    assert!(matches!(model.forward(&input, run), Err(ModelError::Cancelled)));
    assert_eq!(steps.get(), 3);
}

/// The gradient of a weighted sum of all logits and the conv1 input, against finite differences, through ceil-mode
/// pooling, average pooling with kernel != stride, and LRN.
#[test]
fn reference_gradients_agree_with_finite_differences() {
    for topology in [Topology::PAPER, Topology::TORCHVISION] {
        let weights = weights_of(topology);
        let model = GoogLeNet::new(&weights, Operators::Reference).unwrap();
        let start = GoogLeNet::input(&golden_input("cat")).unwrap();
        let loss = |input: &Tensor| -> Tensor {
            let trace = model.forward(input, Run::new()).unwrap();
            let sum = |name: &str| trace.get(name).unwrap().tensor().unwrap().sum_all().unwrap();
            (((sum("fc") + sum("aux1.fc2")).unwrap() + sum("aux2.fc2")).unwrap() + sum("maxpool2") * 1e-3).unwrap()
        };
        let variable = Var::from_tensor(&start).unwrap();
        let gradients = loss(variable.as_tensor()).backward().unwrap();
        let gradient = gradients.get(variable.as_tensor()).unwrap();
        // Along the gradient itself the slope is its squared length.
        let square = gradient.sqr().unwrap().sum_all().unwrap().to_scalar::<f32>().unwrap();
        let step = 1e-2 / square.sqrt();
        let move_by = |step: f32| (&start + (gradient * f64::from(step)).unwrap()).unwrap();
        let at = |step: f32| f64::from(loss(&move_by(step)).to_scalar::<f32>().unwrap());
        let slope = (at(step) - at(-step)) / (2.0 * f64::from(step));
        let ratio = slope / f64::from(square);
        assert!((ratio - 1.0).abs() < 0.03, "{:?}: {ratio}", topology.preset_name());
    }
}
