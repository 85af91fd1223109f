//! Is the network right as often as it is sure?

use egui::epaint::Shape;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, Painter, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Parts;
use super::model::SURE;
use crate::album::statistics::{Bin, Reliability};
use crate::locale::format::fixed;
use crate::locale::glossary::Term;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, Spot};
use crate::ui::kit::paint::{card_ground, spoken, text_within};
use crate::ui::kit::{focus_ring, term, tooltip};
use crate::ui::style::{TextRole, Theme, caption_room, size};
use crate::ui::views::album::words::whole_percent;

/// Height of the bars of counts.
const BARS: f32 = 26.0;
/// The largest dot's radius.
const DOT: f32 = 8.0;
/// Least height of what is said of a curve with the number on a line of its own, on a desk.
const LOW: f32 = 112.0;

/// The card; returns the bin under the pointer.
pub(super) fn card(ui: &mut Ui, rect: Rect, parts: Parts<'_>, commands: &mut Vec<Command>) -> Option<usize> {
    let theme = parts.shown.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink(size::CARD_PADDING - 2.0);
    let first = inner.top() + 10.0;
    let painter = ui.painter().clone();
    let caption = tr("album-reliability-caption");
    let place = pos2(inner.right(), first);
    let right = painter.text(place, Align2::RIGHT_CENTER, caption, TextRole::Caption.font(), theme.low);
    let room = right.left() - inner.left() - size::SPACE_8;
    text_within(&painter, pos2(inner.left(), first), room, &tr("album-reliability"), TextRole::CardTitle, theme.hi);
    let strip =
        Rect::from_min_max(pos2(inner.left() - 6.0, inner.bottom() - 38.0), pos2(inner.right() + 6.0, inner.bottom()));
    let legend = (inner.width() * 0.29).clamp(150.0, 260.0);
    let plot = Rect::from_min_max(
        pos2(inner.left() + 50.0, inner.top() + 34.0),
        pos2(inner.right() - legend - size::SPACE_16, strip.top() - below(3.0) - BARS),
    );
    axes(&painter, plot, theme);
    let (known, all) = (&parts.model.known, &parts.model.all);
    curve(&painter, plot, all, false, theme);
    curve(&painter, plot, known, true, theme);
    counts(&painter, plot, known, all, theme);
    let hovered = bins(ui, plot, parts, commands);
    let side =
        Rect::from_min_max(pos2(plot.right() + size::SPACE_24, plot.top() - 8.0), pos2(inner.right(), strip.top()));
    legend_of(ui, side, parts);
    result(ui, strip, parts);
    hovered
}

/// From the bars to the end of so many rows of numbers below them, points.
fn below(rows: f32) -> f32 {
    4.0 + caption_room(16.0) * rows
}

fn at(plot: Rect, probability: f64, right: f64) -> Pos2 {
    pos2(plot.left() + plot.width() * probability as f32, plot.bottom() - plot.height() * right as f32)
}

fn axes(painter: &Painter, plot: Rect, theme: &Theme) {
    let line = Stroke::new(size::hairline(), theme.line);
    for step in 0..=4 {
        let share = f64::from(step) / 4.0;
        let y = at(plot, 0.0, share).y;
        painter.hline(plot.x_range(), y, line);
        let words = whole_percent(share);
        painter.text(pos2(plot.left() - 8.0, y), Align2::RIGHT_CENTER, words, TextRole::Tick.font(), theme.low);
    }
    let y = plot.bottom() + BARS + below(0.5);
    for step in 0..=5 {
        let share = f64::from(step) / 5.0;
        let words = whole_percent(share);
        let place = pos2(at(plot, share, 0.0).x, y);
        painter.text(place, Align2::CENTER_CENTER, words, TextRole::Tick.font(), theme.low);
    }
    let diagonal = [at(plot, 0.0, 0.0), at(plot, 1.0, 1.0)];
    painter.extend(Shape::dotted_line(&diagonal, theme.low, 5.0, 0.9));
}

