//! `.caffemodel` files: every age and shape of them, real ones, and everything that can be wrong.

mod writer;
mod wrong;

use writer::written;
pub use writer::{Age, Numbers, Shapes, bare, blob, caffe_name, doubles, layer};

use std::path::Path;
use std::sync::LazyLock;

use inception_lens::model::{GoogLeNet, Operators, Run};
use inception_lens::spec::{LocalResponseNorm, Norm, Preprocessing, Topology};
use inception_lens::weights::{Format, Weights, WeightsError, caffe};

use crate::protobuf::Message;
use crate::synthetic::{self, File};

/// The paper's network without heads, three classes.
static PAPER: LazyLock<File> = LazyLock::new(|| File::of(Topology::PAPER, 3, [false, false]));

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
        assert!(tensor.values == synthetic::values(name, &stored.shape), "{name}");
    }
}

/// Every activation on the golden cat, one after the other.
pub fn activations(weights: &Weights) -> Vec<Vec<f32>> {
    let input = GoogLeNet::input(&crate::golden::golden_input("cat")).unwrap();
    let network = GoogLeNet::new(weights, Operators::Fast).unwrap();
    let trace = network.forward(&input, Run::new()).unwrap();
    let flat = |tensor: &candle_core::Tensor| tensor.flatten_all().unwrap().to_vec1().unwrap();
    trace.activations().iter().map(|traced| flat(&traced.tensor().unwrap())).collect()
}

#[test]
fn every_variant_holds_the_same_tensors() {
    for age in [Age::V1, Age::V2] {
        for (shapes, numbers) in
            [(Shapes::FourNumbers, Numbers::Packed), (Shapes::List, Numbers::Loose), (Shapes::List, Numbers::Double)]
        {
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
    let ours = file.describe("topology", "paper");
    let ours = Weights::load(&ours.bytes(), "ours", None).unwrap();
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
    let notes = weights.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert!(notes.contains("Recognised by Caffe's layer names: topology paper."), "{notes}");
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
    assert_eq!((weights.topology.lrn, weights.topology.norm), (None, Norm::None));
    assert_eq!(weights.topology.preprocessing, Preprocessing::CAFFE);
    let given = Weights::load(&without, "given", Some(Topology::PAPER)).unwrap();
    assert_eq!(given.topology.lrn, Some(LocalResponseNorm::CAFFE), "the override comes first");
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
            let values: Vec<f32> = (0..count).map(|cell| (index + 1) as f32 + cell as f32 / 8.0).collect();
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
