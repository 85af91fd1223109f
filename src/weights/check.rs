//! Loading is a check against the spec that reports every problem at once.

use std::collections::{BTreeMap, HashMap};

use super::Note;
use super::Problem;
use super::WeightsError;
use super::names;
use super::tensor::LeftOut;
use super::tensor::WeightTensor;
use crate::spec::Network;

/// A complete network, and what is not in it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Tensors under our names: those of the network without the heads that do not fit.
    pub tensors: HashMap<String, WeightTensor>,
    /// Which auxiliary heads fit (after 4a, after 4d).
    pub aux: [bool; 2],
    /// Tensors that are no part of the network.
    pub left_out: Vec<LeftOut>,
    /// Which heads do not fit, and why.
    pub notes: Vec<Note>,
}

/// The tensors of `network`, all there, well shaped and finite.  `unreadable` are the names of tensors that are no
/// floating-point numbers, and what they are.
///
/// A head that does not fit is left out as long as all else is there; so is what no GoogLeNet has.
///
/// # Errors
/// [`WeightsError::AnotherNetwork`] when fewer than half of the tensors are known, else [`WeightsError::Mismatch`] with
/// all problems, in the order of the network.
pub fn check(
    mut tensors: BTreeMap<String, WeightTensor>,
    mut unreadable: BTreeMap<String, String>,
    network: &Network,
) -> Result<Checked, WeightsError> {
    let layers = network.layers.iter();
    let wanted: Vec<(String, Vec<usize>)> = layers.flat_map(|layer| layer.tensors(network.topology.norm)).collect();
    let known = wanted.iter().filter(|(name, _)| tensors.contains_key(name) || unreadable.contains_key(name)).count();
    if known * 2 < wanted.len() {
        let expected = wanted.len();
        let is_wanted = |own: &String| wanted.iter().any(|(name, _)| name == own);
        let example = tensors.keys().find(|own| !is_wanted(own));
        return Err(WeightsError::AnotherNetwork { known, expected, example: example.cloned() });
    }
    let mut problems = Vec::new();
    let mut checked = HashMap::with_capacity(wanted.len());
    for (name, shape) in wanted {
        match one(&name, shape, tensors.remove(&name), unreadable.remove(&name)) {
            Ok(tensor) => drop(checked.insert(name, tensor)),
            Err(problem) => problems.push(problem),
        }
    }
    let mut result = Checked {
        tensors: checked,
        aux: [1, 2].map(|head| has_head(network, head)),
        left_out: Vec::new(),
        notes: Vec::new(),
    };
    let (in_heads, elsewhere): (Vec<_>, Vec<_>) = problems.iter().partition(|problem| problem.is_in_head());
    let misplaced = misplaced(&tensors, &unreadable, !in_heads.is_empty());
    if !elsewhere.is_empty() || !misplaced.is_empty() {
        problems.extend(misplaced);
        problems.extend(extra(tensors, unreadable));
        return Err(WeightsError::Mismatch(problems));
    }
    for head in 1..=2 {
        result.leave_out_head(head, &problems);
    }
    let shapes = tensors.iter();
    let shapes = shapes.map(|(name, tensor)| (name.clone(), format!("{:?}", tensor.shape)));
    let rest = shapes.chain(unreadable);
    let rest = rest.filter(|(name, _)| !names::is_ours(name));
    result.left_out = rest.map(|(name, what)| LeftOut { name, what }).collect();
    Ok(result)
}

/// One tensor as the spec wants it, or what is wrong with it.
fn one(
    name: &str,
    shape: Vec<usize>,
    found: Option<WeightTensor>,
    format: Option<String>,
) -> Result<WeightTensor, Problem> {
    let own = name.to_owned();
    match (found, format) {
        (None, Some(found)) => Err(Problem::NumberFormat { name: own, found }),
        (None, None) => Err(Problem::Missing { name: own, shape }),
        (Some(tensor), _) if tensor.shape != shape => {
            Err(Problem::Shape { name: own, expected: shape, found: tensor.shape })
        }
        (Some(tensor), _) => match wrong_values(name, &tensor.values) {
            None => Ok(tensor),
            Some(problem) => Err(problem),
        },
    }
}

/// Tensors some GoogLeNet has and this one has not: half of another topology is no network.
fn misplaced(
    tensors: &BTreeMap<String, WeightTensor>,
    unreadable: &BTreeMap<String, String>,
    heads_do_not_fit: bool,
) -> Vec<Problem> {
    let shapes = tensors.iter().map(|(name, tensor)| (name, &tensor.shape[..]));
    let all = shapes.chain(unreadable.keys().map(|name| (name, &[][..])));
    let ours = all.filter(|(name, _)| names::is_ours(name));
    let counted = ours.filter(|(name, _)| !(heads_do_not_fit && name.starts_with("aux")));
    let problems = counted.map(|(name, shape)| Problem::Extra { name: name.clone(), shape: shape.to_vec() });
    problems.collect()
}

/// Tensors no GoogLeNet has, beside others that are missing: perhaps these under other names.
fn extra(
    tensors: BTreeMap<String, WeightTensor>,
    unreadable: BTreeMap<String, String>,
) -> impl Iterator<Item = Problem> {
    let tensors = tensors.into_iter();
    tensors
        .map(|(name, tensor)| (name, tensor.shape))
        .chain(unreadable.into_keys().map(|name| (name, Vec::new())))
        .filter(|(name, _)| !names::is_ours(name))
        .map(|(name, shape)| Problem::Extra { name, shape })
}

fn has_head(network: &Network, head: usize) -> bool {
    network.layer(&format!("aux{head}.fc2")).is_some()
}

impl Checked {
    /// Without a head that something is wrong with.
    fn leave_out_head(&mut self, head: usize, problems: &[Problem]) {
        let prefix = format!("aux{head}.");
        let wrong = problems.iter().find(|problem| problem.name().starts_with(&prefix));
        if let Some(why) = wrong.cloned() {
            self.tensors.retain(|name, _| !name.starts_with(&prefix));
            self.aux[head - 1] = false;
            self.notes.push(Note::HeadLeftOut { head, why });
        }
    }
}

/// Values that no trained network has: NaN or infinite, or a negative variance.
fn wrong_values(name: &str, values: &[f32]) -> Option<Problem> {
    let name = || name.to_owned();
    match values.iter().filter(|value| !value.is_finite()).count() {
        0 if name().ends_with(".running_var") && values.iter().any(|&value| value < 0.0) => {
            Some(Problem::NegativeVariance { name: name() })
        }
        0 => None,
        count => Some(Problem::NotFinite { name: name(), count }),
    }
}
