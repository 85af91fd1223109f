//! Is the network right as often as it is sure?

use egui::{Align2, Color32, Painter, Rect, Role, Shape, Stroke, StrokeKind, Ui, vec2};

use super::Parts;
use super::model::SURE;
use crate::album::statistics::{Bin, Reliability};
use crate::locale::format::fixed;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, Spot};
use crate::ui::kit::paint::{card_ground, spoken};
use crate::ui::kit::{Area, Axes, Lines, Pressable, Row, term, write};
use crate::ui::style::{TextRole, Theme, caption_room, size};
use crate::ui::views::album::words::whole_percent;

/// Height of the bars of counts, and between them and the numbers below.
const BARS: f32 = 26.0;
const NUMBERS_GAP: f32 = 4.0;
/// Width of the numbers at the left, points.
const LEFT: f32 = 50.0;
/// The largest dot's radius.
const DOT: f32 = 8.0;
/// Least height of what is said of a curve with the number on a line of its own, on a desk.
const LOW: f32 = 112.0;

/// The card; returns the bin under the pointer.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>, commands: &mut Vec<Command>) -> Option<usize> {
    let theme = parts.shown.theme;
    card_ground(ui.painter(), rect, theme);
    let mut rest = rect.shrink(size::CARD_PADDING - 2.0);
    let legend = (rest.width() * 0.29).clamp(150.0, 260.0);
    let painter = ui.painter().clone();
    Row::new(&tr("album-reliability"), TextRole::CardTitle, theme.hi)
        .number(&tr("album-reliability-caption"), TextRole::Caption, theme.low)
        .paint(&painter, rest.take_top(26.0).top_part(20.0));
    let strip = rest.take_bottom(38.0).expand2(vec2(6.0, 0.0));
    let side = rest.take_right(legend).without_left(8.0);
    let plot = rest.without_left(LEFT).without_right(size::SPACE_16).without_top(8.0);
    let axes = Axes::of_shares(plot.without_bottom(BARS + NUMBERS_GAP + 3.0 * line()));
    let (known, all) = (&parts.model.known, &parts.model.all);
    levels(&painter, &axes, theme);
    curve(&painter, &axes, all, false, theme);
    curve(&painter, &axes, known, true, theme);
    counts(&painter, &axes, known, all, theme);
    let hovered = bins(ui, axes.chart, parts, commands);
    legend_of(ui, side, parts);
    result(ui, strip, parts);
    hovered
}

/// Height of a row of numbers below the bars, points.
fn line() -> f32 {
    caption_room(16.0)
}

/// Where the bars of counts are, below the plot.
fn bars(plot: Rect) -> Rect {
    plot.beneath(0.0, BARS)
}

/// The row with number `place` of those below the bars.
fn numbers(plot: Rect, place: usize) -> Rect {
    bars(plot).beneath(NUMBERS_GAP, line()).row(place, line())
}

fn levels(painter: &Painter, axes: &Axes, theme: &Theme) {
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        axes.named_level(painter, share, &whole_percent(share.into()), theme);
    }
    let below = numbers(axes.chart, 0).center().y - axes.chart.bottom();
    for step in 0..=5 {
        let share = f64::from(step) / 5.0;
        axes.below(painter, share as f32, below, &whole_percent(share), Align2::CENTER_CENTER, theme.low);
    }
    painter.extend(Shape::dotted_line(&axes.points([[0.0, 0.0], [1.0, 1.0]]), theme.low, 5.0, 0.9));
}

/// A dot a bin, as large as it has photos; solid for known photos, dashed and open for all.
fn curve(painter: &Painter, axes: &Axes, reliability: &Reliability, is_known: bool, theme: &Theme) {
    let filled: Vec<&Bin> = reliability.bins.iter().filter(|bin| !bin.photos.is_empty()).collect();
    let most = filled.iter().map(|bin| bin.photos.len()).max().unwrap_or(1) as f32;
    let points = axes.points(filled.iter().map(|bin| [bin.probability as f32, bin.right as f32]));
    let ink = if is_known { theme.hi } else { theme.low };
    let stroke = Stroke::new(size::stroke_chart() * if is_known { 0.9 } else { 0.7 }, ink);
    match is_known {
        true => painter.add(Shape::line(points.clone(), stroke)),
        false => painter.add(Shape::Vec(Shape::dashed_line(&points, stroke, 5.0, 4.0))),
    };
    for (bin, place) in filled.iter().zip(points) {
        let radius = (DOT * (bin.photos.len() as f32 / most).sqrt()).max(3.0);
        match is_known {
            true => painter.circle_filled(place, radius, ink),
            false => painter.circle(place, radius, theme.bg1, Stroke::new(1.6, ink)),
        };
    }
}

