//! A window's state without an engine behind it.

use std::sync::Arc;

use egui::Key;
use inception_lens::analysis::{Cell, Kernels, arithmetic::explain};
use inception_lens::app::{Command, Contributions, Maps, NetworkState, RunView, Settings, Slot, Sort, State, View};
use inception_lens::engine::{LoadedNetwork, Origin, Photo};
use inception_lens::imaging::Fit;
use inception_lens::model::{Intervention, Run, Trace};
use inception_lens::render::snapshot::snapshot;
use inception_lens::ui::{self, Scene, style};

use super::super::widgets::folder;

/// The size of the mock-ups, points.
pub const WINDOW: [f32; 2] = [1440.0, 900.0];

/// The state of the window, with commands carried out at once: what the engine does in the background is done in place.
pub struct Stage {
    pub state: State,
    pub scene: Scene,
    pub network: Arc<LoadedNetwork>,
    trace: Trace,
    /// Typed before the next frame.
    pub typed: Vec<Key>,
}

impl Stage {
    pub fn new(layer: &str) -> Self {
        let network = Arc::new(LoadedNetwork::load_default().unwrap());
        let bytes = include_bytes!("../../../assets/samples/cat.png");
        let origin = Origin::Encoded(bytes.as_slice().into());
        let photo = Arc::new(Photo::new("cat.png".to_owned(), origin, Fit::Crop, &network).unwrap());
        let (trace, report) = network.run(&photo.prepared, Run::new()).unwrap();
        let report = Arc::new(report);
        let mut maps = Maps::default();
        maps.set_a(Some(report.clone()));
        let state = State {
            view: View::Layer,
            network: NetworkState::Ready(network.clone()),
            downloads: Default::default(),
            first: Slot::showing(RunView { photo, report }),
            maps,
            threads: 2,
            still: true,
            ..State::new(Settings::default(), layer)
        };
        let mut stage = Self { state, scene: Scene::default(), network, trace, typed: Vec::new() };
        stage.refresh();
        stage
    }

    pub fn select(mut self, channel: usize, cell: Option<(usize, usize)>) -> Self {
        self.carry_out(Command::SelectChannel(Some(channel)));
        self.carry_out(Command::SelectCell(cell));
        self
    }

    pub fn carry_out(&mut self, command: Command) {
        let state = &mut self.state;
        match command {
            Command::SelectLayer(layer) => {
                state.selection.layer = layer;
                (state.selection.channel, state.selection.cell) = (None, None);
            }
            Command::SelectChannel(channel) => {
                (state.selection.channel, state.selection.cell) = (channel, None);
            }
            Command::SelectCell(cell) => state.selection.cell = cell,
            Command::SetSort(sort) => state.settings.sort = sort,
            Command::SetNormalisation(normalisation) => state.settings.normalisation = normalisation,
            Command::SetHideSilent(hide) => state.settings.hide_silent = hide,
            Command::Mute { layer, channel, muted } => {
                let channels = state.muted.entry(layer).or_default();
                if muted {
                    channels.insert(channel);
                } else {
                    channels.remove(&channel);
                }
                self.rerun();
            }
            Command::ClearMuted => {
                state.muted.clear();
                self.rerun();
            }
            _ => {}
        }
        self.refresh();
    }

    /// Runs the network with the muted channels at 0.
    fn rerun(&mut self) {
        let state = &mut self.state;
        state.muted.retain(|_, channels| !channels.is_empty());
        let shown = state.shown().unwrap().clone();
        let before = state.unmuted.take().unwrap_or(shown.report);
        let mut report = before.clone();
        if !state.muted.is_empty() {
            let mut run = Run::resume(&self.trace);
            for (layer, channels) in &state.muted {
                run = run.intervene(layer, Intervention::Mute(channels.iter().copied().collect()));
            }
            report = Arc::new(self.network.rerun(&self.trace, &before, run).unwrap().1);
            state.unmuted = Some(before);
        }
        state.maps.set_a(Some(report.clone()));
        state.first = Slot::showing(RunView { photo: shown.photo, report });
    }

    fn refresh(&mut self) {
        let state = &mut self.state;
        let selection = &state.selection;
        state.kernels = Kernels::of(&self.network.model, &selection.layer).map(Arc::new);
        state.explanation = selection.channel.zip(selection.cell).and_then(|(channel, (row, column))| {
            let cell = Cell { layer: selection.layer.clone(), channel, row, column };
            explain(&self.network.model, state.report()?, &cell).map(Arc::new)
        });
    }

    /// Contributions of the first few channels.
    pub fn contribute(&mut self, known: usize) {
        let report = self.state.report().unwrap();
        let activation = report.activation(&self.state.selection.layer).unwrap();
        let drops = activation.statistics.iter().enumerate();
        let drops = drops.map(|(index, channel)| (index < known).then_some(channel.mean - 0.2));
        self.state.contributions = Some(Arc::new(Contributions {
            report: report.id,
            layer: self.state.selection.layer.clone(),
            class: 0,
            drops: drops.collect(),
        }));
        self.state.settings.sort = Sort::Contribution;
    }

    pub fn draw(&mut self, ui: &mut egui::Ui) {
        for key in self.typed.drain(..) {
            let event = egui::Event::Key {
                key,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: egui::Modifiers::NONE,
            };
            ui.input_mut(|input| input.events.push(event));
        }
        let mut commands = Vec::new();
        ui::draw(ui, &self.state, &mut self.scene, &mut commands);
        for command in commands {
            self.carry_out(command);
        }
    }

    pub fn save(&mut self, name: &str, size: [f32; 2], scale: f32) {
        let look = ui::theme_of(&self.state);
        // Textures belong to the context that made them.
        let layer = std::mem::take(&mut self.scene.layer);
        self.scene = Scene::default();
        self.scene.layer = layer;
        let image = snapshot(
            size,
            scale,
            |ctx| {
                ctx.set_fonts(style::fonts());
                style::apply(ctx, &look);
            },
            |ui| self.draw(ui),
        );
        image.save(format!("{}/layer-{name}.png", folder())).unwrap();
    }
}
