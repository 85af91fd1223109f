//! Everything that can be wrong with a `.caffemodel` file.

use inception_lens::weights::WeightsError;

use super::writer::{Age, Numbers, Shapes, blob, layer, written};
use super::{PAPER, refused};
use crate::protobuf::Message;

#[test]
fn another_network_is_called_that() {
    let mut vgg = Message::new().text(1, "VGG_ILSVRC_16_layers").0;
    for (name, rows, columns) in [("conv1_1", 64, 27), ("conv1_2", 64, 576), ("fc8", 10, 4096)] {
        let values = vec![0.0; rows * columns];
        let blobs = [
            blob(&[rows, columns], &values, Shapes::FourNumbers, Numbers::Packed),
            blob(&[rows], &values[..rows], Shapes::FourNumbers, Numbers::Packed),
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
        (conv1(&[shaped(&[3])]), "conv1.conv.weight claims to be [3] numbers and holds 2"),
        (conv1(&[shaped(&[1 << 40, 1 << 40])]), "conv1.conv.weight claims to be"),
        (conv1(&[shaped(&[-2])]), "conv1.conv.weight has a negative size"),
        (conv1(&[shaped(&[1; 17])]), "field 1 holds more than 16 values"),
        (conv1(&vec![two.clone(); 9]), "field 7 holds more than 8 values"),
        (named(&"n".repeat(201)), "a text of 201 bytes, at most 200 make sense"),
        ([named("a"), named("a")].concat(), "a blob 0 is there twice"),
        (named("a").repeat(10_001), "is there twice"),
        (layer(Age::V2, "a", &[]).0.repeat(10_001), "more than 10000 layers make no sense"),
        (Message::new().claim(100, u64::MAX).0, "it ends in the middle of a field"),
        (Message::new().claim(100, 1 << 40).0, "it ends in the middle of a field"),
        ([named("a"), vec![0x80; 11]].concat(), "an integer does not end"),
        ([named("a"), vec![0x0B]].concat(), "a field is of no known type"),
        ([named("a"), vec![0x02, 0]].concat(), "a field has no number"),
        (named("\u{1}").into_iter().map(|byte| if byte == 1 { 0xFF } else { byte }).collect(), "damaged"),
    ] {
        let error = refused(&bytes);
        assert!(matches!(error, WeightsError::Damaged { .. }), "{cause}: {error}");
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
    assert!(sentence.contains("holds fc.weight twice; loss3/classifier_flowers is the second; save"), "{sentence}");
}
