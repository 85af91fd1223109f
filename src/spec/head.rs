//! The three classifiers.

use super::table::{AUX_AFTER, MODULES};

/// Weight of an auxiliary head's loss in training (section 5 of the paper).
pub const AUX_WEIGHT: f64 = 0.3;

/// One of the three classifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Head {
    /// After 4a; training only.
    Aux1,
    /// After 4d; training only.
    Aux2,
    /// After 5b: the answer.
    Main,
}

impl Head {
    /// All three, in the order in which the network meets them.
    pub const ALL: [Self; 3] = [Self::Aux1, Self::Aux2, Self::Main];

    /// Name of the module that it reads (section 5 of the paper).
    pub const fn after(self) -> &'static str {
        match self {
            Self::Aux1 => AUX_AFTER[0],
            Self::Aux2 => AUX_AFTER[1],
            Self::Main => MODULES[MODULES.len() - 1].name,
        }
    }

    /// Name of the traced logits, `[classes]`.
    pub const fn logits_name(self) -> &'static str {
        match self {
            Self::Aux1 => "aux1.fc2",
            Self::Aux2 => "aux2.fc2",
            Self::Main => "fc",
        }
    }

    /// "main", "aux1", "aux2": the keys of the command line's JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Aux1 => "aux1",
            Self::Aux2 => "aux2",
            Self::Main => "main",
        }
    }

    /// 1 or 2 for the auxiliary heads, as people count them; `None` for the main classifier.
    pub const fn number(self) -> Option<u8> {
        match self {
            Self::Aux1 => Some(1),
            Self::Aux2 => Some(2),
            Self::Main => None,
        }
    }

    /// Weight of its loss in training (section 5 of the paper).
    pub const fn loss_weight(self) -> f64 {
        match self {
            Self::Aux1 | Self::Aux2 => AUX_WEIGHT,
            Self::Main => 1.0,
        }
    }
}
