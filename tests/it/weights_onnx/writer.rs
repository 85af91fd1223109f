//! ONNX files as Caffe's converter and PyTorch's exporters write them, from a network of the spec.

use inception_lens::spec::{Layer, Modules, Network, Norm, Op, Topology};

use crate::protobuf::Message;
use crate::synthetic::File;
use crate::weights_caffe::caffe_name;

/// Whose names the initialisers have.
#[derive(Clone, Copy, PartialEq)]
pub enum Names {
    /// The ONNX model zoo's: Caffe's with `_w_0` and `_b_0`.
    Zoo,
    /// A PyTorch state dict's, in a wrapper.
    Torch,
    /// Numbers, but nodes have names.
    Nodes,
    /// Numbers only.
    Nobody,
}

/// How numbers are stored: `TensorProto.DataType`, in `raw_data` or in the type's own field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbers {
    pub data_type: i64,
    pub raw: bool,
}

pub const F32: i64 = 1;
pub const F16: i64 = 10;
pub const F64: i64 = 11;
pub const BF16: i64 = 16;

/// What a linear layer becomes.
#[derive(Clone, Copy, PartialEq)]
pub enum Linear {
    /// Gemm with transB: the matrix as we store it.
    Gemm,
    /// Gemm without: columns and rows exchanged.
    PlainGemm,
    /// MatMul and Add.
    Product,
    /// MatMul of a Transpose of the matrix as we store it, and Add.
    Transpose,
}

#[derive(Clone, Copy)]
pub struct Style {
    pub names: Names,
    pub numbers: Numbers,
    pub linear: Linear,
}

impl Style {
    pub const ZOO: Self =
        Self { names: Names::Zoo, numbers: Numbers { data_type: F32, raw: true }, linear: Linear::Gemm };
}

/// A model around a graph.
pub fn model(graph: &Message) -> Message {
    Message::new().integer(1, 8).text(2, "test").message(7, graph).message(8, &Message::new().integer(2, 12))
}

/// `StringStringEntryProto` in a model.
pub fn described(model: Message, key: &str, value: &str) -> Message {
    model.message(14, &Message::new().text(1, key).text(2, value))
}

pub fn node(op: &str, name: &str, inputs: &[&str], output: &str) -> Message {
    let node = inputs.iter().fold(Message::new(), |node, edge| node.text(1, edge));
    node.text(2, output).text(3, name).text(4, op)
}

pub fn integer_attribute(name: &str, value: i64) -> Message {
    Message::new().text(1, name).integer(3, value).integer(20, 2)
}

fn float_attribute(name: &str, value: f32) -> Message {
    Message::new().text(1, name).float(2, value).integer(20, 1)
}

fn integers_attribute(name: &str, values: [usize; 2]) -> Message {
    // Written one by one, as proto2 does without `packed`.
    let attribute = Message::new().text(1, name);
    let all = values.into_iter().fold(attribute, |all, value| all.integer(8, value as i64));
    all.integer(20, 7)
}

pub fn tensor(name: &str, shape: &[usize], values: &[f32], numbers: Numbers) -> Message {
    let dims = shape.iter().fold(Message::new(), |dims, &side| dims.integer(1, side as i64));
    let tensor = dims.integer(2, numbers.data_type).text(8, name);
    let halves = |bits: fn(f32) -> u16| values.iter().map(move |&value| bits(value));
    let f16 = |value| half::f16::from_f32(value).to_bits();
    let bf16 = |value| half::bf16::from_f32(value).to_bits();
    match (numbers.data_type, numbers.raw) {
        (F32, true) => tensor.bytes(9, &values.iter().flat_map(|v| v.to_le_bytes()).collect::<Vec<_>>()),
        (F64, true) => tensor.bytes(9, &values.iter().flat_map(|&v| f64::from(v).to_le_bytes()).collect::<Vec<_>>()),
        (F16, true) => tensor.bytes(9, &halves(f16).flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
        (BF16, true) => tensor.bytes(9, &halves(bf16).flat_map(u16::to_le_bytes).collect::<Vec<_>>()),
        (F32, false) => tensor.floats(4, values),
        (F64, false) => tensor.doubles(10, values),
        (F16, false) => tensor.integers(5, halves(f16).map(i64::from)),
        (BF16, false) => tensor.integers(5, halves(bf16).map(i64::from)),
        (other, _) => panic!("{other}"),
    }
}

/// Writes all of `file`, which was made for `topology`.
pub fn written(file: &File, topology: Topology, style: Style) -> Message {
    model(&graph(file, topology, style))
}

/// The graph of [`written`].
pub fn graph(file: &File, topology: Topology, style: Style) -> Message {
    let classes = file.tensors["fc.bias"].shape[0];
    let aux = ["aux1.fc1.bias", "aux2.fc1.bias"].map(|name| file.tensors.contains_key(name));
    let network = Network::build(topology, classes, Modules::Reduced, aux);
    let mut writer =
        Writer { file, style, norm: topology.norm, nodes: Message::new(), tensors: Message::new(), numbered: 192 };
    for layer in &network.layers {
        let inputs = layer.inputs.iter().map(|&input| network.layers[input].name.as_str());
        writer.layer(layer, &inputs.collect::<Vec<_>>());
    }
    let mut graph = writer.nodes;
    graph.0.extend(writer.tensors.0);
    graph
}

struct Writer<'a> {
    file: &'a File,
    style: Style,
    norm: Norm,
    nodes: Message,
    tensors: Message,
    numbered: usize,
}

