//! All that is on screen, as plain data: views read it, commands change it.

use std::sync::Arc;

use image::RgbImage;

use super::album::AlbumState;
use super::camera::Viewfinder;
use super::compare::Comparison;
use super::demo::Demo;
use super::downloads::Downloads;
use super::dream::Dreams;
use super::edit::Editing;
use super::fool::Fool;
use super::found::Found;
use super::heatmaps::Heatmaps;
use super::live::Live;
use super::looks_for::LooksFor;
use super::messages::Message;
use super::pace::Pace;
use super::projector::Projector;
use super::rebuild::Rebuilds;
use super::scenes::Played;
use super::settings::Settings;
use super::study::Study;
use super::take_home::ExportProgress;
use super::teach::TeachState;
use super::tour::{Guesses, Tour};
use super::view::{Arrangement, View};
use crate::analysis::{Activation, Report};
use crate::engine::{BranchAlbum, LoadedNetwork, Muted, off};
use crate::imaging::edit::Edits;
use crate::platform::abilities::{ABILITIES, Abilities};
use crate::platform::live::Address;
use crate::session::{Before, Maps, RunView, Session, Source};
use crate::spec::{Layer, MODULES, Modules, Network};

/// What the person looks at; every view shows the same selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Name of an activation of the network.
    pub layer: String,
    /// A channel of it.
    pub channel: Option<usize>,
    /// A cell of that channel: row and column.
    pub cell: Option<(usize, usize)>,
}

/// A picture of the gallery.
#[derive(Clone)]
pub struct Sample {
    /// Shown below it.
    pub name: String,
    /// The things on it, in plain English words; empty for a test pattern.
    pub shows: &'static [&'static str],
    /// Small and square; absent until made.
    pub thumbnail: Option<Arc<RgbImage>>,
}

/// All that is on screen.
pub struct State {
    /// What the canvas shows.
    pub view: View,
    /// What is open within the views.
    pub arrangement: Arrangement,
    /// Reduced or naive modules.
    pub modules: Modules,
    /// What is looked at.
    pub selection: Selection,
    /// What is open.
    pub session: Session,
    /// What is remembered from one start to the next.
    pub settings: Settings,
    /// Counts the weights whose card opens by itself, since guesses about them matter.
    pub cards_opened: u64,
    /// Public weights, and the download that is under way.
    pub downloads: Downloads,
    /// Which of the two photos is shown.
    pub comparison: Comparison,
    /// What is done to the photo, and what was done before.
    pub editing: Editing,
    /// What jobs have made of what is looked at.
    pub found: Found,
    /// How many steps are done of what is made step by step.
    pub pace: Pace,
    /// What channels and classes look for.
    pub looks_for: LooksFor,
    /// Dreams of the photo.
    pub dreams: Dreams,
    /// Heatmaps of the photo.
    pub heatmaps: Heatmaps,
    /// The photo, changed to be taken for something else.
    pub fool: Fool,
    /// The photo, rebuilt from what layers know of it.
    pub rebuilds: Rebuilds,
    /// The album that is open.
    pub album: AlbumState,
    /// Classes of one's own.
    pub teach: TeachState,
    /// Which class is explained.
    pub study: Study,
    /// The photos of the gallery, then the test patterns.
    pub gallery: Vec<Sample>,
    /// How many entries of the gallery are photos; the others are generated.
    pub photos_in_gallery: usize,
    /// The lesson, while it is given.
    pub tour: Option<Tour>,
    /// What the class guessed at its cards.
    pub guesses: Guesses,
    /// A lesson of one's own, while it is given.
    pub played: Option<Played>,
    /// The lesson that plays by itself, while nobody touches anything.
    pub demo: Option<Demo>,
    /// How the window is shown to a class.
    pub projector: Projector,
    /// What is being made to take home.
    pub taking_home: Option<ExportProgress>,
    /// Whether the sheet of all keys is open.
    pub shows_keys: bool,
    /// What is being said.
    pub messages: Vec<Message>,
    /// Threads the network runs on.
    pub threads: usize,
    /// Whether the picture must not depend on time: no animation, no message.
    pub still: bool,
    /// Whether the panel is alone, in a frame of a page.
    pub is_embedded: bool,
    /// What the place we run in has.
    pub abilities: Abilities,
    /// What the camera sees, while one is on.
    pub viewfinder: Option<Viewfinder>,
    /// The moving source that is on screen.
    pub live: Option<Live>,
    /// The stream that a person is asked about before it is opened.
    pub live_question: Option<Address>,
}

