//! What a pickle builds.  Everything lives in one heap and is named by its place there: aliases cost nothing, and neither
//! cycles nor deep nesting can follow a pointer too far.

use std::collections::HashMap;

use super::globals::Global;
use super::tensor::{Storage, Tensor};
use crate::weights::WeightsError;
use crate::weights::file::damaged;

/// Most values one file may build: opcodes, and copies made by calls.  A GoogLeNet builds about 20,000.
const MAX_STEPS: usize = 2_000_000;

/// One value; strings are those of the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// `None`.
    None,
    /// `True`, `False`.
    Bool(bool),
    /// An integer of at most 64 bits.
    Int(i64),
    /// A longer one, little-endian.
    Long(&'a [u8]),
    /// A float.
    Float(f64),
    /// A string.
    Text(&'a str),
    /// Bytes, which hold nothing for us.
    Bytes,
    /// Place of a tuple's values in [`Heap::sequences`].
    Tuple(usize),
    /// Place of a list's values in [`Heap::sequences`].
    List(usize),
    /// Place of a dict or `OrderedDict` in [`Heap::dicts`].
    Dict(usize),
    /// A class or function.
    Global(Global),
    /// An object that is passed over: the place of its class's name.
    Opaque(usize),
    /// Place in [`Heap::storages`].
    Storage(usize),
    /// Place in [`Heap::tensors`].
    Tensor(usize),
}

impl Value<'_> {
    /// What Python calls its type.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::None => "None",
            Self::Bool(_) => "a bool",
            Self::Int(_) | Self::Long(_) => "an int",
            Self::Float(_) => "a float",
            Self::Text(_) => "a str",
            Self::Bytes => "bytes",
            Self::Tuple(_) => "a tuple",
            Self::List(_) => "a list",
            Self::Dict(_) => "a dict",
            Self::Global(_) => "a class",
            Self::Opaque(_) => "an object",
            Self::Storage(_) => "a storage",
            Self::Tensor(_) => "a tensor",
        }
    }
}

/// All compound values of a file.
#[derive(Debug, Default)]
pub(super) struct Heap<'a> {
    /// Tuples and lists.
    pub sequences: Vec<Vec<Value<'a>>>,
    /// Dicts, in the order of insertion.
    pub dicts: Vec<Vec<(Value<'a>, Value<'a>)>>,
    /// Storages, one for every mention.
    pub storages: Vec<Storage<'a>>,
    /// Views of storages.
    pub tensors: Vec<Tensor>,
    /// What dicts that are more than dicts are called.
    pub dict_classes: HashMap<usize, &'static str>,
    classes: Vec<String>,
    class_places: HashMap<String, usize>,
    steps: usize,
}

impl<'a> Heap<'a> {
    /// Counts `steps` more values.
    ///
    /// # Errors
    /// When no list of tensors is that long.
    pub fn charge(&mut self, steps: usize) -> Result<(), WeightsError> {
        self.steps = self.steps.saturating_add(steps);
        if self.steps > MAX_STEPS {
            return Err(damaged(&format!("its pickle takes more than {MAX_STEPS} steps")));
        }
        Ok(())
    }

    /// The place of a class's name, always the same one.
    pub fn class_place(&mut self, name: String) -> usize {
        let next = self.classes.len();
        let place = *self.class_places.entry(name.clone()).or_insert(next);
        if place == next {
            self.classes.push(name);
        }
        place
    }

    /// The name of the class at that place.
    pub fn class(&self, place: usize) -> &str {
        self.classes.get(place).map_or("object", String::as_str)
    }

    /// A new tuple.
    pub fn tuple(&mut self, values: Vec<Value<'a>>) -> Value<'a> {
        self.sequences.push(values);
        Value::Tuple(self.sequences.len() - 1)
    }

    /// A new, empty list.
    pub fn list(&mut self) -> Value<'a> {
        self.sequences.push(Vec::new());
        Value::List(self.sequences.len() - 1)
    }

    /// A new dict.
    pub fn dict(&mut self, entries: Vec<(Value<'a>, Value<'a>)>) -> Value<'a> {
        self.dicts.push(entries);
        Value::Dict(self.dicts.len() - 1)
    }

    /// A new dict of a class that is more than a dict.
    pub fn dict_like(&mut self, class: &'static str, entries: Vec<(Value<'a>, Value<'a>)>) -> Value<'a> {
        self.dict_classes.insert(self.dicts.len(), class);
        self.dict(entries)
    }

    /// The values of a tuple or list.
    pub fn sequence(&self, value: Value<'a>) -> Option<&[Value<'a>]> {
        match value {
            Value::Tuple(place) | Value::List(place) => Some(&self.sequences[place]),
            _ => None,
        }
    }

    /// The value under a key of a dict; the last one if it was set twice.
    pub fn get(&self, dict: Value<'a>, key: &str) -> Option<Value<'a>> {
        let Value::Dict(place) = dict else {
            return None;
        };
        let mut entries = self.dicts[place].iter().rev();
        entries.find(|(name, _)| *name == Value::Text(key)).map(|&(_, value)| value)
    }
}
