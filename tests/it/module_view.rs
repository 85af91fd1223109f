//! The module view, drawn and used.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use egui_kittest::kittest::Queryable as _;
use inception_lens::analysis::naive::{self, NaiveConvolutions};
use inception_lens::analysis::{Kernels, NaiveModule};
use inception_lens::app::{
    App, Command, Maps, Naive, Options, Selection, Settings, Source, State, ThemeChoice, View,
};
use inception_lens::engine::Executor;
use inception_lens::spec::Modules;
use inception_lens::ui::module::Tool;
use inception_lens::ui::snapshot::snapshot;
use inception_lens::ui::{self, Scene};

use super::widgets::{folder, install};

/// The cat, run through the default weights.
fn started() -> App {
    let options = Options {
        image: Some("assets/samples/cat.png".into()),
        still: true,
        ..Default::default()
    };
    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, &options, Settings::default(), Executor::Inline);
    app.settle(0.0);
    app
}

/// What a picture shows.
#[derive(Clone, Copy)]
struct Shot {
    name: &'static str,
    module: usize,
    layer: &'static str,
    modules: Modules,
    theme: ThemeChoice,
    size: [f32; 2],
    scale: f32,
    side_by_side: bool,
    tool: Option<Tool>,
}

const SHOT: Shot = Shot {
    name: "reduced-dark",
    module: 2,
    layer: "inception4a.branch2.0",
    modules: Modules::Reduced,
    theme: ThemeChoice::Dark,
    size: [1440.0, 900.0],
    scale: 1.0,
    side_by_side: false,
    tool: None,
};

/// The state of the app with the naive run and the kernels of the selected layer in place.
fn state_for(app: &App, shot: Shot) -> State {
    let from = app.state();
    let loaded = from.loaded().unwrap();
    let report = from.report().unwrap().clone();
    let run: Arc<NaiveModule> = {
        let convolutions = NaiveConvolutions::new(&loaded.model, shot.module).unwrap();
        Arc::new(naive::run(&loaded.model, &convolutions, &report, 1, &|| false).unwrap())
    };
    let mut maps = Maps::default();
    maps.set_a(Some(report));
    maps.set_naive(Some(run.clone()));
    let mut settings = from.settings;
    settings.theme = shot.theme;
    State {
        view: View::Module(shot.module),
        modules: shot.modules,
        selection: Selection {
            source: Source::A,
            layer: shot.layer.to_owned(),
            channel: None,
            cell: None,
        },
        settings,
        network: from.network.clone(),
        analysis: from.analysis.clone(),
        maps,
        timings: None,
        naive: Naive::Ready(run),
        explanation: None,
        kernels: Kernels::of(&loaded.model, shot.layer).map(Arc::new),
        muted: from.muted.clone(),
        unmuted: None,
        contributions: None,
        gallery: from.gallery.clone(),
        photos_in_gallery: from.photos_in_gallery,
        messages: Vec::new(),
        threads: from.threads,
        still: true,
    }
}

fn draw(app: &App, shot: Shot) -> Vec<Command> {
    let state = state_for(app, shot);
    let mut scene = Scene::default();
    scene.module.set_side_by_side(shot.side_by_side);
    scene.module.look_closer(shot.tool);
    let mut commands = Vec::new();
    let image = snapshot(
        shot.size,
        shot.scale,
        |ctx| install(ctx, shot.theme == ThemeChoice::Dark),
        |ui| ui::draw(ui, &state, &mut scene, &mut commands),
    );
    image
        .save(format!("{}/module-{}.png", folder(), shot.name))
        .unwrap();
    commands
}

#[test]
fn the_view_is_drawn_in_every_state_at_every_size() {
    let app = started();
    let naive = Shot {
        modules: Modules::Naive,
        ..SHOT
    };
    let small = Shot {
        size: [1100.0, 720.0],
        ..SHOT
    };
    let shots = [
        SHOT,
        Shot {
            name: "reduced-light",
            theme: ThemeChoice::Light,
            layer: "inception4a.branch3.1",
            ..SHOT
        },
        Shot {
            name: "naive-dark",
            ..naive
        },
        Shot {
            name: "naive-light",
            theme: ThemeChoice::Light,
            ..naive
        },
        Shot {
            name: "naive-1366-5b",
            module: 8,
            size: [1366.0, 768.0],
            ..naive
        },
        Shot {
            name: "reduced-1366-5b",
            module: 8,
            size: [1366.0, 768.0],
            ..SHOT
        },
        Shot {
            name: "reduced-1100-3a",
            module: 0,
            theme: ThemeChoice::Light,
            ..small
        },
        Shot {
            name: "naive-1100-4e",
            module: 6,
            modules: Modules::Naive,
            ..small
        },
        Shot {
            name: "both-dark",
            side_by_side: true,
            ..SHOT
        },
        Shot {
            name: "both-1100-light",
            side_by_side: true,
            theme: ThemeChoice::Light,
            ..small
        },
        Shot {
            name: "walk-dark",
            tool: Some(Tool::Walk),
            ..SHOT
        },
        Shot {
            name: "walk-1100-light",
            tool: Some(Tool::Walk),
            theme: ThemeChoice::Light,
            ..small
        },
        Shot {
            name: "odd-dark",
            tool: Some(Tool::OddKernels),
            ..SHOT
        },
        Shot {
            name: "odd-1100",
            tool: Some(Tool::OddKernels),
            ..small
        },
        Shot {
            name: "fields-dark",
            tool: Some(Tool::ReceptiveFields),
            ..SHOT
        },
        Shot {
            name: "fields-light-2x",
            tool: Some(Tool::ReceptiveFields),
            theme: ThemeChoice::Light,
            scale: 2.0,
            ..SHOT
        },
    ];
    for shot in shots {
        let commands = draw(&app, shot);
        assert!(
            commands.is_empty(),
            "{}: drawing asks for {commands:?}",
            shot.name
        );
    }
}

