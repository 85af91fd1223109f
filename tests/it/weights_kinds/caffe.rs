//! Caffe's networks with other classifiers, and with batch normalisation.

use inception_lens::spec::{Norm, Topology};
use inception_lens::weights::Weights;

use super::{File, PAPER, golden, logits, notes, same_logits};
use crate::protobuf::Message;
use crate::synthetic;
use crate::weights_caffe::{Age, Numbers, Shapes, bare, blob, caffe_name, layer};

/// The whole of a file, its layers called what `rename` makes of their names.
fn written(file: &File, age: Age, rename: impl Fn(&str) -> String) -> Vec<u8> {
    let shapes = match age {
        Age::V1 => Shapes::FourNumbers,
        Age::V2 => Shapes::List,
    };
    let mut net = Message::new().text(1, "GoogleNet").0;
    net.extend(bare(age).0);
    for name in file.tensors.keys().filter(|name| name.ends_with(".weight")) {
        let blobs = [name.clone(), name.replace(".weight", ".bias")].map(|name| {
            let shape = &file.tensors[&name].shape;
            blob(shape, &synthetic::values(&name, shape), shapes, Numbers::Packed)
        });
        net.extend(layer(age, &rename(&caffe_name(name).0), &blobs).0);
    }
    net
}

#[test]
fn renamed_classifiers_are_recognised() {
    let golden = golden("paper");
    let renames: [&dyn Fn(&str) -> String; 4] = [
        &|name| name.replace("/classifier", "a/classifier"),
        &|name| match name.ends_with("/classifier") {
            true => format!("categories_{name}"),
            false => name.to_owned(),
        },
        &|name| name.replace("/classifier", "/fc_new"),
        &|name| name.replace("loss3/classifier", "flowers"),
    ];
    for rename in renames {
        for age in [Age::V1, Age::V2] {
            let bytes = written(&PAPER, age, rename);
            let weights = Weights::load(&bytes, "renamed", None)
                .unwrap_or_else(|error| panic!("{}: {error}", rename("loss3/classifier")));
            assert_eq!((weights.aux, weights.classes()), ([true, true], 18));
            let own = rename("loss3/classifier");
            let said = format!("Its classifier {own} was recognised as fc by its shape and its place.");
            assert!(notes(&weights).contains(&said), "{}", notes(&weights));
            if age == Age::V1 {
                same_logits(&own, &logits(&weights, 100.0), &golden);
            }
        }
    }
}

/// How a file says which convolution a normalisation belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Link {
    /// By the edges of the graph, in place or not.
    InPlace,
    Edges,
    /// By its name alone.
    Name,
    /// By standing behind it.
    Order,
}

fn packed(values: &[f32]) -> Message {
    blob(&[values.len()], values, Shapes::List, Numbers::Packed)
}

/// What Caffe keeps of eight batches.
fn sums(values: &[f32]) -> Vec<f32> {
    values.iter().map(|value| value * 8.0).collect()
}

/// Convolutions without bias, each with Caffe's BatchNorm (a sum of 8 batches, epsilon 1e-5) and Scale.
fn normalised(file: &File, link: Link) -> Vec<u8> {
    let mut net = Message::new().text(1, "GoogleNet").0;
    let add = |net: &mut Vec<u8>, name: &str, kind: &str, bottom: &str, top: &str, blobs: &[Message]| {
        let mut layer = Message::new().text(1, name).text(2, kind);
        if matches!(link, Link::InPlace | Link::Edges) {
            layer = layer.text(3, bottom).text(4, top);
        }
        let layer = blobs.iter().fold(layer, |layer, blob| layer.message(7, blob));
        net.extend(Message::new().message(100, &layer).0);
    };
    let convolutions = file.tensors.keys().filter_map(|name| name.strip_suffix(".conv.weight"));
    for (index, ours) in convolutions.enumerate() {
        let weight = format!("{ours}.conv.weight");
        let shape = &file.tensors[&weight].shape;
        let kernel = blob(shape, &synthetic::values(&weight, shape), Shapes::List, Numbers::Packed);
        let caffe = caffe_name(&format!("{ours}.conv.weight")).0;
        let part = |part: &str| {
            let name = format!("{ours}.bn.{part}");
            synthetic::values(&name, &file.tensors[&name].shape)
        };
        let (mean, variance) = (part("running_mean"), part("running_var"));
        // The golden network adds 1e-3 to its variances: what Caffe's 1e-5 makes more, its factor makes less.
        let factor: Vec<f32> = part("weight")
            .iter()
            .zip(&variance)
            .map(|(factor, variance)| factor * ((variance + 1e-5) / (variance + 1e-3)).sqrt())
            .collect();
        let top = |word: &str| match link {
            Link::Edges => format!("{caffe}{word}"),
            _ => caffe.clone(),
        };
        let name = |word: &str| match link {
            Link::Order => format!("norm{index}{word}"),
            _ => format!("{caffe}{word}"),
        };
        add(&mut net, &caffe, "Convolution", "below", &caffe, &[kernel]);
        let blobs = [packed(&sums(&mean)), packed(&sums(&variance)), packed(&[8.0])];
        add(&mut net, &name("/bn"), "BatchNorm", &caffe, &top("/bn"), &blobs);
        let blobs = [packed(&factor), packed(&part("bias"))];
        add(&mut net, &name("/scale"), "Scale", &top("/bn"), &top("/scale"), &blobs);
        add(&mut net, &name("/relu"), "ReLU", &top("/scale"), &top("/scale"), &[]);
    }
    for name in file.tensors.keys().filter(|name| name.ends_with(".weight")) {
        if file.tensors.contains_key(&name.replace(".weight", ".bias")) && !name.contains(".bn.") {
            let blobs = [name.clone(), name.replace(".weight", ".bias")].map(|name| {
                let shape = &file.tensors[&name].shape;
                blob(shape, &synthetic::values(&name, shape), Shapes::List, Numbers::Packed)
            });
            add(&mut net, &caffe_name(name).0, "InnerProduct", "x", "y", &blobs);
        }
    }
    net
}

#[test]
fn batch_norm_and_scale_are_batch_normalisation() {
    let file = File::of(Topology::BATCH_NORM, 18, [true, true]);
    let golden = golden("batch-norm");
    for link in [Link::InPlace, Link::Edges, Link::Name, Link::Order] {
        let weights = Weights::load(&normalised(&file, link), "normalised", None)
            .unwrap_or_else(|error| panic!("{link:?}: {error}"));
        assert_eq!(weights.topology.norm, Norm::BatchNorm, "{link:?}");
        assert_eq!(weights.topology.lrn, None, "{link:?}");
        assert_eq!(weights.tensors.len(), file.tensors.len(), "{link:?}");
        same_logits(&format!("{link:?}"), &logits(&weights, 2.0), &golden);
    }
}

#[test]
fn normalisation_of_something_else_is_refused() {
    let packed = blob(&[1], &[1.0], Shapes::List, Numbers::Packed);
    let layer = Message::new().text(1, "data/bn").text(2, "BatchNorm");
    let layer = layer.message(7, &packed).message(7, &packed);
    let bytes = Message::new().message(100, &layer).0;
    assert_eq!(
        Weights::load(&bytes, "odd", None).unwrap_err().to_string(),
        "The layer data/bn normalises what is no convolution of GoogLeNet; choose weights of GoogLeNet."
    );
}
