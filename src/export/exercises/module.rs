//! One Inception module, reduced and naive, and the memory of its activations.

use super::working::{bytes_working, cost, macs_working, params_working, weights};
use super::{Asked, Question, Slip};
use crate::spec::{InceptionModule, Layer, Modules, Op, Part, Place, Shape, one_module};

/// A module on maps of `channels`×`side`×`side`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Module {
    /// Channels of the input.
    pub channels: usize,
    /// Side of the maps, cells.
    pub side: usize,
    /// Filters of its convolutions.
    pub module: InceptionModule,
}

impl Module {
    /// The module of Stanford's CS231n (lecture 9, 2017): 256 channels of 28×28, filters 128, 192, 96, reductions and
    /// projection to 64.
    pub const CS231N: Self = Self {
        channels: 256,
        side: 28,
        module: InceptionModule {
            name: "CS231n",
            branch1: 128,
            reduce3: 64,
            branch2: 192,
            reduce5: 64,
            branch3: 96,
            projection: 64,
        },
    };

    /// The largest numbers that a module of one's own may have, in the order of [`Module::numbers`].
    pub const MOST: [usize; 8] = [1024, 224, 1024, 1024, 1024, 1024, 1024, 1024];

    /// Channels and side of the input, then the filters: 1×1, 3×3 reduce, 3×3, 5×5 reduce, 5×5, projection.
    pub fn numbers(&self) -> [usize; 8] {
        let Self { channels, side, module } = *self;
        let InceptionModule { branch1, reduce3, branch2, reduce5, branch3, projection, .. } = module;
        [channels, side, branch1, reduce3, branch2, reduce5, branch3, projection]
    }

    /// The module of these numbers; `None` where one is 0 or beyond [`Module::MOST`].
    pub fn of_numbers(numbers: [usize; 8]) -> Option<Self> {
        let is_good = numbers.iter().zip(Self::MOST).all(|(number, most)| (1..=most).contains(number));
        let [channels, side, branch1, reduce3, branch2, reduce5, branch3, projection] = numbers;
        let module = InceptionModule { name: "", branch1, reduce3, branch2, reduce5, branch3, projection };
        is_good.then_some(Self { channels, side, module })
    }

    /// What the course's slide prints for its multiplications with reductions; the list on the same slide sums to less.
    pub const CS231N_PRINTED: u64 = 358_000_000;

    /// The input and all stages, reduced and naive.
    pub(super) fn layers(&self) -> [Vec<Layer>; 2] {
        let input = Shape::Map { channels: self.channels, side: self.side };
        [Modules::Reduced, Modules::Naive].map(|modules| one_module(input, &self.module, modules))
    }

    pub(super) fn questions(&self) -> Vec<Question> {
        let [reduced, naive] = self.layers();
        let channels = |layers: &[Layer]| layers.last().map_or(0, |concat| concat.output.channels() as u64);
        let sum = |parts: &[usize]| parts.iter().map(usize::to_string).collect::<Vec<_>>().join(" + ");
        let module = &self.module;
        let branches = [module.branch1, module.branch2, module.branch3];
        let projected = [&branches[..], &[module.projection]].concat();
        let passed = [&branches[..], &[self.channels]].concat();
        let mut questions = vec![
            Question::new(Asked::ReducedChannels, channels(&reduced), sum(&projected))
                .or(Slip::PoolingPassed, channels(&naive))
                .or(Slip::ReductionsJoined, channels(&reduced) + (module.reduce3 + module.reduce5) as u64),
            Question::new(Asked::NaiveChannels, channels(&naive), sum(&passed))
                .or(Slip::PoolingProjected, channels(&reduced)),
        ];
        questions.extend(cost_questions(&reduced, &naive));
        questions.extend(self.factorised_questions());
        questions
    }

    /// The same with the 5×5 as two 3×3 (Szegedy et al. 2016, figure 5): the first with the reduction's channels.
    fn factorised_questions(&self) -> [Question; 2] {
        let input = Shape::Map { channels: self.channels, side: self.side };
        let factorised = one_module(input, &self.module, Modules::Factorised);
        let one = stages(&factorised, |part| part != Part::First3x3);
        let (reduce, wide) = (self.module.reduce5 as u64, self.module.branch3 as u64);
        let area = (self.side * self.side) as u64;
        let weights_of = |first: u64| 9 * (reduce * first + first * wide);
        let params = |layers: &[Layer]| cost(layers).params as u64;
        let macs = |layers: &[Layer]| cost(layers).macs;
        [
            Question::new(Asked::FactorisedParams, params(&factorised), params_working(&factorised))
                .or(Slip::BiasForgotten, weights(&factorised))
                .or(Slip::OneOfTwo, params(&one))
                .or(Slip::BothWide, params(&factorised) + weights_of(wide) + wide - weights_of(reduce) - reduce),
            Question::new(Asked::FactorisedMacs, macs(&factorised), macs_working(&factorised))
                .or(Slip::OneOfTwo, macs(&one))
                .or(Slip::BothWide, macs(&factorised) + area * weights_of(wide) - area * weights_of(reduce))
                .or(Slip::PositionsForgotten, weights(&factorised))
                .or(Slip::AdditionsCounted, 2 * macs(&factorised)),
        ]
    }
}

