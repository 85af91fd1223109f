//! A column a method, a row a question about it.

use egui::{Align2, Id, Rect, Stroke, Ui, vec2};

use super::change;
use super::column::column;
use super::page::Page;
use crate::locale::text::{tr, tr_with};
use crate::state::MethodOrder;
use crate::ui::chrome::compare::name_at;
use crate::ui::kit::{Area, ColorBar, Pressable, crossing, tooltip, within, write, write_fitted};
use crate::ui::look::colormap_of;
use crate::ui::style::{TextRole, caption_room, is_projected, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::color_function;

/// Width of the names of the rows: least and most.
const LABELS: [f32; 2] = [92.0, 124.0];
/// Gap between two columns, and between the two groups.
const GAP: f32 = 8.0;
const GROUP_GAP: f32 = 18.0;

/// Where the rows lie over the whole width of the table; those that are left out have no height.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    bracket: Rect,
    pub name: Rect,
    pub map: Rect,
    pub random: Rect,
    pub agreement: Rect,
    pub strongest: Rect,
    pub in_box: Rect,
    pub deletion: Rect,
    pub insertion: Rect,
    pub passes: Rect,
    pub verdict: Rect,
}

/// A row that may be left out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spare {
    InBox,
    Passes,
    Strongest,
    Insertion,
    Deletion,
}

impl Spare {
    /// What goes first where a class would see maps smaller than [`LEGIBLE`]: the numbers are beside the map that is looked at.
    const FIRST: [Self; 5] = [Self::InBox, Self::Passes, Self::Strongest, Self::Insertion, Self::Deletion];

    fn height(self) -> f32 {
        match self {
            Self::InBox => caption_room(22.0),
            Self::Passes | Self::Strongest => caption_room(20.0),
            Self::Insertion | Self::Deletion => caption_room(38.0),
        }
    }
}

/// Smallest side of a map before a class, points.
const LEGIBLE: f32 = 76.0;

impl Rows {
    /// Of a table over `rect` with columns so wide; without a box nothing is asked about it.
    fn new(rect: Rect, column: f32, has_box: bool) -> Self {
        let [bracket, name, agreement] = [20.0, 36.0, 28.0].map(caption_room);
        let verdict = caption_room(66.0).min((rect.height() * 0.16).max(caption_room(52.0)));
        const GAPS: f32 = 14.0;
        let mut spare = Spare::FIRST.to_vec();
        if !has_box {
            spare.remove(0);
        }
        let map_of = |spare: &[Spare]| {
            let rows: f32 = spare.iter().map(|spare| spare.height()).sum();
            (rect.height() - bracket - name - agreement - verdict - GAPS - rows) / 2.0
        };
        while is_projected() && !spare.is_empty() && map_of(&spare) < LEGIBLE.min(column) {
            spare.remove(0);
        }
        let map = map_of(&spare).min(column).max(44.0);
        let height = |row: Spare| if spare.contains(&row) { row.height() } else { 0.0 };
        let mut room = rect;
        let mut next = |gap: f32, height: f32| {
            room.take_top(gap);
            room.take_top(height)
        };
        Self {
            bracket: next(0.0, bracket),
            name: next(0.0, name),
            map: next(0.0, map),
            random: next(5.0, map),
            agreement: next(5.0, agreement),
            strongest: next(0.0, height(Spare::Strongest)),
            in_box: next(0.0, height(Spare::InBox)),
            deletion: next(0.0, height(Spare::Deletion)),
            insertion: next(0.0, height(Spare::Insertion)),
            passes: next(0.0, height(Spare::Passes)),
            verdict: next(4.0, verdict),
        }
    }

    /// Whether a row is there.
    pub fn has(row: Rect) -> bool {
        row.height() > 0.0
    }

    /// From the names down to the verdicts.
    fn all(&self) -> Rect {
        self.name.union(self.verdict)
    }
}

