//! Where the evidence for a class is: cell by cell over the photo, channel by channel in a table, and how both add up to
//! the logit.

mod average;
mod cell_numbers;
mod cells;
mod covered;
mod curve;
mod picture;
mod strip;
mod table;
mod table_row;
mod terms;

pub(in crate::ui) use cell_numbers::numbers as evidence_numbers;

use std::rc::Rc;

use egui::{Rect, Role, Stroke, Ui};

use super::class_query::Board;
use super::maps::{ChannelMaps, LAST_MODULE, selected_channel};
use super::numbers::share;
use super::scene::Over;
use super::{Heads, Tab, tabs};
use crate::analysis::LogitSums;
use crate::export::{NoTable, Source, Table};
use crate::locale::agree::Product;
use crate::locale::glossary::Term;
use crate::locale::indices;
use crate::locale::text::{tr, tr_with};
use crate::state::{ClassifiersTab, Spoiler};
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Row};
use crate::ui::style::{TextRole, Theme, caption_room, size};

/// Gap between the columns.
const GAP: f32 = 30.0;
/// Height of a colour bar with its numbers.
const BAR: f32 = 38.0;

/// The same before a class.
fn bar() -> f32 {
    17.0 + caption_room(BAR - 17.0)
}

/// Height of the names below two photos.
const NAMES: f32 = 18.0;
/// Height of the equation, and in a low canvas.
const STRIP: [f32; 2] = [72.0, 64.0];

/// Height of the equation on two lines, before a class.
fn high_strip() -> f32 {
    caption_room(96.0)
}

/// Height of the line that sums the cells up.
const SUM: f32 = 32.0;
/// Where less is left beside the photo the sums stand below it, points on a desk.
const NARROW_SUMS: f32 = 360.0;

/// Rectangles of the parts, in points.
struct Parts {
    pictures: Rect,
    bar: Rect,
    sum: Rect,
    average: Rect,
    curve: Rect,
    table: Rect,
    strip: Rect,
}

impl Parts {
    /// The photo with its cells, and at its right how the parts add up: all that a class sees at first.
    fn cells(content: Rect, photos: usize) -> Self {
        let whole = Self::new(content, photos);
        let gaps = (photos as f32 - 1.0) * size::SPACE_12;
        let names = if photos > 1 { NAMES } else { 0.0 };
        let most = content.height() - bar() - size::SPACE_8 - names;
        let beside = ((content.width() * 0.56 - gaps) / photos as f32).min(most) * photos as f32 + gaps;
        let is_narrow = content.width() - beside - GAP < caption_room(NARROW_SUMS);
        // One photo leaves room for the sum beside it.
        let below = if is_narrow { high_strip() + size::SPACE_12 } else { 0.0 };
        let has_sum_beside = is_narrow && photos == 1;
        let sum_below = if is_narrow && !has_sum_beside { SUM + size::SPACE_8 } else { 0.0 };
        let share = if is_narrow { 1.0 } else { 0.56 };
        let side = ((content.width() * share - gaps) / photos as f32).min(most - below - sum_below);
        let left = content.left_part(side * photos as f32 + gaps);
        let pictures = left.top_part(side);
        let right = content.without_left(left.width() + GAP);
        let strip = match is_narrow {
            true => content.bottom_part(high_strip()),
            false => right.bottom_part(right.height() / 2.0).top_part(high_strip().min(right.height() / 2.0)),
        };
        let above = match has_sum_beside {
            true => right.with_max_y(pictures.bottom()),
            false => Rect::from_x_y_ranges(strip.x_range(), content.top()..=strip.top() - size::SPACE_8),
        };
        let bar = pictures.beneath(size::SPACE_8 + names, bar());
        Self { pictures, bar, sum: above.bottom_part(SUM), strip, ..whole }
    }

    /// The channels: the map whose mean is one of the terms, how they add up, and the table.
    fn channels(content: Rect) -> Self {
        let whole = Self::new(content, 1);
        let mut left = content;
        let table = left.take_right(content.width() * 0.45);
        left.take_right(GAP);
        let average = left.take_top(left.height() * 0.58);
        left.take_top(size::SPACE_12);
        Self { average, curve: left, table, ..whole }
    }

