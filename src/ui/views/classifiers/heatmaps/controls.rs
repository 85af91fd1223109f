//! Low-pass, seed, settings, stop and go on.

use egui::{PopupCloseBehavior, Rect, RichText, Ui};

use super::areas::HeatmapAreas;
use super::change;
use super::page::Page;
use crate::analysis::heatmaps::Baseline;
use crate::locale::text::{tr, tr_with};
use crate::spec::MODULES;
use crate::state::{Command, HeatmapCommand, Making};
use crate::ui::kit::{Button, Segmented, menu, switch, tooltip};
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::class_query::Board;

/// From the right.
pub(super) fn controls(ui: &mut Ui, rect: Rect, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let Some(page) = Page::new(board.subject) else { return };
    ui.spacing_mut().item_spacing.x = size::SPACE_8;
    let (label, command) = match page.entry.map(|entry| &entry.making) {
        Some(Making::Stopped | Making::Failed(_)) => (tr("heatmaps-go-on"), HeatmapCommand::GoOn),
        Some(Making::Done) => (tr("gradients-again"), HeatmapCommand::Again),
        Some(Making::Idle | Making::Running) | None => (tr("gradients-cancel"), HeatmapCommand::Stop),
    };
    if ui.add(Button::plain(theme, &label)).clicked() {
        board.commands.push(Command::Heatmaps(command));
    }
    let is_wide = HeatmapAreas::is_wide(rect.width());
    if !is_wide && board.subject.state.panel(3).is_none() {
        let shows_photo = board.scene.shows_photo;
        if ui.add(Button::plain(theme, &tr("heatmaps-photo")).toggled(shows_photo)).clicked() {
            board.scene.shows_photo = !shows_photo;
        }
    } else if ui.add(Button::plain(theme, &tr("gradients-new-seed"))).clicked() {
        change(board, |wishes| wishes.seed = wishes.seed.wrapping_add(1));
    }
    settings(ui, &page, board);
    let name = tr("heatmaps-low-pass");
    let response = switch(ui, theme, &name, page.wishes.low_pass);
    if response.clicked() {
        change(board, |wishes| wishes.low_pass = !wishes.low_pass);
    }
    tooltip(&response, theme, |ui| {
        ui.set_max_width(360.0);
        ui.label(RichText::new(tr("heatmaps-low-pass")).color(theme.hi).strong());
        ui.label(RichText::new(tr("heatmaps-low-pass-tip")).color(theme.hi));
    });
    let caption = |ui: &mut Ui, words: String| {
        ui.label(RichText::new(words).font(TextRole::Body.font()).color(theme.mid));
    };
    // The switch says the same to a screen reader.
    let words = ui.painter().layout_no_wrap(name, TextRole::Body.font(), theme.mid);
    if words.size().x > ui.available_width() {
        return;
    }
    let (place, _) = ui.allocate_exact_size(words.size(), egui::Sense::hover());
    ui.painter().galley(place.min, words, theme.mid);
    if rect.width() > 1150.0 {
        let seed = page.wishes.seed.to_string();
        caption(ui, tr_with("gradients-seed", &[("seed", seed)]));
    }
}

/// The module of Grad-CAM, the baseline of integrated gradients.
fn settings(ui: &mut Ui, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let button =
        ui.add(Button::plain(theme, &tr("heatmaps-settings")).named(&tr("heatmaps-settings-name")).opens_menu());
    menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        let title = |ui: &mut Ui, words: &str| {
            ui.label(RichText::new(words).font(TextRole::BodyStrong.font()).color(theme.hi));
        };
        let last = page.asked.question.head.after();
        let count = MODULES.iter().position(|module| module.name == last).map_or(0, |index| index + 1);
        let choices: Vec<(usize, &str)> = MODULES[..count].iter().map(|module| module.name).enumerate().collect();
        let name = tr("heatmaps-at");
        title(ui, &name);
        let chosen = page.wishes.at.filter(|&at| at < count).unwrap_or(count - 1);
        if let Some(at) = Segmented::new(&name, &choices, chosen).padding(8.0).show(ui, theme).inner {
            change(board, |wishes| wishes.at = Some(at).filter(|&at| at + 1 < count));
        }
        ui.add_space(size::SPACE_8);
        let seed = page.wishes.seed.to_string();
        title(ui, &tr_with("gradients-seed", &[("seed", seed)]));
        if ui.add(Button::plain(theme, &tr("heatmaps-next-seed"))).clicked() {
            change(board, |wishes| wishes.seed = wishes.seed.wrapping_add(1));
        }
        ui.add_space(size::SPACE_8);
        let name = tr("heatmaps-baseline");
        title(ui, &name);
        let [black, blurred] = [tr("heatmaps-baseline-black"), tr("heatmaps-baseline-blurred")];
        let choices = [(Baseline::Black, &*black), (Baseline::Blurred, &*blurred)];
        if let Some(baseline) = Segmented::new(&name, &choices, page.wishes.baseline).show(ui, theme).inner {
            change(board, |wishes| wishes.baseline = baseline);
        }
    });
}
