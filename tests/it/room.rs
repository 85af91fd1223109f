//! Everything has room: no text lies on another, leaves its place or hides half behind something, and no control lies half
//! on another; at four sizes, in both languages, on a desk, before a class, and with the lesson beside.  Before a class every
//! text can be read from the last row.
//!
//! So that the suite stays short it takes three of the sizes, and of each card of the lesson the first and the last step, at two.
//!
//! `ROOM=folder cargo test --release room::everything` takes more states, writes a picture of each there, and lists what is
//! cut off or has to be scrolled too; with `ROOM_OF=word,word` only those states whose name has one of the words in it, with
//! `ROOM_PICTURES=no` only the list.

mod faults;
mod states;
mod use_by_label;

use std::path::PathBuf;

use egui::{Key, Modifiers, Rect};
use inception_lens::locale::text::Language;
use inception_lens::state::{Command, Detail, Options, View};

use crate::stage::{Stage, texts};
use faults::faults;
pub use faults::unreadable;
use states::{State, states};

/// Width and height of common screens, points.
pub const SIZES: [[f32; 2]; 4] = [[1024.0, 768.0], [1366.0, 768.0], [1440.0, 900.0], [1920.0, 1080.0]];

/// Where pictures and lists are wanted.
fn wanted() -> Option<PathBuf> {
    std::env::var_os("ROOM").map(PathBuf::from)
}

/// What is wrong with a state at all sizes, in both languages, on a desk and then before a class.
fn faults_of(state: &State) -> Vec<String> {
    let mut found = Vec::new();
    let mut stage = state.stage(SIZES[0]);
    for place in ["desk", "class"] {
        if place == "class" {
            stage.press(Key::P, Modifiers::NONE);
            assert!(stage.state().projector.is_on, "{}", state.name);
            state.return_to_card(&mut stage);
        }
        // The suite takes the narrowest, the lowest and the widest window, of a card's many states the first two.
        let sizes = match (wanted().is_some(), state.is_card()) {
            (true, _) => vec![SIZES[0], SIZES[1], SIZES[2], SIZES[3]],
            (false, true) => vec![SIZES[0], SIZES[1]],
            (false, false) => vec![SIZES[0], SIZES[1], SIZES[3]],
        };
        for language in Language::ALL {
            stage.apply(Command::SetLanguage(language));
            for &size in &sizes {
                stage.resize(size);
                state.each(&mut stage, |name, stage: &mut Stage| {
                    let name = format!("{place}-{name}-{}x{}-{}", size[0], size[1], language.code());
                    if let Some(folder) = wanted().filter(|_| std::env::var_os("ROOM_PICTURES").is_none()) {
                        stage.paint(Vec::new()).save(folder.join(format!("{name}.png"))).unwrap();
                    }
                    let output = stage.frame(Vec::new());
                    let mut faults = faults(&output, &stage.ctx, wanted().is_some());
                    // A projector's picture is a wide one.
                    if place == "class" && size == SIZES[3] {
                        faults.extend(unreadable(&output, &stage.ctx, language));
                    }
                    found.extend(faults.into_iter().map(|fault| format!("{name}: {fault}")));
                });
            }
        }
    }
    found
}

/// States in which something had no room when they were last looked at: mend them, then take them off this list.
const OPEN: &[&str] = &[];

/// Looks at every `step`th state from the one at `first` on.
fn check(first: usize, step: usize) {
    let chosen = std::env::var("ROOM_OF").unwrap_or_default();
    let is_open = |state: &State| OPEN.iter().any(|open| state.name.starts_with(open));
    let is_chosen = |state: &State| chosen.split(',').any(|word| state.name.contains(word));
    let is_meant = |state: &State| is_chosen(state) && (wanted().is_some() || !is_open(state));
    let mut faults: Vec<String> = Vec::new();
    for state in states(wanted().is_some()).into_iter().filter(is_meant).skip(first).step_by(step) {
        faults.extend(faults_of(&state));
        if let Some(folder) = wanted() {
            let list = faults.join("\n") + "\n";
            std::fs::write(folder.join(format!("faults-{first}.txt")), list).unwrap();
        }
    }
    if wanted().is_some() {
        return;
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn everything_has_room_in_every_other_state() {
    check(0, 2);
}

#[test]
fn everything_has_room_in_the_states_between() {
    check(1, 2);
}

/// Texts of a frame that begin with those words: where they are, and how large they are written, points.
fn written(stage: &mut Stage, begins: &str) -> Vec<(Rect, f32)> {
    let output = stage.frame(Vec::new());
    let texts = texts(&output.shapes).into_iter().filter(|(_, text)| text.galley.text().starts_with(begins));
    texts.map(|(_, text)| (text.visual_bounding_rect(), text.galley.job.sections[0].format.font_id.size)).collect()
}

/// Before a class the words of the kernels grow as far as there is room, beyond the smallest that can be read.
#[test]
fn before_a_class_the_words_of_the_kernels_grow() {
    let layer = Some("inception4a.branch2.1".to_owned());
    let options = Options {
        view: View::Layer,
        detail: Detail::Kernels,
        layer,
        language: Some(Language::English),
        ..Default::default()
    };
    let mut stage = Stage::new(options, SIZES[3]);
    stage.press(Key::P, Modifiers::NONE);
    let smallest = stage.ctx.content_rect().height() / 45.0;
    let heading = written(&mut stage, "Filter ");
    assert!(heading.iter().any(|(_, points)| *points >= 1.25 * smallest), "{heading:?}, {smallest}");
}

/// What a module adds stands below it from the first layer to the last: the map reaches from one side of its canvas to the other.
#[test]
fn contributions_use_the_width_of_their_canvas() {
    for size in SIZES {
        let options = Options {
            view: View::Network,
            detail: Detail::Contribution,
            language: Some(Language::English),
            ..Default::default()
        };
        let mut stage = Stage::new(options, size);
        stage.press(Key::P, Modifiers::NONE);
        let sums = written(&mut stage, "∑ ");
        assert_eq!(sums.len(), 12, "{size:?}");
        let [left, right] = [sums[0].0.left(), sums[11].0.right()];
        let width = stage.ctx.content_rect().width();
        assert!(right - left >= 0.75 * width, "{size:?}: {left} to {right} of {width}");
    }
}
