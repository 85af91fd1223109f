//! Which task, what was typed, what was marked.

use crate::export::exercises::{Mark, Module, Question, Reduction, Row, Task, grid, number, random_module};
use crate::spec::INPUT_SIDE;

/// Which task is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Choice {
    /// 192 → 96 → 128 with 3×3.
    #[default]
    Reduction,
    /// The module of the course CS231n.
    Course,
    /// A module drawn from a seed.
    Random,
    /// A module as it is typed.
    Own,
}

/// What is known of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellState {
    /// Nothing was typed, or it is still being typed.
    Open,
    /// It is no number.
    Unreadable,
    /// It was marked.
    Marked(Mark),
}

/// What stands in a cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    /// As it was typed.
    pub text: String,
    /// Whether the person went on to another cell: before that nothing is called wrong.
    pub is_left: bool,
}

/// How many numbers describe a module: channels and side of its input, and its six filters.
pub(super) const NUMBERS: usize = 8;

/// The task, and what was done with it.
pub struct ExercisesScene {
    pub(super) choice: Choice,
    /// Of the random module.
    seed: u64,
    /// The own module as it is typed.
    pub(super) own: [String; NUMBERS],
    task: Task,
    pub(super) rows: Vec<Row>,
    pub(super) given: Vec<[Given; 5]>,
    /// Whether the answers stand in the cells that are not right.
    pub(super) shows_answers: bool,
    /// Row and column of the cell in hand.
    pub(super) current: Option<[usize; 2]>,
    /// The cell that was filled and left last.
    pub(super) left: Option<[usize; 2]>,
    /// The cell that the keyboard goes to.
    pub(super) next: Option<[usize; 2]>,
    /// Side of the input that the slider is at, pixels.
    pub(super) input_side: usize,
}

impl Default for ExercisesScene {
    fn default() -> Self {
        let mut scene = Self {
            choice: Choice::default(),
            seed: 1,
            own: Module::CS231N.numbers().map(|number| number.to_string()),
            task: Task::Reduction(Reduction::PRESET),
            rows: Vec::new(),
            given: Vec::new(),
            shows_answers: false,
            current: None,
            left: None,
            next: None,
            input_side: INPUT_SIDE,
        };
        scene.ask(Task::Reduction(Reduction::PRESET));
        scene
    }
}

impl ExercisesScene {
    pub(super) fn task(&self) -> &Task {
        &self.task
    }

    pub(super) fn is_own(&self) -> bool {
        self.choice == Choice::Own
    }

    /// Another kind of task; an own module begins as the one before it.
    pub(super) fn choose(&mut self, choice: Choice) {
        self.choice = choice;
        match choice {
            Choice::Reduction => self.ask(Task::Reduction(Reduction::PRESET)),
            Choice::Course => self.ask(Task::Module(Module::CS231N)),
            Choice::Random => self.ask(Task::Module(random_module(self.seed))),
            Choice::Own => {
                if let Task::Module(module) = &self.task {
                    self.own = module.numbers().map(|number| number.to_string());
                }
                self.follow_own();
            }
        }
    }

    /// The next random module.
    pub(super) fn another(&mut self) {
        self.seed += 1;
        self.choose(Choice::Random);
    }

    /// The own module as it is typed, once every number can be used.
    pub(super) fn follow_own(&mut self) {
        if let Some(module) = self.own_module() {
            let task = Task::Module(module);
            if task != self.task {
                self.ask(task);
            }
        }
    }

    /// Whether a number of the own module can be used.
    pub(super) fn own_number(&self, index: usize) -> Option<usize> {
        let number = number(&self.own[index]).and_then(|number| usize::try_from(number).ok());
        number.filter(|number| (1..=Module::MOST[index]).contains(number))
    }

    fn own_module(&self) -> Option<Module> {
        let mut numbers = [0; NUMBERS];
        for (index, number) in numbers.iter_mut().enumerate() {
            *number = self.own_number(index)?;
        }
        Module::of_numbers(numbers)
    }

    fn ask(&mut self, task: Task) {
        self.rows = grid(&task);
        self.task = task;
        self.start_over();
    }

    /// Empties all cells.
    pub(super) fn start_over(&mut self) {
        self.given = self.rows.iter().map(|_| Default::default()).collect();
        self.shows_answers = false;
        self.current = None;
        self.left = None;
        self.next = None;
    }

    pub(super) fn question(&self, [row, column]: [usize; 2]) -> Option<&Question> {
        self.rows.get(row)?.cells[column].as_ref()
    }

    /// What is known of a cell.
    pub(super) fn state(&self, cell: [usize; 2]) -> CellState {
        let [row, column] = cell;
        let (Some(question), Some(given)) = (self.question(cell), self.given.get(row)) else {
            return CellState::Open;
        };
        let given = &given[column];
        match number(&given.text).map(|number| question.mark(number)) {
            _ if given.text.trim().is_empty() => CellState::Open,
            Some(Mark::Right) => CellState::Marked(Mark::Right),
            _ if !given.is_left => CellState::Open,
            Some(mark) => CellState::Marked(mark),
            None => CellState::Unreadable,
        }
    }

    /// Cells that are right, and cells in all.
    pub(super) fn score(&self) -> [usize; 2] {
        let cells = (0..self.rows.len()).flat_map(|row| (0..5).map(move |column| [row, column]));
        let cells = cells.filter(|cell| self.question(*cell).is_some());
        cells.fold([0, 0], |[right, all], cell| {
            let is_right = self.state(cell) == CellState::Marked(Mark::Right);
            [right + usize::from(is_right), all + 1]
        })
    }
}
