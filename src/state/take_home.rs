//! What there is to take home, and which file it becomes.

/// Something to take home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// This view as it is, twice its size.
    Picture,
    /// The figure of the view alone, its text as text.
    FigureSvg,
    /// The figure of the view alone, large enough for print.
    FigurePng,
    /// The picture that was made, or the dream, with what it shows in its file.
    Made,
    /// The numbers behind it.
    MadeTable,
    /// The selected layer as a table.
    LayerTable,
    /// The selected layer for NumPy.
    LayerArray,
    /// The last answers to a moving source.
    Trail,
    /// What is on screen as a scene file.
    Scene,
    /// Weights with a taught last layer.
    Taught,
    /// The lesson on paper.
    Lesson(Paper),
}

impl Take {
    /// In the order of the menu.
    pub const ALL: [Self; 10] = [
        Self::Picture,
        Self::FigureSvg,
        Self::FigurePng,
        Self::Made,
        Self::MadeTable,
        Self::LayerTable,
        Self::LayerArray,
        Self::Lesson(Paper::Handout),
        Self::Lesson(Paper::Worksheet),
        Self::Lesson(Paper::Answers),
    ];

    /// The end of its file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Picture | Self::FigurePng | Self::Made => "png",
            Self::FigureSvg => "svg",
            Self::LayerTable | Self::MadeTable | Self::Trail => "csv",
            Self::LayerArray => "npy",
            Self::Scene => "json",
            Self::Taught => "safetensors",
            Self::Lesson(_) => "html",
        }
    }
}

/// What is being made and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportProgress {
    /// What it is.
    pub take: Take,
    /// Pages done.
    pub done: usize,
    /// Pages in all; 0 where there is only one thing to do.
    pub total: usize,
}

/// Which page it becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Paper {
    /// Everything, with answers and footnotes.
    Handout,
    /// Blanks in place of numbers, lines in place of answers.
    Worksheet,
    /// The worksheet, filled in.
    Answers,
}
