//! The stream torch.save wrote before 1.6: five pickles (a magic number, a version, the system, the object, the keys of the
//! storages), then for every key the number of its elements and the elements.

use std::collections::HashMap;

use super::checkpoint;
use super::pickle::{self, Input};
use super::storages::Storages;
use super::value::{Heap, Value};
use crate::weights::file::damaged;
use crate::weights::{TensorFile, WeightsError};

/// 0x1950a86a20f9469cfc6c, little-endian as a pickle holds it.
const MAGIC: [u8; 10] = [0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];
/// The only version there has been.
const VERSION: i64 = 1001;

/// Reads the tensors of a state dict as f32.
pub(super) fn read(bytes: &[u8]) -> Result<TensorFile, WeightsError> {
    let mut heap = Heap::default();
    let mut input = Input::new(bytes);
    let magic = pickle::run(&mut input, &mut heap)?;
    if magic != Value::Long(&MAGIC) {
        if let Value::Opaque(class) = magic {
            return Err(WeightsError::Forbidden { what: format!("the class {}", heap.class(class)) });
        }
        return Err(WeightsError::NotWeights { cause: "it is a pickle that torch.save did not write".to_owned() });
    }
    let version = pickle::run(&mut input, &mut heap)?;
    if version != Value::Int(VERSION) {
        return Err(WeightsError::Unsupported {
            cause: "This PyTorch file is of a version that never was released".to_owned(),
            remedy: "save it again with torch.save of a released PyTorch".to_owned(),
        });
    }
    let system = pickle::run(&mut input, &mut heap)?;
    if heap.get(system, "little_endian") == Some(Value::Bool(false)) {
        return Err(super::big_endian());
    }
    let object = pickle::run(&mut input, &mut heap)?;
    let keys = pickle::run(&mut input, &mut heap)?;
    let storages = storages(&mut input, &heap, keys)?;
    checkpoint::read(&heap, object, &storages, bytes.len())
}

fn storages<'a>(input: &mut Input<'a>, heap: &Heap<'a>, keys: Value<'a>) -> Result<Storages<'a>, WeightsError> {
    let mentioned = heap.storages.iter();
    let sizes: HashMap<&str, usize> = mentioned.map(|storage| (storage.key, storage.element.bytes())).collect();
    let keys = heap.sequence(keys);
    let keys = keys.ok_or_else(|| damaged("its list of storages is missing"))?;
    let mut storages = Storages::new();
    for &key in keys {
        let Value::Text(key) = key else {
            return Err(damaged("a storage has no name"));
        };
        let size = *sizes.get(key).ok_or_else(|| damaged(&format!("nothing is in its storage {key}")))?;
        let length = usize::try_from(input.number(8)?).ok().and_then(|count| count.checked_mul(size));
        // Longer than memory is longer than the file.
        storages.insert(key, input.take(length.unwrap_or(usize::MAX))?);
    }
    Ok(storages)
}
