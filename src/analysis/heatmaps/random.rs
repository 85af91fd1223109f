//! The same maps by networks that have learned nothing: does a method show what was learned at all (Adebayo et al. 2018, arXiv
//! 1810.03292)?

use std::collections::HashSet;

use super::agreement::agreement;
use super::error::HeatmapError;
use super::making::Making;
use super::map::Map;
use super::method::{Method, Settings};
use super::question::Question;
use super::subject::Subject;
use crate::model::{GoogLeNet, ModelError};
use crate::spec::{Head, MODULES};

/// Networks that a map is compared with: one alone varies too much.
pub const RANDOM_NETWORKS: usize = 3;

/// Seed of a random network, the first of them by `seed` itself.
pub fn network_seed(seed: u64, network: usize) -> u64 {
    seed.wrapping_mul(RANDOM_NETWORKS as u64).wrapping_add(network as u64)
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
    let last = match head {
        Head::Aux1 => "4a",
        Head::Aux2 => "4d",
        Head::Main => "5b",
    };
    let own = match head {
        Head::Main => vec!["fc".to_owned()],
        Head::Aux1 | Head::Aux2 => ["fc2", "fc1", "conv"].map(|part| format!("{}.{part}", head.key())).into(),
    };
    let count = MODULES.iter().position(|module| module.name == last).map_or(0, |index| index + 1);
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

/// The map of a method while the network becomes random from the logits downward; `trained` is the map of the trained network.
///
/// `on_step` is called with steps done and their number.
///
/// # Errors
/// As [`Making::new`] and [`Making::advance`].
pub fn cascade(
    subject: &Subject,
    question: Question,
    (method, trained): (Method, &Map),
    settings: &Settings,
    seed: u64,
    cancelled: &dyn Fn() -> bool,
    on_step: &mut dyn FnMut(usize, usize),
) -> Result<Vec<CascadeStep>, HeatmapError> {
    let stages = stages(question.head);
    let mut random = HashSet::new();
    let mut steps = Vec::with_capacity(stages.len());
    for part in &stages {
        random.insert(part.as_str());
        let is_random = |name: &str| random.contains(name) || random.contains(name.split('.').next().unwrap_or(name));
        let model = subject.model.fresh_in(seed, &is_random)?;
        let mut making = Making::new(subject, question, method, settings)?;
        let map = loop {
            if let Some(made) = making.advance(subject, &model, cancelled)? {
                break made.map;
            }
        };
        let agreement = agreement(trained, &map);
        steps.push(CascadeStep { part: part.clone(), map, agreement });
        on_step(steps.len(), stages.len());
    }
    Ok(steps)
}
