//! The topology of a file that does not name it: by its nodes, then by Caffe's names, then by shapes.

use super::evidence::{GraphEvidence, Naming};
use super::file::TensorFile;
use super::finding::{Fact, Ground};
use super::known::Known;
use super::{Guess, ListedNorm, Note};
use crate::spec::{Norm, Preprocessing, Topology};

/// The most likely topology; `notes` say why.
pub(super) fn topology(file: &TensorFile, notes: &mut Vec<Note>) -> Known {
    match (&file.evidence.graph, file.evidence.naming) {
        (Some(graph), _) => by_graph(file, graph, notes),
        (None, naming @ (Naming::Caffe | Naming::OnnxZoo)) => {
            notes.push(Note::CaffeNames);
            let mut topology = Topology::PAPER;
            topology.preprocessing = named(naming).unwrap_or(topology.preprocessing);
            Known::all(topology, named_ground(naming))
        }
        (None, Naming::Open) => by_shapes(file, notes),
    }
}

/// By shapes alone: a 3x3 third branch is torchvision's; otherwise batch normalisation or biases decide.
fn by_shapes(file: &TensorFile, notes: &mut Vec<Note>) -> Known {
    let (guess, ground) = match (branch3_kernel(file), has_batch_norm(file)) {
        (Some(3), _) => (Guess::SmallThirdBranch, Ground::ThirdBranch),
        (_, true) => (Guess::BatchNorm, Ground::BatchNorm),
        (_, false) => (Guess::Biases, Ground::Biases),
    };
    notes.push(Note::Guessed(guess));
    Known::all(guess.preset(), ground)
}

/// The file shows its layers: what is not among them is not in the network.
fn by_graph(file: &TensorFile, graph: &GraphEvidence, notes: &mut Vec<Note>) -> Known {
    let evidence = &file.evidence;
    let (nearest, ground) = match (branch3_kernel(file), graph.lrn) {
        (Some(3), _) => (Topology::TORCHVISION, Ground::ThirdBranch),
        (_, Some(_)) => (Topology::PAPER, Ground::Lrn),
        (_, None) if has_batch_norm(file) => (Topology::BATCH_NORM, Ground::BatchNorm),
        (_, None) if evidence.own_biases => (Guess::Biases.preset(), Ground::Biases),
        (_, None) => (Topology::BATCH_NORM, Ground::Folded),
    };
    let (norm, listed) = match (ground, has_batch_norm(file), graph.lrn, evidence.naming) {
        (_, true, _, _) => (Norm::BatchNorm, ListedNorm::Batch),
        (_, false, Some(_), _) => (Norm::None, ListedNorm::Local),
        (Ground::Biases, false, None, _) | (_, false, None, Naming::Caffe | Naming::OnnxZoo) => {
            (Norm::None, ListedNorm::Without)
        }
        (_, false, None, Naming::Open) => (Norm::Folded, ListedNorm::Folded),
    };
    let mut known = Known::all(Topology { norm, ..nearest }, ground);
    if let Some(preprocessing) = named(evidence.naming) {
        known = Known::all(Topology { preprocessing, ..known.topology }, named_ground(evidence.naming));
    }
    known.topology.lrn = graph.lrn;
    known.sure(Fact::Lrn, Ground::Nodes);
    let pool4 = graph.pool4_kernel();
    if let Some(kernel) = pool4.filter(|kernel| (2..=3).contains(kernel)) {
        known.learn_pool4(kernel, Ground::Nodes);
    }
    notes.push(Note::Listed { topology: known.topology.preset_name().unwrap_or("mixed"), norm: listed });
    if graph.changes_input_unread {
        notes.push(Note::InputUnread);
    } else if evidence.naming == Naming::Open && graph.normalisation.is_none() && !file.metadata.contains_key("mean") {
        notes.push(Note::NoPreprocessing);
    }
    known
}

/// The preprocessing of whoever gave the layers their names.
fn named(naming: Naming) -> Option<Preprocessing> {
    match naming {
        Naming::Open => None,
        Naming::Caffe => Some(Preprocessing::CAFFE),
        Naming::OnnxZoo => Some(Preprocessing::ONNX_ZOO),
    }
}

fn named_ground(naming: Naming) -> Ground {
    match naming {
        Naming::Open => Ground::Usual,
        Naming::Caffe => Ground::Caffe,
        Naming::OnnxZoo => Ground::Zoo,
    }
}

fn branch3_kernel(file: &TensorFile) -> Option<usize> {
    let tensor = file.tensors.get("inception3a.branch3.1.conv.weight")?;
    tensor.shape.last().copied()
}

fn has_batch_norm(file: &TensorFile) -> bool {
    file.tensors.contains_key("conv1.bn.weight")
}
