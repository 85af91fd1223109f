//! Where an exported file comes from.

use crate::engine::pipeline::LoadedNetwork;
use crate::spec::{ChannelOrder, Preprocessing, Topology};

/// Program and version, as in file metadata.
pub const SOFTWARE: &str = concat!("inception-lens ", env!("CARGO_PKG_VERSION"));

/// Keys and values for the metadata of an exported file.
pub fn of(network: &LoadedNetwork) -> Vec<(&'static str, String)> {
    vec![
        ("software", SOFTWARE.to_owned()),
        ("weights", network.name.clone()),
        ("weights_sha256", network.sha256.clone()),
        ("topology", topology_word(&network.topology).to_owned()),
        ("preprocessing", describe(&network.topology.preprocessing)),
    ]
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
    let scale = if preprocessing.scale == 1.0 {
        "0-255"
    } else {
        "0-1"
    };
    format!(
        "short side {}, centre crop {}, {order} {scale}, mean {:?}, std {:?}{}",
        preprocessing.resize_short_side,
        preprocessing.crop,
        preprocessing.mean,
        preprocessing.std,
        if preprocessing.transform_input {
            ", transform_input"
        } else {
            ""
        },
    )
}