/// How many photos each bin has: as bars, and as numbers.
fn counts(painter: &Painter, axes: &Axes, known: &Reliability, all: &Reliability, theme: &Theme) {
    let plot = axes.chart;
    let width = plot.width() / all.bins.len().max(1) as f32;
    let most = all.bins.iter().map(|bin| bin.photos.len()).max().unwrap_or(1).max(1) as f32;
    let rows = [1, 2].map(|place| numbers(plot, place));
    for (name, row) in ["album-counts-known", "album-counts-all"].into_iter().zip(rows) {
        let before = row.expand2(vec2(8.0, 0.0)).left_part(0.0);
        write(painter, before, Align2::RIGHT_CENTER, &tr(name), TextRole::Tick, theme.low);
    }
    for (place, (known, all)) in known.bins.iter().zip(&all.bins).enumerate() {
        let slot = bars(plot).column(place, width).shrink2(vec2(1.5, 0.0));
        let bar = |count: usize| slot.bottom_part((BARS - 4.0) * count as f32 / most);
        if !all.photos.is_empty() {
            let border = Stroke::new(1.0, theme.low);
            painter.rect(bar(all.photos.len()), 1.0, Color32::TRANSPARENT, border, StrokeKind::Inside);
        }
        painter.rect_filled(bar(known.photos.len()), 1.0, theme.hi);
        let counts = [(known.photos.len(), theme.hi), (all.photos.len(), theme.mid)];
        for (row, (count, ink)) in rows.iter().zip(counts).filter(|(_, (count, _))| *count > 0) {
            let cell = row.column(place, width);
            write(painter, cell, Align2::CENTER_CENTER, &count.to_string(), TextRole::Tick, ink);
        }
    }
}

/// Each bin as a thing to point at and to click; returns the one under the pointer.
fn bins(ui: &Ui, plot: Rect, parts: Parts<'_>, commands: &mut Vec<Command>) -> Option<usize> {
    let model = parts.model;
    let theme = parts.shown.theme;
    let count = model.all.bins.len().max(1);
    let whole = plot.union(bars(plot));
    let mut hovered = None;
    for (place, (known, all)) in model.known.bins.iter().zip(&model.all.bins).enumerate() {
        if all.photos.is_empty() {
            continue;
        }
        let rect = whole.column(place, whole.width() / count as f32);
        let spot = Spot::Bin(place);
        let is_chosen = parts.shown.choices().spot == Some(spot);
        let [from, to] = [place, place + 1].map(|edge| whole_percent(edge as f64 / count as f64));
        let right = |bin: &Bin| match bin.photos.is_empty() {
            true => "–".to_owned(),
            false => whole_percent(bin.right),
        };
        let words = tr_with(
            "album-bin-sentence",
            &[
                ("from", from),
                ("to", to),
                ("known", known.photos.len().to_string()),
                ("right", right(known)),
                ("all", all.photos.len().to_string()),
                ("all_right", right(all)),
            ],
        );
        let bin = Pressable::new(ui.scope_id().with(("bin", place))).chosen(is_chosen).radius(0.0);
        let response = bin.hints(&[&words]).show(ui, rect, theme, || words.clone());
        if is_chosen || response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.hi.gamma_multiply(0.08));
        }
        if response.hovered() {
            hovered = Some(place);
        }
        if response.clicked() {
            let spot = if is_chosen { None } else { Some(spot) };
            commands.push(Command::Album(AlbumCommand::SetSpot(spot)));
        }
    }
    hovered
}

