//! What follows from the numbers, by rule: only where a difference is larger than its spread.

use super::agreement::Spread;

/// A map that agrees more than this with that of networks without training is much the same without learning.
pub const SAME: f64 = 0.5;

/// Does a method show what was learned?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Learned {
    /// Its map changes without learning.
    Changes,
    /// Its map stays much the same without learning.
    Stays,
    /// The random networks differ too much among themselves, or there is no agreement to speak of.
    Unclear,
}

/// Does a method's order of places do better than a random one?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum AgainstChance {
    /// Better.
    Better,
    /// Worse.
    Worse,
    /// The random orders differ more among themselves.
    Unclear,
}

/// What can be said about a method on this photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Verdict {
    /// Against random weights.
    pub learned: Learned,
    /// Its deletion: a small area is good.
    pub deletion: AgainstChance,
    /// Its insertion: a large area is good.
    pub insertion: AgainstChance,
}

impl Learned {
    /// From the agreement with random networks.
    pub fn of(agreement: Option<Spread>) -> Self {
        match agreement {
            Some(Spread { mean, deviation, .. }) if SAME - mean > deviation => Self::Changes,
            Some(Spread { mean, deviation, .. }) if mean - SAME > deviation => Self::Stays,
            Some(_) | None => Self::Unclear,
        }
    }
}

impl AgainstChance {
    /// From how much better an area is than that of random orders.
    fn of(better_by: f64, chance: Spread) -> Self {
        match better_by {
            _ if better_by > chance.deviation => Self::Better,
            _ if -better_by > chance.deviation => Self::Worse,
            _ => Self::Unclear,
        }
    }
}

impl Verdict {
    /// By rule.  `chance` is the area of random orders, the same for both ways.
    pub fn of(agreement: Option<Spread>, [deletion, insertion]: [f64; 2], chance: Spread) -> Self {
        Self {
            learned: Learned::of(agreement),
            deletion: AgainstChance::of(chance.mean - deletion, chance),
            insertion: AgainstChance::of(insertion - chance.mean, chance),
        }
    }

    /// In plain English words, for files and terminals.
    pub fn words(self) -> String {
        let Self { learned, deletion, insertion } = self;
        let unclear = (Learned::Unclear, AgainstChance::Unclear, AgainstChance::Unclear);
        if (learned, deletion, insertion) == unclear {
            return "cannot tell on this photo".to_owned();
        }
        let learned = match learned {
            Learned::Changes => "changes without learning",
            Learned::Stays => "stays much the same without learning",
            Learned::Unclear => "cannot tell whether it changes without learning",
        };
        let against = |way: &str, against| match against {
            AgainstChance::Better => format!("{way} better than a random order"),
            AgainstChance::Worse => format!("{way} worse than a random order"),
            AgainstChance::Unclear => format!("{way} no better or worse than a random order"),
        };
        format!("{learned}; {}; {}", against("deletes", deletion), against("inserts", insertion))
    }
}
