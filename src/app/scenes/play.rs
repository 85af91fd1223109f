//! Shows a scene.  Nothing in it can fail the whole: what is not understood, or not there, is said, and the rest is shown.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::wish::{OfNetwork, Reader, Wish};
use crate::analysis::evidence::find_class;
use crate::app::app::App;
use crate::app::chooser;
use crate::app::occlude::PATCH_PX;
use crate::engine::{Muted, PhotoSource, Read, UserError, off};
use crate::platform::files::{is_file, read_file};
use crate::session::NetworkState;
use crate::state::scenes::file;
use crate::state::{
    Arrangement, Command, Detail, LayerColumn, Link, MessageKind, MessageText, PanelKey, Played, Projector, ScenePhoto,
    SceneStep, Script, Selection, Study,
};
use crate::weights::{FilesBeside, sha256};

impl App {
    /// Shows the first of these scenes; several, or one with a text, are a lesson to be stepped through.
    pub(in crate::app) fn play(&mut self, script: Script) {
        let at = script.first.min(script.steps.len().saturating_sub(1));
        if script.first > at {
            let count = script.steps.len().to_string();
            self.scenes.note("scene-last-step", vec![("asked", (script.first + 1).to_string()), ("count", count)]);
        }
        let step = script.steps.get(at).cloned().unwrap_or_default();
        let is_lesson = script.steps.len() > 1 || step.text.is_some();
        let folder = script.folder.clone();
        self.state.played = is_lesson.then_some(Played { script, at, is_hidden: false, is_collapsed: false });
        self.show_step(&step, &folder);
    }

    /// Plays a scene file.
    pub(in crate::app) fn open_scene_file(&mut self, path: &Path) {
        self.opened.insert(path.to_owned());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = read_file(path, file::MAX_BYTES).map_err(|error| UserError::about(&name, error));
        let script =
            read.and_then(|bytes| Script::of_file(path, &bytes).map_err(|error| UserError::about(&name, error)));
        match script {
            Ok(script) => self.play(script),
            Err(error) => self.scenes.to_say.push((MessageKind::Error, MessageText::Failed(error))),
        }
    }

    /// A wish that is meant for the lesson of one's own while it is given; `false` for all others.
    pub(in crate::app) fn turn_played(&mut self, command: &Command) -> bool {
        let Some(played) = &mut self.state.played else { return false };
        match command {
            Command::TourNext if played.is_last() => self.state.played = None,
            Command::TourNext => self.go_to_step_of_scene(1),
            Command::TourBack => self.go_to_step_of_scene(-1),
            Command::TourReturn => self.go_to_step_of_scene(0),
            Command::TourHide(hide) => played.is_hidden = *hide,
            Command::TourCollapse(collapse) => played.is_collapsed = *collapse,
            Command::LeaveTour => {
                self.state.played = None;
                self.state.tour = None;
            }
            Command::StartTour(_) => {
                self.state.played = None;
                return false;
            }
            _ => return false,
        }
        true
    }

    fn go_to_step_of_scene(&mut self, by: isize) {
        let Some(played) = &mut self.state.played else { return };
        let at = played.at.saturating_add_signed(by);
        let Some(step) = played.script.steps.get(at).cloned() else { return };
        played.at = at;
        let folder = played.script.folder.clone();
        self.show_step(&step, &folder);
    }

    fn show_step(&mut self, step: &SceneStep, folder: &Path) {
        let (link, mut unknown) = Link::parse(&step.link);
        let mut reader = Reader::new(&link);
        let wish = reader.wish(&self.state.gallery);
        unknown.extend(reader.unknown);
        self.scenes.not_understood(&unknown);
        self.open_photo_of(&wish, step.photo.as_ref(), folder);
        self.show_wish(wish);
        self.follow_scene();
    }

