//! The cells, and the way from one to the next: Tab goes right, Enter goes down.

use egui::{Align2, Id, Key, Rect, Response, RichText, Sense, Stroke, StrokeKind, TextEdit, Ui, vec2};

use super::scene::{CellState, ExercisesScene};
use super::verdict::sentence;
use crate::export::exercises::{Column, Mark, RowName};
use crate::locale::format::grouped;
use crate::locale::layer_names::part_text;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Part, Place, Section};
use crate::ui::kit::{Area, NumberColumns, focus_ring, write_fitted};
use crate::ui::style::{Hue, TextRole, Theme, caption_room, size};

/// The least height of a row, points, and in lines of its text.
const LEAST: f32 = 22.0;
const LEAST_LINES: f32 = 1.35;
/// The largest height of a row on a desk, points.
const MOST: f32 = 42.0;
/// The share of the width that the rows' names have.
const NAMES: f32 = 0.24;
/// How wide the columns are, in shares of the rest.
const WIDTHS: [f32; 5] = [0.13, 0.12, 0.22, 0.28, 0.25];
/// Room for a mark at the right end of a cell, points.
const MARK: f32 = 18.0;

/// A stage of a module in words.
pub(super) fn part_name(part: Part) -> String {
    part_text(part)
}

/// "3×3 reduce", "Naive twin".
pub(super) fn row_name(name: RowName) -> String {
    let sided = |key: &str, kernel: usize| tr_with(key, &[("kernel", kernel.to_string())]);
    match name {
        RowName::Stage(part) => part_name(part),
        RowName::Reduce => tr("exercise-row-reduce"),
        RowName::Large(kernel) => format!("{kernel}×{kernel}"),
        RowName::Whole => tr("exercise-row-whole"),
        RowName::Direct(kernel) => sided("exercise-row-direct", kernel),
        RowName::Naive => tr("exercise-row-naive"),
        RowName::Factorised => tr("exercise-row-factorised"),
        RowName::Training(batch) => tr_with("exercise-row-training", &[("batch", batch.to_string())]),
    }
}

/// The head of a column.
pub(super) fn column_name(column: Column) -> String {
    tr(match column {
        Column::Channels => "exercise-column-channels",
        Column::Side => "exercise-column-side",
        Column::Params => "exercise-column-params",
        Column::Macs => "exercise-column-macs",
        Column::Bytes => "exercise-column-bytes",
    })
}

/// The hue of a row's branch.
fn hue(name: RowName) -> Option<Hue> {
    let RowName::Stage(part) = name else { return None };
    Section::of(Place::Module { module: 0, part }).map(Hue::from)
}

/// Shows heads and rows; returns where they end.
pub(super) fn table(ui: &mut Ui, area: Rect, theme: &Theme, scene: &mut ExercisesScene) -> f32 {
    if let Some(next) = scene.next.take() {
        ui.memory_mut(|memory| memory.request_focus(cell_id(next)));
    }
    let count = scene.rows.len() as f32 + 1.0;
    let (least, most) = (LEAST.max(LEAST_LINES * TextRole::Body.font().size), caption_room(MOST));
    let pitch = (area.height() / count).clamp(least, most);
    egui::ScrollArea::vertical().id_salt("exercise-cells").max_height(area.height()).show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(area.width(), pitch * count), Sense::hover());
        let columns = NumberColumns::new(rect, rect.width() * NAMES, &WIDTHS);
        heads(ui, rect.top_part(pitch), &columns, theme);
        for row in 0..scene.rows.len() {
            self::row(ui, rect.row(row + 1, pitch), (row, &columns), theme, scene);
        }
    });
    area.bottom().min(area.top() + pitch * count)
}

fn heads(ui: &Ui, row: Rect, columns: &NumberColumns, theme: &Theme) {
    for (index, column) in Column::ALL.into_iter().enumerate() {
        let place = columns.cell(row, index).without_left(size::SPACE_8);
        let name = column_name(column);
        write_fitted(ui.painter(), place, Align2::LEFT_CENTER, &name, TextRole::StatusStrong, theme.low);
    }
}

fn row(ui: &mut Ui, slot: Rect, (row, columns): (usize, &NumberColumns), theme: &Theme, scene: &mut ExercisesScene) {
    let name = scene.rows[row].name;
    if matches!(name, RowName::Whole) {
        ui.painter().hline(slot.x_range(), slot.top(), Stroke::new(size::hairline(), theme.line2));
    }
    let mut place = columns.name(slot).without_right(size::SPACE_4);
    if let Some(hue) = hue(name) {
        let swatch = place.take_left(20.0).square(Align2::LEFT_CENTER, 12.0);
        ui.painter().rect(swatch, 3.0, theme.hue(hue).fill, theme.outline(hue), StrokeKind::Inside);
    }
    write_fitted(ui.painter(), place, Align2::LEFT_CENTER, &row_name(name), TextRole::Body, theme.hi);
    for column in 0..Column::ALL.len() {
        if scene.question([row, column]).is_some() {
            let place = columns.cell(slot, column).shrink2(vec2(2.0, 1.5));
            cell(ui, place, [row, column], theme, scene);
        }
    }
}

