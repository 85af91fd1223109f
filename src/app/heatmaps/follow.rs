//! The engine studies what is looked at, and rests when nobody looks.

use std::sync::Arc;

use crate::analysis::heatmaps::{Cascade, PixelBox, Study};
use crate::app::app::App;
use crate::engine::{CascadeOrder, Cascaded, Studied, Studio, StudyOrder, UserError};
use crate::session::Source;
use crate::state::heatmaps::{KEPT, KEPT_BOXES};
use crate::state::{CascadeEntry, ClassifiersTab, HeatmapChart, Making, StudyAsked, StudyEntry, View};

impl App {
    /// Studies the photos that are looked at, one after the other, and stops what is not.
    pub(in crate::app) fn follow_heatmaps(&mut self) {
        if self.state.view != View::Classifiers(ClassifiersTab::HEATMAPS) {
            self.rest_heatmaps();
            self.let_go_of_studies();
            return;
        }
        let wanted: Vec<(Source, StudyAsked)> = self
            .state
            .studied_sources()
            .iter()
            .filter_map(|&source| Some((source, self.state.study_asked(source)?)))
            .collect();
        let is_wanted = |entry: &StudyEntry| wanted.iter().any(|(_, asked)| *asked == entry.asked);
        let is_other = |entry: &StudyEntry| matches!(entry.making, Making::Running) && !is_wanted(entry);
        if self.state.heatmaps.entries.iter().any(is_other) {
            self.rest_heatmaps();
        }
        self.let_go_of_studies();
        for (_, asked) in &wanted {
            self.begin_study(*asked);
        }
        let next = wanted.iter().find(|(_, asked)| {
            self.state.heatmaps.of(asked).is_some_and(|entry| matches!(entry.making, Making::Idle | Making::Running))
        });
        if let Some(&(source, asked)) = next {
            self.order_study(source, asked);
        }
        if let Some(&(source, asked)) = wanted.first() {
            self.follow_cascade(source, asked);
        }
    }

    fn begin_study(&mut self, asked: StudyAsked) {
        let heatmaps = &mut self.state.heatmaps;
        if heatmaps.of(&asked).is_some() {
            return;
        }
        heatmaps.entries.insert(
            0,
            StudyEntry {
                asked,
                table: None,
                progress: [0, 0],
                making: Making::Idle,
                cascades: Vec::new(),
                studio: Studio::empty(),
            },
        );
        heatmaps.entries.truncate(KEPT);
    }

    /// What rests of photos that are not open any more begins anew should they come back: each study holds its network, which may not be
    /// in use any more either.  Tables stay.
    fn let_go_of_studies(&mut self) {
        let open = [Source::A, Source::B].map(|source| self.state.shown_as(source).map(|view| view.report.id));
        let heatmaps = &mut self.state.heatmaps;
        if std::mem::replace(&mut heatmaps.open, open) == open {
            return;
        }
        let is_running = |making: &Making| matches!(making, Making::Running);
        for entry in heatmaps.entries.iter_mut().filter(|entry| !open.contains(&Some(entry.asked.report))) {
            if !is_running(&entry.making) {
                entry.studio = Studio::empty();
            }
            for cascade in entry.cascades.iter_mut().filter(|cascade| !is_running(&cascade.making)) {
                cascade.studio = Studio::empty();
            }
        }
    }

    fn order_of(&self, source: Source, entry: &StudyEntry) -> Option<StudyOrder> {
        let view = self.state.shown_as(source)?;
        Some(StudyOrder {
            run: Arc::clone(view.run()),
            muted: view.off().clone(),
            question: entry.asked.question,
            settings: entry.asked.settings(),
            seed: entry.asked.seed,
            studio: entry.studio.clone(),
        })
    }

    fn order_study(&mut self, source: Source, asked: StudyAsked) {
        let Some(entry) = self.state.heatmaps.of(&asked) else { return };
        if !matches!(entry.making, Making::Idle) {
            return;
        }
        let Some(order) = self.order_of(source, entry) else { return };
        let is_awaited = entry.table.is_none();
        self.engine.study(order, is_awaited);
        if let Some(entry) = self.entry_of(&asked) {
            entry.making = Making::Running;
        }
    }

    fn entry_of(&mut self, asked: &StudyAsked) -> Option<&mut StudyEntry> {
        self.state.heatmaps.entries.iter_mut().find(|entry| entry.asked == *asked)
    }

    /// The selected method's cascade, while it is looked at.
    fn follow_cascade(&mut self, source: Source, asked: StudyAsked) {
        let wishes = self.state.heatmaps.wishes;
        let Some(method) = wishes.selected.filter(|_| wishes.chart == HeatmapChart::Cascade) else { return };
        // What was stopped rests, all of it.
        let entry = self.state.heatmaps.of(&asked).filter(|entry| !matches!(entry.making, Making::Stopped));
        let Some(entry) = entry else { return };
        let trained = entry.table.as_ref().and_then(|table| table.row(method)?.map.clone());
        let known = entry.cascades.iter().find(|cascade| cascade.method == method);
        let is_idle = known.is_none_or(|cascade| matches!(cascade.making, Making::Idle));
        let (Some(trained), true, Some(of)) = (trained, is_idle, self.order_of(source, entry)) else { return };
        let studio = known.map(|cascade| cascade.studio.clone()).unwrap_or_default();
        let order = CascadeOrder { of, method, trained: trained.map.clone(), studio: studio.clone() };
        let Some(entry) = self.entry_of(&asked) else { return };
        match entry.cascades.iter_mut().find(|cascade| cascade.method == method) {
            Some(cascade) => cascade.making = Making::Running,
            None => entry.cascades.push(CascadeEntry {
                method,
                cascaded: None,
                making: Making::Running,
                studio: studio.clone(),
            }),
        }
        self.engine.cascade(order);
        // A newer order takes the place of the one before.
        for cascade in self.state.heatmaps.entries.iter_mut().flat_map(|entry| &mut entry.cascades) {
            if !cascade.studio.is_same(&studio) && matches!(cascade.making, Making::Running) {
                cascade.making = Making::Idle;
            }
        }
    }

