//! What a curve says, in numbers and words.

use std::sync::Arc;

use crate::analysis::{GradientCurve, Initialisation};
use crate::locale::format::{fixed, ratio, scientific, times_of};
use crate::locale::text::{class_text, tr, tr_with};
use crate::spec::Norm;
use crate::state::State;
use crate::ui::views::classifiers::numbers::power;

/// A gradient that comes back as less than this share of where it began has vanished.
const VANISHED: f64 = 0.1;
/// A smaller share is read as a power of ten.
const FAINT: f64 = 1e-4;
/// One that comes back as more than this many times as much has exploded.
const EXPLODED: f64 = 100.0;

/// The powers of ten between which all norms lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// Lowest.
    pub low: i32,
    /// Highest.
    pub high: i32,
}

impl Scale {
    /// Of all curves that are there; from a thousandth to 10 before there is any.
    pub fn of(curves: &[Arc<GradientCurve>]) -> Self {
        let norms = || {
            let points = curves.iter().flat_map(|curve| &curve.points);
            let both = points.flat_map(|(_, main, total)| [*main, *total]);
            both.filter(|norm| *norm > 0.0 && norm.is_finite())
        };
        let low = norms().fold(f64::INFINITY, f64::min).log10().floor();
        let high = norms().fold(0.0, f64::max).log10().ceil();
        if !low.is_finite() || !high.is_finite() {
            return Self { low: -3, high: 1 };
        }
        let (low, high) = (low as i32, high as i32);
        Self { low, high: high.max(low + 1) }
    }
}

/// What a kind of weights is called.
pub(super) fn title(initialisation: Initialisation) -> String {
    tr(match initialisation {
        Initialisation::Loaded => "gradients-loaded",
        Initialisation::Fresh => "gradients-fresh",
        Initialisation::FreshBatchNorm => "gradients-fresh-bn",
        Initialisation::Gaussian(_) => "gradients-gaussian",
    })
}

/// The norm at the first convolution: with the main loss alone, and with the heads.
pub(super) fn first(curve: &GradientCurve) -> Option<[f64; 2]> {
    let (_, main, total) = curve.points.first()?;
    Some([*main, *total])
}

/// How many times stronger the first convolution's gradient is with the heads.
pub(super) fn gain(curve: &GradientCurve) -> Option<f64> {
    let [main, total] = first(curve)?;
    (main > 0.0).then(|| total / main)
}

/// What is left at the first convolution of the gradient of the last module, main loss alone.
fn left_over(curve: &GradientCurve) -> Option<f64> {
    let (_, last, _) = curve.points.last()?;
    (*last > 0.0).then_some(first(curve)?[0] / last)
}

/// "1.08×".
pub(super) fn times(value: f64) -> String {
    if value < 1.995 { times_of(&fixed(value, 2)) } else { ratio(value) }
}

/// "It does not vanish: conv1 gets 2.5× what 5b gets", in longer and shorter words.
pub(super) fn verdict(curve: &GradientCurve) -> [String; 2] {
    let Some(left) = left_over(curve) else {
        return [tr("gradients-nothing"), tr("gradients-nothing")];
    };
    let keys = match left {
        ..VANISHED => ["gradients-vanishes", "gradients-vanishes-short"],
        ..1.0 => ["gradients-shrinks", "gradients-shrinks-short"],
        ..EXPLODED => ["gradients-stays", "gradients-stays-short"],
        _ => ["gradients-explodes", "gradients-explodes-short"],
    };
    let shown = match left {
        ..FAINT => power(left),
        ..VANISHED => format!("1/{}", power((1.0 / left).round())),
        ..EXPLODED => times(left),
        _ => format!("{}×", strengthening(left)),
    };
    keys.map(|key| tr_with(key, &[("times", shown.clone())]))
}

/// "120", "3.4 × 10⁷".
fn strengthening(value: f64) -> String {
    match value < 1e6 || !value.is_finite() {
        true => power(value.round()),
        false => scientific(value),
    }
}

/// Why that is so, for this kind of weights, in longer and shorter words; only what the curve bears out is said.
pub(super) fn reason(state: &State, curve: &GradientCurve) -> [String; 2] {
    let has_vanished = left_over(curve).is_none_or(|left| left < VANISHED);
    let norm = state.loaded().map(|loaded| loaded.topology.norm);
    let keys = match (curve.initialisation, norm) {
        (Initialisation::Loaded, Some(Norm::BatchNorm | Norm::Folded)) if !has_vanished => {
            ["gradients-reason-trained-bn", "gradients-reason-trained-bn-short"]
        }
        (Initialisation::Loaded, _) => ["gradients-reason-trained"; 2],
        (Initialisation::Fresh, _) if !has_vanished => ["gradients-reason-fresh", "gradients-reason-fresh-short"],
        (Initialisation::Fresh, _) => ["gradients-reason-fresh-vanished"; 2],
        (Initialisation::FreshBatchNorm, _) => ["gradients-reason-bn"; 2],
        (Initialisation::Gaussian(_), _) => ["gradients-spread-how", "gradients-spread-how-short"],
    };
    keys.map(tr)
}

/// "True label: cat (predicted)", and whose photo it is where there are two.
pub(super) fn true_label(state: &State) -> String {
    let label = state.report().and_then(|report| {
        let class = state.study.true_label.unwrap_or_else(|| report.main().best());
        let label = report.labels.get(class)?;
        Some(class_text(label).to_owned())
    });
    let key = match state.study.true_label {
        Some(_) => "gradients-label-picked",
        None => "gradients-label-predicted",
    };
    let words = tr_with(key, &[("label", label.unwrap_or_default())]);
    match state.second() {
        Some(_) => tr_with("gradients-of-first", &[("label", words)]),
        None => words,
    }
}
