//! A module, or a convolution with its reduction, as a table: a row for each stage and for what they have together, a column
//! for each thing that can be counted.  Every cell is a [`Question`].

use super::working::{bytes_working, cost, macs_working, params_working, weights};
use super::{Asked, Memory, Question, Reduction, Slip, Task};
use crate::spec::{Cost, Layer, Op, Part, Place, Window};

/// What a column asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Channels put out.
    Channels,
    /// Side of the output, cells.
    Side,
    /// Weights and biases.
    Params,
    /// Multiply-accumulates for one photo.
    Macs,
    /// Bytes of activations.
    Bytes,
}

impl Column {
    /// From left to right.
    pub const ALL: [Self; 5] = [Self::Channels, Self::Side, Self::Params, Self::Macs, Self::Bytes];
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowName {
    /// A stage of the module.
    Stage(Part),
    /// The 1×1 before a large kernel.
    Reduce,
    /// The large kernel of that side, after the reduction.
    Large(usize),
    /// All of it, with the reductions.
    Whole,
    /// The same kernel without the reduction.
    Direct(usize),
    /// The naive twin of the module.
    Naive,
    /// The module with its 5×5 as two 3×3.
    Factorised,
    /// Training with a batch of so many photos.
    Training(usize),
}

/// A row of the table; `None` where there is nothing to ask.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is about.
    pub name: RowName,
    /// A question for each of [`Column::ALL`].
    pub cells: [Option<Question>; 5],
}

/// The rows of a task from top to bottom; none for tasks that are no table.
pub fn grid(task: &Task) -> Vec<Row> {
    match task {
        Task::Reduction(reduction) => of_reduction(reduction),
        Task::Module(module) => of_module(&Memory { module: *module, batch: BATCH }),
        Task::Memory(memory) => of_module(memory),
        Task::Convolution(_) | Task::Padding(_) | Task::Field(_) => Vec::new(),
    }
}

/// Photos at once where a task names no number.
const BATCH: usize = 32;

fn of_module(memory: &Memory) -> Vec<Row> {
    let module = &memory.module;
    let [reduced, naive] = module.layers();
    let stages = reduced.iter().filter_map(|layer| match layer.place {
        Place::Module { part: Part::Concat, .. } | Place::Stem | Place::Pool | Place::Head(_) => None,
        Place::Module { part, .. } => {
            let pooled = (part == Part::Pool).then_some((Slip::PoolingProjected, module.module.projection));
            Some(Row { name: RowName::Stage(part), cells: stage(layer, module.channels, pooled) })
        }
    });
    let asked = [module.questions(), memory.questions()].concat();
    let take = |wanted: Asked| asked.iter().find(|question| question.asked == wanted).cloned();
    let params = Question::new(Asked::NaiveParams, cost(&naive).params as u64, params_working(&naive))
        .or(Slip::BiasForgotten, weights(&naive))
        .or(Slip::ChannelsAfter, cost(&after(&reduced, &naive)).params as u64);
    let side = concat_side(&reduced);
    let mut rows: Vec<Row> = stages.collect();
    rows.push(Row {
        name: RowName::Whole,
        cells: [
            take(Asked::ReducedChannels),
            side.clone(),
            take(Asked::ModuleParams),
            take(Asked::ModuleMacs),
            take(Asked::ActivationBytes),
        ],
    });
    rows.push(Row {
        name: RowName::Naive,
        cells: [
            take(Asked::NaiveChannels),
            side,
            Some(params),
            take(Asked::NaiveMacs),
            take(Asked::NaiveActivationBytes),
        ],
    });
    rows.push(Row {
        name: RowName::Factorised,
        cells: [None, None, take(Asked::FactorisedParams), take(Asked::FactorisedMacs), None],
    });
    let training = [None, None, None, None, take(Asked::TrainingBytes)];
    rows.push(Row { name: RowName::Training(memory.batch), cells: training });
    rows
}

fn of_reduction(reduction: &Reduction) -> Vec<Row> {
    let [reduced, direct] = reduction.layers();
    let kernel = reduction.kernel;
    let asked = reduction.questions();
    let take = |wanted: Asked| asked.iter().find(|question| question.asked == wanted).cloned();
    let names = [RowName::Reduce, RowName::Large(kernel)];
    let mut rows: Vec<Row> = names
        .into_iter()
        .zip(&reduced)
        .map(|(name, layer)| Row { name, cells: stage(layer, reduction.input, None) })
        .collect();
    let last = |layers: &[Layer]| layers.last().map(|layer| stage(layer, reduction.input, None)).unwrap_or_default();
    let [channels, side, ..] = last(&reduced);
    rows.push(Row {
        name: RowName::Whole,
        cells: [channels, side, take(Asked::ReducedParams), take(Asked::ReducedMacs), bytes_of(&reduced)],
    });
    let [channels, side, params, _, bytes] = last(&direct);
    let reduced_kernel = cost(&reduced[1..]).params as u64;
    let params = params.map(|params| params.or(Slip::ChannelsAfter, reduced_kernel));
    rows.push(Row { name: RowName::Direct(kernel), cells: [channels, side, params, take(Asked::DirectMacs), bytes] });
    rows
}

