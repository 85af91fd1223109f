//! Gradient norms, fresh networks, similarity and the machine's peak.

use candle_core::{DType, Device, Tensor, Var};
use inception_lens::analysis::gradients::{curve, points};
use inception_lens::analysis::similarity::{cosine, similarity};
use inception_lens::analysis::{Initialisation, Spread};
use inception_lens::engine::{LoadedNetwork, Switch, off};
use inception_lens::model::{GoogLeNet, Intervention, ModelError, Operators, Run};
use inception_lens::spec::{AUX_WEIGHT, Topology};
use inception_lens::weights::Weights;

use crate::golden::golden_input;
use crate::synthetic;

#[test]
fn losses_are_cross_entropies_and_every_point_has_a_gradient() {
    let network = LoadedNetwork::load_default().unwrap();
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let (_, report) = network.run_values(&golden_input("cat"), Run::new()).unwrap();
    let cat = report.main().best();
    let trained = curve(&network.model, &input, Initialisation::Loaded, 0, cat, Run::new(), &|| false).unwrap();
    let loss = |index: usize| -f64::from(report.scores[index].probabilities[cat]).ln();
    let (aux1, aux2, main) = (loss(0), loss(1), loss(2));
    assert!((trained.main_loss - main).abs() < 1e-3);
    assert!((trained.total_loss - (main + AUX_WEIGHT * (aux1 + aux2))).abs() < 1e-3);
    assert_eq!(trained.points.len(), points().len());
    assert!(trained.points.iter().all(|(_, main, total)| *main > 0.0 && *total > 0.0));
    // Behind the second head there is no difference; before it there is.
    let at = |name: &str| trained.points.iter().find(|point| point.0 == name).unwrap();
    let (_, main, total) = at("inception5a");
    assert!((main - total).abs() <= 1e-5 * main);
    let (_, main, total) = at("inception4a");
    assert!((main - total).abs() > 1e-3 * main);
}

/// At 5b the gradient has a closed form, `W^T (p - y) / 49` in each of 49 cells, of what the network says with that off.
#[test]
fn what_is_switched_off_stays_off_in_the_gradients() {
    let network = LoadedNetwork::load_default().unwrap();
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let off = |names: &[&str]| {
        let switches: Vec<Switch> = names.iter().map(|name| name.parse().unwrap()).collect();
        off::muted(&switches, &network.network).unwrap()
    };
    let branches = ["branch1", "branch2", "branch3", "branch4"].map(|branch| format!("inception4a.{branch}"));
    let module = off(&branches.each_ref().map(String::as_str));
    // A channel of an activation that is a point itself, a whole branch, all that a module gives on.
    for muted in [off(&["inception4a:17", "conv1:3"]), off(&["inception4b.branch2"]), module.clone()] {
        let run = || off::interventions(Run::new(), &muted);
        let (_, report) = network.run_values(&golden_input("cat"), run()).unwrap();
        let cat = report.labels.iter().position(|label| label == "cat").unwrap();
        let curve = curve(&network.model, &input, Initialisation::Loaded, 0, cat, run(), &|| false).unwrap();
        let at = |name: &str| curve.points.iter().find(|point| point.0 == name).unwrap();
        let classifier = report.classifier();
        let mut expected = vec![0.0; 1024];
        for (class, &share) in report.main().probabilities.iter().enumerate() {
            let off_by = f64::from(share) - f64::from(u8::from(class == cat));
            for (sum, &weight) in expected.iter_mut().zip(classifier.row(class).unwrap().0) {
                *sum += off_by * f64::from(weight);
            }
        }
        let expected = expected.iter().map(|sum| sum * sum).sum::<f64>().sqrt() / 7.0;
        let (_, found, _) = at("inception5b");
        assert!((found - expected).abs() <= 1e-4 * expected, "{found} {expected}, {muted:?}");
        // Nothing gets through a module that is off; through all else, something does.
        for (name, main, total) in &curve.points {
            let is_before = ["conv", "inception3"].iter().any(|start| name.starts_with(start));
            let is_cut = muted == module && is_before;
            assert_eq!((*main == 0.0, *total == 0.0), (is_cut, is_cut), "{name}, {muted:?}");
        }
    }
}

