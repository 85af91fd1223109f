//! What people call a layer, and the hue it has.

use crate::locale::layer_names::stage_text;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, Layer, Op, Place, Section};
use crate::ui::style::Hue;

/// The whole name: "Inception 3b · 3×3".
pub(in crate::ui) fn full_name(layer: &Layer) -> String {
    format!("{} · {}", group_name(layer), short_name(layer))
}

/// The part of the network a layer belongs to: "Inception 3b", "Stem".
pub(in crate::ui) fn group_name(layer: &Layer) -> String {
    match layer.place {
        Place::Stem => tr("layer-group-stem"),
        Place::Pool => tr("layer-group-pool"),
        Place::Module { .. } => {
            let name = layer.module_name().unwrap_or_default();
            tr_with("module-title", &[("name", name)])
        }
        Place::Head(Head::Aux1) => tr("layer-group-aux1"),
        Place::Head(Head::Aux2) => tr("layer-group-aux2"),
        Place::Head(Head::Main) => tr("layer-group-main"),
    }
}

/// What it is called there: "3×3 reduce", "conv1 7×7/2".
pub(in crate::ui) fn short_name(layer: &Layer) -> String {
    let paper_name = layer.paper_name();
    let size = paper_name.trim_start_matches("conv ").trim_start_matches("max pool ");
    match (layer.place, layer.op) {
        (Place::Stem, Op::Input) => tr("layer-input"),
        (Place::Stem | Place::Pool, _) => format!("{} {size}", layer.name),
        (Place::Head(_), Op::Linear { relu: true }) => tr("layer-linear-relu"),
        (Place::Head(_), Op::Linear { relu: false }) => tr("layer-logits"),
        (Place::Module { .. } | Place::Head(_), _) => stage_text(layer),
    }
}

/// The layer's place in the list: stem, modules with the pools between them, heads.
pub(in crate::ui) fn group_rank(layer: &Layer) -> usize {
    match layer.place {
        Place::Stem | Place::Pool | Place::Module { .. } => 0,
        Place::Head(Head::Aux1) => 1,
        Place::Head(Head::Aux2) => 2,
        Place::Head(Head::Main) => 3,
    }
}

/// The hue of its branch; steel where all branches meet.
pub(in crate::ui) fn hue(layer: &Layer) -> Hue {
    Section::of(layer.place).map_or(Hue::Stem, Hue::from)
}

/// "3×3" for a kernel's side.
pub(in crate::ui) fn square(side: usize) -> String {
    format!("{side}×{side}")
}
