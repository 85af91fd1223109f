//! Pictures to look at, in `target/snapshots`; nothing is compared.

use inception_lens::locale::text::Language;
use inception_lens::state::{Options, Pace, ThemeChoice};

use super::pane;
use crate::app::{open_sized, settle};

#[test]
fn every_size_language_and_theme_is_drawn() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots");
    std::fs::create_dir_all(&folder).unwrap();
    let looks = [
        ([1440.0, 900.0], Language::English, ThemeChoice::Dark),
        ([1100.0, 720.0], Language::Korean, ThemeChoice::Light),
    ];
    for (size, language, theme) in looks {
        let options = Options {
            language: Some(language),
            theme: Some(theme),
            pace: Pace::short(1),
            ..pane("inception3a.branch3.1")
        };
        let mut harness = open_sized(options, size);
        settle(&mut harness);
        let picture = harness.render().unwrap();
        let width = size[0];
        picture.save(folder.join(format!("looks-for-{width}-{language:?}.png"))).unwrap();
    }
}