/// The norms of a curve by candle's autograd: a variable that is 0 is added to every activation.
fn norms_by_candle(model: &GoogLeNet, input: &Tensor, class: usize, with_heads: bool) -> Vec<f64> {
    let shapes = model.forward(input, Run::new()).unwrap();
    let mut run = Run::new();
    let mut probes = Vec::new();
    for name in points() {
        let dims = shapes.get(&name).unwrap().values.dims();
        let probe = Var::zeros(dims, DType::F32, &Device::Cpu).unwrap();
        run = run.intervene(&name, Intervention::Add(probe.as_tensor().clone()));
        probes.push(probe);
    }
    let trace = model.forward(input, run).unwrap();
    let loss = |name: &str| {
        let logits = trace.get(name).unwrap().tensor().unwrap();
        (logits.log_sum_exp(0).unwrap() - logits.get(class).unwrap()).unwrap()
    };
    let mut sum = loss("fc");
    if with_heads {
        for name in ["aux1.fc2", "aux2.fc2"] {
            sum = (sum + (loss(name) * AUX_WEIGHT).unwrap()).unwrap();
        }
    }
    let gradients = sum.backward().unwrap();
    let square = |probe: &Var| gradients.get(probe.as_tensor()).unwrap().sqr().unwrap().sum_all().unwrap();
    probes.iter().map(|probe| f64::from(square(probe).to_scalar::<f32>().unwrap()).sqrt()).collect()
}

/// Trained and fresh networks, normalised or not: what candle finds behind its own operators.
#[test]
fn curves_are_what_autograd_finds() {
    for (topology, scale) in [(Topology::PAPER, 100.0), (Topology::TORCHVISION, 2.0)] {
        let bytes = synthetic::File::of(topology, 7, [true, true]).bytes();
        let weights = Weights::load(&bytes, "made-up", Some(topology)).unwrap();
        let model = |operators| GoogLeNet::new(&weights, operators).unwrap();
        let (fast, reference) = (model(Operators::Fast), model(Operators::Reference));
        let values: Vec<f32> = (0..3 * 224 * 224).map(|index| scale * synthetic::noise(7, index)).collect();
        let input = GoogLeNet::input(&values).unwrap();
        let (seed, class) = (3, 2);
        let gaussian = Initialisation::Gaussian(Spread::at(9));
        for initialisation in Initialisation::ALL.into_iter().chain([gaussian]) {
            let found = curve(&fast, &input, initialisation, seed, class, Run::new(), &|| false).unwrap();
            let reference = match initialisation {
                Initialisation::Loaded => reference.clone(),
                Initialisation::Fresh => reference.fresh(seed, false).unwrap(),
                Initialisation::FreshBatchNorm => reference.fresh(seed, true).unwrap(),
                Initialisation::Gaussian(spread) => reference.fresh_spread(seed, spread.value()).unwrap(),
            };
            for with_heads in [false, true] {
                let wanted = norms_by_candle(&reference, &input, class, with_heads);
                for ((name, main, total), wanted) in found.points.iter().zip(wanted) {
                    let found = if with_heads { *total } else { *main };
                    // Single cells of a ReLU or a pool may be decided differently in another order of sums.
                    let what = format!("{:?} {initialisation:?} {name}", topology.preset_name());
                    assert!((found / wanted - 1.0).abs() < 2e-3, "{what}: {found} {wanted}");
                }
            }
        }
    }
}

#[test]
fn a_curve_can_be_cancelled() {
    let network = LoadedNetwork::load_default().unwrap();
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let cancelled = curve(&network.model, &input, Initialisation::Fresh, 1, 2, Run::new(), &|| true);
    assert!(matches!(cancelled, Err(ModelError::Cancelled)));
}

#[test]
fn a_photo_is_like_itself() {
    let network = LoadedNetwork::load_default().unwrap();
    let run = |photo: &str| network.run_values(&golden_input(photo), Run::new()).unwrap().1;
    let (cat, flower) = (run("cat"), run("flower"));
    assert!(similarity(&cat, &cat).unwrap().iter().all(|cosine| (cosine - 1.0).abs() < 1e-9));
    let apart = similarity(&cat, &flower).unwrap();
    assert_eq!(apart.len(), cat.network.layers.len());
    assert!(apart.iter().all(|cosine| *cosine < 0.999));
    assert_eq!(cosine(&[1.0, 0.0], &[0.0, 2.0]), 0.0);
    assert_eq!(cosine(&[0.0], &[0.0]), 1.0);
}
