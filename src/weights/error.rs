//! What can be wrong with a weights file, said so that a teacher knows what to do next.

use thiserror::Error;

/// How many problems one sentence names; `weights check` lists all.
const NAMED: usize = 5;

/// One tensor that is not as the spec wants it.
#[derive(Clone, Debug, Error, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Problem {
    /// A tensor of the spec is not in the file.
    #[error("{name} {shape:?} is missing")]
    Missing {
        /// Its name.
        name: String,
        /// The shape it should have.
        shape: Vec<usize>,
    },
    /// A tensor of the file is not in the spec.
    #[error("{name} {shape:?} does not belong to GoogLeNet")]
    Extra {
        /// Its name.
        name: String,
        /// Its shape.
        shape: Vec<usize>,
    },
    /// The shape differs.
    #[error("{name} is {found:?} instead of {expected:?}")]
    Shape {
        /// Its name.
        name: String,
        /// Shape in the spec.
        expected: Vec<usize>,
        /// Shape in the file.
        found: Vec<usize>,
    },
    /// Values are NaN or infinite.
    #[error("{name} holds numbers that are not finite ({count} of them)")]
    NotFinite {
        /// Its name.
        name: String,
        /// How many.
        count: usize,
    },
    /// A variance below 0.
    #[error("{name} holds negative variances")]
    NegativeVariance {
        /// Its name.
        name: String,
    },
    /// The number format is not one we read.
    #[error("{name} is stored as {found}, not as f16, bf16, f32 or f64")]
    NumberFormat {
        /// Its name.
        name: String,
        /// The file's word for it.
        found: String,
    },
}

impl Problem {
    /// The tensor it is about.
    pub fn name(&self) -> &str {
        match self {
            Self::Missing { name, .. }
            | Self::Extra { name, .. }
            | Self::Shape { name, .. }
            | Self::NotFinite { name, .. }
            | Self::NegativeVariance { name }
            | Self::NumberFormat { name, .. } => name,
        }
    }

    /// Whether that is a tensor of an auxiliary head.
    pub fn is_in_head(&self) -> bool {
        self.name().starts_with("aux")
    }
}

/// Why a weights file cannot be used.  Nothing of it is loaded.
#[derive(Clone, Debug, Error, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum WeightsError {
    /// No bytes.
    #[error(
        "The weights file is empty; choose a .safetensors, .pth, .caffemodel or .onnx file with GoogLeNet weights."
    )]
    Empty,
    /// Larger than any GoogLeNet.
    #[error("The weights file is {megabytes} MB, more than the {limit} MB any GoogLeNet needs; choose another file.")]
    TooLarge {
        /// Its size.
        megabytes: usize,
        /// The limit.
        limit: usize,
    },
    /// In none of the formats.
    #[error(
        "This is not a weights file Inception Lens reads ({cause}); choose a .safetensors, .pth, .caffemodel or .onnx file with GoogLeNet weights."
    )]
    NotWeights {
        /// What gave it away.
        cause: String,
    },
    /// The format is right, the content does not hold together.
    #[error("The weights file is damaged ({cause}); copy or download it again.")]
    Damaged {
        /// What does not fit.
        cause: String,
    },
    /// A pickle with more in it than tensors.
    #[error(
        "This PyTorch file asks for {what}, which holds no weights by itself and was not executed; load it where it was made, and save its tensors alone with torch.save(model.state_dict(), …)."
    )]
    Forbidden {
        /// The opcode or class.
        what: String,
    },
    /// A file of a known format that keeps its numbers in a way we cannot use.
    #[error("{cause}; {remedy}.")]
    Unsupported {
        /// What it does.
        cause: String,
        /// What to do about it.
        remedy: String,
    },
    /// Weights of something else.
    #[error(
        "{}", another_network(*.known, *.expected, .example.as_deref())
    )]
    AnotherNetwork {
        /// Tensors of GoogLeNet in the file.
        known: usize,
        /// Tensors GoogLeNet has.
        expected: usize,
        /// A tensor that is not GoogLeNet's; `None` when there is none.
        example: Option<String>,
    },
    /// The file's description of itself makes no sense.
    #[error(
        "The weights file describes itself wrongly: {key} is {value:?}, expected {expected}; correct the metadata or choose another file."
    )]
    Metadata {
        /// Metadata key.
        key: String,
        /// What it says, shortened.
        value: String,
        /// What would be understood.
        expected: String,
    },
    /// A file of class names that cannot be used.
    #[error(
        "The file of labels {which} cannot be used ({cause}); give it {classes} lines of UTF-8 text, one label a line."
    )]
    Labels {
        /// Where the file was found.
        which: String,
        /// What is wrong with it.
        cause: String,
        /// How many classes the weights have.
        classes: usize,
    },
    /// Tensors that do not fit the spec.
    #[error("{}", mismatch(.0))]
    Mismatch(Vec<Problem>),
}

impl WeightsError {
    /// Every problem found, for the full list.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::Mismatch(problems) => problems,
            Self::Empty
            | Self::TooLarge { .. }
            | Self::NotWeights { .. }
            | Self::Damaged { .. }
            | Self::Forbidden { .. }
            | Self::Unsupported { .. }
            | Self::AnotherNetwork { .. }
            | Self::Metadata { .. }
            | Self::Labels { .. } => &[],
        }
    }
}

fn another_network(known: usize, expected: usize, example: Option<&str>) -> String {
    match example {
        Some(example) => format!(
            "These are weights of another network: only {known} of GoogLeNet's {expected} tensors are there, but also {example}; choose weights of GoogLeNet."
        ),
        None => format!(
            "These weights are not whole: only {known} of GoogLeNet's {expected} tensors are there, and nothing else; choose a file with all of them."
        ),
    }
}

fn mismatch(problems: &[Problem]) -> String {
    let named: Vec<String> = problems.iter().take(NAMED).map(Problem::to_string).collect();
    let more = match problems.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let count = match problems.len() {
        1 => "1 problem".to_owned(),
        count => format!("{count} problems"),
    };
    format!(
        "The weights do not fit GoogLeNet, {count}: {}{more}. Choose a file made for this network.",
        named.join("; ")
    )
}
