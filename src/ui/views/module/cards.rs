//! The bottom row: what the module costs in all, per branch, and why.

use egui::{Rect, Ui};

use super::cost;
use super::factorised;
use super::off;
use super::scene::ModuleScene;
use super::show::Show;
use super::stack;
use super::totals;
use super::why;
use crate::locale::glossary::Term;
use crate::locale::text::tr;
use crate::state::{Command, Spoiler};
use crate::ui::kit::{Area, Card, Segmented, card_over, from_right, term_hint};
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
    let mut room = rect;
    totals::card(ui, show, room.take_left(280.0), scene.stacked);
    room.take_left(size::SPACE_16);
    if rect.width() >= THREE_CARDS {
        let first = room.take_left(((room.width() - size::SPACE_16) / 2.0).floor());
        cost_card(ui, show, first, scene, false);
        third_card(ui, show, room.without_left(size::SPACE_16), scene, false);
    } else if scene.second_card {
        third_card(ui, show, room, scene, true);
    } else {
        cost_card(ui, show, room, scene, true);
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
    card_over(ui, rect, Card::new(title), show.theme, content);
}

/// Controls at the right of a card's title.
pub(super) fn switches(ui: &mut Ui, card: Rect, content: impl FnOnce(&mut Ui)) {
    let row = card.without_top(7.0).top_part(size::CONTROL_HEIGHT);
    from_right(ui, row.without_left(150.0).without_right(size::SPACE_12), content);
}