/// The naive module whose large kernels are given the channels that reductions would leave.
fn after(reduced: &[Layer], naive: &[Layer]) -> Vec<Layer> {
    let is_large = |layer: &&Layer| matches!(layer.place, Place::Module { part: Part::Conv3x3 | Part::Conv5x5, .. });
    let others = naive.iter().filter(|layer| !is_large(layer));
    others.chain(reduced.iter().filter(is_large)).cloned().collect()
}

/// The questions about one stage; `before` are the channels that enter its branch, `pooled` what a pooling's channels are taken
/// for by mistake.
fn stage(layer: &Layer, before: usize, pooled: Option<(Slip, usize)>) -> [Option<Question>; 5] {
    let (input, output) = (layer.input.channels(), layer.output.channels());
    let mut channels = Question::new(Asked::Channels, output as u64, output.to_string());
    channels = match pooled {
        Some((slip, gives)) => channels.or(slip, gives as u64),
        None => channels.or(Slip::ChannelsIn, input as u64),
    };
    let window = layer.op.window().unwrap_or(Window::conv(1, 1, 0));
    let [params, macs] = if layer.op.has_weights() {
        convolution(layer, window, before)
    } else {
        [Asked::Params, Asked::Macs].map(|asked| pooling(layer, window, asked))
    };
    [Some(channels), Some(side(layer, window)), Some(params), Some(macs), bytes_of(std::slice::from_ref(layer))]
}

fn side(layer: &Layer, window: Window) -> Question {
    let (side, Window { kernel, stride, padding, .. }) = (layer.input.side(), window);
    let with = |padding: usize| Window { padding, ..window }.output_side(side) as u64;
    let once = (side + padding).checked_sub(kernel).map(|free| (free / stride + 1) as u64);
    let working = format!("({side} + 2·{padding} − {kernel}) / {stride} + 1");
    let question = Question::new(Asked::Side, layer.output.side() as u64, working).or(Slip::PaddingForgotten, with(0));
    once.into_iter().fold(question, |question, once| question.or(Slip::PaddingOnce, once))
}

/// Parameters and multiply-accumulates of a convolution.
fn convolution(layer: &Layer, window: Window, before: usize) -> [Question; 2] {
    let one = std::slice::from_ref(layer);
    let (filters, kernel) = (layer.output.channels() as u64, (window.kernel * window.kernel) as u64);
    let positions = (layer.output.side() * layer.output.side()) as u64;
    let unpadded = Window { padding: 0, ..window }.output_side(layer.input.side()) as u64;
    // As if the kernel stood before the reduction.
    let unreduced = kernel * before as u64 * filters;
    [
        Question::new(Asked::Params, layer.params as u64, params_working(one))
            .or(Slip::BiasForgotten, weights(one))
            .or(Slip::ChannelsBefore, unreduced + filters)
            .or(Slip::InputChannelsForgotten, kernel * filters + filters)
            .or(Slip::PositionsCounted, layer.macs),
        Question::new(Asked::Macs, layer.macs, macs_working(one))
            .or(Slip::ChannelsBefore, unreduced * positions)
            .or(Slip::PositionsForgotten, weights(one))
            .or(Slip::PaddingForgotten, weights(one) * unpadded * unpadded)
            .or(Slip::InputChannelsForgotten, kernel * filters * positions)
            .or(Slip::AdditionsCounted, 2 * layer.macs),
    ]
}

/// What a pooling costs: nothing, unless it is taken for a convolution.
fn pooling(layer: &Layer, window: Window, asked: Asked) -> Question {
    let (channels, cells) = (layer.output.channels() as u64, layer.output.len() as u64);
    let kernel = (window.kernel * window.kernel) as u64;
    let as_convolution = kernel * channels * channels;
    let question = Question::new(asked, 0, "0".to_owned());
    match asked {
        Asked::Macs => question
            .or(Slip::PoolingCounted, as_convolution * cells / channels.max(1))
            .or(Slip::PoolingCounted, kernel * cells),
        _ => question.or(Slip::PoolingCounted, as_convolution + channels).or(Slip::PoolingCounted, as_convolution),
    }
}

/// Bytes of what these layers put out.
fn bytes_of(layers: &[Layer]) -> Option<Question> {
    let numbers: usize = layers.iter().map(|layer| layer.output.len()).sum();
    let last = layers.last()?;
    let bytes = Cost::of(layers).activation_bytes as u64;
    let one_map = (last.activation_bytes() / last.output.channels().max(1)) as u64;
    Some(
        Question::new(Asked::OutputBytes, bytes, bytes_working(layers))
            .or(Slip::BytesForgotten, numbers as u64)
            .or(Slip::OneLayer, last.activation_bytes() as u64)
            .or(Slip::OneChannel, one_map),
    )
}

/// The side after the concat, which is that of every branch.
fn concat_side(layers: &[Layer]) -> Option<Question> {
    let concat = layers.iter().find(|layer| layer.op == Op::Concat)?;
    let side = concat.output.side();
    let question = Question::new(Asked::Side, side as u64, side.to_string());
    Some(question.or(Slip::PaddingForgotten, Window::conv(5, 1, 0).output_side(side) as u64))
}
