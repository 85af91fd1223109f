//! `.caffemodel` files: every age and shape of them, real ones, and everything that can be wrong.

use std::path::Path;
use std::sync::LazyLock;

use inception_lens::model::{GoogLeNet, Operators, Run};
use inception_lens::spec::{LocalResponseNorm, Norm, Preprocessing, Topology};
use inception_lens::weights::{Format, Weights, WeightsError, caffe};

use crate::protobuf::Message;
use crate::synthetic::{self, File};

/// The paper's network without heads, three classes.
static PAPER: LazyLock<File> = LazyLock::new(|| File::of(Topology::PAPER, 3, [false, false]));

/// `NetParameter` of 2014 or later.
#[derive(Clone, Copy, PartialEq)]
enum Age {
    V1,
    V2,
}

#[derive(Clone, Copy)]
enum Shapes {
    FourNumbers,
    List,
}

#[derive(Clone, Copy)]
enum Numbers {
    Packed,
    Loose,
    Double,
}

/// The layer of `bvlc_googlenet/train_val.prototxt` and the blob a tensor of ours is.
pub fn caffe_name(ours: &str) -> (String, usize) {
    let (layer, part) = ours.rsplit_once('.').unwrap();
    let layer = layer.strip_suffix(".conv").unwrap_or(layer);
    let caffe = match layer {
        "conv1" => "conv1/7x7_s2".to_owned(),
        "conv2" => "conv2/3x3_reduce".to_owned(),
        "conv3" => "conv2/3x3".to_owned(),
        "fc" => "loss3/classifier".to_owned(),
        _ => {
            let (block, rest) = layer.split_once('.').unwrap();
            let rest = match rest {
                "branch1" => "1x1",
                "branch2.0" => "3x3_reduce",
                "branch2.1" => "3x3",
                "branch3.0" => "5x5_reduce",
                "branch3.1" => "5x5",
                "branch4.1" => "pool_proj",
                "conv" => "conv",
                "fc1" => "fc",
                "fc2" => "classifier",
                other => panic!("{other}"),
            };
            let block = block
                .replace("aux", "loss")
                .replace("inception", "inception_");
            format!("{block}/{rest}")
        }
    };
    (caffe, usize::from(part == "bias"))
}

fn blob(shape: &[usize], values: &[f32], shapes: Shapes, numbers: Numbers) -> Message {
    let mut blob = Message::new();
    match shapes {
        Shapes::List => {
            let dims = shape.iter().map(|&side| side as i64);
            blob = blob.message(7, &Message::new().integers(1, dims));
        }
        Shapes::FourNumbers => {
            let ones = std::iter::repeat_n(1, 4 - shape.len());
            for (index, side) in ones.chain(shape.iter().copied()).enumerate() {
                blob = blob.integer(index as u32 + 1, side as i64);
            }
        }
    }
    match numbers {
        Numbers::Packed => blob.floats(5, values),
        Numbers::Loose => values
            .iter()
            .fold(blob, |blob, &value| blob.float(5, value)),
        Numbers::Double => blob.doubles(8, values),
    }
}

/// A layer with blobs, in a net of its own: nets written one after the other are one net.
fn layer(age: Age, name: &str, blobs: &[Message]) -> Message {
    let kind = if name.starts_with("loss3") {
        (14, "InnerProduct")
    } else {
        (4, "Convolution")
    };
    let layer = match age {
        Age::V1 => Message::new()
            .text(2, "below")
            .text(4, name)
            .integer(5, kind.0),
        Age::V2 => Message::new()
            .text(1, name)
            .text(2, kind.1)
            .text(3, "below"),
    };
    let field = match age {
        Age::V1 => 6,
        Age::V2 => 7,
    };
    let layer = blobs
        .iter()
        .fold(layer, |layer, blob| layer.message(field, blob));
    add(Message::new(), age, &layer)
}

fn add(net: Message, age: Age, layer: &Message) -> Message {
    match age {
        Age::V1 => net.message(2, layer),
        Age::V2 => net.message(100, layer),
    }
}

