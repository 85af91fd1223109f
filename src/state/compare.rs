//! Which of two photos is shown.

use crate::session::Source;

/// Which of the two photos views show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Comparison {
    /// The first.
    #[default]
    First,
    /// The second.
    Second,
    /// Both beside each other, on one scale of colours.
    Both,
    /// The first minus the second.
    Difference,
}

impl Comparison {
    /// From left to right.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Both, Self::Difference];

    /// The activations to ask the maps for; with both photos on screen, those of the first.
    pub fn source(self) -> Source {
        match self {
            Self::First | Self::Both => Source::A,
            Self::Second => Source::B,
            Self::Difference => Source::AMinusB,
        }
    }
}
