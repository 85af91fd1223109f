//! Both activations of a layer, on one scale.

use egui::{Align2, Color32, Painter, Rect};

use super::PLATE;
use crate::imaging::Range;
use crate::locale::text::tr;
use crate::session::{Map, Source};
use crate::state::State;
use crate::ui::kit::{Area, write_sized};
use crate::ui::style::Weight;

/// The activations of A and B; `None` without anything to compare with, or where they cannot lie side by side.
pub fn pair(state: &State, layer: &str) -> Option<[Map; 2]> {
    state.maps().pair(layer)
}

/// The numbers that the colours of a map's mean over its channels span: smallest to largest of A and B together where
/// both are compared, so that flipping from one to the other changes no colour's meaning; symmetric where it can be
/// negative.
pub fn mean_range(state: &State, layer: &str, map: &Map) -> Range {
    let both = match map.key.source {
        Source::A | Source::B => pair(state, layer),
        Source::AMinusB | Source::Linear | Source::AMinusLinear => None,
    };
    let values = match &both {
        Some([a, b]) => [a.activation.mean_map(), b.activation.mean_map()].concat(),
        None => map.activation.mean_map().to_vec(),
    };
    if map.signed { Range::symmetric(&values) } else { Range::min_to_max(&values) }
}

/// Which means share a scale of their colours, in words.
pub fn scale_of_means(state: &State) -> String {
    let is_pair = matches!(state.source(), Source::A | Source::B) && pair(state, "conv1").is_some();
    let is_second = state.session.second.is_open();
    tr(match (state.settings.shared_means, is_pair) {
        (true, _) => "maps-scale-shared",
        (false, true) if is_second => "maps-scale-own-both",
        (false, true) => "maps-scale-own-before",
        (false, false) => "maps-scale-own",
    })
}

/// The numbers that the colours of several means span where they have one scale: from the smallest to the largest of all;
/// `None` without any.
pub fn shared_mean_range<'a>(state: &State, layers: impl Iterator<Item = (Source, &'a str)>) -> Option<Range> {
    let mut values = Vec::new();
    let mut is_signed = false;
    for (source, layer) in layers {
        let Some(map) = state.maps().get(source, layer) else { continue };
        is_signed |= map.signed;
        match pair(state, layer).filter(|_| matches!(source, Source::A | Source::B)) {
            Some(both) => both.iter().for_each(|map| values.extend(map.activation.mean_map())),
            None => values.extend(map.activation.mean_map()),
        }
    }
    match is_signed {
        _ if values.is_empty() => None,
        true => Some(Range::symmetric(&values)),
        false => Some(Range::min_to_max(&values)),
    }
}

/// A letter in the upper left corner of a picture: whose it is.
pub fn mark(painter: &Painter, picture: Rect, letter: &str) {
    let side = (picture.width() * 0.22).clamp(11.0, 18.0);
    let plate = picture.square(Align2::LEFT_TOP, side);
    painter.rect_filled(plate, 3.0, PLATE);
    let font = Weight::Bold.size((side * 0.72).max(9.0));
    write_sized(painter, plate, Align2::CENTER_CENTER, letter, font, Color32::WHITE);
}