/// A window with the given state in which commands are collected.
struct Stage {
    harness: egui_kittest::Harness<'static>,
    state: Rc<RefCell<State>>,
    commands: Rc<RefCell<Vec<Command>>>,
}

impl Stage {
    fn new(shot: Shot) -> Self {
        let state = Rc::new(RefCell::new(state_for(&started(), shot)));
        let commands = Rc::new(RefCell::new(Vec::new()));
        let mut scene = Scene::default();
        scene.module.look_closer(shot.tool);
        let (drawn, collected) = (state.clone(), commands.clone());
        let harness = egui_kittest::Harness::builder()
            .with_size(egui::vec2(shot.size[0], shot.size[1]))
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(120)
            .with_context_setup(|ctx| install(ctx, true))
            .build_ui(move |ui| {
                ui::draw(ui, &drawn.borrow(), &mut scene, &mut collected.borrow_mut())
            });
        Self {
            harness,
            state,
            commands,
        }
    }

    /// Clicks what is called `label`; returns what was asked for.
    fn click(&mut self, label: &str) -> Vec<Command> {
        self.harness.get_by_label(label).click();
        self.harness.run();
        self.commands.take()
    }

    fn press(&mut self, key: egui::Key) -> Vec<Command> {
        self.harness.key_press(key);
        self.harness.run();
        self.commands.take()
    }

    fn shows(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }
}

#[test]
fn stages_select_and_open_and_the_keys_lead_to_the_neighbours() {
    let mut stage = Stage::new(SHOT);
    let select = |name: &str| Command::SelectLayer(name.to_owned());
    assert_eq!(
        stage.click("3×3, 96 to 208 channels"),
        [select("inception4a.branch2.1")]
    );
    stage
        .harness
        .get_by_label("3×3, 96 to 208 channels")
        .click();
    stage
        .harness
        .get_by_label("3×3, 96 to 208 channels")
        .click();
    stage.harness.run();
    assert!(stage.commands.take().contains(&Command::Show(View::Layer)));
    assert_eq!(stage.click("Input, 480 channels"), [select("maxpool3")]);
    assert_eq!(
        stage.press(egui::Key::ArrowRight),
        [Command::Show(View::Module(3))]
    );
    assert_eq!(
        stage.press(egui::Key::ArrowLeft),
        [Command::Show(View::Module(1))]
    );
    assert_eq!(stage.click("5b"), [Command::Show(View::Module(8))]);
}

#[test]
fn space_peeks_at_the_other_mode_for_as_long_as_it_is_down() {
    let mut stage = Stage::new(SHOT);
    stage.harness.run();
    assert!(stage.shows("3×3 reduce, 480 to 96 channels"));
    stage.harness.key_down(egui::Key::Space);
    stage.harness.run();
    assert!(stage.shows("3×3, 480 to 208 channels"), "naive");
    assert!(!stage.shows("3×3 reduce, 480 to 96 channels"));
    stage.harness.key_up(egui::Key::Space);
    stage.harness.run();
    assert!(stage.shows("3×3 reduce, 480 to 96 channels"));
}

#[test]
fn side_by_side_shows_both_and_asks_for_the_naive_run_once() {
    let mut stage = Stage::new(SHOT);
    stage.state.borrow_mut().naive = Naive::Idle;
    assert_eq!(stage.click("Side by side"), [Command::RunNaive(2)]);
    assert!(stage.shows("3×3, 480 to 208 channels") && stage.shows("3×3, 96 to 208 channels"));
    assert_eq!(stage.click("One"), []);
}

#[test]
fn the_walk_steps_from_filter_to_filter_and_the_other_tools_open() {
    let mut stage = Stage::new(SHOT);
    assert_eq!(
        stage.click("Walk through 5×5 reduce"),
        [Command::SelectLayer("inception4a.branch3.0".to_owned())]
    );
    assert_eq!(stage.click("Step"), []);
    assert!(stage.shows("Cell in row 8, column 8"));
    stage.click("Next position");
    assert!(stage.shows("Cell in row 8, column 9"));
    for tool in ["Odd kernels", "Receptive fields", "1×1 walk"] {
        assert_eq!(stage.click(tool), []);
    }
    stage.click("Close");
    assert!(!stage.shows("Odd kernels"), "the cards are back");
    assert!(stage.shows("Cost of this module"));
}

#[test]
fn the_cost_can_be_that_of_a_stack_and_the_curve_that_of_macs() {
    let mut stage = Stage::new(Shot {
        modules: Modules::Naive,
        ..SHOT
    });
    for label in ["Stacked", "Same input", "MACs", "Channels"] {
        assert_eq!(stage.click(label), [], "{label}");
    }
    assert!(stage.shows("Curves: naive and reduced, after each of the nine modules"));
}
