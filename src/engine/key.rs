//! What there is to do, each thing under a key of its own: a newer request with the same key supersedes the older one.

/// Which of the two photos.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Side {
    /// A.
    First,
    /// B.
    Second,
}

impl Side {
    /// A, then B.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];
}

/// Of two requests of one kind the one runs while the other waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Turn {
    /// The one.
    One,
    /// The other.
    Other,
}

impl Turn {
    /// Both.
    pub const ALL: [Self; 2] = [Self::One, Self::Other];
}

/// What a request to the engine is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum JobKey {
    /// Weights are read.
    Weights,
    /// So are those of the second network.
    SecondWeights,
    /// Two networks are compared over an album.
    Depths,
    /// A photo is decoded and run.
    Photo(Side),
    /// The edited photo is run.
    Edit(Turn),
    /// The network runs with muted channels.
    Mute,
    /// The branches of a module are switched off one by one.
    Branches,
    /// They are on the photos of an album.
    BranchAlbum,
    /// A cell is explained.
    Explain,
    /// A layer's weights are fetched.
    Kernels,
    /// A naive module is run.
    Naive,
    /// Channels are muted one by one.
    Contributions,
    /// Every layer shares a logit out.
    Contribution,
    /// What they add is tested.
    Drops,
    /// A patch slides over the photo.
    Occlusion,
    /// The channels of a layer share a logit out.
    Attribution,
    /// Eight methods draw heatmaps, and are judged.
    Heatmaps,
    /// One of them while the network becomes random.
    Cascade,
    /// Gradients are computed.
    Gradients,
    /// Those of Gaussian weights are.
    GaussianGradients,
    /// Two runs are compared.
    Similarity,
    /// The layers are timed.
    Timings,
    /// All modules are timed, naive and reduced.
    ModuleTimes,
    /// The machine's peak is measured.
    Peak,
    /// A photo is looked at for itself.
    Look,
    /// The gallery's small pictures are made.
    Thumbnails,
    /// A picture of what something looks for is made.
    Painting,
    /// So are those of all channels of a layer.
    Atlas,
    /// How much colour matters to each channel.
    Colour,
    /// The photo dreams.
    Dream,
    /// It dreams other dreams beside that.
    Dreams,
    /// It is changed to be taken for something else.
    Fool,
    /// So it is in all other ways.
    FoolAll,
    /// It is rebuilt from what a layer knows of it.
    Rebuild,
    /// So it is from other layers.
    Rebuilds,
}
