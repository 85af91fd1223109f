//! A matrix of counts: names of the rows stay at the left and those of the columns on top while the cells scroll; a cell's
//! colour is its share of the row.

use std::f32::consts::FRAC_PI_4;

use egui::epaint::TextShape;
use egui::{
    Align2, Color32, Id, Painter, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::paint::{ink_on, text_within};
use super::{arrows_pressed, enter_pressed, focus_ring, lock_arrows};
use crate::ui::style::{TextRole, Theme, Weight, size};

/// A row of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Its name.
    pub name: String,
    /// Written beside the name: how many there are.
    pub count: String,
    /// Written behind the cells.
    pub ends: Vec<String>,
    /// The column that is right for it.
    pub own: Option<usize>,
    /// One count a column.
    pub cells: Vec<u32>,
    /// Whether it belongs to the first, more important rows: higher, and in stronger ink.
    pub is_strong: bool,
}

/// A line of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub enum MatrixLine {
    /// Counts.
    Row(MatrixRow),
    /// Words between rows.
    Rule(String),
}

impl MatrixLine {
    fn height(&self) -> f32 {
        match self {
            Self::Row(row) if row.is_strong => 28.0,
            Self::Row(_) => 21.0,
            Self::Rule(_) => 36.0,
        }
    }

    fn row(&self) -> Option<&MatrixRow> {
        match self {
            Self::Row(row) => Some(row),
            Self::Rule(_) => None,
        }
    }
}

/// A cell: the place of its line, and its column.
pub type MatrixCell = [usize; 2];

/// The whole matrix.
pub struct Matrix<'a> {
    /// What has the keyboard while the arrows walk.
    pub id: Id,
    /// What a screen reader calls it.
    pub name: &'a str,
    /// Names of the columns.
    pub columns: &'a [String],
    /// From top to bottom.
    pub lines: &'a [MatrixLine],
    /// Above the names of the rows, and above what is behind the cells.
    pub corners: (&'a str, &'a [String]),
    /// The selected cell.
    pub selected: Option<MatrixCell>,
    /// Colours of shares 0 to 1.
    pub color_at: &'a dyn Fn(f32) -> Color32,
    /// Cells that stay bright while something else in the view is pointed at; `None`: all.
    pub lit: Option<&'a dyn Fn(MatrixCell) -> bool>,
    /// What a screen reader and the tooltip say of a cell.
    pub sentence: &'a dyn Fn(MatrixCell) -> String,
}

const NAME_WIDTH: f32 = 124.0;
const COUNT_WIDTH: f32 = 34.0;
const END_WIDTH: f32 = 48.0;
const HEADER: f32 = 96.0;
/// From one column to the next, where there is room, and at least.
const PITCH: [f32; 2] = [32.0, 22.0];
const GAP: f32 = 1.5;

struct Laid {
    /// The cells' place.
    cells: Rect,
    pitch: f32,
    /// Top of each line, and the end of the last.
    tops: Vec<f32>,
}

