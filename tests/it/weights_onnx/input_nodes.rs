//! What PyTorch's exporters make of a normalisation before the first convolution (`make_onnx_inputs.py`), and what PyTorch
//! itself computes there.

use std::collections::HashMap;

use inception_lens::spec::{ChannelOrder, Preprocessing};
use inception_lens::weights::{Note, Weights};
use serde::Deserialize;

use super::exported::{filled, fixture};
use crate::protobuf::{Message, split};

/// `gain * pixels[from] + offset`, channel by channel.
#[derive(Deserialize)]
struct Computed {
    from: [usize; 3],
    gain: [f64; 3],
    offset: [f64; 3],
}

/// The graph of a whole network, in front of whose first convolution stand the nodes of another.
fn with_nodes(head: &[u8]) -> Vec<u8> {
    let graph = |model: &[u8]| split(model).into_iter().find(|(field, ..)| *field == 7).unwrap().2.to_vec();
    let whole = filled("torch-folded.onnx");
    let (head, network) = (graph(head), graph(&whole));
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let nodes = split(&network).into_iter().filter(|(field, ..)| *field == 1);
    let mut convolutions = nodes.map(|(_, _, node)| split(node)).filter(|node| {
        let kind = node.iter().find(|(field, ..)| *field == 4).unwrap().2;
        text(kind) == "Conv"
    });
    let first = convolutions.next().unwrap();
    let read = text(first.iter().find(|(field, ..)| *field == 1).unwrap().2);
    let link = Message::new().text(1, "normalised").text(2, &read).text(4, "Identity");
    let beside = split(&whole).into_iter().filter(|(field, ..)| *field != 7);
    let mut model: Vec<u8> = beside.flat_map(|(_, field, _)| field.to_vec()).collect();
    model.extend(Message::new().bytes(7, &[head, Message::new().message(1, &link).0, network].concat()).0);
    model
}

fn load(kind: &str, exporter: &str) -> Weights {
    let name = format!("{kind}-{exporter}");
    Weights::load(&with_nodes(&fixture(&format!("inputs/{name}.onnx"))), &name, None).unwrap()
}

fn computed() -> HashMap<String, Computed> {
    serde_json::from_slice(&fixture("inputs/index.json")).unwrap()
}

/// What the first convolution receives of pixels of 0 to 1 or of 0 to 255, whichever these numbers are for.
fn is_pytorchs(input: &Preprocessing, computed: &Computed) -> bool {
    (0..3).all(|channel| {
        let (gain, offset) = (computed.gain[channel], computed.offset[channel]);
        let [mean, std] = [input.mean, input.std].map(|values| f64::from(values[channel]));
        (mean + offset / gain).abs() <= 1e-6 * mean.abs() && (std - 1.0 / gain).abs() <= 1e-6 * std
    })
}

#[test]
fn every_way_to_write_a_normalisation_is_read_as_pytorch_computes_it() {
    let mut wrong = Vec::new();
    for (kind, computed) in &computed() {
        for exporter in ["old", "dynamo"] {
            let topology = load(kind, exporter).topology;
            let input = &topology.preprocessing;
            let is_transformed = kind == "transform-input";
            let is_right = match is_transformed {
                true => *input == Preprocessing { transform_input: true, ..Preprocessing::TORCHVISION },
                false => is_pytorchs(input, computed) && !input.transform_input,
            };
            if !is_right {
                wrong.push(format!("{kind}-{exporter}: {input:?}"));
            }
            assert!(computed.from == [0, 1, 2] || kind.starts_with("flipped"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Plain numbers are what was written, to the last digit.
    for exporter in ["old", "dynamo"] {
        for kind in ["divide-subtract", "subtract-divide", "multiply", "negated"] {
            let input = load(kind, exporter).topology.preprocessing;
            assert_eq!((input.mean, input.std), ([127.5; 3], [127.5; 3]), "{kind}-{exporter}");
        }
        let bgr = load("flipped", exporter).topology.preprocessing;
        assert_eq!((bgr.mean, bgr.order), ([104.0, 117.0, 123.0], ChannelOrder::Bgr));
    }
}

#[test]
fn what_is_not_understood_before_the_first_convolution_is_said() {
    for exporter in ["old", "dynamo"] {
        for kind in computed().keys() {
            let weights = load(kind, exporter);
            let is_said = weights.notes.contains(&Note::InputUnread);
            assert_eq!(is_said, kind == "clamped", "{kind}-{exporter}: {:?}", weights.notes);
        }
    }
}
