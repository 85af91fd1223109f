//! All methods on one question, with all that is needed to judge them, one pass at a time.

use std::collections::VecDeque;
use std::sync::Arc;

use super::agreement::{Spread, agreement};
use super::blur::gaussian_blur;
use super::curve::{CURVE_SIDE, Curve, Direction, Drawing, order, random_order};
use super::error::HeatmapError;
use super::making::{Heatmap, Making};
use super::map::PixelBox;
use super::method::{BLUR_PX, Method, Settings};
use super::question::Question;
use super::random::{network_seed, untrained};
use super::subject::Subject;
use super::table::{Chance, Row, Table};
use crate::model::{GoogLeNet, Planes};

/// How far a study is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Progress {
    /// Samples done: forward passes, with or without a way back.
    pub done: usize,
    /// All of them.
    pub total: usize,
    /// Whether that was all.
    pub is_done: bool,
    /// Whether something was finished just now: a map, a curve; worth another look at [`Study::table`].
    pub is_news: bool,
}

/// What is to be done, by position of the row.
#[derive(Clone, Copy, Debug)]
enum Task {
    Map(usize),
    Curve(usize, Direction),
    Chance(usize),
    Random { network: usize, row: usize },
}

/// What is being done.
#[derive(Debug)]
enum Current {
    Making(Box<Making>),
    Drawing(Drawing),
}

/// A table being filled.
#[derive(Debug)]
pub struct Study {
    subject: Subject,
    question: Question,
    settings: Settings,
    seed: u64,
    blurred: Planes,
    rows: Vec<Row>,
    /// Agreement of each map with each, as far as they are there.
    between: Vec<Vec<Option<f64>>>,
    chance: Vec<Curve>,
    tasks: VecDeque<Task>,
    current: Option<Current>,
    /// The random network in use.
    network: Option<(usize, GoogLeNet)>,
    done: usize,
    total: usize,
}

impl Study {
    /// Nothing is run yet.  `seed` chooses random networks and orders.
    ///
    /// # Errors
    /// The network has no such head or class.
    pub fn new(subject: Subject, question: Question, settings: Settings, seed: u64) -> Result<Self, HeatmapError> {
        question.check(&subject.model)?;
        let mut tasks = VecDeque::new();
        let mut total = 0;
        let mut rows: Vec<Row> = Method::ALL.into_iter().map(Row::new).collect();
        for row in &mut rows {
            match Making::new(&subject, question, row.method, &settings) {
                Ok(making) => {
                    let samples = making.progress(&subject).1;
                    total += (1 + settings.effort.networks) * samples + 2 * curve_points(&settings);
                }
                Err(error) => row.failed = Some(error.to_string()),
            }
        }
        total += settings.effort.orders * curve_points(&settings);
        let cheapest_first: Vec<usize> = Method::CHEAPEST_FIRST
            .iter()
            .filter_map(|method| rows.iter().position(|row| row.method == *method && row.failed.is_none()))
            .collect();
        tasks.extend(cheapest_first.iter().map(|&row| Task::Map(row)));
        for &row in &cheapest_first {
            tasks.extend([Direction::Deletion, Direction::Insertion].map(|direction| Task::Curve(row, direction)));
        }
        tasks.extend((0..settings.effort.orders).map(Task::Chance));
        for network in 0..settings.effort.networks {
            tasks.extend(cheapest_first.iter().map(|&row| Task::Random { network, row }));
        }
        let blurred = gaussian_blur(&subject.input, BLUR_PX);
        Ok(Self {
            subject,
            question,
            settings,
            seed,
            blurred,
            between: vec![vec![None; rows.len()]; rows.len()],
            rows,
            chance: Vec::new(),
            tasks,
            current: None,
            network: None,
            done: 0,
            total,
        })
    }

    /// One sample more.  A method that fails says so in its row, and the rest goes on.
    ///
    /// # Errors
    /// Cancelled: nothing is lost, call it again.  What fails for every method: the network has results that are no numbers.
    pub fn advance(&mut self, cancelled: &dyn Fn() -> bool) -> Result<Progress, HeatmapError> {
        self.pass_over_flat();
        let Some(&task) = self.tasks.front() else {
            return Ok(self.progress(false));
        };
        match self.sample(task, cancelled) {
            Ok(is_finished) => {
                self.done += 1;
                if is_finished {
                    self.current = None;
                    self.tasks.pop_front();
                    self.let_go();
                }
                Ok(self.progress(is_finished))
            }
            Err(error) if error.is_cancelled() => Err(error),
            Err(error) => match task {
                Task::Map(row) | Task::Random { row, .. } => {
                    self.give_up(row, &error);
                    Ok(self.progress(true))
                }
                Task::Curve(..) | Task::Chance(_) => Err(error),
            },
        }
    }

    /// All that is left; `on_sample` is called after each.
    ///
    /// # Errors
    /// As [`Self::advance`].
    pub fn finish(
        mut self,
        region: Option<PixelBox>,
        cancelled: &dyn Fn() -> bool,
        on_sample: &mut dyn FnMut(Progress),
    ) -> Result<Table, HeatmapError> {
        loop {
            let progress = self.advance(cancelled)?;
            on_sample(progress);
            if progress.is_done {
                return Ok(self.table(region));
            }
        }
    }

    /// Lets go of what is made anew when it goes on, for as long as nobody works at it: a network with its weights packed for both
    /// ways is a hundred megabytes.
    pub fn rest(&mut self) {
        self.network = None;
    }

    /// The same of a random network that the next task does not ask.
    fn let_go(&mut self) {
        let asked = match self.tasks.front() {
            Some(&Task::Random { network, .. }) => Some(network),
            Some(Task::Map(_) | Task::Curve(..) | Task::Chance(_)) | None => None,
        };
        self.network.take_if(|(index, _)| Some(*index) != asked);
    }

