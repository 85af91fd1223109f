//! Numbers and names in words.

use crate::locale::format::{decimals_for, fixed, signed};
use crate::locale::text::{class_text, tr_with};
use crate::spec::Layer;
use crate::state::{State, head_of};

/// "5.80", "19.1".
pub(super) fn value(value: f32) -> String {
    let decimals = decimals_for(f64::from(value.abs()));
    fixed(f64::from(value), decimals.clamp(1, 2))
}

/// "+0.42": what a channel adds to a logit.
pub(super) fn added(value: f32) -> String {
    signed(f64::from(value), decimals_for(f64::from(value.abs())).max(2))
}

/// "Channel 40", or the class where the layer is a classifier.
pub(super) fn channel(state: &State, layer: &Layer, channel: usize) -> String {
    match head_of(layer).and_then(|_| state.labels().get(channel)) {
        Some(label) => class_text(label).to_owned(),
        None => tr_with("looks-channel", &[("channel", channel.to_string())]),
    }
}

/// A number at an axis: "20", "0.5".
pub(super) fn tick(value: f64) -> String {
    fixed(value, if value.fract() == 0.0 { 0 } else { decimals_for(value.abs()) })
}
