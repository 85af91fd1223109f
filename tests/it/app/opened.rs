//! Files that are dropped, pasted, good and bad.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use inception_lens::app::{App, Clipboard};
use inception_lens::engine::Executor;
use inception_lens::platform::clipboard::Held;
use inception_lens::session::{NetworkState, PhotoProgress};
use inception_lens::state::{MessageKind, Options, Settings};

use super::{drop_file, open, predicted, sample, settle};
use crate::synthetic;

#[test]
fn a_bad_file_says_so_once_and_the_result_stays() {
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    assert_eq!(predicted(&harness), "cat");
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("notes.png");
    std::fs::write(&broken, b"this is no picture").unwrap();
    drop_file(&mut harness, broken);
    let state = harness.state().state();
    assert!(matches!(state.session.first.progress(), PhotoProgress::Failed(_)));
    assert_eq!(state.messages.len(), 1);
    assert_eq!(state.messages[0].kind, MessageKind::Error);
    assert!(state.messages[0].text.starts_with("notes.png: "), "{}", state.messages[0].text);
    assert_eq!(predicted(&harness), "cat", "the previous result stays");
    harness.get_by_label_contains(&format!("cat, {}", crate::defaults::answer("cat").1));
    // It can be dismissed; when another photo is opened it goes by itself.
    harness.get_by_label("Dismiss");
    drop_file(&mut harness, sample("flower.jpg").unwrap());
    assert_eq!(predicted(&harness), crate::defaults::answer("flower").0);
    assert!(matches!(harness.state().state().session.first.progress(), PhotoProgress::Done));
    assert!(harness.state().state().messages.is_empty());
}

#[test]
fn bad_weights_leave_the_old_ones_and_good_ones_run_the_photo_again() {
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.safetensors");
    std::fs::write(&broken, b"\xff\xff\xff\xff\xff\xff\xff\x7f{}").unwrap();
    drop_file(&mut harness, broken);
    let state = harness.state().state();
    let NetworkState::Ready(network) = &state.session.network else {
        panic!("the default weights stay");
    };
    let default = crate::defaults::name();
    assert_eq!(network.name, default);
    assert!(state.messages[0].text.contains(&format!("{default} stays in use")), "{}", state.messages[0].text);
    assert_eq!(predicted(&harness), "cat");

    let topology = inception_lens::spec::Topology::PAPER;
    let good = folder.path().join("student.safetensors");
    std::fs::write(&good, synthetic::File::of(topology, 1000, [true, true]).describe("topology", "paper").bytes())
        .unwrap();
    drop_file(&mut harness, good);
    let report = harness.state().state().report().unwrap();
    assert_eq!(report.labels.len(), 1000);
    assert!(report.activation("norm1").is_some(), "the photo ran on the new network");
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
    assert!(text.contains("This is not a weights file Inception Lens reads"), "{text}");
}

#[test]
fn a_picture_pasted_runs() {
    let mut harness = open(Options::default());
    let image = egui::ColorImage::filled([300, 200], egui::Color32::from_rgb(200, 120, 30));
    harness.event(egui::Event::PasteImage(std::sync::Arc::new(image)));
    settle(&mut harness);
    assert_eq!(harness.state().state().shown().unwrap().photo.size, [300, 200]);
    // As file managers copy files: a list of addresses, with or without a heading of their own.
    let folder = tempfile::tempdir().unwrap();
    for (text, name) in [
        ("file://{}/my%20cat.png\n", "my cat.png"),
        ("# from here\r\nfile://localhost{}/a%23b.png\r\n", "a#b.png"),
        ("x-special/nautilus-clipboard\ncopy\nfile://{}/100%25.png", "100%.png"),
        ("\"{}/with 50%20.png\"\n", "with 50%20.png"),
    ] {
        let place = folder.path().display().to_string();
        std::fs::copy(sample("cat.png").unwrap(), folder.path().join(name)).unwrap();
        harness.event(egui::Event::Paste(text.replace("{}", &place)));
        settle(&mut harness);
        let shown = harness.state().state().shown().unwrap().photo.name.clone();
        assert_eq!(shown, name, "{text}");
    }
    assert_eq!(predicted(&harness), "cat");
}

