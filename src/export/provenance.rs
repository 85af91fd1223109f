//! Where an exported file comes from.

use crate::engine::pipeline::LoadedNetwork;
use crate::spec::{ChannelOrder, PhotoFit, Preprocessing, Topology};
use crate::weights::Fact;

/// Program and version, as in file metadata.
pub const SOFTWARE: &str = concat!("inception-lens ", env!("CARGO_PKG_VERSION"));

/// Keys and values for the metadata of an exported file.
pub fn of(network: &LoadedNetwork) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("software", SOFTWARE.to_owned()),
        ("weights", network.name.clone()),
        ("weights_sha256", network.sha256.clone()),
        ("topology", topology_word(&network.topology).to_owned()),
        ("preprocessing", describe(&network.topology.preprocessing)),
    ];
    facts.extend(structure(&network.topology).map(|text| ("structure", text)));
    facts
}

/// The weights that they are compared with.
pub fn compared_with(network: &LoadedNetwork) -> [(&'static str, String); 3] {
    [
        ("compared_with_weights", network.name.clone()),
        ("compared_with_weights_sha256", network.sha256.clone()),
        ("compared_with_topology", topology_word(&network.topology).to_owned()),
    ]
}

/// What no preset's name tells; `None` where one tells all.
fn structure(topology: &Topology) -> Option<String> {
    let is_usual = topology.batch_norm_epsilon == Topology::USUAL_EPSILON;
    if topology.preset_name().is_some() && is_usual {
        return None;
    }
    let facts = [Fact::Lrn, Fact::Pool4, Fact::BatchNormEpsilon];
    let facts = facts.map(|fact| format!("{} {}", fact.word(), fact.value(topology)));
    Some(facts.join(", "))
}

/// What was switched off in the network, by the names of the command line; nothing where nothing was.
pub fn off(names: &[String]) -> Option<(&'static str, String)> {
    (!names.is_empty()).then(|| ("off", names.join(", ")))
}

/// The preset's name, or "mixed".
pub fn topology_word(topology: &Topology) -> &'static str {
    topology.preset_name().unwrap_or("mixed")
}

/// The way from photo to input, in one line.
pub fn describe(preprocessing: &Preprocessing) -> String {
    let order = match preprocessing.order {
        ChannelOrder::Rgb => "RGB",
        ChannelOrder::Bgr => "BGR",
    };
    let scale = if preprocessing.scale == 1.0 { "0-255" } else { "0-1" };
    let (side, crop) = (preprocessing.resize_short_side, preprocessing.crop);
    let sizes = match preprocessing.fit {
        PhotoFit::Crop => format!("short side {side}, centre crop {crop}"),
        PhotoFit::Squeezed => format!("squeezed to {side}x{side}, centre crop {crop}"),
        PhotoFit::Borders => format!("whole between borders, {crop}x{crop}"),
    };
    format!(
        "{sizes}, {order} {scale}, mean {:?}, std {:?}{}, {}",
        preprocessing.mean,
        preprocessing.std,
        if preprocessing.transform_input { ", transform_input" } else { "" },
        preprocessing.resample.word(),
    )
}
