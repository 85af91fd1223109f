//! What a checkpoint says about its weights, as metadata has it: text as it is, everything else as JSON.
//!
//! A checkpoint may hold anything under these keys: what is no description of weights is passed over.

use serde_json::{Value as Json, json};

use super::value::{Heap, Value};
use crate::spec::Topology;

/// Longest list that describes anything, values: the largest number of classes.
const MAX_LIST: usize = 100_000;
/// Longest JSON text of class names, bytes.
const MAX_JSON: usize = 8 << 20;
/// Longest text of one class name or other description, letters: more than is ever shown.
const MAX_TEXT: usize = 1000;

/// The description under a key of a checkpoint, and the key we have for it; `None` when it is none.
pub(super) fn description<'a>(heap: &Heap<'a>, key: &str, value: Value<'a>) -> Option<(&'static str, String)> {
    let text = match value {
        Value::Text(text) => Some(clip(text)),
        _ => None,
    };
    let one_of = |words: &[&str]| text.filter(|text| words.contains(text)).map(str::to_owned);
    Some(match key {
        "name" => ("name", text?.to_owned()),
        "topology" => ("topology", one_of(&Topology::PRESETS)?),
        "channel_order" => ("channel_order", one_of(&["rgb", "bgr"])?),
        "scale" => ("scale", one_of(&["0-1", "0-255"])?),
        "aux_heads" => ("aux_heads", text?.to_owned()),
        "mean" => ("mean", triple(heap, value)?),
        "std" => ("std", triple(heap, value)?),
        "crop" => ("crop", count(value)?),
        "resize_short_side" => ("resize_short_side", count(value)?),
        "transform_input" => match (value, text) {
            (Value::Bool(flag), _) => ("transform_input", flag.to_string()),
            _ => ("transform_input", one_of(&["true", "false"])?),
        },
        "fit" => ("fit", one_of(&["crop", "squeezed", "borders"])?),
        "resample" => ("resample", one_of(&["bilinear", "bicubic"])?),
        "lrn" => match value {
            Value::Bool(flag) => ("lrn", if flag { "on" } else { "off" }.to_owned()),
            _ => ("lrn", one_of(&["on", "off"])?),
        },
        "pool4" => ("pool4", count(value)?),
        "bn_epsilon" => match value {
            Value::Float(number) => ("bn_epsilon", number.to_string()),
            _ => ("bn_epsilon", text?.to_owned()),
        },
        "labels" => ("labels", labels(heap, value)?),
        // What tutorials call them; anything may be called so, and counts only if it fits.
        "class_to_idx" | "idx_to_class" | "classes" | "class_names" => ("class_names", labels(heap, value)?),
        _ => return None,
    })
}

fn count(value: Value<'_>) -> Option<String> {
    match value {
        Value::Int(number) => Some(number.to_string()),
        Value::Text(text) => Some(clip(text).to_owned()),
        _ => None,
    }
}

/// Three numbers, one a colour, or a text of them.
fn triple<'a>(heap: &Heap<'a>, value: Value<'a>) -> Option<String> {
    if let Value::Text(text) = value {
        return Some(clip(text).to_owned());
    }
    let values = heap.sequence(value).filter(|values| values.len() == 3)?;
    let numbers = values.iter().map(|&value| match value {
        Value::Int(number) => Some(json!(number)),
        Value::Float(number) => Some(json!(number)),
        _ => None,
    });
    Some(json!(numbers.collect::<Option<Vec<Json>>>()?).to_string())
}

/// Class names: a list of texts, a map from names to numbers or from numbers to names, or the JSON text of one of these.
fn labels<'a>(heap: &Heap<'a>, value: Value<'a>) -> Option<String> {
    match value {
        Value::Text(text) => (text.len() <= MAX_JSON).then(|| text.to_owned()),
        Value::Dict(place) => {
            let entries = heap.dicts[place].get(..MAX_LIST);
            let entries = entries.unwrap_or(&heap.dicts[place]);
            let pairs = entries.iter().map(|&entry| match entry {
                (Value::Text(name), Value::Int(number)) => Some((clip(name).to_owned(), json!(number))),
                (Value::Int(number), Value::Text(name)) => Some((number.to_string(), json!(clip(name)))),
                (Value::Text(number), Value::Text(name)) => Some((clip(number).to_owned(), json!(clip(name)))),
                _ => None,
            });
            let map: serde_json::Map<String, Json> = pairs.collect::<Option<_>>()?;
            (!map.is_empty()).then(|| Json::Object(map).to_string())
        }
        _ => {
            let values = heap.sequence(value)?;
            let values = values.get(..MAX_LIST).unwrap_or(values);
            let names = values.iter().map(|&value| match value {
                Value::Text(name) => Some(json!(clip(name))),
                _ => None,
            });
            let names = names.collect::<Option<Vec<Json>>>()?;
            (!names.is_empty()).then(|| json!(names).to_string())
        }
    }
}

/// Not longer than anything shown.
fn clip(text: &str) -> &str {
    let end = text.char_indices().nth(MAX_TEXT).map(|(end, _)| end);
    &text[..end.unwrap_or(text.len())]
}
