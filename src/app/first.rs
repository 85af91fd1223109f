//! Opens what the program was started with.

use super::app::App;
use crate::engine::PhotoSource;
use crate::state::{Options, Tour};

impl App {
    /// Opens what the program was started with: weights, photos, album, lesson.
    pub(super) fn open_first(&mut self, options: &Options) {
        self.offer_public_weights();
        match &options.weights {
            Some(path) => self.open_weights(path.clone(), options.weights_are.clone(), options.labels.clone()),
            None => self.use_default_weights_as(options.weights_are.said),
        }
        if options.weights_are.said.fit.is_some() {
            self.state.settings.fit = None;
        }
        if let Some(path) = &options.image {
            self.open_path(path.clone());
        }
        if let Some((name, origin)) = options.origin.clone() {
            self.open(PhotoSource::Ready { name, origin });
        }
        if let Some(live) = options.live.clone() {
            self.start_live(live, 0.0);
            if let Some(shown) = self.state.live.as_mut().filter(|_| options.still) {
                shown.frames_left = options.frames.unwrap_or(1);
            }
        }
        if let Some(path) = &options.second {
            self.open_second_path(path.clone());
        }
        self.files.awaits_other = options.with.clone();
        self.state.album.kept_in = self.kept_in();
        if let Some(place) = options.album.clone() {
            self.open_album(place);
        }
        match options.tour {
            tour if options.demo => self.start_demo(tour.unwrap_or(Tour::at(0))),
            Some(tour) => self.give_tour(tour),
            None => {}
        }
        self.teach.requested.first = options.teach.clone();
        self.teach.keeps_trays = options.teach.is_none();
        if let Some(script) = options.script.clone() {
            self.play(script);
            // What was said apart from the scene goes before it.
            self.state.settings.language = options.language.unwrap_or(self.state.settings.language);
            self.apply_language();
            self.state.settings.theme = options.theme.unwrap_or(self.state.settings.theme);
        }
        if let Some(panel @ 1..) = options.presents {
            self.state.projector.panel = panel;
        }
    }
}
