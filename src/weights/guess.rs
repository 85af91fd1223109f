//! The topology of a file that does not name it: by its nodes, then by Caffe's names, then by shapes.

use super::evidence::{GraphEvidence, Naming};
use super::file::TensorFile;
use crate::spec::{Norm, Preprocessing, Topology};

/// The most likely topology; `notes` say why, a sentence each.
pub(super) fn topology(file: &TensorFile, notes: &mut Vec<String>) -> Topology {
    let naming = file.evidence.naming;
    let topology = match (&file.evidence.graph, naming) {
        (Some(graph), _) => by_graph(file, graph, notes),
        (None, Naming::Caffe | Naming::OnnxZoo) => {
            notes.push("Recognised by Caffe's layer names: topology paper.".to_owned());
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
fn by_shapes(file: &TensorFile, notes: &mut Vec<String>) -> Topology {
    let (topology, why) = match (branch3_kernel(file), has_batch_norm(file)) {
        (Some(3), _) => (
            Topology::TORCHVISION,
            "its \"5x5\" branch holds 3x3 kernels; if it was trained on from torchvision's own weights, say --transform-input",
        ),
        (_, true) => (
            Topology::BATCH_NORM,
            "it has 5x5 kernels and batch normalisation",
        ),
        (_, false) => (
            Topology::PAPER,
            "it has 5x5 kernels and biases; were they folded batch normalisation, there would be no LRN: then say --topology batch-norm",
        ),
    };
    let name = topology.preset_name().unwrap_or("mixed");
    notes.push(format!(
        "Guessed from its shapes: topology {name}, since {why}."
    ));
    topology
}

/// The file shows its layers: what is not among them is not in the network.
fn by_graph(file: &TensorFile, graph: &GraphEvidence, notes: &mut Vec<String>) -> Topology {
    let batch_norm = has_batch_norm(file);
    let nearest = match (branch3_kernel(file), graph.lrn) {
        (Some(3), _) => Topology::TORCHVISION,
        (_, Some(_)) => Topology::PAPER,
        (_, None) => Topology::BATCH_NORM,
    };
    let (norm, why) = match (batch_norm, graph.lrn, file.evidence.naming) {
        (true, _, _) => (Norm::BatchNorm, "batch normalisation"),
        (false, Some(_), _) => (Norm::None, "local response normalisation"),
        (false, None, Naming::Open) => (
            Norm::Folded,
            "no normalisation, so batch normalisation is folded into its kernels",
        ),
        (false, None, Naming::Caffe | Naming::OnnxZoo) => (Norm::None, "no normalisation"),
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
    let name = topology.preset_name().unwrap_or("mixed");
    notes.push(format!(
        "Recognised by the layers the file lists: topology {name}, with {why}."
    ));
    if file.evidence.naming == Naming::Open && !file.metadata.contains_key("mean") {
        notes
            .push("Its preprocessing is not in the file; that of the topology is used.".to_owned());
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
