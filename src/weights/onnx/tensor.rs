//! One initialiser (`TensorProto`) to f32 numbers, whichever field holds them.

use prost::Message;

use super::super::file::damaged;
use super::super::messages::TensorData;
use super::super::numbers::Number;
use super::{FilesBeside, Initializer, Model, WeightsError, external};

/// Operators of a network whose weights are 8-bit integers.
const QUANTISED: [&str; 4] = ["QLinearConv", "ConvInteger", "QLinearMatMul", "DequantizeLinear"];

/// Refuses a model as a whole: no numbers, or integers for weights.
///
/// # Errors
/// [`WeightsError::Unsupported`], with what to do instead.
pub(super) fn check_formats(model: &Model<'_>) -> Result<(), WeightsError> {
    let unsupported =
        |cause: &str, remedy: &str| WeightsError::Unsupported { cause: cause.to_owned(), remedy: remedy.to_owned() };
    if let Some(node) = model.nodes.iter().find(|node| QUANTISED.contains(&node.op_type.as_str())) {
        return Err(unsupported(
            &format!("This ONNX file is quantised ({})", node.op_type),
            "choose the file it was made from, with f16, f32 or f64 weights",
        ));
    }
    if model.initializers.is_empty() {
        return Err(unsupported(
            "This ONNX file holds no weights (it has no initialisers)",
            "export it again with its parameters",
        ));
    }
    Ok(())
}

/// The `count` numbers as f32; for integers and other types the type's name.
pub(super) fn values(
    initializer: &Initializer<'_>,
    count: usize,
    beside: &FilesBeside,
) -> Result<Result<Vec<f32>, String>, WeightsError> {
    let number = match initializer.head.data_type {
        1 => Number::F32,
        10 => Number::F16,
        11 => Number::F64,
        16 => Number::Bf16,
        other => return Ok(Err(type_name(other))),
    };
    if external::location(&initializer.head).is_some() {
        let bytes = external::bytes(&initializer.head, count * number.bytes(), beside)?;
        return Ok(Ok(number.widen(bytes)));
    }
    let data = TensorData::decode(initializer.bytes).map_err(|error| damaged(&error.to_string()))?;
    if !data.raw_data.is_empty() {
        return if data.raw_data.len() % number.bytes() == 0 {
            Ok(Ok(number.widen(&data.raw_data)))
        } else {
            Err(damaged(&format!("{} ends within a number", initializer.head.name)))
        };
    }
    // Half precision is stored as the bits of an integer.
    let halves = || data.int32_data.iter().map(|&bits| bits as u16);
    let mut values: Vec<f32> = match number {
        Number::F32 => data.float_data,
        Number::F64 => data.double_data.iter().map(|&value| value as f32).collect(),
        Number::F16 => halves().map(|bits| half::f16::from_bits(bits).to_f32()).collect(),
        Number::Bf16 => halves().map(|bits| half::bf16::from_bits(bits).to_f32()).collect(),
    };
    values.shrink_to_fit();
    Ok(Ok(values))
}

/// `TensorProto.DataType`, as far as it occurs.
fn type_name(data_type: i32) -> String {
    match data_type {
        2 => "UINT8".to_owned(),
        3 => "INT8".to_owned(),
        5 => "INT16".to_owned(),
        6 => "INT32".to_owned(),
        7 => "INT64".to_owned(),
        8 => "STRING".to_owned(),
        9 => "BOOL".to_owned(),
        other => format!("ONNX type {other}"),
    }
}
