//! The words of the field, in both languages, and what they mean: on hover, in the sheet of keys and words, on the handout.

use std::sync::OnceLock;

use super::text::{Language, language};

const LINES: &str = include_str!("../../assets/lesson/glossary.txt");
/// Begins the line after which words are explained on screen alone.
const ON_SCREEN: &str = "# On screen alone";

/// A word with what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// In English; unlike that of any other entry.
    pub english: &'static str,
    /// In Korean.
    pub korean: &'static str,
    meanings: [&'static str; 2],
    /// Whether the handout has it: what the lesson speaks of.
    pub is_printed: bool,
}

impl Entry {
    /// The word in the language of the interface.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match language() {
            Language::English => self.english,
            Language::Korean => self.korean,
        }
    }

    /// What it means, in a language.
    #[must_use]
    pub fn meaning_in(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.meanings[0],
            Language::Korean => self.meanings[1],
        }
    }

    /// What it means, in the language of the interface.
    #[must_use]
    pub fn meaning(&self) -> &'static str {
        self.meaning_in(language())
    }
}

/// All words, in the order of the lesson.
#[must_use]
pub fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        let mut is_printed = true;
        let mut entries = Vec::new();
        for line in LINES.lines() {
            is_printed &= !line.starts_with(ON_SCREEN);
            let mut columns = line.split('\t');
            let mut next = || columns.next();
            if let (false, Some(english), Some(korean), Some(in_english), Some(in_korean)) =
                (line.starts_with('#'), next(), next(), next(), next())
            {
                entries.push(Entry { english, korean, meanings: [in_english, in_korean], is_printed });
            }
        }
        entries
    })
}

/// A word that stands somewhere on screen and is explained there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Term {
    /// How undecided a head is.
    Entropy,
    /// The place of the final answer among the classes of a head.
    AnswerRank,
    /// Multiply-accumulates, and their millions.
    Mac,
    /// Floating-point operations.
    Flop,
    /// Bars as high as the root of what they count.
    RootCount,
    /// Where a colour scale ends.
    Percentile,
    /// What a channel adds to the logit, exact.
    Contribution,
    /// How much a logit falls without a channel.
    ChannelContribution,
    /// What the forward pass kept.
    InNetwork,
    /// Naive modules one after another.
    Stacked,
    /// Naive modules that read what the trained ones read.
    SameInput,
    /// The middle of several times.
    Median,
    /// The error of the contest.
    TopFiveError,
    /// The largest speed there can be.
    Roofline,
    /// Probabilities that add up to 1.
    Softmax,
    /// What each cell adds to a logit.
    Evidence,
    /// Each map to its mean.
    Gap,
    /// The part of the photo that a cell sees.
    ReceptiveField,
    /// Which weights learn how much.
    Gradient,
    /// How far certainty and being right are apart.
    Calibration,
    /// How photos become points.
    Tsne,
    /// The same by straight axes.
    Pca,
    /// Sizes of the photo that a dream goes through.
    Octave,
}

impl Term {
    /// All of them.
    pub const ALL: [Self; 23] = [
        Self::Entropy,
        Self::AnswerRank,
        Self::Mac,
        Self::Flop,
        Self::RootCount,
        Self::Percentile,
        Self::Contribution,
        Self::ChannelContribution,
        Self::InNetwork,
        Self::Stacked,
        Self::SameInput,
        Self::Median,
        Self::TopFiveError,
        Self::Roofline,
        Self::Softmax,
        Self::Evidence,
        Self::Gap,
        Self::ReceptiveField,
        Self::Gradient,
        Self::Calibration,
        Self::Tsne,
        Self::Pca,
        Self::Octave,
    ];

    /// The entry's English word.
    const fn english(self) -> &'static str {
        match self {
            Self::Entropy => "entropy",
            Self::AnswerRank => "rank of the answer",
            Self::Mac => "MAC",
            Self::Flop => "FLOP",
            Self::RootCount => "√ count",
            Self::Percentile => "99.8th percentile",
            Self::Contribution => "contribution",
            Self::ChannelContribution => "contribution of a channel",
            Self::InNetwork => "value in the network",
            Self::Stacked => "stacked",
            Self::SameInput => "same input",
            Self::Median => "median of n runs",
            Self::TopFiveError => "top-5 error",
            Self::Roofline => "roofline",
            Self::Softmax => "softmax",
            Self::Evidence => "class evidence",
            Self::Gap => "global average pooling, GAP",
            Self::ReceptiveField => "receptive field",
            Self::Gradient => "gradient",
            Self::Calibration => "calibration (ECE)",
            Self::Tsne => "t-SNE",
            Self::Pca => "PCA",
            Self::Octave => "octave",
        }
    }

    /// The word and what it means.
    ///
    /// # Panics
    /// Never: a test finds every term in the file.
    #[must_use]
    pub fn entry(self) -> &'static Entry {
        let mut found = entries().iter().filter(|entry| entry.english == self.english());
        found.next().expect("a test finds every term in the file")
    }
}
