//! What things on the map are called: by people, by screen readers and by the search.

use crate::locale::layer_names::{stage_text, synonyms};
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, Layer, MODULES, Op, Part, Place};

/// "Inception 4c", "conv 7×7/2", "max pool 3×3/2, 112 to 56".
pub fn node_name(layer: &Layer, index: usize) -> String {
    match (layer.place, layer.op) {
        (Place::Module { module, .. }, _) => tr_with("network-module", &[("name", MODULES[module].name)]),
        (Place::Pool, _) => tr_with(
            "network-pool",
            &[
                ("name", stage_text(layer)),
                ("from", layer.input.side().to_string()),
                ("to", layer.output.side().to_string()),
            ],
        ),
        // There are two: after the first pool and after the third convolution.
        (_, Op::LocalResponseNorm(_)) => {
            tr_with("network-norm", &[("name", stage_text(layer)), ("index", index.to_string())])
        }
        (Place::Stem | Place::Head(_), _) => stage_text(layer),
    }
}

/// "Auxiliary classifier 1".
pub fn head_name(head: Head) -> String {
    match head {
        Head::Aux1 => tr_with("network-aux-name", &[("number", "1")]),
        Head::Aux2 => tr_with("network-aux-name", &[("number", "2")]),
        Head::Main => tr("network-main-name"),
    }
}

/// "aux 1", "main".
pub fn short_head_name(head: Head) -> String {
    match head {
        Head::Aux1 => tr_with("network-aux", &[("number", "1")]),
        Head::Aux2 => tr_with("network-aux", &[("number", "2")]),
        Head::Main => tr("network-main"),
    }
}

/// The name of any layer, with its module or head: "4c · 3×3 reduce".
pub fn layer_name(layer: &Layer, index: usize) -> String {
    match layer.place {
        Place::Module { part: Part::Concat, .. } => node_name(layer, index),
        Place::Module { module, .. } => {
            format!("{} · {}", MODULES[module].name, stage_text(layer))
        }
        Place::Head(head @ (Head::Aux1 | Head::Aux2)) if layer.name == head.logits_name() => head_name(head),
        Place::Head(head @ (Head::Aux1 | Head::Aux2)) => {
            format!("{} · {}", short_head_name(head), stage_text(layer))
        }
        Place::Pool => stage_text(layer),
        Place::Stem | Place::Head(Head::Main) => node_name(layer, index),
    }
}

/// What a lane of a module is called: "4c · 3×3, 512 to 256 channels".
pub fn lane_name(module: usize, last: &Layer, in_channels: usize) -> String {
    tr_with(
        "network-lane",
        &[
            ("module", MODULES[module].name.to_owned()),
            ("name", stage_text(last)),
            ("from", in_channels.to_string()),
            ("to", last.output.channels().to_string()),
        ],
    )
}

/// All a search may find a layer by, in lower case: in English, and in the language of the interface.
pub fn search_text(layer: &Layer) -> String {
    let place = match layer.place {
        Place::Stem => "stem".to_owned(),
        Place::Pool => String::new(),
        Place::Module { module, .. } => format!("inception {}", MODULES[module].name),
        Place::Head(Head::Main) => "main classifier".to_owned(),
        Place::Head(head) => format!("auxiliary classifier {}", head.key()),
    };
    let (stage, more) = (stage_text(layer), synonyms(layer));
    let words = [&*layer.paper_name(), &layer.name, &place, &stage, &more];
    words.join(" ").to_lowercase()
}
