//! Table 1 of the paper, as data.

/// Side of the square RGB input, in pixels (Table 1: 224x224).
pub const INPUT_SIDE: usize = 224;

/// One row "inception (..)" of Table 1: output channels of each convolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InceptionModule {
    /// The paper's short name, "3a" to "5b".
    pub name: &'static str,
    /// #1x1.
    pub branch1: usize,
    /// #3x3 reduce.
    pub reduce3: usize,
    /// #3x3.
    pub branch2: usize,
    /// #5x5 reduce.
    pub reduce5: usize,
    /// #5x5.
    pub branch3: usize,
    /// pool proj.
    pub projection: usize,
}

impl InceptionModule {
    /// The name under which the module's concat is traced, torchvision's "inception3a".
    pub fn layer_name(&self) -> String {
        format!("inception{}", self.name)
    }

    /// Channels after the concat, with the reductions of Fig. 2b.
    pub const fn output_channels(&self) -> usize {
        self.branch1 + self.branch2 + self.branch3 + self.projection
    }

    /// Channels after the concat of the naive module of Fig. 2a, whose pool branch passes `input` channels through.
    pub const fn naive_output_channels(&self, input: usize) -> usize {
        self.branch1 + self.branch2 + self.branch3 + input
    }

    /// The module of that short name ("4a") or layer name ("inception4a"), without regard to case.
    pub fn find(name: &str) -> Option<usize> {
        let lower = name.to_lowercase();
        let short = lower.strip_prefix("inception").unwrap_or(&lower);
        MODULES.iter().position(|module| module.name == short)
    }
}

const fn inception(
    name: &'static str,
    branch1: usize,
    (reduce3, branch2): (usize, usize),
    (reduce5, branch3): (usize, usize),
    projection: usize,
) -> InceptionModule {
    InceptionModule { name, branch1, reduce3, branch2, reduce5, branch3, projection }
}

/// The nine modules, in order: `#1x1, (#3x3 reduce, #3x3), (#5x5 reduce, #5x5), pool proj`.
pub const MODULES: [InceptionModule; 9] = [
    inception("3a", 64, (96, 128), (16, 32), 32),
    inception("3b", 128, (128, 192), (32, 96), 64),
    inception("4a", 192, (96, 208), (16, 48), 64),
    inception("4b", 160, (112, 224), (24, 64), 64),
    inception("4c", 128, (128, 256), (24, 64), 64),
    inception("4d", 112, (144, 288), (32, 64), 64),
    inception("4e", 256, (160, 320), (32, 128), 128),
    inception("5a", 256, (160, 320), (32, 128), 128),
    inception("5b", 384, (192, 384), (48, 128), 128),
];

/// The depths that views, albums and curves go by, as traced: the stem's convolutions and the nine modules of [`MODULES`].
pub const DEPTHS: [&str; 12] = [
    "conv1",
    "conv2",
    "conv3",
    "inception3a",
    "inception3b",
    "inception4a",
    "inception4b",
    "inception4c",
    "inception4d",
    "inception4e",
    "inception5a",
    "inception5b",
];

/// Channels of the three stem convolutions: 7x7/2, 1x1 ("3x3 reduce" of Table 1), 3x3.
pub const STEM_CHANNELS: [usize; 3] = [64, 64, 192];

/// Channels of an auxiliary head's 1x1 convolution (section 5).
pub const AUX_CHANNELS: usize = 128;

/// Width of an auxiliary head's first linear layer (section 5).
pub const AUX_HIDDEN: usize = 1024;

/// Modules after which an auxiliary head leaves: 4a and 4d (section 5).
pub const AUX_AFTER: [&str; 2] = ["4a", "4d"];
