//! The layer view, as a person meets it.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::{Cell, Kernels, arithmetic::explain};
use inception_lens::app::{
    Analysis, Command, Contributions, Maps, Naive, NetworkState, Selection, Settings, Shown, Sort,
    Source, State, ThemeChoice, View,
};
use inception_lens::engine::{LoadedNetwork, Origin, Photo};
use inception_lens::imaging::Fit;
use inception_lens::model::{Intervention, Run, Trace};
use inception_lens::spec::Modules;
use inception_lens::ui::snapshot::snapshot;
use inception_lens::ui::{self, Scene, theme};

use super::widgets::folder;

/// The state of the window, with commands carried out at once: what the engine does in the background is done in place.
struct Stage {
    state: State,
    scene: Scene,
    network: Arc<LoadedNetwork>,
    trace: Trace,
    /// Everything that was asked for.
    asked: Vec<Command>,
    /// Typed before the next frame.
    typed: Vec<Key>,
}

impl Stage {
    fn new(layer: &str) -> Self {
        let network = Arc::new(LoadedNetwork::load_default().unwrap());
        let bytes = include_bytes!("../../assets/samples/cat.png");
        let origin = Origin::Encoded(bytes.as_slice().into());
        let photo =
            Arc::new(Photo::new("cat.png".to_owned(), origin, Fit::Crop, &network).unwrap());
        let (trace, report) = network.run(&photo.prepared, Run::new()).unwrap();
        let report = Arc::new(report);
        let mut maps = Maps::default();
        maps.set_a(Some(report.clone()));
        let state = State {
            view: View::Layer,
            modules: Modules::Reduced,
            selection: Selection {
                source: Source::A,
                layer: layer.to_owned(),
                channel: None,
                cell: None,
            },
            settings: Settings::default(),
            network: NetworkState::Ready(network.clone()),
            analysis: Analysis::Ready(Shown { photo, report }),
            maps,
            timings: None,
            naive: Naive::Idle,
            explanation: None,
            kernels: None,
            muted: Default::default(),
            unmuted: None,
            contributions: None,
            gallery: Vec::new(),
            photos_in_gallery: 0,
            messages: Vec::new(),
            threads: 2,
            still: true,
        };
        let mut stage = Self {
            state,
            scene: Scene::default(),
            network,
            trace,
            asked: Vec::new(),
            typed: Vec::new(),
        };
        stage.refresh();
        stage
    }

    fn select(mut self, channel: usize, cell: Option<(usize, usize)>) -> Self {
        self.carry_out(Command::SelectChannel(Some(channel)));
        self.carry_out(Command::SelectCell(cell));
        self
    }

    fn carry_out(&mut self, command: Command) {
        let state = &mut self.state;
        match command.clone() {
            Command::SelectLayer(layer) => {
                state.selection.layer = layer;
                (state.selection.channel, state.selection.cell) = (None, None);
            }
            Command::SelectChannel(channel) => {
                (state.selection.channel, state.selection.cell) = (channel, None);
            }
            Command::SelectCell(cell) => state.selection.cell = cell,
            Command::SetSort(sort) => state.settings.sort = sort,
            Command::SetNormalisation(normalisation) => {
                state.settings.normalisation = normalisation
            }
            Command::SetHideSilent(hide) => state.settings.hide_silent = hide,
            Command::Mute {
                layer,
                channel,
                muted,
            } => {
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
        self.asked.push(command);
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
                run = run.intervene(
                    layer,
                    Intervention::Mute(channels.iter().copied().collect()),
                );
            }
            report = Arc::new(self.network.rerun(&self.trace, &before, run).unwrap().1);
            state.unmuted = Some(before);
        }
        state.maps.set_a(Some(report.clone()));
        state.analysis = Analysis::Ready(Shown {
            photo: shown.photo,
            report,
        });
    }

    fn refresh(&mut self) {
        let state = &mut self.state;
        let selection = &state.selection;
        state.kernels = Kernels::of(&self.network.model, &selection.layer).map(Arc::new);
        state.explanation =
            selection
                .channel
                .zip(selection.cell)
                .and_then(|(channel, (row, column))| {
                    let cell = Cell {
                        layer: selection.layer.clone(),
                        channel,
                        row,
                        column,
                    };
                    explain(&self.network.model, state.report()?, &cell).map(Arc::new)
                });
    }

