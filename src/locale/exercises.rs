//! Exercises in words.

use crate::export::exercises::{
    Asked, Convolution, Exercise, Field, Item, Line, Memory, Module, Padding, Question, Reduction, Sheet, SheetWords,
    Task, exercises, page,
};
use crate::export::lesson::Kind;
use crate::export::provenance;
use crate::locale::format::{compact, grouped, megabytes};
use crate::locale::text::{Language, set_language, tr, tr_with};
use crate::spec::Step;

/// From this on an answer is given in short beside all its digits.
const SHORT_FROM: u64 = 1_000_000;

/// Modules of one's own and so many exercises from a seed: the sheet and its key, each one HTML file.
///
/// The thread speaks that language from then on.
pub fn exercise_pages(own: &[Module], count: usize, seed: u64, language: Language) -> [String; 2] {
    set_language(language);
    let number = [("seed", seed.to_string())];
    let own = own.iter().map(|module| Exercise::about(Task::Module(*module)));
    let sheet = Sheet {
        language: language.code(),
        words: SheetWords {
            title: tr_with("exercises-title", &number),
            key: tr_with("exercises-key", &number),
            lines: [tr("home-class"), tr("home-name"), tr("home-date")],
            instruction: tr("exercises-instruction"),
            mistakes: tr("exercises-mistakes"),
            facts: tr("home-facts"),
        },
        items: own.chain(exercises(count, seed)).map(|exercise| item(&exercise)).collect(),
        facts: vec![
            ("software".to_owned(), provenance::SOFTWARE.to_owned()),
            ("exercises".to_owned(), count.to_string()),
            ("seed".to_owned(), seed.to_string()),
        ],
    };
    [Kind::Blank, Kind::Key].map(|kind| page(&sheet, kind))
}

fn item(exercise: &Exercise) -> Item {
    let note = note_text(&exercise.task);
    Item {
        task: task_text(&exercise.task),
        note,
        lines: exercise.questions.iter().map(|question| line(&exercise.task, question)).collect(),
    }
}

/// What there is to say about a task once it is solved; it tells an answer.
pub fn note_text(task: &Task) -> Option<String> {
    if *task != Task::Module(Module::CS231N) {
        return None;
    }
    let questions = Exercise::about(task.clone()).questions;
    let macs = questions.iter().find(|question| question.asked == Asked::ModuleMacs)?;
    let values = [("counted", compact(macs.answer as f64)), ("printed", compact(Module::CS231N_PRINTED as f64))];
    Some(tr_with("exercise-note-cs231n", &values))
}

/// A task in words.
pub fn task_text(task: &Task) -> String {
    match task {
        Task::Reduction(Reduction { side, input, reduced, filters, kernel }) => say(
            "exercise-task-reduction",
            &[("side", *side), ("input", *input), ("reduced", *reduced), ("filters", *filters), ("kernel", *kernel)],
        ),
        Task::Module(module) if *module == Module::CS231N => {
            format!("{} {}", tr("exercise-task-cs231n"), module_text(module))
        }
        Task::Module(module) => module_text(module),
        Task::Convolution(Convolution { channels, side, filters, window }) => say(
            "exercise-task-convolution",
            &[
                ("channels", *channels),
                ("side", *side),
                ("filters", *filters),
                ("kernel", window.kernel),
                ("stride", window.stride),
                ("padding", window.padding),
            ],
        ),
        Task::Padding(Padding { side, kernel, .. }) => {
            say("exercise-task-padding", &[("side", *side), ("kernel", *kernel)])
        }
        Task::Field(field) => tr_with("exercise-task-field", &[("steps", steps(field))]),
        Task::Memory(Memory { module, batch }) => {
            format!("{} {}", module_text(module), say("exercise-task-memory", &[("batch", *batch)]))
        }
    }
}

fn module_text(Module { channels, side, module }: &Module) -> String {
    say(
        "exercise-task-module",
        &[
            ("channels", *channels),
            ("side", *side),
            ("branch1", module.branch1),
            ("reduce3", module.reduce3),
            ("branch2", module.branch2),
            ("reduce5", module.reduce5),
            ("branch3", module.branch3),
            ("projection", module.projection),
        ],
    )
}

fn steps(field: &Field) -> String {
    let word = |step: &Step| {
        let (key, window) = match step {
            Step::Conv { window, .. } => ("exercise-step-convolution", window),
            Step::MaxPool(window) => ("exercise-step-pool", window),
        };
        say(key, &[("kernel", window.kernel), ("stride", window.stride)])
    };
    field.steps.iter().map(word).collect::<Vec<_>>().join("; ")
}

fn line(task: &Task, question: &Question) -> Line {
    let facts: &[(&str, usize)] = match task {
        Task::Padding(Padding { side, layers, .. }) => &[("side", *side), ("layers", *layers)],
        Task::Memory(Memory { batch, .. }) => &[("batch", *batch)],
        Task::Reduction(_) | Task::Module(_) | Task::Convolution(_) | Task::Field(_) => &[],
    };
    let mistakes = question.mistakes.iter();
    Line {
        asked: say(question.asked.key(), facts),
        working: question.working.clone(),
        answer: answer_text(question),
        mistakes: mistakes.map(|mistake| (grouped(mistake.gives), tr(mistake.slip.key()))).collect(),
    }
}

/// All digits, and in short where they are many.
pub fn answer_text(question: &Question) -> String {
    let whole = grouped(question.answer);
    match question.asked {
        _ if question.answer < SHORT_FROM => whole,
        Asked::OutputBytes | Asked::ActivationBytes | Asked::NaiveActivationBytes | Asked::TrainingBytes => {
            format!("{whole} ({})", megabytes(question.answer))
        }
        Asked::ReducedWeights
        | Asked::DirectWeights
        | Asked::ReducedParams
        | Asked::ReducedMacs
        | Asked::DirectMacs
        | Asked::ReducedChannels
        | Asked::NaiveChannels
        | Asked::NaiveParams
        | Asked::Channels
        | Asked::ModuleParams
        | Asked::ModuleMacs
        | Asked::NaiveMacs
        | Asked::FactorisedParams
        | Asked::FactorisedMacs
        | Asked::Side
        | Asked::Params
        | Asked::Macs
        | Asked::Padding
        | Asked::UnpaddedSide
        | Asked::PooledSide
        | Asked::Field
        | Asked::FieldStep => format!("{whole} ({})", compact(question.answer as f64)),
    }
}

/// A text with whole numbers filled in.
fn say(key: &str, numbers: &[(&str, usize)]) -> String {
    let values: Vec<(&str, String)> = numbers.iter().map(|(name, number)| (*name, number.to_string())).collect();
    tr_with(key, &values)
}
