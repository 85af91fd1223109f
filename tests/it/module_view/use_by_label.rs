//! The view, driven by what a screen reader reads.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::engine::LoadedNetwork;
use inception_lens::session::{Naive, NetworkState, Slot};
use inception_lens::spec::{Modules, Network, Topology};
use inception_lens::state::{Command, ModuleTool, State, View};
use inception_lens::ui::{self, Scene};

use super::super::widgets::install;
use super::{SHOT, Shot, state_for};

/// A window with the given state in which commands are collected.
struct Stage {
    harness: egui_kittest::Harness<'static>,
    state: Rc<RefCell<State>>,
    commands: Rc<RefCell<Vec<Command>>>,
}

impl Stage {
    fn new(shot: Shot) -> Self {
        let state = Rc::new(RefCell::new(state_for(shot)));
        let commands = Rc::new(RefCell::new(Vec::new()));
        let mut scene = Scene::default();
        let (drawn, collected) = (state.clone(), commands.clone());
        let harness = egui_kittest::Harness::builder()
            .with_size(egui::vec2(shot.size[0], shot.size[1]))
            .with_step_dt(1.0 / 60.0)
            .with_max_steps(120)
            .with_context_setup(|ctx| install(ctx, true))
            .build_ui(move |ui| ui::draw(ui, &drawn.borrow(), &mut scene, &mut collected.borrow_mut()));
        Self { harness, state, commands }
    }

    /// Clicks what is called `label`; returns what was asked for beside what is opened within the view.
    fn click(&mut self, label: &str) -> Vec<Command> {
        self.harness.get_by_label(label).click();
        self.harness.run();
        self.arranged()
    }

    fn press(&mut self, key: egui::Key) -> Vec<Command> {
        self.harness.key_press(key);
        self.harness.run();
        self.arranged()
    }

    /// Opens what was asked to be opened within the view; returns the other commands.
    fn arranged(&mut self) -> Vec<Command> {
        let mut others = self.commands.take();
        others.retain(|command| {
            if let Command::Arrange(arrangement) = command {
                self.state.borrow_mut().arrangement = *arrangement;
            }
            !matches!(command, Command::Arrange(_))
        });
        self.harness.run();
        others
    }

    fn shows(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }
}

