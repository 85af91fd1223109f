//! The topology of a file that does not name it: by its nodes, then by Caffe's names, then by shapes.

use super::evidence::{GraphEvidence, Naming};
use super::file::TensorFile;
use super::{Guess, ListedNorm, Note};
use crate::spec::{Norm, Preprocessing, Topology};

/// The most likely topology; `notes` say why.
pub(super) fn topology(file: &TensorFile, notes: &mut Vec<Note>) -> Topology {
    let naming = file.evidence.naming;
    let topology = match (&file.evidence.graph, naming) {
        (Some(graph), _) => by_graph(file, graph, notes),
        (None, Naming::Caffe | Naming::OnnxZoo) => {
            notes.push(Note::CaffeNames);
            Topology::PAPER
        }
        (None, Naming::Open) => by_shapes(file, notes),
    };
    let preprocessing = match naming {
        Naming::Open => topology.preprocessing,
        Naming::Caffe => Preprocessing::CAFFE,
        Naming::OnnxZoo => Preprocessing::ONNX_ZOO,
    };
    Topology {
        preprocessing,
        ..topology
    }
}

/// By shapes alone: a 3x3 third branch is torchvision's; otherwise batch normalisation or biases decide.
fn by_shapes(file: &TensorFile, notes: &mut Vec<Note>) -> Topology {
    let guess = match (branch3_kernel(file), has_batch_norm(file)) {
        (Some(3), _) => Guess::SmallThirdBranch,
        (_, true) => Guess::BatchNorm,
        (_, false) => Guess::Biases,
    };
    notes.push(Note::Guessed(guess));
    guess.preset()
}

/// The file shows its layers: what is not among them is not in the network.
fn by_graph(file: &TensorFile, graph: &GraphEvidence, notes: &mut Vec<Note>) -> Topology {
    let batch_norm = has_batch_norm(file);
    let nearest = match (branch3_kernel(file), graph.lrn) {
        (Some(3), _) => Topology::TORCHVISION,
        (_, Some(_)) => Topology::PAPER,
        (_, None) => Topology::BATCH_NORM,
    };
    let (norm, listed) = match (batch_norm, graph.lrn, file.evidence.naming) {
        (true, _, _) => (Norm::BatchNorm, ListedNorm::Batch),
        (false, Some(_), _) => (Norm::None, ListedNorm::Local),
        (false, None, Naming::Open) => (Norm::Folded, ListedNorm::Folded),
        (false, None, Naming::Caffe | Naming::OnnxZoo) => (Norm::None, ListedNorm::Without),
    };
    let pool4 = graph
        .pool4_kernel()
        .filter(|kernel| (2..=3).contains(kernel));
    let topology = Topology {
        norm,
        lrn: graph.lrn,
        pool4_kernel: pool4.unwrap_or(nearest.pool4_kernel),
        ..nearest
    };
    notes.push(Note::Listed {
        topology: topology.preset_name().unwrap_or("mixed"),
        norm: listed,
    });
    if file.evidence.naming == Naming::Open && !file.metadata.contains_key("mean") {
        notes.push(Note::NoPreprocessing);
    }
    topology
}

fn branch3_kernel(file: &TensorFile) -> Option<usize> {
    let tensor = file.tensors.get("inception3a.branch3.1.conv.weight")?;
    tensor.shape.last().copied()
}

fn has_batch_norm(file: &TensorFile) -> bool {
    file.tensors.contains_key("conv1.bn.weight")
}
