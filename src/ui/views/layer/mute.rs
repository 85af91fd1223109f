//! Taking a channel away, and what the three heads then believe.

use egui::{Align2, Rect, Stroke, Ui, vec2};

use super::context::LayerContext;
use super::layer_model::contributions;
use crate::analysis::Report;
use crate::locale::format::{percent, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Head;
use crate::state::Command;
use crate::ui::kit::paint::{card_ground, spoken};
use crate::ui::kit::{Area, from_right, left_of, right_of, switch, write, write_fitted, write_sized};
use crate::ui::style::{TextRole, Theme, Weight, size};

/// Height of the card, points.
pub(super) const HEIGHT: f32 = 120.0;

/// Shows the card; asks for muting.
pub(super) fn mute(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    card_ground(ui.painter(), rect, theme);
    let mut inner = rect.shrink2(vec2(16.0, 8.0));
    let head = inner.take_top(30.0);
    let title = tr("layer-mute");
    write_fitted(ui.painter(), head.without_right(54.0), Align2::LEFT_CENTER, &title, TextRole::Name, theme.hi);
    let is_muted = seen.subject.muted[seen.focus.channel];
    if from_right(ui, head, |ui| switch(ui, theme, &title, is_muted).clicked()) {
        commands.push(toggle(seen));
    }
    inner.take_top(3.0);
    top_predictions(ui, inner.take_top(28.0), seen, theme);
    inner.take_top(3.0);
    auxiliary(ui, inner.take_top(18.0), seen, theme);
    inner.take_top(2.0);
    foot(ui, inner.take_top(20.0), seen, theme, commands);
}

/// Mutes the selected channel, or gives it back.
pub(super) fn toggle(seen: &LayerContext<'_>) -> Command {
    Command::Mute {
        layer: seen.layer.name.clone(),
        channel: seen.focus.channel,
        muted: !seen.subject.muted[seen.focus.channel],
    }
}

/// The first photo's report: muting is done to that one.
fn first<'a>(seen: &LayerContext<'a>) -> &'a Report {
    seen.state.report().unwrap_or(&seen.shown.report)
}

/// The class that was predicted with nothing muted.
fn class(seen: &LayerContext<'_>) -> usize {
    let report = seen.state.unmuted().map(|report| &**report).unwrap_or(first(seen));
    report.main().best()
}

/// The probability of that class in a head, with nothing muted and as it is now.
fn shares(seen: &LayerContext<'_>, head: Head) -> Option<(f64, Option<f64>)> {
    let class = class(seen);
    let share = |report: &Report| {
        let scores = report.head(head)?;
        scores.probabilities.get(class).map(|&share| f64::from(share))
    };
    let now = share(first(seen))?;
    match seen.state.unmuted() {
        Some(before) => Some((share(before)?, Some(now))),
        None => Some((now, None)),
    }
}

/// "cat 52.6% → 50.1%".
fn top_predictions(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    let Some((before, after)) = shares(seen, Head::Main) else {
        return;
    };
    let painter = ui.painter();
    let label = first(seen).labels.get(class(seen)).map_or("", |label| class_text(label));
    let words = write_fitted(painter, rect.left_part(96.0), Align2::LEFT_CENTER, label, TextRole::CardTitle, theme.mid);
    let spoken_shares = match after {
        Some(after) => format!("{label} {} → {}", percent(before), percent(after)),
        None => format!("{label} {}", percent(before)),
    };
    spoken(ui, rect, egui::Role::Label, &spoken_shares);
    let behind = right_of(rect, words, size::SPACE_12);
    let regular = Weight::Regular.size(20.0);
    let first = write_sized(painter, behind, Align2::LEFT_CENTER, &percent(before), regular, theme.mid);
    let Some(after) = after else { return };
    let arrow = right_of(rect, first, 10.0).left_part(20.0);
    painter.arrow(arrow.left_center(), vec2(arrow.width(), 0.0), Stroke::new(2.0, theme.mid));
    let behind = right_of(rect, arrow, 10.0);
    write(painter, behind, Align2::LEFT_CENTER, &percent(after), TextRole::StageNumber, theme.hi);
}

/// The same for both auxiliary heads, in small.
fn auxiliary(ui: &Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme) {
    let heads = [(Head::Aux1, tr("layer-head-aux1")), (Head::Aux2, tr("layer-head-aux2"))];
    let parts: Vec<String> = heads
        .iter()
        .filter_map(|(head, name)| {
            let (before, after) = shares(seen, *head)?;
            Some(match after {
                Some(after) => format!("{name} {} → {}", percent(before), percent(after)),
                None => format!("{name} {}", percent(before)),
            })
        })
        .collect();
    let words = parts.join(" · ");
    spoken(ui, rect, egui::Role::Label, &words);
    write_fitted(ui.painter(), rect, Align2::LEFT_CENTER, &words, TextRole::Status, theme.low);
}

/// How much the channel contributes, and the way back from muting.
fn foot(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let count: usize = seen.state.muted().values().map(std::collections::BTreeSet::len).sum();
    let mut room = rect;
    if count > 0 {
        let count = count.to_string();
        let words = tr_with("layer-unmute", &[("count", &*count)]);
        let place = rect.right_part(120.0).expand2(vec2(0.0, 8.0));
        let link = from_right(ui, place, |ui| {
            let words = egui::RichText::new(words).font(TextRole::Caption.font()).color(theme.hi);
            ui.link(words)
        });
        room = left_of(room, link.rect, size::SPACE_8);
        if link.clicked() {
            commands.push(Command::ClearMuted);
        }
    }
    let words = contribution(seen).map_or_else(
        || tr(if seen.state.second().is_some() { "layer-mute-hint-first" } else { "layer-mute-hint" }),
        |drop| tr_with("layer-contribution", &[("logit", &*signed(drop, 2))]),
    );
    write_fitted(ui.painter(), room, Align2::LEFT_CENTER, &words, TextRole::Caption, theme.low);
}

/// What muting takes from the logit of the predicted class: worked out in the background, or seen now.
fn contribution(seen: &LayerContext<'_>) -> Option<f64> {
    let known = contributions(seen.state).and_then(|known| *known.drops.get(seen.focus.channel)?);
    if let Some(drop) = known {
        return Some(f64::from(drop));
    }
    let before = seen.state.unmuted()?;
    let is_alone = seen.subject.muted[seen.focus.channel] && seen.state.muted().values().flatten().count() == 1;
    let logit = |report: &Report| f64::from(report.main().logits[class(seen)]);
    is_alone.then(|| logit(before) - logit(first(seen)))
}