/// Layers without blobs, as a training net lists them: data, LRN, the four pools between modules, a loss.
fn bare(age: Age) -> Message {
    let mut net = Message::new();
    let mut bare =
        |name: &str, (number, word): (i64, &str), parameters: Option<(u32, u32, Message)>| {
            let layer = match age {
                Age::V1 => Message::new().text(4, name).integer(5, number),
                Age::V2 => Message::new().text(1, name).text(2, word),
            };
            let layer = match (age, &parameters) {
                (_, None) => layer,
                (Age::V1, Some((field, _, message))) | (Age::V2, Some((_, field, message))) => {
                    layer.message(*field, message)
                }
            };
            net = add(std::mem::take(&mut net), age, &layer);
        };
    bare("data", (5, "Data"), None);
    for index in 1..=4 {
        let pool = Message::new().integer(1, 0).integer(2, 3).integer(3, 2);
        bare(
            &format!("pool{index}/3x3_s2"),
            (17, "Pooling"),
            Some((19, 121, pool)),
        );
        if index < 3 {
            let norm = Message::new().integer(1, 5).float(2, 1e-4).float(3, 0.75);
            bare("norm", (15, "LRN"), Some((18, 118, norm)));
        }
    }
    bare("loss3/loss3", (21, "SoftmaxWithLoss"), None);
    net
}

/// The whole of a file of ours as Caffe writes it.
fn written(file: &File, age: Age, shapes: Shapes, numbers: Numbers) -> Vec<u8> {
    let mut net = Message::new().text(1, "GoogleNet").0;
    net.extend(bare(age).0);
    let weights = file.tensors.keys().filter(|name| name.ends_with(".weight"));
    for name in weights {
        let bias = name.replace(".weight", ".bias");
        let blobs = [name, &bias].map(|name| {
            let shape = &file.tensors[name].shape;
            blob(shape, &synthetic::values(name, shape), shapes, numbers)
        });
        net.extend(layer(age, &caffe_name(name).0, &blobs).0);
    }
    net
}

/// A file as a net trained in double precision is written today.
pub fn doubles(file: &File) -> Vec<u8> {
    written(file, Age::V2, Shapes::List, Numbers::Double)
}

fn load(bytes: &[u8]) -> Result<Weights, WeightsError> {
    Weights::load(bytes, "made-up.caffemodel", None)
}

/// The error; weights that were accepted are too long to print.
fn refused(bytes: &[u8]) -> WeightsError {
    match load(bytes) {
        Err(error) => error,
        Ok(_) => panic!("a wrong file was accepted"),
    }
}

/// Every tensor is bit for bit that of the formula.
pub fn same_tensors(weights: &Weights, file: &File) {
    assert_eq!(weights.tensors.len(), file.tensors.len());
    for (name, stored) in &file.tensors {
        let tensor = &weights.tensors[name];
        assert_eq!(tensor.shape, stored.shape, "{name}");
        assert!(
            tensor.values == synthetic::values(name, &stored.shape),
            "{name}"
        );
    }
}

/// Every activation on the golden cat, one after the other.
pub fn activations(weights: &Weights) -> Vec<Vec<f32>> {
    let input = GoogLeNet::input(&crate::golden::golden_input("cat")).unwrap();
    let network = GoogLeNet::new(weights, Operators::Fast).unwrap();
    let trace = network.forward(&input, Run::new()).unwrap();
    let flat = |tensor: &candle_core::Tensor| tensor.flatten_all().unwrap().to_vec1().unwrap();
    trace
        .activations()
        .iter()
        .map(|traced| flat(&traced.tensor))
        .collect()
}

#[test]
fn every_variant_holds_the_same_tensors() {
    for age in [Age::V1, Age::V2] {
        for (shapes, numbers) in [
            (Shapes::FourNumbers, Numbers::Packed),
            (Shapes::List, Numbers::Loose),
            (Shapes::List, Numbers::Double),
        ] {
            let weights = load(&written(&PAPER, age, shapes, numbers)).unwrap();
            same_tensors(&weights, &PAPER);
            assert_eq!(weights.format, Format::Caffe);
            assert_eq!(weights.topology, Topology::PAPER);
        }
    }
}

#[test]
fn a_caffemodel_computes_what_the_safetensors_file_computes() {
    let file = File::of(Topology::PAPER, 4, [true, true]);
    let caffe = written(&file, Age::V1, Shapes::FourNumbers, Numbers::Packed);
    let caffe = load(&caffe).unwrap();
    assert_eq!((caffe.aux, caffe.labels.len()), ([true, true], 4));
    same_tensors(&caffe, &file);
    let ours = Weights::load(&file.bytes(), "ours", None).unwrap();
    assert!(activations(&caffe) == activations(&ours));
}

