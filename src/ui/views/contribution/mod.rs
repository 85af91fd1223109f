//! What everything adds to the class under study: the equation of a layer, its branches and its strongest channels.
//!
//! Shown below the map of the network and below a module, while the switch says "contribution" in place of "mean activation".
//!
//! | file | what it shows |
//! |---|---|
//! | `strip` | the headline, the branches, how much the maps carry by depth, the equation |
//! | `channels` | the five strongest channels, and what is really lost without them |
//! | `linear` | what was predicted to be lost against what is |
//! | `chooser` | mean activation or contribution; which card |
//! | `tile` | a layer's contributions as pixels |

mod channels;
mod chooser;
mod linear;
mod strip;
mod tile;

use egui::{Align2, Rect, Role, Ui, vec2};

use crate::locale::text::tr;
use crate::spec::MODULES;
use crate::state::{Command, State};
use crate::ui::kit::paint::{card_ground, spoken};
use crate::ui::kit::{Area, write_fitted};
use crate::ui::look::Look;
use crate::ui::style::{Hue, TextRole, size};

pub(super) use chooser::{Card, chooser};
pub(super) use tile::{scale, texture};

/// Least and largest height of the cards, points, and the share of the canvas they take.
const HEIGHT: [f32; 2] = [196.0, 236.0];
const SHARE: f32 = 0.34;
/// Width of the card of channels, points.
const CHANNELS: f32 = 320.0;
/// Below this width both cards share a place, points.
const BOTH: f32 = 900.0;

/// The hue of each branch, in the order of the concat.
const HUES: [Hue; 4] = [Hue::Conv1x1, Hue::Conv3x3, Hue::Conv5x5, Hue::Pool];

/// How high the cards are below a canvas of that height.
pub(super) fn height(canvas: f32) -> f32 {
    (canvas * SHARE).clamp(HEIGHT[0], HEIGHT[1]).round()
}

/// Shows two cards, or the chosen one where there is no room for two.
pub(super) fn cards(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    card: &mut Card,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    if rect.width() >= BOTH {
        let mut left = rect;
        let right = left.take_right(CHANNELS);
        strip_card(ui, left.without_right(size::SPACE_16), state, look, commands);
        channels_card(ui, right, state, card, look, commands);
        return;
    }
    match *card {
        Card::Equation => {
            equation_card(ui, rect, state, (chooser::THREE, look), commands);
            chooser::of_three(ui, rect, card, look.theme);
        }
        Card::Channels | Card::Linear => second_card(ui, rect, state, (card, true), look, commands),
    }
}

/// The equation of the layer that is looked at.
pub(super) fn strip_card(ui: &mut Ui, rect: Rect, state: &State, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    equation_card(ui, rect, state, (0.0, look), commands);
}

/// The same; so many points at its top right are something else's.
fn equation_card(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    (taken, look): (f32, &mut Look<'_>),
    commands: &mut Vec<Command>,
) {
    card_ground(ui.painter(), rect, look.theme);
    let inner = rect.shrink2(vec2(size::CARD_PADDING, 8.0));
    match (state.contributed(), state.contribution()) {
        (Some(all), Some(layer)) => {
            strip::strip(ui, (inner, taken), state, (&all.contributions, layer), look.theme, commands);
        }
        _ => waiting(ui, inner, state, look),
    }
}

/// Its strongest channels, or how well their contributions foretell what is lost without them.
pub(super) fn channels_card(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    card: &mut Card,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    second_card(ui, rect, state, (card, false), look, commands);
}

/// The same; `is_alone`: the equation has no card of its own.
fn second_card(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    (card, is_alone): (&mut Card, bool),
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    card_ground(ui.painter(), rect, look.theme);
    let inner = rect.shrink2(vec2(14.0, 6.0));
    let Some(layer) = state.contribution() else { return waiting(ui, inner, state, look) };
    match is_alone {
        true => chooser::of_three(ui, rect, card, look.theme),
        false => chooser::of_two(ui, inner, short_name(&layer.layer), card, look.theme),
    }
    let body = inner.without_top(size::CONTROL_HEIGHT);
    match card {
        Card::Equation | Card::Channels => channels::channels(ui, body, state, layer, look, commands),
        Card::Linear => linear::linear(ui, body, state, layer, look.theme),
    }
}

fn waiting(ui: &Ui, rect: Rect, state: &State, look: &Look<'_>) {
    let key = if state.shown().is_some() { "contribution-computing" } else { "contribution-no-photo" };
    let words = tr(key);
    write_fitted(ui.painter(), rect, Align2::LEFT_CENTER, &words, TextRole::Body, look.theme.low);
    spoken(ui, rect, Role::Label, &words);
}

/// "4d", "conv2".
fn short_name(layer: &str) -> &str {
    MODULES.iter().find(|module| module.layer_name() == layer).map_or(layer, |module| module.name)
}

/// "1×1", "3×3", "5×5", "pool".
fn branch_name(branch: usize) -> String {
    tr(["legend-1x1", "legend-3x3", "legend-5x5", "legend-pool"][branch])
}
