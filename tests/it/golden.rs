//! The default weights against PyTorch (`tests/fixtures/golden`, made by torch in evaluation mode from the same file).

use std::collections::HashMap;
use std::path::Path;

use inception_lens::model::{GoogLeNet, Operators, Run, Trace};
use inception_lens::weights::Weights;
use serde::Deserialize;

/// What PyTorch found for one activation.
#[derive(Deserialize)]
pub struct GoldenLayer {
    size: usize,
    mean: f64,
    pub std: f64,
    pub absmax: f64,
    pub cells: Vec<(usize, f64)>,
    #[serde(default)]
    pub values: Vec<f32>,
}

impl GoldenLayer {
    /// Compares statistics and cells; `tolerance` is a fraction of the largest value, or of the spread for the mean.
    pub fn check(&self, what: &str, values: &[f32], tolerance: f64) {
        assert_eq!(values.len(), self.size, "{what}");
        let count = values.len() as f64;
        let mean = values.iter().map(|&value| f64::from(value)).sum::<f64>() / count;
        let variance = values.iter().map(|&value| (f64::from(value) - mean).powi(2)).sum::<f64>() / count;
        let absmax = values.iter().fold(0.0_f32, |max, value| max.max(value.abs()));
        let near = |part: &str, found: f64, golden: f64, scale: f64| {
            let close = (found - golden).abs() <= tolerance * scale;
            assert!(close, "{what}: {part} {found} instead of {golden}");
        };
        let spread = self.mean.abs().max(self.std);
        near("mean", mean, self.mean, spread);
        near("std", variance.sqrt(), self.std, spread);
        near("absmax", absmax.into(), self.absmax, self.absmax);
        for &(index, golden) in &self.cells {
            let found = values[index].into();
            near(&format!("[{index}]"), found, golden, self.absmax);
        }
        for (&found, &golden) in values.iter().zip(&self.values) {
            near("logit", found.into(), golden.into(), self.absmax);
        }
    }
}

/// Per photo and activation.
pub type Golden = HashMap<String, HashMap<String, GoldenLayer>>;

pub fn golden() -> Golden {
    serde_json::from_slice(&std::fs::read(fixture("default.json")).unwrap()).unwrap()
}

pub fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/golden").join(name)
}

/// The tensor `input` [3, 224, 224] of a fixture.
pub fn golden_input(photo: &str) -> Vec<f32> {
    let bytes = std::fs::read(fixture(&format!("{photo}-input.safetensors"))).unwrap();
    let file = safetensors::SafeTensors::deserialize(&bytes).unwrap();
    let data = file.tensor("input").unwrap().data().to_vec();
    data.chunks_exact(4).map(|word| f32::from_le_bytes(word.try_into().unwrap())).collect()
}

pub fn run_golden(photo: &str, operators: Operators) -> Trace {
    let network = GoogLeNet::new(&Weights::default_weights().unwrap(), operators).unwrap();
    let input = GoogLeNet::input(&golden_input(photo)).unwrap();
    network.forward(&input, Run::new()).unwrap()
}

fn compare(operators: Operators) {
    for (photo, layers) in golden() {
        let trace = run_golden(&photo, operators);
        assert_eq!(trace.activations().len(), layers.len(), "PyTorch and we trace the same names");
        for traced in trace.activations() {
            let name = &traced.name;
            let golden = &layers[name];
            let values = traced.values.to_vec().unwrap();
            golden.check(&format!("{photo} {name}"), &values, 1e-3);
            for (found, value) in values.iter().zip(&golden.values) {
                assert!((found - value).abs() <= 1e-3, "{photo} {name}: logit {found} {value}");
            }
        }
    }
}

#[test]
fn fast_operators_reproduce_pytorch() {
    compare(Operators::Fast);
}

#[test]
fn reference_operators_reproduce_pytorch() {
    compare(Operators::Reference);
}
