//! Loading is a check against the spec that reports every problem at once.

use std::collections::{BTreeMap, HashMap};

use super::{Problem, WeightTensor, WeightsError};
use crate::spec::Network;

/// The tensors of `network`, all there, well shaped and finite.  `unreadable` are the names of tensors that are no
/// floating-point numbers, and what they are.
///
/// # Errors
/// [`WeightsError::AnotherNetwork`] when fewer than half of the tensors are known, else [`WeightsError::Mismatch`] with
/// all problems, in the order of the network.
pub fn check(
    mut tensors: BTreeMap<String, WeightTensor>,
    mut unreadable: BTreeMap<String, String>,
    network: &Network,
) -> Result<HashMap<String, WeightTensor>, WeightsError> {
    let wanted: Vec<(String, Vec<usize>)> = network
        .layers
        .iter()
        .flat_map(|layer| layer.tensors(network.topology.norm))
        .collect();
    let known = wanted
        .iter()
        .filter(|(name, _)| tensors.contains_key(name) || unreadable.contains_key(name))
        .count();
    let mut problems = Vec::new();
    let mut checked = HashMap::with_capacity(wanted.len());
    let expected_count = wanted.len();
    for (name, shape) in wanted {
        match tensors.remove(&name) {
            None => problems.push(match unreadable.remove(&name) {
                Some(found) => Problem::NumberFormat { name, found },
                None => Problem::Missing { name, shape },
            }),
            Some(tensor) if tensor.shape != shape => problems.push(Problem::Shape {
                name,
                expected: shape,
                found: tensor.shape,
            }),
            Some(tensor) => match wrong_values(&name, &tensor.values) {
                None => {
                    checked.insert(name, tensor);
                }
                Some(problem) => problems.push(problem),
            },
        }
    }
    if known * 2 < expected_count {
        return Err(WeightsError::AnotherNetwork {
            known,
            expected: expected_count,
            example: tensors
                .keys()
                .next()
                .cloned()
                .unwrap_or_else(|| "nothing else".to_owned()),
        });
    }
    let formats = unreadable.into_iter();
    problems.extend(formats.map(|(name, found)| Problem::NumberFormat { name, found }));
    problems.extend(tensors.into_iter().map(|(name, tensor)| Problem::Extra {
        name,
        shape: tensor.shape,
    }));
    if problems.is_empty() {
        Ok(checked)
    } else {
        Err(WeightsError::Mismatch(problems))
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
        count => Some(Problem::NotFinite {
            name: name(),
            count,
        }),
    }
}
