//! Tensors with names of ours, grouped by what stands before them.

use std::collections::HashMap;

use super::super::WeightsError;
use super::super::names;

/// Under which most training scripts keep what they train; of networks as complete as each other the first of these.
const USUAL_KEYS: [&str; 3] = ["state_dict", "model_state_dict", "model"];
/// Most letters of a sentence about keys.
const MAX_TITLES: usize = 8;

/// Tensors that stand under the same prefix.
#[derive(Debug)]
pub(super) struct Group {
    /// What stands before our names, wrappers left out; empty or with a dot at its end.
    pub prefix: String,
    /// The same as the file writes it, without a dot at its end.
    pub path: String,
    /// The file's names and ours.
    pub members: Vec<(String, &'static str)>,
    /// Place of the first tensor in the file.
    place: usize,
}

impl Group {
    /// What people are told to name it by.
    pub fn title(&self) -> &str {
        match self.path.as_str() {
            "" => "its top",
            path => path,
        }
    }

    /// Whether it stands under that key, or those keys, at any depth.
    fn is_under(&self, key: &str) -> bool {
        let path = format!(".{}.", self.path);
        path.contains(&format!(".{}.", key.trim_matches('.')))
    }

    /// Greater is better: more tensors, under a usual key, earlier in the file.
    fn merit(&self) -> impl Ord + use<> {
        let usual = USUAL_KEYS.iter().rev().position(|key| {
            let mut segments = self.path.split('.');
            segments.any(|segment| segment == *key)
        });
        (self.members.len(), usual.map_or(0, |rank| rank + 1), std::cmp::Reverse(self.place))
    }
}

/// All groups of a file; `order` are its names as they stand in it.
pub(super) fn groups<'a>(names: impl Iterator<Item = &'a str>, order: &[String]) -> Vec<Group> {
    let places: HashMap<&str, usize> = order.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    let mut groups: HashMap<String, Group> = HashMap::new();
    for name in names {
        let Some(inner) = names::inner(name) else {
            continue;
        };
        let place = places.get(name).copied().unwrap_or(0);
        let group = groups.entry(inner.prefix.clone()).or_insert_with(|| Group {
            prefix: inner.prefix,
            path: path(name, inner.tensor),
            members: Vec::new(),
            place,
        });
        group.place = group.place.min(place);
        group.members.push((name.to_owned(), inner.tensor));
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    groups.sort_by(|one, other| one.prefix.cmp(&other.prefix));
    groups
}

/// What a file writes before one of our names; a wrapper inside our name is no part of it.
fn path(name: &str, ours: &str) -> String {
    let first = ours.split('.').next().unwrap_or_default();
    let mut segments: Vec<&str> = name.split('.').collect();
    let start = segments.iter().rposition(|segment| *segment == first);
    segments.truncate(start.unwrap_or(0));
    segments.join(".")
}

/// The best group under `key`, or of all, and the others; `None` when no tensor has a name of ours.
pub(super) fn choose<'g>(
    groups: &'g [Group],
    key: Option<&str>,
) -> Result<Option<(&'g Group, Vec<&'g Group>)>, WeightsError> {
    let fits = |group: &&Group| key.is_none_or(|key| group.is_under(key));
    let chosen = groups.iter().filter(fits).max_by_key(|group| group.merit());
    match (chosen, key) {
        (Some(chosen), _) => {
            let others = groups.iter().filter(|group| group.prefix != chosen.prefix);
            Ok(Some((chosen, others.collect())))
        }
        (None, None) => Ok(None),
        (None, Some(key)) => Err(nothing_under(key, groups)),
    }
}

fn nothing_under(key: &str, groups: &[Group]) -> WeightsError {
    let key: String = key.chars().take(80).collect();
    let titles: Vec<&str> = groups.iter().take(MAX_TITLES).map(Group::title).collect();
    let remedy = match titles.is_empty() {
        true => "leave out --key".to_owned(),
        false => format!("leave out --key, or choose what GoogLeNet is under: {}", titles.join(", ")),
    };
    WeightsError::Unsupported { cause: format!("Nothing of GoogLeNet is under the key {key:?} of this file"), remedy }
}