    /// The photo of a scene; where it names none or it is not there, the one on screen stays, else the first sample comes.
    fn open_photo_of(&mut self, wish: &Wish, photo: Option<&ScenePhoto>, folder: &Path) {
        let path = photo.map(|photo| folder.join(&photo.path));
        let is_missing = path.as_deref().is_some_and(|path| !is_file(path));
        match (photo, path) {
            (Some(photo), Some(path)) if !is_missing => self.open_scene_photo(photo, path),
            (_, path) => {
                self.scenes.file = None;
                if let Some(path) = path {
                    self.scenes.note("scene-photo-missing", vec![("name", path.display().to_string())]);
                }
                if let Some(sample) = wish.sample {
                    self.open_sample_of_scene(sample);
                } else if !self.state.session.first.is_open() {
                    self.open_gallery(0);
                }
            }
        }
    }

    /// A sample, unless it is on screen.
    fn open_sample_of_scene(&mut self, sample: usize) {
        let first = &self.state.session.first;
        let shown = first.opened().filter(|_| !first.is_running());
        let is_shown = shown.is_some_and(|shown| crate::app::gallery::place_of(&shown.photo.origin()) == Some(sample));
        if !is_shown {
            self.open_gallery(sample);
        }
    }

    /// A photo beside the scene's file, unless it was opened for the step before and is on screen.
    fn open_scene_photo(&mut self, photo: &ScenePhoto, path: PathBuf) {
        let (name, read) = chooser::photo_file(path.clone());
        let is_shown = self.scenes.file.as_ref() == Some(&path) && self.state.session.first.name() == name;
        if is_shown {
            return;
        }
        let (expected, changed) = (photo.sha256.clone(), self.scenes.changed.0.clone());
        let shown = name.clone();
        let checked: Read = Arc::new(move || {
            let bytes = read()?;
            let found = expected.as_ref().map(|_| sha256(&bytes, &FilesBeside::default()));
            if expected.as_ref().zip(found).is_some_and(|(expected, found)| !expected.eq_ignore_ascii_case(&found)) {
                // The window may have been closed meanwhile.
                let _ = changed.send(shown.clone());
            }
            Ok(bytes)
        });
        self.opened.insert(path.clone());
        self.scenes.file = Some(path);
        self.scenes.awaits_file = true;
        self.open(PhotoSource::File { name, read: checked });
    }

    /// All of a scene that neither network nor photo is needed for.
    fn show_wish(&mut self, wish: Wish) {
        if let Some(language) = wish.language {
            self.state.settings.language = language;
            self.apply_language();
            self.say_again();
        }
        self.state.settings.theme = wish.theme.unwrap_or(self.state.settings.theme);
        self.state.tour = None;
        self.state.shows_keys = false;
        let detail = self.show_panel_of(&wish);
        self.scenes.of_photo = None;
        if let Some(tour) = wish.tour {
            self.reset_edits();
            self.give_tour(tour);
            // A lesson of one's own speaks for itself.
            let tells = self.state.played.as_ref().is_some_and(|played| played.text().is_some());
            self.change_tour(|tour| tour.is_hidden = tells);
        } else {
            self.state.editing.is_open = wish.opens_editor || matches!(detail, Detail::Edit | Detail::Occlusion);
            self.state.modules = wish.modules;
            self.scenes.of_photo = Some((wish.edits, detail == Detail::Occlusion));
        }
        if let Some(part) = wish.part {
            if !self.state.projector.is_on {
                self.state.projector = Projector { is_on: true, ..Projector::default() };
            }
            self.state.projector.panel = part;
        }
        self.scenes.of_network = Some(wish.of_network);
    }

    /// The panel, and what it has open; returns the latter.
    fn show_panel_of(&mut self, wish: &Wish) -> Detail {
        let panel = wish.panel.unwrap_or(match wish.tour {
            Some(_) => PanelKey::of(&self.state),
            None => PanelKey::Network(Detail::Plain),
        });
        let (view, detail) = panel.view(wish.module.unwrap_or_default());
        self.show(view);
        let column = match wish.of_network.cell {
            Some(_) => LayerColumn::Cell,
            None => LayerColumn::Channel,
        };
        self.arrange(Arrangement { column, ..Arrangement::of(detail) });
        self.state.shows_keys = detail == Detail::Keys;
        detail
    }

