//! The network in a bag of tensors: one place for every format.
//!
//! * `group`: the prefix under which most known names are, whatever it is made of (keys of dicts, modules around it);
//! * `classifier`: classifiers under other names, by shape and position;
//! * `adapt`: what a network means the same by, written otherwise: a bias before batch normalisation, a matrix as
//!   kernels, one output in place of two.
//!
//! What is left has no name of ours; the check lists it.

mod adapt;
mod classifier;
mod group;

use std::collections::{BTreeMap, HashMap};

use super::Note;
use super::WeightsError;
use super::file::TensorFile;
use super::tensor::LeftOut;
use group::Group;

/// Most tensors of another network that are listed one by one.
const MAX_LISTED: usize = 8;

/// Renames the tensors of the network in `file` to ours.  `key` names what it stands under: a key of a checkpoint, the name
/// of a module, several joined by dots; without one the best match is taken and others are noted.
///
/// # Errors
/// [`WeightsError::Unsupported`] when nothing is under `key`, when two tensors are the same one of ours, or when there is
/// no number of classes any network has.
pub fn network(mut file: TensorFile, key: Option<&str>) -> Result<TensorFile, WeightsError> {
    // PyTorch counts the batches its batch normalisation has seen; nobody needs the number.
    let counts = |name: &str| name.ends_with("num_batches_tracked");
    file.tensors.retain(|name, _| !counts(name));
    file.unreadable.retain(|name, _| !counts(name));
    let names = file.tensors.keys().chain(file.unreadable.keys());
    let groups = group::groups(names.map(String::as_str), &file.order);
    let Some((chosen, others)) = group::choose(&groups, key)? else {
        return Ok(file);
    };
    rename(&mut file, chosen)?;
    file.metadata = described(&file.metadata, &chosen.path);
    leave_out(&mut file, chosen, &others);
    classifier::find(&mut file, &chosen.prefix);
    adapt::adapt(&mut file)?;
    Ok(file)
}

/// Our names for the tensors of a group.
fn rename(file: &mut TensorFile, group: &Group) -> Result<(), WeightsError> {
    let mut taken: HashMap<&str, &str> = HashMap::new();
    for (own, ours) in &group.members {
        if let Some(first) = taken.insert(ours, own) {
            return Err(WeightsError::Unsupported {
                cause: format!("This file holds {ours} twice, as {first} and as {own}"),
                remedy: "save the network's own state dict, or choose one with --key".to_owned(),
            });
        }
    }
    for (own, ours) in &group.members {
        move_entry(&mut file.tensors, own, ours);
        move_entry(&mut file.unreadable, own, ours);
    }
    Ok(())
}

fn move_entry<T>(map: &mut BTreeMap<String, T>, from: &str, to: &str) {
    if let Some(value) = map.remove(from) {
        map.insert(to.to_owned(), value);
    }
}

/// What the dicts around the network say: of keys with a path the last part; the innermost dict goes first.
fn described(metadata: &HashMap<String, String>, path: &str) -> HashMap<String, String> {
    let mut found: HashMap<&str, (usize, &str)> = HashMap::new();
    for (full, value) in metadata {
        let (around, key) = full.rsplit_once('.').unwrap_or(("", full));
        let inside = path.strip_prefix(around);
        if !around.is_empty() && !inside.is_some_and(|rest| rest.starts_with('.')) {
            continue;
        }
        let said = found.entry(key).or_insert((around.len(), value));
        if said.0 < around.len() {
            *said = (around.len(), value);
        }
    }
    let pairs = found.into_iter();
    pairs.map(|(key, (_, value))| (key.to_owned(), value.to_owned())).collect()
}

/// Other networks of the file: noted when they are as good, and not listed tensor by tensor.
fn leave_out(file: &mut TensorFile, chosen: &Group, others: &[&Group]) {
    let rivals: Vec<String> = others
        .iter()
        .filter(|other| other.members.len() * 2 > chosen.members.len())
        .map(|other| other.title().to_owned())
        .collect();
    if !rivals.is_empty() {
        file.notes.push(Note::OtherNetworks { chosen: chosen.title().to_owned(), others: rivals.join(", ") });
    }
    for other in others.iter().filter(|other| other.members.len() > MAX_LISTED) {
        for (own, _) in &other.members {
            file.tensors.remove(own);
            file.unreadable.remove(own);
        }
        file.left_out.push(LeftOut {
            name: other.title().to_owned(),
            what: format!("{} tensors of another network", other.members.len()),
        });
    }
}
