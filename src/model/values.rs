//! The numbers of an activation: blocks of channels as the kernels leave them, or a tensor.

use std::ops::Deref;

use candle_core::{Device, Layout, Storage, Tensor};

use super::error::StepError;
use super::kernels::{self, Blocked, InstructionSet, Maximum, Products, Sums};

/// The numbers of an activation.  Cheap to clone.
#[derive(Clone, Debug)]
pub enum Values {
    /// `[C, H, W]` in blocks of channels: what the fast operators make of maps.
    Maps(Blocked),
    /// `[1, C, H, W]` or `[N]`: the input, vectors, and everything behind the reference operators.
    Tensor(Tensor),
}

impl Values {
    /// `[1, C, H, W]` or `[N]`.
    pub fn dims(&self) -> Vec<usize> {
        match self {
            Self::Maps(maps) => {
                let (height, width) = maps.sides();
                vec![1, maps.channels(), height, width]
            }
            Self::Tensor(tensor) => tensor.dims().to_vec(),
        }
    }

    /// Channels, or the length of a vector.
    pub fn channels(&self) -> usize {
        match *self.dims() {
            [_, channels, ..] => channels,
            [length] => length,
            [] => 1,
        }
    }

    /// All numbers, row-major.
    ///
    /// # Errors
    /// candle's, for a tensor that is not of f32.
    pub fn to_vec(&self) -> candle_core::Result<Vec<f32>> {
        match self {
            Self::Maps(maps) => Ok(maps.to_planes()),
            Self::Tensor(tensor) => tensor.flatten_all()?.to_vec1(),
        }
    }

    /// The same in place of what is in `numbers`.
    ///
    /// # Errors
    /// As [`Self::to_vec`].
    pub fn write(&self, numbers: &mut Vec<f32>) -> candle_core::Result<()> {
        match self {
            Self::Maps(maps) => maps.write_planes(numbers),
            Self::Tensor(_) => *numbers = self.to_vec()?,
        }
        Ok(())
    }

    /// The numbers of one channel, row-major; one number for a vector.
    ///
    /// # Errors
    /// candle's, where there is no such channel.
    pub fn plane(&self, channel: usize) -> candle_core::Result<Vec<f32>> {
        match self {
            Self::Maps(maps) if channel < maps.channels() => Ok(maps.plane(channel)),
            Self::Maps(maps) => {
                candle_core::bail!("no channel {channel} among {}", maps.channels())
            }
            Self::Tensor(tensor) if tensor.rank() == 4 => tensor.get(0)?.get(channel)?.flatten_all()?.to_vec1(),
            Self::Tensor(tensor) => Ok(vec![tensor.get(channel)?.to_scalar()?]),
        }
    }

    /// Extremes and sums of each channel, and its cells; `None` for a tensor.
    pub fn sums(&self) -> Option<(Vec<Sums>, usize)> {
        match self {
            Self::Maps(maps) => {
                let (height, width) = maps.sides();
                Some((kernels::sums(InstructionSet::best(), maps), height * width))
            }
            Self::Tensor(_) => None,
        }
    }

    /// Largest value, its cell and the sum of each channel, and its cells.
    ///
    /// # Errors
    /// candle's, for a tensor that is not of f32.
    pub fn maxima(&self) -> candle_core::Result<(Vec<Maximum>, usize)> {
        if let Self::Maps(maps) = self {
            let (height, width) = maps.sides();
            return Ok((kernels::maxima(InstructionSet::best(), maps), height * width));
        }
        let values = self.to_vec()?;
        let area = (values.len() / self.channels().max(1)).max(1);
        Ok((values.chunks(area).map(Maximum::of).collect(), area))
    }

    /// Sums of products with others of the same shape; `None` for another shape.
    pub fn products(&self, other: &Self) -> Option<Products> {
        match (self, other) {
            (Self::Maps(a), Self::Maps(b)) => Products::of_maps(InstructionSet::best(), a, b).ok(),
            _ if self.dims() != other.dims() => None,
            _ => Some(Products::of(&self.to_vec().ok()?, &other.to_vec().ok()?)),
        }
    }