#[test]
fn stages_select_and_open_and_the_keys_lead_to_the_neighbours() {
    let mut stage = Stage::new(SHOT);
    let select = |name: &str| Command::SelectLayer(name.to_owned());
    assert_eq!(stage.click("3×3, 96 to 208 channels"), [select("inception4a.branch2.1")]);
    stage.harness.get_by_label("3×3, 96 to 208 channels").click();
    stage.harness.get_by_label("3×3, 96 to 208 channels").click();
    stage.harness.run();
    assert!(stage.commands.take().contains(&Command::Show(View::Layer)));
    assert_eq!(stage.click("Input, 480 channels"), [select("maxpool3")]);
    // The same stage stays selected.
    let go_to = |module: usize, name: &str| {
        let layer = format!("inception{name}.branch2.0");
        [Command::Show(View::Module(module)), Command::SelectLayer(layer)]
    };
    assert_eq!(stage.press(egui::Key::ArrowRight), go_to(3, "4b"));
    assert_eq!(stage.press(egui::Key::ArrowLeft), go_to(1, "3b"));
    assert_eq!(stage.click("5b"), go_to(8, "5b"));
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
fn side_by_side_shows_both_modes_also_before_the_naive_one_has_run() {
    let mut stage = Stage::new(SHOT);
    stage.state.borrow_mut().session.naive = Naive::Running { module: 2 };
    assert_eq!(stage.click("Side by side"), []);
    assert!(stage.shows("naive: 3×3, 480 to 208 channels") && stage.shows("reduced: 3×3, 96 to 208 channels"));
    assert_eq!(stage.click("One"), []);
}

#[test]
fn the_walk_opens_half_way_hides_its_result_and_goes_channel_by_channel() {
    let mut stage = Stage::new(Shot { tool: Some(ModuleTool::Walk), ..SHOT });
    let said = |stage: &Stage, words: &str| stage.harness.query_by_label_contains(words).is_some();
    // Before anything is done: half of the products, and no result, for a screen reader either.
    assert!(said(&stage, " of 96 (0–95): sum of 240 of 480 products "));
    assert!(!said(&stage, "after the ReLU"));
    assert_eq!(stage.click("One channel"), []);
    assert!(said(&stage, ": sum of 241 of 480 products "));
    stage.click("To the result");
    let node = stage.harness.get_by_label_contains("after the ReLU");
    let label = node.accesskit_node().value().unwrap();
    // It opened where this filter's sum is positive.
    assert!(!label.contains("after the ReLU 0.000") && label.ends_with("equal within 0.0001"), "{label}");
    assert!(!said(&stage, "To the result"));
    stage.click("One channel");
    assert!(said(&stage, ": sum of 1 of 480 products "));
}

#[test]
fn the_bars_are_dragged_to_any_step_and_walked_by_keys() {
    let mut stage = Stage::new(Shot { tool: Some(ModuleTool::Walk), ..SHOT });
    let terms = |stage: &Stage| {
        let node = stage.harness.get_by_label("Products in the sum");
        node.accesskit_node().numeric_value().unwrap()
    };
    assert_eq!(terms(&stage), 240.0);
    let rect = stage.harness.get_by_label("Products in the sum").rect();
    stage.harness.drag_at(rect.center());
    stage.harness.run();
    stage.harness.hover_at(rect.left_center() + egui::vec2(rect.width() * 0.25, 0.0));
    stage.harness.run();
    stage.harness.drop_at(rect.left_center() + egui::vec2(rect.width() * 0.25, 0.0));
    stage.harness.run();
    assert_eq!(terms(&stage), 120.0);
    stage.harness.get_by_label("Products in the sum").focus();
    stage.harness.run();
    stage.harness.key_press(egui::Key::ArrowRight);
    stage.harness.run();
    assert_eq!(terms(&stage), 121.0);
    stage.harness.key_press(egui::Key::End);
    stage.harness.run();
    assert_eq!(terms(&stage), 480.0);
    assert!(stage.harness.query_by_label_contains("after the ReLU").is_some());
}

#[test]
fn the_walk_steps_from_filter_to_filter_and_the_other_tools_open() {
    let mut stage = Stage::new(SHOT);
    assert_eq!(
        stage.click("Walk through 5×5 reduce, 480 to 16 channels"),
        [Command::SelectLayer("inception4a.branch3.0".to_owned())]
    );
    stage.click("To the result");
    let first = filter_of(&stage);
    for filter in first + 1..=first + 19 {
        assert_eq!(stage.click("Next filter"), []);
        let said = format!("Filter {filter} of 96 (0–95): sum");
        let node = stage.harness.get_by_label_contains(&said);
        let label = node.accesskit_node().value().unwrap();
        assert!(label.ends_with("equal within 0.0001") && !label.contains("not equal"), "{label}");
    }
    let cell = cell_of(&stage);
    stage.click("Next position");
    assert_ne!(cell_of(&stage), cell);
    for tool in ["Odd kernels", "Receptive fields", "1×1 walk"] {
        assert_eq!(stage.click(tool), []);
    }
    stage.click("Close");
    assert!(!stage.shows("Odd kernels"), "the cards are back");
    assert!(stage.shows("Cost of this module"));
}

/// The filter that is worked out.
fn filter_of(stage: &Stage) -> usize {
    let label = stage.harness.get_by_label_contains(" of 96 (0–95): sum").accesskit_node().value().unwrap();
    label.split(' ').nth(1).unwrap().parse().unwrap()
}

fn cell_of(stage: &Stage) -> String {
    stage.harness.get_by_label_contains("Cell in row ").accesskit_node().label().unwrap()
}

#[test]
fn the_cost_can_be_that_of_a_stack_and_the_curve_that_of_macs() {
    let mut stage = Stage::new(Shot { modules: Modules::Naive, ..SHOT });
    for label in ["Stacked", "Same input", "MACs", "Channels"] {
        assert_eq!(stage.click(label), [], "{label}");
    }
    stage.click("Stacked");
    assert!(stage.shows("Naive 532 MMAC, reduced 73.6 MMAC: 7.2× fewer"));
    assert!(stage.shows("Channels: naive 1,280, reduced 512"));
    stage.click("Same input");
    assert!(stage.shows("Naive 307 MMAC, reduced 73.6 MMAC: 4.2× fewer"));
    assert!(stage.shows("Channels: naive 928, reduced 512"));
    assert!(stage.shows("Trained minus linear equivalent of 5×5, mean over channels"));
    assert!(stage.shows("Curves: naive and reduced, after each of the nine modules"));
}

#[test]
fn the_arithmetic_follows_the_selected_branch() {
    let mut stage = Stage::new(SHOT);
    stage.harness.run();
    let said = "Multiplications of the 3×3 branch at one position: direct 898,560, reduced 225,792";
    assert!(stage.shows(said));
    stage.state.borrow_mut().selection.layer = "inception4a.branch3.1".to_owned();
    stage.harness.run();
    let said = "Multiplications of the 5×5 branch at one position: direct 576,000, reduced 26,880";
    assert!(stage.shows(said));
}

#[test]
fn a_third_branch_of_3x3_is_shown_as_what_it_is() {
    let mut stage = Stage::new(SHOT);
    {
        let mut state = stage.state.borrow_mut();
        let mut loaded = LoadedNetwork::clone(state.loaded().unwrap());
        loaded.network = Arc::new(Network::new(Topology::TORCHVISION, 15));
        state.session.network = NetworkState::Ready(Arc::new(loaded));
        state.session.first = Slot::running(0, 0);
        state.session.naive = Naive::Idle;
    }
    stage.harness.step();
    assert!(stage.shows("3×3 reduce, 480 to 16 channels") && stage.shows("3×3, 16 to 48 channels"));
    assert!(stage.harness.query_by_label_contains("5×5").is_none());
}