    fn new(content: Rect, photos: usize) -> Self {
        let is_low = content.height() < 340.0;
        let names = if photos > 1 { NAMES } else { 0.0 };
        let most = content.height() - BAR - 36.0 - size::SPACE_12 - names;
        let photos = photos as f32;
        let share = if photos > 1.0 { 0.38 } else { 0.27 };
        let gaps = (photos - 1.0) * size::SPACE_12;
        let side = ((content.width() * share - gaps) / photos).min(most);
        let mut middle = content;
        let left = middle.take_left(side * photos + gaps);
        let pictures = left.top_part(side);
        middle.take_left(GAP);
        let strip = middle.take_bottom(STRIP[usize::from(is_low)]);
        middle.take_bottom(size::SPACE_12);
        let table = middle.take_right((content.width() * 0.32).clamp(280.0, 430.0));
        middle.take_right(GAP);
        let average = middle.take_top((middle.height() * if is_low { 0.61 } else { 0.56 }).min(190.0));
        middle.take_top(if is_low { 8.0 } else { size::SPACE_12 });
        Self {
            pictures,
            bar: pictures.beneath(size::SPACE_8 + names, BAR),
            sum: left.bottom_part(SUM),
            average,
            curve: middle,
            table,
            strip,
        }
    }
}

impl ClassifiersTab {
    /// Where the evidence for a class is, cell by cell.
    pub const EVIDENCE: Self = Self::new("evidence");
}

pub(super) const TAB: Tab = Tab {
    tab: ClassifiersTab::EVIDENCE,
    panel: Tab::panel(
        ClassifiersTab::EVIDENCE,
        "classifiers-tab-evidence",
        &["classifiers-tab-evidence", "classifiers-panel-channels", "classifiers-panel-heads"],
        table_of,
    ),
    term: Some(Term::Evidence),
    heads: Heads::Cards,
    content: evidence,
    controls: tabs::evidence,
};

/// The evidence for the class, minus that for the class it is held against.
fn table_of(source: &Source) -> Result<Table, NoTable> {
    let of_class = source.evidence(source.class)?;
    Ok(Table::of_evidence(&match source.minus {
        None => of_class,
        Some(minus) => of_class.minus(&source.evidence(minus)?),
    }))
}

/// Shows the tab.
pub(super) fn evidence(ui: &mut Ui, content: Rect, panel: Option<usize>, board: &mut Board<'_, '_>) {
    let subject = board.subject;
    let other = subject.other_sums(board.scene);
    let source = subject.source();
    let (Some(sums), Some(maps)) = (subject.sums(board.scene), ChannelMaps::get(board, source, LAST_MODULE)) else {
        return;
    };
    let photos = 1 + usize::from(other.is_some());
    let parts = match panel {
        None => Parts::new(content, photos),
        Some(0) => Parts::cells(content, photos),
        Some(_) => Parts::channels(content),
    };
    let channels = sums.channels.len();
    let chosen = selected_channel(board, LAST_MODULE, channels);
    let channel = board.scene.hovered.filter(|&channel| channel < channels).or(chosen).unwrap_or(sums.order[0]);
    let shown = EvidenceContext { sums: &sums, other: other.as_ref(), maps: &maps, channel };
    if subject.state.is_covered(Spoiler::Evidence) {
        return covered::covered(ui, [parts.pictures, content], sums.side, board);
    }
    let mut hovered = None;
    if panel != Some(1) {
        picture::pictures(ui, [parts.pictures, parts.bar], &shown, board);
        cell_sum(ui, parts.sum, &shown, board);
        strip::strip(ui, parts.strip, &shown, board);
    }
    if panel != Some(0) {
        hovered = average::average(ui, parts.average, &shown, board).or(hovered);
        hovered = curve::curve(ui, parts.curve, &shown, board).or(hovered);
        hovered = table::table(ui, parts.table, &shown, board).or(hovered);
    }
    if board.scene.hovered != hovered {
        board.scene.hovered = hovered;
        // The picture was drawn before it was known which channel it is about.
        ui.ctx().request_repaint();
    }
}

