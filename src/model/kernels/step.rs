//! Convolutions, pools and normalisations that run side by side: their pieces in one queue for all threads.

use super::blocked::Blocked;
use super::conv::{Direct, Epilogue, Padded, Planes};
use super::error::ShapeError;
use super::lrn::Normalising;
use super::pack::{Packed, PackedConv};
use super::parallel::{Clocks, Task, run};
use super::pool::{Pool, Pooling};
use super::simd::InstructionSet;
use super::winograd::Winograd;
use crate::platform::clock::Stopwatch;
use crate::spec::LocalResponseNorm;

/// What a convolution reads.
#[derive(Clone, Copy, Debug)]
pub enum Maps<'a> {
    /// Blocks of channels.
    Blocked(&'a Blocked),
    /// Row-major `[channels, height, width]`.
    Planes {
        /// The numbers.
        values: &'a [f32],
        /// Number of maps.
        channels: usize,
        /// Height and width.
        sides: (usize, usize),
    },
}

/// One thing to compute.
#[derive(Clone, Copy, Debug)]
pub enum Operation<'a> {
    /// A convolution with its bias.
    Conv(&'a PackedConv, Epilogue),
    /// A pool.
    Pool(Pool),
    /// Local response normalisation.
    LocalResponseNorm(LocalResponseNorm),
}

/// An operation on maps.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// What is done.
    pub operation: Operation<'a>,
    /// On what.
    pub input: Maps<'a>,
    /// Zeros to leave around the result, for the convolution that reads it.
    pub border: usize,
}

/// A result and what it cost.
#[derive(Clone, Debug)]
pub struct Done {
    /// The maps.
    pub maps: Blocked,
    /// Wall time, milliseconds; of steps that ran side by side each one's share, by the time that threads spent on it.
    pub duration_ms: f64,
}

/// Computes all steps, which do not depend on one another, on all threads of the pool.
///
/// # Errors
/// The index of the first step whose input does not fit, and why not.
pub fn side_by_side(set: InstructionSet, steps: &[Step<'_>]) -> Result<Vec<Done>, (usize, ShapeError)> {
    let start = Stopwatch::start();
    let begin = |(index, step)| UnderWay::new(set, step).map_err(|error| (index, error));
    let mut under_way = steps.iter().enumerate().map(begin).collect::<Result<Vec<_>, _>>()?;
    let clocks = Clocks::new(steps.len());
    let first = under_way.iter_mut().enumerate().map(|(step, work)| work.first_tasks(step));
    run(in_turn(steps, first.collect()), &clocks);
    let second = under_way.iter_mut().enumerate().map(|(step, work)| work.second_tasks(step));
    run(in_turn(steps, second.collect()), &clocks);
    let maps: Vec<Blocked> = under_way.into_iter().map(UnderWay::finish).collect();
    let wall_ms = start.milliseconds();
    let thread_ms: Vec<f64> = (0..steps.len()).map(|step| clocks.thread_ms(step)).collect();
    let all = thread_ms.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let done = maps.into_iter().zip(thread_ms);
    Ok(done.map(|(maps, thread_ms)| Done { maps, duration_ms: wall_ms * thread_ms / all }).collect())
}

/// The tasks of all steps in the order in which they are taken.  Of steps that read the same weights, larger than their maps, those that
/// read the same piece of them come one after the other: only the first waits until it is fetched.
fn in_turn<'a>(steps: &[Step<'_>], tasks: Vec<Vec<Task<'a>>>) -> Vec<Task<'a>> {
    let mut left: Vec<_> = tasks.into_iter().map(Vec::into_iter).collect();
    let mut all = Vec::with_capacity(left.iter().map(ExactSizeIterator::len).sum());
    for index in 0..steps.len() {
        let reads_same = |other: &usize| steps[index].shares_weights(&steps[*other]);
        let together: Vec<usize> = (index + 1..steps.len()).filter(reads_same).collect();
        while left[index].len() > 0 {
            all.extend(left[index].next());
            together.iter().for_each(|&other| all.extend(left[other].next()));
        }
    }
    all
}

impl Step<'_> {
    /// Whether both read the same weights, and these are more than what each reads of its maps.
    fn shares_weights(&self, other: &Self) -> bool {
        match (self.operation, other.operation) {
            (Operation::Conv(conv, _), Operation::Conv(other_conv, _)) => {
                std::ptr::eq(conv, other_conv) && conv.weight_bytes() > self.input.bytes().max(other.input.bytes())
            }
            _ => false,
        }
    }
}

