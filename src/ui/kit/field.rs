//! A field for one line of text.

use egui::{
    Align2, Color32, Frame, Id, Margin, Rect, Response, RichText, Sense, Stroke, StrokeKind, TextEdit, Ui, Vec2,
};

use super::{Area, focus_ring, write};
use crate::ui::style::{TextRole, Theme, size};

/// A field; [`show`](Self::show) gives it a room of its own, [`put`](Self::put) draws it where it is said.
#[must_use]
pub struct Field<'a> {
    theme: &'a Theme,
    /// What a screen reader says.
    name: &'a str,
    text: &'a mut String,
    hint: &'a str,
    id: Option<Id>,
    role: TextRole,
    ink: Color32,
    most: usize,
    /// Points left free before the text.
    before: f32,
    /// What stands at the right end.
    end: &'a str,
}

impl<'a> Field<'a> {
    /// A field called `name` (for screen readers) that writes `text`.
    pub fn new(theme: &'a Theme, name: &'a str, text: &'a mut String) -> Self {
        let (hint, end, role, ink) = ("", "", TextRole::Body, theme.hi);
        let (most, before) = (usize::MAX, size::SPACE_8);
        Self { theme, name, text, hint, id: None, role, ink, most, before, end }
    }

    /// What stands in it, paler, while it is empty.
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// An identity of its own, for who gives it the focus or asks whether it has it.
    pub fn id(self, id: Id) -> Self {
        Self { id: Some(id), ..self }
    }

    /// How it is written; [`TextRole::Body`] unless said.
    pub fn role(self, role: TextRole) -> Self {
        Self { role, ..self }
    }

    /// The text's colour; the strongest unless said.
    pub fn ink(self, ink: Color32) -> Self {
        Self { ink, ..self }
    }

    /// Takes so many characters and no more.
    pub fn most(self, characters: usize) -> Self {
        Self { most: characters, ..self }
    }

    /// Leaves so many points free before the text.
    pub fn before(self, points: f32) -> Self {
        Self { before: points, ..self }
    }

    /// What is said at the right end, small: how many were found, what is asked for.
    pub fn end(self, words: &'a str) -> Self {
        Self { end: words, ..self }
    }

    /// Shows it in the next place of the layout, `width` points wide and as high as a button.
    pub fn show(self, ui: &mut Ui, width: f32) -> Response {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width, size::CONTROL_HEIGHT), Sense::hover());
        self.put(ui, rect)
    }

    /// Draws it in `rect`, its text in the middle of the height; `rect` may be lower than a button.
    pub fn put(self, ui: &mut Ui, rect: Rect) -> Response {
        let theme = self.theme;
        let border = Stroke::new(size::hairline(), theme.line2);
        ui.painter().rect(rect, size::RADIUS_BUTTON, theme.bg0, border, StrokeKind::Inside);
        let mut after = size::SPACE_8;
        if !self.end.is_empty() {
            let (painter, room) = (ui.painter(), rect.without_right(after));
            let end = write(painter, room, Align2::RIGHT_CENTER, self.end, TextRole::Caption, theme.low);
            after = rect.right() - end.left() + size::SPACE_4;
        }
        // A click anywhere in the frame goes into the text: what is free around it is a margin, in whole points.
        let margin = Margin { left: self.before as i8, right: after.min(f32::from(i8::MAX)) as i8, ..Margin::ZERO };
        let font = self.role.font();
        let hint = RichText::new(self.hint).font(font.clone()).color(theme.low);
        let mut edit = TextEdit::singleline(self.text)
            .frame(Frame::NONE.inner_margin(margin))
            .min_size(rect.size())
            .char_limit(self.most)
            .hint_text(hint)
            .font(font)
            .text_color(self.ink)
            .align(Align2::LEFT_CENTER);
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        let response = ui.put(rect, edit).accessible_name(self.name);
        focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
        response
    }
}
