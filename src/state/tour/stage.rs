//! What the window shows at each card of the lesson (`lesson-text.md`, section 3), and what it covers until the reveal.

use super::Card;
use crate::spec::Modules;
use crate::state::{
    AlbumTab, ClassifiersTab, CostTab, LESSON_DREAMS, LESSON_REDUCTION, LayerColumn, LayerPane, ModuleTool, View,
};

/// Something that a class is to guess first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoiler {
    /// Multiply-accumulates in the lineage.
    LineageMacs,
    /// Sizes of maps and counts of channels in the network.
    SizesAndChannels,
    /// What the branches see of the photo.
    ReceptiveFields,
    /// How many channels each branch adds to the concat.
    ConcatLabels,
    /// What a module costs.
    ModuleCost,
    /// The auxiliary heads.
    Heads,
    /// Which photos of the album fire the channel most.
    Examples,
    /// Where the photo on screen stands among those of the album.
    Rank,
    /// Which of two dreams is of which depth.
    DreamDepths,
    /// That a window of an even side has no cell in its middle.
    WindowMiddle,
    /// Which cells of the photo spoke for the answer.
    Evidence,
    /// Where a patch over the photo costs most.
    Occlusion,
    /// What random networks make of heatmaps, and what is to be thought of each.
    HeatmapVerdicts,
    /// What is lost without each branch of a module.
    BranchTrials,
    /// How many answers of the network were guessed right.
    GuessScore,
    /// What a reduction throws away of the photo.
    Rebuilt,
    /// Which of two photos is fooled, and by what.
    Fooled,
    /// How alike two networks are, and what the second answers.
    Networks,
}

/// A sample that a card is about, whatever the class looks at; its own photo comes back afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StagePhoto {
    /// A small thing in a corner, which is seen to move.
    Corner,
    /// One that is answered wrongly.
    Mistaken,
}

impl StagePhoto {
    /// The name of the sample.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Corner => "cat-poster.jpg",
            Self::Mistaken => "coffee.png",
        }
    }
}

/// Which channel a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedChannel {
    /// The one that adds most to the answer.
    Most,
    /// Of those that add most the one whose photos in the album are clearest.
    Clearest,
}

/// One state of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The view.
    pub view: View,
    /// Reduced or naive modules.
    pub modules: Modules,
    /// The selected layer; `None` leaves it.
    pub layer: Option<&'static str>,
    /// What of a layer is open.
    pub pane: LayerPane,
    /// What the right column of a layer shows where there is room for one.
    pub column: LayerColumn,
    /// What looks closer in the module view.
    pub tool: Option<ModuleTool>,
    /// Which panel of the view a class sees in projector mode.
    pub panel: usize,
    /// What is not to be seen yet.
    pub covers: &'static [Spoiler],
    /// The channel that is selected, and asked about in the album.
    pub asks_channel: Option<AskedChannel>,
    /// The sample that it is about.
    pub photo: Option<StagePhoto>,
    /// Whether an album is opened where none is.
    pub opens_album: bool,
    /// Whether the branches of the module are switched off one by one.
    pub tries_branches: bool,
    /// Whether two dreams stand beside each other.
    pub compares_dreams: bool,
    /// Whether the photo is rebuilt from both sides of a reduction.
    pub compares_reduction: bool,
    /// Whether the network is compared with one that nobody trained.
    pub compares_networks: bool,
    /// Whether the photo's editor stands beside the view.
    pub opens_editor: bool,
    /// Whether the crop is drawn along by a cell, and shown before and after.
    pub moves_crop: bool,
    /// Whether the occlusion map is computed.
    pub computes_occlusion: bool,
}

/// Index of modules 3a and 4a in Table 1.
const MODULE_3A: usize = 0;
const MODULE_4A: usize = 2;

/// Panels of what a channel looks for: the picture, and the album's photos.
const LOOKS_PICTURE: usize = 1;
const LOOKS_ALBUM: usize = 2;

/// Panels of the module view: what looks closer, and what the module costs.
const CARD: usize = 1;
const COST: usize = 2;
/// The same: what is lost without each branch.
const TRIALS: usize = 2;
/// Panel of the fooled photo: the curve.
const FOOL_CURVE: usize = 1;
/// Panel of the heatmaps: the table.
const TABLE: usize = 1;

impl Stage {
    /// A view as it is.
    const fn plain(view: View) -> Self {
        Self {
            view,
            modules: Modules::Reduced,
            layer: None,
            pane: LayerPane::Activations,
            column: LayerColumn::Channel,
            tool: None,
            panel: 0,
            covers: &[],
            asks_channel: None,
            photo: None,
            opens_album: false,
            tries_branches: false,
            compares_dreams: false,
            compares_reduction: false,
            compares_networks: false,
            opens_editor: false,
            moves_crop: false,
            computes_occlusion: false,
        }
    }

    /// Steps of a card: the scene and those of its reveal.
    pub fn steps(card: usize) -> usize {
        match Card::at(card) {
            Card::ReceptiveFields | Card::LooksFor | Card::WhyWrong | Card::Fool => 3,
            Card::Lineage | Card::Whole | Card::Naive | Card::Reduction | Card::Pooling => 2,
            Card::Guess => 2,
            Card::Heads | Card::Dreams | Card::Heatmaps | Card::Branches | Card::Rebuild => 2,
            Card::Networks | Card::YourTurn => 2,
        }
    }

