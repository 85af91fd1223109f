//! The application as a person uses it, by the names a screen reader says.

use std::path::PathBuf;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::{Analysis, App, MessageKind, NetworkState, Options, Settings, View};
use inception_lens::engine::Executor;

use crate::synthetic;

/// The real app at 1440x900 with the inline executor; `settle` runs what was asked for.
pub fn open(options: Options) -> Harness<'static, App> {
    open_sized(options, [1440.0, 900.0])
}

/// The same, so many points wide and high.
pub fn open_sized(options: Options, size: [f32; 2]) -> Harness<'static, App> {
    open_timed(options, size, 0.25)
}

/// The same with so many seconds from frame to frame: 1/60 is short enough for double clicks.
pub fn open_timed(options: Options, size: [f32; 2], step_seconds: f32) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_step_dt(step_seconds)
        .renderer(crate::raster::RasterRenderer::default())
        .build_eframe(move |cc| {
            App::new(
                &cc.egui_ctx,
                &options,
                Settings::default(),
                Executor::Inline,
            )
        });
    settle(&mut harness);
    harness
}

/// Runs the engine until nothing is left, and draws what came of it.
pub fn settle(harness: &mut Harness<'static, App>) {
    harness.step();
    harness.state_mut().settle(0.0);
    harness.step();
    harness.step();
}

pub fn sample(name: &str) -> Option<PathBuf> {
    Some(
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("assets/samples")
            .join(name),
    )
}

/// Drops a file on the window.
pub fn drop_file(harness: &mut Harness<'static, App>, path: PathBuf) {
    #[derive(Debug)]
    struct Dropped(PathBuf);
    impl egui::DroppedFile for Dropped {
        fn path(&self) -> &std::path::Path {
            &self.0
        }
        fn bytes(&self) -> Result<Vec<u8>, String> {
            std::fs::read(&self.0).map_err(|error| error.to_string())
        }
    }
    harness
        .input_mut()
        .dropped_files
        .push(std::sync::Arc::new(Dropped(path)));
    settle(harness);
}

fn predicted(harness: &Harness<'static, App>) -> String {
    let report = harness.state().state().report().unwrap().clone();
    report.labels[report.main().best()].clone()
}

#[test]
fn a_sample_opens_from_the_empty_window_and_is_recognised() {
    let mut harness = open(Options::default());
    assert!(matches!(harness.state().state().analysis, Analysis::Idle));
    harness.get_by_label("Drop a photo, or pick a sample");
    harness.get_by_label("flower.jpg").click();
    settle(&mut harness);
    assert_eq!(predicted(&harness), "flower");
    // Name and share are read out together.
    harness.get_by_label_contains("flower, 91.");
}

#[test]
fn all_six_samples_and_ten_patterns_run() {
    let mut harness = open(Options {
        image: sample("flower.jpg"),
        ..Default::default()
    });
    for index in 0..harness.state().state().gallery.len() {
        let name = harness.state().state().gallery[index].name.clone();
        harness.get_by_label("Samples").click();
        harness.step();
        harness.step();
        harness
            .get_by_role_and_label(egui::accesskit::Role::Button, &name)
            .click();
        settle(&mut harness);
        let shown = harness.state().state().shown();
        assert_eq!(shown.map(|shown| &*shown.photo.name), Some(&*name));
    }
    harness.get_by_label("Samples").click();
    settle(&mut harness);
    harness.get_by_label("Open grating").click();
    settle(&mut harness);
    let shown = harness.state().state().shown().unwrap();
    assert_eq!(shown.photo.name, "Grating 30°, 16 px");
}

#[test]
fn a_bad_file_says_so_once_and_the_result_stays() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        ..Default::default()
    });
    assert_eq!(predicted(&harness), "cat");
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("notes.png");
    std::fs::write(&broken, b"this is no picture").unwrap();
    drop_file(&mut harness, broken);
    let state = harness.state().state();
    assert!(matches!(state.analysis, Analysis::Failed { .. }));
    assert_eq!(state.messages.len(), 1);
    assert_eq!(state.messages[0].kind, MessageKind::Error);
    assert!(
        state.messages[0].text.starts_with("notes.png: "),
        "{}",
        state.messages[0].text
    );
    assert_eq!(predicted(&harness), "cat", "the previous result stays");
    harness.get_by_label_contains("cat, 90.");
    // Dismiss it, then go on.
    harness.get_by_label("Dismiss").click();
    settle(&mut harness);
    assert!(harness.state().state().messages.is_empty());
    drop_file(&mut harness, sample("flower.jpg").unwrap());
    assert_eq!(predicted(&harness), "flower");
    assert!(matches!(
        harness.state().state().analysis,
        Analysis::Ready(_)
    ));
}

