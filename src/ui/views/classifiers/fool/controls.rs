//! Target, steps, start, evidence; and the way to open the changed photo.

use egui::{PopupCloseBehavior, Rect, RichText, Ui};

use super::change;
use super::page::Page;
use crate::locale::text::{class_text, tr, tr_with};
use crate::state::{Command, FOOL_STEPS, FoolCommand, Spoiler};
use crate::ui::kit::{Button, Segmented, from_left, menu, tooltip, why_disabled};
use crate::ui::shortcuts;
use crate::ui::style::{TextRole, size};
use crate::ui::views::classifiers::chooser::Chooser;
use crate::ui::views::classifiers::class_query::Board;

/// Width below which the word before the target is left out, points.
const ROOMY: f32 = 640.0;

/// From this room on what it means outside the classroom has a button, points.
const OUTSIDE: f32 = 360.0;

/// At the right of the tabs: opens the changed photo in all views.
pub(super) fn open(ui: &mut Ui, _row: Rect, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    // It would tell what the lesson asks.
    if board.subject.state.is_covered(Spoiler::Fooled) {
        return;
    }
    let Some(page) = Page::new(board.subject) else { return };
    outside(ui, board);
    let ready = page.fooled.filter(|_| page.is_current);
    let response = ui.add_enabled(ready.is_some(), Button::plain(theme, &tr("fool-open")));
    why_disabled(&response, theme, &tr("fool-open-needs"));
    if response.clicked() {
        let label = class_text(&page.report.labels[page.now().best()]);
        let values = [("photo", page.photo.name.clone()), ("class", label.to_owned())];
        board.commands.push(Command::Fool(FoolCommand::Open(tr_with("fool-name", &values))));
    }
}

/// What this means where no one knows the weights.
fn outside(ui: &mut Ui, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    if ui.available_width() < OUTSIDE || board.subject.state.is_lesson() {
        return;
    }
    let title = tr("fool-outside");
    let button = ui.add(Button::plain(theme, &title).opens_menu());
    menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(420.0);
        ui.label(RichText::new(tr("fool-outside-text")).font(TextRole::Body.font()).color(theme.hi));
    });
}

/// In a line below the pictures.
pub(super) fn controls(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    from_left(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        let name = tr("fool-target");
        if rect.width() >= ROOMY {
            ui.label(RichText::new(&name).font(TextRole::Body.font()).color(theme.mid));
        }
        let any = tr("fool-any");
        let target = Chooser { name: &name, chosen: page.wishes.target, none: &any, letters: 16, with_answers: false };
        let (chosen, _) = target.show(ui, board.subject, &mut board.scene.search, theme);
        if let Some(target) = chosen {
            change(board, |wishes| wishes.target = target);
        }
        let [one, ten] = [tr("fool-one-step"), tr("fool-ten-steps")];
        let choices = [(1, &*one), (FOOL_STEPS, &*ten)];
        let steps = Segmented::new(&tr("fool-steps"), &choices, page.wishes.steps).padding(9.0).show(ui, theme).inner;
        if let Some(steps) = steps {
            change(board, |wishes| wishes.steps = steps);
        }
        let again = ui.add(Button::plain(theme, &tr("fool-start")));
        tooltip(&again, theme, |ui| {
            ui.label(RichText::new(tr("fool-start-tip")).color(theme.hi));
        });
        if again.clicked() {
            board.commands.push(Command::Fool(FoolCommand::AnotherStart));
        }
        let is_on = page.wishes.shows_evidence;
        let evidence = ui.add(Button::plain(theme, &tr("fool-evidence")).toggled(is_on));
        tooltip(&evidence, theme, |ui| {
            ui.label(RichText::new(tr("fool-evidence-tip")).color(theme.hi));
        });
        let is_pressed = !ui.text_edit_focused() && shortcuts::EVIDENCE.pressed(ui);
        if evidence.clicked() || is_pressed {
            change(board, |wishes| wishes.shows_evidence = !is_on);
        }
    });
}
