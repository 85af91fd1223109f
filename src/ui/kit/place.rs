//! Where things are drawn: in a place of their own, or over a canvas that scrolls where it is too small.

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

/// Draws into a place of its own.
pub fn within<R>(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect), add).inner
}

/// Draws over the room there is; what needs more than that scrolls over as much as it needs, points.
pub fn at_least<R>(ui: &mut Ui, least: Vec2, add: impl FnOnce(&mut Ui, Rect) -> R) -> R {
    let canvas = ui.available_rect_before_wrap();
    if canvas.width() >= least.x && canvas.height() >= least.y {
        return add(ui, canvas);
    }
    let scroll = ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(canvas.size().max(least), Sense::hover());
        add(ui, rect)
    });
    scroll.inner
}
