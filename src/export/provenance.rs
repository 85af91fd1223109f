//! Where an exported file comes from.

use crate::engine::pipeline::LoadedNetwork;
use crate::spec::{ChannelOrder, PhotoFit, Preprocessing, Topology};

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
        if preprocessing.transform_input {
            ", transform_input"
        } else {
            ""
        },
        preprocessing.resample.word(),
    )
}