/// What the parts of the tab show.
struct EvidenceContext<'a> {
    sums: &'a Rc<LogitSums>,
    /// Of the second photo, where both are on screen.
    other: Option<&'a Rc<LogitSums>>,
    maps: &'a ChannelMaps,
    /// The channel under the pointer, the selected one, or the one that adds most.
    channel: usize,
}

/// "49 cells add up to", and whether all three ways to the logit agree.
fn cell_sum(ui: &Ui, rect: Rect, shown: &EvidenceContext<'_>, board: &Board<'_, '_>) {
    let is_relative = board.scene.over == Over::Relative;
    let of = |sums: &LogitSums| share_of_two(if is_relative { mean_cell(sums) } else { sums.cell_sum() });
    let mut sum = of(shown.sums);
    if let Some(other) = shown.other {
        sum = format!("{sum}   {}", of(other));
    }
    let count = shown.sums.cells.len().to_string();
    let key = if is_relative { "classifiers-cells-mean" } else { "classifiers-cells-sum" };
    let words = tr_with(key, &[("count", &*count)]);
    sum_line(ui, rect, &words, &sum, board.look.theme);
}

/// What parts add up to, below a line.
fn sum_line(ui: &Ui, rect: Rect, words: &str, sum: &str, theme: &Theme) {
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(size::hairline(), theme.line));
    let row = Row::new(words, TextRole::Body, theme.mid).number(sum, TextRole::RowNumber, theme.hi);
    row.paint(ui.painter(), rect.without_top(4.0));
    spoken(ui, rect, Role::Label, &format!("{words} {sum}"));
}

/// What a cell adds on average.
fn mean_cell(sums: &LogitSums) -> f64 {
    sums.cells.iter().sum::<f64>() / sums.cells.len() as f64
}

/// What the cells show: what each adds, or how much more than the mean cell.
fn cells_shown(sums: &LogitSums, over: Over) -> Vec<f64> {
    let less = if over == Over::Relative { mean_cell(sums) } else { 0.0 };
    sums.cells.iter().map(|cell| cell - less).collect()
}

/// A sum of shares, as large numbers are written: `+2.91`.
fn share_of_two(value: f64) -> String {
    crate::locale::format::signed(value, 2)
}

/// Mean times weight of a channel, two digits.
fn product_of(sums: &LogitSums, channel: usize) -> Product {
    let numbers = sums.channels[channel];
    Product::new([numbers.mean, numbers.weight], 2)
}

/// What a screen reader says of a channel: "channel 202, w +0.133, mean 0.65, w × mean +0.087".
pub(super) fn channel_name(sums: &LogitSums, channel: usize) -> String {
    let product = product_of(sums, channel);
    tr_with(
        "classifiers-channel-name",
        &[
            ("channel", channel.to_string()),
            ("weight", product.second()),
            ("mean", product.first()),
            ("product", product.result()),
        ],
    )
}

/// A title of a column with a caption at its right.
fn column_title(ui: &Ui, rect: Rect, title: &str, caption: &str, theme: &Theme) {
    let row = Row::new(title, TextRole::Name, theme.hi).caption(caption, TextRole::Caption, theme.low);
    row.paint(ui.painter(), rect.top_part(20.0));
}

/// "row 3, column 5".
fn place_of(cell: usize, side: usize) -> String {
    indices::cell((cell / side, cell % side))
}

/// Why the logit is not what its parts add up to.
fn warning(sums: &LogitSums) -> Option<String> {
    (!sums.is_exact()).then(|| {
        let off = share(sums.disagreement());
        tr_with("classifiers-disagree", &[("off", &*off)])
    })
}

/// Why there is no evidence for the auxiliary heads.
fn why_main_only() -> String {
    tr("classifiers-main-only")
}
