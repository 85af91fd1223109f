//! The tabs of the card below the heads, and what belongs to each beside them.

use egui::{Id, Rect, RichText, Ui};

use super::chooser::Chooser;
use super::class_query::Board;
use super::scene::{ChannelOrder, Over};
use super::{TABS, Tab};
use crate::analysis::class_in;
use crate::locale::glossary::Term;
use crate::locale::text::{language, tr};
use crate::state::{Command, View};
use crate::ui::kit::{Area, Segmented, from_right, slider, term_hint, tooltip, within};
use crate::ui::style::{TextRole, is_projected, size};

/// Width of the row below which captions are left out.
const ROOMY: f32 = 1180.0;

/// Shows the tabs at the left and the tab's own controls at the right; where both have no room the tabs fold.
pub(super) fn tabs(ui: &mut Ui, rect: Rect, tab: &Tab, board: &mut Board<'_, '_>) {
    let labels: Vec<String> = TABS.iter().map(|tab| tr(tab.panel.title)).collect();
    let choices: Vec<_> = TABS.iter().map(|tab| tab.tab).zip(labels.iter().map(String::as_str)).collect();
    // How much the controls need shows only once they are drawn with all the room there is: beside the folded tabs.
    let id = Id::unique("classifiers-controls").with((tab.panel.title, language().code(), is_projected()));
    let needed: Option<f32> = ui.data(|data| data.get_temp(id));
    let room = needed.map_or(0.0, |needed| rect.width() - needed - size::SPACE_12);
    let name = tr("classifiers-tabs");
    let hints: Vec<String> = TABS.iter().map(|tab| tab.term.map_or_else(String::new, term_hint)).collect();
    let control = Segmented::new(&name, &choices, tab.tab).hints(&hints);
    let is_folded = !control.fits(ui, room);
    let place = if is_folded { rect } else { rect.left_part(room) };
    let tabs_end = within(ui, place, |ui| {
        let control = control.show_or_fold(ui, board.look.theme, room);
        if let Some(tab) = control.inner {
            board.commands.push(Command::Show(View::Classifiers(tab)));
        }
        control.response.rect.right()
    });
    let rest = rect.with_min_x((tabs_end + size::SPACE_12).min(rect.right()));
    let shown = from_right(ui, rest, |ui| {
        (tab.controls)(ui, rect, board);
        ui.min_rect().width()
    });
    let is_more = needed.is_none_or(|needed| shown > needed);
    if is_more || (is_folded && needed != Some(shown)) {
        ui.data_mut(|data| data.insert_temp(id, shown));
        ui.ctx().request_repaint();
    }
}

/// What lies over the photo, how opaque, and why the evidence is exact.
pub(super) fn evidence(ui: &mut Ui, row: Rect, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let keys = ["classifiers-over-evidence", "classifiers-over-relative", "classifiers-over-channel"];
    let [evidence, relative, channel] = keys.map(tr);
    let choices = [(Over::Evidence, &*evidence), (Over::Relative, &*relative), (Over::Channel, &*channel)];
    let name = tr("classifiers-over");
    let hints =
        ["classifiers-over-evidence-hint", "classifiers-over-relative-hint", "classifiers-over-channel-hint"].map(tr);
    let control = Segmented::new(&name, &choices, board.scene.over).padding(10.0).hints(&hints);
    if let Some(over) = control.show(ui, theme).inner {
        board.scene.over = over;
    }
    if ui.available_width() >= SLIDER + size::SPACE_12 {
        opacity(ui, board);
    }
    let words = ui.painter().layout_no_wrap(tr("classifiers-exact"), TextRole::Caption.font(), theme.low);
    if row.width() >= ROOMY && words.size().x + size::SPACE_24 <= ui.available_width() {
        ui.add_space(size::SPACE_12);
        let caption = ui.label(words);
        tooltip(&caption, theme, |ui| {
            ui.set_max_width(360.0);
            ui.label(RichText::new(tr("classifiers-exact-tip")).color(theme.hi));
        });
    }
}

/// Width of the slider, points.
const SLIDER: f32 = 90.0;

/// How opaque the map over the photo is.
pub(super) fn opacity(ui: &mut Ui, board: &mut Board<'_, '_>) {
    ui.spacing_mut().slider_width = SLIDER;
    let name = tr("classifiers-opacity");
    let theme = board.look.theme;
    let response = slider(ui, theme, &name, &mut board.scene.opacity, 0.0..=1.0);
    tooltip(&response, theme, |ui| {
        ui.label(RichText::new(name).color(theme.hi));
    });
    // Before a class the word makes room; the slider is still called so.
    if is_projected() {
        return;
    }
    let words = ui.painter().layout_no_wrap(tr("classifiers-opacity-word"), TextRole::Body.font(), theme.mid);
    if words.size().x <= ui.available_width() {
        ui.label(words);
    }
}

/// Order of the maps, and their opacity.
pub(super) fn pooling(ui: &mut Ui, _rect: Rect, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let labels = [tr("classifiers-order-contribution"), tr("classifiers-order-mean"), tr("classifiers-order-index")];
    let orders = [ChannelOrder::Contribution, ChannelOrder::Mean, ChannelOrder::Index];
    let choices: Vec<_> = orders.into_iter().zip(labels.iter().map(String::as_str)).collect();
    let name = tr("layer-sort-by");
    let hints = [term_hint(Term::Contribution)];
    let control = Segmented::new(&name, &choices, board.scene.order).padding(10.0).hints(&hints);
    if let Some(order) = control.show(ui, theme).inner {
        board.scene.order = order;
    }
    opacity(ui, board);
}

/// What the photo really shows.
pub(super) fn true_label(ui: &mut Ui, _rect: Rect, board: &mut Board<'_, '_>) {
    let subject = board.subject;
    let (name, none) = (tr("classifiers-true-label"), tr("classifiers-not-said"));
    let state = subject.state;
    let chosen = state.study.true_label.and_then(|class| class_in(class, state.labels(), &subject.run.report.labels));
    let chooser = Chooser { name: &name, chosen, none: &none, letters: 22, with_answers: false };
    let theme = board.look.theme;
    let (chosen, _) = chooser.show(ui, subject, &mut board.scene.search, theme);
    if let Some(class) = chosen {
        match class.map(|class| state.class_from(subject.run.source, class)) {
            None => board.commands.push(Command::SetTrueLabel(None)),
            Some(class) => board.commands.extend(class.map(|class| Command::SetTrueLabel(Some(class)))),
        }
    }
    let words = RichText::new(name).font(TextRole::Body.font());
    ui.label(words.color(theme.mid));
}