    fn rest_heatmaps(&mut self) {
        let is_running = |making: &Making| matches!(making, Making::Running);
        let entries = &mut self.state.heatmaps.entries;
        let runs = entries
            .iter()
            .any(|entry| is_running(&entry.making) || entry.cascades.iter().any(|cascade| is_running(&cascade.making)));
        if !runs {
            return;
        }
        self.engine.cancel_study();
        self.engine.cancel_cascade();
        for entry in entries {
            let cascades = entry.cascades.iter_mut().map(|cascade| &mut cascade.making);
            for making in [&mut entry.making].into_iter().chain(cascades).filter(|making| is_running(making)) {
                *making = Making::Idle;
            }
        }
    }

    /// Stops what is looked at; what is known stays.
    pub(super) fn stop_heatmaps(&mut self) {
        self.rest_heatmaps();
        for entry in &mut self.state.heatmaps.entries {
            if matches!(entry.making, Making::Idle) {
                entry.making = Making::Stopped;
            }
        }
    }

    /// Goes on with what was stopped, or tries again what failed.
    pub(super) fn go_on_with_heatmaps(&mut self) {
        for entry in &mut self.state.heatmaps.entries {
            let cascades = entry.cascades.iter_mut().map(|cascade| &mut cascade.making);
            for making in cascades.chain([&mut entry.making]) {
                if matches!(making, Making::Stopped | Making::Failed(_)) {
                    *making = Making::Idle;
                }
            }
        }
    }

    /// All that is looked at from the beginning.
    pub(super) fn compute_heatmaps_again(&mut self) {
        self.rest_heatmaps();
        let wanted: Vec<StudyAsked> =
            self.state.studied_sources().iter().filter_map(|&source| self.state.study_asked(source)).collect();
        self.state.heatmaps.entries.retain(|entry| !wanted.contains(&entry.asked));
    }

    /// A person's box on the first photo that is looked at.
    pub(super) fn draw_box(&mut self, region: Option<PixelBox>) {
        let source = self.state.studied_sources()[0];
        let Some(view) = self.state.shown_as(source) else { return };
        let (photo, report) = (view.photo.id, view.report.id);
        let heatmaps = &mut self.state.heatmaps;
        heatmaps.boxes.retain(|(of, _)| *of != photo);
        if let Some(region) = region.filter(|region| region.is_on_photo()) {
            heatmaps.boxes.insert(0, (photo, region));
            heatmaps.boxes.truncate(KEPT_BOXES);
        }
        let region = heatmaps.region(photo);
        for entry in heatmaps.entries.iter_mut().filter(|entry| entry.asked.report == report) {
            if let Some(table) = &mut entry.table {
                *table = Arc::new((**table).clone().with_box(region));
            }
        }
    }

    /// A study is further than before.
    pub(in crate::app) fn take_studied(&mut self, studio: &Studio<Study>, studied: Studied) {
        let of = |entry: &StudyEntry| entry.studio.is_same(studio);
        let Some(index) = self.state.heatmaps.entries.iter().position(of) else { return };
        let report = self.state.heatmaps.entries[index].asked.report;
        let region = [Source::A, Source::B].into_iter().find_map(|source| {
            let view = self.state.shown_as(source).filter(|view| view.report.id == report)?;
            self.state.heatmaps.region(view.photo.id)
        });
        let entry = &mut self.state.heatmaps.entries[index];
        entry.progress = [studied.progress.done, studied.progress.total];
        if let Some(table) = studied.table {
            entry.table = Some(match region {
                Some(region) => Arc::new((*table).clone().with_box(Some(region))),
                None => table,
            });
        }
        if studied.progress.is_done {
            entry.making = Making::Done;
        }
    }

    /// A cascade is further than before.
    pub(in crate::app) fn take_cascaded(&mut self, studio: &Studio<Cascade>, cascaded: Arc<Cascaded>) {
        let mut cascades = self.state.heatmaps.entries.iter_mut().flat_map(|entry| &mut entry.cascades);
        if let Some(cascade) = cascades.find(|cascade| cascade.studio.is_same(studio)) {
            if cascaded.steps.len() == cascaded.total {
                cascade.making = Making::Done;
            }
            cascade.cascaded = Some(cascaded);
        }
    }

    /// The first maps are there, and the rest may take its time; or nothing more comes.
    pub(in crate::app) fn study_ended(&mut self) {
        for entry in &mut self.state.heatmaps.entries {
            if matches!(entry.making, Making::Running) {
                entry.making = Making::Idle;
            }
        }
    }

    /// Nothing comes of the study: what is known stays.
    pub(in crate::app) fn study_failed(&mut self, error: &UserError) {
        for entry in &mut self.state.heatmaps.entries {
            if matches!(entry.making, Making::Running) {
                entry.making = Making::Failed(error.clone());
            }
        }
    }

    /// Nothing comes of the cascade.
    pub(in crate::app) fn cascade_failed(&mut self, error: &UserError) {
        for cascade in self.state.heatmaps.entries.iter_mut().flat_map(|entry| &mut entry.cascades) {
            if matches!(cascade.making, Making::Running) {
                cascade.making = Making::Failed(error.clone());
            }
        }
    }
}
