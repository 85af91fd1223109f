//! Exercises about shapes and costs, as exams ask them: what is asked, the answer, and which wrong answer comes of which mistake.
//!
//! Every answer and every mistake is counted by [`crate::spec`], as the network's own layers are; nothing here knows a number.
//! A page and a window read the same data: [`Question::mark`] says what is wrong with a number.
//!
//! | file | its job |
//! |---|---|
//! | `reduction` | a k×k convolution with a 1×1 before it, and without |
//! | `module` | one module, reduced and naive; the memory of its activations |
//! | `sliding` | output shapes, padding, receptive fields |
//! | `grid` | a module as a table of questions |
//! | `given` | a number, or a sum, as a person types it |
//! | `random` | tasks from a seed, presets first |
//! | `working` | the sum behind an answer |
//! | `page` | the sheet and its key as HTML |

mod given;
mod grid;
mod module;
mod page;
mod random;
mod reduction;
mod sliding;
mod working;

pub use given::number;
pub use grid::{Column, Row, RowName, grid};
pub use module::{Memory, Module};
pub use page::{Item, Line, Sheet, SheetWords, page};
pub use random::{exercises, random_module};
pub use reduction::Reduction;
pub use sliding::{Convolution, Field, Padding};

/// What an exercise is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// A convolution with a reduction before it.
    Reduction(Reduction),
    /// One module.
    Module(Module),
    /// One convolution's output.
    Convolution(Convolution),
    /// What padding is for.
    Padding(Padding),
    /// What a cell sees.
    Field(Field),
    /// What a module's activations take.
    Memory(Memory),
}

/// An exercise: a task, and what is asked about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// The task.
    pub task: Task,
    /// At least one question; every answer is a whole number.
    pub questions: Vec<Question>,
}

impl Exercise {
    /// The questions about a task, with their answers.
    pub fn about(task: Task) -> Self {
        let questions = match &task {
            Task::Reduction(reduction) => reduction.questions(),
            Task::Module(module) => module.questions(),
            Task::Convolution(convolution) => convolution.questions(),
            Task::Padding(padding) => padding.questions(),
            Task::Field(field) => field.questions(),
            Task::Memory(memory) => memory.questions(),
        };
        Self { task, questions }
    }
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub asked: Asked,
    /// The answer.
    pub answer: u64,
    /// The sum behind it, without the result: `192·96 + 3·3·96·128`.
    pub working: String,
    /// Wrong answers that a common mistake gives, each number once.
    pub mistakes: Vec<Mistake>,
}

impl Question {
    fn new(asked: Asked, answer: u64, working: String) -> Self {
        Self { asked, answer, working, mistakes: Vec::new() }
    }

    /// With one more mistake, unless it gives the answer, or a number that another mistake gave before it.
    #[must_use]
    fn or(mut self, slip: Slip, gives: u64) -> Self {
        if gives != self.answer && self.mistakes.iter().all(|mistake| mistake.gives != gives) {
            self.mistakes.push(Mistake { slip, gives });
        }
        self
    }

    /// What there is to say about a number given as the answer.
    pub fn mark(&self, given: u64) -> Mark {
        if given == self.answer {
            return Mark::Right;
        }
        let found = self.mistakes.iter().find(|mistake| mistake.gives == given);
        found.map_or(Mark::Wrong, |mistake| Mark::Slipped(mistake.slip))
    }
}

/// What there is to say about an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is right.
    Right,
    /// It is what one gets by that mistake.
    Slipped(Slip),
    /// It is wrong, and no mistake known gives it.
    Wrong,
}

