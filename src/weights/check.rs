//! Loading is a check against the spec that reports every problem at once.

use std::collections::{BTreeMap, HashMap};

use super::{Problem, WeightTensor, WeightsError};
use crate::spec::Network;

/// The tensors of `network`, all there, well shaped and finite.
///
/// # Errors
/// [`WeightsError::AnotherNetwork`] when fewer than half of the tensors are known, else [`WeightsError::Mismatch`] with
/// all problems, in the order of the network.
pub fn check(
    mut tensors: BTreeMap<String, WeightTensor>,
    network: &Network,
) -> Result<HashMap<String, WeightTensor>, WeightsError> {
    let wanted: Vec<(String, Vec<usize>)> = network
        .layers
        .iter()
        .flat_map(|layer| layer.tensors(network.topology.norm))
        .collect();
    let known = wanted
        .iter()
        .filter(|(name, _)| tensors.contains_key(name))
        .count();
    let mut problems = Vec::new();
    let mut checked = HashMap::with_capacity(wanted.len());
    let expected_count = wanted.len();
    for (name, shape) in wanted {
        match tensors.remove(&name) {
            None => problems.push(Problem::Missing { name, shape }),
            Some(tensor) if tensor.shape != shape => problems.push(Problem::Shape {
                name,
                expected: shape,
                found: tensor.shape,
            }),
            Some(tensor) => match count_not_finite(&tensor.values) {
                0 => {
                    checked.insert(name, tensor);
                }
                count => problems.push(Problem::NotFinite { name, count }),
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

/// How many values are NaN or infinite.
fn count_not_finite(values: &[f32]) -> usize {
    values.iter().filter(|value| !value.is_finite()).count()
}
