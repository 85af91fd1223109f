//! Commands and events change the state; nothing else does.

use std::path::PathBuf;
use std::sync::Arc;

use super::app::App;
use super::command::Command;
use super::desktop::{self, Picked};
use super::gallery;
use super::state::{Analysis, Message, MessageKind, Naive, NetworkState};
use crate::engine::{
    Delivered, Delivery, Event, LoadedNetwork, NAIVE, Origin, PHOTO, Photo, PhotoSource, UserError,
    WEIGHTS, WeightsSource,
};
use crate::imaging::Fit;
use crate::spec::Topology;
use crate::ui::text::{tr, tr_with};

/// How long a note stays, seconds.
const NOTE_SECONDS: f64 = 4.0;

impl App {
    /// Carries out a wish.
    pub(super) fn apply(&mut self, command: Command, now_seconds: f64) {
        let state = &mut self.state;
        match command {
            Command::ChoosePhoto => self.chooser.photo(self.picked.0.clone()),
            Command::ChooseWeights => self.chooser.weights(self.picked.0.clone()),
            Command::OpenGallery(index) => self.open_gallery(index),
            Command::OpenPattern(pattern) => self.open(PhotoSource::Ready {
                name: pattern.name().to_string(),
                origin: Origin::Pixels(Arc::new(pattern.draw())),
            }),
            Command::OpenPath(path) => self.open_path(path),
            Command::UseDefaultWeights => {
                self.load_weights(WeightsSource::Default, tr("weights-default"))
            }
            Command::Show(view) => self.show(view),
            Command::SetModules(modules) => state.modules = modules,
            Command::SelectLayer(layer) => self.select_layer(layer),
            Command::SelectChannel(channel) => {
                state.selection.channel = channel;
                state.selection.cell = None;
            }
            Command::SelectCell(cell) => state.selection.cell = cell,
            Command::Mute {
                layer,
                channel,
                muted,
            } => self.mute(layer, channel, muted),
            Command::ClearMuted => self.clear_muted(),
            Command::Back => self.go_back(),
            Command::Forward => self.go_forward(),
            Command::SetTheme(theme) => state.settings.theme = theme,
            Command::SetColormap(colormap) => state.settings.colormap = colormap,
            Command::SetFit(fit) => self.set_fit(fit),
            Command::SetSort(sort) => state.settings.sort = sort,
            Command::SetNormalisation(normalisation) => {
                state.settings.normalisation = normalisation
            }
            Command::SetHideSilent(hide) => state.settings.hide_silent = hide,
            Command::SetTextScale(scale) => state.settings.text_scale = scale.clamp(1.0, 2.0),
            Command::SetReduceMotion(reduce) => state.settings.reduce_motion = reduce,
            Command::Dismiss(id) => state.messages.retain(|message| message.id != id),
            Command::CopyDetails(id) => {
                let message = state.messages.iter().find(|message| message.id == id);
                self.copied = message.map(|message| message.details.clone());
                self.say(
                    MessageKind::Note,
                    tr("details-copied"),
                    String::new(),
                    now_seconds,
                );
            }
            Command::Cancel => self.cancel(),
        }
    }

    /// Takes in what the engine has to tell; returns whether there was anything.
    pub(super) fn take_events(&mut self, now_seconds: f64) -> bool {
        let delivered = self.engine.drain();
        let any = !delivered.is_empty();
        for Delivered { key, delivery, .. } in delivered {
            match delivery {
                Delivery::Event(Event::Failed(error)) if key == WEIGHTS => {
                    self.weights_failed(error, now_seconds)
                }
                Delivery::Event(Event::Failed(error)) if key == NAIVE => {
                    self.state.naive = Naive::Failed(error)
                }
                Delivery::Event(Event::Failed(error)) if key == PHOTO => {
                    self.photo_failed(error, now_seconds)
                }
                Delivery::Event(Event::Failed(error)) => {
                    self.say(
                        MessageKind::Error,
                        error.message,
                        error.details,
                        now_seconds,
                    );
                }
                Delivery::Event(event) => self.take_event(event, now_seconds),
                Delivery::Finished => {}
                Delivery::Panicked(message) => {
                    let error = UserError::panicked(&message);
                    log::error!("job {key} panicked: {message}");
                    if key == WEIGHTS {
                        self.weights_failed(error, now_seconds);
                    } else if key == PHOTO {
                        self.photo_failed(error, now_seconds);
                    } else if key == NAIVE {
                        self.state.naive = Naive::Failed(error);
                    } else {
                        self.say(
                            MessageKind::Error,
                            error.message,
                            error.details,
                            now_seconds,
                        );
                    }
                }
            }
        }
        any
    }

