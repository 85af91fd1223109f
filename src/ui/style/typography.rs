//! The type scale: text is asked for by what it says, not by its size.

use std::sync::{Arc, LazyLock};

use egui::{FontFamily, FontId};

use super::legibility::{Legibility, legibility};

/// The four weights, each an egui font family of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
    /// 700.
    Bold,
}

impl Weight {
    /// Every weight, lightest first.
    pub const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::SemiBold, Self::Bold];

    /// The name of the family in egui.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "Regular",
            Self::Medium => "Medium",
            Self::SemiBold => "SemiBold",
            Self::Bold => "Bold",
        }
    }

    /// The egui family; drawing with it needs [`super::fonts`] to be installed.
    #[must_use]
    pub fn family(self) -> FontFamily {
        static NAMES: LazyLock<[Arc<str>; 4]> = LazyLock::new(|| Weight::ALL.map(|weight| weight.name().into()));
        FontFamily::Name(Arc::clone(&NAMES[self as usize]))
    }

    /// A font of this weight, `points` high, more where text has grown, or as high as the smallest text may be.
    #[must_use]
    pub fn size(self, points: f32) -> FontId {
        let Legibility { smallest_text, growth, .. } = legibility();
        FontId::new((points * growth).max(smallest_text), self.family())
    }
}

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextRole {
    /// A label in the navigation rail.
    Navigation,
    /// A number at an axis.
    Tick,
    /// The status bar.
    Status,
    /// The status bar's own result, and small table heads.
    StatusStrong,
    /// A caption.
    Caption,
    /// Running text.
    Body,
    /// Running text that stands out.
    BodyStrong,
    /// A button.
    Button,
    /// The name of a thing, the label of a row.
    Name,
    /// The title of a card.
    CardTitle,
    /// A number that stands out in a row.
    RowNumber,
    /// The number over a stage, a ratio.
    StageNumber,
    /// The title of a view.
    ViewTitle,
    /// The result of a view.
    BigNumber,
    /// The title of a lesson card.
    LessonTitle,
    /// The text of a lesson card.
    LessonBody,
}

impl TextRole {
    /// Size in points and weight.
    #[must_use]
    pub fn font(self) -> FontId {
        let (points, weight) = match self {
            Self::Navigation => (11.5, Weight::Medium),
            Self::Tick => (12.0, Weight::Regular),
            Self::Status => (12.5, Weight::Regular),
            Self::StatusStrong => (12.5, Weight::SemiBold),
            Self::Caption => (13.0, Weight::Regular),
            Self::Body => (14.0, Weight::Regular),
            Self::BodyStrong => (14.0, Weight::SemiBold),
            Self::Button => (14.0, Weight::Medium),
            Self::Name => (15.0, Weight::SemiBold),
            Self::CardTitle => (16.0, Weight::SemiBold),
            Self::RowNumber => (20.0, Weight::SemiBold),
            Self::StageNumber => (22.0, Weight::SemiBold),
            Self::ViewTitle => (24.0, Weight::SemiBold),
            Self::BigNumber => (28.0, Weight::SemiBold),
            Self::LessonTitle => (38.0, Weight::Bold),
            Self::LessonBody => (24.0, Weight::Regular),
        };
        weight.size(points)
    }
}
