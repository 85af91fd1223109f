//! How often the five nearest share a label, by depth.

use egui::epaint::Shape;
use egui::{Align2, Color32, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{depth_text, short_depth};
use crate::album::Depth;
use crate::album::neighbours::{NEAREST, SameLabel};
use crate::locale::format::fixed;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command};
use crate::ui::kit::focus_ring;
use crate::ui::kit::paint::{card_ground, paragraph, text_within};
use crate::ui::style::{TextRole, size};
use crate::ui::views::album::context::AlbumContext;
use crate::ui::views::album::within;
use crate::ui::views::album::words::whole_percent;

const PADDING: f32 = 16.0;

/// The card.
pub(super) fn card(ui: &mut Ui, rect: Rect, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
    let theme = shown.theme;
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink(PADDING);
    let title = tr_with("album-curve-title", &[("count", NEAREST as f64)]);
    text_within(
        ui.painter(),
        pos2(inner.left(), inner.top() + 8.0),
        inner.width(),
        &title,
        TextRole::CardTitle,
        theme.hi,
    );
    let same: Vec<Option<SameLabel>> =
        Depth::ALL.into_iter().map(|depth| shown.state.album.placed.same_label(depth)).collect();
    let now = shown.choices().depth;
    let here = shown.state.album.placed.same_label(now);
    result(ui, inner, shown, here);
    let legend = 96.0;
    let plot = Rect::from_min_max(
        pos2(inner.left() + 34.0, inner.top() + 84.0),
        pos2(inner.right() - 16.0, inner.bottom() - legend - 30.0),
    );
    curves(ui, plot, shown, &same, commands);
    let words = Rect::from_min_max(pos2(inner.left(), inner.bottom() - legend), inner.max);
    within(ui, words, |ui| legend_of(ui, shown, &same));
}

/// The number at this depth.
fn result(ui: &Ui, inner: Rect, shown: &AlbumContext<'_>, here: Option<SameLabel>) {
    let theme = shown.theme;
    let known = here.and_then(|same| same.known);
    let (share, key) = match known {
        Some(share) => (Some(share), "album-curve-known"),
        None => (here.and_then(|same| same.unknown), "album-curve-unknown"),
    };
    let words = share.map_or_else(|| "–".to_owned(), whole_percent);
    let place = pos2(inner.left(), inner.top() + 46.0);
    let number = ui.painter().text(place, Align2::LEFT_CENTER, &words, TextRole::BigNumber.font(), theme.hi);
    let left = number.right() + size::SPACE_12;
    let sentence = tr_with(key, &[("count", shown.facts.known_photos() as f64)]);
    let galley = ui.painter().layout(sentence.clone(), TextRole::Caption.font(), theme.mid, inner.right() - left);
    let place = pos2(left, inner.top() + 46.0 - galley.size().y / 2.0);
    ui.painter().galley(place, galley, theme.mid);
    let all = Rect::from_min_size(pos2(inner.left(), inner.top() + 24.0), vec2(inner.width(), 44.0));
    crate::ui::kit::paint::spoken(ui, all, Role::Label, &format!("{words} {sentence}"));
}

