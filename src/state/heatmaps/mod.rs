//! Which heatmap can be trusted: studies of the photo by eight methods, and what is chosen to be seen of them.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | what is wanted, and the studies there are |
//! | `command` | what a person can ask for |
//! | `on_screen` | what of heatmaps is on screen |

mod command;
pub(crate) mod on_screen;

use std::sync::Arc;

use super::making::Making;
use crate::analysis::heatmaps::method::LOW_PASS_CYCLES;
use crate::analysis::heatmaps::{Baseline, Cascade, Effort, Method, Noise, PixelBox, Question, Settings, Study, Table};
use crate::engine::{Cascaded, Studio};
use crate::spec::{Head, MODULES};

pub use command::HeatmapCommand;

/// Studies that are kept, each at most six megabytes.
pub(crate) const KEPT: usize = 8;
/// Boxes that are kept, of a photo each.
pub(crate) const KEPT_BOXES: usize = 16;

/// What the methods are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum MethodOrder {
    /// By their agreement with random networks, smallest first.
    #[default]
    Agreement,
    /// By the share in the box, largest first.
    Box,
    /// By the area of deletion, smallest first.
    Deletion,
    /// By the area of insertion, largest first.
    Insertion,
    /// By passes, fewest first.
    Passes,
    /// As they are listed.
    Listed,
}

/// What stands below the photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum HeatmapChart {
    /// Deletion and insertion of the selected method.
    #[default]
    Curves,
    /// The selected method while the network becomes random.
    Cascade,
    /// How far the methods agree with each other.
    Between,
}

/// What is wanted of heatmaps; class and counter-class are those of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeatmapWishes {
    /// Whose answer is explained.
    pub head: Head,
    /// The module of Grad-CAM, an index into [`MODULES`]; `None`: the last before the head.
    pub at: Option<usize>,
    /// Where integrated gradients begin.
    pub baseline: Baseline,
    /// Whether high frequencies are taken out of maps of pixels.
    pub low_pass: bool,
    /// Which random networks, orders and noise.
    pub seed: u64,
    /// The method that is looked at.
    pub selected: Option<Method>,
    /// Order of the methods.
    pub order: MethodOrder,
    /// What stands below the photo.
    pub chart: HeatmapChart,
}

impl Default for HeatmapWishes {
    fn default() -> Self {
        Self {
            head: Head::Main,
            at: None,
            baseline: Baseline::Black,
            low_pass: false,
            seed: 1,
            selected: None,
            order: MethodOrder::Agreement,
            chart: HeatmapChart::Curves,
        }
    }
}

/// All that tells one study from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StudyAsked {
    /// The run that is explained.
    pub report: u64,
    /// What is explained.
    pub question: Question,
    /// The module of Grad-CAM, an index into [`MODULES`].
    pub at: Option<usize>,
    /// Where integrated gradients begin.
    pub baseline: Baseline,
    /// Whether maps of pixels are filtered.
    pub low_pass: bool,
    /// Which random networks.
    pub seed: u64,
    /// How much is done.
    pub effort: Effort,
}

impl StudyAsked {
    /// How it is done.
    pub fn settings(&self) -> Settings {
        Settings {
            at: self.at.map(|module| MODULES[module].layer_name()),
            baseline: self.baseline,
            noise: Noise::Seeded(self.seed),
            low_pass: self.low_pass.then_some(LOW_PASS_CYCLES),
            effort: self.effort,
        }
    }
}

/// One method while the network becomes random.
#[derive(Clone)]
pub struct CascadeEntry {
    /// The method.
    pub method: Method,
    /// As far as it is.
    pub cascaded: Option<Arc<Cascaded>>,
    pub(crate) making: Making,
    pub(crate) studio: Studio<Cascade>,
}

/// A study as far as it is.
#[derive(Clone)]
pub struct StudyEntry {
    /// Of what.
    pub asked: StudyAsked,
    /// The photo's box is looked at in it.
    pub table: Option<Arc<Table>>,
    /// Samples done, and all of them.
    pub progress: [usize; 2],
    /// How far that is.
    pub making: Making,
    /// Cascades that were asked for.
    pub cascades: Vec<CascadeEntry>,
    pub(crate) studio: Studio<Study>,
}

/// Everything about heatmaps.
#[derive(Clone, Default)]
pub struct Heatmaps {
    /// What is wanted.
    pub wishes: HeatmapWishes,
    /// Studies, the latest asked for first.
    pub(crate) entries: Vec<StudyEntry>,
    /// A person's boxes, by photo.
    pub(crate) boxes: Vec<(u64, PixelBox)>,
    /// The reports that were on screen, of A and of B.
    pub(crate) open: [Option<u64>; 2],
}

impl Heatmaps {
    /// The study of that question.
    pub fn of(&self, asked: &StudyAsked) -> Option<&StudyEntry> {
        self.entries.iter().find(|entry| entry.asked == *asked)
    }

    /// A person's box on a photo.
    pub fn region(&self, photo: u64) -> Option<PixelBox> {
        self.boxes.iter().find(|(of, _)| *of == photo).map(|(_, region)| *region)
    }
}