    /// Whether these are the very same numbers, in the same memory.
    pub fn shares_memory_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Maps(a), Self::Maps(b)) => a.shares_memory_with(b),
            (Self::Tensor(a), Self::Tensor(b)) => {
                let ((a, _), (b, _)) = (a.storage_and_layout(), b.storage_and_layout());
                std::ptr::eq(&*a, &*b)
            }
            (Self::Maps(_), Self::Tensor(_)) | (Self::Tensor(_), Self::Maps(_)) => false,
        }
    }

    /// As a tensor: the very one, or a copy of the maps.
    ///
    /// # Errors
    /// candle cannot make a tensor.
    pub fn tensor(&self) -> candle_core::Result<Tensor> {
        match self {
            Self::Maps(maps) => Tensor::from_vec(maps.to_planes(), self.dims(), &Device::Cpu),
            Self::Tensor(tensor) => Ok(tensor.clone()),
        }
    }

    /// Where a tensor's numbers lie; `None` for maps.
    pub(super) fn storage(&self) -> Option<(impl Deref<Target = Storage> + '_, &Layout)> {
        match self {
            Self::Maps(_) => None,
            Self::Tensor(tensor) => Some(tensor.storage_and_layout()),
        }
    }

    /// The same with these channels at 0; of a tensor the gradients of the others are kept.
    pub(super) fn without(&self, channels: &[usize]) -> Result<Self, StepError> {
        match self {
            Self::Maps(maps) => Ok(Self::Maps(maps.without(channels)?)),
            Self::Tensor(tensor) => {
                let mut kept = vec![1_u8; tensor.elem_count()];
                let area = kept.len() / self.channels();
                for &channel in channels {
                    kept[channel * area..][..area].fill(0);
                }
                let kept = Tensor::from_vec(kept, tensor.shape(), &Device::Cpu)?;
                Ok(Self::Tensor(kept.where_cond(tensor, &tensor.zeros_like()?)?))
            }
        }
    }

    /// The numbers of `tensor` in the layout of these.
    pub(super) fn like(&self, tensor: Tensor) -> Result<Self, StepError> {
        match self {
            Self::Maps(_) => Self::from(tensor).blocked(),
            Self::Tensor(_) => Ok(Self::Tensor(tensor)),
        }
    }

    /// In blocks of channels: the very ones, or a copy of the tensor `[1, C, H, W]`.
    ///
    /// # Errors
    /// A tensor of another rank.
    pub fn blocked(self) -> Result<Self, StepError> {
        match self {
            Self::Maps(_) => Ok(self),
            Self::Tensor(tensor) => {
                let (_, channels, height, width) = tensor.dims4()?;
                let values = tensor.flatten_all()?.to_vec1()?;
                Ok(Self::Maps(Blocked::from_planes(&values, channels, height, width)?))
            }
        }
    }

    /// One after the other along the channels.
    ///
    /// # Errors
    /// The maps differ in size.
    pub fn concat(parts: &[&Self]) -> Result<Self, StepError> {
        let maps = parts.iter().map(|part| match part {
            Self::Maps(maps) => Some(maps),
            Self::Tensor(_) => None,
        });
        match maps.collect::<Option<Vec<_>>>() {
            Some(maps) => Ok(Self::Maps(Blocked::concat(&maps)?)),
            None => {
                let tensors = parts.iter().map(|part| part.tensor());
                let tensors = tensors.collect::<candle_core::Result<Vec<_>>>()?;
                Ok(Self::Tensor(Tensor::cat(&tensors, 1)?))
            }
        }
    }
}

/// The numbers as they cross to another instance of the program.
#[derive(serde::Serialize, serde::Deserialize)]
enum Crossing {
    Maps(Blocked),
    Tensor {
        dims: Vec<usize>,
        #[serde(with = "crate::wire::floats")]
        values: Vec<f32>,
    },
}

impl serde::Serialize for Values {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let crossing = match self {
            Self::Maps(maps) => Crossing::Maps(maps.clone()),
            Self::Tensor(_) => {
                Crossing::Tensor { dims: self.dims(), values: self.to_vec().map_err(serde::ser::Error::custom)? }
            }
        };
        crossing.serialize(serializer)
    }
}

impl<'de> serde::Deserialize<'de> for Values {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Crossing::deserialize(deserializer)? {
            Crossing::Maps(maps) => Ok(Self::Maps(maps)),
            Crossing::Tensor { dims, values } => {
                Tensor::from_vec(values, dims, &Device::Cpu).map(Self::Tensor).map_err(serde::de::Error::custom)
            }
        }
    }
}

impl From<Tensor> for Values {
    fn from(tensor: Tensor) -> Self {
        Self::Tensor(tensor)
    }
}

impl From<Blocked> for Values {
    fn from(maps: Blocked) -> Self {
        Self::Maps(maps)
    }
}
