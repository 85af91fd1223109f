//! What there is to look at.

use crate::spec::Modules;

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
        self.why_not(Modules::Naive)
    }

    /// The same of any kind of modules.
    pub fn why_not(self, modules: Modules) -> Option<&'static str> {
        match self {
            Self::Network if modules == Modules::Factorised => Some("modules-one-by-one"),
            Self::Network | Self::Module(_) => None,
            Self::Layer | Self::Classifiers(_) | Self::Album(_) => Some("modules-trained"),
            Self::Cost(_) => Some("modules-in-cost"),
        }
    }
}

/// What is open where a view can show more than one thing; back and forward restore it with the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Arrangement {
    /// Module: naive and reduced beside each other.
    pub side_by_side: bool,
    /// Module: what looks closer in place of the bottom row.
    pub tool: Option<ModuleTool>,
    /// Network and module: what everything adds to the class under study, in place of mean activations.
    pub contribution: bool,
    /// Layer: what fills the large area.
    pub pane: LayerPane,
    /// Layer: what the right column shows where there is only room for one.
    pub column: LayerColumn,
}

impl Arrangement {
    /// What is open where the program begins with a detail.
    pub fn of(detail: Detail) -> Self {
        let plain = Self::default();
        let closer = |tool| Self { tool: Some(tool), ..plain };
        match detail {
            Detail::Plain | Detail::Edit | Detail::Occlusion | Detail::Keys => plain,
            Detail::Contribution => Self { contribution: true, ..plain },
            Detail::SideBySide => Self { side_by_side: true, ..plain },
            Detail::Walk => closer(ModuleTool::Walk),
            Detail::OddKernels => closer(ModuleTool::OddKernels),
            Detail::ReceptiveFields => closer(ModuleTool::ReceptiveFields),
            Detail::Kernels => Self { pane: LayerPane::Kernels, ..plain },
            Detail::LooksFor => Self { pane: LayerPane::LooksFor, ..plain },
            Detail::Dream => Self { pane: LayerPane::Dream, ..plain },
            Detail::Rebuild => Self { pane: LayerPane::Rebuild, ..plain },
        }
    }

    /// How closely the view of a module looks.
    pub fn of_module(&self) -> Detail {
        match self.tool {
            None if self.side_by_side => Detail::SideBySide,
            None if self.contribution => Detail::Contribution,
            None => Detail::Plain,
            Some(ModuleTool::Walk) => Detail::Walk,
            Some(ModuleTool::OddKernels) => Detail::OddKernels,
            Some(ModuleTool::ReceptiveFields) => Detail::ReceptiveFields,
        }
    }

    /// What of a layer is open.
    pub fn of_layer(&self) -> Detail {
        match self.pane {
            LayerPane::Activations => Detail::Plain,
            LayerPane::Kernels => Detail::Kernels,
            LayerPane::LooksFor => Detail::LooksFor,
            LayerPane::Dream => Detail::Dream,
            LayerPane::Rebuild => Detail::Rebuild,
        }
    }
}

/// A state of a view beyond the view itself, to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Detail {
    /// The view as it is.
    #[default]
    Plain,
    /// Network and module: what everything adds to the class under study.
    Contribution,
    /// Module: naive and reduced beside each other.
    SideBySide,
    /// Module: the walk of a 1x1 convolution.
    Walk,
    /// Module: a 3x3 and a 4x4 window over one cell.
    OddKernels,
    /// Module: what the branches see of the photo.
    ReceptiveFields,
    /// Layer: the weights.
    Kernels,
    /// Layer: what the channels look for.
    LooksFor,
    /// Layer: the photo dreams.
    Dream,
    /// Layer: the photo rebuilt from it.
    Rebuild,
    /// The panel in which the photo is edited.
    Edit,
    /// The same, with the occlusion map.
    Occlusion,
    /// The sheet of all keys.
    Keys,
}

impl Detail {
    /// Its word on the command line; empty for the view as it is.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Contribution => "contribution",
            Self::SideBySide => "side-by-side",
            Self::Walk => "walk",
            Self::OddKernels => "odd-kernels",
            Self::ReceptiveFields => "receptive-fields",
            Self::Kernels => "kernels",
            Self::LooksFor => "looks-for",
            Self::Dream => "dream",
            Self::Rebuild => "rebuild",
            Self::Edit => "edit",
            Self::Occlusion => "occlusion",
            Self::Keys => "keys",
        }
    }
}

/// A way to look closer at a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ModuleTool {
    /// A 1x1 convolution at one position, filter after filter.
    Walk,
    /// A 3x3 and a 4x4 window over the same cell.
    OddKernels,
    /// What each branch sees of the photo.
    ReceptiveFields,
}

/// What fills the large area of the layer view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum LayerPane {
    /// Every channel.
    #[default]
    Activations,
    /// The weights.
    Kernels,
    /// What the channels look for.
    LooksFor,
    /// The photo dreams.
    Dream,
    /// The photo is rebuilt from what the layer knows of it.
    Rebuild,
}

/// What the right column of the layer view shows where there is only room for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum LayerColumn {
    /// The selected channel.
    #[default]
    Channel,
    /// The arithmetic of the selected cell.
    Cell,
}

/// What the classifiers view shows below the three heads, by its word on the command line; the view itself says which tabs
/// there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClassifiersTab(&'static str);

impl ClassifiersTab {
    /// A tab of the classifiers.
    pub const fn new(word: &'static str) -> Self {
        Self(word)
    }

    /// Its word on the command line.
    pub const fn word(self) -> &'static str {
        self.0
    }
}

/// What the cost view shows, by its word on the command line; the view itself says which tabs there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CostTab(&'static str);

impl CostTab {
    /// A tab of the cost.
    pub const fn new(word: &'static str) -> Self {
        Self(word)
    }

    /// Its word on the command line.
    pub const fn word(self) -> &'static str {
        self.0
    }
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
    /// Classes of one's own: photos in trays, and a last layer taught on them.
    Teach,
    /// A game: what will the network answer?
    Guess,
}

impl AlbumTab {
    /// From left to right.
    pub const ALL: [Self; 5] = [Self::Photos, Self::Answers, Self::Map, Self::Teach, Self::Guess];

    /// Its word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Photos => "photos",
            Self::Answers => "answers",
            Self::Map => "map",
            Self::Teach => "teach",
            Self::Guess => "guess",
        }
    }
}