/// Parameters and multiplications of a module whose stages are these.
fn cost_questions(reduced: &[Layer], naive: &[Layer]) -> [Question; 3] {
    let params = |layers: &[Layer]| cost(layers).params as u64;
    let macs = |layers: &[Layer]| cost(layers).macs;
    let without = |parts: &[Part]| stages(reduced, |part| !parts.contains(&part));
    let unreduced = without(&[Part::Conv3x3Reduce, Part::Conv5x5Reduce]);
    let unprojected = without(&[Part::PoolProjection]);
    let is_large = |part: Part| matches!(part, Part::Conv3x3 | Part::Conv5x5);
    // The reduced module whose large kernels read the whole input, and the naive one whose large kernels do not.
    let before = [stages(reduced, |part| !is_large(part)), stages(naive, is_large)].concat();
    let after = [stages(naive, |part| !is_large(part)), stages(reduced, is_large)].concat();
    [
        Question::new(Asked::ModuleParams, params(reduced), params_working(reduced))
            .or(Slip::BiasForgotten, weights(reduced))
            .or(Slip::ReductionForgotten, params(&unreduced))
            .or(Slip::ChannelsBefore, params(&before))
            .or(Slip::ProjectionForgotten, params(&unprojected)),
        Question::new(Asked::ModuleMacs, macs(reduced), macs_working(reduced))
            .or(Slip::ReductionForgotten, macs(&unreduced))
            .or(Slip::ChannelsBefore, macs(&before))
            .or(Slip::ProjectionForgotten, macs(&unprojected))
            .or(Slip::PositionsForgotten, weights(reduced))
            .or(Slip::AdditionsCounted, 2 * macs(reduced)),
        Question::new(Asked::NaiveMacs, macs(naive), macs_working(naive))
            .or(Slip::ChannelsAfter, macs(&after))
            .or(Slip::PositionsForgotten, weights(naive))
            .or(Slip::AdditionsCounted, 2 * macs(naive)),
    ]
}

/// The stages of a module that `keep` keeps.
fn stages(layers: &[Layer], keep: impl Fn(Part) -> bool) -> Vec<Layer> {
    let is_kept = |layer: &&Layer| match layer.place {
        Place::Module { part, .. } => keep(part),
        Place::Stem | Place::Pool | Place::Head(_) => false,
    };
    layers.iter().filter(is_kept).cloned().collect()
}

/// What the activations of a module take: input, every stage, and the concat, which is a copy; 4 bytes a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Memory {
    /// The module.
    pub module: Module,
    /// Photos at once while it is trained.
    pub batch: usize,
}

impl Memory {
    pub(super) fn questions(&self) -> Vec<Question> {
        let [reduced, naive] = self.module.layers();
        let bytes = |layers: &[Layer]| cost(layers).activation_bytes as u64;
        let one_photo = |asked, layers: &[Layer]| {
            let numbers: usize = layers.iter().map(|layer| layer.output.len()).sum();
            let copied: Vec<Layer> = layers.iter().filter(|layer| layer.op != Op::Concat).cloned().collect();
            Question::new(asked, bytes(layers), bytes_working(layers))
                .or(Slip::BytesForgotten, numbers as u64)
                .or(Slip::ConcatForgotten, bytes(&copied))
                .or(Slip::InputForgotten, bytes(&layers[1..]))
        };
        let whole = cost(&reduced);
        let (photo, weights, batch) = (whole.activation_bytes, whole.param_bytes(), self.batch);
        let working = format!("2·{batch}·{photo} + 3·{weights}");
        let training = Question::new(Asked::TrainingBytes, whole.training_bytes(batch) as u64, working)
            .or(Slip::BatchForgotten, whole.training_bytes(1) as u64)
            .or(Slip::GradientsForgotten, (batch * photo + weights) as u64)
            .or(Slip::ParamsForgotten, (2 * batch * photo) as u64)
            .or(Slip::ParamsPerPhoto, (batch * whole.training_bytes(1)) as u64);
        vec![one_photo(Asked::ActivationBytes, &reduced), one_photo(Asked::NaiveActivationBytes, &naive), training]
    }
}
