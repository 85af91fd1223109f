//! How often the five nearest share a label, by depth.

use egui::{Align2, Painter, Rect, Role, Sense, Shape, Stroke, Ui, vec2};

use super::{depth_text, short_depth};
use crate::album::Depth;
use crate::album::neighbours::{NEAREST, SameLabel};
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command};
use crate::ui::kit::paint::{card_ground, paragraph, spoken, text};
use crate::ui::kit::{Area, Axes, Lines, Pressable, right_of, within, write, write_fitted};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::words::whole_percent;

const PADDING: f32 = 16.0;
/// How far the places to click reach above and below the plot, the names of the depths with them, points.
const ABOVE: f32 = 16.0;
const BELOW: f32 = 26.0;

/// The card.
pub(super) fn card(ui: &mut Ui, rect: Rect, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
    let theme = shown.theme;
    card_ground(ui.painter(), rect, theme);
    let mut rest = rect.shrink(PADDING);
    let title = tr_with("album-curve-title", &[("count", NEAREST as f64)]);
    let head = rest.take_top(24.0).top_part(16.0);
    write_fitted(ui.painter(), head, Align2::LEFT_CENTER, &title, TextRole::CardTitle, theme.hi);
    let same: Vec<Option<SameLabel>> =
        Depth::ALL.into_iter().map(|depth| shown.state.album.placed.same_label(depth)).collect();
    let now = shown.choices().depth;
    let here = shown.state.album.placed.same_label(now);
    result(ui, rest.take_top(44.0), shown, here);
    let words = rest.take_bottom(96.0);
    let chart = rest.without_left(34.0).without_right(16.0).without_bottom(4.0);
    curves(ui, chart, shown, &same, commands);
    within(ui, words, |ui| legend_of(ui, shown, &same));
}

/// The number at this depth.
fn result(ui: &Ui, rect: Rect, shown: &AlbumContext<'_>, here: Option<SameLabel>) {
    let theme = shown.theme;
    let known = here.and_then(|same| same.known);
    let (share, key) = match known {
        Some(share) => (Some(share), "album-curve-known"),
        None => (here.and_then(|same| same.unknown), "album-curve-unknown"),
    };
    let words = share.map_or_else(|| "–".to_owned(), whole_percent);
    let painter = ui.painter();
    let number = write(painter, rect, Align2::LEFT_CENTER, &words, TextRole::BigNumber, theme.hi);
    let sentence = tr_with(key, &[("count", shown.facts.known_photos() as f64)]);
    let room = right_of(rect, number, size::SPACE_12);
    let lines = Lines::new(painter, &sentence, TextRole::Caption, theme.mid, room.width());
    lines.paint(painter, room, Align2::LEFT_CENTER);
    spoken(ui, rect, Role::Label, &format!("{words} {sentence}"));
}

/// Both curves over the depths, which are places to click.
fn curves(ui: &Ui, chart: Rect, shown: &AlbumContext<'_>, same: &[Option<SameLabel>], commands: &mut Vec<Command>) {
    let theme = shown.theme;
    let painter = ui.painter();
    let shares = same.iter().flatten().flat_map(|same| [same.known, same.unknown]).flatten();
    let most = shares.fold(0.25_f64, f64::max);
    // The next quarter above the largest.
    let top = ((most * 4.0).ceil() / 4.0).min(1.0);
    let plot = chart.without_top(ABOVE).without_bottom(BELOW);
    let axes = Axes::new(plot, [0.0, (Depth::ALL.len() - 1) as f32], [0.0, top as f32]);
    levels(painter, &axes, theme);
    stops(ui, chart, &axes, shown, same, commands);
    let of = |pick: fn(&SameLabel) -> Option<f64>| -> Vec<(usize, f64)> {
        let places = same.iter().enumerate();
        places.filter_map(|(place, same)| Some((place, pick(same.as_ref()?)?))).collect()
    };
    let (known, unknown) = (of(|same| same.known), of(|same| same.unknown));
    let line = |curve: &[(usize, f64)]| axes.points(curve.iter().map(|&(place, share)| [place as f32, share as f32]));
    painter.extend(Shape::dashed_line(&line(&unknown), Stroke::new(2.0, theme.low), 5.0, 4.0));
    painter.add(Shape::line(line(&known), Stroke::new(size::stroke_chart(), theme.hi)));
    let now = Depth::ALL.iter().position(|&depth| depth == shown.choices().depth).unwrap_or(0);
    let known_share = |at: usize| known.iter().find(|(place, _)| *place == at).map(|(_, share)| *share);
    for (curve, ink, is_known) in [(&unknown, theme.low, false), (&known, theme.hi, true)] {
        for &(place, share) in curve {
            let point = axes.at(place as f32, share as f32);
            match is_known {
                true => painter.circle_filled(point, 4.5, ink),
                false => painter.circle(point, 4.0, theme.bg1, Stroke::new(1.6, ink)),
            };
            if is_known && place == now {
                painter.circle_stroke(point, 9.0, Stroke::new(2.0, theme.hi));
            }
            // Of two numbers at one depth the smaller stands below its point.
            let is_above = is_known || known_share(place).is_none_or(|known| share > known + 0.15);
            // At the foot of the plot, where the names of the depths begin, it stands beside its point.
            let foot = plot.bottom() - point.y;
            let away = match (is_above, foot < 20.0) {
                // Above the ring around the depth that is looked at.
                (true, _) if is_known && place == now => vec2(0.0, -20.0),
                (true, _) => vec2(0.0, -17.0),
                (false, true) => vec2(13.0, (foot - 7.0).min(6.0)),
                (false, false) => vec2(0.0, 14.0),
            };
            let role = if is_known { TextRole::BodyStrong } else { TextRole::Tick };
            text(painter, point + away, Align2::CENTER_CENTER, &fixed(share * 100.0, 0), role, ink);
        }
    }
}

