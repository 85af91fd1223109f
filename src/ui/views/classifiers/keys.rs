//! Keys of the view.

use egui::Ui;

use super::class_query::Board;

/// Classes that C goes through.
const CYCLED: usize = 5;

/// C explains the next of the main classifier's five classes.
pub(super) fn keys(ui: &Ui, board: &mut Board<'_, '_>) {
    if ui.text_edit_focused() {
        return;
    }
    if crate::ui::shortcuts::NEXT_CLASS.pressed(ui) {
        let subject = board.subject;
        let report = subject.run.report;
        let top = report.main().top(CYCLED, &report.labels);
        let place = top.iter().position(|class| class.index == subject.class);
        let next = place.map_or(0, |place| (place + 1) % top.len().max(1));
        if let Some(class) = top.get(next) {
            board.commands.extend(subject.explain(class.index));
        }
    }
}
