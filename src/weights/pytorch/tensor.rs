//! Storages, and strided views of them, to f32.

use super::storages::Storages;
use crate::weights::WeightsError;
use crate::weights::file::damaged;
use crate::weights::numbers::Number;

/// What a storage is made of: a number format, with the word torch has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Floating-point numbers.
    Float(Number),
    /// Anything else.
    Other {
        /// torch's word.
        word: &'static str,
        /// Bytes of one.
        bytes: usize,
    },
}

impl Element {
    /// By the name of torch's storage class or dtype.
    pub fn named(name: &str) -> Option<Self> {
        let other = |word, bytes| Some(Self::Other { word, bytes });
        match name {
            "FloatStorage" | "float32" | "float" => Some(Self::Float(Number::F32)),
            "DoubleStorage" | "float64" | "double" => Some(Self::Float(Number::F64)),
            "HalfStorage" | "float16" | "half" => Some(Self::Float(Number::F16)),
            "BFloat16Storage" | "bfloat16" => Some(Self::Float(Number::Bf16)),
            "LongStorage" | "int64" | "long" => other("int64", 8),
            "IntStorage" | "int32" | "int" => other("int32", 4),
            "ShortStorage" | "int16" | "short" => other("int16", 2),
            "CharStorage" | "int8" => other("int8", 1),
            "ByteStorage" | "uint8" => other("uint8", 1),
            "BoolStorage" | "bool" => other("bool", 1),
            "ComplexFloatStorage" | "complex64" => other("complex64", 8),
            "ComplexDoubleStorage" | "complex128" => other("complex128", 16),
            "QInt8Storage" | "qint8" => other("qint8", 1),
            "QUInt8Storage" | "quint8" => other("quint8", 1),
            "QInt32Storage" | "qint32" => other("qint32", 4),
            "float8_e4m3fn" | "float8_e5m2" | "float8_e4m3fnuz" | "float8_e5m2fnuz" => other("float8", 1),
            "UntypedStorage" => other("bytes", 1),
            "uint16" => other("uint16", 2),
            "uint32" => other("uint32", 4),
            "uint64" => other("uint64", 8),
            _ => None,
        }
    }

    /// Bytes of one.
    pub const fn bytes(self) -> usize {
        match self {
            Self::Float(number) => number.bytes(),
            Self::Other { bytes, .. } => bytes,
        }
    }
}

/// A mention of a storage, or of a piece of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Storage<'a> {
    /// Its name beside the pickle.
    pub key: &'a str,
    /// What it is made of.
    pub element: Element,
    /// Elements before the piece.
    pub start: usize,
    /// Elements in it.
    pub count: usize,
}

/// A view of a storage.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tensor {
    /// Place of the storage in the heap.
    pub storage: usize,
    /// What the numbers are; other than the storage's when that is of bytes.
    pub element: Element,
    /// Elements of the storage before the first.
    pub offset: usize,
    /// Dimensions, outermost first.
    pub shape: Vec<usize>,
    /// Elements of the storage from one index to the next, per dimension.
    pub stride: Vec<usize>,
}

impl Tensor {
    /// The numbers in row-major order.
    ///
    /// `count` is the product of the shape, already found to be small enough.
    ///
    /// # Errors
    /// The storage is missing, or shorter than the view.
    pub fn values(
        &self,
        number: Number,
        count: usize,
        storage: &Storage<'_>,
        storages: &Storages<'_>,
    ) -> Result<Vec<f32>, WeightsError> {
        let data = self.bytes(number, storage, storages)?;
        if count == 0 {
            return Ok(Vec::new());
        }
        let too_short = || {
            let key = storage.key;
            damaged(&format!("a tensor reaches beyond the end of its storage {key}"))
        };
        // The index of the last number: no sum overflows on the way, or the view is beyond the end.
        let mut steps = self.shape.iter().zip(&self.stride);
        let last = steps.try_fold(self.offset, |at, (&side, &stride)| at.checked_add((side - 1).checked_mul(stride)?));
        let available = data.len() / number.bytes();
        if last.is_none_or(|last| last >= available) {
            return Err(too_short());
        }
        let start = self.offset * number.bytes();
        if self.is_contiguous() {
            Ok(number.widen(&data[start..start + count * number.bytes()]))
        } else {
            Ok(self.gather(number, count, data))
        }
    }

    /// The bytes of the piece of the storage that the view is of.
    fn bytes<'a>(
        &self,
        number: Number,
        storage: &Storage<'_>,
        storages: &Storages<'a>,
    ) -> Result<&'a [u8], WeightsError> {
        let key = storage.key;
        let data = storages.get(key).ok_or_else(|| damaged(&format!("its storage {key} is missing")))?;
        let size = storage.element.bytes();
        if !matches!(storage.element, Element::Other { word: "bytes", .. }) && storage.element != Element::Float(number)
        {
            return Err(damaged(&format!("its storage {key} has two number formats")));
        }
        let start = storage.start.checked_mul(size);
        let length = storage.count.checked_mul(size);
        start
            .zip(length)
            .and_then(|(start, length)| data.get(start..)?.get(..length))
            .ok_or_else(|| damaged(&format!("its storage {key} is cut off")))
    }

    fn is_contiguous(&self) -> bool {
        let mut expected = 1;
        self.shape.iter().zip(&self.stride).rev().all(|(&side, &stride)| {
            let fits = side == 1 || stride == expected;
            expected *= side;
            fits
        })
    }

    /// Number by number; every index was found to be inside.
    fn gather(&self, number: Number, count: usize, data: &[u8]) -> Vec<f32> {
        let mut index = vec![0; self.shape.len()];
        let mut at = self.offset;
        let mut values = Vec::with_capacity(count);
        for _ in 0..count {
            values.push(number.at(data, at));
            for dimension in (0..index.len()).rev() {
                index[dimension] += 1;
                at += self.stride[dimension];
                if index[dimension] < self.shape[dimension] {
                    break;
                }
                at -= self.shape[dimension] * self.stride[dimension];
                index[dimension] = 0;
            }
        }
        values
    }
}