impl Matrix<'_> {
    /// Shows the matrix over `rect`; returns the cell that is asked for.
    pub fn show(&self, ui: &mut Ui, rect: Rect, theme: &Theme) -> Option<MatrixCell> {
        let ends = END_WIDTH * self.corners.1.len() as f32;
        let left = rect.left() + NAME_WIDTH + COUNT_WIDTH + size::SPACE_8;
        let cells = Rect::from_min_max(pos2(left, rect.top() + HEADER), pos2(rect.right() - ends - 8.0, rect.bottom()));
        let fits = cells.width() / self.columns.len().max(1) as f32;
        let mut tops = vec![0.0];
        for line in self.lines {
            tops.push(tops.last().copied().unwrap_or_default() + line.height());
        }
        let laid = Laid { cells, pitch: fits.clamp(PITCH[1], PITCH[0]), tops };
        let walked = self.keys(ui, rect, theme);
        let mut chosen = walked;
        let mut offset = Vec2::ZERO;
        ui.scope_builder(UiBuilder::new().max_rect(cells), |ui| {
            let scroll = ScrollArea::both().id_salt(self.id).auto_shrink(false);
            let output = scroll.show_viewport(ui, |ui, viewport| {
                let height = laid.tops.last().copied().unwrap_or_default();
                ui.set_min_size(vec2(laid.pitch * self.columns.len() as f32, height));
                let corner = ui.max_rect().min;
                if let Some(cell) = walked {
                    ui.scroll_to_rect(laid.cell(corner, cell), None);
                }
                for line in laid.in_sight(viewport) {
                    if let Some(cell) = self.row(ui, (line, corner), &laid, viewport, theme) {
                        chosen = Some(cell);
                    }
                }
            });
            offset = output.state.unclamped_offset();
        });
        self.frame(ui, rect, &laid, offset, theme);
        chosen
    }

    /// The cells of a line; returns the one that was clicked.
    fn row(
        &self,
        ui: &Ui,
        (line, corner): (usize, egui::Pos2),
        laid: &Laid,
        viewport: Rect,
        theme: &Theme,
    ) -> Option<MatrixCell> {
        let row = self.lines[line].row()?;
        let total = row.cells.iter().sum::<u32>().max(1) as f32;
        let first = (viewport.left() / laid.pitch).floor().max(0.0) as usize;
        let end = ((viewport.right() / laid.pitch).ceil().max(0.0) as usize).min(row.cells.len());
        let mut chosen = None;
        for (column, &count) in row.cells.iter().enumerate().take(end).skip(first) {
            let cell = [line, column];
            let rect = laid.cell(corner, cell).shrink(GAP / 2.0);
            self.paint_cell(ui.painter(), rect, cell, (count, count as f32 / total), theme);
            if count == 0 {
                continue;
            }
            let response = ui.interact(rect, self.id.with(cell), Sense::CLICK);
            let is_selected = self.selected == Some(cell);
            response.widget_info(|| {
                WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, (self.sentence)(cell))
            });
            if response.hovered() {
                let stroke = Stroke::new(size::stroke_focus(), theme.hi);
                ui.painter().rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
            }
            super::tooltip_of(&response, false, theme, |ui| {
                ui.label(egui::RichText::new((self.sentence)(cell)).color(theme.hi));
            });
            if response.clicked() {
                chosen = Some(cell);
            }
        }
        chosen
    }

    fn paint_cell(&self, painter: &Painter, rect: Rect, cell: MatrixCell, (count, share): (u32, f32), theme: &Theme) {
        let is_own = self.lines[cell[0]].row().is_some_and(|row| row.own == Some(cell[1]));
        let is_lit = self.lit.is_none_or(|lit| lit(cell));
        let fill = if count == 0 { (self.color_at)(0.0) } else { (self.color_at)(share) };
        let strength = if is_lit { 1.0 } else { 0.25 };
        painter.rect_filled(rect, 2.0, fill.gamma_multiply(strength));
        if is_own {
            painter.rect_stroke(rect, 2.0, Stroke::new(size::hairline(), theme.low), StrokeKind::Inside);
        }
        if count > 0 {
            let ink = ink_on(fill).gamma_multiply(strength.max(0.5));
            let font = Weight::SemiBold.size(12.5);
            painter.text(rect.center(), Align2::CENTER_CENTER, count.to_string(), font, ink);
        }
        if self.selected == Some(cell) {
            let stroke = Stroke::new(size::stroke_selection(), theme.hi);
            painter.rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
        }
    }

    /// Names and ends of the rows in sight, names of the columns in sight.
    fn frame(&self, ui: &Ui, rect: Rect, laid: &Laid, offset: Vec2, theme: &Theme) {
        let cells = laid.cells;
        let beside = Rect::from_x_y_ranges(rect.x_range(), cells.y_range());
        let painter = ui.painter().with_clip_rect(beside.intersect(ui.clip_rect()));
        let viewport = Rect::from_min_size(offset.to_pos2(), cells.size());
        for line in laid.in_sight(viewport) {
            let (top, bottom) = (laid.tops[line] - offset.y, laid.tops[line + 1] - offset.y);
            let middle = cells.top() + (top + bottom) / 2.0;
            match &self.lines[line] {
                MatrixLine::Rule(words) => {
                    let y = middle - 13.0;
                    painter.hline(rect.x_range(), y, Stroke::new(size::hairline(), theme.line2));
                    let place = pos2(rect.left(), middle + 2.0);
                    text_within(&painter, place, rect.width(), words, TextRole::StatusStrong, theme.mid);
                }
                MatrixLine::Row(row) => self.row_names(&painter, rect, (row, middle), cells, theme),
            }
        }
        let above = Rect::from_min_max(pos2(cells.left() - 4.0, rect.top()), pos2(rect.right(), cells.top()));
        let painter = ui.painter().with_clip_rect(above.intersect(ui.clip_rect()));
        for (column, name) in self.columns.iter().enumerate() {
            let x = cells.left() + (column as f32 + 0.5) * laid.pitch - offset.x;
            if x < cells.left() || x > cells.right() {
                continue;
            }
            let is_selected = self.selected.is_some_and(|cell| cell[1] == column);
            slanted(&painter, pos2(x, cells.top() - 6.0), name, is_selected, theme);
        }
        let caption = |place, anchor, words: &str| {
            ui.painter().text(place, anchor, words, TextRole::Caption.font(), theme.low);
        };
        caption(pos2(cells.left() - 8.0, cells.top() - 6.0), Align2::RIGHT_BOTTOM, self.corners.0);
        for (place, words) in self.corners.1.iter().rev().enumerate() {
            let right = rect.right() - END_WIDTH * place as f32;
            caption(pos2(right, cells.top() - 6.0), Align2::RIGHT_BOTTOM, words);
        }
    }

    fn row_names(&self, painter: &Painter, rect: Rect, (row, middle): (&MatrixRow, f32), cells: Rect, theme: &Theme) {
        let (role, ink) = match row.is_strong {
            true => (TextRole::Body, theme.hi),
            false => (TextRole::Caption, theme.mid),
        };
        text_within(painter, pos2(rect.left(), middle), NAME_WIDTH, &row.name, role, ink);
        let count = pos2(cells.left() - size::SPACE_8, middle);
        painter.text(count, Align2::RIGHT_CENTER, &row.count, TextRole::Caption.font(), theme.low);
        for (place, words) in row.ends.iter().rev().enumerate() {
            let right = rect.right() - END_WIDTH * place as f32;
            let font = if place == 0 { TextRole::BodyStrong } else { TextRole::Caption };
            painter.text(pos2(right, middle), Align2::RIGHT_CENTER, words, font.font(), ink);
        }
    }

    /// The matrix as one thing that the keyboard can talk to; returns the cell that it walks to.
    fn keys(&self, ui: &Ui, rect: Rect, theme: &Theme) -> Option<MatrixCell> {
        let response = ui.interact(rect, self.id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Grid, ui.is_enabled(), self.name));
        focus_ring(ui, &response, size::RADIUS_TILE, theme);
        let focused = ui.memory(egui::Memory::focused);
        if focused.is_some_and(|id| id != self.id) || !ui.is_enabled() {
            return None;
        }
        lock_arrows(ui, self.id);
        let [right, down] = arrows_pressed(ui);
        let rows: Vec<usize> = (0..self.lines.len()).filter(|&line| self.lines[line].row().is_some()).collect();
        let Some([line, column]) = self.selected else {
            let first = rows.first().filter(|_| [right, down] != [0, 0] || enter_pressed(ui))?;
            return Some([*first, 0]);
        };
        let row = rows.iter().position(|&other| other == line)?;
        let last = self.columns.len().saturating_sub(1);
        let row = row.saturating_add_signed(down).min(rows.len() - 1);
        let next = [rows[row], column.saturating_add_signed(right).min(last)];
        (next != [line, column]).then_some(next)
    }
}

