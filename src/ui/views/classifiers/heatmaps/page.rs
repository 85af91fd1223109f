//! What every part of the tab draws from.

use std::sync::Arc;

use crate::analysis::heatmaps::{Learned, Method, PixelBox, Row, Table, Verdict};
use crate::state::Spoiler;
use crate::state::{HeatmapWishes, MethodOrder, StudyAsked, StudyEntry};
use crate::ui::views::classifiers::class_query::{ClassQuery, Run};

/// The study on screen.
pub(super) struct Page<'a> {
    /// What is wanted.
    pub wishes: HeatmapWishes,
    /// The study, as far as it is.
    pub entry: Option<&'a StudyEntry>,
    /// What was asked.
    pub asked: StudyAsked,
    /// Of the second photo, where both are on screen.
    pub other: Option<(Run<'a>, &'a StudyEntry)>,
    /// The same question with the other choice of the low-pass filter, where that was studied.
    pub unfiltered: Option<&'a StudyEntry>,
    /// The photo that is explained.
    pub run: Run<'a>,
    /// Whether a class is still to guess what random networks make of it.
    pub is_covered: bool,
    /// The box that a person drew.
    pub region: Option<PixelBox>,
}

impl<'a> Page<'a> {
    /// `None` before the photo ran.
    pub fn new(subject: &ClassQuery<'a>) -> Option<Self> {
        let state = subject.state;
        let sources = state.studied_sources();
        let asked = state.study_asked(*sources.first()?)?;
        let heatmaps = &state.heatmaps;
        let other = sources.get(1).and_then(|&source| heatmaps.of(&state.study_asked(source)?));
        let unfiltered = heatmaps.of(&StudyAsked { low_pass: !asked.low_pass, ..asked });
        Some(Self {
            wishes: heatmaps.wishes,
            entry: heatmaps.of(&asked),
            asked,
            other: subject.other.zip(other),
            unfiltered,
            run: subject.run,
            is_covered: state.is_covered(Spoiler::HeatmapVerdicts),
            region: heatmaps.region(subject.run.photo.id),
        })
    }

    /// What is known.
    pub fn table(&self) -> Option<&'a Arc<Table>> {
        self.entry?.table.as_ref()
    }

    /// What is known of a method.
    pub fn row(&self, method: Method) -> Option<&'a Row> {
        self.table()?.row(method)
    }

    /// All verdicts that are there.
    pub fn verdicts(&self) -> Vec<(&'a Row, Verdict)> {
        let rows = self.table().map(|table| &table.rows[..]).unwrap_or_default();
        rows.iter().filter_map(|row| Some((row, row.verdict?))).collect()
    }

    /// Whether nothing more is to come.
    pub fn is_complete(&self) -> bool {
        self.entry.is_some_and(|entry| matches!(entry.making, crate::state::Making::Done))
    }

    /// The methods from left to right.
    pub fn methods(&self) -> Vec<Method> {
        let mut methods = Method::ALL.to_vec();
        if self.is_covered {
            return methods;
        }
        let key = |method: &Method| -> Option<f64> {
            let row = self.row(*method)?;
            match self.wishes.order {
                MethodOrder::Agreement => Some(row.agreement?.mean),
                MethodOrder::Box => Some(-row.in_box?),
                MethodOrder::Deletion => Some(row.deletion.as_ref()?.area()),
                MethodOrder::Insertion => Some(-row.insertion.as_ref()?.area()),
                MethodOrder::Passes => Some(row.map.as_ref()?.passes as f64),
                MethodOrder::Listed => None,
            }
        };
        // What is not known yet stays where it is listed, behind what is known.
        methods.sort_by(|one, other| match (key(one), key(other)) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (None, None) => std::cmp::Ordering::Equal,
        });
        methods
    }

    /// How many of the methods change without learning, where that is what they are ordered by.
    pub fn split(&self, methods: &[Method]) -> Option<usize> {
        if self.wishes.order != MethodOrder::Agreement || self.is_covered {
            return None;
        }
        let means: Option<Vec<f64>> = methods.iter().map(|method| Some(self.row(*method)?.agreement?.mean)).collect();
        Some(means?.iter().filter(|mean| **mean < crate::analysis::heatmaps::verdict::SAME).count())
    }

    /// The methods of a kind.
    pub fn learned(&self, kind: Learned) -> Vec<Method> {
        let of_kind = |(row, verdict): &(&Row, Verdict)| (verdict.learned == kind).then_some(row.method);
        self.verdicts().iter().filter_map(of_kind).collect()
    }
}
