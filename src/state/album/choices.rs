//! What is chosen to be seen of an album.

use crate::album::{Depth, Photo, Truth};
use crate::spec::Head;

/// Which photos.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// The main head is right.
    Right,
    /// The main head is wrong.
    Wrong,
    /// The heads name different classes.
    HeadsDisagree,
    /// The weights do not know what is on them.
    Unknown,
}

impl Filter {
    /// From left to right.
    pub const ALL: [Self; 5] = [Self::All, Self::Right, Self::Wrong, Self::HeadsDisagree, Self::Unknown];

    /// Whether a photo passes.
    pub fn passes(self, photo: &Photo) -> bool {
        match self {
            Self::All => true,
            Self::Right => photo.is_right() == Some(true),
            Self::Wrong => photo.is_right() == Some(false),
            Self::HeadsDisagree => photo.heads_disagree() == Some(true),
            Self::Unknown => photo.truth == Truth::Unknown,
        }
    }
}

/// Order of the photos.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum PhotoOrder {
    /// As they lie in their folders.
    Folder,
    /// The least certain answer first.
    LeastCertain,
    /// The most certain answer first.
    MostCertain,
    /// Wrong answers by their certainty, then the rest as they lie in their folders.
    #[default]
    WrongFirst,
}

impl PhotoOrder {
    /// From left to right.
    pub const ALL: [Self; 4] = [Self::Folder, Self::LeastCertain, Self::MostCertain, Self::WrongFirst];
}

/// Order of the rows of the confusion matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum RowOrder {
    /// Most photos first.
    #[default]
    Size,
    /// Rows with like answers beside each other.
    Similar,
    /// The smallest share right first.
    Accuracy,
}

impl RowOrder {
    /// From left to right.
    pub const ALL: [Self; 3] = [Self::Size, Self::Similar, Self::Accuracy];
}

/// Photos that are asked for on the Answers tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// Those of a label with an answer.
    Cell {
        /// What their folder says.
        truth: Row,
        /// The class that was answered.
        answer: usize,
    },
    /// Those whose answer's probability is in a bin.
    Bin(usize),
}

/// What photos are said to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// A class of these weights.
    Class(usize),
    /// A folder: position among the album's labels.
    Folder(usize),
}

impl Row {
    /// Whether a photo is said to show that.
    pub fn holds(self, photo: &Photo) -> bool {
        match self {
            Self::Class(class) => photo.known() == Some(class),
            Self::Folder(label) => photo.label == Some(label),
        }
    }
}

/// How photos are placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
pub enum Placing {
    /// t-SNE: neighbourhoods kept.
    #[default]
    Tsne,
    /// The two directions of largest spread.
    Pca,
}

impl Placing {
    /// From left to right.
    pub const ALL: [Self; 2] = [Self::Tsne, Self::Pca];
}

/// Which photos of the map have a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Ring {
    /// Those of classes that the weights know.
    #[default]
    Known,
    /// Those that are said to show this.
    Label(Row),
    /// None.
    None,
}

/// All that is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct AlbumChoices {
    /// Which photos.
    pub filter: Filter,
    /// Only photos that are said to show this.
    pub label: Option<Row>,
    /// In which order.
    pub order: PhotoOrder,
    /// The selected photo: position in the album.
    pub selected: Option<usize>,
    /// Whose answers the matrix counts.
    pub head: Head,
    /// Order of its rows.
    pub rows: RowOrder,
    /// Photos that are listed beside it.
    pub spot: Option<Spot>,
    /// What the map places photos by.
    pub depth: Depth,
    /// How.
    pub placing: Placing,
    /// Which photos stand out.
    pub ring: Ring,
}

impl Default for AlbumChoices {
    fn default() -> Self {
        Self {
            filter: Filter::default(),
            label: None,
            order: PhotoOrder::default(),
            selected: None,
            head: Head::Main,
            rows: RowOrder::default(),
            spot: None,
            depth: Depth::Average,
            placing: Placing::default(),
            ring: Ring::default(),
        }
    }
}
