//! Everything that can be wrong with a file of weights.

use inception_lens::spec::Topology;
use inception_lens::weights::{Problem, Weights, WeightsError};
use safetensors::tensor::Dtype;

use super::{SMALL, load};
use crate::synthetic::{self, File, Stored};

#[test]
fn all_problems_are_found_at_once() {
    let mut file = SMALL.clone();
    file.tensors.remove("conv2.conv.bias");
    file.insert("conv3.conv.bias", &[191], &[0.0; 191]);
    let mut values = vec![0.5; 64];
    (values[3], values[9]) = (f32::NAN, f32::INFINITY);
    file.insert("inception3a.branch1.conv.bias", &[64], &values);
    file.insert("conv9.weight", &[1], &[0.0]);
    let error = load(&file).unwrap_err();
    assert_eq!(error.problems().len(), 4);
    assert_eq!(
        error.to_string(),
        "The weights do not fit GoogLeNet, 4 problems: conv2.conv.bias [64] is missing; \
         conv3.conv.bias is [191] instead of [192]; \
         inception3a.branch1.conv.bias holds numbers that are not finite (2 of them); \
         conv9.weight [1] does not belong to GoogLeNet. Choose a file made for this network."
    );
    for index in 0..3 {
        file.insert(&format!("conv9.{index}"), &[1], &[0.0]);
    }
    let error = load(&file).unwrap_err();
    assert!(error.to_string().contains("7 problems"), "{error}");
    assert!(error.to_string().contains("; and 2 more. Choose"), "{error}");
    assert!(matches!(error.problems()[6], Problem::Extra { .. }));
}

#[test]
fn half_a_head_is_left_out_as_long_as_the_network_is_whole() {
    let mut file = SMALL.clone();
    file.insert("aux1.fc2.bias", &[2], &[0.0; 2]);
    let weights = load(&file).unwrap();
    assert_eq!(weights.aux, [false, false]);
    let said = "Its auxiliary head 1 is left out: aux1.conv.conv.weight [128, 512, 1, 1] is missing.";
    assert!(weights.notes.iter().any(|note| note.to_string() == said), "{:?}", weights.notes);
    file.tensors.remove("conv2.conv.bias");
    let sentence = load(&file).unwrap_err().to_string();
    assert!(sentence.contains("6 problems: conv2.conv.bias [64] is missing; aux1"), "{sentence}");
}

#[test]
fn another_network_is_called_that() {
    let mut file = File::default();
    for (name, shape) in [
        ("conv1.weight", vec![64, 3, 7, 7]),
        ("bn1.running_mean", vec![64]),
        ("layer1.0.conv1.weight", vec![64, 64, 1, 1]),
        ("fc.weight", vec![1000, 2048]),
        ("fc.bias", vec![1000]),
    ] {
        file.insert(name, &shape, &synthetic::values(name, &shape));
    }
    let error = load(&file).unwrap_err();
    assert!(matches!(error, WeightsError::AnotherNetwork { .. }));
    assert_eq!(
        error.to_string(),
        "These are weights of another network: only 2 of GoogLeNet's 116 tensors are there, but also bn1.running_mean; \
         choose weights of GoogLeNet."
    );
}

