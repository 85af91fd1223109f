//! The slider of the input's size: what is left of the maps, where they end, which heads still answer.

use egui::{Align2, Color32, Rect, RichText, Sense, Slider, Ui, vec2};

use crate::locale::format::{compact, fixed, times_of};
use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, INPUT_SIDE, Layer, MODULES, Network, Op, Place, SizedLayer};
use crate::ui::kit::{Area, Button, Card, focus_ring, within, write_fitted};
use crate::ui::style::{TextRole, Theme, caption_room, size};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::module::paint;

/// The largest input, pixels.
const LARGEST: usize = 448;
/// The narrowest half of the rows on a desk, points.
const NARROWEST: f32 = 260.0;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>, side: &mut usize) {
    let title = tr("exercise-size-title");
    within(ui, rect, |ui| {
        Card::new(&title).fill_height().show(ui, shown.theme, |ui| {
            ui.spacing_mut().item_spacing.y = size::SPACE_8;
            slider(ui, shown, side);
            sentences(ui, shown, *side);
            let area = ui.available_rect_before_wrap();
            rows(ui, area, shown, *side);
        });
    });
}

fn slider(ui: &mut Ui, shown: &CostContext<'_>, side: &mut usize) {
    let network = &shown.facts.network;
    let words = tr_with("exercise-size", &[("side", side.to_string())]);
    ui.label(RichText::new(&words).font(TextRole::BodyStrong.font()).color(shown.theme.hi));
    ui.spacing_mut().slider_width = ui.available_width() - size::SPACE_8;
    let slider = Slider::new(side, 1..=LARGEST).step_by(1.0).show_value(false);
    let response = ui.add(slider).accessible_name(tr("exercise-size-name"));
    focus_ring(ui, &response, size::RADIUS_BUTTON, shown.theme);
    ui.horizontal(|ui| {
        let usual = tr_with("exercise-size-usual", &[("side", INPUT_SIDE.to_string())]);
        let smallest = tr("exercise-size-smallest");
        for (label, wanted) in [(usual, INPUT_SIDE), (smallest, network.smallest_input())] {
            if ui.add(Button::plain(shown.theme, &label)).clicked() {
                *side = wanted;
            }
        }
    });
}

/// Whether it answers, what it costs, which heads fit.
fn sentences(ui: &mut Ui, shown: &CostContext<'_>, side: usize) {
    let network = &shown.facts.network;
    let smallest = network.smallest_input();
    let (words, ink) = match network.breaks_at(side) {
        Some(layer) => {
            let values = [("layer", row_name(layer)), ("smallest", smallest.to_string())];
            (tr_with("exercise-size-breaks", &values), shown.theme.err)
        }
        None => {
            let macs = answering_macs(network, side);
            let times = macs as f64 / answering_macs(network, INPUT_SIDE) as f64;
            let values = [("macs", compact(macs as f64)), ("times", times_of(&fixed(times, 2)))];
            (tr_with("exercise-size-answers", &values), shown.theme.hi)
        }
    };
    let font = TextRole::Caption.font();
    ui.label(RichText::new(words).font(font.clone()).color(ink));
    let silent = [Head::Aux1, Head::Aux2]
        .into_iter()
        .filter(|head| network.answers_at(*head, INPUT_SIDE) && !network.answers_at(*head, side));
    if let Some(head) = silent.into_iter().next() {
        let words = tr_with("exercise-size-head", &[("number", head.number().unwrap_or(0).to_string())]);
        ui.label(RichText::new(words).font(font).color(shown.theme.mid));
    }
}

/// Multiply-accumulates of the way to the main head.
fn answering_macs(network: &Network, side: usize) -> u64 {
    let sized = network.at_size(side);
    let pairs = network.layers.iter().zip(&sized);
    let answering = pairs.filter(|(layer, _)| !matches!(layer.place, Place::Head(Head::Aux1 | Head::Aux2)));
    answering.map(|(_, sized)| sized.macs).sum()
}

