//! What there is to look at.

/// What the canvas shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// All of GoogLeNet, left to right.
    #[default]
    Network,
    /// The four branches of one module: an index into [`crate::spec::MODULES`].
    Module(usize),
    /// Every channel of one activation.
    Layer,
    /// The three heads, and what is behind their answers.
    Classifiers(ClassifiersTab),
    /// What everything costs.
    Cost(CostTab),
    /// A folder of photos: what the network answers to each, and what lies near what.
    Album(AlbumTab),
}

impl View {
    /// Why there is nothing naive to be seen here, as the key of a sentence; `None` where there is.
    ///
    /// Nobody trained a naive network, so it answers nothing and holds nothing.
    pub fn why_not_naive(self) -> Option<&'static str> {
        match self {
            Self::Network | Self::Module(_) => None,
            Self::Layer | Self::Classifiers(_) | Self::Album(_) => Some("modules-trained"),
            Self::Cost(_) => Some("modules-in-cost"),
        }
    }
}

/// What the classifiers view shows below the three heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ClassifiersTab {
    /// Where the evidence for a class is, cell by cell.
    #[default]
    Evidence,
    /// Global average pooling: 1024 maps and their means.
    Pooling,
    /// What a head is made of, and the training loss.
    Heads,
    /// Why the heads exist: gradients along the network.
    Gradients,
}

impl ClassifiersTab {
    /// From left to right.
    pub const ALL: [Self; 4] = [Self::Evidence, Self::Pooling, Self::Heads, Self::Gradients];
}

/// What the cost view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum CostTab {
    /// The nine modules, naive against reduced.
    #[default]
    Modules,
    /// Every layer.
    Layers,
    /// How close each layer comes to the machine's peak.
    Roofline,
    /// AlexNet to ResNet-50.
    Lineage,
}

impl CostTab {
    /// From left to right.
    pub const ALL: [Self; 4] = [Self::Modules, Self::Layers, Self::Roofline, Self::Lineage];
}

/// What the album view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum AlbumTab {
    /// The photos with their answers.
    #[default]
    Photos,
    /// Which answers are right, by label and by certainty.
    Answers,
    /// The photos placed by what a depth of the network sees.
    Map,
}

impl AlbumTab {
    /// From left to right.
    pub const ALL: [Self; 3] = [Self::Photos, Self::Answers, Self::Map];
}
