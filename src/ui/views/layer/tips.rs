//! What tiles and cells say when the pointer rests on them, and to a screen reader.

use egui::{Response, RichText};

use super::context::LayerContext;
use super::layer_model::value_in;
use crate::locale::format::{decimals_for, fixed, signed};
use crate::locale::indices;
use crate::locale::text::{tr, tr_with};
use crate::session::Map;
use crate::ui::chrome::compare;
use crate::ui::kit::tooltip_of;
use crate::ui::style::{TextRole, Theme};

/// A value of the layer as it is written everywhere: signed if the layer is.
pub(super) fn value(seen: &LayerContext<'_>, value: f32) -> String {
    number(value, seen.subject.map.signed)
}

/// The same where the layer is another.
pub(super) fn number(value: f32, is_signed: bool) -> String {
    if value.abs() < 1e-9 {
        return "0".to_owned();
    }
    let decimals = decimals_for(f64::from(value.abs())).max(2);
    if is_signed { signed(f64::from(value), decimals) } else { fixed(f64::from(value), decimals) }
}

/// "channel 79, mean 0.34", or the class of a logit and its value.
pub(super) fn channel_name(seen: &LayerContext<'_>, channel: usize) -> String {
    let mean = of_each(seen, |map| map.activation.statistics[channel].mean);
    let number = channel.to_string();
    match seen.class_of(channel) {
        Some(class) => tr_with("layer-unit-name", &[("unit", class), ("value", &mean)]),
        None if seen.is_vector() => tr_with("layer-unit-name", &[("unit", &*number), ("value", &mean)]),
        None => tr_with("layer-tile-name", &[("channel", &*number), ("mean", &mean)]),
    }
}

/// Name, mean, and the value of the cell under the pointer, or of that at which the keyboard is.
pub(super) fn channel(
    response: &Response,
    seen: &LayerContext<'_>,
    (channel, cell): (usize, Option<(usize, usize)>),
    is_current: bool,
    theme: &Theme,
) {
    let mut first = channel_name(seen, channel);
    if seen.is_muted_in(&seen.subject.map, channel) {
        first = format!("{first} · {}", tr("layer-muted"));
    } else if seen.subject.silent[channel] {
        first = format!("{first} · {}", tr("layer-silent"));
    }
    let second = cell.map(|cell| cell_name(seen, channel, cell));
    tooltip_of(response, is_current, theme, |ui| {
        ui.label(RichText::new(first).font(TextRole::BodyStrong.font()).color(theme.hi));
        if let Some(second) = second {
            ui.label(RichText::new(second).font(TextRole::Body.font()).color(theme.mid));
        }
    });
}

/// "row 10, column 7: 4.45".
pub(super) fn cell_name(seen: &LayerContext<'_>, channel: usize, (row, column): (usize, usize)) -> String {
    let words = indices::cell((row, column));
    let values = of_each(seen, |map| value_in(map, channel, (row, column)));
    format!("{words}: {values}")
}

/// A number of the map that is shown; of both, "A 4.45 · B 0.12".
pub(super) fn of_each(seen: &LayerContext<'_>, of: impl Fn(&Map) -> f32) -> String {
    let mut numbers = seen.sides().map(|side| value(seen, of(side.map)));
    let first = numbers.next().unwrap_or_default();
    match numbers.next() {
        Some(second) => compare::numbers(&first, &second),
        None => first,
    }
}
