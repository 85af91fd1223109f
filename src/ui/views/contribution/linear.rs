//! How linear is it?  What each branch and each of the strongest channels was predicted to add, against what is lost without it.

use egui::{Align2, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2};

use super::channels::branch_of;
use super::{HUES, branch_name};
use crate::analysis::contribution::{ChannelDrop, LayerContribution};
use crate::locale::format::{percent, signed};
use crate::locale::text::{tr, tr_with};
use crate::state::State;
use crate::ui::kit::paint::spoken;
use crate::ui::kit::{Area, Axes, crossing, tooltip, write, write_fitted};
use crate::ui::style::{Hue, TextRole, Theme, size};

/// Radius of a mark, points.
const MARK: f32 = 4.5;
/// Room for the numbers at the left of the chart and for those below it, points.
const LEFT: f32 = 44.0;
const BELOW: f32 = 38.0;

/// Shows the chart.
pub(super) fn linear(ui: &mut Ui, rect: Rect, state: &State, layer: &LayerContribution, theme: &Theme) {
    let drops = state.dropped().map_or(&[][..], |dropped| &dropped.drops);
    let branches = if layer.branches.is_some() { HUES.len() } else { 0 };
    // One channel changes little, and so follows its gradient; a whole branch need not.
    let (alone, together) = (drops.get(branches..).and_then(missed), drops.get(..branches).and_then(missed));
    let headline = match (alone, together) {
        (Some(alone), Some(together)) => {
            let shares = [("channels", percent(alone)), ("branches", percent(together))];
            tr_with("contribution-linear-missed", &shares)
        }
        (Some(alone), None) => tr_with("contribution-linear-missed-channels", &[("channels", percent(alone))]),
        (None, _) => tr("contribution-linear-computing"),
    };
    let mut room = rect;
    let title = room.take_top(24.0);
    write_fitted(ui.painter(), title, Align2::LEFT_CENTER, &headline, TextRole::StatusStrong, theme.hi);
    spoken(ui, title, Role::Label, &headline);
    let axes = axes(ui, room, drops, theme);
    for (place, drop) in drops.iter().enumerate() {
        let channel = drop.channels.first().copied().unwrap_or_default();
        let (name, branch) = match place.checked_sub(branches) {
            None => (branch_name(place), Some(place)),
            Some(_) => {
                let name = tr_with("contribution-channel-name", &[("channel", channel.to_string())]);
                (name, branch_of(state, &layer.layer, channel))
            }
        };
        let hue = branch.map_or(Hue::Stem, |branch| HUES[branch]);
        let at = axes.at(drop.predicted as f32, drop.measured as f32);
        mark(ui, at, (&name, drop, place < branches), hue, theme);
    }
}

/// By how much the predictions miss what is measured: sum of the differences over the sum of what is measured, 0 where nothing is.
fn missed(drops: &[ChannelDrop]) -> Option<f64> {
    let difference: f64 = drops.iter().map(|drop| (drop.predicted - drop.measured).abs()).sum();
    let measured: f64 = drops.iter().map(|drop| drop.measured.abs()).sum();
    (measured > 0.0).then(|| difference / measured)
}

/// Zero, the line on which both are the same, and what lies along the edges.
fn axes(ui: &Ui, room: Rect, drops: &[ChannelDrop], theme: &Theme) -> Axes {
    let painter = ui.painter();
    let chart = room.without_left(LEFT).without_right(8.0).without_top(2.0).without_bottom(BELOW);
    let values = drops.iter().flat_map(|drop| [drop.predicted.abs(), drop.measured.abs()]);
    let most = values.fold(1e-6, f64::max) * 1.1;
    let reach = most as f32;
    let axes = Axes::new(chart, [-reach, reach], [-reach, reach]);
    painter.rect_stroke(chart, 0.0, Stroke::new(size::hairline(), theme.line), StrokeKind::Inside);
    axes.level(painter, 0.0, theme.line2);
    axes.upright(painter, 0.0, theme.line2);
    let diagonal = axes.points([[-reach, -reach], [reach, reach]]);
    painter.extend(Shape::dashed_line(&diagonal, Stroke::new(1.0, theme.mid), 4.0, 4.0));
    let numbers = crossing(room.left_part(LEFT - 4.0), chart);
    let ends = [(-1.0, Align2::LEFT_TOP, Align2::RIGHT_BOTTOM), (1.0, Align2::RIGHT_TOP, Align2::RIGHT_TOP)];
    for (sign, below, beside) in ends {
        let words = signed(sign * most, if most < 0.1 { 3 } else { 2 });
        axes.below(painter, sign as f32 * reach, 2.0, &words, below, theme.low);
        write(painter, numbers, beside, &words, TextRole::Tick, theme.low);
    }
    let under = crossing(chart, room.bottom_part(18.0));
    write(painter, under, Align2::CENTER_CENTER, &tr("contribution-predicted"), TextRole::Tick, theme.mid);
    let inside = chart.without_left(5.0).without_top(3.0);
    write(painter, inside, Align2::LEFT_TOP, &tr("contribution-measured"), TextRole::Tick, theme.mid);
    axes
}

/// A branch is a square, a channel a circle.
fn mark(ui: &Ui, at: Pos2, (name, drop, is_branch): (&str, &ChannelDrop, bool), hue: Hue, theme: &Theme) {
    let colors = theme.hue(hue);
    let place = Rect::from_center_size(at, Vec2::splat(3.0 * MARK));
    match is_branch {
        true => {
            let square = Rect::from_center_size(at, Vec2::splat(2.0 * MARK));
            ui.painter().rect_filled(square, 1.0, colors.fill);
        }
        false => {
            ui.painter().circle(at, MARK, colors.fill, Stroke::new(1.0, theme.bg2));
        }
    }
    let values =
        [("name", name.to_owned()), ("predicted", signed(drop.predicted, 3)), ("measured", signed(drop.measured, 3))];
    let words = tr_with("contribution-linear-point", &values);
    let response = ui.interact(place, ui.scope_id().with(("contribution-linear", name)), Sense::hover());
    spoken(ui, place, Role::Label, &words);
    tooltip(&response, theme, |ui| {
        ui.label(egui::RichText::new(&words).color(theme.hi));
    });
}
