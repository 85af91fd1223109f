//! The view in every state, drawn to `target/snapshots` to be looked at beside the mock-up.

use inception_lens::app::launch::picture;
use inception_lens::state::{ClassifiersTab, Options, ThemeChoice, View};

use super::super::widgets::folder;

/// (name, window) of the sizes the design asks for.
const WINDOWS: [(&str, [f32; 2]); 3] =
    [("1440", [1440.0, 900.0]), ("1366", [1366.0, 768.0]), ("1100", [1100.0, 720.0])];

fn save(name: &str, tab: ClassifiersTab, theme: ThemeChoice, size: [f32; 2], second: bool) {
    let options = Options {
        image: Some("assets/samples/cat.png".into()),
        second: second.then(|| "assets/samples/flower.jpg".into()),
        view: View::Classifiers(tab),
        theme: Some(theme),
        ..Options::default()
    };
    let image = picture(&options, size, 1.0).unwrap();
    let file = format!("{}/classifiers-{name}.png", folder());
    image.save(file).unwrap();
}

#[test]
fn every_tab_is_drawn_to_be_looked_at() {
    for (tab, name) in
        [(ClassifiersTab::EVIDENCE, "evidence"), (ClassifiersTab::POOLING, "pooling"), (ClassifiersTab::HEADS, "heads")]
    {
        for (width, size) in WINDOWS {
            for (theme, word) in [(ThemeChoice::Dark, "dark"), (ThemeChoice::Light, "light")] {
                save(&format!("{name}-{width}-{word}"), tab, theme, size, false);
            }
        }
        let name = format!("{name}-two");
        save(&name, tab, ThemeChoice::Dark, WINDOWS[0].1, true);
    }
}
