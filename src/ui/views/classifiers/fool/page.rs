//! What every part draws from.

use std::sync::Arc;

use crate::analysis::{Report, Scores};
use crate::engine::{Fooled, Photo};
use crate::state::{FoolAsked, FoolEntry, FoolWishes};
use crate::ui::views::classifiers::class_query::ClassQuery;

/// The question and what is known of it.
pub(super) struct Page<'a> {
    pub wishes: FoolWishes,
    pub asked: FoolAsked,
    pub entry: Option<&'a FoolEntry>,
    /// The same question in one step, where that is known.
    pub once: Option<&'a FoolEntry>,
    /// The photo as it is.
    pub photo: &'a Arc<Photo>,
    pub report: &'a Arc<Report>,
    /// The changed photo: of the size that is asked for, else the nearest that is known.
    pub fooled: Option<&'a Arc<Fooled>>,
    /// Whether that is of the size that is asked for.
    pub is_current: bool,
}

impl<'a> Page<'a> {
    pub fn new(query: &ClassQuery<'a>) -> Option<Self> {
        let state = query.state;
        let view = state.fooled_photo()?;
        let asked = state.fool_asked()?;
        let entry = state.fool.of(&asked);
        let once = state.fool.of(&FoolAsked { steps: 1, ..asked });
        let wishes = state.fool.wishes;
        let known = entry.map(|entry| &entry.known[..]).unwrap_or_default();
        let size = usize::from(wishes.epsilon);
        let at = |size: usize| known.get(size)?.as_ref();
        let nearest = || {
            let mut sizes: Vec<usize> = (1..known.len()).collect();
            sizes.sort_by_key(|other| other.abs_diff(size));
            sizes.into_iter().find_map(at)
        };
        let (fooled, is_current) = match (size, at(size)) {
            (0, _) => (None, true),
            (_, Some(fooled)) => (Some(fooled), true),
            (_, None) => (nearest(), false),
        };
        Some(Self { wishes, asked, entry, once, photo: &view.photo, report: &view.report, fooled, is_current })
    }

    /// What the main head says of the changed photo.
    pub fn now(&self) -> &Scores {
        self.fooled.and_then(|fooled| fooled.main()).unwrap_or_else(|| self.report.main())
    }

    /// Whether every size is known.
    pub fn is_complete(&self) -> bool {
        self.entry.is_some_and(|entry| entry.known[1..].iter().all(Option::is_some))
    }
}

/// The most probable class beside one.
pub(super) fn other_than(scores: &Scores, class: usize) -> Option<usize> {
    let others = (0..scores.probabilities.len()).filter(|&other| other != class);
    others.max_by(|&one, &other| scores.probabilities[one].total_cmp(&scores.probabilities[other]))
}
