//! The names a pickle of tensors may mention, and what calling them means here.  Every other name is an error.

use super::harmless::is_harmless;
use super::tensor::{Element, Storage, Tensor};
use super::value::{Heap, Value};
use crate::weights::WeightsError;
use crate::weights::file::{MAX_FILE_BYTES, damaged, shorten};

/// Most dimensions of a tensor.
const MAX_DIMENSIONS: usize = 16;
/// Most letters quoted of a name.
const MAX_NAME: usize = 80;

/// A class or function of the short list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Global {
    /// `collections.OrderedDict`.
    OrderedDict,
    /// `torch.Size`: a tuple.
    Size,
    /// `torch._utils._rebuild_tensor` and `_rebuild_tensor_v2`: a view of a typed storage.
    RebuildTensor,
    /// `torch._utils._rebuild_tensor_v3`: a view of bytes, with the number format beside it.
    RebuildTensorV3,
    /// `torch._utils._rebuild_parameter`, `torch.nn.parameter.Parameter`: the tensor itself.
    Parameter,
    /// `torch._tensor._rebuild_from_type_v2`: what another function makes, as a subclass of tensors.
    RebuildFromType,
    /// `torch._utils._rebuild_qtensor`: a tensor of 8-bit integers with a scale.
    RebuildQuantised,
    /// `collections.defaultdict` and `Counter`: a dict.
    DictLike(&'static str),
    /// `_codecs.encode`: how protocol 2 writes bytes.
    Bytes,
    /// A storage class or a number format.
    Element(Element),
    /// Makes an object that is passed over: the place of its name in the heap.
    Opaque(usize),
}

impl Global {
    /// The class or function of that name.
    ///
    /// # Errors
    /// [`WeightsError::Forbidden`] for what is neither on the short list nor harmless.
    pub fn named(heap: &mut Heap<'_>, module: &str, name: &str) -> Result<Self, WeightsError> {
        let found = match (module, name) {
            ("collections", "OrderedDict") => Some(Self::OrderedDict),
            ("torch", "Size") => Some(Self::Size),
            ("torch._utils", "_rebuild_tensor" | "_rebuild_tensor_v2") => Some(Self::RebuildTensor),
            ("torch._utils", "_rebuild_tensor_v3") => Some(Self::RebuildTensorV3),
            ("torch._utils", "_rebuild_parameter" | "_rebuild_parameter_with_state")
            | ("torch.nn.parameter", "Parameter") => Some(Self::Parameter),
            ("torch._utils", "_rebuild_qtensor") => Some(Self::RebuildQuantised),
            ("torch._tensor", "_rebuild_from_type_v2") => Some(Self::RebuildFromType),
            ("_codecs", "encode") => Some(Self::Bytes),
            ("collections", "defaultdict") => Some(Self::DictLike("collections.defaultdict")),
            ("collections", "Counter") => Some(Self::DictLike("collections.Counter")),
            ("torch" | "torch.cuda" | "torch.storage", _) => Element::named(name).map(Self::Element),
            _ => None,
        };
        let full = || shorten(&format!("{module}.{name}"), MAX_NAME);
        match found {
            Some(found) => Ok(found),
            None if is_harmless(module, name) => Ok(Self::Opaque(heap.class_place(full()))),
            None => Err(WeightsError::Forbidden { what: format!("the class {}", full()) }),
        }
    }
}

fn wrong_call() -> WeightsError {
    damaged("its pickle puts a tensor together from the wrong parts")
}

