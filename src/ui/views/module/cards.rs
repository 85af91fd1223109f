//! The bottom row: what the module costs in all, per branch, and why.

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::cost;
use super::factorised;
use super::off;
use super::scene::ModuleScene;
use super::show::Show;
use super::stack;
use super::totals;
use super::why;
use super::within;
use crate::locale::glossary::Term;
use crate::locale::text::tr;
use crate::state::{Command, Spoiler};
use crate::ui::kit::{Card, Segmented, term_hint};
use crate::ui::style::{TextRole, size};

/// Below this width two of the cards share a place, points.
const THREE_CARDS: f32 = 1180.0;

/// One of the cards over all of `rect`, from 0.
pub(super) fn card(
    ui: &mut Ui,
    show: &Show<'_>,
    rect: Rect,
    scene: &mut ModuleScene,
    (index, commands): (usize, &mut Vec<Command>),
) {
    if show.state.is_covered(Spoiler::ModuleCost) {
        return covered(ui, show, rect);
    }
    if off::is_shown(show) && index < 2 {
        return off::card(ui, show, rect, index, commands);
    }
    match index {
        0 => totals::card(ui, show, rect, scene.stacked),
        1 => cost_card(ui, show, rect, scene, false),
        _ => third_card(ui, show, rect, scene, false),
    }
}

/// In place of what a class is to guess.
fn covered(ui: &mut Ui, show: &Show<'_>, rect: Rect) {
    framed(ui, show, rect, &tr("module-cost"), |ui| {
        let words = egui::RichText::new(tr("lesson-covered"));
        ui.label(words.font(TextRole::BigNumber.font()).color(show.theme.low));
    });
}

/// Shows the cards.
pub(super) fn row(ui: &mut Ui, show: &Show<'_>, rect: Rect, scene: &mut ModuleScene, commands: &mut Vec<Command>) {
    if show.state.is_covered(Spoiler::ModuleCost) {
        return covered(ui, show, rect);
    }
    if off::is_shown(show) {
        return off::row(ui, show, rect, scene, commands);
    }
    let gap = size::SPACE_16;
    let part = |left: f32, width: f32| Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
    let totals_width = 280.0;
    totals::card(ui, show, part(rect.left(), totals_width), scene.stacked);
    let left = rect.left() + totals_width + gap;
    let room = rect.right() - left;
    if rect.width() >= THREE_CARDS {
        let width = ((room - gap) / 2.0).floor();
        cost_card(ui, show, part(left, width), scene, false);
        third_card(ui, show, part(left + width + gap, room - width - gap), scene, false);
    } else if scene.second_card {
        third_card(ui, show, part(left, room), scene, true);
    } else {
        cost_card(ui, show, part(left, room), scene, true);
    }
}

fn cost_card(ui: &mut Ui, show: &Show<'_>, rect: Rect, scene: &mut ModuleScene, is_shared: bool) {
    framed(ui, show, rect, &tr("module-cost"), |ui| cost::bars(ui, show, scene.stacked));
    switches(ui, rect, |ui| {
        let (same, stacked) = (tr("module-same"), tr("module-stacked"));
        let choices = [(false, same.as_str()), (true, stacked.as_str())];
        let name = tr("module-naive-input");
        let hints = [Term::SameInput, Term::Stacked].map(term_hint);
        let chosen = Segmented::new(&name, &choices, scene.stacked).hints(&hints).show(ui, show.theme);
        scene.stacked = chosen.inner.unwrap_or(scene.stacked);
        if is_shared {
            tabs(ui, show, scene);
        }
    });
}

fn third_card(ui: &mut Ui, show: &Show<'_>, rect: Rect, scene: &mut ModuleScene, is_shared: bool) {
    if show.is_factorised {
        framed(ui, show, rect, &tr("module-why"), |ui| factorised::words(ui, show));
    } else if show.is_naive {
        let of_macs = scene.growth_of_macs;
        framed(ui, show, rect, &tr("module-stack"), |ui| stack::curve(ui, show, of_macs));
    } else {
        framed(ui, show, rect, &tr("module-why"), |ui| why::arithmetic(ui, show));
    }
    switches(ui, rect, |ui| {
        if show.is_naive {
            let (channels, macs) = (tr("module-growth-channels"), tr("module-growth-macs"));
            let choices = [(false, channels.as_str()), (true, macs.as_str())];
            let name = tr("module-growth");
            let chosen = Segmented::new(&name, &choices, scene.growth_of_macs).show(ui, show.theme);
            scene.growth_of_macs = chosen.inner.unwrap_or(scene.growth_of_macs);
        }
        if is_shared {
            tabs(ui, show, scene);
        }
    });
}

/// Which of the two cards that share a place is shown.
fn tabs(ui: &mut Ui, show: &Show<'_>, scene: &mut ModuleScene) {
    let (first, second) =
        (tr("module-tab-cost"), tr(if show.is_naive { "module-tab-stack" } else { "module-tab-why" }));
    let choices = [(false, first.as_str()), (true, second.as_str())];
    let name = tr("module-tabs");
    let chosen = Segmented::new(&name, &choices, scene.second_card).show(ui, show.theme);
    scene.second_card = chosen.inner.unwrap_or(scene.second_card);
}

/// A card that fills `rect`.
pub(super) fn framed(ui: &mut Ui, show: &Show<'_>, rect: Rect, title: &str, content: impl FnOnce(&mut Ui)) {
    within(ui, rect, |ui| {
        Card::new(title).fill_height().show(ui, show.theme, content);
    });
}

/// Controls at the right of a card's title.
pub(super) fn switches(ui: &mut Ui, card: Rect, content: impl FnOnce(&mut Ui)) {
    let row = Rect::from_min_max(
        card.left_top() + vec2(150.0, 7.0),
        card.right_top() + vec2(-size::SPACE_12, 7.0 + size::CONTROL_HEIGHT),
    );
    let builder = UiBuilder::new().max_rect(row).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, content);
}
