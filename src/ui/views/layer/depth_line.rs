//! The depths of the network on a line: what each is called, whether its picture is ready, what a cell sees there.

use egui::{Align2, Id, Painter, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, vec2};

use crate::locale::text::tr;
use crate::ui::kit::{Area, Pressable, chart_keys, write};
use crate::ui::style::{TextRole, Theme, size};

/// Most points of a depth's column that the pointer finds.
const REACH: f32 = 64.0;

/// "conv3", "4c": what a depth is called.
pub(super) fn short(layer: &str) -> &str {
    layer.strip_prefix("inception").unwrap_or(layer)
}

/// A depth.
pub(super) struct Depth<'a> {
    /// As [`short`] says it.
    pub name: &'a str,
    /// What is said of it.
    pub said: String,
    /// Side of what a cell of it sees, pixels of the network's input.
    pub pixels: usize,
    /// Whether its picture is ready.
    pub is_ready: bool,
}

/// Three rows over a card's width.
pub(super) struct DepthLine {
    /// The depths' names.
    names: Rect,
    /// The line with its dots.
    pub line: Rect,
    /// What a cell sees.
    pub fields: Rect,
    /// From the first to the last depth.
    track: Rect,
    /// Between two depths, points.
    pitch: f32,
}

impl DepthLine {
    /// Takes rows of those heights off a card; the first of `count` depths stands `left` points from its edge, the last `right`.
    pub fn new(card: &mut Rect, heights: [f32; 3], [left, right]: [f32; 2], count: usize) -> Self {
        let [names, line, fields] = heights.map(|height| card.take_top(height));
        let track = line.without_left(left).without_right(right);
        Self { names, line, fields, track, pitch: track.width() / (count - 1) as f32 }
    }

    /// The column of a depth in a row of the card.
    pub fn column(&self, row: Rect, depth: usize) -> Rect {
        row.with_min_x(self.track.left() - self.pitch / 2.0).column(depth, self.pitch)
    }

    /// What the rows are, and the line.
    pub fn ground(&self, painter: &Painter, theme: &Theme) {
        let [names, fields] = [self.names, self.fields].map(|row| row.without_left(size::CARD_PADDING));
        write(painter, names, Align2::LEFT_CENTER, &tr("dream-depth"), TextRole::Name, theme.hi);
        write(painter, fields, Align2::LEFT_CENTER, &tr("dream-cell-sees"), TextRole::Caption, theme.low);
        painter.hline(self.track.x_range(), self.track.center().y, Stroke::new(4.0, theme.line2));
    }

    /// Shows the depths, of which one may be looked at, with its number as set there; returns the one that is chosen.
    pub fn show(
        &self,
        ui: &Ui,
        id: Id,
        (shown, number): (Option<usize>, TextRole),
        depths: &[Depth<'_>],
        theme: &Theme,
    ) -> Option<usize> {
        let rows = self.names.union(self.fields);
        let whole = rows.with_min_x(self.track.left() - 20.0).with_max_x(self.track.right() + 20.0);
        let typed = chart_keys(ui, whole, id, &tr("dream-depth"), theme);
        let mut chosen = typed.next(shown, depths.len());
        for (place, depth) in depths.iter().enumerate() {
            if self.one(ui, (id.with(place), place), depth, (shown == Some(place), number), theme) {
                chosen = Some(place);
            }
        }
        chosen
    }

    /// One depth; whether it was pressed.
    fn one(
        &self,
        ui: &Ui,
        (id, place): (Id, usize),
        depth: &Depth<'_>,
        (is_shown, number): (bool, TextRole),
        theme: &Theme,
    ) -> bool {
        let column = self.column(self.names.union(self.fields), place);
        let hints = [depth.said.as_str()];
        let pressable = Pressable::new(id).chosen(is_shown).sense(Sense::CLICK).hints(&hints);
        let response = pressable.show(ui, column.middle_column(self.pitch.min(REACH)), theme, || depth.said.clone());
        let [name, middle, field] = [self.names, self.line, self.fields].map(|row| self.column(row, place));
        let (role, ink) = match is_shown {
            true => (TextRole::Name, theme.hi),
            false => (TextRole::Body, if response.hovered() { theme.hi } else { theme.mid }),
        };
        write(ui.painter(), name, Align2::CENTER_CENTER, depth.name, role, ink);
        dot(ui, middle.center(), is_shown, depth.is_ready, theme);
        let (role, ink) = match is_shown {
            true => (number, theme.hi),
            false => (TextRole::Tick, theme.low),
        };
        write(ui.painter(), field, Align2::CENTER_CENTER, &depth.pixels.to_string(), role, ink);
        response.clicked()
    }
}

/// Filled where the picture of that depth is ready; a handle where it is looked at.
fn dot(ui: &Ui, center: Pos2, is_shown: bool, is_ready: bool, theme: &Theme) {
    let painter = ui.painter();
    if is_shown {
        let handle = Rect::from_center_size(center, vec2(18.0, 24.0));
        painter.rect(handle, 5.0, theme.bg3, Stroke::new(size::stroke_focus(), theme.hi), StrokeKind::Inside);
    } else if is_ready {
        painter.circle_filled(center, 5.0, theme.hi);
    } else {
        painter.circle(center, 4.0, theme.bg1, Stroke::new(1.5, theme.low));
    }
}