impl State {
    /// Reduced or naive modules, as far as the view has both.
    pub fn modules_in_view(&self) -> Modules {
        match self.view.why_not(self.modules) {
            None => self.modules,
            Some(_) => Modules::Reduced,
        }
    }

    /// Whether a lesson is given: the program's own, or a teacher's.
    pub fn is_lesson(&self) -> bool {
        self.tour.is_some() || self.played.is_some()
    }

    /// Nothing is loaded and nothing is open; `layer` is selected.
    pub fn new(settings: Settings, layer: &str) -> Self {
        Self {
            view: View::default(),
            arrangement: Arrangement::default(),
            modules: Modules::default(),
            selection: Selection { layer: layer.to_owned(), channel: None, cell: None },
            session: Session::default(),
            settings,
            cards_opened: 0,
            downloads: Downloads::default(),
            comparison: Comparison::default(),
            editing: Editing::default(),
            found: Found::default(),
            pace: Pace::default(),
            looks_for: LooksFor::default(),
            dreams: Dreams::default(),
            heatmaps: Heatmaps::default(),
            fool: Fool::default(),
            rebuilds: Rebuilds::default(),
            album: AlbumState::default(),
            teach: TeachState::default(),
            study: Study::default(),
            gallery: Vec::new(),
            photos_in_gallery: 0,
            tour: None,
            guesses: Guesses::default(),
            played: None,
            demo: None,
            projector: Projector::default(),
            taking_home: None,
            shows_keys: false,
            messages: Vec::new(),
            threads: 1,
            still: false,
            is_embedded: false,
            abilities: ABILITIES,
            viewfinder: None,
            live: None,
            live_question: None,
        }
    }

    /// Labels of the result on screen, else of the weights in use; empty while there are none.
    pub fn labels(&self) -> &[String] {
        let of_report = self.report().map(|report| &*report.labels);
        let of_weights = || Some(&*self.loaded()?.labels);
        of_report.or_else(of_weights).unwrap_or_default()
    }

    /// Names of the sample photos on which there is nothing that the weights know.
    pub fn unknown_samples(&self) -> Vec<&str> {
        let labels = self.labels();
        let unknown = |sample: &&Sample| !labels.is_empty() && sample.is_known(labels) == Some(false);
        self.gallery.iter().filter(unknown).map(|sample| sample.name.as_str()).collect()
    }

    /// The weights in use, or those in use until new ones are read.
    pub fn loaded(&self) -> Option<&Arc<LoadedNetwork>> {
        self.session.loaded()
    }

    /// The result on screen.
    pub fn shown(&self) -> Option<&RunView> {
        self.session.first.shown()
    }

    /// The report on screen.
    pub fn report(&self) -> Option<&Arc<Report>> {
        self.shown().map(|shown| &shown.report)
    }

    /// Which activations views show: the first photo, the second, or the difference.
    pub fn source(&self) -> Source {
        self.comparison.source()
    }

    /// The second photo, once it ran.
    pub fn second(&self) -> Option<&RunView> {
        self.session.second.shown()
    }

    /// The photo as it was opened, while the one on screen is edited.
    pub fn original(&self) -> Option<&RunView> {
        self.session.first.unedited()
    }

    /// The report before something was switched off, while something is.
    pub fn unmuted(&self) -> Option<&Arc<Report>> {
        self.session.first.unmuted().map(|view| &view.report)
    }

    /// What is to be done to the photo; the run on screen may be a few steps behind.
    pub fn edits(&self) -> &Edits {
        self.session.first.edits()
    }

    /// Channels that are switched off, by layer.
    pub fn muted(&self) -> &Muted {
        self.session.first.muted()
    }