    /// What a channel looks for: its picture, then the album's photos, then its rank.
    fn looks_for(step: usize) -> Self {
        let is_scene = step == 0;
        Self {
            layer: Some("inception4d"),
            pane: LayerPane::LooksFor,
            panel: if is_scene { LOOKS_PICTURE } else { LOOKS_ALBUM },
            // The album's column.
            column: if is_scene { LayerColumn::Channel } else { LayerColumn::Cell },
            covers: match step {
                0 => &[Spoiler::Examples, Spoiler::Rank],
                1 => &[Spoiler::Rank],
                _ => &[],
            },
            asks_channel: Some(AskedChannel::Most),
            ..Self::plain(View::Layer)
        }
    }

    /// A wrong answer's evidence, then what the channel that carried it fires for in the album.
    fn why_wrong(step: usize) -> Self {
        let wrong = Self {
            layer: Some("inception4d"),
            asks_channel: Some(AskedChannel::Clearest),
            photo: Some(StagePhoto::Mistaken),
            ..Self::plain(View::Classifiers(ClassifiersTab::EVIDENCE))
        };
        match step {
            0 => Self { covers: &[Spoiler::Evidence], ..wrong },
            1 => wrong,
            _ => Self {
                view: View::Layer,
                pane: LayerPane::LooksFor,
                panel: LOOKS_ALBUM,
                column: LayerColumn::Cell,
                ..wrong
            },
        }
    }

    /// The state at a step of a card, both from 0.
    pub fn of(card: usize, step: usize) -> Self {
        let is_scene = step == 0;
        let covering =
            |stage: Self, covers: &'static [Spoiler]| Self { covers: if is_scene { covers } else { &[] }, ..stage };
        let module_3a = Self { layer: Some("inception3a"), ..Self::plain(View::Module(MODULE_3A)) };
        let module_4a = Self { layer: Some("inception4a.branch2.0"), ..Self::plain(View::Module(MODULE_4A)) };
        match Card::at(card) {
            Card::Lineage => covering(Self::plain(View::Cost(CostTab::LINEAGE)), &[Spoiler::LineageMacs]),
            Card::Whole => covering(Self::plain(View::Network), &[Spoiler::SizesAndChannels]),
            Card::ReceptiveFields => {
                let tool = match step {
                    0 | 1 => ModuleTool::OddKernels,
                    _ => ModuleTool::ReceptiveFields,
                };
                let stage = Self { tool: Some(tool), panel: CARD, ..module_3a };
                covering(stage, &[Spoiler::WindowMiddle])
            }
            Card::Naive => {
                let modules = if is_scene { Modules::Reduced } else { Modules::Naive };
                let stage = Self { modules, ..module_4a };
                covering(stage, &[Spoiler::ConcatLabels, Spoiler::ModuleCost])
            }
            Card::Reduction => {
                let stage = Self {
                    tool: is_scene.then_some(ModuleTool::Walk),
                    panel: if is_scene { CARD } else { COST },
                    ..module_4a
                };
                covering(stage, &[Spoiler::ModuleCost])
            }
            Card::Pooling => Self {
                layer: Some("inception5b"),
                photo: Some(StagePhoto::Corner),
                moves_crop: !is_scene,
                ..Self::plain(View::Classifiers(ClassifiersTab::EVIDENCE))
            },
            Card::Heads => {
                let view = match step {
                    0 => View::Network,
                    _ => View::Classifiers(ClassifiersTab::GRADIENTS),
                };
                covering(Self::plain(view), &[Spoiler::Heads])
            }
            Card::LooksFor => Self::looks_for(step),
            Card::WhyWrong => Self::why_wrong(step),
            Card::Dreams => {
                let stage = Self {
                    layer: Some(LESSON_DREAMS[1]),
                    pane: LayerPane::Dream,
                    compares_dreams: true,
                    ..Self::plain(View::Layer)
                };
                covering(stage, &[Spoiler::DreamDepths])
            }
            Card::Heatmaps => {
                let stage = Self { panel: TABLE, ..Self::plain(View::Classifiers(ClassifiersTab::HEATMAPS)) };
                covering(stage, &[Spoiler::HeatmapVerdicts])
            }
            Card::Guess => {
                let stage = Self { opens_album: true, ..Self::plain(View::Album(AlbumTab::Guess)) };
                covering(stage, &[Spoiler::GuessScore])
            }
            Card::Branches => {
                let stage = Self { tries_branches: true, panel: if is_scene { 0 } else { TRIALS }, ..module_4a };
                covering(stage, &[Spoiler::BranchTrials])
            }
            Card::Fool => {
                let panel = if step == 2 { FOOL_CURVE } else { 0 };
                let stage = Self { panel, ..Self::plain(View::Classifiers(ClassifiersTab::FOOL)) };
                covering(stage, &[Spoiler::Fooled])
            }
            Card::Rebuild => {
                let stage = Self {
                    layer: Some(LESSON_REDUCTION),
                    pane: LayerPane::Rebuild,
                    compares_reduction: true,
                    ..Self::plain(View::Layer)
                };
                covering(stage, &[Spoiler::Rebuilt])
            }
            Card::Networks => {
                let stage = Self { compares_networks: true, opens_album: true, ..Self::plain(View::Network) };
                covering(stage, &[Spoiler::Networks])
            }
            Card::YourTurn => {
                let stage = Self { opens_editor: true, computes_occlusion: !is_scene, ..Self::plain(View::Network) };
                covering(stage, &[Spoiler::Occlusion])
            }
        }
    }
}
