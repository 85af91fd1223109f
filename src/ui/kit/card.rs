//! A card: a title, a caption at the right, and what belongs together below them.

use egui::{Align2, Color32, Frame, InnerResponse, Margin, Rect, Sense, Stroke, Ui, vec2};

use super::place::within;
use crate::ui::style::{Hue, TextRole, Theme, size};

/// A frame with a title row.
pub struct Card<'a> {
    title: &'a str,
    caption: &'a str,
    hue: Option<Hue>,
    is_raised: bool,
    fills_height: bool,
}

impl<'a> Card<'a> {
    /// A card with a title; an empty one leaves the title row out.
    #[must_use]
    pub fn new(title: &'a str) -> Self {
        Self { title, caption: "", hue: None, is_raised: false, fills_height: false }
    }

    /// Puts a caption at the right end of the title row.
    #[must_use]
    pub fn caption(mut self, caption: &'a str) -> Self {
        self.caption = caption;
        self
    }

    /// Border and title in a hue of the network, as the heads have.
    #[must_use]
    pub fn hue(mut self, hue: Hue) -> Self {
        self.hue = Some(hue);
        self
    }

    /// One level higher, for a card over the canvas.
    #[must_use]
    pub fn raised(mut self) -> Self {
        self.is_raised = true;
        self
    }

    /// Takes all the height there is.
    #[must_use]
    pub fn fill_height(mut self) -> Self {
        self.fills_height = true;
        self
    }

    /// Shows the card over the available width.
    pub fn show<R>(self, ui: &mut Ui, theme: &Theme, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let border = match self.hue {
            Some(hue) => Stroke::new(1.5, theme.hue(hue).fill),
            None => Stroke::new(size::hairline(), theme.line),
        };
        let fill = if self.is_raised { theme.bg2 } else { theme.bg1 };
        // The border counts as part of the padding, so that a thicker one moves nothing.
        let padding = (size::CARD_PADDING - border.width).floor();
        Frame::new()
            .fill(fill)
            .stroke(border)
            .corner_radius(size::RADIUS_CARD)
            .inner_margin(Margin::symmetric(padding as i8, padding as i8 - 3))
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                if self.fills_height {
                    ui.set_min_height(ui.available_height());
                }
                if !self.title.is_empty() {
                    self.title_row(ui, theme);
                }
                content(ui)
            })
    }

    fn title_row(&self, ui: &mut Ui, theme: &Theme) {
        let wanted = vec2(ui.available_width(), title_height());
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, ui.is_enabled(), self.title));
        let ink: Color32 = self.hue.map_or(theme.hi, |hue| theme.hue(hue).text);
        let painter = ui.painter();
        let title = TextRole::CardTitle.font();
        painter.text(rect.left_center(), Align2::LEFT_CENTER, self.title, title, ink);
        let caption = TextRole::Caption.font();
        let place = rect.right_center();
        painter.text(place, Align2::RIGHT_CENTER, self.caption, caption, theme.low);
    }
}

/// Height of the row with the title, points.
pub fn title_height() -> f32 {
    (TextRole::CardTitle.font().size * 1.35).round().max(22.0)
}

/// Shows a card over all of a rectangle; returns what its content returns, such as the room that is left in it.
pub fn card_over<R>(ui: &mut Ui, rect: Rect, card: Card<'_>, theme: &Theme, content: impl FnOnce(&mut Ui) -> R) -> R {
    within(ui, rect, |ui| card.fill_height().show(ui, theme, content).inner)
}
