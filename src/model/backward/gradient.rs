//! Gradients on their way back.

use std::borrow::Cow;

use crate::model::ModelError;
use crate::model::error::StepError;
use crate::model::kernels::{Blocked, InstructionSet, ShapeError, add, is_finite};
use crate::model::planes::Planes;
use crate::model::values::Values;

/// The gradient of one activation.
#[derive(Clone, Debug)]
pub(super) enum Gradient {
    /// In blocks, as the kernels want it.
    Maps(Blocked),
    /// Row-major: of vectors and of the input.
    Numbers(Vec<f32>),
}

impl Gradient {
    /// Row-major numbers as the gradient of `activation`.
    pub(super) fn of<'a>(activation: &Values, numbers: impl Into<Cow<'a, [f32]>>) -> Result<Self, ShapeError> {
        let numbers = numbers.into();
        match activation {
            Values::Maps(maps) => {
                let (height, width) = maps.sides();
                Blocked::from_planes(&numbers, maps.channels(), height, width).map(Self::Maps)
            }
            Values::Tensor(_) => Ok(Self::Numbers(numbers.into_owned())),
        }
    }

    /// The sum of both.
    pub(super) fn plus(self, other: Self) -> Result<Self, ShapeError> {
        match (self, other) {
            (Self::Maps(mut sum), Self::Maps(other)) => {
                add(InstructionSet::best(), &mut sum, &other)?;
                Ok(Self::Maps(sum))
            }
            (Self::Numbers(mut sum), Self::Numbers(other)) if sum.len() == other.len() => {
                sum.iter_mut().zip(other).for_each(|(sum, other)| *sum += other);
                Ok(Self::Numbers(sum))
            }
            (sum, other) => Err(ShapeError::Values { wanted: vec![sum.numbers().len()], found: other.numbers().len() }),
        }
    }

    /// 0 in these channels of `activation`.
    pub(super) fn without(self, channels: &[usize], activation: &Values) -> Result<Self, ShapeError> {
        match self {
            Self::Maps(maps) => maps.without(channels).map(Self::Maps),
            Self::Numbers(mut numbers) => {
                let area = numbers.len() / activation.channels();
                for channel in channels {
                    numbers[channel * area..][..area].fill(0.0);
                }
                Ok(Self::Numbers(numbers))
            }
        }
    }

    /// Row-major.
    pub(super) fn numbers(self) -> Vec<f32> {
        match self {
            Self::Maps(maps) => maps.to_planes(),
            Self::Numbers(numbers) => numbers,
        }
    }

    /// In blocks; numbers become maps of the shape of `activation`.
    pub(super) fn maps(self, activation: &Blocked) -> Result<Blocked, ShapeError> {
        match self {
            Self::Maps(maps) => Ok(maps),
            Self::Numbers(numbers) => {
                let (height, width) = activation.sides();
                Blocked::from_planes(&numbers, activation.channels(), height, width)
            }
        }
    }

    /// As plain numbers of the shape of `activation`.
    pub(super) fn planes(self, activation: &Values) -> Planes {
        Planes { values: self.numbers(), ..Planes::zeros_like(activation) }
    }

    /// Whether every number is finite.
    pub(super) fn is_finite(&self) -> bool {
        match self {
            Self::Maps(maps) => is_finite(InstructionSet::best(), maps),
            Self::Numbers(numbers) => numbers.iter().all(|value| value.is_finite()),
        }
    }
}

/// An activation in blocks: the very one, or a copy of a tensor `[1, C, H, W]`.
pub(super) fn blocked(values: &Values) -> Result<Blocked, StepError> {
    match values.clone().blocked()? {
        Values::Maps(maps) => Ok(maps),
        Values::Tensor(_) => unreachable!("`blocked` gives maps"),
    }
}

/// Says at which layer something failed.
pub(super) fn at<T, E: Into<StepError>>(name: &str, result: Result<T, E>) -> Result<T, ModelError> {
    result.map_err(|source| ModelError::Step { name: name.to_owned(), source: source.into() })
}