/// Shows the table.
pub(super) fn table(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let methods = page.methods();
    let split = page.split(&methods);
    let labels = (rect.width() * 0.13).clamp(LABELS[0], LABELS[1]);
    let count = methods.len() as f32;
    let mut room = rect;
    let names = room.take_left(labels).without_right(6.0);
    let width = (room.width() - GAP * (count - 1.0) - (GROUP_GAP - GAP)) / count;
    let rows = Rows::new(rect, width, page.region.is_some());
    row_names(ui, names, &rows, page, board);
    scales(ui, crossing(names, rows.bracket.union(rows.name)), board);
    let mut groups = [Rect::NOTHING; 2];
    for (place, method) in methods.into_iter().enumerate() {
        if place > 0 {
            room.take_left(if split == Some(place) { GROUP_GAP } else { GAP });
        }
        let slot = crossing(room.take_left(width), rows.all());
        column(ui, slot, method, &rows, page, board);
        if let Some(split) = split {
            let group = &mut groups[usize::from(place >= split)];
            *group = group.union(crossing(slot, rows.bracket));
        }
    }
    for (group, key) in groups.into_iter().zip(["heatmaps-group-changes", "heatmaps-group-stays"]) {
        if group.is_positive() {
            bracket(ui, group, &tr(key), board);
        }
    }
}

/// What the colours say: each map from 0 to its largest value, or from what speaks against to what speaks for.
fn scales(ui: &mut Ui, rect: Rect, board: &Board<'_, '_>) {
    let most = tr("heatmaps-scale-most");
    let scales = [(false, ["0", &*most], "heatmaps-scale-unsigned"), (true, ["−", "+"], "heatmaps-scale-signed")];
    let slots = rect.without_top(6.0).columns::<2>(size::SPACE_8);
    for (slot, (is_signed, [low, high], key)) in slots.into_iter().zip(scales) {
        let colormap = colormap_of(board.subject.state, is_signed);
        let color_at = color_function(colormap);
        let range = if is_signed { [-1.0, 1.0] } else { [0.0, 1.0] };
        let response = within(ui, slot, |ui| {
            ColorBar::new("", range, &color_at).ends(low, high).width(slot.width()).show(ui, board.look.theme)
        });
        tooltip(&response, board.look.theme, |ui| {
            ui.label(egui::RichText::new(tr(key)).color(board.look.theme.hi));
        });
    }
}

/// A bracket over a group of columns.
fn bracket(ui: &Ui, rect: Rect, words: &str, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let painter = ui.painter();
    let font = TextRole::StatusStrong.font();
    let galley = painter.layout_no_wrap(words.to_owned(), font, theme.hi);
    if galley.size().x + 24.0 > rect.width() {
        write_fitted(painter, rect, Align2::LEFT_CENTER, words, TextRole::StatusStrong, theme.hi);
        return;
    }
    let stroke = Stroke::new(size::hairline(), theme.mid);
    let shown = rect.place(Align2::CENTER_CENTER, galley.size());
    let around = shown.expand2(vec2(8.0, 0.0));
    let lower = rect.bottom_part(rect.height() / 2.0);
    for arm in [lower.with_max_x(around.left()), lower.with_min_x(around.right())] {
        painter.hline(arm.x_range(), arm.top(), stroke);
    }
    for end in [lower.left(), lower.right()] {
        painter.vline(end, lower.y_range(), stroke);
    }
    painter.galley(shown.min, galley, theme.hi);
}

