//! The same maps by networks that have learned nothing: does a method show what was learned at all (Adebayo et al. 2018, arXiv
//! 1810.03292)?

use std::collections::HashSet;

use super::agreement::agreement;
use super::effort::Effort;
use super::error::HeatmapError;
use super::making::Making;
use super::map::Map;
use super::method::{Method, Settings};
use super::question::Question;
use super::subject::Subject;
use crate::model::{GoogLeNet, ModelError};
use crate::spec::{Head, MODULES};

/// Seed of a random network, the first of them by `seed` itself.
pub fn network_seed(seed: u64, network: usize) -> u64 {
    seed.wrapping_mul(Effort::FULL.networks as u64).wrapping_add(network as u64)
}

/// A network of the same structure that has learned nothing.
///
/// # Errors
/// A tensor cannot be made.
pub fn untrained(model: &GoogLeNet, seed: u64) -> Result<GoogLeNet, ModelError> {
    model.fresh(seed, false)
}

/// The parts of a network that become random one after the other: a head's own layers, then the modules and convolutions before
/// it, from the logits downward.
pub fn stages(head: Head) -> Vec<String> {
    let own = match head {
        Head::Main => vec!["fc".to_owned()],
        Head::Aux1 | Head::Aux2 => ["fc2", "fc1", "conv"].map(|part| format!("{}.{part}", head.key())).into(),
    };
    let count = MODULES.iter().position(|module| module.name == head.after()).map_or(0, |index| index + 1);
    let modules = MODULES[..count].iter().rev().map(|module| module.layer_name());
    let stem = ["conv3", "conv2", "conv1"].map(str::to_owned);
    own.into_iter().chain(modules).chain(stem).collect()
}

/// One step of the cascade.
#[derive(Clone, Debug, PartialEq)]
pub struct CascadeStep {
    /// The part that became random in this step, with all before it in the list.
    pub part: String,
    /// The map of the network that is random so far.
    pub map: Map,
    /// Its agreement with the trained network's map; `None` where one of them is the same everywhere.
    pub agreement: Option<f64>,
}

/// The map of a method while the network becomes random from the logits downward, a sample at a time.
#[derive(Clone, Debug)]
pub struct Cascade {
    subject: Subject,
    question: Question,
    method: Method,
    trained: Map,
    settings: Settings,
    seed: u64,
    stages: Vec<String>,
    steps: Vec<CascadeStep>,
    /// As random as the step under way has it.
    network: Option<GoogLeNet>,
    current: Option<Making>,
}

impl Cascade {
    /// Nothing is run yet; `trained` is the map of the trained network.
    pub fn new(
        subject: Subject,
        question: Question,
        (method, trained): (Method, Map),
        settings: Settings,
        seed: u64,
    ) -> Self {
        let (stages, steps) = (stages(question.head), Vec::new());
        Self { subject, question, method, trained, settings, seed, stages, steps, network: None, current: None }
    }

    /// What is there so far.
    pub fn steps(&self) -> &[CascadeStep] {
        &self.steps
    }

    /// How many steps there will be.
    pub fn total(&self) -> usize {
        self.stages.len()
    }

    /// One sample more; whether a step was finished by it.
    ///
    /// # Errors
    /// As [`Making::new`] and [`Making::advance`]; cancelled: nothing is lost, call it again.
    pub fn advance(&mut self, cancelled: &dyn Fn() -> bool) -> Result<bool, HeatmapError> {
        let Some(part) = self.stages.get(self.steps.len()) else {
            return Ok(false);
        };
        let model = match self.network.take() {
            Some(model) => model,
            None => {
                let random: HashSet<&str> = self.stages[..=self.steps.len()].iter().map(String::as_str).collect();
                let is_random =
                    |name: &str| random.contains(name) || random.contains(name.split('.').next().unwrap_or(name));
                self.subject.model.fresh_in(self.seed, &is_random)?
            }
        };
        let mut making = match self.current.take() {
            Some(making) => making,
            None => Making::new(&self.subject, self.question, self.method, &self.settings)?,
        };
        let made = making.advance(&self.subject, &model, cancelled);
        if let Ok(Some(made)) = made {
            let agreement = agreement(&self.trained, &made.map);
            self.steps.push(CascadeStep { part: part.clone(), map: made.map, agreement });
            return Ok(true);
        }
        // What was cancelled goes on where it was.
        (self.network, self.current) = (Some(model), Some(making));
        made.map(|_| false)
    }

    /// Lets go of the network, which is made anew when it goes on, for as long as nobody works at it.
    pub fn rest(&mut self) {
        self.network = None;
    }
}

/// The same all at once; `on_step` is called with steps done and their number.
///
/// # Errors
/// As [`Cascade::advance`].
pub fn cascade(
    subject: &Subject,
    question: Question,
    (method, trained): (Method, &Map),
    settings: &Settings,
    seed: u64,
    cancelled: &dyn Fn() -> bool,
    on_step: &mut dyn FnMut(usize, usize),
) -> Result<Vec<CascadeStep>, HeatmapError> {
    let mut cascade = Cascade::new(subject.clone(), question, (method, trained.clone()), settings.clone(), seed);
    while cascade.steps.len() < cascade.total() {
        if cascade.advance(cancelled)? {
            on_step(cascade.steps.len(), cascade.total());
        }
    }
    Ok(cascade.steps)
}