impl Writer<'_> {
    fn node(&mut self, node: Message) {
        self.nodes = std::mem::take(&mut self.nodes).message(1, &node);
    }

    /// Writes the initialiser of one of our tensors; returns its name.
    fn initializer(&mut self, ours: &str, transposed: bool) -> String {
        let name = match self.style.names {
            Names::Zoo => {
                let (layer, blob) = caffe_name(ours);
                format!("{layer}{}", ["_w_0", "_b_0"][blob])
            }
            Names::Torch => format!("module.{ours}"),
            Names::Nodes | Names::Nobody => format!("onnx::Conv_{}", self.numbered),
        };
        self.numbered += 1;
        let mut shape = self.file.tensors[ours].shape.clone();
        let words = self.file.tensors[ours].data.as_chunks().0.iter();
        let mut values: Vec<f32> = words.map(|&word| f32::from_le_bytes(word)).collect();
        if transposed {
            let (rows, columns) = (shape[0], shape[1]);
            let old = values.clone();
            for (index, value) in values.iter_mut().enumerate() {
                *value = old[index % rows * columns + index / rows];
            }
            shape = vec![columns, rows];
        }
        let tensor = tensor(&name, &shape, &values, self.style.numbers);
        self.tensors = std::mem::take(&mut self.tensors).message(5, &tensor);
        name
    }

    /// PyTorch's name of a node: "inception3a.branch2.1" is "/inception3a/branch2/branch2.1".
    fn node_name(&self, layer: &str, op: &str) -> String {
        if self.style.names != Names::Nodes {
            return String::new();
        }
        let scopes = match layer.split('.').collect::<Vec<_>>()[..] {
            [module, branch, index] => format!("{module}/{branch}/{branch}.{index}"),
            _ => layer.replace('.', "/"),
        };
        match op {
            "Conv" => format!("/{scopes}/conv/Conv"),
            _ => format!("/{scopes}/{op}"),
        }
    }

    fn layer(&mut self, layer: &Layer, inputs: &[&str]) {
        let name = &layer.name;
        match layer.op {
            Op::Input => {}
            Op::Conv(_) => self.convolution(name, inputs[0]),
            Op::Linear { .. } => self.linear(name, inputs[0]),
            Op::MaxPool(window) => {
                let pool = node("MaxPool", "", inputs, name)
                    .message(5, &integers_attribute("strides", [window.stride; 2]))
                    .message(5, &integers_attribute("kernel_shape", [window.kernel; 2]));
                self.node(pool);
            }
            Op::LocalResponseNorm(norm) => {
                let lrn = node("LRN", "", inputs, name)
                    .message(5, &integer_attribute("size", norm.size as i64))
                    .message(5, &float_attribute("alpha", norm.alpha))
                    .message(5, &float_attribute("beta", norm.beta))
                    .message(5, &float_attribute("bias", norm.k));
                self.node(lrn);
            }
            Op::Concat => self.node(node("Concat", "", inputs, name)),
            Op::AveragePool(_) | Op::AdaptiveAveragePool { .. } | Op::GlobalAveragePool => {
                self.node(node("AveragePool", "", inputs, name));
            }
        }
    }

    fn convolution(&mut self, name: &str, input: &str) {
        let weight = self.initializer(&format!("{name}.conv.weight"), false);
        let conv = format!("{name}:conv");
        let mut last = conv.clone();
        match self.norm {
            Norm::None | Norm::Folded => {
                let bias = self.initializer(&format!("{name}.conv.bias"), false);
                let node_name = self.node_name(name, "Conv");
                self.node(node("Conv", &node_name, &[input, &weight, &bias], &conv));
            }
            Norm::BatchNorm => {
                let node_name = self.node_name(name, "Conv");
                self.node(node("Conv", &node_name, &[input, &weight], &conv));
                let mut edges = vec![conv];
                for part in ["weight", "bias", "running_mean", "running_var"] {
                    edges.push(self.initializer(&format!("{name}.bn.{part}"), false));
                }
                last = format!("{name}:bn");
                let edges: Vec<&str> = edges.iter().map(String::as_str).collect();
                let batch_norm = node("BatchNormalization", "", &edges, &last);
                self.node(batch_norm.message(5, &float_attribute("epsilon", 1e-3)));
            }
        }
        self.node(node("Relu", "", &[&last], name));
    }

    fn linear(&mut self, name: &str, input: &str) {
        let transposed = matches!(self.style.linear, Linear::PlainGemm | Linear::Product);
        let mut weight = self.initializer(&format!("{name}.weight"), transposed);
        let bias = self.initializer(&format!("{name}.bias"), false);
        if self.style.linear == Linear::Transpose {
            let turned = format!("{name}:turned");
            self.node(node("Transpose", "", &[&weight], &turned));
            weight = turned;
        }
        let (gemm, product) = (self.node_name(name, "Gemm"), format!("{name}:product"));
        match self.style.linear {
            Linear::Gemm => {
                let gemm = node("Gemm", &gemm, &[input, &weight, &bias], name);
                self.node(gemm.message(5, &integer_attribute("transB", 1)));
            }
            Linear::PlainGemm => self.node(node("Gemm", &gemm, &[input, &weight, &bias], name)),
            Linear::Product | Linear::Transpose => {
                self.node(node("MatMul", &gemm, &[input, &weight], &product));
                self.node(node("Add", "", &[&bias, &product], name));
            }
        }
    }
}