#[test]
fn caffe_names_mean_the_paper_with_its_preprocessing() {
    let mut net = Message::new().text(1, "GoogleNet").0;
    let whole = written(&PAPER, Age::V2, Shapes::List, Numbers::Packed);
    // Without the layers that have no blobs.
    net.extend(&whole[net.len() + bare(Age::V2).0.len()..]);
    let weights = load(&net).unwrap();
    assert_eq!(weights.topology.preset_name(), Some("paper"));
    assert_eq!(weights.topology.preprocessing, Preprocessing::CAFFE);
    assert_eq!(weights.topology.preprocessing.mean, [104.0, 117.0, 123.0]);
    let notes = weights
        .notes
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        notes.contains("Recognised by Caffe's layer names: topology paper."),
        "{notes}"
    );
}

#[test]
fn a_training_net_without_lrn_has_none() {
    let net = written(&PAPER, Age::V2, Shapes::List, Numbers::Packed);
    let norms = String::from_utf8_lossy(&net).matches("LRN").count();
    assert_eq!(norms, 2);
    let mut without = net.clone();
    while let Some(at) = without.windows(3).position(|word| word == b"LRN") {
        without[at..at + 3].copy_from_slice(b"Nil");
    }
    let weights = load(&without).unwrap();
    assert_eq!(
        (weights.topology.lrn, weights.topology.norm),
        (None, Norm::None)
    );
    assert_eq!(weights.topology.preprocessing, Preprocessing::CAFFE);
    let given = Weights::load(&without, "given", Some(Topology::PAPER)).unwrap();
    assert_eq!(
        given.topology.lrn,
        Some(LocalResponseNorm::CAFFE),
        "the override comes first"
    );
}

fn fixture(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/weights");
    std::fs::read(folder.join(name)).unwrap()
}

/// Written by Google's protobuf: tensor by tensor `number + index / 8`, in the order of the file.
#[test]
fn files_written_by_googles_protobuf_are_read() {
    for name in ["v1.caffemodel", "v2.caffemodel"] {
        let bytes = fixture(name);
        assert_eq!(Format::sniff(&bytes), Some(Format::Caffe), "{name}");
        let file = caffe::read(&bytes).unwrap();
        let expected: [(&str, &[usize]); 8] = [
            ("conv1.conv.weight", &[2, 3, 2, 2]),
            ("conv1.conv.bias", &[2]),
            ("inception3a.branch3.0.conv.weight", &[2, 3, 1, 1]),
            ("inception3a.branch3.0.conv.bias", &[2]),
            ("aux1.fc1.weight", &[2, 4]),
            ("aux1.fc1.bias", &[2]),
            ("fc.weight", &[3, 2]),
            ("fc.bias", &[3]),
        ];
        assert_eq!(file.tensors.len(), expected.len(), "{name}");
        for (index, (tensor, shape)) in expected.into_iter().enumerate() {
            let found = &file.tensors[tensor];
            assert_eq!(found.shape, shape, "{name} {tensor}");
            let count: usize = shape.iter().product();
            let values: Vec<f32> = (0..count)
                .map(|cell| (index + 1) as f32 + cell as f32 / 8.0)
                .collect();
            assert_eq!(found.values, values, "{name} {tensor}");
        }
        let lrn = file.evidence.graph.unwrap().lrn;
        assert_eq!(lrn, Some(LocalResponseNorm::CAFFE), "{name}");
    }
}

#[test]
fn a_linear_layer_turned_into_a_convolution_is_still_linear() {
    let tensor = |name, shape: &[usize]| {
        let values = vec![0.5; shape.iter().product()];
        let blobs = [blob(shape, &values, Shapes::List, Numbers::Packed)];
        let file = caffe::read(&layer(Age::V2, name, &blobs).0).unwrap();
        let (name, tensor) = file.tensors.into_iter().next().unwrap();
        (name, tensor.shape)
    };
    let fc1 = ("aux1.fc1.weight".to_owned(), vec![2, 24]);
    assert_eq!(tensor("loss1/fc", &[2, 6, 2, 2]), fc1);
    assert_eq!(tensor("loss1/fc", &[2, 24]), fc1);
    let conv = ("aux1.conv.conv.weight".to_owned(), vec![2, 6, 1, 1]);
    assert_eq!(tensor("loss1/conv", &[2, 6, 1, 1]), conv);
}