/// What `function(*arguments)` is.
pub(super) fn call<'a>(
    heap: &mut Heap<'a>,
    function: Value<'a>,
    arguments: Value<'a>,
) -> Result<Value<'a>, WeightsError> {
    if let Value::Global(Global::Opaque(class)) | Value::Opaque(class) = function {
        return Ok(Value::Opaque(class));
    }
    let (Value::Global(function), Value::Tuple(place)) = (function, arguments) else {
        return Err(wrong_call());
    };
    match (function, heap.sequences[place].as_slice()) {
        (Global::OrderedDict, []) => Ok(heap.dict(Vec::new())),
        (Global::OrderedDict, &[pairs]) => ordered_dict(heap, pairs),
        (Global::Bytes, _) => Ok(Value::Bytes),
        (Global::DictLike(class), &[.., Value::Dict(place)]) => {
            heap.charge(heap.dicts[place].len())?;
            let entries = heap.dicts[place].clone();
            Ok(heap.dict_like(class, entries))
        }
        (Global::DictLike(class), _) => Ok(heap.dict_like(class, Vec::new())),
        (Global::RebuildQuantised, _) => Err(WeightsError::Unsupported {
            cause: "This PyTorch file is quantised (its weights are 8-bit integers)".to_owned(),
            remedy: "choose the file it was made from, with f16, f32 or f64 weights".to_owned(),
        }),
        // A function that is not this one again: no call goes deeper.
        (Global::RebuildFromType, &[Value::Global(function), _, arguments, ..])
            if function != Global::RebuildFromType =>
        {
            call(heap, Value::Global(function), arguments)
        }
        (Global::Size, &[dims @ Value::Tuple(_)]) => Ok(dims),
        (Global::Parameter, &[tensor @ Value::Tensor(_), ..]) => Ok(tensor),
        (Global::RebuildTensor, &[Value::Storage(storage), offset, shape, stride, ..]) => {
            let element = heap.storages[storage].element;
            view(heap, storage, element, [offset, shape, stride])
        }
        (
            Global::RebuildTensorV3,
            &[Value::Storage(storage), offset, shape, stride, _, _, Value::Global(Global::Element(element)), ..],
        ) => view(heap, storage, element, [offset, shape, stride]),
        _ => Err(wrong_call()),
    }
}

/// `OrderedDict([[key, value], …])`, as Python 2 pickled it.
fn ordered_dict<'a>(heap: &mut Heap<'a>, pairs: Value<'a>) -> Result<Value<'a>, WeightsError> {
    let count = heap.sequence(pairs).map_or(0, <[_]>::len);
    heap.charge(count)?;
    let pairs = heap.sequence(pairs).ok_or_else(wrong_call)?;
    let entries = pairs.iter().map(|&pair| match heap.sequence(pair) {
        Some(&[key, value]) => Ok((key, value)),
        _ => Err(wrong_call()),
    });
    let entries = entries.collect::<Result<_, _>>()?;
    Ok(heap.dict(entries))
}

fn view<'a>(
    heap: &mut Heap<'a>,
    storage: usize,
    element: Element,
    [offset, shape, stride]: [Value<'a>; 3],
) -> Result<Value<'a>, WeightsError> {
    let (shape, stride) = (sizes(heap, shape)?, sizes(heap, stride)?);
    if shape.len() != stride.len() {
        return Err(wrong_call());
    }
    heap.tensors.push(Tensor { storage, element, offset: size(offset)?, shape, stride });
    Ok(Value::Tensor(heap.tensors.len() - 1))
}

/// The storage a persistent id means: `("storage", class, key, device, length)`, in old files with a view of it behind.
pub(super) fn persistent<'a>(heap: &mut Heap<'a>, id: Value<'a>) -> Result<Value<'a>, WeightsError> {
    let (element, key, count, view) = match *heap.sequence(id).unwrap_or_default() {
        [
            Value::Text("storage"),
            Value::Global(Global::Element(element)),
            Value::Text(key),
            _,
            count,
            ref view @ ..,
        ] => (element, key, count, view.first().copied()),
        [Value::Text("storage"), ..] => return Err(wrong_call()),
        _ => {
            return Err(WeightsError::Forbidden { what: "an object that is no storage of numbers".to_owned() });
        }
    };
    let view = view.unwrap_or(Value::None);
    let (start, count) = match (view, heap.sequence(view)) {
        (Value::None, _) => (0, size(count)?),
        (_, Some(&[_, start, count])) => (size(start)?, size(count)?),
        _ => return Err(wrong_call()),
    };
    heap.storages.push(Storage { key, element, start, count });
    Ok(Value::Storage(heap.storages.len() - 1))
}

fn sizes<'a>(heap: &Heap<'a>, value: Value<'a>) -> Result<Vec<usize>, WeightsError> {
    let values = heap.sequence(value).ok_or_else(wrong_call)?;
    if values.len() > MAX_DIMENSIONS {
        return Err(wrong_call());
    }
    values.iter().map(|&value| size(value)).collect()
}

/// An integer that counts numbers or bytes of a file.
fn size(value: Value<'_>) -> Result<usize, WeightsError> {
    match value {
        Value::Int(number) => usize::try_from(number)
            .ok()
            .filter(|&number| number <= MAX_FILE_BYTES)
            .ok_or_else(|| damaged(&format!("a size in its pickle is {number}"))),
        _ => Err(wrong_call()),
    }
}
