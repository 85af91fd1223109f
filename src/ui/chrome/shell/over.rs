//! What lies over everything: messages, and the place to drop files.

use egui::{Align2, Stroke, Ui};

use crate::locale::text::tr;
use crate::state::{Command, MessageKind, State};
use crate::ui::kit::{Toast, ToastAction, ToastKind, toasts, write};
use crate::ui::style::{TextRole, Theme, size};

/// While files hang over the window.
pub(super) fn drop_zone(ui: &Ui, theme: &Theme) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    let rect = ui.ctx().content_rect();
    painter.rect_filled(rect, 0.0, theme.bg0.gamma_multiply(0.85));
    let inner = rect.shrink(24.0);
    painter.rect_stroke(
        inner,
        size::RADIUS_LESSON,
        Stroke::new(size::stroke_selection(), theme.hi),
        egui::StrokeKind::Inside,
    );
    write(&painter, inner, Align2::CENTER_CENTER, &tr("drop-here"), TextRole::ViewTitle, theme.hi);
}

/// What was said and not sent away.
pub(super) fn messages(ui: &Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    if state.still || state.messages.is_empty() {
        return;
    }
    // A class sees one at a time: the newest.
    let kept = if state.projector.is_on { state.messages.len() - 1 } else { 0 };
    let messages = &state.messages[kept..];
    let shown: Vec<Toast> = messages
        .iter()
        .map(|message| Toast {
            kind: match message.kind {
                MessageKind::Note => ToastKind::Note,
                MessageKind::Error => ToastKind::Error,
            },
            message: message.text.clone(),
            action: (!message.details.is_empty()).then(|| tr("copy-details")),
        })
        .collect();
    match toasts(ui.ctx(), theme, &shown) {
        Some(ToastAction::Dismiss(index)) => commands.push(Command::Dismiss(messages[index].id)),
        Some(ToastAction::Act(index)) => commands.push(Command::CopyDetails(messages[index].id)),
        None => {}
    }
}
