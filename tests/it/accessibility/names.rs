//! Every control has a name, its own, in the language of the window, and says what state it is in.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui_kittest::Harness;
use inception_lens::app::App;
use inception_lens::locale::text::Language;

use super::faint::faint;
use super::{Control, controls};

/// The window at its usual width, and at its smallest.
pub const SIZES: [[f32; 2]; 2] = [[1440.0, 900.0], [1100.0, 720.0]];

/// What is wrong with names and colours of a place in Korean, and how many texts were looked at; in English the walk with Tab
/// asks for the names.
pub fn in_korean(harness: &mut Harness<'static, App>) -> (Vec<String>, usize) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for size in SIZES {
        harness.set_size(size.into());
        harness.step();
        harness.step();
        wrong.extend(complaints(&controls(harness), Language::Korean));
        for theme in ["dark", "light"] {
            let (faint, looked_at) = faint(harness);
            count += looked_at;
            wrong.extend(faint.iter().map(|what| format!("{theme} {what}")));
            // The key turns to the other theme and back.
            harness.key_press(egui::Key::T);
            harness.step();
            harness.step();
        }
    }
    wrong.dedup();
    (wrong, count)
}

/// What is wrong with the names in a window.
pub fn complaints(found: &[Control], language: Language) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut names: BTreeMap<String, Vec<&Control>> = BTreeMap::new();
    // egui's scroll bars say what they are by their role.
    for control in found.iter().filter(|control| control.role != Role::ScrollBar) {
        let (role, name) = (control.role, &control.name);
        if name.trim().is_empty() {
            wrong.push(format!("no name: {control:?}"));
        }
        if language == Language::Korean && !is_korean(name) {
            wrong.push(format!("not Korean: {role:?} {name}"));
        }
        let has_state = match role {
            Role::RadioButton | Role::CheckBox | Role::Switch => control.toggled.is_some(),
            Role::Slider => control.number.is_some(),
            _ => true,
        };
        if !has_state {
            wrong.push(format!("no state: {role:?} {name}"));
        }
        let spoken = format!("{role:?} {} {name}", control.group);
        names.entry(spoken).or_default().push(control);
    }
    for (name, same) in names.iter().filter(|(_, same)| same.len() > 1) {
        let places: Vec<_> = same.iter().map(|control| control.rect).collect();
        wrong.push(format!("{} are called {name}: {places:?}", same.len()));
    }
    wrong
}

/// Whether every word with a meaning is Korean: what is left are names, units and numbers.
fn is_korean(name: &str) -> bool {
    const NAMES: [&str; 24] = [
        "everyday",
        "GoogLeNet",
        "BN",
        "Inception",
        "MAC",
        "FLOP",
        "GFLOP",
        "px",
        "jpg",
        "png",
        "Viridis",
        "Magma",
        "Cividis",
        "Grey",
        "English",
        "rocket",
        "flower",
        "coffee",
        "china",
        "cat",
        "and",
        "dog",
        "poster",
        "motorcycle",
    ];
    let is_hangul = |letter: char| ('가'..='힣').contains(&letter);
    let mut words = name.split(|letter: char| !letter.is_alphabetic());
    name.chars().any(is_hangul) || words.all(|word| word.len() < 2 || word == "astronaut" || NAMES.contains(&word))
}