/// A dot a bin, as large as it has photos; solid for known photos, dashed and open for all.
fn curve(painter: &Painter, plot: Rect, reliability: &Reliability, is_known: bool, theme: &Theme) {
    let filled: Vec<&Bin> = reliability.bins.iter().filter(|bin| !bin.photos.is_empty()).collect();
    let most = filled.iter().map(|bin| bin.photos.len()).max().unwrap_or(1) as f32;
    let points: Vec<Pos2> = filled.iter().map(|bin| at(plot, bin.probability, bin.right)).collect();
    let ink = if is_known { theme.hi } else { theme.low };
    let stroke = Stroke::new(size::stroke_chart() * if is_known { 0.9 } else { 0.7 }, ink);
    match is_known {
        true => painter.add(Shape::line(points.clone(), stroke)),
        false => {
            painter.extend(Shape::dashed_line(&points, stroke, 5.0, 4.0));
            painter.add(Shape::Noop)
        }
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
fn counts(painter: &Painter, plot: Rect, known: &Reliability, all: &Reliability, theme: &Theme) {
    let bins = all.bins.len().max(1);
    let width = plot.width() / bins as f32;
    let most = all.bins.iter().map(|bin| bin.photos.len()).max().unwrap_or(1).max(1) as f32;
    let base = plot.bottom() + BARS;
    let rows = [base + below(1.5), base + below(2.5)];
    for (name, y) in [("album-counts-known", rows[0]), ("album-counts-all", rows[1])] {
        let place = pos2(plot.left() - 8.0, y);
        painter.text(place, Align2::RIGHT_CENTER, tr(name), TextRole::Tick.font(), theme.low);
    }
    for (place, (known, all)) in known.bins.iter().zip(&all.bins).enumerate() {
        let left = plot.left() + width * place as f32;
        let bar = |count: usize| {
            let height = (BARS - 4.0) * count as f32 / most;
            Rect::from_min_max(pos2(left + 1.5, base - height), pos2(left + width - 1.5, base))
        };
        if !all.photos.is_empty() {
            let border = Stroke::new(1.0, theme.low);
            painter.rect(bar(all.photos.len()), 1.0, Color32::TRANSPARENT, border, StrokeKind::Inside);
        }
        painter.rect_filled(bar(known.photos.len()), 1.0, theme.hi);
        let number = |count: usize, y: f32, ink: Color32| {
            if count > 0 {
                let place = pos2(left + width / 2.0, y);
                painter.text(place, Align2::CENTER_CENTER, count.to_string(), TextRole::Tick.font(), ink);
            }
        };
        number(known.photos.len(), rows[0], theme.hi);
        number(all.photos.len(), rows[1], theme.mid);
    }
}

/// Each bin as a thing to point at and to click; returns the one under the pointer.
fn bins(ui: &Ui, plot: Rect, parts: Parts<'_>, commands: &mut Vec<Command>) -> Option<usize> {
    let model = parts.model;
    let theme = parts.shown.theme;
    let count = model.all.bins.len().max(1);
    let width = plot.width() / count as f32;
    let mut hovered = None;
    for (place, (known, all)) in model.known.bins.iter().zip(&model.all.bins).enumerate() {
        if all.photos.is_empty() {
            continue;
        }
        let left = plot.left() + width * place as f32;
        let rect = Rect::from_min_max(pos2(left, plot.top()), pos2(left + width, plot.bottom() + BARS));
        let response = ui.interact(rect, ui.scope_id().with(("bin", place)), Sense::click());
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
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, &words));
        if is_chosen || response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.hi.gamma_multiply(0.08));
        }
        tooltip(&response, theme, |ui| {
            ui.label(egui::RichText::new(&words).color(theme.hi));
        });
        focus_ring(ui, &response, 0.0, theme);
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
    let theme = parts.shown.theme;
    let painter = ui.painter();
    let sure = whole_percent(SURE.into());
    let sides = [
        ("album-known-things", "album-sure-known", parts.model.sure[0], &parts.model.known, true),
        ("album-everything", "album-sure-all", parts.model.sure[1], &parts.model.all, false),
    ];
    let half = rect.height() / 2.0;
    for (place, (name, sentence, [count, right], reliability, is_known)) in sides.into_iter().enumerate() {
        let top = rect.top() + half * place as f32;
        let y = top + 10.0;
        let ink = if is_known { theme.hi } else { theme.low };
        let line = [pos2(rect.left(), y), pos2(rect.left() + 26.0, y)];
        match is_known {
            true => {
                painter.line_segment(line, Stroke::new(2.5, ink));
                painter.circle_filled(line[0].lerp(line[1], 0.5), 4.0, ink);
            }
            false => {
                painter.extend(Shape::dashed_line(&line, Stroke::new(2.0, ink), 4.0, 3.0));
                painter.circle(line[0].lerp(line[1], 0.5), 4.0, theme.bg1, Stroke::new(1.6, ink));
            }
        }
        let name = tr(name);
        let share = if count == 0 { "–".to_owned() } else { whole_percent(right as f64 / count as f64) };
        // In a low card the number stands behind the name.
        let is_low = half < caption_room(LOW);
        let (at, anchor, role) = match is_low {
            true => (pos2(rect.right(), y), Align2::RIGHT_CENTER, TextRole::CardTitle),
            false => (pos2(rect.left(), y + 32.0), Align2::LEFT_CENTER, TextRole::BigNumber),
        };
        let big = painter.text(at, anchor, &share, role.font(), theme.hi);
        let room = if is_low { big.left() - size::SPACE_8 } else { rect.right() } - rect.left() - 34.0;
        text_within(painter, pos2(rect.left() + 34.0, y), room, &name, TextRole::BodyStrong, theme.hi);
        let values = [("sure", sure.clone()), ("count", count.to_string()), ("right", right.to_string())];
        let words = tr_with(sentence, &values);
        let below = big.bottom() + if is_low { 0.0 } else { 4.0 };
        let font = TextRole::Caption.font();
        let rows = ((top + half - below) / (1.25 * font.size)).floor().max(1.0) as usize;
        let mut job = LayoutJob::single_section(words.clone(), TextFormat::simple(font, theme.mid));
        job.wrap.max_width = rect.width();
        job.wrap.max_rows = rows;
        let galley = painter.layout_job(job);
        let end = below + galley.size().y;
        painter.galley(pos2(rect.left(), below), galley, theme.mid);
        let ece = reliability.ece.map_or_else(|| "–".to_owned(), |ece| fixed(ece, 3));
        let ece = tr_with("album-ece", &[("value", &*ece)]);
        let below = painter.layout(ece.clone(), TextRole::Caption.font(), theme.low, rect.width());
        // It goes first where there is no room for all three.
        if end + size::SPACE_4 + below.size().y <= top + half {
            let place = pos2(rect.left(), end + size::SPACE_4);
            term(ui, Rect::from_min_size(place, below.size()), Term::Calibration, theme);
            painter.galley(place, below, theme.low);
        }
        let all = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), half));
        spoken(ui, all, Role::Label, &format!("{name}: {share} {words} {ece}"));
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
    let room = strip.width() - 2.0 * size::SPACE_12;
    let lay_out = |role: TextRole| ui.painter().layout(words.clone(), role.font(), theme.hi, room);
    let mut galley = lay_out(TextRole::Body);
    if galley.rows.len() > 1 {
        galley = lay_out(TextRole::Caption);
    }
    let place = pos2(strip.left() + size::SPACE_12, strip.center().y - galley.size().y / 2.0);
    ui.painter().galley(place, galley, theme.hi);
    spoken(ui, strip, Role::Label, &words);
}