    /// What the photo is compared with.
    pub fn before(&self) -> Option<Before<'_>> {
        self.session.before()
    }

    /// Activations to draw.
    pub fn maps(&self) -> Maps<'_> {
        self.session.maps()
    }

    /// The layers of the result on screen, else of the weights in use.
    pub fn network(&self) -> Option<&Arc<Network>> {
        let shown = self.report().map(|report| &report.network);
        shown.or_else(|| self.loaded().map(|loaded| &loaded.network))
    }

    /// How much is switched off.
    pub fn off(&self) -> off::Count {
        self.network().map_or_else(off::Count::default, |network| off::count(self.muted(), network))
    }

    /// Whether the module view shows what is lost without its branches.
    pub fn shows_branches(&self) -> bool {
        let is_lesson = self.tour.is_some_and(|tour| tour.stage().tries_branches);
        is_lesson || !self.muted().is_empty()
    }

    /// For how many photos of the album the answer stays without each branch of the module, as far as they have run.
    pub fn branch_album(&self, module: usize) -> Option<&BranchAlbum> {
        let found = self.found.branch_album.as_deref()?;
        let is_it = found.module == module && found.album == self.album.number;
        (is_it && self.loaded().is_some_and(|loaded| loaded.sha256 == found.weights)).then_some(found)
    }

    /// Whether a branch of a module is switched off.
    pub fn is_branch_off(&self, module: usize, branch: usize) -> bool {
        !self.muted().is_empty()
            && self
                .network()
                .is_some_and(|network| off::is_off(&off::branch(&MODULES[module], branch), self.muted(), network))
    }

    /// Names of all that is switched off, as the command line has them.
    pub fn off_names(&self) -> Vec<String> {
        self.network().map_or_else(Vec::new, |network| off::names(self.muted(), network))
    }

    /// Whether there is something to compare the photo with: a second one, or itself before edits or before channels were muted.
    pub fn is_comparing(&self) -> bool {
        self.before().is_some()
    }

    /// Photo and report behind a source; of a difference, those of the first photo.
    pub fn shown_as(&self, source: Source) -> Option<&RunView> {
        self.shown()?;
        self.session.view(source)
    }

    /// Whether what is shown is about to be replaced: a run of one of the photos is under way.
    pub fn is_stale(&self) -> bool {
        let is_second_shown = self.comparison != Comparison::First;
        self.session.first.is_running() || is_second_shown && self.session.second.is_running()
    }

    /// The class under study: the chosen one, or the one the main classifier predicts.
    pub fn class(&self) -> Option<usize> {
        let report = self.report()?;
        Some(self.study.class.unwrap_or_else(|| report.main().best()))
    }

    /// The selected layer of the network on screen.
    pub fn selected_layer(&self) -> Option<&Layer> {
        self.network()?.layer(&self.selection.layer)
    }

    /// The selected activation.
    pub fn selected_activation(&self) -> Option<Arc<Activation>> {
        self.maps().get(self.source(), &self.selection.layer).map(|map| map.activation)
    }

    /// Milliseconds of a layer: the median where it was measured, else of the run on screen; and the number of runs.
    pub fn layer_ms(&self, layer: usize) -> Option<(f64, usize)> {
        let measured = self.found.timings.as_ref().and_then(|timings| {
            let median = timings.median_ms(layer)?;
            Some((median, timings.runs()))
        });
        measured.or_else(|| self.report()?.durations_ms.get(layer).map(|&(_, ms)| (ms, 1)))
    }

    /// Milliseconds of a whole module: the sum over its layers, and the number of runs.
    pub fn module_ms(&self, module: usize) -> Option<(f64, usize)> {
        let network = &self.report()?.network;
        let name = MODULES[module].layer_name();
        let mut sum = (0.0, 0);
        for (index, layer) in network.layers.iter().enumerate() {
            if layer.name == name || layer.name.starts_with(&format!("{name}.")) {
                let (ms, runs) = self.layer_ms(index)?;
                sum = (sum.0 + ms, runs);
            }
        }
        Some(sum)
    }
}
