//! A place that is pressed: a row, a tile, a point of a chart.  It speaks, has the focus ring and says more when pointed at.

use egui::{Id, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::{focus_ring, tooltip};
use crate::ui::style::{Theme, size};

/// A place that is pressed; what is seen there is painted by whoever shows it.
pub struct Pressable<'a> {
    id: Id,
    role: Role,
    sense: Sense,
    is_chosen: Option<bool>,
    radius: f32,
    hints: &'a [&'a str],
    /// Where the ground lies, and whether it is lit though nobody points at it.
    ground: Option<(Rect, bool)>,
}

impl<'a> Pressable<'a> {
    /// A button.
    #[must_use]
    pub fn new(id: Id) -> Self {
        let radius = size::RADIUS_BUTTON;
        Self { id, role: Role::Button, sense: Sense::click(), is_chosen: None, radius, hints: &[], ground: None }
    }

    /// What a screen reader calls its kind.
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    /// What the pointer and the keyboard can do there: `Sense::CLICK` keeps it out of the round of the Tab key.
    #[must_use]
    pub fn sense(mut self, sense: Sense) -> Self {
        self.sense = sense;
        self
    }

    /// Says whether it is the chosen one of several.
    #[must_use]
    pub fn chosen(mut self, is_chosen: bool) -> Self {
        self.is_chosen = Some(is_chosen);
        self
    }

    /// Corner radius of the focus ring, points.
    #[must_use]
    pub fn radius(mut self, radius: f32) -> Self {
        self.radius = radius;
        self
    }

    /// What is said while the pointer rests there, or the keyboard: the first line in strong ink.
    #[must_use]
    pub fn hints(mut self, hints: &'a [&'a str]) -> Self {
        self.hints = hints;
        self
    }

    /// A ground below the focus ring, which may reach beyond the place: lit while the pointer is there, and always where
    /// `is_lit`.
    #[must_use]
    pub fn ground(mut self, ground: Rect, is_lit: bool) -> Self {
        self.ground = Some((ground, is_lit));
        self
    }

    /// Senses and speaks over a rectangle; the name is asked for only when somebody listens.
    pub fn show(self, ui: &Ui, rect: Rect, theme: &Theme, name: impl Fn() -> String) -> Response {
        let response = self.sense_in(ui, rect, name);
        if let Some((ground, is_lit)) = self.ground
            && (is_lit || response.hovered())
        {
            hot_ground(ui, ground, theme);
        }
        focus_ring(ui, &response, self.radius, theme);
        if !self.hints.is_empty() {
            tooltip(&response, theme, |ui| {
                for (place, hint) in self.hints.iter().enumerate() {
                    ui.label(RichText::new(*hint).color(if place == 0 { theme.hi } else { theme.mid }));
                }
            });
        }
        response
    }

    fn sense_in(&self, ui: &Ui, rect: Rect, name: impl Fn() -> String) -> Response {
        let response = ui.interact(rect, self.id, self.sense);
        response.widget_info(|| match self.is_chosen {
            Some(is_chosen) => WidgetInfo::selected(self.role, ui.is_enabled(), is_chosen, name()),
            None => WidgetInfo::labeled(self.role, ui.is_enabled(), name()),
        });
        response
    }
}

/// The ground of a row that is chosen or pointed at.
pub fn hot_ground(ui: &Ui, rect: Rect, theme: &Theme) {
    ui.painter().rect_filled(rect, size::RADIUS_BUTTON, theme.bg3);
}

/// The outline of what is chosen.
pub fn chosen_outline(ui: &Ui, rect: Rect, radius: f32, theme: &Theme) {
    let stroke = Stroke::new(size::stroke_selection(), theme.hi);
    ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
}

/// Senses clicks in a rectangle and speaks, as [`Pressable`]; whoever paints over it draws the [`focus_ring`] last.
pub fn bare_button(ui: &Ui, rect: Rect, id: Id, is_chosen: Option<bool>, name: impl Fn() -> String) -> Response {
    Pressable { is_chosen, ..Pressable::new(id) }.sense_in(ui, rect, name)
}