/// A clipboard on which egui finds neither text nor a picture.
struct Holding(Held);

impl Clipboard for Holding {
    fn ask(&self, answer: Box<dyn FnOnce(Held) + Send>) {
        answer(self.0.clone());
    }
}

fn open_holding(held: Held) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size([1440.0, 900.0])
        .renderer(crate::raster::RasterRenderer::default())
        .build_eframe(move |cc| {
            App::new(&cc.egui_ctx, &Options::default(), Settings::default(), Executor::Inline)
                .with_clipboard(Box::new(Holding(held)))
        });
    settle(&mut harness);
    harness
}

/// A frame with a key as a window passes it on that leaves the keys of the clipboard to the program.
fn press_command(harness: &mut Harness<'static, App>, key: egui::Key) {
    let modifiers = egui::Modifiers::COMMAND;
    let event = egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    harness.input_mut().events.push(event);
    harness.step();
}

fn press_paste(harness: &mut Harness<'static, App>) {
    press_command(harness, egui::Key::V);
    // The clipboard itself is asked two frames later.
    harness.step();
    harness.step();
    settle(harness);
}

#[test]
fn a_paste_that_egui_finds_nothing_for_opens_files_and_pictures_of_every_format() {
    let (cat, flower) = (sample("cat.png").unwrap(), sample("flower.jpg").unwrap());
    let flower_label = crate::defaults::answer("flower").0;
    let jpeg = std::fs::read(&flower).unwrap();
    let mut bmp = Vec::new();
    let pixels = image::open(&cat).unwrap().to_rgb8();
    pixels.write_to(&mut std::io::Cursor::new(&mut bmp), image::ImageFormat::Bmp).unwrap();
    for (held, name, label) in [
        (Held::Files(vec![cat.clone(), flower]), "cat.png", "cat"),
        (Held::Picture(jpeg), "pasted picture", &flower_label),
        (Held::Picture(bmp), "pasted picture", "cat"),
    ] {
        let mut harness = open_holding(held);
        press_paste(&mut harness);
        assert_eq!(harness.state().state().shown().expect(name).photo.name, name);
        assert_eq!(predicted(&harness), label);
        assert!(harness.state().state().messages.is_empty());
    }
}

#[test]
fn a_paste_of_what_nothing_reads_says_so_and_one_that_egui_answers_does_not() {
    let mut harness = open_holding(Held::Nothing);
    press_paste(&mut harness);
    let said = |harness: &Harness<'static, App>| -> Vec<String> {
        harness.state().state().messages.iter().map(|message| message.text.clone()).collect()
    };
    assert_eq!(said(&harness).len(), 1);
    harness.get_by_label_contains("save the picture as a file and drop it on the window");
    harness.get_by_label("Dismiss").click();
    settle(&mut harness);
    // Text comes in the frame after the key or in the second one, as eframe has it.
    for (frames_between, name) in ["cat.png", "flower.jpg"].into_iter().enumerate() {
        press_command(&mut harness, egui::Key::V);
        (0..frames_between).for_each(|_| harness.step());
        harness.input_mut().events.push(egui::Event::Paste(sample(name).unwrap().display().to_string()));
        settle(&mut harness);
        assert_eq!(harness.state().state().shown().unwrap().photo.name, name);
        assert_eq!(said(&harness), [""; 0], "{frames_between}");
    }
    // A damaged picture is spoken of as any other.
    let mut harness = open_holding(Held::Picture(b"no picture".to_vec()));
    press_paste(&mut harness);
    let said = said(&harness);
    assert!(said[0].starts_with("pasted picture: "), "{said:?}");
}

#[test]
fn the_keys_for_cut_and_copy_still_reach_a_text_field() {
    let mut harness = open(Options { image: sample("cat.png"), ..Default::default() });
    press_command(&mut harness, egui::Key::F);
    settle(&mut harness);
    harness.event(egui::Event::Text("inception".into()));
    harness.step();
    press_command(&mut harness, egui::Key::A);
    for key in [egui::Key::C, egui::Key::X] {
        press_command(&mut harness, key);
        let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        assert_eq!(copied.as_deref(), Some("inception"), "{key:?}");
    }
}
