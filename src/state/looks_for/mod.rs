//! What something looks for: the picture that is looked at, the atlas of its layer, and what the album has of it.
//!
//! | file | its job |
//! |---|---|
//! | `mod` | what can be wished, and how far its answers are |
//! | `command` | what a person can ask for |
//! | `asked` | from the selection to what is asked |
//! | `atlas` | the pictures of a layer's channels |
//! | `examples` | what the album has of a channel |
//! | `patch` | what is shown of what a cell sees |
//! | `useful` | the photos where it adds most to an answer |
//! | `strongest` | the strongest photos of channels that carry an answer |
//! | `quiz` | which of two photos fires the channel more |
//! | `names` | what a person calls a channel |
//! | `naming` | channels are called by names |

pub(crate) mod asked;
pub(crate) mod atlas;
pub(crate) mod command;
pub(crate) mod examples;
pub(crate) mod names;
pub(crate) mod naming;
pub(crate) mod patch;
pub(crate) mod quiz;
pub(crate) mod strongest;
pub(crate) mod useful;

use std::sync::Arc;

use crate::analysis::heatmaps::Effort;
use crate::engine::{ColourIndex, Painted, Studio, UserError};
use crate::platform;
use crate::spec::{Head, Layer, Op, Place};
use crate::visualize::rebuild::STEPS as REBUILD_STEPS;
use crate::visualize::{FINER_STEPS, PREVIEW_STEPS, Painting, Sign, Target};

pub use atlas::{Atlas, AtlasKey, TileState};
pub use command::PictureCommand;
pub use examples::{Example, Examples};
pub use names::ChannelName;
pub use patch::{LARGEST_PATCH, patch};
pub use quiz::{Question, Quiz, QuizCommand, Score};
pub use strongest::StrongestPhotos;
pub use useful::{Basis, Photos, Useful};

/// What a tile of the atlas shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum TileKind {
    /// The picture that was made.
    #[default]
    Picture,
    /// The patch of the strongest photo of the album.
    Patch,
}

/// The order of the atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum TileOrder {
    /// As the channels come.
    Index,
    /// The strongest cell on this photo, largest first.
    #[default]
    OnThisPhoto,
    /// How much colour matters to it on this photo, most first.
    Colour,
}

impl TileOrder {
    /// From left to right.
    pub const ALL: [Self; 3] = [Self::Index, Self::OnThisPhoto, Self::Colour];
}

/// What of the selection the picture is to make fire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Objective {
    /// The whole map of the channel.
    #[default]
    Channel,
    /// The cell in the middle of the map.
    Cell,
    /// All channels of the layer together.
    Layer,
}

impl Objective {
    /// From left to right.
    pub const ALL: [Self; 3] = [Self::Channel, Self::Cell, Self::Layer];
}

/// Where the picture begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Beginning {
    /// Faint noise.
    #[default]
    Noise,
    /// The photo on screen.
    Photo,
}

/// How the picture is to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Wishes {
    /// What of the selection is to fire.
    pub objective: Objective,
    /// Whether it is to fire or to fall silent.
    pub sign: Sign,
    /// Where the picture begins.
    pub beginning: Beginning,
    /// Which random numbers.
    pub seed: u64,
    /// Whether several different pictures are made.
    pub is_diverse: bool,
    /// Whether a network is asked that has learnt nothing.
    pub is_random: bool,
}

/// With this variable of the environment, or of a page's address, pictures and dreams take so many steps in place of the usual ones:
/// golden pictures are drawn in seconds.
const STEPS_VARIABLE: &str = "INCEPTION_LENS_STEPS";

/// How many steps are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Pace {
    /// Of the picture that is looked at, at first.
    pub preview: usize,
    /// Of the same where a finer one is wanted.
    pub finer: usize,
    /// Of a tile.
    pub tile: usize,
    /// Of each octave of a dream.
    pub dream: usize,
    /// How much is done for heatmaps.
    pub heatmaps: Effort,
    /// Of a fooled photo, at most.
    pub fool: usize,
    /// Of a rebuilt photo, at first; going on does as many more.
    pub rebuild: usize,
    /// Photos of an album that run once more, at most, where two networks are compared or branches are switched off.
    pub album: usize,
    /// Whether tiles out of sight are left out.
    pub only_visible: bool,
}

/// The same where nobody watches it grow.
const ALBUM_OF_A_STILL: usize = 96;