    fn take_event(&mut self, event: Event, now_seconds: f64) {
        let state = &mut self.state;
        match event {
            Event::Network(network) => self.use_network(network, now_seconds),
            Event::Photo(opened) => {
                if let Analysis::Running { photo, .. } = &mut state.analysis {
                    *photo = Some(opened);
                }
            }
            Event::Step {
                layer,
                total: steps,
            } => {
                if let Analysis::Running { done, total, .. } = &mut state.analysis {
                    (*done, *total) = (layer + 1, steps);
                }
            }
            Event::Analysed(run) => self.show_run(run),
            Event::Muted(report) => {
                if !state.muted.is_empty() {
                    self.show_muted(report);
                }
            }
            Event::Explanation(explanation) => state.explanation = Some(explanation),
            Event::Kernels(kernels) => state.kernels = Some(kernels),
            Event::Naive(naive) => {
                state.maps.set_naive(Some(naive.clone()));
                state.naive = Naive::Ready(naive);
            }
            Event::Contribution { channel, drop } => {
                if let Some(contributions) = &mut state.contributions {
                    Arc::make_mut(contributions).drops[channel] = Some(drop);
                }
            }
            Event::Timings(timings) => state.timings = Some(timings),
            Event::Thumbnail { index, pixels } => {
                if let Some(sample) = state.gallery.get_mut(index) {
                    sample.thumbnail = Some(pixels);
                }
            }
            Event::Failed(_) => {}
        }
    }

    /// New weights are in use: the photo runs again; a selection they do not know gives way.
    fn use_network(&mut self, network: Arc<LoadedNetwork>, now_seconds: f64) {
        let state = &mut self.state;
        let missing = network.network.layer(&state.selection.layer).is_none();
        let asked = state.selection.layer.clone();
        if missing {
            state.selection.layer = "conv1".to_owned();
            state.selection.channel = None;
            state.selection.cell = None;
        }
        state.network = NetworkState::Ready(network);
        state.timings = None;
        if let Some(photo) = self.current_photo() {
            self.run_again(&photo);
        }
        if missing {
            let text = tr_with("layer-missing", &[("layer", &*asked)]);
            self.say(MessageKind::Error, text, String::new(), now_seconds);
        }
    }

    /// The photo on screen or about to be.
    fn current_photo(&self) -> Option<Arc<Photo>> {
        match &self.state.analysis {
            Analysis::Running {
                photo: Some(photo), ..
            } => Some(photo.clone()),
            _ => self.state.shown().map(|shown| shown.photo.clone()),
        }
    }

    fn run_again(&mut self, photo: &Photo) {
        let source = PhotoSource::Ready {
            name: photo.name.clone(),
            origin: photo.origin(),
        };
        self.open(source);
    }

    fn set_fit(&mut self, fit: Fit) {
        self.state.settings.fit = fit;
        if let Some(photo) = self.current_photo() {
            self.run_again(&photo);
        }
    }

    /// Opens a photo; the result before it stays until the new one is there.
    pub(super) fn open(&mut self, source: PhotoSource) {
        let name = match &source {
            PhotoSource::File { name, .. } | PhotoSource::Ready { name, .. } => name.clone(),
        };
        self.state.analysis = Analysis::Running {
            name,
            photo: None,
            done: 0,
            total: 0,
            previous: self.state.shown().cloned(),
        };
        self.engine.open(source, self.state.settings.fit);
    }

