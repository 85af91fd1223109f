//! Buttons: one filled button a view at most, plain ones, and icons alone.

use std::sync::Arc;

use egui::{Color32, Galley, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{Icon, focus_ring, paint_icon, scroll_to_focus, tooltip};
use crate::ui::style::{TextRole, Theme, Weight, size};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Plain,
    IconOnly,
}

/// A button; show it with `ui.add(..)`.
pub struct Button<'a> {
    theme: &'a Theme,
    label: &'a str,
    /// What a screen reader says.
    name: &'a str,
    kind: Kind,
    icon: Option<Icon>,
    opens_menu: bool,
    is_on: Option<bool>,
    width: Option<f32>,
}

impl<'a> Button<'a> {
    const PADDING: f32 = 14.0;
    const ICON_ROOM: f32 = 18.0;

    /// The one action that matters most here: filled.
    #[must_use]
    pub fn primary(theme: &'a Theme, label: &'a str) -> Self {
        Self::new(theme, label, Kind::Primary)
    }

    /// Any other action.
    #[must_use]
    pub fn plain(theme: &'a Theme, label: &'a str) -> Self {
        Self::new(theme, label, Kind::Plain)
    }

    /// An icon alone; `name` is what a screen reader and the tooltip say.
    #[must_use]
    pub fn icon(theme: &'a Theme, icon: Icon, name: &'a str) -> Self {
        Self::new(theme, name, Kind::IconOnly).with_icon(icon)
    }

    fn new(theme: &'a Theme, label: &'a str, kind: Kind) -> Self {
        Self { theme, label, name: label, kind, icon: None, opens_menu: false, is_on: None, width: None }
    }

    /// Puts an icon before the label.
    #[must_use]
    pub fn with_icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Puts a chevron after the label: a menu opens below.
    #[must_use]
    pub fn opens_menu(mut self) -> Self {
        self.opens_menu = true;
        self
    }

    /// What a screen reader says in place of the label, where the label alone is one of many.
    #[must_use]
    pub fn named(mut self, name: &'a str) -> Self {
        self.name = name;
        self
    }

    /// Makes it at least so many points wide, its label in the middle.
    #[must_use]
    pub fn width(mut self, points: f32) -> Self {
        self.width = Some(points);
        self
    }

    /// Makes it a button that stays down: whether it is.
    #[must_use]
    pub fn toggled(mut self, is_on: bool) -> Self {
        self.is_on = Some(is_on);
        self
    }

    /// Fill, border and text for the state the button is in.
    fn colors(&self, response: &Response) -> (Color32, Color32, Color32) {
        let theme = self.theme;
        let is_hot = response.hovered() || response.is_pointer_button_down_on();
        if self.is_on == Some(true) {
            return (theme.bg3, theme.mid, theme.hi);
        }
        match (self.kind, is_hot) {
            (Kind::Primary, false) => (theme.hi, theme.hi, theme.inv),
            (Kind::Primary, true) => (theme.mid, theme.mid, theme.inv),
            (Kind::Plain | Kind::IconOnly, false) => (theme.bg2, theme.line, theme.hi),
            (Kind::Plain | Kind::IconOnly, true) => (theme.bg3, theme.line2, theme.hi),
        }
    }

    fn paint(&self, ui: &Ui, response: &Response, text: Arc<Galley>, icon_room: f32) {
        let rect = response.rect;
        let (fill, border, ink) = self.colors(response);
        let stroke = Stroke::new(size::hairline(), border);
        let painter = ui.painter();
        painter.rect(rect, size::RADIUS_BUTTON, fill, stroke, StrokeKind::Inside);
        let middle = rect.center().y;
        if let Some(icon) = self.icon {
            let x = match self.kind {
                Kind::IconOnly => rect.center().x,
                Kind::Primary | Kind::Plain => rect.left() + Self::PADDING + 5.0,
            };
            paint_icon(painter, icon, pos2(x, middle), ink);
        }
        let left = match self.width {
            Some(_) => rect.center().x - (text.size().x - icon_room) / 2.0,
            None => rect.left() + Self::PADDING + icon_room,
        };
        let top = middle - text.size().y / 2.0;
        painter.galley(pos2(left, top), text, ink);
        if self.opens_menu {
            let place = pos2(rect.right() - Self::PADDING - 3.0, middle);
            paint_icon(painter, Icon::ChevronDown, place, self.theme.low);
        }
        focus_ring(ui, response, size::RADIUS_BUTTON, self.theme);
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let font = match self.kind {
            Kind::Primary => Weight::SemiBold.size(14.0),
            Kind::Plain | Kind::IconOnly => TextRole::Button.font(),
        };
        let shown = if self.kind == Kind::IconOnly { "" } else { self.label };
        let text = ui.painter().layout_no_wrap(shown.to_owned(), font, Color32::PLACEHOLDER);
        let icon_room = if self.icon.is_some() { Self::ICON_ROOM } else { 0.0 };
        let menu_room = if self.opens_menu { Self::ICON_ROOM } else { 0.0 };
        let width = match self.kind {
            Kind::IconOnly => size::CONTROL_HEIGHT,
            Kind::Primary | Kind::Plain => text.size().x + icon_room + menu_room + 2.0 * Self::PADDING,
        };
        let width = width.max(self.width.unwrap_or_default());
        let wanted = vec2(width.max(size::HIT_TARGET), size::CONTROL_HEIGHT);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        response.widget_info(|| match self.is_on {
            Some(is_on) => WidgetInfo::selected(Role::Button, ui.is_enabled(), is_on, self.name),
            None => WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name),
        });
        scroll_to_focus(&response);
        if ui.is_rect_visible(rect) {
            self.paint(ui, &response, text, icon_room);
        }
        if self.kind == Kind::IconOnly {
            let words = RichText::new(self.label).color(self.theme.hi);
            tooltip(&response, self.theme, |ui| {
                ui.label(words);
            });
        }
        response
    }
}