#[test]
fn metadata_that_makes_no_sense_is_quoted() {
    for (key, value, expected) in [
        ("topology", "vgg", "topology is \"vgg\", expected paper, batch-norm or torchvision"),
        ("labels", "[\"one\"]", "labels is \"1 strings\", expected a JSON array of 2 strings"),
        ("labels", "cat", "labels is \"cat\", expected a JSON array of 2 strings"),
        ("crop", "299", "crop is \"299\", expected 224"),
        ("std", "[0, 1, 1]", "std is \"[0, 1, 1]\", expected three numbers"),
        ("mean", "[1e999, 1, 1]", "mean is \"[1e999, 1, 1]\", expected three numbers"),
        ("scale", "1", "scale is \"1\", expected 0-1 or 0-255"),
        ("resize_short_side", "-3", "resize_short_side is \"-3\", expected a number from 224 to 1024"),
    ] {
        let error = load(&SMALL.clone().describe(key, value)).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let bytes = SMALL.bytes();
    let header = u64::from_le_bytes(bytes[..8].try_into().unwrap()) as usize;
    let early = (0..=20).chain([header / 2, header + 7, header + 8, header + 9]);
    let late = [bytes.len() / 2, bytes.len() - 4, bytes.len() - 1];
    for length in early.chain(late) {
        let error = Weights::load(&bytes[..length], "cut", None).unwrap_err();
        let expected = match length {
            0 => {
                "The weights file is empty; choose a .safetensors, .pth, .caffemodel or .onnx file with GoogLeNet weights."
            }
            1..=8 => "This is not a weights file Inception Lens reads (",
            _ => "The weights file is damaged (",
        };
        assert!(error.to_string().starts_with(expected), "{length}: {error}");
    }
    let longer = [&bytes[..], &[0]].concat();
    assert!(matches!(Weights::load(&longer, "long", None), Err(WeightsError::Damaged { .. })));
}

#[test]
fn headers_that_lie_are_refused() {
    let with_length = |length: u64, header: &str| [&length.to_le_bytes()[..], header.as_bytes(), &[0; 16]].concat();
    let honest = |header: &str| with_length(header.len() as u64, header);
    let tensor = |shape: &str, offsets: &str| {
        honest(&format!(r#"{{"conv1.conv.weight":{{"dtype":"F32","shape":{shape},"data_offsets":{offsets}}}}}"#))
    };
    for (what, bytes) in [
        ("huge", with_length(1 << 62, "{}")),
        ("negative as i64", with_length(u64::MAX, "{}")),
        ("one too long", with_length(19, "{}")),
        ("zero", with_length(0, "{}")),
        ("cut inside", with_length(5, r#"{"a":{"dtype":"F32"}}"#)),
        ("no JSON", honest("{]")),
        ("nested without end", honest(&format!("{{\"a\":{}", "[".repeat(200_000)))),
        ("offsets beyond the end", tensor("[8]", "[0,32]")),
        ("offsets backwards", tensor("[4]", "[16,0]")),
        ("negative offsets", tensor("[4]", "[-16,0]")),
        ("a gap", tensor("[2]", "[8,16]")),
        ("shape against offsets", tensor("[3]", "[0,16]")),
        ("overflowing shape", tensor("[4294967296,4294967296,4294967296]", "[0,16]")),
        ("unknown dtype", honest(r#"{"a":{"dtype":"Q9","shape":[4],"data_offsets":[0,16]}}"#)),
    ] {
        let error = Weights::load(&bytes, "liar", None).unwrap_err();
        assert!(matches!(error, WeightsError::Damaged { .. }), "{what}: {error}");
        assert!(error.to_string().len() < 300, "{what}: {error}");
    }
}

#[test]
fn other_files_are_not_safetensors() {
    let png = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icon.png")).unwrap();
    let pickle = b"\x80\x04K\x05.".to_vec();
    let archive = [&b"PK\x05\x06"[..], &[0; 18]].concat();
    for bytes in [png, pickle, archive, b"weights = 3 and some more text".to_vec(), b"short".to_vec()] {
        let error = Weights::load(&bytes, "other", None).unwrap_err();
        assert!(matches!(error, WeightsError::NotWeights { .. }), "{error}");
    }
}

#[test]
fn number_formats_and_negative_variances_are_found_with_everything_else() {
    let mut file = File::of(Topology::BATCH_NORM, 5, [true, true]);
    let fc = file.tensors.get_mut("fc.bias").unwrap();
    *fc = Stored { dtype: Dtype::I64, shape: vec![5], data: vec![0; 40] };
    file.insert("conv1.bn.running_var", &[64], &[-1.0; 64]);
    file.tensors.remove("conv2.conv.weight");
    let error = Weights::load(&file.bytes(), "three", None).unwrap_err();
    let problems: Vec<String> = error.problems().iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            "conv1.bn.running_var holds negative variances",
            "conv2.conv.weight [64, 64, 1, 1] is missing",
            "fc.bias is stored as I64, not as f16, bf16, f32 or f64",
        ]
    );
}

#[test]
fn weights_that_overflow_are_an_error_when_they_run() {
    let mut file = File::of(Topology::PAPER, 5, [true, true]);
    file.insert("inception5b.branch1.conv.bias", &[384], &[3e38; 384]);
    let network = inception_lens::engine::LoadedNetwork::load(&file.bytes(), "huge", None).unwrap();
    let input = crate::golden::golden_input("cat");
    let result = network.run_values(&input, inception_lens::model::Run::new());
    // `unwrap_err` would print all activations.
    let Err(error) = result else {
        panic!("the mean of such maps is infinite");
    };
    assert!(error.to_string().contains("avgpool is not a finite number"), "{error}");
    // Where no report is made, too.
    let grey = image::RgbImage::from_pixel(224, 224, image::Rgb([120; 3]));
    let scores = network.scores(&network.prepare_own(&grey), inception_lens::model::Run::new());
    assert_eq!(scores.unwrap_err().to_string(), error.to_string());
}
