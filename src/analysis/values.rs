//! The numbers of an activation, held once: a report reads them where the trace has them.

use std::ops::{Deref, Range};

use candle_core::{DType, Device, Result, Storage, Tensor};

use super::statistics::Statistics;
use crate::model;
use crate::model::kernels::Products;
use crate::spec::Shape;

/// Numbers of one activation.  A clone is the same memory, and so are the values it was made from.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct Buffer(model::Values);

impl Buffer {
    /// Those numbers; only a tensor that is not row-major, or not of 32-bit floats, is copied.
    pub fn of(values: &model::Values) -> Result<Self> {
        match values {
            model::Values::Maps(_) => Ok(Self(values.clone())),
            model::Values::Tensor(tensor) => {
                let tensor = tensor.to_device(&Device::Cpu)?.to_dtype(DType::F32)?;
                Ok(Self(tensor.contiguous()?.into()))
            }
        }
    }

    /// Numbers of an activation of that shape that no run has left behind.
    pub fn new(values: Vec<f32>, shape: Shape) -> Result<Self> {
        Ok(Self(Tensor::from_vec(values, shape.dims(), &Device::Cpu)?.into()))
    }

    /// As the trace has them.
    pub fn inner(&self) -> &model::Values {
        &self.0
    }

    /// As a tensor of other dimensions with as many numbers.
    pub fn tensor(&self, dims: &[usize]) -> Result<Tensor> {
        self.0.tensor()?.reshape(dims)
    }

    /// Whether these are the very numbers, in the same memory.
    pub fn is(&self, values: &model::Values) -> bool {
        self.0.shares_memory_with(values)
    }

    /// Statistics of each channel, which has so many cells.
    pub fn statistics(&self, area: usize) -> Vec<Statistics> {
        let of_maps = Statistics::of_channels(&self.0);
        of_maps.unwrap_or_else(|| self.values().chunks(area).map(Statistics::of).collect())
    }

    /// The mean over all channels, each of so many cells, cell by cell.
    pub fn mean_over_channels(&self, area: usize) -> Vec<f32> {
        if let model::Values::Maps(maps) = &self.0 {
            return maps.mean_over_channels();
        }
        let mut mean = vec![0.0; area];
        let values = self.values();
        for map in values.chunks_exact(area) {
            for (sum, value) in mean.iter_mut().zip(map) {
                *sum += value;
            }
        }
        let channels = (values.len() / area) as f32;
        mean.iter_mut().for_each(|sum| *sum /= channels);
        mean
    }

    /// Sums of products with others of the same shape; `None` for another shape.
    pub fn products(&self, other: &Self) -> Option<Products> {
        self.0.products(&other.0)
    }

    /// All numbers, row-major.
    pub fn values(&self) -> Values<'_> {
        match &self.0 {
            model::Values::Maps(maps) => Values(Place::Copy(maps.to_planes())),
            model::Values::Tensor(tensor) => Values::part(tensor, 0..tensor.elem_count()),
        }
    }

    /// The numbers of a channel, which has so many.
    pub fn channel(&self, channel: usize, area: usize) -> Values<'_> {
        match &self.0 {
            model::Values::Maps(maps) => Values(Place::Copy(maps.plane(channel))),
            model::Values::Tensor(tensor) => Values::part(tensor, channel * area..(channel + 1) * area),
        }
    }

    /// What all channels have at one cell of their maps.
    pub fn across(&self, cell: usize, area: usize) -> Vec<f32> {
        match &self.0 {
            model::Values::Maps(maps) => maps.across(cell),
            model::Values::Tensor(_) => self.values().iter().skip(cell).step_by(area).copied().collect(),
        }
    }
}

/// Numbers of an activation or of one of its channels, row-major: a slice of what the run left behind, or a copy where that lies in
/// blocks of channels.
///
/// They are borrowed for as long as they are needed and never kept.
pub struct Values<'a>(Place<'a>);

enum Place<'a> {
    Tensor(candle_core::StorageRef<'a>, Range<usize>),
    Copy(Vec<f32>),
}

impl<'a> Values<'a> {
    fn part(tensor: &'a Tensor, range: Range<usize>) -> Self {
        let (storage, layout) = tensor.storage_and_layout();
        let first = layout.start_offset();
        assert!(range.end <= tensor.elem_count(), "no such channel");
        Self(Place::Tensor(storage, first + range.start..first + range.end))
    }
}

impl Deref for Values<'_> {
    type Target = [f32];

    fn deref(&self) -> &[f32] {
        let (storage, range) = match &self.0 {
            Place::Copy(values) => return values,
            Place::Tensor(storage, range) => (storage, range),
        };
        let Storage::Cpu(storage) = &**storage else {
            unreachable!("`Buffer::of` moves every tensor to the processor's memory")
        };
        let all = storage.as_slice::<f32>().expect("`Buffer::of` makes every tensor one of 32-bit floats");
        &all[range.clone()]
    }
}