/// A wrong answer, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The mistake.
    pub slip: Slip,
    /// What one gets by it.
    pub gives: u64,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// Weights of the convolution with its reduction, without biases.
    ReducedWeights,
    /// Weights of the same convolution without reduction.
    DirectWeights,
    /// Weights and biases with the reduction.
    ReducedParams,
    /// Multiply-accumulates with the reduction.
    ReducedMacs,
    /// Multiply-accumulates without it.
    DirectMacs,
    /// Channels after the concat of the reduced module.
    ReducedChannels,
    /// Channels after the concat of the naive module.
    NaiveChannels,
    /// Weights and biases of the reduced module.
    ModuleParams,
    /// Multiply-accumulates of the reduced module.
    ModuleMacs,
    /// Multiply-accumulates of the naive module.
    NaiveMacs,
    /// Weights and biases of the naive module.
    NaiveParams,
    /// Weights and biases of the module with its 5×5 as two 3×3.
    FactorisedParams,
    /// Multiply-accumulates of that.
    FactorisedMacs,
    /// Channels that one layer puts out.
    Channels,
    /// Bytes of what layers put out, for one photo.
    OutputBytes,
    /// Side of the output, cells.
    Side,
    /// Weights and biases.
    Params,
    /// Multiply-accumulates.
    Macs,
    /// Padding that keeps the side, cells a border.
    Padding,
    /// Side after a row of convolutions without padding, cells.
    UnpaddedSide,
    /// Side after the max pool that rounds up, cells.
    PooledSide,
    /// Receptive field, pixels.
    Field,
    /// How far the fields of two neighbouring cells lie apart, pixels.
    FieldStep,
    /// Bytes of the activations of the reduced module, one photo.
    ActivationBytes,
    /// Bytes of the activations of the naive module, one photo.
    NaiveActivationBytes,
    /// Bytes that training the reduced module keeps for a batch.
    TrainingBytes,
}

impl Asked {
    /// The key of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ReducedWeights => "exercise-ask-reduced-weights",
            Self::DirectWeights => "exercise-ask-direct-weights",
            Self::ReducedParams => "exercise-ask-reduced-params",
            Self::ReducedMacs => "exercise-ask-reduced-macs",
            Self::DirectMacs => "exercise-ask-direct-macs",
            Self::ReducedChannels => "exercise-ask-reduced-channels",
            Self::NaiveChannels => "exercise-ask-naive-channels",
            Self::ModuleParams => "exercise-ask-module-params",
            Self::ModuleMacs => "exercise-ask-module-macs",
            Self::NaiveMacs => "exercise-ask-naive-macs",
            Self::NaiveParams => "exercise-ask-naive-params",
            Self::FactorisedParams => "exercise-ask-factorised-params",
            Self::FactorisedMacs => "exercise-ask-factorised-macs",
            Self::Channels => "exercise-ask-channels",
            Self::OutputBytes => "exercise-ask-output-bytes",
            Self::Side => "exercise-ask-side",
            Self::Params => "exercise-ask-params",
            Self::Macs => "exercise-ask-macs",
            Self::Padding => "exercise-ask-padding",
            Self::UnpaddedSide => "exercise-ask-unpadded",
            Self::PooledSide => "exercise-ask-pooled",
            Self::Field => "exercise-ask-field",
            Self::FieldStep => "exercise-ask-field-step",
            Self::ActivationBytes => "exercise-ask-activation-bytes",
            Self::NaiveActivationBytes => "exercise-ask-naive-bytes",
            Self::TrainingBytes => "exercise-ask-training-bytes",
        }
    }
}