impl Maps<'_> {
    fn bytes(&self) -> usize {
        match self {
            Self::Blocked(maps) => maps.blocks().iter().map(|block| size_of_val(&block[..])).sum(),
            Self::Planes { values, .. } => size_of_val(*values),
        }
    }
}

/// One step alone.
///
/// # Errors
/// [`ShapeError`] where the input does not fit.
pub fn alone(set: InstructionSet, step: Step<'_>) -> Result<Blocked, ShapeError> {
    let done = side_by_side(set, &[step]).map_err(|(_, error)| error)?.pop();
    Ok(done.expect("there is a result for each step").maps)
}

/// A step with its output allocated.
enum UnderWay<'a> {
    Direct(Direct<'a>),
    Winograd(Winograd<'a>),
    Pooling(Pooling),
    Normalising(Normalising),
}

impl<'a> UnderWay<'a> {
    fn new(set: InstructionSet, step: &Step<'a>) -> Result<Self, ShapeError> {
        let border = step.border;
        Ok(match step.operation {
            Operation::Conv(conv, epilogue) => {
                let (input, channels) = padded(conv, step.input)?;
                if channels != conv.channels {
                    return Err(ShapeError::Channels { wanted: conv.channels, found: channels });
                }
                match (&conv.weights, input) {
                    (Packed::Winograd(filters), Padded::Blocks(input)) => {
                        Self::Winograd(Winograd::new(conv, filters, input, epilogue, border)?)
                    }
                    (_, input) => Self::Direct(Direct::new(conv, input, epilogue, border)?),
                }
            }
            Operation::Pool(pool) => Self::Pooling(Pooling::new(set, pool, blocked(step.input)?, border)?),
            Operation::LocalResponseNorm(norm) => {
                Self::Normalising(Normalising::new(set, norm, blocked(step.input)?, border))
            }
        })
    }

    fn first_tasks(&mut self, step: usize) -> Vec<Task<'_>> {
        match self {
            Self::Direct(direct) => direct.tasks(step),
            Self::Winograd(winograd) => winograd.first_tasks(step),
            Self::Pooling(pooling) => pooling.tasks(step),
            Self::Normalising(normalising) => normalising.tasks(step),
        }
    }

    fn second_tasks(&mut self, step: usize) -> Vec<Task<'_>> {
        match self {
            Self::Winograd(winograd) => winograd.second_tasks(step),
            Self::Direct(_) | Self::Pooling(_) | Self::Normalising(_) => Vec::new(),
        }
    }

    fn finish(self) -> Blocked {
        match self {
            Self::Direct(direct) => direct.finish(),
            Self::Winograd(winograd) => winograd.finish(),
            Self::Pooling(pooling) => pooling.finish(),
            Self::Normalising(normalising) => normalising.finish(),
        }
    }
}

/// The input laid out as the weights are packed, with the padding around it; and its number of channels.
fn padded(conv: &PackedConv, input: Maps<'_>) -> Result<(Padded, usize), ShapeError> {
    let padding = conv.window.padding;
    match (&conv.weights, input) {
        (Packed::Planes(_), Maps::Planes { values, channels, sides }) => {
            if values.len() != channels * sides.0 * sides.1 || values.is_empty() {
                return Err(ShapeError::Values { wanted: vec![channels, sides.0, sides.1], found: values.len() });
            }
            Ok((Padded::Planes(Planes::new(values, sides, padding)), channels))
        }
        (Packed::Planes(_), Maps::Blocked(maps)) => {
            let (values, sides) = (maps.to_planes(), maps.sides());
            Ok((Padded::Planes(Planes::new(&values, sides, padding)), maps.channels()))
        }
        (Packed::Blocks(_) | Packed::Winograd(_), input) => {
            let maps = blocked(input)?.with_border(padding);
            let channels = maps.channels();
            Ok((Padded::Blocks(maps), channels))
        }
    }
}

fn blocked(input: Maps<'_>) -> Result<Blocked, ShapeError> {
    match input {
        Maps::Blocked(maps) => Ok(maps.clone()),
        Maps::Planes { values, channels, sides: (height, width) } => {
            Blocked::from_planes(values, channels, height, width)
        }
    }
}
