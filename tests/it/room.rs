//! Everything has room: no text lies on another, leaves its place or hides behind something, and no control lies half on
//! another; at four sizes, in both languages, on a desk, before a class, and with the lesson beside.
//!
//! `ROOM=folder cargo test --release room` writes a picture of each state there, and what is wrong with it.

mod faults;
mod states;
mod use_by_label;

use std::path::PathBuf;

use inception_lens::locale::text::Language;

use crate::stage::Stage;
use faults::faults;
use states::{State, states};

/// Width and height of common screens, points.
const SIZES: [[f32; 2]; 4] = [[1024.0, 768.0], [1366.0, 768.0], [1440.0, 900.0], [1920.0, 1080.0]];

/// Where pictures are wanted, and of which states.
fn wanted() -> Option<PathBuf> {
    std::env::var_os("ROOM").map(PathBuf::from)
}

/// What is wrong with a state at all sizes.
fn faults_of(state: &State, language: Language) -> Vec<String> {
    let mut found = Vec::new();
    let mut stage = state.stage(language, SIZES[0]);
    for size in SIZES {
        stage.resize(size);
        state.each(&mut stage, |name, stage: &mut Stage| {
            let name = format!("{name}-{}x{}-{}", size[0], size[1], language.code());
            if let Some(folder) = wanted().filter(|_| std::env::var_os("ROOM_BLIND").is_none()) {
                stage.paint(Vec::new()).save(folder.join(format!("{name}.png"))).unwrap();
            }
            let output = stage.frame(Vec::new());
            found.extend(faults(&output, &stage.ctx).into_iter().map(|fault| format!("{name}: {fault}")));
        });
    }
    found
}

fn check(language: Language) {
    let chosen = std::env::var("ROOM_OF").unwrap_or_default();
    let meant = states().into_iter().filter(|state| state.name.contains(&chosen));
    let faults: Vec<String> = meant.flat_map(|state| faults_of(&state, language)).collect();
    if let Some(folder) = wanted() {
        std::fs::write(folder.join(format!("faults-{}.txt", language.code())), faults.join("\n")).unwrap();
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn everything_has_room_in_english() {
    check(Language::English);
}

#[test]
fn everything_has_room_in_korean() {
    check(Language::Korean);
}