impl Default for Pace {
    fn default() -> Self {
        Self {
            preview: PREVIEW_STEPS,
            finer: FINER_STEPS,
            tile: 96,
            dream: 10,
            heatmaps: Effort::FULL,
            fool: usize::MAX,
            rebuild: REBUILD_STEPS,
            album: usize::MAX,
            only_visible: false,
        }
    }
}

impl Pace {
    /// For a picture of the window: the tiles in sight, rough.
    pub(crate) fn of_a_still(self) -> Self {
        Self { tile: self.tile.min(16), album: self.album.min(ALBUM_OF_A_STILL), only_visible: true, ..self }
    }

    /// The usual one, or that of `STEPS_VARIABLE`.
    pub fn asked() -> Self {
        let steps = platform::variable(STEPS_VARIABLE).and_then(|steps| steps.parse().ok());
        steps.map_or_else(Self::default, |steps: usize| Self::short(steps.max(1)))
    }

    /// So few steps that a picture is done at once: for tests and golden pictures.
    pub fn short(steps: usize) -> Self {
        Self {
            preview: steps,
            finer: 2 * steps,
            tile: steps,
            dream: steps,
            heatmaps: Effort::ROUGH,
            fool: steps,
            rebuild: steps,
            album: (4 * steps).min(ALBUM_OF_A_STILL),
            only_visible: true,
        }
    }
}

/// All that tells one picture from another, but for its steps.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// SHA-256 of the weights.
    pub weights: String,
    /// Of what.
    pub target: Target,
    /// How.
    pub wishes: Wishes,
    /// The photo it begins from.
    pub photo: Option<u64>,
}

/// How far something made step by step is.
#[derive(Clone, Debug, Default)]
pub enum Making {
    /// Not asked for.
    #[default]
    Idle,
    /// On its way.
    Running,
    /// Stopped where it was; it can go on.
    Stopped,
    /// Done.
    Done,
    /// Nothing comes of it.
    Failed(UserError),
}

/// The picture that is looked at.
#[derive(Clone, Default)]
pub struct Picture {
    /// What was asked; `None` before anything was.
    pub asked: Option<Asked>,
    /// As far as it is.
    pub painted: Option<Arc<Painted>>,
    /// How far that is.
    pub making: Making,
    /// After how many steps it is done.
    pub steps: usize,
    /// To go on with.
    pub(crate) studio: Studio<Painting>,
}

/// Everything about "looks for".
#[derive(Clone, Default)]
pub struct LooksFor {
    /// What tiles show.
    pub tiles: TileKind,
    /// In which order.
    pub order: TileOrder,
    /// How the picture is made.
    pub wishes: Wishes,
    /// The picture itself.
    pub picture: Picture,
    /// The pictures of the channels of the layers looked at last.
    pub atlas: Atlas,
    /// What the album has of the channel that is looked at.
    pub examples: Option<Arc<Examples>>,
    /// The strongest photos of the channels that carry most of the answer, once known.
    pub strongest: Option<Arc<StrongestPhotos>>,
    /// Which photos are shown of it.
    pub photos: Photos,
    /// Where the channel adds most to the answer, once that was asked.
    pub useful: Option<Arc<Useful>>,
    /// Why it has nothing.
    pub no_examples: Option<UserError>,
    /// Which of two photos fires the channel more.
    pub quiz: Quiz,
    /// How much colour matters to each channel.
    pub colour: Option<Arc<ColourIndex>>,
    /// How many steps are done.
    pub pace: Pace,
}

/// Whether pictures can be made of what a layer holds: maps before a classifier, or a classifier's logits.
pub fn can_look_for(layer: &Layer) -> bool {
    let has_maps = layer.output.side() > 1 && !matches!(layer.op, Op::Input);
    (has_maps && !matches!(layer.place, Place::Head(_))) || head_of(layer).is_some()
}

/// The classifier whose logits these are.
pub fn head_of(layer: &Layer) -> Option<Head> {
    Head::ALL.into_iter().find(|head| head.logits_name() == layer.name)
}

/// What is asked of a channel of a layer.
pub fn target_of(layer: &Layer, channel: usize, objective: Objective) -> Target {
    let name = layer.name.clone();
    match (head_of(layer), objective) {
        (Some(head), _) => Target::Logit { head, class: channel },
        (None, Objective::Channel) => Target::Channel { layer: name, channel },
        (None, Objective::Cell) => Target::Cell { layer: name, channel },
        (None, Objective::Layer) => Target::Layer { layer: name },
    }
}
