//! Somebody who does not know what a program is for: random clicks, keys, drops and sizes on the real app.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2, pos2, vec2};
use egui_kittest::Harness;
use inception_lens::album::Place;
use inception_lens::app::{App, Chooser, Picked};
use inception_lens::engine::Executor;
use inception_lens::session::{NetworkState, PhotoProgress};
use inception_lens::state::{Options, Pace, Settings};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::app::{dropped, sample};
use crate::small_album::small_album;

/// What is done, in all.
const DEEDS: usize = 1_500;
/// The same deeds every time.
const SEED: u64 = 20_140_917;

/// A dialog that nobody answers.
struct NoDialog;

impl Chooser for NoDialog {
    fn photo(&self, _answer: Sender<Picked>) {}
    fn second_photo(&self, _answer: Sender<Picked>) {}
    fn weights(&self, _answer: Sender<Picked>) {}
    fn save(&self, _: &str, _: &'static str, _: u64, _: Sender<Picked>) {}
}

const KEYS: [Key; 39] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::N,
    Key::U,
    Key::T,
    Key::S,
    Key::O,
    Key::M,
    Key::K,
    Key::E,
    Key::B,
    Key::C,
    Key::L,
    Key::I,
    Key::F,
    Key::R,
    Key::H,
    Key::Questionmark,
    Key::Escape,
    Key::Enter,
    Key::Space,
    Key::Tab,
    Key::Plus,
    Key::Minus,
    Key::Comma,
    Key::Period,
    Key::Z,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::PageUp,
    Key::PageDown,
    Key::OpenBracket,
];

struct Monkey {
    random: StdRng,
    size: Vec2,
    at: Pos2,
    files: Vec<PathBuf>,
}

impl Monkey {
    fn place(&mut self) -> Pos2 {
        let x = self.random.random_range(0.0..self.size.x);
        let y = self.random.random_range(0.0..self.size.y);
        pos2(x, y)
    }

    fn act(&mut self, harness: &mut Harness<'static, App>) {
        match self.random.random_range(0..100) {
            0..50 => {
                self.at = self.place();
                harness.hover_at(self.at);
                self.click(harness);
            }
            50..54 => {
                self.click(harness);
                self.click(harness);
            }
            54..62 => self.drag(harness),
            62..70 => {
                let delta = vec2(0.0, self.random.random_range(-300.0..300.0));
                harness.event(Event::MouseWheel {
                    unit: egui::MouseWheelUnit::Point,
                    source: egui::MouseWheelSource::Wheel,
                    delta,
                    phase: egui::TouchPhase::Move,
                    modifiers: Modifiers::NONE,
                });
            }
            70..96 => {
                let key = KEYS[self.random.random_range(0..KEYS.len())];
                let modifiers = match self.random.random_range(0..10) {
                    0 => Modifiers::ALT,
                    1 => Modifiers::COMMAND,
                    2 => Modifiers::SHIFT,
                    _ => Modifiers::NONE,
                };
                harness.key_press_modifiers(modifiers, key);
            }
            96..98 => self.drop_file(harness),
            _ => {
                self.size = vec2(self.random.random_range(500.0..1600.0), self.random.random_range(400.0..1000.0));
                harness.set_size(self.size);
            }
        }
    }

    fn click(&mut self, harness: &mut Harness<'static, App>) {
        for pressed in [true, false] {
            self.button(harness, pressed);
        }
    }

    fn drag(&mut self, harness: &mut Harness<'static, App>) {
        self.button(harness, true);
        harness.step();
        self.at = self.place();
        harness.hover_at(self.at);
        harness.step();
        self.button(harness, false);
    }

    fn button(&self, harness: &mut Harness<'static, App>, pressed: bool) {
        harness.event(Event::PointerButton {
            pos: self.at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }

    fn drop_file(&mut self, harness: &mut Harness<'static, App>) {
        let file = self.files[self.random.random_range(0..self.files.len())].clone();
        harness.input_mut().dropped_files.push(dropped(file));
    }
}

#[test]
fn three_thousand_random_deeds_break_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.png");
    std::fs::write(&broken, b"\x89PNG\r\n\x1a\nnothing").unwrap();
    let weights = folder.path().join("broken.pth");
    std::fs::write(&weights, b"\x80\x02nothing").unwrap();
    let mut files: Vec<PathBuf> = ["cat.png", "flower.jpg", "rocket.jpg"].into_iter().filter_map(sample).collect();
    files.extend([broken, weights, folder.path().to_owned()]);
    let downloads = folder.path().join("downloads");
    let mut harness = Harness::builder().with_size([1440.0, 900.0]).build_eframe(|cc| {
        // A small album that is kept, and pictures of one step: what is computed is not what is tried here.
        let album = Some(Place::Folder(small_album().into()));
        let album_cache = Some(tempfile::tempdir().unwrap().keep());
        let pace = Pace::short(1);
        let options = Options { image: sample("cat.png"), album, album_cache, pace, ..Default::default() };
        let (settings, executor) = (Settings::default(), Executor::Inline);
        App::new(&cc.egui_ctx, &options, settings, executor)
            .with_chooser(Box::new(NoDialog))
            .with_public_weights(&[], downloads.clone())
    });
    let mut monkey =
        Monkey { random: StdRng::seed_from_u64(SEED), size: vec2(1440.0, 900.0), at: pos2(700.0, 400.0), files };
    for deed in 0..DEEDS {
        monkey.act(&mut harness);
        harness.step();
        // Everything comes to an end, whatever was asked for.
        if deed % 250 == 249 {
            harness.state_mut().settle(0.0);
            harness.step();
            let state = harness.state().state();
            assert!(!state.session.first.is_running(), "deed {deed}");
            assert!(!state.found.gradients.is_running, "deed {deed}");
            let is_loading = matches!(state.session.network, NetworkState::Loading { .. });
            assert!(!is_loading, "deed {deed}");
        }
    }
    let state = harness.state().state();
    assert!(!matches!(state.session.first.progress(), PhotoProgress::Idle));
    assert!(state.report().is_some());
}
