//! A table of layers, sorted by the column whose head was clicked.

use egui::{Align2, Painter, Pos2, Rect, Response, ScrollArea, Shape, Stroke, StrokeKind, Ui, vec2};

use super::context::CostContext;
use super::row::Row;
use super::sorting::Sorting;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, View};
use crate::ui::kit::{
    Area, Card, NumberColumns, Pressable, card_over, goes_deeper, hot_ground, line_below, within, write, write_fitted,
};
use crate::ui::style::{TextRole, Theme, size};

/// Height of a row, points.
const ROW: f32 = size::HIT_TARGET;
/// Height of the heads.
const HEADS: f32 = size::HIT_TARGET;
/// Where the names begin, after the stripes.
const NAMES: f32 = 18.0;
/// Room for the scroll bar at the right.
const SCROLL_BAR: f32 = 12.0;

/// A column of numbers.
pub(super) struct Column {
    /// Its head.
    pub title: String,
    /// How wide it is, in shares of the room the numbers have.
    pub width: f32,
}

/// What stays from frame to frame.
#[derive(Default)]
pub(super) struct TableScene {
    /// The order that was asked for.
    pub sorting: Sorting,
    /// The layer that was last brought into sight.
    revealed: Option<String>,
}

impl TableScene {
    /// Begins with the largest number of a column.
    pub fn largest_first(column: usize) -> Self {
        Self { sorting: Sorting::largest_first(column), ..Default::default() }
    }
}

/// A table ready to be shown.
pub(super) struct Table<'a> {
    pub name: &'a str,
    pub columns: &'a [Column],
    pub rows: &'a [Row],
}