    /// Shows what waited for network and photo, as soon as they are there.
    pub(in crate::app) fn follow_scene(&mut self) {
        let is_ready = matches!(self.state.session.network, NetworkState::Ready(_));
        if is_ready && let Some(wish) = self.scenes.of_network.take() {
            self.show_of_network(wish);
        }
        let is_shown = self.state.shown().is_some() && !self.state.session.first.is_running();
        if is_shown && let Some((edits, occludes)) = self.scenes.of_photo.take() {
            self.scenes.awaits_file = false;
            self.set_edits(edits, None);
            if occludes {
                self.scene.edit.show_occlusion();
                self.compute_occlusion(PATCH_PX);
            }
        }
    }

    /// Says what there is to say about scenes.
    pub(in crate::app) fn say_of_scenes(&mut self, now_seconds: f64) {
        while let Ok(name) = self.scenes.changed.1.try_recv() {
            self.scenes.note("scene-photo-changed", vec![("name", name)]);
        }
        for (kind, saying) in std::mem::take(&mut self.scenes.to_say) {
            self.scenes.said.push(saying.text());
            self.say(kind, saying, now_seconds);
        }
    }

    /// A photo beside a scene's file cannot be read: said, and the first sample comes where nothing is on screen.  `false`
    /// for a photo that no scene asked for.
    pub(in crate::app) fn scene_photo_failed(&mut self, error: &UserError) -> bool {
        if !std::mem::take(&mut self.scenes.awaits_file) {
            return false;
        }
        self.scenes.file = None;
        self.scenes.to_say.push((MessageKind::Note, MessageText::Failed(error.clone())));
        if self.state.shown().is_some() {
            self.state.session.first.give_up();
        } else {
            self.open_gallery(0);
        }
        true
    }

    fn show_of_network(&mut self, wish: OfNetwork) {
        let Some(loaded) = self.state.loaded().cloned() else { return };
        let network = &loaded.network;
        let mut unknown = Vec::new();
        if let Some(name) = &wish.layer {
            match network.layer(name) {
                Some(_) => self.select_layer(name.clone()),
                None => unknown.push(format!("layer={name}")),
            }
        }
        let output = network.layer(&self.state.selection.layer).map(|layer| layer.output);
        let (channels, side) = output.map_or((0, 0), |output| (output.channels(), output.side()));
        let channel = wish.channel.filter(|channel| *channel < channels);
        let is_inside = |(row, column): &(usize, usize)| channel.is_some() && *row < side && *column < side;
        let cell = wish.cell.filter(is_inside);
        if channel != wish.channel {
            unknown.extend(wish.channel.map(|channel| format!("channel={channel}")));
        }
        if cell != wish.cell {
            unknown.extend(wish.cell.map(|(row, column)| format!("row={row}, column={column}")));
        }
        self.state.selection = Selection { layer: self.state.selection.layer.clone(), channel, cell };
        let [class, minus] = [("class", &wish.classes[0]), ("minus", &wish.classes[1])].map(|(key, asked)| {
            let found = asked.as_deref().map(|asked| find_class(asked, &loaded.labels));
            if let (Some(Err(_)), Some(asked)) = (&found, asked) {
                unknown.push(format!("{key}={asked}"));
            }
            found.and_then(Result::ok)
        });
        self.state.study = Study { class, minus, ..self.state.study };
        let mut muted = Muted::new();
        for switch in wish.off {
            match off::muted(std::slice::from_ref(&switch), network) {
                Ok(more) => more.into_iter().for_each(|(layer, channels)| {
                    muted.entry(layer).or_default().extend(channels);
                }),
                Err(_) => unknown.push(format!("off={}", switch_word(&switch))),
            }
        }
        self.set_muted(muted);
        self.scenes.not_understood(&unknown);
    }
}

fn switch_word(switch: &crate::engine::Switch) -> String {
    match switch.channel {
        Some(channel) => format!("{}:{channel}", switch.name),
        None => switch.name.clone(),
    }
}
