//! What can be wrong with an ONNX file.

use inception_lens::spec::Topology;
use inception_lens::weights::{FilesBeside, Format, Weights, WeightsError};

use super::PAPER;
use super::writer::{F32, Numbers, Style, described, graph, model, node, tensor, written};
use crate::protobuf::{Message, split};

const NUMBERS: Numbers = Numbers { data_type: F32, raw: true };

fn initializer(tensor: &Message) -> Message {
    Message::new().message(5, tensor)
}

/// The error; weights that were accepted are too long to print.
fn refused(bytes: &[u8]) -> WeightsError {
    match Weights::load(bytes, "wrong", None) {
        Err(error) => error,
        Ok(_) => panic!("a wrong file was accepted"),
    }
}

fn sentence(graph: &Message) -> String {
    refused(&model(graph).0).to_string()
}

#[test]
fn numbers_in_a_file_that_is_not_there_are_named_with_a_remedy() {
    let weight = |location: &str| {
        let entry = Message::new().text(1, "location").text(2, location);
        let tensor = tensor("conv1.conv.weight", &[64, 3, 7, 7], &[], NUMBERS);
        initializer(&tensor.message(13, &entry).integer(14, 1))
    };
    let remedy = "; put both files into one folder, or save it as one file, with \
                  torch.onnx.export(…, external_data=False) or onnx.save(onnx.load(file), new_file).";
    assert_eq!(
        sentence(&weight("F.data")),
        format!("This ONNX file keeps its numbers in F.data, which is not in the same folder{remedy}")
    );
    for elsewhere in ["../F.data", "/etc/passwd", "a/../../b", "..", "C:\\F", "", "a\\b"] {
        let bytes = model(&weight(elsewhere)).0;
        assert!(FilesBeside::wanted(&bytes).is_empty(), "{elsewhere}");
        assert_eq!(
            refused(&bytes).to_string(),
            format!(
                "This ONNX file keeps its numbers outside its own folder, in {elsewhere:?}, where nothing is read{remedy}"
            )
        );
    }
}

#[test]
fn a_quantised_file_is_named_with_a_remedy() {
    let weight = tensor("conv1/7x7_s2_w_0_quantized", &[2], &[0.0; 2], NUMBERS);
    let conv = node("QLinearConv", "", &["x", "s", "z", "w"], "y");
    assert_eq!(
        sentence(&initializer(&weight).message(1, &conv)),
        "This ONNX file is quantised (QLinearConv); choose the file it was made from, with f16, f32 or f64 weights."
    );
}

#[test]
fn a_file_without_initialisers_is_named_with_a_remedy() {
    let expected = "This ONNX file holds no weights (it has no initialisers); export it again with its parameters.";
    assert_eq!(sentence(&Message::new().message(1, &node("Conv", "", &["x", "w"], "y"))), expected);
    assert_eq!(sentence(&Message::new()), expected);
}

#[test]
fn another_network_is_called_that() {
    let mut vgg = Message::new();
    for (index, shape) in [vec![64, 3, 3, 3], vec![64, 64, 3, 3], vec![1000, 4096]].iter().enumerate() {
        let values = vec![0.5; shape.iter().product()];
        let name = format!("vgg0_conv{index}_weight");
        vgg = vgg.message(1, &node(if shape.len() == 2 { "Gemm" } else { "Conv" }, "", &["x", &name], "y"));
        vgg = vgg.message(5, &tensor(&name, shape, &values, NUMBERS));
    }
    let error = sentence(&vgg);
    assert!(error.starts_with("These are weights of another network: only 0 of GoogLeNet's 116"), "{error}");
    assert!(error.contains("vgg0_conv0_weight"), "{error}");
}

/// The graph with another initialiser in place of one.
fn replaced(graph: &Message, name: &str, tensor: &Message) -> Message {
    let mut result = Message::new();
    for (field, whole, content) in split(&graph.0) {
        let own = |(field, _, text): &(u32, &[u8], &[u8])| *field == 8 && *text == name.as_bytes();
        if field == 5 && split(content).iter().any(own) {
            result = result.message(5, tensor);
        } else {
            result.0.extend(whole);
        }
    }
    result
}

