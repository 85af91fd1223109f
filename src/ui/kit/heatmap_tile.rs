//! A feature map as a tile.

use egui::epaint::RectShape;
use egui::{Color32, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, TextureId, Ui, Vec2, WidgetInfo, pos2};

use super::{focus_ring, scroll_to_focus};
use crate::ui::style::{Theme, size};

/// A texture in a frame.  Make the texture with [`egui::TextureOptions::NEAREST`]: a cell is a square, not a smear.
pub struct HeatmapTile<'a> {
    name: &'a str,
    texture: TextureId,
    size: Vec2,
    is_selected: bool,
}

impl<'a> HeatmapTile<'a> {
    /// A tile called `name` (for screen readers), `size` points wide and high.
    #[must_use]
    pub fn new(name: &'a str, texture: TextureId, size: impl Into<Vec2>) -> Self {
        Self { name, texture, size: size.into(), is_selected: false }
    }

    /// Draws it with the selection's outline.
    #[must_use]
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = is_selected;
        self
    }

    /// Shows the tile; find the cell under the pointer with [`cell_at`].
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size, Sense::click());
        response.widget_info(|| {
            let (is_enabled, name) = (ui.is_enabled(), self.name);
            WidgetInfo::selected(Role::Button, is_enabled, self.is_selected, name)
        });
        scroll_to_focus(&response);
        if ui.is_rect_visible(rect) {
            let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            let picture = RectShape::filled(rect, size::RADIUS_TILE, Color32::WHITE);
            ui.painter().add(picture.with_texture(self.texture, whole));
            // Outside, so that no cell of the map is hidden.
            let border = match (self.is_selected, response.hovered()) {
                (true, _) => Stroke::new(size::stroke_selection(), theme.hi),
                (false, true) => Stroke::new(size::stroke_focus(), theme.hi),
                (false, false) => Stroke::new(size::hairline(), theme.line2),
            };
            ui.painter().rect_stroke(rect, size::RADIUS_TILE, border, StrokeKind::Outside);
            focus_ring(ui, &response, size::RADIUS_TILE, theme);
        }
        response
    }
}

/// The cell `[column, row]` of a map of `columns` by `rows` cells that is drawn in `rect`, under a position.
#[must_use]
pub fn cell_at(rect: Rect, position: Pos2, [columns, rows]: [usize; 2]) -> Option<[usize; 2]> {
    if columns == 0 || rows == 0 || !rect.is_positive() || !rect.contains(position) {
        return None;
    }
    let share = (position - rect.min) / rect.size();
    let cell = |share: f32, count: usize| ((share * count as f32) as usize).min(count - 1);
    Some([cell(share.x, columns), cell(share.y, rows)])
}