#[test]
fn bad_weights_leave_the_old_ones_and_good_ones_run_the_photo_again() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        ..Default::default()
    });
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.safetensors");
    std::fs::write(&broken, b"\xff\xff\xff\xff\xff\xff\xff\x7f{}").unwrap();
    drop_file(&mut harness, broken);
    let state = harness.state().state();
    let NetworkState::Ready(network) = &state.network else {
        panic!("the default weights stay");
    };
    assert_eq!(network.name, "classroom-15");
    assert!(
        state.messages[0].text.contains("classroom-15 stays in use"),
        "{}",
        state.messages[0].text
    );
    assert_eq!(predicted(&harness), "cat");

    let topology = inception_lens::spec::Topology::PAPER;
    let good = folder.path().join("student.safetensors");
    std::fs::write(
        &good,
        synthetic::File::of(topology, 1000, [true, true]).bytes(),
    )
    .unwrap();
    drop_file(&mut harness, good);
    let report = harness.state().state().report().unwrap();
    assert_eq!(report.labels.len(), 1000);
    assert!(
        report.activation("norm1").is_some(),
        "the photo ran on the new network"
    );
    harness.get_by_label("Dismiss").click();
}

#[test]
fn dropped_files_are_known_by_their_content() {
    let mut harness = open(Options::default());
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("photo.pth");
    std::fs::copy(sample("cat.png").unwrap(), &photo).unwrap();
    drop_file(&mut harness, photo);
    assert_eq!(predicted(&harness), "cat");
    let topology = inception_lens::spec::Topology::PAPER;
    let file = synthetic::File::of(topology, 2, [true, true]);
    let saved = crate::torch_file::Checkpoint::of(&file.tensors).zip().0;
    let weights = folder.path().join("student.png");
    std::fs::write(&weights, saved).unwrap();
    std::fs::write(folder.path().join("student.labels.txt"), "yes\nno\n").unwrap();
    drop_file(&mut harness, weights);
    let report = harness.state().state().report().unwrap();
    assert_eq!(report.labels[..], ["yes", "no"]);
    let named = folder.path().join("empty.pth");
    std::fs::write(&named, b"nothing known").unwrap();
    drop_file(&mut harness, named);
    let messages = &harness.state().state().messages;
    let text = &messages.last().unwrap().text;
    assert!(
        text.contains("This is not a weights file Inception Lens reads"),
        "{text}"
    );
}

#[test]
fn a_picture_pasted_runs() {
    let mut harness = open(Options::default());
    let image = egui::ColorImage::filled([300, 200], egui::Color32::from_rgb(200, 120, 30));
    harness.event(egui::Event::PasteImage(std::sync::Arc::new(image)));
    settle(&mut harness);
    assert_eq!(
        harness.state().state().shown().unwrap().photo.size,
        [300, 200]
    );
    let path = sample("cat.png").unwrap();
    harness.event(egui::Event::Paste(format!("file://{}\n", path.display())));
    settle(&mut harness);
    assert_eq!(predicted(&harness), "cat");
}

#[test]
fn theme_views_and_fit_follow_keys_and_menus() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        ..Default::default()
    });
    harness.key_press(egui::Key::Num3);
    settle(&mut harness);
    assert_eq!(harness.state().state().view, View::Layer);
    harness.key_press(egui::Key::T);
    settle(&mut harness);
    assert_eq!(
        harness.state().state().settings.theme,
        inception_lens::app::ThemeChoice::Light
    );
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowLeft);
    settle(&mut harness);
    assert_eq!(
        harness.state().state().view,
        View::Network,
        "Alt and left goes back"
    );
    harness.get_by_label("Settings").click();
    harness.step();
    harness.step();
    harness.get_by_label("Letterbox").click();
    settle(&mut harness);
    let shown = harness.state().state().shown().unwrap();
    assert_eq!(shown.photo.fit, inception_lens::imaging::Fit::Letterbox);
}

/// Not a comparison: pictures to look at, in `target/snapshots`.
#[test]
fn menus_and_messages_are_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    let mut harness = open(Options {
        image: sample("cat.png"),
        ..Default::default()
    });
    for (menu, file) in [
        ("Samples", "menu-samples.png"),
        ("classroom-15 · GoogLeNet + BN", "menu-weights.png"),
        ("Settings", "menu-settings.png"),
    ] {
        harness.get_by_label(menu).click();
        settle(&mut harness);
        harness.render().unwrap().save(folder.join(file)).unwrap();
        harness.key_press(egui::Key::Escape);
        settle(&mut harness);
    }
    drop_file(&mut harness, PathBuf::from("nowhere/holiday.jpg"));
    let picture = harness.render().unwrap();
    picture.save(folder.join("message.png")).unwrap();
    assert_eq!(picture.dimensions(), (1440, 900));
}