fn curves(ui: &Ui, plot: Rect, shown: &AlbumContext<'_>, same: &[Option<SameLabel>], commands: &mut Vec<Command>) {
    let theme = shown.theme;
    let painter = ui.painter();
    let shares = same.iter().flatten().flat_map(|same| [same.known, same.unknown]).flatten();
    let most = shares.fold(0.25_f64, f64::max);
    // The next quarter above the largest.
    let top = ((most * 4.0).ceil() / 4.0).min(1.0);
    let x_of = |place: usize| plot.left() + plot.width() * place as f32 / (Depth::ALL.len() - 1) as f32;
    let y_of = |share: f64| plot.bottom() - plot.height() * (share / top) as f32;
    let steps = (top * 4.0).round() as usize;
    for step in 0..=steps {
        let share = step as f64 / 4.0;
        painter.hline(plot.x_range(), y_of(share), Stroke::new(size::hairline(), theme.line));
        let place = pos2(plot.left() - 6.0, y_of(share));
        // Below zero begins the name of the first depth.
        let anchor = if step == 0 { Align2::RIGHT_BOTTOM } else { Align2::RIGHT_CENTER };
        painter.text(place, anchor, whole_percent(share), TextRole::Tick.font(), theme.low);
    }
    stops(ui, plot, shown, same, commands);
    let points = |pick: fn(&SameLabel) -> Option<f64>| -> Vec<(Pos2, f64)> {
        let places = same.iter().enumerate();
        places
            .filter_map(|(place, same)| {
                let share = pick(same.as_ref()?)?;
                Some((pos2(x_of(place), y_of(share)), share))
            })
            .collect()
    };
    let line = |points: &[(Pos2, f64)]| points.iter().map(|(point, _)| *point).collect::<Vec<_>>();
    let unknown = points(|same| same.unknown);
    painter.extend(Shape::dashed_line(&line(&unknown), Stroke::new(2.0, theme.low), 5.0, 4.0));
    let known = points(|same| same.known);
    painter.add(Shape::line(line(&known), Stroke::new(size::stroke_chart(), theme.hi)));
    let now = x_of(Depth::ALL.iter().position(|&depth| depth == shown.choices().depth).unwrap_or(0));
    let known_share = |x: f32| known.iter().find(|(point, _)| (point.x - x).abs() < 0.5).map(|(_, share)| *share);
    for (curve, ink, is_known) in [(&unknown, theme.low, false), (&known, theme.hi, true)] {
        for &(point, share) in curve {
            match is_known {
                true => painter.circle_filled(point, 4.5, ink),
                false => painter.circle(point, 4.0, theme.bg1, Stroke::new(1.6, ink)),
            };
            if is_known && (point.x - now).abs() < 0.5 {
                painter.circle_stroke(point, 9.0, Stroke::new(2.0, theme.hi));
            }
            // Of two numbers at one depth the smaller stands below its point.
            let is_above = is_known || known_share(point.x).is_none_or(|known| share > known + 0.15);
            // At the foot of the plot stand the names of the depths.
            let is_above = is_above || point.y > plot.bottom() - 20.0;
            let away = if is_above { vec2(0.0, -17.0) } else { vec2(0.0, 14.0) };
            let font = if is_known { TextRole::BodyStrong } else { TextRole::Tick };
            let words = fixed(share * 100.0, 0);
            painter.text(point + away, Align2::CENTER_CENTER, words, font.font(), ink);
        }
    }
}

/// Each depth as a thing to click.
fn stops(ui: &Ui, plot: Rect, shown: &AlbumContext<'_>, same: &[Option<SameLabel>], commands: &mut Vec<Command>) {
    let theme = shown.theme;
    let pitch = plot.width() / (Depth::ALL.len() - 1) as f32;
    for (place, (depth, same)) in Depth::ALL.into_iter().zip(same).enumerate() {
        let x = plot.left() + pitch * place as f32;
        let rect =
            Rect::from_min_max(pos2(x - pitch / 2.0, plot.top() - 16.0), pos2(x + pitch / 2.0, plot.bottom() + 26.0));
        let response = ui.interact(rect, ui.scope_id().with(("curve", place)), Sense::click());
        let is_now = depth == shown.choices().depth;
        let name = depth_text(depth);
        let words = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), whole_percent);
        response.widget_info(|| {
            let values = [
                ("depth", name.clone()),
                ("known", words(same.and_then(|same| same.known))),
                ("unknown", words(same.and_then(|same| same.unknown))),
            ];
            WidgetInfo::selected(Role::Button, ui.is_enabled(), is_now, tr_with("album-curve-stop", &values))
        });
        if is_now {
            ui.painter().vline(x, plot.y_range(), Stroke::new(1.0, theme.line2));
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, theme.hi.gamma_multiply(0.06));
        }
        let ink: Color32 = if is_now { theme.hi } else { theme.low };
        let font = if is_now { TextRole::StatusStrong } else { TextRole::Tick };
        let short = short_depth(depth);
        ui.painter().text(pos2(x, plot.bottom() + 16.0), Align2::CENTER_CENTER, short, font.font(), ink);
        focus_ring(ui, &response, size::RADIUS_TILE, theme);
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
