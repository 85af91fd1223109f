//! What layers are called in the language of the interface; in English as the paper's figures call them.

use crate::locale::text::{tr, tr_with};
use crate::spec::{Head, Layer, Op, Part, Place, Window};

/// "3×3 reduce", "conv 7×7/2", "global average pool".
#[must_use]
pub fn stage_text(layer: &Layer) -> String {
    let of_window = |key: &str, window: &str| tr_with(key, &[("window", window)]);
    match (layer.place, layer.op) {
        (Place::Module { part, .. }, op) => match part {
            Part::Conv3x3Reduce | Part::Conv5x5Reduce | Part::Pool | Part::PoolProjection | Part::Concat => {
                part_text(part)
            }
            Part::Conv1x1 | Part::Conv3x3 | Part::Conv5x5 | Part::First3x3 | Part::Second3x3 => {
                op.window().map(window_text).unwrap_or_default()
            }
        },
        (_, Op::Input) => tr("stage-input"),
        (_, Op::Conv(window)) => of_window("stage-conv", &window_text(window)),
        (_, Op::MaxPool(window)) => of_window("stage-max-pool", &window_text(window)),
        (_, Op::AveragePool(window)) => of_window("stage-average-pool", &window_text(window)),
        (_, Op::AdaptiveAveragePool { side }) => of_window("stage-average-pool-to", &format!("{side}×{side}")),
        (_, Op::LocalResponseNorm(_)) => tr("stage-norm"),
        (_, Op::Concat) => tr("stage-concat"),
        (_, Op::GlobalAveragePool) => tr("stage-global-average"),
        (_, Op::Linear { .. }) => tr("stage-linear"),
    }
}

/// A stage of a module as the paper has it: "3×3 reduce", "5×5".
#[must_use]
pub fn part_text(part: Part) -> String {
    let of_window = |key: &str, window: &str| tr_with(key, &[("window", window)]);
    match part {
        Part::Conv1x1 => "1×1".to_owned(),
        Part::Conv3x3Reduce => of_window("stage-reduce", "3×3"),
        Part::Conv3x3 | Part::First3x3 | Part::Second3x3 => "3×3".to_owned(),
        Part::Conv5x5Reduce => of_window("stage-reduce", "5×5"),
        Part::Conv5x5 => "5×5".to_owned(),
        Part::Pool => of_window("stage-module-pool", "3×3"),
        Part::PoolProjection => tr("stage-projection"),
        Part::Concat => tr("stage-concat"),
    }
}

/// "3×3", with its stride where it is not 1: "7×7/2".
#[must_use]
pub fn window_text(window: Window) -> String {
    match window.stride {
        1 => format!("{0}×{0}", window.kernel),
        stride => format!("{0}×{0}/{stride}", window.kernel),
    }
}

/// Other words a search finds a layer by.
#[must_use]
pub fn synonyms(layer: &Layer) -> String {
    let kind = match layer.op {
        Op::Conv(_) => "search-conv",
        Op::MaxPool(_) | Op::AveragePool(_) | Op::AdaptiveAveragePool { .. } | Op::GlobalAveragePool => "search-pool",
        Op::LocalResponseNorm(_) => "search-norm",
        Op::Concat => "search-concat",
        Op::Linear { .. } => "search-linear",
        Op::Input => "search-input",
    };
    let place = match layer.place {
        Place::Stem | Place::Pool => "search-stem",
        Place::Module { .. } => "search-module",
        Place::Head(Head::Main) => "search-main",
        Place::Head(Head::Aux1 | Head::Aux2) => "search-aux",
    };
    format!("{} {}", tr(kind), tr(place))
}
