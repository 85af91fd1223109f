//! A column a method, a row a question about it.

use egui::{Align2, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::change;
use super::column::column;
use super::page::Page;
use crate::locale::text::{tr, tr_with};
use crate::state::MethodOrder;
use crate::ui::chrome::compare::name_at;
use crate::ui::kit::paint::{text, text_within};
use crate::ui::kit::{ColorBar, focus_ring, tooltip, within};
use crate::ui::look::colormap_of;
use crate::ui::style::{TextRole, caption_room, is_projected, size};
use crate::ui::views::classifiers::class_query::Board;
use crate::ui::views::classifiers::maps::color_function;

/// Width of the names of the rows: least and most.
const LABELS: [f32; 2] = [92.0, 124.0];
/// Gap between two columns, and between the two groups.
const GAP: f32 = 8.0;
const GROUP_GAP: f32 = 18.0;

/// Where the rows lie, tops and bottoms.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    pub bracket: [f32; 2],
    pub name: [f32; 2],
    pub map: [f32; 2],
    pub random: [f32; 2],
    pub agreement: [f32; 2],
    pub strongest: [f32; 2],
    pub in_box: [f32; 2],
    pub deletion: [f32; 2],
    pub insertion: [f32; 2],
    pub passes: [f32; 2],
    pub verdict: [f32; 2],
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
        let mut y = rect.top();
        let mut next = |height: f32| {
            let row = [y, y + height];
            y += height;
            row
        };
        let bracket = next(bracket);
        let name = next(name);
        let upper = next(map);
        next(5.0);
        let random = next(map);
        next(5.0);
        Self {
            bracket,
            name,
            map: upper,
            random,
            agreement: next(agreement),
            strongest: next(height(Spare::Strongest)),
            in_box: next(height(Spare::InBox)),
            deletion: next(height(Spare::Deletion)),
            insertion: next(height(Spare::Insertion)),
            passes: next(height(Spare::Passes)),
            verdict: {
                next(4.0);
                next(verdict)
            },
        }
    }

    /// Whether a row is there.
    pub fn has([top, bottom]: [f32; 2]) -> bool {
        bottom > top
    }

    /// Bottom of all.
    pub fn bottom(&self) -> f32 {
        self.verdict[1]
    }
}

/// Shows the table.
pub(super) fn table(ui: &mut Ui, rect: Rect, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let methods = page.methods();
    let split = page.split(&methods);
    let labels = (rect.width() * 0.13).clamp(LABELS[0], LABELS[1]);
    let count = methods.len() as f32;
    let left = rect.left() + labels;
    let width = (rect.right() - left - GAP * (count - 1.0) - (GROUP_GAP - GAP)) / count;
    let rows = Rows::new(rect, width, page.region.is_some());
    let names = rect.with_max_x(left - 6.0);
    row_names(ui, names, &rows, page, board);
    scales(ui, names.with_min_y(rows.bracket[0]).with_max_y(rows.name[1]), board);
    let mut groups: Vec<Rect> = Vec::new();
    for (place, method) in methods.into_iter().enumerate() {
        let is_second = split.is_some_and(|split| place >= split && split > 0);
        let group_gap = if is_second { GROUP_GAP - GAP } else { 0.0 };
        let x = left + place as f32 * (width + GAP) + group_gap;
        let slot = Rect::from_min_max(pos2(x, rows.name[0]), pos2(x + width, rows.bottom()));
        column(ui, slot, method, &rows, page, board);
        if split.is_some() {
            let index = usize::from(split.is_some_and(|split| place >= split));
            groups.resize(groups.len().max(index + 1), Rect::NOTHING);
            groups[index] = groups[index].union(slot.with_min_y(rows.bracket[0]).with_max_y(rows.bracket[1]));
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
    let width = (rect.width() - size::SPACE_8) / 2.0;
    let most = tr("heatmaps-scale-most");
    let scales = [(false, ["0", &*most], "heatmaps-scale-unsigned"), (true, ["−", "+"], "heatmaps-scale-signed")];
    for (place, (is_signed, [low, high], key)) in scales.into_iter().enumerate() {
        let left = rect.left() + (width + size::SPACE_8) * place as f32;
        let slot = Rect::from_min_max(pos2(left, rect.top() + 6.0), pos2(left + width, rect.bottom()));
        let colormap = colormap_of(board.subject.state, is_signed);
        let color_at = color_function(colormap);
        let range = if is_signed { [-1.0, 1.0] } else { [0.0, 1.0] };
        let response = within(ui, slot, |ui| {
            ColorBar::new("", range, &color_at).ends(low, high).width(width).show(ui, board.look.theme)
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
    let middle = rect.center().y;
    let stroke = Stroke::new(size::hairline(), theme.mid);
    let half = galley.size().x / 2.0 + 8.0;
    if galley.size().x + 24.0 <= rect.width() {
        for [from, to] in [[rect.left(), rect.center().x - half], [rect.center().x + half, rect.right()]] {
            painter.hline(from..=to, middle, stroke);
        }
        painter.vline(rect.left(), middle..=rect.bottom(), stroke);
        painter.vline(rect.right(), middle..=rect.bottom(), stroke);
        painter.galley(rect.center() - galley.size() / 2.0, galley, theme.hi);
    } else {
        text_within(painter, rect.left_center(), rect.width(), words, TextRole::StatusStrong, theme.hi);
    }
}

/// What each row asks; those that can be sorted by are buttons.
fn row_names(ui: &Ui, rect: Rect, rows: &Rows, page: &Page<'_>, board: &mut Board<'_, '_>) {
    let class = board.subject.label(board.subject.class).to_owned();
    let map = tr_with("heatmaps-row-map", &[("class", class)]);
    let place = |row: [f32; 2]| Rect::from_min_max(pos2(rect.left(), row[0]), pos2(rect.right(), row[1]));
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
        text_within(ui.painter(), single.left_center(), single.width(), &words, TextRole::StatusStrong, ink);
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
    let response = ui.interact(rect, Id::unique(("heatmap-sort", order)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, &name));
    focus_ring(ui, &response, size::RADIUS_TILE, theme);
    if response.clicked() {
        change(board, |wishes| wishes.order = order);
    }
    let stroke = Stroke::new(size::hairline(), theme.line);
    ui.painter().hline(rect.left()..=ui.max_rect().right(), rect.top(), stroke);
}

/// A name and a caption below it, where there is room for both.
fn two_lines(ui: &Ui, rect: Rect, name: &str, hint: &str, board: &Board<'_, '_>) {
    let theme = board.look.theme;
    let has_room = rect.height() >= caption_room(30.0) && !hint.is_empty();
    let middle = if has_room && rect.height() < caption_room(60.0) {
        rect.top() + caption_room(11.0)
    } else {
        rect.center().y - if has_room { caption_room(8.0) } else { 0.0 }
    };
    let painter = ui.painter();
    text_within(painter, pos2(rect.left(), middle), rect.width(), name, TextRole::StatusStrong, theme.hi);
    if has_room {
        let below = pos2(rect.left(), middle + caption_room(16.0));
        text_within(painter, below, rect.width(), hint, TextRole::Tick, theme.low);
    }
}

/// A number that stands out in a cell, from its left.
pub(super) fn number(ui: &Ui, rect: Rect, words: &str, is_best: bool, board: &Board<'_, '_>) -> Rect {
    let theme = board.look.theme;
    let role = if is_best { TextRole::Name } else { TextRole::Body };
    let ink = if is_best { theme.hi } else { theme.mid };
    text(ui.painter(), rect.left_center() + vec2(1.0, 0.0), Align2::LEFT_CENTER, words, role, ink)
}