#[test]
fn another_network_is_called_that() {
    let mut vgg = Message::new().text(1, "VGG_ILSVRC_16_layers").0;
    for (name, rows, columns) in [("conv1_1", 64, 27), ("conv1_2", 64, 576), ("fc8", 10, 4096)] {
        let values = vec![0.0; rows * columns];
        let blobs = [
            blob(
                &[rows, columns],
                &values,
                Shapes::FourNumbers,
                Numbers::Packed,
            ),
            blob(
                &[rows],
                &values[..rows],
                Shapes::FourNumbers,
                Numbers::Packed,
            ),
        ];
        vgg.extend(layer(Age::V1, name, &blobs).0);
    }
    assert_eq!(
        refused(&vgg).to_string(),
        "These are weights of another network: only 0 of GoogLeNet's 116 tensors are there, but also conv1_1 blob 0; \
         choose weights of GoogLeNet."
    );
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let bytes = written(&PAPER, Age::V1, Shapes::FourNumbers, Numbers::Packed);
    for length in [40, 1000, bytes.len() / 2, bytes.len() - 4, bytes.len() - 1] {
        let error = refused(&bytes[..length]);
        assert_eq!(
            error.to_string(),
            "The weights file is damaged (it ends in the middle of a field); copy or download it again.",
            "{length}"
        );
    }
}

#[test]
fn files_that_lie_are_refused() {
    let two = blob(&[2], &[1.0, 2.0], Shapes::List, Numbers::Packed);
    let conv1 = |blobs: &[Message]| layer(Age::V2, "conv1/7x7_s2", blobs).0;
    let shaped = |dims: &[i64]| {
        let shape = Message::new().integers(1, dims.iter().copied());
        Message::new().message(7, &shape).floats(5, &[1.0, 2.0])
    };
    let named = |name: &str| layer(Age::V2, name, std::slice::from_ref(&two)).0;
    for (bytes, cause) in [
        (
            conv1(&[shaped(&[3])]),
            "conv1.conv.weight claims to be [3] numbers and holds 2",
        ),
        (
            conv1(&[shaped(&[1 << 40, 1 << 40])]),
            "conv1.conv.weight claims to be",
        ),
        (
            conv1(&[shaped(&[-2])]),
            "conv1.conv.weight has a negative size",
        ),
        (
            conv1(&[shaped(&[1; 17])]),
            "field 1 holds more than 16 values",
        ),
        (
            conv1(&vec![two.clone(); 9]),
            "field 7 holds more than 8 values",
        ),
        (
            named(&"n".repeat(201)),
            "a text of 201 bytes, at most 200 make sense",
        ),
        ([named("a"), named("a")].concat(), "a blob 0 is there twice"),
        (named("a").repeat(10_001), "is there twice"),
        (
            layer(Age::V2, "a", &[]).0.repeat(10_001),
            "more than 10000 layers make no sense",
        ),
        (
            Message::new().claim(100, u64::MAX).0,
            "it ends in the middle of a field",
        ),
        (
            Message::new().claim(100, 1 << 40).0,
            "it ends in the middle of a field",
        ),
        (
            [named("a"), vec![0x80; 11]].concat(),
            "an integer does not end",
        ),
        (
            [named("a"), vec![0x0B]].concat(),
            "a field is of no known type",
        ),
        (
            [named("a"), vec![0x02, 0]].concat(),
            "a field has no number",
        ),
        (
            named("\u{1}")
                .into_iter()
                .map(|byte| if byte == 1 { 0xFF } else { byte })
                .collect(),
            "damaged",
        ),
    ] {
        let error = refused(&bytes);
        assert!(
            matches!(error, WeightsError::Damaged { .. }),
            "{cause}: {error}"
        );
        assert!(error.to_string().contains(cause), "{cause}: {error}");
        assert!(error.to_string().len() < 300, "{error}");
    }
}

#[test]
fn both_classifiers_of_a_fine_tuned_net_are_one_too_many() {
    let two = blob(&[2], &[1.0, 2.0], Shapes::List, Numbers::Packed);
    let net = [
        layer(Age::V2, "loss3/classifier", std::slice::from_ref(&two)).0,
        layer(Age::V2, "loss3/classifier_flowers", &[two]).0,
    ];
    let sentence = refused(&net.concat()).to_string();
    assert!(sentence.contains("fc.weight is there twice"), "{sentence}");
}
