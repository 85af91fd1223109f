//! Small parts of the bars.

use egui::{Color32, Ui};

use crate::ui::kit::paint_logo;
use crate::ui::style::{Theme, size};

/// The program's mark, in the corner above the rail.
pub(in crate::ui::chrome) fn logo(ui: &Ui, theme: &Theme) {
    let corner = egui::pos2(size::RAIL_WIDTH / 2.0, size::TOOLBAR_HEIGHT / 2.0);
    paint_logo(ui.painter(), corner, theme);
}

/// A thin vertical line between groups of controls.
pub(in crate::ui::chrome) fn separator(ui: &mut Ui, color: Color32, height: f32) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(1.0, height), egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, color);
}