/// What each row asks; those that can be sorted by are buttons.
fn row_names(ui: &Ui, rect: Rect, rows: &Rows, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let class = board.subject.label(board.subject.class).to_owned();
    let map = tr_with("heatmaps-row-map", &[("class", class)]);
    let place = |row: Rect| crossing(rect, row);
    two_lines(ui, place(rows.map), &map, &tr("heatmaps-row-map-hint"), board);
    match &page.other {
        // Beside a second photo its maps stand there.
        Some((run, _)) => two_lines(
            ui,
            place(rows.random),
            &tr("heatmaps-row-second"),
            &name_at(board.subject.state, run.source),
            board,
        ),
        None => two_lines(ui, place(rows.random), &tr("heatmaps-row-random"), &tr("heatmaps-row-random-hint"), board),
    }
    if Rows::has(rows.strongest) {
        let (single, ink) = (place(rows.strongest), board.look.theme.hi);
        let words = tr("heatmaps-row-strongest");
        write_fitted(ui.painter(), single, Align2::LEFT_CENTER, &words, TextRole::StatusStrong, ink);
    }
    let sortable = [
        (rows.agreement, MethodOrder::Agreement, "heatmaps-row-agreement", "heatmaps-row-agreement-hint"),
        (rows.in_box, MethodOrder::Box, "heatmaps-row-box", ""),
        (rows.deletion, MethodOrder::Deletion, "heatmaps-row-deletion", "heatmaps-low-good"),
        (rows.insertion, MethodOrder::Insertion, "heatmaps-row-insertion", "heatmaps-high-good"),
        (rows.passes, MethodOrder::Passes, "heatmaps-row-passes", ""),
        (rows.verdict, MethodOrder::Listed, "heatmaps-row-verdict", "heatmaps-row-verdict-hint"),
    ];
    for (row, order, key, hint) in sortable.into_iter().filter(|(row, ..)| Rows::has(*row)) {
        sortable_name(ui, place(row), order, [key, hint], page, board);
    }
}

fn sortable_name(
    ui: &Ui,
    rect: Rect,
    order: MethodOrder,
    [key, hint]: [&str; 2],
    page: &Page<'_>,
    board: &mut Board<'_, '_>,
) {
    let theme = board.look.theme;
    let is_chosen = page.wishes.order == order;
    let hint = if hint.is_empty() { String::new() } else { tr(hint) };
    let mut words = tr(key);
    let name = if order == MethodOrder::Listed {
        tr("heatmaps-sort-listed")
    } else {
        tr_with("heatmaps-sort", &[("row", words.clone())])
    };
    if is_chosen {
        words.push_str(" ▲");
    }
    two_lines(ui, rect, &words, &hint, board);
    let response = Pressable::new(Id::unique(("heatmap-sort", order)))
        .chosen(is_chosen)
        .radius(size::RADIUS_TILE)
        .show(ui, rect, theme, || name.clone());
    if response.clicked() {
        change(board, |wishes| wishes.order = order);
    }
    let over_all = rect.with_max_x(ui.max_rect().right());
    ui.painter().hline(over_all.x_range(), rect.top(), Stroke::new(size::hairline(), theme.line));
}

/// A name and a caption below it, where there is room for both.
fn two_lines(ui: &Ui, rect: Rect, name: &str, hint: &str, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let painter = ui.painter();
    if rect.height() < caption_room(30.0) || hint.is_empty() {
        write_fitted(painter, rect, Align2::LEFT_CENTER, name, TextRole::StatusStrong, theme.hi);
        return;
    }
    let line = caption_room(16.0);
    // In the middle of a high row, at the top of a low one.
    let lines = match rect.height() < caption_room(60.0) {
        true => rect.without_top(caption_room(3.0)),
        false => rect.middle_row(2.0 * line),
    };
    write_fitted(painter, lines.row(0, line), Align2::LEFT_CENTER, name, TextRole::StatusStrong, theme.hi);
    write_fitted(painter, lines.row(1, line), Align2::LEFT_CENTER, hint, TextRole::Tick, theme.low);
}

/// A number that stands out in a cell, from its left.
pub(super) fn number(ui: &Ui, rect: Rect, words: &str, is_best: bool, board: &Board<'_, '_>) -> Rect {
    let theme = board.look.theme;
    let role = if is_best { TextRole::Name } else { TextRole::Body };
    let ink = if is_best { theme.hi } else { theme.mid };
    write(ui.painter(), rect.without_left(1.0), Align2::LEFT_CENTER, words, role, ink)
}
