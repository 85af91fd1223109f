//! A row of a list that somebody chooses from.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::{Row, focus_ring, hot_ground};
use crate::ui::style::{TextRole, Theme, size};

/// Height of a row, points.
pub const LIST_ROW: f32 = 30.0;

/// A row: words, and at its end a number.
pub struct ListRow<'a> {
    words: &'a str,
    number: &'a str,
    name: &'a str,
    is_chosen: bool,
}

impl<'a> ListRow<'a> {
    /// A row that says `words` on the left and `number` on the right.
    #[must_use]
    pub fn new(words: &'a str, number: &'a str) -> Self {
        Self { words, number, name: words, is_chosen: false }
    }

    /// What a screen reader says in place of the words.
    #[must_use]
    pub fn named(self, name: &'a str) -> Self {
        Self { name, ..self }
    }

    /// Whether it is what was chosen before.
    #[must_use]
    pub fn chosen(self, is_chosen: bool) -> Self {
        Self { is_chosen, ..self }
    }

    /// Shows it as wide as there is room; whether it was clicked.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> bool {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LIST_ROW), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), self.is_chosen, self.name));
        if self.is_chosen || response.hovered() {
            hot_ground(ui, rect.shrink2(vec2(0.0, 1.0)), theme);
        }
        let (role, ink) = match self.is_chosen {
            true => (TextRole::BodyStrong, theme.hi),
            false => (TextRole::Body, theme.mid),
        };
        let inner = rect.shrink2(vec2(size::SPACE_8, 0.0));
        Row::new(self.words, role, ink).number(self.number, TextRole::Tick, theme.low).paint(ui.painter(), inner);
        focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
        response.clicked()
    }
}
