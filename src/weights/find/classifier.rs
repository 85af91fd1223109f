//! Classifiers under other names: who trains GoogLeNet on other classes renames them, or puts dropout before the matrix.

use super::super::Note;
use super::super::file::TensorFile;
use super::super::names;

/// Numbers every classifier of GoogLeNet reads.
const INPUTS: usize = 1024;
/// Words in the names of last layers.
const LAST: [&str; 7] = ["fc", "classif", "head", "linear", "loss3", "last", "output"];

/// A matrix of the right width that has no name of ours.
#[derive(Clone)]
struct Candidate {
    weight: String,
    bias: Option<String>,
    rows: usize,
    place: usize,
}

/// Gives our names to the classifiers that lack them, as far as names, shapes and the order of the file tell them apart.
/// `prefix` is what stands before the rest of the network.
pub(super) fn find(file: &mut TensorFile, prefix: &str) {
    for head in 1..=2 {
        let layer = format!("aux{head}.fc2");
        if has(file, &format!("aux{head}.fc1.weight")) && !has(file, &format!("{layer}.weight")) {
            let words = [format!("aux{head}"), format!("loss{head}")];
            let named = candidates(file).into_iter().filter(|candidate| {
                let name = candidate.weight.to_lowercase();
                words.iter().any(|word| name.contains(word.as_str()))
            });
            take(file, &layer, named.collect());
        }
    }
    if has(file, "fc.weight") {
        return;
    }
    let mut all = candidates(file);
    if by_order(file, &all) {
        return;
    }
    all.retain(|candidate| {
        let name = candidate.weight.to_lowercase();
        let elsewhere = ["aux1", "aux2", "loss1", "loss2"];
        !elsewhere.iter().any(|word| name.contains(word))
    });
    let merit = |candidate: &Candidate| {
        let name = candidate.weight.to_lowercase();
        let inside = !prefix.is_empty() && candidate.weight.starts_with(prefix);
        let called = LAST.iter().any(|word| name.contains(word));
        (inside, candidate.bias.is_some(), called)
    };
    let best = all.iter().map(merit).max();
    all.retain(|candidate| Some(merit(candidate)) == best);
    take(file, "fc", all);
}

fn has(file: &TensorFile, name: &str) -> bool {
    file.tensors.contains_key(name) || file.unreadable.contains_key(name)
}

/// All matrices of that width with no name of ours, in the order of the file; not those that feed another matrix.
fn candidates(file: &TensorFile) -> Vec<Candidate> {
    let matrices = file.tensors.iter().filter(|(name, _)| !names::is_ours(name) && !is_bias(name));
    let matrices: Vec<(&String, [usize; 2])> =
        matrices.filter_map(|(name, tensor)| Some((name, matrix(&tensor.shape)?))).collect();
    let feeds = |rows: usize| matrices.iter().any(|(_, [_, columns])| *columns == rows);
    let mut found: Vec<Candidate> = matrices
        .iter()
        .filter(|(_, [rows, columns])| *columns == INPUTS && !feeds(*rows))
        .map(|&(name, [rows, _])| Candidate {
            weight: name.clone(),
            bias: bias_of(file, name, rows),
            rows,
            place: file.order.iter().position(|own| own == name).unwrap_or(0),
        })
        .collect();
    found.sort_by_key(|candidate| candidate.place);
    found
}

/// In four numbers, as older Caffe writes it, a bias looks like a matrix.
fn is_bias(name: &str) -> bool {
    name.ends_with("bias") || name.ends_with(" blob 1")
}

/// Rows and columns, however many ones the format adds.
fn matrix(shape: &[usize]) -> Option<[usize; 2]> {
    match *shape {
        [rows, columns] | [rows, columns, 1, 1] | [1, 1, rows, columns] => Some([rows, columns]),
        _ => None,
    }
}

/// What PyTorch and Caffe call the bias of that weight, if it is there and as long.
fn bias_of(file: &TensorFile, weight: &str, rows: usize) -> Option<String> {
    let torch = weight.strip_suffix("weight").map(|start| format!("{start}bias"));
    let caffe = weight.strip_suffix(" blob 0").map(|layer| format!("{layer} blob 1"));
    let bias = torch.or(caffe)?;
    let tensor = file.tensors.get(&bias)?;
    (tensor.values.len() == rows).then_some(bias)
}

/// Three classifiers that only their order tells apart: after 4a, after 4d, at the end.
fn by_order(file: &mut TensorFile, all: &[Candidate]) -> bool {
    let layers = ["aux1.fc2", "aux2.fc2", "fc"];
    let missing = |layer: &&str| !has(file, &format!("{layer}.weight"));
    let heads = ["aux1.fc1.weight", "aux2.fc1.weight"];
    if all.len() != 3 || !layers.iter().all(missing) {
        return false;
    }
    if !heads.iter().all(|name| has(file, name)) {
        return false;
    }
    for (layer, candidate) in layers.into_iter().zip(all) {
        take(file, layer, vec![candidate.clone()]);
    }
    true
}

/// The one candidate becomes the layer; of several nobody knows which.
fn take(file: &mut TensorFile, layer: &str, candidates: Vec<Candidate>) {
    let [candidate] = &candidates[..] else {
        return;
    };
    if let Some(mut tensor) = file.tensors.remove(&candidate.weight) {
        tensor.shape = vec![candidate.rows, INPUTS];
        file.tensors.insert(format!("{layer}.weight"), tensor);
    }
    let bias = candidate.bias.as_ref();
    if let Some(mut tensor) = bias.and_then(|bias| file.tensors.remove(bias)) {
        tensor.shape = vec![candidate.rows];
        file.tensors.insert(format!("{layer}.bias"), tensor);
    }
    let own = candidate.weight.as_str();
    let own = own.strip_suffix(".weight").or(own.strip_suffix(" blob 0"));
    file.notes.push(Note::Classifier { ours: layer.to_owned(), own: own.unwrap_or(&candidate.weight).to_owned() });
}