/// Both curves' names with how often a sure answer is right, and the calibration error.
fn legend_of(ui: &Ui, rect: Rect, parts: Parts<'_>) {
    let sure = whole_percent(SURE.into());
    let model = parts.model;
    let sides = [
        ("album-known-things", "album-sure-known", model.sure[0], &model.known, true),
        ("album-everything", "album-sure-all", model.sure[1], &model.all, false),
    ];
    let theme = parts.shown.theme;
    for ((name, sentence, [count, right], reliability, is_known), half) in sides.into_iter().zip(rect.rows::<2>(0.0)) {
        let name = tr(name);
        let share = if count == 0 { "–".to_owned() } else { whole_percent(right as f64 / count as f64) };
        let values = [("sure", sure.clone()), ("count", count.to_string()), ("right", right.to_string())];
        let words = tr_with(sentence, &values);
        let ece = reliability.ece.map_or_else(|| "–".to_owned(), |ece| fixed(ece, 3));
        let ece = tr_with("album-ece", &[("value", &*ece)]);
        let below = named_share(ui.painter(), half, (&name, &share), is_known, theme);
        explained(ui, below, &words, &ece, theme);
        spoken(ui, half, Role::Label, &format!("{name}: {share} {words} {ece}"));
    }
}

/// How a curve is drawn, its name and its number; returns what is left below them.
fn named_share(painter: &Painter, rect: Rect, (name, share): (&str, &str), is_known: bool, theme: &Theme) -> Rect {
    let head = rect.top_part(20.0);
    let key = head.left_part(26.0);
    let line = [key.left_center(), key.right_center()];
    match is_known {
        true => {
            painter.line_segment(line, Stroke::new(2.5, theme.hi));
            painter.circle_filled(key.center(), 4.0, theme.hi);
        }
        false => {
            painter.extend(Shape::dashed_line(&line, Stroke::new(2.0, theme.low), 4.0, 3.0));
            painter.circle(key.center(), 4.0, theme.bg1, Stroke::new(1.6, theme.low));
        }
    }
    let named = head.without_left(34.0);
    // In a low card the number stands behind the name.
    if rect.height() < caption_room(LOW) {
        let row = Row::new(name, TextRole::BodyStrong, theme.hi).number(share, TextRole::CardTitle, theme.hi);
        return rect.with_min_y(row.paint(painter, named).number.bottom());
    }
    Row::new(name, TextRole::BodyStrong, theme.hi).paint(painter, named);
    let number = head.beneath(0.0, 44.0);
    let number = write(painter, number, Align2::LEFT_CENTER, share, TextRole::BigNumber, theme.hi);
    rect.with_min_y(number.bottom() + 4.0)
}

/// What the number says, and the calibration error, which goes first where there is no room for all.
fn explained(ui: &Ui, rect: Rect, words: &str, ece: &str, theme: &Theme) {
    let painter = ui.painter();
    let role = TextRole::Caption;
    let most = (rect.height() / (1.25 * role.font().size)).floor().max(1.0) as usize;
    let words = Lines::at_most(painter, words, (role, theme.mid), rect.width(), most);
    let end = words.paint(painter, rect, Align2::LEFT_TOP).bottom();
    let ece = Lines::new(painter, ece, role, theme.low, rect.width());
    let below = rect.with_min_y(end + size::SPACE_4);
    if ece.height() <= below.height() {
        let place = ece.paint(painter, below, Align2::LEFT_TOP);
        term(ui, place, Term::Calibration, theme);
    }
}

/// One sentence: what a sure answer is worth.
fn result(ui: &Ui, strip: Rect, parts: Parts<'_>) {
    let theme = parts.shown.theme;
    ui.painter().rect_filled(strip, size::RADIUS_BUTTON, theme.bg3);
    let [known, all] = parts.model.sure;
    let sure = whole_percent(SURE.into());
    let share = |[count, right]: [usize; 2]| whole_percent(right as f64 / count.max(1) as f64);
    let classes = parts.shown.album.classes.len().to_string();
    let values = [("sure", sure), ("known", share(known)), ("all", share(all)), ("classes", classes)];
    let key = match (known[0], all[0]) {
        (_, 0) => "album-result-none",
        (_, count) if count > known[0] => "album-result-unknown",
        (_, _) => "album-result-known",
    };
    let words = tr_with(key, &values);
    // In one line where there is room, else smaller and in two.
    let room = strip.shrink2(vec2(size::SPACE_12, 0.0));
    let lay_out = |role: TextRole| Lines::new(ui.painter(), &words, role, theme.hi, room.width());
    let mut lines = lay_out(TextRole::Body);
    if lines.count() > 1 {
        lines = lay_out(TextRole::Caption);
    }
    lines.paint(ui.painter(), room, Align2::LEFT_CENTER);
    spoken(ui, strip, Role::Label, &words);
}