    /// Makes a random network, unless it is the one in use.
    fn have(&mut self, network: usize) -> Result<(), HeatmapError> {
        if self.network.as_ref().is_none_or(|(index, _)| *index != network) {
            let model = untrained(&self.subject.model, network_seed(self.seed, network))?;
            self.network = Some((network, model));
        }
        Ok(())
    }

    /// A map that is the same everywhere has no order whose curves could be drawn.
    fn pass_over_flat(&mut self) {
        let is_flat = |row: &Row| row.map.as_ref().is_some_and(|made| made.map.is_flat());
        while let Some(Task::Curve(row, _)) = self.tasks.front()
            && is_flat(&self.rows[*row])
        {
            self.tasks.pop_front();
            self.total -= curve_points(&self.settings);
        }
    }

    fn progress(&self, is_news: bool) -> Progress {
        Progress { done: self.done, total: self.total, is_done: self.tasks.is_empty(), is_news }
    }

    /// The next sample of a task; whether it was the last.
    fn sample(&mut self, task: Task, cancelled: &dyn Fn() -> bool) -> Result<bool, HeatmapError> {
        if let Task::Random { network, .. } = task {
            self.have(network)?;
        }
        let mut current = match self.current.take() {
            Some(current) => current,
            None => self.begin(task)?,
        };
        let result = match &mut current {
            Current::Making(making) => {
                let model = match (task, &self.network) {
                    (Task::Random { .. }, Some((_, model))) => model,
                    _ => &self.subject.model,
                };
                let made = making.advance(&self.subject, model, cancelled);
                made.map(|made| made.map(|map| self.keep_map(task, map)).is_some())
            }
            Current::Drawing(drawing) => {
                let drawn = drawing.advance(&self.subject, &self.blurred, cancelled);
                drawn.map(|drawn| drawn.map(|curve| self.keep_curve(task, curve)).is_some())
            }
        };
        // What was cancelled goes on where it was.
        self.current = Some(current);
        result
    }

    fn begin(&self, task: Task) -> Result<Current, HeatmapError> {
        let drawing = |direction, order| {
            let drawing = Drawing::new(&self.subject, self.question, direction, order)?;
            Ok::<_, HeatmapError>(drawing.in_steps_of(self.settings.effort.cells_at_once))
        };
        Ok(match task {
            Task::Chance(index) => Current::Drawing(drawing(Direction::Deletion, random_order(self.seed, index))?),
            Task::Curve(row, direction) => {
                let map = self.rows[row].map.as_ref();
                let order = map.map_or_else(|| random_order(self.seed, 0), |made| order(&made.map));
                Current::Drawing(drawing(direction, order)?)
            }
            Task::Map(row) | Task::Random { row, .. } => Current::Making(Box::new(self.making(row)?)),
        })
    }

    fn making(&self, row: usize) -> Result<Making, HeatmapError> {
        Making::new(&self.subject, self.question, self.rows[row].method, &self.settings)
    }

    fn keep_map(&mut self, task: Task, made: Heatmap) {
        match task {
            Task::Map(index) => {
                let row = &mut self.rows[index];
                row.failed = made.map.is_flat().then(|| HeatmapError::Flat.to_string());
                row.map = Some(Arc::new(made));
                self.compare(index);
            }
            Task::Random { row, .. } => {
                let row = &mut self.rows[row];
                row.random.push(Arc::new(made));
                if row.random.len() == self.settings.effort.networks
                    && let Some(trained) = &row.map
                {
                    let with = row.random.iter().filter_map(|random| agreement(&trained.map, &random.map));
                    row.agreement = Spread::of(&with.collect::<Vec<_>>());
                }
            }
            Task::Curve(..) | Task::Chance(_) => {}
        }
    }

    /// A new map is held against all that are there.
    fn compare(&mut self, index: usize) {
        let Some(new) = &self.rows[index].map else { return };
        for (other, row) in self.rows.iter().enumerate() {
            let agreement = row.map.as_ref().and_then(|map| agreement(&new.map, &map.map));
            self.between[index][other] = agreement;
            self.between[other][index] = agreement;
        }
    }

    fn keep_curve(&mut self, task: Task, curve: Curve) {
        match task {
            Task::Curve(row, Direction::Deletion) => self.rows[row].deletion = Some(curve),
            Task::Curve(row, Direction::Insertion) => self.rows[row].insertion = Some(curve),
            Task::Chance(_) => self.chance.push(curve),
            Task::Map(_) | Task::Random { .. } => {}
        }
    }

    /// A method that fails is left out of all that was to come.
    fn give_up(&mut self, failed: usize, error: &HeatmapError) {
        self.rows[failed].failed = Some(error.to_string());
        self.current = None;
        self.tasks.retain(|task| match *task {
            Task::Map(row) | Task::Curve(row, _) | Task::Random { row, .. } => row != failed,
            Task::Chance(_) => true,
        });
    }

    /// What is known so far; `region` is the box that a person drew.
    pub fn table(&self, region: Option<PixelBox>) -> Table {
        let mut rows = self.rows.clone();
        let areas: Vec<f64> = self.chance.iter().map(Curve::area).collect();
        let area = Spread::of(&areas).filter(|area| area.count == self.settings.effort.orders);
        for row in &mut rows {
            row.judge(region, area, self.settings.effort.networks);
        }
        Table {
            question: self.question,
            between: self.between.clone(),
            chance: area.map(|area| Chance { curves: self.chance.clone(), area }),
            rows,
        }
    }
}

/// Points of a curve.
fn curve_points(settings: &Settings) -> usize {
    (CURVE_SIDE * CURVE_SIDE).div_ceil(settings.effort.cells_at_once) + 1
}