#[test]
fn the_first_look_at_a_layer_explains_its_strongest_cell() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("inception3b.branch2.1".to_owned()),
        ..Default::default()
    });
    let state = harness.state().state();
    let explanation = state.explanation.clone().unwrap();
    let channel = state.selection.channel.unwrap();
    let activation = state.selected_activation().unwrap();
    assert_eq!(explanation.traced, activation.statistics[channel].max);
    // Another layer begins anew; back returns to the same cell.
    let cell = state.selection.cell;
    harness.key_press(egui::Key::Num1);
    settle(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowLeft);
    settle(&mut harness);
    assert_eq!(harness.state().state().selection.cell, cell);
}

#[test]
fn muting_changes_the_belief_and_one_key_takes_it_back() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("inception5b".to_owned()),
        ..Default::default()
    });
    let before = harness
        .state()
        .state()
        .report()
        .unwrap()
        .main()
        .logits
        .clone();
    harness.key_press(egui::Key::M);
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!(state.muted["inception5b"].len(), 1);
    assert_eq!(state.unmuted.as_ref().unwrap().main().logits, before);
    let muted = state.report().unwrap().main().logits.clone();
    assert_ne!(muted, before);
    harness.key_press(egui::Key::U);
    settle(&mut harness);
    let state = harness.state().state();
    assert!(state.muted.is_empty() && state.unmuted.is_none());
    assert_eq!(state.report().unwrap().main().logits, before);
}

#[test]
fn sorting_by_contribution_finds_every_logit_drop() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("inception5b.branch3.1".to_owned()),
        ..Default::default()
    });
    harness.get_by_label("Contribution").click();
    settle(&mut harness);
    let state = harness.state().state();
    let contributions = state.contributions.clone().unwrap();
    assert_eq!(contributions.done(), 128);
    // After the last module everything is linear: a channel's drop is its weight times its mean.
    let fc = inception_lens::analysis::Kernels::of(&state.loaded().unwrap().model, "fc").unwrap();
    let branch = state.selected_activation().unwrap();
    // 5b concatenates 384 (1x1) and 384 (3x3) channels before the 5x5 branch.
    let first = 384 + 384;
    for (channel, drop) in contributions.drops.iter().enumerate() {
        let weight = fc.kernel(contributions.class, first + channel)[0];
        let expected = weight * branch.statistics[channel].mean;
        assert!(
            (drop.unwrap() - expected).abs() < 1e-4,
            "{channel}: {drop:?} {expected}"
        );
    }
}

/// A storage as eframe keeps one, in memory.
#[derive(Default)]
struct Drawer(std::collections::HashMap<String, String>);

impl eframe::Storage for Drawer {
    fn get_string(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }
    fn set_string(&mut self, key: &str, value: String) {
        self.0.insert(key.to_owned(), value);
    }
    fn remove_string(&mut self, key: &str) {
        self.0.remove(key);
    }
    fn flush(&mut self) {}
}

#[test]
fn settings_are_remembered_and_damaged_ones_forgotten() {
    let mut harness = open(Options::default());
    harness.key_press(egui::Key::T);
    settle(&mut harness);
    let mut drawer = Drawer::default();
    eframe::App::save(harness.state_mut(), &mut drawer);
    let settings: Settings = eframe::get_value(&drawer, "settings").unwrap();
    assert_eq!(settings, harness.state().state().settings);
    assert_eq!(settings.theme, inception_lens::app::ThemeChoice::Light);
    eframe::Storage::set_string(&mut drawer, "settings", "(theme: Purple".to_owned());
    assert_eq!(eframe::get_value::<Settings>(&drawer, "settings"), None);
}

#[test]
fn the_question_mark_lists_every_key_and_escape_closes_the_list() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        ..Default::default()
    });
    harness.key_press(egui::Key::Questionmark);
    settle(&mut harness);
    for key in ["1 – 6", "Ctrl+O", "Page Up", "Alt+←"] {
        harness.get_all_by_label_contains(key).next().unwrap();
    }
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    assert!(!harness.state().state().shows_keys);
    assert!(harness.query_by_label("Close the sheet").is_none());
}
