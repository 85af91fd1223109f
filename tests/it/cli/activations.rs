//! `activations`: the file it writes, and the input tensors it refuses.

use inception_lens::spec::{Network, Topology};
use safetensors::SafeTensors;

use super::{program, stderr, stdout};
use crate::golden::{golden, golden_input};
use crate::synthetic::File;

/// The tensors of a file by name.
fn read_tensor(file: &SafeTensors<'_>, name: &str) -> Vec<f32> {
    let data = file.tensor(name).unwrap().data().to_vec();
    data.chunks_exact(4).map(|word| f32::from_le_bytes(word.try_into().unwrap())).collect()
}

#[test]
fn activations_from_the_golden_input_equal_pytorch() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("cat.safetensors");
    let input = "tests/fixtures/golden/cat-input.safetensors";
    let text = stdout(&["activations", "ignored.png", "--input", input, "--out", out.to_str().unwrap()]);
    assert!(text.contains(": 90 activations, 24.2 MB"), "{text}");
    let bytes = std::fs::read(out).unwrap();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    let network = Network::new(Topology::BATCH_NORM, crate::defaults::classes());
    assert_eq!(file.len(), network.layers.len());
    for layer in &network.layers {
        assert_eq!(file.tensor(&layer.name).unwrap().shape(), layer.output.dims(), "{}", layer.name);
    }
    assert!(read_tensor(&file, "input") == golden_input("cat"), "conv1 receives the input as it is");
    for head in ["fc", "aux1.fc2", "aux2.fc2"] {
        for (found, wanted) in read_tensor(&file, head).iter().zip(&golden()["cat"][head].values) {
            assert!((found - wanted).abs() <= 1e-3, "{head}: {found} {wanted}");
        }
    }
    let (_, header) = SafeTensors::read_metadata(&bytes).unwrap();
    let metadata = header.metadata().as_ref().unwrap();
    assert_eq!(metadata["topology"], "batch-norm");
    assert!(stdout(&["--version"]).contains(&metadata["weights_sha256"]));
    assert!(metadata["software"].starts_with("inception-lens "));
    assert!(
        metadata["preprocessing"].starts_with("short side 232, centre crop 224, RGB 0-1, mean [0.485, 0.456, 0.406]")
    );
}

#[test]
fn activations_refuse_other_tensors() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("input.safetensors");
    let mut wrong_shape = File::default();
    wrong_shape.insert("input", &[3, 2], &[0.0; 6]);
    let mut not_finite = File::default();
    not_finite.insert("input", &[3, 224, 224], &vec![f32::NAN; 3 * 224 * 224]);
    let mut no_input = File::default();
    no_input.insert("output", &[1], &[0.0]);
    for (bytes, sentence) in [
        (wrong_shape.bytes(), "The tensor \"input\" is [3, 2] instead of [3, 224, 224]"),
        (not_finite.bytes(), "holds values that are not finite numbers"),
        (no_input.bytes(), "This file has no tensor named \"input\""),
        (b"text, not tensors".to_vec(), "This is no intact safetensors file ("),
        (vec![], "This file is empty"),
    ] {
        std::fs::write(&path, bytes).unwrap();
        let output = program(&["activations", "--input", path.to_str().unwrap(), "--out", "never-written"]);
        assert_eq!(output.status.code(), Some(1));
        let error = stderr(&output);
        assert!(error.starts_with(path.to_str().unwrap()) && error.contains(sentence), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
    }
}
