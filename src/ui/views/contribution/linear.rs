//! How linear is it?  What each branch and each of the strongest channels was predicted to add, against what is lost without it.

use egui::{Align2, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::channels::branch_of;
use super::{HUES, branch_name};
use crate::analysis::contribution::{ChannelDrop, LayerContribution};
use crate::locale::format::{percent, signed};
use crate::locale::text::{tr, tr_with};
use crate::state::State;
use crate::ui::kit::paint::{spoken, text, text_within};
use crate::ui::kit::tooltip;
use crate::ui::style::{Hue, TextRole, Theme, size};

/// Radius of a mark, points.
const MARK: f32 = 4.5;

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
    let top = pos2(rect.left(), rect.top() + 12.0);
    text_within(ui.painter(), top, rect.width(), &headline, TextRole::StatusStrong, theme.hi);
    spoken(ui, rect.with_max_y(rect.top() + 24.0), Role::Label, &headline);
    let chart = Rect::from_min_max(rect.min + vec2(44.0, 26.0), rect.max - vec2(8.0, 38.0));
    let reach = drops.iter().flat_map(|drop| [drop.predicted.abs(), drop.measured.abs()]).fold(1e-6, f64::max) * 1.1;
    let at = |drop: [f64; 2]| {
        let [x, y] = drop.map(|value| (value / reach / 2.0) as f32);
        pos2(chart.center().x + x * chart.width(), chart.center().y - y * chart.height())
    };
    axes(ui, (rect, chart), reach, &at, theme);
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
        mark(ui, at([drop.predicted, drop.measured]), (&name, drop, place < branches), hue, theme);
    }
}

/// By how much the predictions miss what is measured: sum of the differences over the sum of what is measured, 0 where nothing is.
fn missed(drops: &[ChannelDrop]) -> Option<f64> {
    let difference: f64 = drops.iter().map(|drop| (drop.predicted - drop.measured).abs()).sum();
    let measured: f64 = drops.iter().map(|drop| drop.measured.abs()).sum();
    (measured > 0.0).then(|| difference / measured)
}

/// Zero, the line on which both are the same, and what lies along the edges.
fn axes(ui: &Ui, (rect, chart): (Rect, Rect), reach: f64, at: &dyn Fn([f64; 2]) -> Pos2, theme: &Theme) {
    let painter = ui.painter();
    let zero = at([0.0, 0.0]);
    painter.rect_stroke(chart, 0.0, Stroke::new(size::hairline(), theme.line), egui::StrokeKind::Inside);
    painter.hline(chart.x_range(), zero.y, Stroke::new(size::hairline(), theme.line2));
    painter.vline(zero.x, chart.y_range(), Stroke::new(size::hairline(), theme.line2));
    let diagonal = [at([-reach, -reach]), at([reach, reach])];
    painter.extend(Shape::dashed_line(&diagonal, Stroke::new(1.0, theme.mid), 4.0, 4.0));
    let decimals = if reach < 0.1 { 3 } else { 2 };
    for (value, align_x, align_y) in
        [(-reach, Align2::LEFT_TOP, Align2::RIGHT_BOTTOM), (reach, Align2::RIGHT_TOP, Align2::RIGHT_TOP)]
    {
        let words = signed(value, decimals);
        text(painter, pos2(at([value, 0.0]).x, chart.bottom() + 2.0), align_x, &words, TextRole::Tick, theme.low);
        text(painter, pos2(chart.left() - 4.0, at([0.0, value]).y), align_y, &words, TextRole::Tick, theme.low);
    }
    let below = pos2(chart.center().x, rect.bottom() - 9.0);
    text(painter, below, Align2::CENTER_CENTER, &tr("contribution-predicted"), TextRole::Tick, theme.mid);
    let row = ui.fonts_mut(|fonts| fonts.row_height(&TextRole::Tick.font()));
    let inside = pos2(chart.left() + 5.0, chart.top() + 3.0 + row / 2.0);
    text(painter, inside, Align2::LEFT_CENTER, &tr("contribution-measured"), TextRole::Tick, theme.mid);
}

/// A branch is a square, a channel a circle.
fn mark(ui: &Ui, at: Pos2, (name, drop, is_branch): (&str, &ChannelDrop, bool), hue: Hue, theme: &Theme) {
    let colors = theme.hue(hue);
    let place = Rect::from_center_size(at, vec2(3.0, 3.0) * MARK);
    match is_branch {
        true => {
            let square = Rect::from_center_size(at, vec2(2.0, 2.0) * MARK);
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