/// One cell: typed into, marked, left.
fn cell(ui: &mut Ui, rect: Rect, cell: [usize; 2], theme: &Theme, scene: &mut ExercisesScene) {
    let [row, column] = cell;
    let state = scene.state(cell);
    let (border, ink) = match state {
        CellState::Open => (theme.line2, theme.hi),
        CellState::Marked(Mark::Right) => (theme.ok, theme.hi),
        CellState::Marked(Mark::Slipped(_) | Mark::Wrong) | CellState::Unreadable => (theme.err, theme.hi),
    };
    ui.painter().rect(rect, size::RADIUS_TILE, theme.bg2, Stroke::new(1.0, border), StrokeKind::Inside);
    let hint = scene.question(cell).filter(|_| scene.shows_answers);
    let hint = hint.map(|question| grouped(question.answer)).unwrap_or_default();
    let inner = rect.shrink2(vec2(6.0, 1.0));
    let inner = inner.without_right(if state == CellState::Open { 0.0 } else { MARK - 4.0 });
    let given = &mut scene.given[row][column];
    let edit = TextEdit::singleline(&mut given.text)
        .id(cell_id(cell))
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::ZERO)
        .hint_text(RichText::new(hint).color(theme.mid))
        .font(TextRole::Body.font())
        .text_color(ink)
        .align(Align2::LEFT_CENTER);
    let response = ui.put(inner, edit);
    if response.changed() {
        given.is_left = false;
    }
    if response.lost_focus() {
        given.is_left = true;
        if !given.text.trim().is_empty() {
            scene.left = Some(cell);
        }
    }
    if response.has_focus() {
        scene.current = Some(cell);
    }
    mark(ui, rect, state, theme);
    name(response.clone(), cell, scene);
    let ring = response.with_new_rect(rect);
    focus_ring(ui, &ring, size::RADIUS_TILE, theme);
    if ring.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        // In the next frame: in this one the cell below would take the same Enter.
        scene.next = Some(below(scene, cell));
        ui.ctx().request_repaint();
    }
}

/// What a screen reader says: row and column, and the verdict.
fn name(response: Response, cell: [usize; 2], scene: &ExercisesScene) {
    let [row, column] = cell;
    let place = [("row", row_name(scene.rows[row].name)), ("column", column_name(Column::ALL[column]))];
    let name = tr_with("exercise-cell", &place);
    let response = response.accessible_name(name);
    if let Some(verdict) = sentence(scene, cell) {
        response.ctx.accesskit_node_builder(response.id, |node| node.set_description(verdict));
    }
}

fn cell_id([row, column]: [usize; 2]) -> Id {
    Id::unique(("exercise-cell", row, column))
}

/// The next cell below that asks something; below the last, the first of the next column.
fn below(scene: &ExercisesScene, [row, column]: [usize; 2]) -> [usize; 2] {
    let columns = Column::ALL.len();
    let down = (row + 1..scene.rows.len()).map(|row| [row, column]);
    let onward = (1..=columns).flat_map(|step| (0..scene.rows.len()).map(move |row| [row, (column + step) % columns]));
    let mut cells = down.chain(onward);
    cells.find(|cell| scene.question(*cell).is_some()).unwrap_or([row, column])
}

/// A tick or a cross: not by colour alone.
fn mark(ui: &Ui, rect: Rect, state: CellState, theme: &Theme) {
    let centre = rect.without_right(1.0).right_part(MARK).center();
    let line = |points: &[(f32, f32)], color| {
        let points = points.iter().map(|(x, y)| centre + vec2(*x, *y)).collect();
        ui.painter().line(points, Stroke::new(2.0, color));
    };
    match state {
        CellState::Open => {}
        CellState::Marked(Mark::Right) => line(&[(-5.0, 0.0), (-1.5, 4.0), (5.0, -4.5)], theme.ok),
        CellState::Marked(Mark::Slipped(_) | Mark::Wrong) | CellState::Unreadable => {
            line(&[(-4.0, -4.0), (4.0, 4.0)], theme.err);
            line(&[(-4.0, 4.0), (4.0, -4.0)], theme.err);
        }
    }
}
