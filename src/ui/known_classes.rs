//! What the weights know: the list of their classes, so that a class of pupils knows what can be found on a photo.

use egui::{RichText, ScrollArea, Ui};

use super::text::{class_text, tr_with};
use super::theme::{TextRole, Theme, Weight, size};
use crate::app::State;

/// Shows "Knows 15 classes" and their names as far as `height` points go; the others are reached by scrolling.
pub fn known_classes(ui: &mut Ui, state: &State, theme: &Theme, height: f32) {
    let labels = state.report().map(|report| report.labels.clone());
    let Some(labels) = labels.or_else(|| Some(state.loaded()?.labels.clone())) else {
        return;
    };
    ui.spacing_mut().item_spacing.y = size::SPACE_4;
    let title = tr_with("known-classes", &[("count", labels.len())]);
    let title = RichText::new(title).font(Weight::SemiBold.size(13.0));
    ui.label(title.color(theme.hi));
    let names: Vec<&str> = labels.iter().map(|label| class_text(label)).collect();
    let room = height - TextRole::Caption.font().size - size::SPACE_12;
    ScrollArea::vertical()
        .id_salt("known-classes")
        .max_height(room.max(0.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            let names = RichText::new(names.join(" · ")).font(TextRole::Caption.font());
            ui.add(egui::Label::new(names.color(theme.mid)).wrap());
        });
}
