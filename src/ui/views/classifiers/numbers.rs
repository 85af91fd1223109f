//! Numbers of this view as people read them, and what its things are called.

use crate::locale::format::{compact, fixed, scientific, signed};
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, MODULES, Network, Place};
use crate::ui::style::Hue;

/// "aux 1", "aux 2", "main".
pub(in crate::ui) fn head_name(head: Head) -> String {
    tr(match head {
        Head::Aux1 => "classifiers-aux1",
        Head::Aux2 => "classifiers-aux2",
        Head::Main => "classifiers-main",
    })
}

/// The hue of a head.
pub(in crate::ui) fn head_hue(head: Head) -> Hue {
    match head {
        Head::Aux1 | Head::Aux2 => Hue::Aux,
        Head::Main => Hue::Classifier,
    }
}

/// The module a head hangs on: its place in [`MODULES`], and the layers with weights up to the answer that are done there.
///
/// The main classifier's own layer is the last of them; `None` for a head that the network lacks.
pub(in crate::ui) fn hangs_on(network: &Network, head: Head) -> Option<(usize, usize)> {
    let index = network.head_reads(head)?;
    let Place::Module { module, .. } = network.layers[index].place else {
        return None;
    };
    let depth = match head {
        Head::Main => network.depth(),
        Head::Aux1 | Head::Aux2 => network.depths()[index],
    };
    Some((module, depth))
}

/// "after 4a · 9 of 22 layers".
pub(super) fn place_of_head(network: &Network, head: Head) -> Option<String> {
    let (module, depth) = hangs_on(network, head)?;
    Some(tr_with(
        "classifiers-after",
        &[
            ("module", MODULES[module].name.to_owned()),
            ("depth", depth.to_string()),
            ("all", network.depth().to_string()),
        ],
    ))
}

/// Layers with weights from the photo to a head's loss.
pub(super) fn depth_of_loss(network: &Network, head: Head) -> Option<usize> {
    network.depths().get(network.index(head.logits_name())?).copied()
}

/// A positive number of any size with about three digits: `0.018`, `21.98`, `1,234`, `3.2 × 10¹²`.
pub(super) fn power(value: f64) -> String {
    if !value.is_finite() {
        return "∞".to_owned();
    }
    match value {
        0.0 => "0".to_owned(),
        ..1e-4 | 1e15.. => scientific(value),
        ..0.1 => fixed(value, 4),
        ..99.995 => fixed(value, 2),
        ..999.5 => fixed(value, 1),
        _ => compact(value),
    }
}

/// A share of a logit: `+0.087`; three decimals unless it is large.
pub(super) fn share(value: f64) -> String {
    signed(value, if value.abs() < 9.9995 { 3 } else { 2 })
}

/// A logit: `3.09`, `−0.51`.
pub(super) fn logit(value: f64) -> String {
    fixed(value, 2)
}

/// A difference of probabilities in percentage points: `+12.3 pp`.
pub(super) fn points(difference: f64) -> String {
    tr_with("classifiers-points", &[("value", &*signed(difference * 100.0, 1))])
}

/// A label that fits on a button: at most so many letters.
pub(super) fn short(label: &str, letters: usize) -> String {
    if label.chars().count() <= letters {
        return label.to_owned();
    }
    let cut: String = label.chars().take(letters - 1).collect();
    format!("{}…", cut.trim_end())
}
