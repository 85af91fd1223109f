//! Taking a channel away, and what the three heads then believe.

use egui::{Align, Align2, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::context::LayerContext;
use super::layer_model::contributions;
use crate::analysis::Report;
use crate::locale::format::{percent, signed};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Head;
use crate::state::Command;
use crate::ui::kit::paint::{card_ground, spoken, text, text_within};
use crate::ui::kit::switch;
use crate::ui::style::{TextRole, Theme, Weight, size};

/// Height of the card, points.
pub(super) const HEIGHT: f32 = 120.0;

/// Shows the card; asks for muting.
pub(super) fn mute(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    card_ground(ui.painter(), rect, theme);
    let inner = rect.shrink2(vec2(16.0, 8.0));
    let row =
        |top: f32, height: f32| Rect::from_min_size(pos2(inner.left(), inner.top() + top), vec2(inner.width(), height));
    let title = tr("layer-mute");
    let place = row(0.0, 30.0);
    text_within(ui.painter(), place.left_center(), place.width() - 54.0, &title, TextRole::Name, theme.hi);
    let is_muted = seen.subject.muted[seen.focus.channel];
    let right = UiBuilder::new().max_rect(place).layout(Layout::right_to_left(Align::Center));
    let clicked = ui.scope_builder(right, |ui| switch(ui, theme, &title, is_muted).clicked()).inner;
    if clicked {
        commands.push(toggle(seen));
    }
    top_predictions(ui, row(33.0, 28.0), seen, theme);
    auxiliary(ui, row(64.0, 18.0), seen, theme);
    foot(ui, row(84.0, 20.0), seen, theme, commands);
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
    let words = text_within(painter, rect.left_center(), 96.0, label, TextRole::CardTitle, theme.mid);
    let spoken_shares = match after {
        Some(after) => format!("{label} {} → {}", percent(before), percent(after)),
        None => format!("{label} {}", percent(before)),
    };
    spoken(ui, rect, egui::Role::Label, &spoken_shares);
    let place = pos2(words.right() + size::SPACE_12, rect.center().y);
    let regular = Weight::Regular.size(20.0);
    let first = painter.text(place, Align2::LEFT_CENTER, percent(before), regular, theme.mid);
    let Some(after) = after else { return };
    let start = pos2(first.right() + 10.0, rect.center().y);
    painter.arrow(start, vec2(20.0, 0.0), Stroke::new(2.0, theme.mid));
    let place = pos2(start.x + 30.0, rect.center().y);
    text(painter, place, Align2::LEFT_CENTER, &percent(after), TextRole::StageNumber, theme.hi);
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
    text_within(ui.painter(), rect.left_center(), rect.width(), &words, TextRole::Status, theme.low);
}

/// How much the channel contributes, and the way back from muting.
fn foot(ui: &mut Ui, rect: Rect, seen: &LayerContext<'_>, theme: &Theme, commands: &mut Vec<Command>) {
    let count: usize = seen.state.muted().values().map(std::collections::BTreeSet::len).sum();
    let mut right = rect.right();
    if count > 0 {
        let count = count.to_string();
        let words = tr_with("layer-unmute", &[("count", &*count)]);
        let place = Rect::from_min_max(pos2(rect.right() - 120.0, rect.top() - 8.0), rect.max + vec2(0.0, 8.0));
        let layout = UiBuilder::new().max_rect(place).layout(Layout::right_to_left(Align::Center));
        let link = ui.scope_builder(layout, |ui| {
            let words = egui::RichText::new(words).font(TextRole::Caption.font()).color(theme.hi);
            ui.link(words)
        });
        right = link.inner.rect.left() - size::SPACE_8;
        if link.inner.clicked() {
            commands.push(Command::ClearMuted);
        }
    }
    let words = contribution(seen).map_or_else(
        || tr(if seen.state.second().is_some() { "layer-mute-hint-first" } else { "layer-mute-hint" }),
        |drop| tr_with("layer-contribution", &[("logit", &*signed(drop, 2))]),
    );
    text_within(ui.painter(), rect.left_center(), right - rect.left(), &words, TextRole::Caption, theme.low);
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