impl Laid {
    fn cell(&self, corner: egui::Pos2, [line, column]: MatrixCell) -> Rect {
        let (top, bottom) = (self.tops[line], self.tops[line + 1]);
        let left = corner.x + self.pitch * column as f32;
        Rect::from_min_max(pos2(left, corner.y + top), pos2(left + self.pitch, corner.y + bottom))
    }

    /// Lines that are to be seen through that part of the whole.
    fn in_sight(&self, viewport: Rect) -> std::ops::Range<usize> {
        let lines = self.tops.len() - 1;
        let first = self.tops.partition_point(|&top| top <= viewport.top()).saturating_sub(1);
        let end = self.tops.partition_point(|&top| top < viewport.bottom()).min(lines);
        first.min(end)..end
    }
}

/// Words that climb to the right from a place.
fn slanted(painter: &Painter, place: egui::Pos2, words: &str, is_strong: bool, theme: &Theme) {
    let (weight, ink) = if is_strong { (Weight::SemiBold, theme.hi) } else { (Weight::Regular, theme.mid) };
    let galley = painter.layout_no_wrap(words.to_owned(), weight.size(13.0), ink);
    // The lower left corner of the words is where they begin.
    let up = Vec2::angled(-FRAC_PI_4 - std::f32::consts::FRAC_PI_2) * galley.size().y;
    painter.add(TextShape::new(place + up, galley, ink).with_angle(-FRAC_PI_4));
}