/// Whether a layer has a row: where the size of the maps changes, and the modules.
fn has_row(layer: &Layer) -> bool {
    match layer.place {
        Place::Stem => matches!(layer.op, Op::Conv(window) if window.stride > 1),
        Place::Pool => true,
        Place::Module { .. } => layer.op == Op::Concat,
        Place::Head(Head::Main) => layer.op == Op::GlobalAveragePool,
        Place::Head(Head::Aux1 | Head::Aux2) => matches!(layer.op, Op::AveragePool(_) | Op::AdaptiveAveragePool { .. }),
    }
}

/// "3a", "maxpool3", "conv1".
fn row_name(layer: &Layer) -> String {
    match layer.place {
        Place::Module { module, .. } => MODULES[module].name.to_owned(),
        Place::Head(head @ (Head::Aux1 | Head::Aux2)) => {
            tr_with("exercise-size-aux", &[("number", head.number().unwrap_or(0).to_string())])
        }
        Place::Stem | Place::Pool | Place::Head(Head::Main) => layer.name.clone(),
    }
}

/// Every row: what it is on the usual input, what it is here.
fn rows(ui: &mut Ui, area: Rect, shown: &CostContext<'_>, side: usize) {
    let network = &shown.facts.network;
    let (usual, here) = (network.at_size(INPUT_SIDE), network.at_size(side));
    let shown_layers: Vec<usize> =
        network.layers.iter().enumerate().filter(|(_, layer)| has_row(layer)).map(|(index, _)| index).collect();
    let heads = [tr("cost-column-layer"), INPUT_SIDE.to_string(), side.to_string()];
    // Where they have no room below one another there are two halves, each with its heads.
    let fits = (shown_layers.len() + 1) as f32 * caption_room(16.0) <= area.height();
    let halves = if fits || area.width() < caption_room(2.0 * NARROWEST) { 1 } else { 2 };
    let each = shown_layers.len().div_ceil(halves);
    let count = each as f32 + 1.0;
    let pitch = (area.height() / count).clamp(caption_room(16.0), caption_room(26.0));
    egui::ScrollArea::vertical().id_salt("exercise-sizes").max_height(area.height()).show(ui, |ui| {
        let (whole, _) = ui.allocate_exact_size(vec2(area.width(), pitch * count), Sense::hover());
        let gap = size::SPACE_36;
        let width = (whole.width() - gap * (halves - 1) as f32) / halves as f32;
        let slot = |half: usize, row: usize| whole.column(half, width + gap).left_part(width).row(row, pitch);
        for half in 0..halves {
            write(ui, slot(half, 0), &heads, [shown.theme.low; 3]);
        }
        for (place, &index) in shown_layers.iter().enumerate() {
            let layer = &network.layers[index];
            let words = [row_name(layer), maps(layer, usual[index]), maps(layer, here[index])];
            let slot = slot(place / each, place % each + 1);
            write(ui, slot, &words, inks(shown.theme, here[index]));
            let spoken = tr_with("exercise-size-spoken", &[("layer", words[0].clone()), ("here", words[2].clone())]);
            paint::speak(ui, slot, &layer.name, &spoken);
        }
    });
}

fn inks(theme: &Theme, here: SizedLayer) -> [Color32; 3] {
    [theme.mid, theme.low, if here.side.is_some() { theme.hi } else { theme.err }]
}

/// "256 × 28 × 28", "nothing left".
fn maps(layer: &Layer, sized: SizedLayer) -> String {
    match sized.side {
        Some(side) => format!("{} × {side} × {side}", layer.output.channels()),
        None => tr("exercise-size-none"),
    }
}

/// A name at the left, what it is on the usual input and what it is here, each in its column.
fn write(ui: &Ui, row: Rect, words: &[String; 3], inks: [Color32; 3]) {
    let columns = [
        (row.share(0.28), Align2::LEFT_CENTER),
        (row.share(0.64).right_part(row.width() * 0.38), Align2::RIGHT_CENTER),
        (row.right_part(row.width() * 0.35), Align2::RIGHT_CENTER),
    ];
    for ((column, anchor), (words, ink)) in columns.into_iter().zip(words.iter().zip(inks)) {
        write_fitted(ui.painter(), column, anchor, words, TextRole::Caption, ink);
    }
}