    /// Contributions of the first few channels.
    fn contribute(&mut self, known: usize) {
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

    fn draw(&mut self, ui: &mut egui::Ui) {
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

    fn save(&mut self, name: &str, size: [f32; 2], scale: f32) {
        let look = ui::theme_of(&self.state);
        // Textures belong to the context that made them.
        let layer = std::mem::take(&mut self.scene.layer);
        self.scene = Scene::default();
        self.scene.layer = layer;
        let image = snapshot(
            size,
            scale,
            |ctx| {
                ctx.set_fonts(theme::fonts());
                theme::apply(ctx, &look);
            },
            |ui| self.draw(ui),
        );
        image
            .save(format!("{}/layer-{name}.png", folder()))
            .unwrap();
    }
}

const WINDOW: [f32; 2] = [1440.0, 900.0];

#[test]
fn every_state_is_drawn_to_be_looked_at() {
    let mut stage = Stage::new("inception3b.branch2.1").select(79, Some((10, 7)));
    stage.save("dark", WINDOW, 1.0);
    stage.save("1366", [1366.0, 768.0], 1.0);
    stage.save("1100", [1100.0, 720.0], 1.0);
    stage.save("wide", [1720.0, 900.0], 1.0);
    stage.save("scale2", [1280.0, 760.0], 2.0);
    stage.state.settings.theme = ThemeChoice::Light;
    stage.save("light", WINDOW, 1.0);
    stage.state.settings.theme = ThemeChoice::Dark;
    stage.carry_out(Command::Mute {
        layer: "inception3b.branch2.1".to_owned(),
        channel: 79,
        muted: true,
    });
    stage.contribute(100);
    stage.save("muted", WINDOW, 1.0);
    for (layer, channel, cell) in [
        ("input", 0, (100, 30)),
        ("conv1", 12, (2, 50)),
        ("maxpool1", 12, (20, 20)),
        ("inception4a.branch2.0", 5, (7, 7)),
        ("inception5b", 700, (3, 3)),
        ("avgpool", 700, (0, 0)),
        ("fc", 3, (0, 0)),
        ("aux1.pool", 3, (1, 2)),
    ] {
        stage.carry_out(Command::ClearMuted);
        stage.carry_out(Command::SetSort(Sort::Mean));
        stage.carry_out(Command::SelectLayer(layer.to_owned()));
        stage = stage.select(channel, Some(cell));
        stage.save(&layer.replace('.', "-"), WINDOW, 1.0);
    }
    for layer in [
        "conv1",
        "conv3",
        "inception4a.branch2.0",
        "inception4a.branch3.1",
        "fc",
        "aux1.fc1",
    ] {
        stage.carry_out(Command::SelectLayer(layer.to_owned()));
        stage = stage.select(5, None);
        stage.typed = vec![Key::K];
        stage.save(&format!("kernels-{}", layer.replace('.', "-")), WINDOW, 1.0);
        stage.typed = vec![Key::K];
        stage.save("off", WINDOW, 1.0);
    }
}

/// A window with the stage in it.
fn window(stage: Stage, size: [f32; 2]) -> (Rc<RefCell<Stage>>, Harness<'static>) {
    let stage = Rc::new(RefCell::new(stage));
    let drawn = Rc::clone(&stage);
    let harness = Harness::builder()
        // The harness keeps a margin of 8 points around what it shows.
        .with_size(vec2(size[0] + 16.0, size[1] + 16.0))
        .with_context_setup(|ctx| super::widgets::install(ctx, true))
        .build_ui(move |ui| drawn.borrow_mut().draw(ui));
    (stage, harness)
}

fn click(harness: &mut Harness<'_>, label: &str) {
    harness.get_by_label_contains(label).click();
    harness.run();
}

fn press(harness: &mut Harness<'_>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn selection(stage: &Rc<RefCell<Stage>>) -> Selection {
    stage.borrow().state.selection.clone()
}

#[test]
fn a_tile_selects_its_channel_and_a_second_click_a_cell() {
    let (stage, mut harness) = window(Stage::new("inception3b.branch2.1"), WINDOW);
    click(&mut harness, "Channel 5, mean");
    assert_eq!(selection(&stage).channel, Some(5));
    assert_eq!(selection(&stage).cell, None);
    harness.get_by_label("Channel 5");
    click(&mut harness, "Channel 5, mean");
    assert_eq!(
        selection(&stage).cell,
        Some((14, 14)),
        "the middle of 28 x 28"
    );
    harness.get_by_label("All 128 input channels");
    press(&mut harness, Key::Escape);
    assert_eq!(selection(&stage).cell, None);
    click(&mut harness, "Explain the strongest cell");
    let cell = selection(&stage).cell.unwrap();
    let report = stage.borrow().state.report().unwrap().clone();
    let activation = report.activation("inception3b.branch2.1").unwrap();
    let value = activation.channel(5)[cell.0 * 28 + cell.1];
    assert_eq!(value, activation.statistics[5].max);
}

#[test]
fn a_click_on_the_photo_selects_the_cell_there() {
    let (stage, mut harness) = window(Stage::new("inception3b.branch2.1"), WINDOW);
    click(&mut harness, "over the photo");
    let first = selection(&stage);
    assert!(
        first.channel.is_some(),
        "the channel in view becomes the selected one"
    );
    assert_eq!(first.cell, Some((14, 14)));
}

#[test]
fn order_scale_and_filter_are_asked_for_by_name_and_key() {
    let (stage, mut harness) = window(Stage::new("inception5b"), WINDOW);
    harness.get_by_label("Zeros").click();
    harness.run();
    assert_eq!(stage.borrow().state.settings.sort, Sort::Zeros);
    press(&mut harness, Key::S);
    assert_eq!(stage.borrow().state.settings.sort, Sort::Contribution);
    harness.get_by_label_contains("Contribution to cat");
    press(&mut harness, Key::S);
    assert_eq!(stage.borrow().state.settings.sort, Sort::Index);
    for label in ["Per map", "Symmetric", "Shared"] {
        harness.get_by_label(label).click();
        harness.run();
    }
    click(&mut harness, "Hide silent channels");
    assert!(stage.borrow().state.settings.hide_silent);
    click(&mut harness, "Show silent channels");
    assert!(!stage.borrow().state.settings.hide_silent);
}

#[test]
fn arrows_walk_through_the_tiles_and_keep_the_cell() {
    let (stage, mut harness) = window(Stage::new("inception3b.branch2.1"), WINDOW);
    harness.get_by_label("Index").click();
    harness.run();
    harness.get_by_label("Index").focus();
    click(&mut harness, "Channel 3, mean");
    harness
        .get_by_label_contains("channels, channel 3 selected")
        .focus();
    harness.run();
    press(&mut harness, Key::ArrowRight);
    assert_eq!(selection(&stage).channel, Some(4));
    press(&mut harness, Key::ArrowDown);
    assert_eq!(selection(&stage).channel, Some(20), "16 tiles in a row");
    stage
        .borrow_mut()
        .carry_out(Command::SelectCell(Some((3, 9))));
    harness.run();
    press(&mut harness, Key::ArrowUp);
    assert_eq!(selection(&stage).channel, Some(4));
    assert_eq!(selection(&stage).cell, Some((3, 9)));
    press(&mut harness, Key::CloseBracket);
    harness.get_by_label_contains("Next input channel");
}

#[test]
fn muting_shows_the_belief_before_and_after() {
    let stage = Stage::new("inception3b.branch2.1").select(79, None);
    let (stage, mut harness) = window(stage, WINDOW);
    click(&mut harness, "Mute this channel");
    let before = stage.borrow().state.unmuted.clone().expect("muted now");
    let after = stage.borrow().state.report().unwrap().clone();
    assert_ne!(before.main().probabilities, after.main().probabilities);
    assert_eq!(
        after
            .activation("inception3b.branch2.1")
            .unwrap()
            .statistics[79]
            .max,
        0.0
    );
    press(&mut harness, Key::M);
    assert!(
        stage.borrow().state.muted.is_empty(),
        "the key takes it back"
    );
    press(&mut harness, Key::M);
    click(&mut harness, "Unmute all 1");
    assert!(stage.borrow().state.unmuted.is_none());
}

#[test]
fn the_list_leads_to_every_layer() {
    let (stage, mut harness) = window(Stage::new("inception3b.branch2.1"), WINDOW);
    assert!(
        harness
            .query_by_label("Inception 3b · 3×3 reduce")
            .is_none()
    );
    click(&mut harness, "list of layers");
    click(&mut harness, "Inception 3b · 3×3 reduce");
    assert_eq!(selection(&stage).layer, "inception3b.branch2.0");
    let names: Vec<String> = stage
        .borrow()
        .network
        .network
        .layers
        .iter()
        .map(|layer| layer.name.clone())
        .collect();
    for name in names {
        stage
            .borrow_mut()
            .carry_out(Command::SelectLayer(name.clone()));
        harness.run();
        press(&mut harness, Key::K);
        press(&mut harness, Key::K);
        let stage = stage.borrow_mut();
        assert_eq!(stage.state.selection.layer, name);
    }
}

#[test]
fn kernels_lead_to_filters_and_input_channels() {
    let (stage, mut harness) = window(Stage::new("conv1"), WINDOW);
    click(&mut harness, "Kernels");
    harness.get_by_label("Filter 7").click();
    harness.run();
    assert_eq!(selection(&stage).channel, Some(7));
    click(&mut harness, "Next filter");
    assert_eq!(selection(&stage).channel, Some(8));
    stage
        .borrow_mut()
        .carry_out(Command::SelectLayer("inception4a.branch2.0".to_owned()));
    harness.run();
    click(&mut harness, "Matrix of 96 filters");
    assert_eq!(selection(&stage).channel, Some(48));
}

#[test]
fn narrow_windows_have_the_arithmetic_behind_a_tab() {
    let stage = Stage::new("inception3b.branch2.1").select(79, Some((10, 7)));
    let (_, mut harness) = window(stage, [1100.0, 720.0]);
    assert!(harness.query_by_label("One number, computed").is_none());
    click(&mut harness, "One number");
    harness.get_by_label("One number, computed");
}

/// Not a limit, since machines differ: prints what a frame of the largest mosaic costs.
#[test]
fn the_time_of_a_frame_is_printed() {
    for (layer, size) in [
        ("inception5b", WINDOW),
        ("inception3b.branch2.1", WINDOW),
        ("avgpool", WINDOW),
    ] {
        let stage = Stage::new(layer).select(3, Some((0, 0)));
        let (_, mut harness) = window(stage, size);
        harness.run();
        let start = std::time::Instant::now();
        harness.run_steps(50);
        println!(
            "{layer}: {:.2} ms a step",
            start.elapsed().as_secs_f64() * 20.0
        );
    }
}
