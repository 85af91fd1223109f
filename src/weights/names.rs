//! The names other programs give to GoogLeNet's tensors, translated to ours (torchvision's).
//!
//! Every other line of the project knows only our names.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::spec::{MODULES, Modules, Network, Norm, Topology};

/// What `DataParallel`, `torch.compile`, sharding and checkpointing put into a name, wherever the module they wrap stands.
const WRAPPERS: [&str; 4] = ["module", "_orig_mod", "_fsdp_wrapped_module", "_checkpoint_wrapped_module"];

/// Every tensor of any GoogLeNet by our name, and the layer it belongs to.
static TENSORS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let network = Network::build(Topology::PAPER, 2, Modules::Reduced, [true, true]);
    let mut tensors = HashMap::new();
    for layer in &network.layers {
        for norm in [Norm::None, Norm::BatchNorm] {
            let names = layer.tensors(norm).into_iter();
            tensors.extend(names.map(|(name, _)| (name, layer.name.clone())));
        }
    }
    tensors
});

/// Which learned numbers of a layer a tensor holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Kernels or matrix.
    Weight,
    /// One number a channel.
    Bias,
}

/// Our layer of a tensor that already has our name.
pub(super) fn layer_of(name: &str) -> Option<&'static str> {
    TENSORS.get(name).map(String::as_str)
}

/// Our name of weight or bias of one of our layers.
pub(super) fn tensor(layer: &str, part: Part) -> String {
    let part = match part {
        Part::Weight => "weight",
        Part::Bias => "bias",
    };
    if is_linear(layer) { format!("{layer}.{part}") } else { format!("{layer}.conv.{part}") }
}

/// Our name of a tensor of the batch normalisation after one of our layers: weight, bias, running mean, running variance.
pub(super) fn batch_norm(layer: &str) -> [String; 4] {
    ["weight", "bias", "running_mean", "running_var"].map(|part| format!("{layer}.bn.{part}"))
}

/// Whether a layer of ours is linear.
pub(super) fn is_linear(layer: &str) -> bool {
    matches!(layer, "fc" | "aux1.fc1" | "aux1.fc2" | "aux2.fc1" | "aux2.fc2")
}

/// Our layer for a layer of BVLC Caffe (`models/bvlc_googlenet/train_val.prototxt`): "inception_3a/3x3_reduce" is
/// "inception3a.branch2.0".
///
/// Who trains Caffe's network on other classes has to rename its classifiers: "loss3/classifier_flowers" is still "fc".
pub(super) fn caffe(layer: &str) -> Option<String> {
    let (block, rest) = layer.split_once('/')?;
    let ours = match (block, rest) {
        ("conv1", "7x7_s2") => "conv1",
        ("conv2", "3x3_reduce") => "conv2",
        ("conv2", "3x3") => "conv3",
        ("loss1", "conv") => "aux1.conv",
        ("loss1", "fc") => "aux1.fc1",
        ("loss2", "conv") => "aux2.conv",
        ("loss2", "fc") => "aux2.fc1",
        ("loss1", head) if head.starts_with("classifier") => "aux1.fc2",
        ("loss2", head) if head.starts_with("classifier") => "aux2.fc2",
        ("loss3", head) if head.starts_with("classifier") => "fc",
        _ => return caffe_module(block, rest),
    };
    Some(ours.to_owned())
}

fn caffe_module(block: &str, rest: &str) -> Option<String> {
    let branch = match rest {
        "1x1" => "branch1",
        "3x3_reduce" => "branch2.0",
        "3x3" => "branch2.1",
        "5x5_reduce" => "branch3.0",
        "5x5" => "branch3.1",
        "pool_proj" => "branch4.1",
        _ => return None,
    };
    let module = block.strip_prefix("inception_")?;
    MODULES.iter().find(|known| known.name == module)?;
    Some(format!("inception{module}.{branch}"))
}

/// Our layer and part for an initialiser named as in the ONNX model zoo: "conv1/7x7_s2_w_0" is conv1's weight.
pub(super) fn onnx_zoo(initializer: &str) -> Option<(String, Part)> {
    let (layer, part) = initializer.strip_suffix("_w_0").map(|layer| (layer, Part::Weight)).or_else(|| {
        let layer = initializer.strip_suffix("_b_0")?;
        Some((layer, Part::Bias))
    })?;
    Some((caffe(layer)?, part))
}

/// A tensor's name with what stands before it: "state_dict.model.conv1._orig_mod.conv.weight" is "conv1.conv.weight" behind
/// "state_dict.model.".
pub(super) struct Inner {
    /// What stands before it, wrappers left out; empty or with a dot at its end.
    pub prefix: String,
    /// Our name.
    pub tensor: &'static str,
}

/// The longest end of a name that is one of ours, whatever stands before it and whatever wrappers stand inside; `None`
/// where no end is.
pub(super) fn inner(name: &str) -> Option<Inner> {
    let segments: Vec<&str> = name.split('.').filter(|segment| !WRAPPERS.contains(segment)).collect();
    (0..segments.len().saturating_sub(1)).find_map(|start| {
        let (tensor, _) = TENSORS.get_key_value(&segments[start..].join("."))?;
        let mut prefix = segments[..start].join(".");
        if start > 0 {
            prefix.push('.');
        }
        Some(Inner { prefix, tensor })
    })
}

/// Our name behind whatever stands before it.
pub(super) fn torch(name: &str) -> Option<&'static str> {
    inner(name).map(|inner| inner.tensor)
}

/// Whether any GoogLeNet has a tensor of that name of ours.
pub(super) fn is_ours(name: &str) -> bool {
    TENSORS.contains_key(name)
}

/// Our layer for the name PyTorch's exporter gives to a node: "/inception3a/branch2/branch2.1/conv/Conv" is
/// "inception3a.branch2.1".
pub(super) fn torch_node(node: &str) -> Option<String> {
    let (scopes, _operator) = node.strip_prefix('/')?.rsplit_once('/')?;
    let mut path: Vec<&str> = Vec::new();
    for scope in scopes.split('/') {
        // A module in a Sequential is named with its parent: branch2, then branch2.1.
        if let Some(parent) = path.last_mut()
            && scope.strip_prefix(*parent).is_some_and(|rest| rest.starts_with('.'))
        {
            *parent = scope;
        } else {
            path.push(scope);
        }
    }
    let name = format!("{}.weight", path.join("."));
    layer_of(torch(&name)?).map(str::to_owned)
}
