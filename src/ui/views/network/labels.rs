//! What each lane of a module says when it is near: its stages with channels and multiplications.

use egui::{Align2, pos2, vec2};

use super::facts::macs;
use super::measures::{BAND, LANE_GAP, LANE_START};
use super::plan::{Glyph, Node};
use super::sheet::Sheet;
use super::word::Word;
use crate::locale::layer_names::stage_text;
use crate::locale::text::tr;
use crate::spec::{Layer, Network, Part, Place};
use crate::ui::style::TextRole;

/// Names the four lanes of a module, each in the gap above it.
pub fn lanes(sheet: &Sheet<'_>, node: &Node) {
    let Glyph::Module(module) = node.glyph else {
        return;
    };
    let network = sheet.network();
    let left = sheet.camera.at(node.span[0] + LANE_START, 0.0).x - 14.0;
    let right = sheet.camera.at(node.span[1], 0.0).x - 8.0;
    for (lane, [middle, height]) in sheet.lanes(node).into_iter().enumerate() {
        let top = middle - height / 2.0;
        if !(BAND[0]..=BAND[1]).contains(&top) {
            continue;
        }
        let stages = stages(network, module, lane);
        let y = sheet.camera.at(0.0, top - LANE_GAP / 2.0).y + 1.0;
        for words in wordings(&stages) {
            let word = Word::of_size(&sheet.painter, &words, TextRole::Tick.font(), sheet.theme.mid);
            if word.size().x <= right - left {
                let place = word.at(pos2(left, y), Align2::LEFT_CENTER);
                // Ribbons bend below the end of a long one.
                word.paint_on(&sheet.painter, place, vec2(3.0, 0.0), sheet.theme.bg2);
                break;
            }
        }
    }
}

fn stages(network: &Network, module: usize, lane: usize) -> Vec<&Layer> {
    network
        .module_layers(module)
        .filter(|layer| match layer.place {
            Place::Module { part, .. } => part != Part::Concat && part.branch() == Some(lane),
            Place::Stem | Place::Pool | Place::Head(_) => false,
        })
        .collect()
}

/// From all there is to say to the least: the first that fits is written.
fn wordings(stages: &[&Layer]) -> Vec<String> {
    let cost = macs(stages.iter().map(|layer| layer.macs).sum());
    let full: Vec<String> = stages
        .iter()
        .map(|layer| {
            let channels = (layer.input.channels(), layer.output.channels());
            format!("{} {} → {}", stage_text(layer), channels.0, channels.1)
        })
        .collect();
    let chain = |name: &str| {
        let mut chain: Vec<String> =
            stages.first().map(|first| first.input.channels().to_string()).into_iter().collect();
        for layer in stages {
            let channels = layer.output.channels().to_string();
            if chain.last() != Some(&channels) || stages.len() == 1 {
                chain.push(channels);
            }
        }
        format!("{name} · {}", chain.join(" → "))
    };
    let last = stages.last();
    let channels = last.map_or(0, |layer| layer.output.channels());
    let name = last.map_or_else(String::new, |layer| stage_text(layer));
    let name = match stages {
        [first, ..] if !first.op.has_weights() => tr("network-pool-label"),
        _ => name,
    };
    vec![
        format!("{} · {cost}", full.join(" · ")),
        format!("{} · {cost}", chain(&name)),
        format!("{name} · {channels} · {cost}"),
        chain(&name),
        name,
    ]
}
