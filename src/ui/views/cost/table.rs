//! A table of layers, sorted by the column whose head was clicked.

use egui::{Align2, Painter, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::context::CostContext;
use super::row::Row;
use super::sorting::Sorting;
use super::within;
use crate::locale::text::{tr, tr_with};
use crate::state::{Command, View};
use crate::ui::kit::paint::fitted;
use crate::ui::kit::{Card, focus_ring, goes_deeper};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::module::paint;

/// Height of a row, points.
const ROW: f32 = size::HIT_TARGET;
/// Height of the heads.
const HEADS: f32 = size::HIT_TARGET;
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
        within(ui, card, |ui| {
            Card::new(title)
                .caption(caption)
                .fill_height()
                .show(ui, shown.theme, |ui| {
                    let rect = ui.available_rect_before_wrap();
                    self.show(ui, rect, shown, scene, commands)
                })
                .inner
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
        let heads = rect.with_max_y(rect.top() + HEADS);
        self.heads(ui, heads, shown.theme, &mut scene.sorting);
        let body = rect.with_min_y(heads.bottom() + 2.0);
        let order = scene.sorting.order(self.rows);
        let selected = &shown.state.selection.layer;
        let reveals = scene.revealed.as_ref() != Some(selected);
        scene.revealed = Some(selected.clone());
        let mut hovered = None;
        ui.scope_builder(UiBuilder::new().max_rect(body), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical().id_salt(self.name).auto_shrink(false).animated(!shown.is_still());
            area.show_viewport(ui, |ui, viewport| {
                ui.set_height(order.len() as f32 * ROW);
                let corner = ui.max_rect().min;
                let width = body.width() - SCROLL_BAR;
                for (place, &index) in order.iter().enumerate() {
                    let top = place as f32 * ROW;
                    let slot = Rect::from_min_size(corner + vec2(0.0, top), vec2(width, ROW));
                    let row = &self.rows[index];
                    let is_selected = row.layer == *selected;
                    if is_selected && reveals {
                        ui.scroll_to_rect(slot.expand(2.0 * ROW), None);
                    }
                    if top + ROW >= viewport.top() && top <= viewport.bottom() {
                        let response = self.row(ui, slot, shown.theme, row, is_selected);
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

    /// Left and right edge of a column's numbers.
    fn edges(&self, rect: Rect, column: usize) -> [f32; 2] {
        let numbers = (rect.width() * 0.66).max(rect.width() - 220.0);
        let all: f32 = self.columns.iter().map(|column| column.width).sum();
        let at = |end: usize| {
            let before: f32 = self.columns[..end].iter().map(|column| column.width).sum();
            rect.right() - numbers * (1.0 - before / all)
        };
        [at(column), at(column + 1)]
    }

    fn heads(&self, ui: &Ui, rect: Rect, theme: &Theme, sorting: &mut Sorting) {
        let rect = rect.with_max_x(rect.right() - SCROLL_BAR);
        let names = self.columns.iter().map(|column| column.title.clone());
        let names = std::iter::once(tr("cost-column-layer")).chain(names);
        for (place, title) in names.enumerate() {
            let column = place.checked_sub(1);
            let (left, right) = match column {
                Some(column) => self.edges(rect, column).into(),
                None => (rect.left(), self.edges(rect, 0)[0]),
            };
            let head = Rect::from_x_y_ranges(left..=right, rect.y_range());
            let response = ui.interact(head, ui.scope_id().with((self.name, place)), Sense::click());
            let is_sorted = sorting.column == column;
            response.widget_info(|| {
                let name = tr_with("cost-sort-by", &[("column", title.as_str())]);
                WidgetInfo::selected(Role::Button, ui.is_enabled(), is_sorted, name)
            });
            let ink = match (is_sorted, response.hovered()) {
                (true, _) => theme.hi,
                (false, true) => theme.mid,
                (false, false) => theme.low,
            };
            let font = if is_sorted { TextRole::StatusStrong.font() } else { TextRole::Status.font() };
            let (place, anchor) = match column {
                Some(_) => (head.right_center(), Align2::RIGHT_CENTER),
                None => (head.left_center() + vec2(18.0, 0.0), Align2::LEFT_CENTER),
            };
            // Beside the name of a column that is sorted by stands an arrow.
            let arrow_room = if is_sorted { 16.0 } else { 0.0 };
            let before = if column.is_some() { size::SPACE_8 } else { 18.0 };
            let galley = fitted(ui.painter(), &title, font, ink, head.width() - before - arrow_room);
            let words = anchor.anchor_size(place, galley.size());
            ui.painter().galley(words.min, galley, ink);
            if is_sorted {
                let x = match column {
                    Some(_) => words.left() - 9.0,
                    None => words.right() + 9.0,
                };
                arrow(ui.painter(), pos2(x, words.center().y), sorting.is_reversed, theme);
            }
            focus_ring(ui, &response, size::RADIUS_TILE, theme);
            if response.clicked() {
                *sorting = sorting.clicked(column);
            }
        }
        let line = Stroke::new(size::hairline(), theme.line2);
        ui.painter().hline(rect.x_range(), rect.bottom(), line);
    }

    fn row(&self, ui: &Ui, slot: Rect, theme: &Theme, row: &Row, is_selected: bool) -> Response {
        let id = ui.scope_id().with((self.name, &row.layer));
        let response = ui.interact(slot, id, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, self.spoken(row)));
        let painter = ui.painter();
        if is_selected || response.hovered() {
            let fill = slot.shrink2(vec2(0.0, 1.0));
            painter.rect_filled(fill, size::RADIUS_BUTTON, theme.bg3);
        }
        let stripe = Rect::from_min_size(slot.min + vec2(6.0, 9.0), vec2(4.0, ROW - 18.0));
        let kind = egui::StrokeKind::Inside;
        let hue = theme.hue(row.hue).fill;
        painter.rect(stripe, 2.0, hue, theme.outline(row.hue), kind);
        let (role, ink) = if is_selected { (TextRole::BodyStrong, theme.hi) } else { (TextRole::Body, theme.mid) };
        let room = self.edges(slot, 0)[0] - slot.left() - 22.0;
        let place = slot.left_center() + vec2(18.0, 0.0);
        let words = (role.font(), ink);
        paint::line(painter, place, Align2::LEFT_CENTER, &row.words, words, room);
        for (column, text) in row.texts.iter().enumerate() {
            let place = pos2(self.edges(slot, column)[1], slot.center().y);
            painter.text(place, Align2::RIGHT_CENTER, text, role.font(), ink);
        }
        focus_ring(ui, &response, size::RADIUS_BUTTON, theme);
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
fn arrow(painter: &Painter, middle: egui::Pos2, is_up: bool, theme: &Theme) {
    let tip = if is_up { -3.0 } else { 3.0 };
    let points = vec![middle + vec2(-3.5, -tip), middle + vec2(3.5, -tip), middle + vec2(0.0, tip)];
    painter.add(egui::Shape::convex_polygon(points, theme.hi, Stroke::NONE));
}
