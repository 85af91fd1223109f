//! Against Captum and a plain twin of the curves, in double precision (`tests/fixtures/heatmaps/make_heatmaps.py`).

use std::collections::HashMap;

use inception_lens::analysis::heatmaps::agreement::agreement;
use inception_lens::analysis::heatmaps::blur::gaussian_blur;
use inception_lens::analysis::heatmaps::curve::order;
use inception_lens::analysis::heatmaps::method::{BLUR_PX, LOW_PASS_CYCLES};
use inception_lens::analysis::heatmaps::{
    Baseline, Curve, Direction, Drawing, Effort, Map, Method, Noise, Question, Settings, Subject, heatmap, low_pass,
};
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::palette;
use inception_lens::model::{GoogLeNet, Operators};
use inception_lens::spec::{Head, Topology};
use inception_lens::weights::Weights;
use serde::Deserialize;

use super::{noise, subject};
use crate::golden::{GoldenLayer, golden_input};
use crate::synthetic;

/// Largest error, as a fraction of a map's largest value.
const TOLERANCE: f64 = 1e-3;

#[derive(Deserialize)]
struct Study {
    height: usize,
    width: usize,
    /// Of the noise that stands for a photo.
    seed: Option<u64>,
    class: usize,
    maps: HashMap<String, Summary>,
    /// How far PyTorch's own single precision is from these maps, in parts of their largest value.
    single: HashMap<String, f64>,
    low_pass: Summary,
    blurred: Summary,
    curves: HashMap<String, Curves>,
    between: HashMap<String, f64>,
}

#[derive(Deserialize)]
struct Summary {
    /// Sum of the map times noise: every single number counts.
    projection: f64,
    #[serde(flatten)]
    layer: GoldenLayer,
}

#[derive(Deserialize)]
struct Curves {
    order: Vec<usize>,
    deletion: GoldenCurve,
    insertion: GoldenCurve,
}

#[derive(Deserialize)]
struct GoldenCurve {
    beliefs: Vec<f64>,
    area: f64,
}

impl Summary {
    fn check(&self, what: &str, values: &[f32]) {
        self.check_to(TOLERANCE, what, values);
    }

    fn check_to(&self, tolerance: f64, what: &str, values: &[f32]) {
        self.layer.check(what, values, tolerance);
        let products =
            (0..).zip(values).map(|(index, &value)| f64::from(value) * f64::from(synthetic::noise(11, index)));
        let error = (products.sum::<f64>() - self.projection).abs();
        let length = self.layer.std * (values.len() as f64).sqrt();
        assert!(error <= tolerance * length, "{what}: projection off by {}", error / length);
    }
}

fn study(name: &str) -> Study {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/heatmaps/heatmaps.json");
    let mut studies: HashMap<String, Study> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    studies.remove(name).unwrap()
}

/// The map that goes by that name in the file: a method, perhaps with another baseline or module.
fn map(name: &str, subject: &Subject, question: Question) -> Map {
    let (key, word) = name.split_once(' ').unwrap_or((name, ""));
    let method = Method::of_key(key).unwrap();
    let values = &subject.input.values;
    let (least, most) = values.iter().fold((f32::MAX, f32::MIN), |(least, most), &x| (least.min(x), most.max(x)));
    let handed = (0..Effort::FULL.smoothgrad_samples as u64)
        .map(|sample| noise(1000 + sample, 0.3 * (most - least), values.len()));
    let settings = Settings {
        at: (word == "4d").then(|| "inception4d".to_owned()),
        baseline: if word == "blurred" { Baseline::Blurred } else { Baseline::Black },
        noise: Noise::Given(handed.collect()),
        low_pass: None,
        ..Settings::default()
    };
    heatmap(subject, question, method, &settings, &|| false, &mut |_, _| ()).unwrap().map
}

fn draw(subject: &Subject, question: Question, direction: Direction, order: &[usize]) -> Curve {
    let blurred = gaussian_blur(&subject.input, BLUR_PX);
    let mut drawing = Drawing::new(subject, question, direction, order.to_vec()).unwrap();
    loop {
        if let Some(curve) = drawing.advance(subject, &blurred, &|| false).unwrap() {
            return curve;
        }
    }
}

fn compare(name: &str, study: &Study, subject: &Subject) {
    let question = Question { head: Head::Main, class: study.class, minus: None };
    let maps = study.maps.iter().map(|(method, golden)| {
        let map = map(method, subject, question);
        // Nobody comes nearer than single precision does.
        let single = study.single.get(method).copied().unwrap_or_default();
        golden.check_to(TOLERANCE.max(single), &format!("{name} {method}"), &map.values);
        (method.as_str(), map)
    });
    let maps: HashMap<&str, Map> = maps.collect();
    let low_passed = low_pass(&maps["gradient"], LOW_PASS_CYCLES);
    study.low_pass.check(&format!("{name} low-pass"), &low_passed.values);
    study.blurred.check(&format!("{name} blurred"), &gaussian_blur(&subject.input, BLUR_PX).values);
    for (pair, golden) in &study.between {
        let (a, b) = maps
            .keys()
            .flat_map(|a| maps.keys().map(move |b| (*a, *b)))
            .find(|(a, b)| *pair == format!("{a} {b}"))
            .unwrap();
        let found = agreement(&maps[a], &maps[b]).unwrap();
        assert!((found - golden).abs() <= 1e-3, "{name} {pair}: {found} instead of {golden}");
    }
    for (method, golden) in &study.curves {
        assert_eq!(order(&maps[&**method]), golden.order, "{name} {method}");
        for (direction, golden_curve) in
            [(Direction::Deletion, &golden.deletion), (Direction::Insertion, &golden.insertion)]
        {
            let curve = draw(subject, question, direction, &golden.order);
            let what = format!("{name} {method} {direction:?}");
            assert!((curve.area() - golden_curve.area).abs() <= 1e-4, "{what}: {} {}", curve.area(), golden_curve.area);
            for (found, wanted) in curve.beliefs.iter().zip(&golden_curve.beliefs) {
                assert!((found - wanted).abs() <= 1e-3, "{what}: {found} instead of {wanted}");
            }
            assert_eq!(curve.beliefs.len(), golden_curve.beliefs.len());
        }
    }
}

fn by_formula(topology: Topology, name: &str, scale: f32) {
    let bytes = synthetic::File::of(topology, 18, [true, true]).bytes();
    let weights = Weights::load(&bytes, "made-up.safetensors", Some(topology)).unwrap();
    let network = GoogLeNet::new(&weights, Operators::Fast).unwrap();
    let study = study(name);
    let values = noise(study.seed.unwrap(), scale, 3 * study.height * study.width);
    let subject = subject(network, values, [study.height, study.width], [-1.5, -1.0, -0.5].map(|black| black * scale));
    compare(name, &study, &subject);
}

#[test]
fn the_paper_with_local_response_normalisation() {
    by_formula(Topology::PAPER, "paper", 100.0);
}

#[test]
fn batch_normalisation() {
    by_formula(Topology::BATCH_NORM, "batch-norm", 2.0);
}

#[test]
fn the_weights_of_the_program() {
    let study = study("default");
    let network = LoadedNetwork::load_default().unwrap();
    let black = palette(&network.topology.preprocessing).black;
    let subject = subject(GoogLeNet::clone(&network.model), golden_input("cat"), [study.height, study.width], black);
    compare("default", &study, &subject);
}
