//! The few fields of `caffe.proto` and `onnx.proto` that hold weights or facts, and how large each may be.

use prost::Message;

use super::WeightsError;
use super::file::{MAX_FILE_BYTES, MAX_NAME_BYTES, damaged};
use super::wire::Holds::{Bytes, Floats, Integers, Messages};
use super::wire::{Rule, check, rule};

/// Most numbers in one tensor: 65,536 classes.  A vector of doubles may grow to 512 MB, no allocation beyond.
pub(super) const MAX_TENSOR_VALUES: usize = 1 << 26;
/// Longest word (a type, an attribute, the name of an edge) read, bytes.
const MAX_WORD_BYTES: usize = 1000;

/// Decodes a message, once it keeps to its rules.
///
/// # Errors
/// [`WeightsError::Damaged`] when a length or count is larger than makes sense, or the bytes are no such message.
pub(super) fn decode<M: Message + Default>(message: &[u8], rules: &[Rule]) -> Result<M, WeightsError> {
    check(message, rules).map_err(|cause| damaged(&cause))?;
    M::decode(message).map_err(|error| damaged(&error.to_string()))
}

/// Caffe's `NetParameter`: its `layers` (`V1LayerParameter`).
pub(super) const NET_V1_LAYERS: u32 = 2;
/// Caffe's `NetParameter`: its `layer` (`LayerParameter`).
pub(super) const NET_LAYERS: u32 = 100;

/// Caffe's `V1LayerParameter` (2014).
#[derive(Clone, PartialEq, Message)]
pub(super) struct V1Layer {
    #[prost(string, repeated, tag = "2")]
    pub bottom: Vec<String>,
    #[prost(string, repeated, tag = "3")]
    pub top: Vec<String>,
    #[prost(string, tag = "4")]
    pub name: String,
    #[prost(int32, tag = "5")]
    pub kind: i32,
    #[prost(message, repeated, tag = "6")]
    pub blobs: Vec<Blob>,
    #[prost(message, optional, tag = "18")]
    pub lrn: Option<Lrn>,
    #[prost(message, optional, tag = "19")]
    pub pooling: Option<Pooling>,
}

/// `V1LayerParameter.LayerType.LRN`.
pub(super) const V1_LRN: i32 = 15;
/// `V1LayerParameter.LayerType.POOLING`.
pub(super) const V1_POOLING: i32 = 17;

/// Caffe's `LayerParameter` (since 2015).
#[derive(Clone, PartialEq, Message)]
pub(super) struct Layer {
    #[prost(string, tag = "1")]
    pub name: String,
    #[prost(string, tag = "2")]
    pub kind: String,
    #[prost(string, repeated, tag = "3")]
    pub bottom: Vec<String>,
    #[prost(string, repeated, tag = "4")]
    pub top: Vec<String>,
    #[prost(message, repeated, tag = "7")]
    pub blobs: Vec<Blob>,
    #[prost(message, optional, tag = "118")]
    pub lrn: Option<Lrn>,
    #[prost(message, optional, tag = "121")]
    pub pooling: Option<Pooling>,
    #[prost(message, optional, tag = "139")]
    pub batch_norm: Option<BatchNorm>,
}

/// Caffe's `BatchNormParameter`, with its default.
#[derive(Clone, Copy, PartialEq, Message)]
pub(super) struct BatchNorm {
    #[prost(float, optional, tag = "3", default = "1e-5")]
    pub eps: Option<f32>,
}

/// Caffe's `BlobProto`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct Blob {
    #[prost(int32, optional, tag = "1")]
    pub num: Option<i32>,
    #[prost(int32, optional, tag = "2")]
    pub channels: Option<i32>,
    #[prost(int32, optional, tag = "3")]
    pub height: Option<i32>,
    #[prost(int32, optional, tag = "4")]
    pub width: Option<i32>,
    #[prost(float, repeated, tag = "5")]
    pub data: Vec<f32>,
    #[prost(message, optional, tag = "7")]
    pub shape: Option<BlobShape>,
    #[prost(double, repeated, tag = "8")]
    pub double_data: Vec<f64>,
}

/// Caffe's `BlobShape`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct BlobShape {
    #[prost(int64, repeated, tag = "1")]
    pub dim: Vec<i64>,
}

/// Caffe's `LRNParameter`, with its defaults.
#[derive(Clone, Copy, PartialEq, Message)]
pub(super) struct Lrn {
    #[prost(uint32, optional, tag = "1", default = "5")]
    pub local_size: Option<u32>,
    #[prost(float, optional, tag = "2", default = "1")]
    pub alpha: Option<f32>,
    #[prost(float, optional, tag = "3", default = "0.75")]
    pub beta: Option<f32>,
    #[prost(float, optional, tag = "5", default = "1")]
    pub k: Option<f32>,
}

/// Caffe's `PoolingParameter`.
#[derive(Clone, Copy, PartialEq, Message)]
pub(super) struct Pooling {
    /// 0 is the maximum.
    #[prost(int32, tag = "1")]
    pub pool: i32,
    #[prost(uint32, tag = "2")]
    pub kernel_size: u32,
    #[prost(uint32, optional, tag = "3", default = "1")]
    pub stride: Option<u32>,
}

const BLOB: &[Rule] = &[
    rule(5, MAX_TENSOR_VALUES, Floats(4)),
    rule(7, 1, Messages(&[rule(1, 16, Integers)])),
    rule(8, MAX_TENSOR_VALUES, Floats(8)),
];

