//! Every control has a name, its own, in the language of the window.

use std::collections::BTreeMap;

use inception_lens::ui::text::Language;

use super::{Control, controls, places};

#[test]
fn every_control_has_a_name_of_its_own() {
    let mut wrong = Vec::new();
    for place in places() {
        let start = std::time::Instant::now();
        for language in Language::ALL {
            let mut harness = place.open(language, [1440.0, 900.0]);
            for size in [[1440.0, 900.0], [1100.0, 720.0]] {
                harness.set_size(size.into());
                harness.step();
                harness.step();
                let found = controls(&harness);
                let mut names: BTreeMap<String, Vec<Control>> = BTreeMap::new();
                for control in found {
                    if control.name.trim().is_empty() {
                        wrong.push(format!("{} {language:?}: no name {control:?}", place.name));
                    }
                    let key = format!("{:?} {}", control.role, control.name);
                    names.entry(key).or_default().push(control);
                }
                for (name, same) in names {
                    if same.len() > 1 {
                        wrong.push(format!("{} {language:?}: {} x {name}", place.name, same.len()));
                    }
                    if language == Language::Korean
                        && !name.split_once(' ').unwrap().1.chars().any(|c| ('가'..='힣').contains(&c))
                    {
                        wrong.push(format!("{}: not Korean {name}", place.name));
                    }
                }
            }
        }
        eprintln!("{} {:?}", place.name, start.elapsed());
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