impl Table<'_> {
    /// Shows the table in a card of that title and caption; returns the layer under the pointer.
    pub fn card(
        &self,
        ui: &mut Ui,
        card: Rect,
        shown: &CostContext<'_>,
        [title, caption]: [&str; 2],
        scene: &mut TableScene,
        commands: &mut Vec<Command>,
    ) -> Option<String> {
        card_over(ui, card, Card::new(title).caption(caption), shown.theme, |ui| {
            let rect = ui.available_rect_before_wrap();
            self.show(ui, rect, shown, scene, commands)
        })
    }

    /// Shows heads and rows; returns the layer under the pointer.
    fn show(
        &self,
        ui: &mut Ui,
        rect: Rect,
        shown: &CostContext<'_>,
        scene: &mut TableScene,
        commands: &mut Vec<Command>,
    ) -> Option<String> {
        let mut body = rect;
        let heads = body.take_top(HEADS).without_right(SCROLL_BAR);
        body.take_top(2.0);
        let columns = self.places(heads);
        self.heads(ui, (heads, &columns), shown.theme, &mut scene.sorting);
        let order = scene.sorting.order(self.rows);
        let selected = &shown.state.selection.layer;
        let reveals = scene.revealed.as_ref() != Some(selected);
        scene.revealed = Some(selected.clone());
        let mut hovered = None;
        within(ui, body, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt(self.name).auto_shrink(false).animated(!shown.is_still());
            area.show_viewport(ui, |ui, viewport| {
                ui.set_height(order.len() as f32 * ROW);
                let all = ui.max_rect().with_max_x(heads.right());
                for (place, &index) in order.iter().enumerate() {
                    let top = place as f32 * ROW;
                    let slot = all.row(place, ROW);
                    let row = &self.rows[index];
                    let is_selected = row.layer == *selected;
                    if is_selected && reveals {
                        ui.scroll_to_rect(slot.expand(2.0 * ROW), None);
                    }
                    if top + ROW >= viewport.top() && top <= viewport.bottom() {
                        let response = self.row(ui, (slot, &columns), shown.theme, row, is_selected);
                        if goes_deeper(ui, &response, is_selected) {
                            commands.push(Command::Show(View::Layer));
                        } else if response.clicked() {
                            commands.push(Command::SelectLayer(row.layer.clone()));
                            // It is in sight: were it moved, a second click would meet another row.
                            scene.revealed = Some(row.layer.clone());
                        }
                        if response.hovered() || response.has_focus() {
                            hovered = Some(row.layer.clone());
                        }
                    }
                }
            });
        });
        hovered
    }

    /// Where the columns lie.
    fn places(&self, rect: Rect) -> NumberColumns {
        let numbers = (rect.width() * 0.66).max(rect.width() - 220.0);
        let shares: Vec<f32> = self.columns.iter().map(|column| column.width).collect();
        NumberColumns::new(rect, rect.width() - numbers, &shares)
    }

    fn heads(&self, ui: &Ui, (rect, columns): (Rect, &NumberColumns), theme: &Theme, sorting: &mut Sorting) {
        let names = self.columns.iter().map(|column| column.title.clone());
        let names = std::iter::once(tr("cost-column-layer")).chain(names);
        for (place, title) in names.enumerate() {
            let column = place.checked_sub(1);
            let head = column.map_or_else(|| columns.name(rect), |column| columns.cell(rect, column));
            let is_sorted = sorting.column == column;
            let pressable = Pressable::new(ui.scope_id().with((self.name, place))).chosen(is_sorted);
            let name = || tr_with("cost-sort-by", &[("column", title.as_str())]);
            let response = pressable.radius(size::RADIUS_TILE).show(ui, head, theme, name);
            let ink = match (is_sorted, response.hovered()) {
                (true, _) => theme.hi,
                (false, true) => theme.mid,
                (false, false) => theme.low,
            };
            let role = if is_sorted { TextRole::StatusStrong } else { TextRole::Status };
            // Beside the name of a column that is sorted by stands an arrow.
            let arrow_room = if is_sorted { 16.0 } else { 0.0 };
            let (room, anchor) = match column {
                Some(_) => (head.without_left(size::SPACE_8 + arrow_room), Align2::RIGHT_CENTER),
                None => (head.without_left(NAMES).without_right(arrow_room), Align2::LEFT_CENTER),
            };
            let words = write_fitted(ui.painter(), room, anchor, &title, role, ink).expand(9.0);
            if is_sorted {
                let middle = if column.is_some() { words.left_center() } else { words.right_center() };
                arrow(ui.painter(), middle, sorting.is_reversed, theme);
            }
            if response.clicked() {
                *sorting = sorting.clicked(column);
            }
        }
        line_below(ui.painter(), rect, theme.line2);
    }

    fn row(
        &self,
        ui: &Ui,
        (slot, columns): (Rect, &NumberColumns),
        theme: &Theme,
        row: &Row,
        is_selected: bool,
    ) -> Response {
        let pressable = Pressable::new(ui.scope_id().with((self.name, &row.layer))).chosen(is_selected);
        let response = pressable.show(ui, slot, theme, || self.spoken(row));
        let painter = ui.painter();
        if is_selected || response.hovered() {
            hot_ground(ui, slot.shrink2(vec2(0.0, 1.0)), theme);
        }
        let stripe = slot.without_left(6.0).left_part(4.0).middle_row(ROW - 18.0);
        painter.rect(stripe, 2.0, theme.hue(row.hue).fill, theme.outline(row.hue), StrokeKind::Inside);
        let (role, ink) = if is_selected { (TextRole::BodyStrong, theme.hi) } else { (TextRole::Body, theme.mid) };
        let name = columns.name(slot).without_left(NAMES).without_right(4.0);
        write_fitted(painter, name, Align2::LEFT_CENTER, &row.words, role, ink);
        for (column, text) in row.texts.iter().enumerate() {
            write(painter, columns.cell(slot, column), Align2::RIGHT_CENTER, text, role, ink);
        }
        response
    }

    /// "4a · 3×3: MACs 70.4 M, …".
    fn spoken(&self, row: &Row) -> String {
        let columns = self.columns.iter().zip(&row.texts);
        let parts: Vec<String> = columns.map(|(column, text)| format!("{} {text}", column.title)).collect();
        format!("{}: {}", row.words, parts.join(", "))
    }
}

/// Down: largest first; up: smallest first.
fn arrow(painter: &Painter, middle: Pos2, is_up: bool, theme: &Theme) {
    let tip = if is_up { -3.0 } else { 3.0 };
    let corners = [(-3.5, -tip), (3.5, -tip), (0.0, tip)].map(|(right, down)| middle + vec2(right, down));
    painter.add(Shape::convex_polygon(corners.to_vec(), theme.hi, Stroke::NONE));
}