/// A common mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slip {
    /// The biases were left out.
    BiasForgotten,
    /// Biases were counted though weights alone were asked for.
    BiasCounted,
    /// The large kernel was given the channels before the reduction.
    ChannelsBefore,
    /// The convolution without reduction was given the channels after it.
    ChannelsAfter,
    /// The reducing 1×1 itself was left out.
    ReductionForgotten,
    /// A filter was taken to have one kernel in place of one an input channel.
    InputChannelsForgotten,
    /// The channels that go in were taken for those that come out.
    ChannelsIn,
    /// The channels of the reductions were counted among those after the concat.
    ReductionsJoined,
    /// Weights were counted once a position.
    PositionsCounted,
    /// A pooling was counted like a convolution.
    PoolingCounted,
    /// Only one channel was counted.
    OneChannel,
    /// The positions were left out.
    PositionsForgotten,
    /// The positions of the input were taken in place of the output's.
    InputPositions,
    /// Multiplications and additions were counted apart.
    AdditionsCounted,
    /// The 1×1 after the pooling was left out.
    ProjectionForgotten,
    /// The naive pooling branch was given the projection's channels.
    PoolingProjected,
    /// The projection after the pooling was taken to pass all channels on.
    PoolingPassed,
    /// The padding was left out.
    PaddingForgotten,
    /// The padding was counted at one border only.
    PaddingOnce,
    /// The padding of both borders together.
    PaddingOfBoth,
    /// An incomplete window was counted.
    RoundedUp,
    /// An incomplete window was left out.
    RoundedDown,
    /// Only the first of several layers was counted.
    OneLayer,
    /// Only what is lost at one border was counted.
    OneBorder,
    /// The strides before a layer were left out.
    StridesForgotten,
    /// The kernels' sides were added up.
    KernelsAdded,
    /// The strides were added in place of multiplied.
    StridesAdded,
    /// Numbers were given in place of bytes.
    BytesForgotten,
    /// The concat's copy was left out.
    ConcatForgotten,
    /// The input was left out.
    InputForgotten,
    /// The batch was left out.
    BatchForgotten,
    /// The gradients were left out.
    GradientsForgotten,
    /// The parameters were left out.
    ParamsForgotten,
    /// The parameters were counted once a photo.
    ParamsPerPhoto,
    /// Only one of the two 3×3 was counted.
    OneOfTwo,
    /// Both 3×3 were given the filters of the 5×5.
    BothWide,
}

impl Slip {
    /// The key of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Self::BiasForgotten => "exercise-slip-bias",
            Self::BiasCounted => "exercise-slip-bias-counted",
            Self::ChannelsBefore => "exercise-slip-channels-before",
            Self::ChannelsAfter => "exercise-slip-channels-after",
            Self::ReductionForgotten => "exercise-slip-reduction",
            Self::InputChannelsForgotten => "exercise-slip-input-channels",
            Self::ChannelsIn => "exercise-slip-channels-in",
            Self::ReductionsJoined => "exercise-slip-reductions-joined",
            Self::PositionsCounted => "exercise-slip-positions-counted",
            Self::PoolingCounted => "exercise-slip-pooling-counted",
            Self::OneChannel => "exercise-slip-one-channel",
            Self::PositionsForgotten => "exercise-slip-positions",
            Self::InputPositions => "exercise-slip-input-positions",
            Self::AdditionsCounted => "exercise-slip-additions",
            Self::ProjectionForgotten => "exercise-slip-projection",
            Self::PoolingProjected => "exercise-slip-pooling-projected",
            Self::PoolingPassed => "exercise-slip-pooling-passed",
            Self::PaddingForgotten => "exercise-slip-padding",
            Self::PaddingOnce => "exercise-slip-padding-once",
            Self::PaddingOfBoth => "exercise-slip-padding-both",
            Self::RoundedUp => "exercise-slip-rounded-up",
            Self::RoundedDown => "exercise-slip-rounded-down",
            Self::OneLayer => "exercise-slip-one-layer",
            Self::OneBorder => "exercise-slip-one-border",
            Self::StridesForgotten => "exercise-slip-strides",
            Self::KernelsAdded => "exercise-slip-kernels-added",
            Self::StridesAdded => "exercise-slip-strides-added",
            Self::BytesForgotten => "exercise-slip-bytes",
            Self::ConcatForgotten => "exercise-slip-concat",
            Self::InputForgotten => "exercise-slip-input",
            Self::BatchForgotten => "exercise-slip-batch",
            Self::GradientsForgotten => "exercise-slip-gradients",
            Self::ParamsForgotten => "exercise-slip-params",
            Self::ParamsPerPhoto => "exercise-slip-params-photo",
            Self::OneOfTwo => "exercise-slip-one-of-two",
            Self::BothWide => "exercise-slip-both-wide",
        }
    }
}