/// A line a quarter.
fn levels(painter: &Painter, axes: &Axes, theme: &Theme) {
    let steps = (axes.y[1] * 4.0).round() as usize;
    for step in 1..=steps {
        let share = step as f32 / 4.0;
        axes.named_level(painter, share, &whole_percent(share.into()), theme);
    }
    axes.level(painter, 0.0, theme.line);
    // Below zero begins the name of the first depth.
    let before = axes.chart.expand2(vec2(6.0, 0.0)).left_part(0.0);
    write(painter, before, Align2::RIGHT_BOTTOM, &whole_percent(0.0), TextRole::Tick, theme.low);
}

/// Each depth as a thing to click.
fn stops(
    ui: &Ui,
    chart: Rect,
    axes: &Axes,
    shown: &AlbumContext<'_>,
    same: &[Option<SameLabel>],
    commands: &mut Vec<Command>,
) {
    let theme = shown.theme;
    let pitch = chart.width() / (Depth::ALL.len() - 1) as f32;
    let places = chart.expand2(vec2(pitch / 2.0, 0.0));
    for (place, (depth, same)) in Depth::ALL.into_iter().zip(same).enumerate() {
        let rect = places.column(place, pitch);
        let is_now = depth == shown.choices().depth;
        let words = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), whole_percent);
        let stop = Pressable::new(ui.scope_id().with(("curve", place))).chosen(is_now).radius(size::RADIUS_TILE);
        let response = stop.show(ui, rect, theme, || {
            let values = [
                ("depth", depth_text(depth)),
                ("known", words(same.and_then(|same| same.known))),
                ("unknown", words(same.and_then(|same| same.unknown))),
            ];
            tr_with("album-curve-stop", &values)
        });
        if is_now {
            axes.upright(ui.painter(), place as f32, theme.line2);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.hi.gamma_multiply(0.06));
        }
        let (role, ink) = if is_now { (TextRole::StatusStrong, theme.hi) } else { (TextRole::Tick, theme.low) };
        let name = rect.bottom_part(20.0);
        write(ui.painter(), name, Align2::CENTER_CENTER, &short_depth(depth), role, ink);
        if response.clicked() {
            commands.push(Command::Album(AlbumCommand::SetDepth(depth)));
        }
    }
}

/// What both curves are, and what the numbers say.
fn legend_of(ui: &mut Ui, shown: &AlbumContext<'_>, same: &[Option<SameLabel>]) {
    let theme = shown.theme;
    ui.spacing_mut().item_spacing.y = size::SPACE_4;
    let ends = |pick: fn(&SameLabel) -> Option<f64>| {
        let end = |same: Option<&Option<SameLabel>>| pick(same?.as_ref()?);
        Some((end(same.first())?, end(same.last())?))
    };
    let sentence = |key: [&str; 3], ends: Option<(f64, f64)>| match ends {
        None => None,
        Some((first, last)) if last > first + 0.02 => Some(tr(key[0])),
        Some((first, last)) if last < first - 0.02 => Some(tr(key[1])),
        Some(_) => Some(tr(key[2])),
    };
    let known = sentence(["album-taught-rises", "album-taught-falls", "album-taught-stays"], ends(|same| same.known));
    let unknown =
        sentence(["album-untaught-rises", "album-untaught-falls", "album-untaught-stays"], ends(|same| same.unknown));
    for (words, is_known) in [(known, true), (unknown, false)] {
        let Some(words) = words else { continue };
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(24.0, 16.0), Sense::hover());
            let line = [rect.left_center(), rect.right_center()];
            match is_known {
                true => {
                    ui.painter().line_segment(line, Stroke::new(3.0, theme.hi));
                }
                false => ui.painter().extend(Shape::dashed_line(&line, Stroke::new(2.0, theme.low), 5.0, 4.0)),
            }
            paragraph(ui, &words, TextRole::Caption, theme.mid);
        });
    }
}