/// What a `V1LayerParameter` may hold.
pub(super) const V1_LAYER: &[Rule] = &[
    rule(2, 256, Bytes(MAX_WORD_BYTES)),
    rule(3, 256, Bytes(MAX_WORD_BYTES)),
    rule(4, 1, Bytes(MAX_NAME_BYTES)),
    rule(6, 8, Messages(BLOB)),
];

/// What a `LayerParameter` may hold.
pub(super) const LAYER: &[Rule] = &[
    rule(1, 1, Bytes(MAX_NAME_BYTES)),
    rule(2, 1, Bytes(MAX_WORD_BYTES)),
    rule(3, 256, Bytes(MAX_WORD_BYTES)),
    rule(4, 256, Bytes(MAX_WORD_BYTES)),
    rule(7, 8, Messages(BLOB)),
];

/// ONNX's `ModelProto`: its graph.
pub(super) const MODEL_GRAPH: u32 = 7;
/// ONNX's `ModelProto`: its metadata, one entry a field.
pub(super) const MODEL_METADATA: u32 = 14;
/// ONNX's `GraphProto`: one node.
pub(super) const GRAPH_NODE: u32 = 1;
/// ONNX's `GraphProto`: one initialiser.
pub(super) const GRAPH_INITIALIZER: u32 = 5;

/// ONNX's `StringStringEntryProto`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct Entry {
    #[prost(string, tag = "1")]
    pub key: String,
    #[prost(string, tag = "2")]
    pub value: String,
}

/// ONNX's `NodeProto`.
#[derive(Clone, PartialEq, Message)]
pub(super) struct Node {
    #[prost(string, repeated, tag = "1")]
    pub input: Vec<String>,
    #[prost(string, repeated, tag = "2")]
    pub output: Vec<String>,
    #[prost(string, tag = "3")]
    pub name: String,
    #[prost(string, tag = "4")]
    pub op_type: String,
    #[prost(message, repeated, tag = "5")]
    pub attribute: Vec<Attribute>,
}

/// ONNX's `AttributeProto`, as far as it holds plain numbers.
#[derive(Clone, PartialEq, Message)]
pub(super) struct Attribute {
    #[prost(string, tag = "1")]
    pub name: String,
    #[prost(float, tag = "2")]
    pub f: f32,
    #[prost(int64, tag = "3")]
    pub i: i64,
    #[prost(int64, repeated, tag = "8")]
    pub ints: Vec<i64>,
}

/// ONNX's `NodeProto`: one attribute.
pub(super) const NODE_ATTRIBUTE: u32 = 5;
/// ONNX's `AttributeProto`: a tensor.
pub(super) const ATTRIBUTE_TENSOR: u32 = 5;

/// ONNX's `TensorProto` without its numbers.
#[derive(Clone, PartialEq, Message)]
pub(super) struct TensorHead {
    #[prost(int64, repeated, tag = "1")]
    pub dims: Vec<i64>,
    #[prost(int32, tag = "2")]
    pub data_type: i32,
    #[prost(string, tag = "8")]
    pub name: String,
    /// Which other file, and where in it: `location`, `offset`, `length`.
    #[prost(message, repeated, tag = "13")]
    pub external_data: Vec<Entry>,
    /// 1: the numbers are in another file.
    #[prost(int32, tag = "14")]
    pub data_location: i32,
}

/// The numbers of ONNX's `TensorProto`: in one of these fields, as its type wants.
#[derive(Clone, PartialEq, Message)]
pub(super) struct TensorData {
    #[prost(float, repeated, tag = "4")]
    pub float_data: Vec<f32>,
    #[prost(int32, repeated, tag = "5")]
    pub int32_data: Vec<i32>,
    #[prost(int64, repeated, tag = "7")]
    pub int64_data: Vec<i64>,
    #[prost(bytes = "vec", tag = "9")]
    pub raw_data: Vec<u8>,
    #[prost(double, repeated, tag = "10")]
    pub double_data: Vec<f64>,
}

/// What a metadata entry may hold.
pub(super) const ENTRY: &[Rule] = &[rule(1, 1, Bytes(MAX_WORD_BYTES)), rule(2, 1, Bytes(4 << 20))];

/// What a `NodeProto` may hold.
pub(super) const NODE: &[Rule] = &[
    rule(1, 256, Bytes(MAX_WORD_BYTES)),
    rule(2, 256, Bytes(MAX_WORD_BYTES)),
    rule(3, 1, Bytes(MAX_WORD_BYTES)),
    rule(4, 1, Bytes(MAX_WORD_BYTES)),
    rule(5, 64, Messages(&[rule(1, 1, Bytes(MAX_WORD_BYTES)), rule(8, 4096, Integers)])),
];

/// What a `TensorProto` may hold.
pub(super) const TENSOR: &[Rule] = &[
    rule(1, 16, Integers),
    rule(4, MAX_TENSOR_VALUES, Floats(4)),
    rule(5, MAX_TENSOR_VALUES, Integers),
    rule(8, 1, Bytes(MAX_NAME_BYTES)),
    rule(9, 1, Bytes(MAX_FILE_BYTES)),
    rule(10, MAX_TENSOR_VALUES, Floats(8)),
    rule(13, 16, Messages(ENTRY)),
];
