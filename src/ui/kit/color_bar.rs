//! The scale beside everything that shows values as colours.

use egui::epaint::Mesh;
use egui::{
    Align2, Color32, Painter, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::locale::format::{decimals_for, fixed, signed};
use crate::locale::glossary::Term;
use crate::locale::text::tr_with;
use crate::ui::style::{TextRole, Theme, caption_room, size};

/// A horizontal gradient with numbers below it.
pub struct ColorBar<'a> {
    color_at: &'a dyn Fn(f32) -> Color32,
    range: [f32; 2],
    label: &'a str,
    ends: Option<[&'a str; 2]>,
    tick_count: usize,
    width: Option<f32>,
    term: Option<Term>,
}

impl<'a> ColorBar<'a> {
    const HEIGHT: f32 = 13.0;
    const RADIUS: f32 = 2.5;
    const TICK: f32 = 4.0;

    /// A scale from `range[0]` to `range[1]`; `color_at` maps 0 (left) to 1 (right) to a colour.  A range below zero is
    /// signed: its numbers carry their signs.
    #[must_use]
    pub fn new(label: &'a str, range: [f32; 2], color_at: &'a dyn Fn(f32) -> Color32) -> Self {
        Self { color_at, range, label, ends: None, tick_count: 5, width: None, term: None }
    }

    /// Writes words at the two ends instead of ticks with numbers.
    #[must_use]
    pub fn ends(mut self, left: &'a str, right: &'a str) -> Self {
        self.ends = Some([left, right]);
        self
    }

    /// So many ticks (at least two) instead of five.
    #[must_use]
    pub fn ticks(mut self, count: usize) -> Self {
        self.tick_count = count.max(2);
        self
    }

    /// So many points wide instead of all there is.
    #[must_use]
    pub fn width(mut self, points: f32) -> Self {
        self.width = Some(points);
        self
    }

    /// A word of the label that is explained.
    #[must_use]
    pub fn term(mut self, term: Option<Term>) -> Self {
        self.term = term;
        self
    }

    /// Shows the scale with its label: above the bar if there are words at the ends, else below the numbers.
    pub fn show(self, ui: &mut Ui, theme: &Theme) -> Response {
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let label_height = if self.label.is_empty() { 0.0 } else { caption_room(20.0) };
        let wanted = vec2(width, Self::HEIGHT + Self::TICK + caption_room(18.0) + label_height);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::GraphicsObject, ui.is_enabled(), self.name()));
        if ui.is_rect_visible(rect) {
            let above = if self.ends.is_some() { label_height } else { 0.0 };
            let corner = rect.min + vec2(0.0, above);
            let bar = Rect::from_min_size(corner, vec2(width, Self::HEIGHT));
            let painter = ui.painter();
            self.paint_gradient(painter, bar);
            let border = Stroke::new(size::hairline(), theme.line2);
            painter.rect_stroke(bar, Self::RADIUS, border, StrokeKind::Inside);
            let (place, anchor, ink) = match self.ends {
                Some(ends) => {
                    paint_ends(painter, bar, ends, theme);
                    (rect.left_top(), Align2::LEFT_TOP, theme.mid)
                }
                None => {
                    self.paint_ticks(painter, bar, theme);
                    (rect.left_bottom(), Align2::LEFT_BOTTOM, theme.low)
                }
            };
            let label = painter.text(place, anchor, self.label, TextRole::Caption.font(), ink);
            if let Some(term) = self.term {
                super::term(ui, label, term, theme);
            }
        }
        response
    }

    fn name(&self) -> String {
        let [from, to] = match self.ends {
            Some(ends) => ends.map(str::to_owned),
            None => [self.number(0.0), self.number(1.0)],
        };
        tr_with("color-bar-name", &[("label", self.label.to_owned()), ("from", from), ("to", to)])
    }

    /// The number at a share of the way from left to right.
    fn number(&self, share: f32) -> String {
        let [low, high] = self.range;
        let value = f64::from(low + (high - low) * share);
        let decimals = decimals_for(f64::from(low.abs().max(high.abs())));
        match low < 0.0 {
            true if value.abs() < 0.5 * 10_f64.powi(-(decimals as i32)) => "0".to_owned(),
            true => signed(value, decimals),
            false => fixed(value, decimals),
        }
    }

    fn paint_gradient(&self, painter: &Painter, bar: Rect) {
        const COLUMNS: usize = 96;
        let mut mesh = Mesh::default();
        for column in 0..=COLUMNS {
            let share = column as f32 / COLUMNS as f32;
            let x = bar.left() + bar.width() * share;
            // The ends are round like the border, so that no corner sticks out.
            let from_end = (x - bar.left()).min(bar.right() - x).min(Self::RADIUS);
            let missing = Self::RADIUS - from_end;
            let inset = Self::RADIUS - (Self::RADIUS.powi(2) - missing.powi(2)).max(0.0).sqrt();
            let color = (self.color_at)(share);
            mesh.colored_vertex(pos2(x, bar.top() + inset), color);
            mesh.colored_vertex(pos2(x, bar.bottom() - inset), color);
            if column > 0 {
                let next = 2 * column as u32;
                mesh.add_triangle(next - 2, next - 1, next);
                mesh.add_triangle(next, next - 1, next + 1);
            }
        }
        painter.add(Shape::mesh(mesh));
    }

    fn paint_ticks(&self, painter: &Painter, bar: Rect, theme: &Theme) {
        for tick in 0..self.tick_count {
            let share = tick as f32 / (self.tick_count - 1) as f32;
            let x = (bar.left() + 0.5 + (bar.width() - 1.0) * share).floor() + 0.5;
            let mark = Stroke::new(size::hairline(), theme.line2);
            painter.vline(x, bar.bottom()..=bar.bottom() + Self::TICK, mark);
            let (x, anchor) = match tick {
                0 => (bar.left(), Align2::LEFT_TOP),
                last if last + 1 == self.tick_count => (bar.right(), Align2::RIGHT_TOP),
                _ => (x, Align2::CENTER_TOP),
            };
            let place = pos2(x, bar.bottom() + Self::TICK + 2.0);
            let galley = painter.layout_no_wrap(self.number(share), TextRole::Tick.font(), theme.mid);
            // Between the ends stands what has room there.
            if anchor == Align2::CENTER_TOP && galley.size().x * self.tick_count as f32 > bar.width() {
                continue;
            }
            let place = anchor.anchor_size(place, galley.size()).min;
            painter.galley(place, galley, theme.mid);
        }
    }
}

fn paint_ends(painter: &Painter, bar: Rect, [left, right]: [&str; 2], theme: &Theme) {
    let y = bar.bottom() + 6.0;
    let font = TextRole::Tick.font();
    let place = pos2(bar.left(), y);
    painter.text(place, Align2::LEFT_TOP, left, font.clone(), theme.low);
    painter.text(pos2(bar.right(), y), Align2::RIGHT_TOP, right, font, theme.low);
}