fn problems(graph: &Message) -> Vec<String> {
    let error = refused(&model(graph).0);
    error.problems().iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_missing_or_extra_is_listed() {
    let graph = graph(&PAPER, Topology::PAPER, Style::ZOO);
    let other = tensor("other", &[2], &[0.0; 2], NUMBERS);
    let graph = replaced(&graph, "inception_5b/pool_proj_w_0", &other);
    let missing = "inception5b.branch4.1.conv.weight [128, 832, 1, 1] is missing";
    assert_eq!(problems(&graph), [missing], "what no layer reads is a constant");
    let mut tensors = Message::new();
    for (field, whole, _) in split(&graph.0) {
        if field == 5 {
            tensors.0.extend(whole);
        }
    }
    let extra = "other [2] does not belong to GoogLeNet";
    assert_eq!(problems(&tensors), [missing, extra], "without nodes all counts");
}

#[test]
fn integers_for_weights_are_a_problem_with_a_name() {
    let whole = graph(&PAPER, Topology::PAPER, Style::ZOO);
    let name = "loss3/classifier_b_0";
    let integers = Message::new().integer(1, 3).integer(2, 7).text(8, name);
    let whole = replaced(&whole, name, &integers.integers(7, [1, 2, 3]));
    let stored = "fc.bias is stored as INT64, not as f16, bf16, f32 or f64";
    assert_eq!(problems(&whole), [stored]);
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let bytes = written(&PAPER, Topology::PAPER, Style::ZOO).0;
    assert_eq!(Format::sniff(&bytes[..300]), Some(Format::Onnx));
    for length in [300, 5000, bytes.len() / 2, bytes.len() - 9, bytes.len() - 1] {
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
    let two = |name: &str| tensor(name, &[2], &[1.0, 2.0], NUMBERS);
    let raw = |shape: &[usize], bytes: &[u8]| {
        initializer(&tensor("fc.bias", shape, &[], Numbers { raw: false, ..NUMBERS }).bytes(9, bytes))
    };
    let negative = Message::new().integer(1, -2).integer(2, 1).text(8, "fc.bias");
    let many_dims = Message::new().integers(1, [1; 17]).text(8, "fc.bias");
    for (graph, cause) in [
        (initializer(&tensor("fc.bias", &[3], &[1.0, 2.0], NUMBERS)), "fc.bias claims to be [3] numbers and holds 2"),
        (raw(&[2], &[0; 7]), "fc.bias ends within a number"),
        (raw(&[1 << 40, 1 << 40], &[0; 8]), "fc.bias claims to be [1099511627776, 1099511627776]"),
        (initializer(&negative), "fc.bias has a negative size"),
        (initializer(&many_dims), "field 1 holds more than 16 values"),
        (initializer(&two(&"n".repeat(201))), "a text of 201 bytes, at most 200 make sense"),
        (Message(initializer(&two("a")).0.repeat(10_001)), "more than 10000 nodes or tensors make no sense"),
        (Message(Message::new().message(1, &Message::new()).0.repeat(10_001)), "more than 10000 nodes"),
        (Message::new().claim(5, u64::MAX), "it ends in the middle of a field"),
        (Message(vec![0x0B]), "a field is of no known type"),
        (Message::new().message(1, &Message::new().bytes(4, &[0xFF, 0xFE])), "damaged"),
        (
            Message::new().message(1, &(0..257).fold(Message::new(), |node, _| node.text(1, "x"))),
            "more than 256 values",
        ),
    ] {
        let error = refused(&model(&graph).0);
        assert!(matches!(error, WeightsError::Damaged { .. }), "{cause}: {error}");
        assert!(error.to_string().contains(cause), "{cause}: {error}");
        assert!(error.to_string().len() < 300, "{error}");
    }
    let twice = initializer(&two("fc.bias")).message(5, &two("module.fc.bias"));
    assert_eq!(sentence(&twice), "This ONNX file holds fc.bias twice; export the network alone.");
    let endless =
        (0..10_001).fold(model(&initializer(&two("a"))), |model, index| described(model, &index.to_string(), ""));
    assert!(matches!(refused(&endless.0), WeightsError::Damaged { .. }));
}
