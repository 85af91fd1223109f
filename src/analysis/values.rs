//! The numbers of an activation, held once: a report reads them where the trace has them.

use std::ops::{Deref, Range};

use candle_core::{DType, Device, Result, Storage, Tensor};

use crate::spec::Shape;

/// Numbers of one activation, row-major.  A clone is the same memory, and so is the tensor it was made from.
#[derive(Clone, Debug)]
pub(super) struct Buffer(Tensor);

impl Buffer {
    /// The numbers of that tensor; only one that is not row-major, or not of 32-bit floats, is copied.
    pub fn of(tensor: &Tensor) -> Result<Self> {
        let tensor = tensor.to_device(&Device::Cpu)?.to_dtype(DType::F32)?;
        Ok(Self(tensor.contiguous()?))
    }

    /// Numbers of an activation of that shape that no run has left behind.
    pub fn new(values: Vec<f32>, shape: Shape) -> Result<Self> {
        Ok(Self(Tensor::from_vec(values, shape.dims(), &Device::Cpu)?))
    }

    /// As a tensor of other dimensions with as many numbers.
    pub fn tensor(&self, dims: &[usize]) -> Result<Tensor> {
        self.0.reshape(dims)
    }

    /// All numbers.
    pub fn values(&self) -> Values<'_> {
        let count = self.0.elem_count();
        self.part(0..count)
    }

    /// Some of them.
    pub fn part(&self, range: Range<usize>) -> Values<'_> {
        let (storage, layout) = self.0.storage_and_layout();
        let first = layout.start_offset();
        assert!(range.end <= self.0.elem_count(), "no such channel");
        let range = first + range.start..first + range.end;
        Values { storage, range }
    }
}

/// Numbers of an activation or of one of its channels, row-major: a slice of the buffer that the run left behind.
///
/// It is borrowed for as long as it is needed and never kept.
pub struct Values<'a> {
    storage: candle_core::StorageRef<'a>,
    range: Range<usize>,
}

impl Deref for Values<'_> {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        let Storage::Cpu(storage) = &*self.storage else {
            unreachable!("`Buffer::of` moves every tensor to the processor's memory")
        };
        let all = storage
            .as_slice::<f32>()
            .expect("`Buffer::of` makes every tensor one of 32-bit floats");
        &all[self.range.clone()]
    }
}
