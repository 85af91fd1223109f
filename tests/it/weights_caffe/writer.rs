//! Writes `.caffemodel` files as Caffe did over the years.

use crate::protobuf::Message;
use crate::synthetic::{self, File};

/// `NetParameter` of 2014 or later.
#[derive(Clone, Copy, PartialEq)]
pub enum Age {
    V1,
    V2,
}

#[derive(Clone, Copy)]
pub enum Shapes {
    FourNumbers,
    List,
}

#[derive(Clone, Copy)]
pub enum Numbers {
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
            let block = block.replace("aux", "loss").replace("inception", "inception_");
            format!("{block}/{rest}")
        }
    };
    (caffe, usize::from(part == "bias"))
}

pub fn blob(shape: &[usize], values: &[f32], shapes: Shapes, numbers: Numbers) -> Message {
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
        Numbers::Loose => values.iter().fold(blob, |blob, &value| blob.float(5, value)),
        Numbers::Double => blob.doubles(8, values),
    }
}

/// A layer with blobs, in a net of its own: nets written one after the other are one net.
pub fn layer(age: Age, name: &str, blobs: &[Message]) -> Message {
    let kind = if name.starts_with("loss3") { (14, "InnerProduct") } else { (4, "Convolution") };
    let layer = match age {
        Age::V1 => Message::new().text(2, "below").text(4, name).integer(5, kind.0),
        Age::V2 => Message::new().text(1, name).text(2, kind.1).text(3, "below"),
    };
    let field = match age {
        Age::V1 => 6,
        Age::V2 => 7,
    };
    let layer = blobs.iter().fold(layer, |layer, blob| layer.message(field, blob));
    add(Message::new(), age, &layer)
}

pub fn add(net: Message, age: Age, layer: &Message) -> Message {
    match age {
        Age::V1 => net.message(2, layer),
        Age::V2 => net.message(100, layer),
    }
}

/// Layers without blobs, as a training net lists them: data, LRN, the four pools between modules, a loss.
pub fn bare(age: Age) -> Message {
    let mut net = Message::new();
    let mut bare = |name: &str, (number, word): (i64, &str), parameters: Option<(u32, u32, Message)>| {
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
        bare(&format!("pool{index}/3x3_s2"), (17, "Pooling"), Some((19, 121, pool)));
        if index < 3 {
            let norm = Message::new().integer(1, 5).float(2, 1e-4).float(3, 0.75);
            bare("norm", (15, "LRN"), Some((18, 118, norm)));
        }
    }
    bare("loss3/loss3", (21, "SoftmaxWithLoss"), None);
    net
}

/// The whole of a file of ours as Caffe writes it.
pub fn written(file: &File, age: Age, shapes: Shapes, numbers: Numbers) -> Vec<u8> {
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