    fn open_gallery(&mut self, index: usize) {
        if let (Some(origin), Some(sample)) =
            (gallery::origin(index), self.state.gallery.get(index))
        {
            let name = sample.name.clone();
            self.open(PhotoSource::Ready { name, origin });
        }
    }

    /// Opens a file: weights if it is called `.safetensors`, else a photo.
    pub(super) fn open_path(&mut self, path: PathBuf) {
        if path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("safetensors"))
        {
            self.open_weights(path, None);
        } else {
            let (name, read) = desktop::photo_file(path);
            self.open(PhotoSource::File { name, read });
        }
    }

    /// Opens weights.
    pub(super) fn open_weights(&mut self, path: PathBuf, topology: Option<Topology>) {
        let (name, read) = desktop::weights_file(path);
        let shown = name.clone();
        self.load_weights(
            WeightsSource::File {
                name,
                read,
                topology,
            },
            shown,
        );
    }

    fn load_weights(&mut self, source: WeightsSource, name: String) {
        self.state.network = NetworkState::Loading {
            name,
            previous: self.state.loaded().cloned(),
        };
        self.engine.load_weights(source);
    }

    fn cancel(&mut self) {
        self.engine.cancel_photo();
        if let Analysis::Running { previous, .. } = &self.state.analysis {
            self.state.analysis = match previous.clone() {
                Some(shown) => Analysis::Ready(shown),
                None => Analysis::Idle,
            };
        }
    }

    pub(super) fn take_picked(&mut self) {
        while let Ok(picked) = self.picked.1.try_recv() {
            match picked {
                Picked::Photo(path) => self.open_path(path),
                Picked::Weights(path) => self.open_weights(path, None),
            }
        }
    }

    fn photo_failed(&mut self, error: UserError, now_seconds: f64) {
        self.say(
            MessageKind::Error,
            error.message.clone(),
            error.details.clone(),
            now_seconds,
        );
        self.state.analysis = Analysis::Failed {
            error,
            previous: self.state.shown().cloned(),
        };
    }

    fn weights_failed(&mut self, error: UserError, now_seconds: f64) {
        let text = match self.state.loaded() {
            Some(loaded) => tr_with(
                "weights-kept",
                &[("error", &*error.message), ("name", &*loaded.name)],
            ),
            None => error.message.clone(),
        };
        self.say(MessageKind::Error, text, error.details.clone(), now_seconds);
        match self.state.loaded().cloned() {
            Some(loaded) => self.state.network = NetworkState::Ready(loaded),
            None => {
                self.state.network = NetworkState::Failed(error);
                self.load_weights(WeightsSource::Default, tr("weights-default"));
            }
        }
    }

    /// Says something at the bottom right.
    pub(super) fn say(
        &mut self,
        kind: MessageKind,
        text: String,
        details: String,
        now_seconds: f64,
    ) {
        self.next_message += 1;
        self.state.messages.retain(|message| message.text != text);
        self.state.messages.push(Message {
            id: self.next_message,
            kind,
            text,
            details,
            since_seconds: now_seconds,
        });
    }

    /// Notes go after a few seconds; errors stay.
    pub(super) fn forget_messages(&mut self, ctx: &egui::Context, now_seconds: f64) {
        self.state.messages.retain(|message| {
            message.kind == MessageKind::Error || now_seconds < message.since_seconds + NOTE_SECONDS
        });
        let next = self
            .state
            .messages
            .iter()
            .filter(|message| message.kind == MessageKind::Note);
        let next = next.map(|message| message.since_seconds + NOTE_SECONDS - now_seconds);
        if let Some(seconds) = next.min_by(f64::total_cmp) {
            ctx.request_repaint_after_secs(seconds.max(0.0) as f32);
        }
    }
}
