//! What is asked, and of which run: everything the parts of the view draw from.

use std::rc::Rc;
use std::sync::Arc;

use super::scene::{ClassifiersScene, SumsKey};
use crate::analysis::{LogitSums, Report, class_in};
use crate::engine::Photo;
use crate::locale::text::class_text;
use crate::session::Source;
use crate::state::{Command, Comparison, State};
use crate::ui::look::Look;

/// Sums that are kept: of both photos, for the question now and the one before.
const KEPT_SUMS: usize = 6;

/// A photo and its report.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    /// The photo.
    pub photo: &'a Arc<Photo>,
    /// What the network made of it.
    pub report: &'a Arc<Report>,
    /// Where its maps are found.
    pub source: Source,
}

/// The question, and the runs it is put to.
pub(super) struct ClassQuery<'a> {
    /// All that is on screen.
    pub state: &'a State,
    /// The run the view is about.
    pub run: Run<'a>,
    /// The run it is compared with.
    pub other: Option<Run<'a>>,
    /// Whether what differs is shown, rather than both.
    pub is_difference: bool,
    /// The class under study.
    pub class: usize,
    /// The class it is held against.
    pub minus: Option<usize>,
}

impl<'a> ClassQuery<'a> {
    /// What the state asks for; `None` before the first run.
    pub fn new(state: &'a State) -> Option<Self> {
        let shown = state.shown()?;
        let first = Run { photo: &shown.photo, report: &shown.report, source: Source::A };
        let second = second_of(state).filter(|second| {
            // For a moment, new weights have run one photo and not yet the other.
            state.compares_networks() || Arc::ptr_eq(&second.report.network, &first.report.network)
        });
        let (run, other) = match (state.comparison, second) {
            (Comparison::Second, Some(second)) => (second, None),
            (Comparison::Both | Comparison::Difference, Some(second)) => (first, Some(second)),
            (Comparison::First, _) | (_, None) => (first, None),
        };
        let classes = run.report.labels.len();
        let class = state.class_at(run.source).filter(|&class| class < classes)?;
        Some(Self {
            state,
            run,
            other,
            is_difference: other.is_some() && state.comparison == Comparison::Difference,
            class,
            minus: state.minus_at(run.source).filter(|&minus| minus < classes && minus != class),
        })
    }

    /// Name of a class.
    pub fn label(&self, class: usize) -> &'a str {
        class_text(&self.run.report.labels[class])
    }

    /// Number of classes.
    pub fn classes(&self) -> usize {
        self.run.report.labels.len()
    }

    /// The class that the main classifier answers.
    pub fn answer(&self) -> usize {
        self.run.report.main().best()
    }

    /// Whether nothing may move by itself.
    pub fn is_still(&self) -> bool {
        self.state.still || self.state.settings.reduce_motion
    }

    /// The wish to explain a class of the run the view is about; `None` where the first network has none of that name.
    pub fn explain(&self, class: usize) -> Option<Command> {
        Some(Command::ExplainClass(Some(self.state.class_from(self.run.source, class)?)))
    }

    /// The same class, as the run it is compared with has it.
    pub fn in_other(&self, class: usize) -> Option<usize> {
        class_in(class, &self.run.report.labels, &self.other?.report.labels)
    }

    /// Where the maps on screen come from.
    pub fn source(&self) -> Source {
        if self.is_difference { Source::AMinusB } else { self.run.source }
    }

    /// The logit in question taken apart; for the difference of two photos, the difference of theirs.
    pub fn sums(&self, scene: &mut ClassifiersScene) -> Option<Rc<LogitSums>> {
        let other = self.other.filter(|_| self.is_difference);
        self.sums_of(scene, (self.run.report, [Some(self.class), self.minus]), other.map(|other| &**other.report))
    }

    /// The same for the run it is compared with, where both are on screen.
    pub fn other_sums(&self, scene: &mut ClassifiersScene) -> Option<Rc<LogitSums>> {
        let other = self.other.filter(|_| !self.is_difference)?;
        self.sums_of(scene, (other.report, self.classes_in_other()), None)
    }

    /// The class, and the one it is held against, as the run it is compared with has them.
    fn classes_in_other(&self) -> [Option<usize>; 2] {
        [Some(self.class), self.minus].map(|class| self.in_other(class?))
    }

    fn sums_of(
        &self,
        scene: &mut ClassifiersScene,
        (report, [class, minus]): (&Report, [Option<usize>; 2]),
        less: Option<&Report>,
    ) -> Option<Rc<LogitSums>> {
        let class = class?;
        let reports = [report.id, less.map_or(0, |less| less.id)];
        let key: SumsKey = (reports, class, minus);
        if let Some((_, sums)) = scene.sums.iter().find(|(made_for, _)| *made_for == key) {
            return Some(sums.clone());
        }
        let of_report = LogitSums::of(report, class, minus)?;
        let made = match less {
            Some(less) => {
                let [class, minus] = self.classes_in_other();
                of_report.minus(&LogitSums::of(less, class?, minus)?)?
            }
            None => of_report,
        };
        let made = Rc::new(made);
        scene.sums.truncate(KEPT_SUMS - 1);
        scene.sums.insert(0, (key, made.clone()));
        Some(made)
    }
}

/// What the photo is compared with.
fn second_of(state: &State) -> Option<Run<'_>> {
    let before = state.before()?.view();
    Some(Run { photo: &before.photo, report: &before.report, source: Source::B })
}

/// What every part of the view draws from and answers to.
pub(super) struct Board<'a, 'l> {
    /// The question.
    pub subject: &'a ClassQuery<'a>,
    /// Choices and caches.
    pub scene: &'a mut ClassifiersScene,
    /// Theme and textures.
    pub look: &'a mut Look<'l>,
    /// Wishes.
    pub commands: &'a mut Vec<Command>,
}
