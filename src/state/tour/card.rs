//! The cards of the lesson in their order.

/// A card of the lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Card {
    /// AlexNet, GoogLeNet, VGG: what they cost.
    Lineage,
    /// The whole network: maps shrink, channels grow.
    Whole,
    /// What the branches of a module see.
    ReceptiveFields,
    /// What happens without reductions.
    Naive,
    /// A 1×1 reduction, number by number.
    Reduction,
    /// Global average pooling.
    Pooling,
    /// Why there are auxiliary heads.
    Heads,
    /// What makes a channel fire: photos, and a picture made for it.
    LooksFor,
    /// Why a photo gets a wrong answer: where, and what the channels that carried it fire for.
    WhyWrong,
    /// Two dreams of the photo, from two depths.
    Dreams,
    /// Eight heatmaps, and the same by a network that has learned nothing.
    Heatmaps,
    /// A game: what will the network answer, and does a heatmap help to guess it?
    Guess,
    /// A module without one of its branches.
    Branches,
    /// A change that nobody sees, beside random noise of the same size.
    Fool,
    /// What a 1x1 reduction throws away of the photo.
    Rebuild,
    /// The network beside one that nobody trained: how alike they see an album, depth by depth.
    Networks,
    /// An occlusion map: the class goes on alone.
    YourTurn,
}

impl Card {
    /// In the order in which they are given.
    pub const ALL: [Self; 17] = [
        Self::Lineage,
        Self::Whole,
        Self::ReceptiveFields,
        Self::Naive,
        Self::Reduction,
        Self::Pooling,
        Self::Heads,
        Self::LooksFor,
        Self::WhyWrong,
        Self::Dreams,
        Self::Heatmaps,
        Self::Guess,
        Self::Branches,
        Self::Fool,
        Self::Rebuild,
        Self::Networks,
        Self::YourTurn,
    ];

    /// The card at a place, from 0; the first for a number that is too large.
    pub fn at(place: usize) -> Self {
        Self::ALL.get(place).copied().unwrap_or(Self::Lineage)
    }

    /// The number that the texts know it by (`lesson-text.md`, `lesson-text-2.md`): "Your turn" was written eighth and
    /// stays last.
    pub fn number(self) -> usize {
        match self {
            Self::Lineage => 1,
            Self::Whole => 2,
            Self::ReceptiveFields => 3,
            Self::Naive => 4,
            Self::Reduction => 5,
            Self::Pooling => 6,
            Self::Heads => 7,
            Self::LooksFor => 9,
            Self::WhyWrong => 17,
            Self::Dreams => 10,
            Self::Heatmaps => 11,
            Self::Guess => 16,
            Self::Branches => 12,
            Self::Fool => 13,
            Self::Rebuild => 14,
            Self::Networks => 15,
            Self::YourTurn => 8,
        }
    }
}
