//! Where things are drawn: in a place of their own, from an edge of it on, or over a canvas that scrolls where it is too small.

use egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

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

/// Adds controls from the left edge on, each in the middle of the height.
pub fn from_left<R>(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    lay_out(ui, rect, Layout::left_to_right(Align::Center), add)
}

/// Adds controls from the right edge on: the first stands outermost.
pub fn from_right<R>(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    lay_out(ui, rect, Layout::right_to_left(Align::Center), add)
}

fn lay_out<R>(ui: &mut Ui, rect: Rect, layout: Layout, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), add).inner
}
