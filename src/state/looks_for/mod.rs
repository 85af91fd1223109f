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

use super::making::Making;
use crate::engine::{ColourIndex, Painted, Studio, UserError};
use crate::spec::{Head, Layer, Op, Place};
use crate::visualize::{Painting, Sign, Target};

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
