//! A window's state without an engine behind it.

use std::sync::Arc;

use egui::Key;
use inception_lens::analysis::{Cell, Kernels, arithmetic::explain};
use inception_lens::engine::{ForwardRun, LoadedNetwork, Muted, MutedRun, Origin, Photo};
use inception_lens::imaging::Fit;
use inception_lens::model::{Intervention, Run};
use inception_lens::render::snapshot::snapshot;
use inception_lens::session::{Contributions, NetworkState, Session, Slot};
use inception_lens::state::{Command, Settings, Sort, State, View};
use inception_lens::ui::{self, Scene, style};

use super::super::widgets::folder;

/// The size of the mock-ups, points.
pub const WINDOW: [f32; 2] = [1440.0, 900.0];

/// The state of the window, with commands carried out at once: what the engine does in the background is done in place.
pub struct Stage {
    pub state: State,
    pub scene: Scene,
    pub network: Arc<LoadedNetwork>,
    run: Arc<ForwardRun>,
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
        let run = Arc::new(ForwardRun { network: network.clone(), photo, trace, report });
        let network_in_use = NetworkState::Ready(network.clone());
        let state = State {
            view: View::Layer,
            session: Session { network: network_in_use, first: Slot::showing(run.clone()), ..Session::default() },
            downloads: Default::default(),
            threads: 2,
            still: true,
            ..State::new(Settings::default(), layer)
        };
        let mut stage = Self { state, scene: Scene::default(), network, run, typed: Vec::new() };
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
            Command::Arrange(arrangement) => state.arrangement = arrangement,
            Command::SetSort(sort) => state.settings.sort = sort,
            Command::SetNormalisation(normalisation) => state.settings.normalisation = normalisation,
            Command::SetHideSilent(hide) => state.settings.hide_silent = hide,
            Command::Mute { layer, channel, muted } => {
                let mut wanted = state.muted().clone();
                let channels = wanted.entry(layer).or_default();
                if muted {
                    channels.insert(channel);
                } else {
                    channels.remove(&channel);
                }
                wanted.retain(|_, channels| !channels.is_empty());
                self.rerun(wanted);
            }
            Command::ClearMuted => self.rerun(Muted::new()),
            _ => {}
        }
        self.refresh();
    }

    /// Runs the network with the muted channels at 0.
    fn rerun(&mut self, muted: Muted) {
        let first = &mut self.state.session.first;
        first.mute(muted.clone());
        if muted.is_empty() {
            return;
        }
        let mut pass = Run::resume(&self.run.trace);
        for (layer, channels) in &muted {
            pass = pass.intervene(layer, Intervention::Mute(channels.iter().copied().collect()));
        }
        let report = Arc::new(self.network.rerun(&self.run.trace, &self.run.report, pass).unwrap().1);
        first.take_muted(&MutedRun { run: self.run.clone(), muted, report });
    }

    fn refresh(&mut self) {
        let state = &mut self.state;
        let selection = &state.selection;
        state.found.kernels = Kernels::of(&self.network.model, &selection.layer).map(Arc::new);
        state.found.explanation = selection.channel.zip(selection.cell).and_then(|(channel, (row, column))| {
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
        self.state.found.contributions = Some(Arc::new(Contributions {
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
