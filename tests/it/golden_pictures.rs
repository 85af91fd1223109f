//! Golden pictures: every panel as it was last looked at, dark in English and light in Korean; and those before which a class
//! sits, at the sizes of common screens ([`sizes`]).
//!
//! `tests/golden/*.png` hold them at half size in 256 colours.  `UPDATE_SNAPSHOTS=1 cargo test --release golden_pictures` writes
//! them anew: look at each that changed before it is committed.  Where a picture differs, what is drawn now and where it differs
//! are left in `target/golden-differences`.

mod compare;
mod sizes;

use std::path::{Path, PathBuf};
use std::process::Command;

use image::RgbImage;
use inception_lens::app::PanelKey;
use inception_lens::ui::views::panels;

use crate::small_album::small_album;
use compare::{MAY_DIFFER, differences, encode};

/// What each picture shows, in the words of the command line; a panel that none of them shows is drawn as it is.
const CHOSEN: [&str; 76] = [
    "",
    "cat.png --view network",
    "cat.png --view network --modules naive",
    "cat.png --view network --compare flower.jpg",
    "--live ../../tests/fixtures/live/moving.gif --frames 6 --view network",
    "cat.png --view network:edit",
    "cat.png --view network:occlusion",
    "cat.png --view network:keys",
    "cat.png --view module:4a",
    "cat.png --view module:4a --modules naive",
    "cat.png --view module:3a --modules factorised",
    "cat.png --view module:5b",
    "cat.png --view module:4a --compare flower.jpg",
    "cat.png --view module:4a:side-by-side",
    "cat.png --view module:4a:walk",
    "cat.png --view module:4a:odd-kernels",
    "cat.png --view module:3a:receptive-fields",
    "cat.png --view layer:conv1",
    "cat.png --view layer:conv1:kernels",
    "cat.png --view layer:inception3b.branch2.1",
    "cat.png --view layer:inception3b.branch2.1:kernels",
    "cat.png --view layer:inception4e --compare flower.jpg",
    "cat.png --view layer:fc",
    "cat.png --view layer:inception3a.branch3.1:looks-for:3",
    "cat.png --view layer:inception3a.branch3.1:looks-for:3 --present=2",
    "cat.png --view layer:inception3b:dream",
    "cat.png --view layer:inception3a.branch3.0:rebuild",
    "cat.png --view classifiers",
    "cat-and-dog.jpg --view classifiers --class cat --minus dog",
    "cat.png --view classifiers --compare flower.jpg",
    "cat.png --view classifiers:pooling",
    "cat.png --view classifiers:heads",
    "cat.png --view classifiers:heads --true-label cat",
    "cat.png --view classifiers:gradients",
    "cat.png --view cost",
    "cat.png --view cost --modules naive",
    "cat.png --view cost:layers",
    "cat.png --view cost:roofline",
    "cat.png --view cost:lineage",
    "cat.png --view cost:networks --with random",
    "cat.png --view network --with random",
    "cat.png --view album:photos",
    "cat.png --view album:answers",
    "cat.png --view album:map",
    "cat.png --view album:teach",
    "cat.png --view album:teach --present=1",
    "cat.png --view album:teach --present=2",
    "cat.png --view tour:1",
    "cat.png --view tour:1:answer",
    "cat.png --view tour:2",
    "cat.png --view tour:2:answer",
    "cat.png --view tour:3",
    "cat.png --view tour:3:answer",
    "cat.png --view tour:4",
    "cat.png --view tour:4:answer",
    "cat.png --view tour:5",
    "cat.png --view tour:5:answer",
    "cat.png --view tour:6",
    "cat.png --view tour:6:answer",
    "cat.png --view tour:7",
    "cat.png --view tour:7:answer",
    "cat.png --view tour:8",
    "cat.png --view tour:8:answer",
    "cat.png --view tour:9",
    "cat.png --view tour:9:answer",
    "cat.png --view tour:10",
    "cat.png --view tour:10:answer",
    "cat.png --view network --present=1",
    "cat.png --view network --present=2",
    "cat.png --view module:4a --present=1",
    "cat.png --view module:4a --present=2",
    "cat.png --view layer:inception3b.branch2.1 --present=1",
    "cat.png --view classifiers --present=1",
    "cat.png --view classifiers --present=2",
    "cat.png --view cost --present=1",
    "cat.png --view album:answers --present=1",
];

/// Those pictures, and one of every other panel of the list.
fn pictures() -> Vec<String> {
    let chosen: Vec<String> = CHOSEN.map(str::to_owned).into();
    let views: Vec<&str> =
        CHOSEN.iter().filter_map(|picture| picture.split("--view ").nth(1)?.split(' ').next()).collect();
    let mut last = "";
    let others = panels().filter_map(|panel| {
        let (view, word) = (panel.key.view_word(), panel.key.word());
        // A view without a word is its first tab.
        let is_first = std::mem::replace(&mut last, view) != view;
        let shows = |shown: &&str| {
            let is_named = !word.is_empty() && shown.split(':').skip(1).any(|part| part == word);
            shown.split(':').next() == Some(view) && (is_named || is_first)
        };
        let of = match panel.key {
            PanelKey::Module(_) => ":4a",
            PanelKey::Layer(_) => ":inception4a",
            PanelKey::Network(_) | PanelKey::Classifiers(_) | PanelKey::Cost(_) | PanelKey::Album(_) => "",
        };
        (!views.iter().any(shows)).then(|| format!("cat.png --view {view}{of}:{word}"))
    });
    let others: Vec<String> = others.collect();
    chosen.into_iter().chain(others).collect()
}

/// How each panel is drawn: the end of the file's name, and what the command line says.
const LOOKS: [(&str, &str); 2] = [("dark-en", "--theme dark --lang en"), ("light-ko", "--theme light --lang ko")];

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// `cat.png --view module:4a --modules naive` as a file's name: `cat-module-4a-modules-naive`.
fn file_name(panel: &str, look: &str) -> String {
    let words = panel.replace("--view ", "").replace(".png", "").replace(".jpg", "");
    let parts = words.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty());
    let name = parts.chain([look]).collect::<Vec<_>>().join("-");
    format!("{name}.png")
}

/// What `inception-lens PANEL LOOK --screenshot` draws at half size, where every measured time is one millisecond.
fn draw(panel: &str, look: &str) -> RgbImage {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("panel.png");
    let output = Command::new(env!("CARGO_BIN_EXE_inception-lens"))
        .args(panel.split_whitespace())
        .args(look.split_whitespace())
        .args(["--scale", "0.5", "--folder"])
        .arg(small_album())
        .args(taught(panel))
        .arg("--screenshot")
        .arg(&out)
        .current_dir(root("assets/samples"))
        .env("INCEPTION_LENS_CLOCK", "fixed")
        // Every processor has these, so that every digit is the same everywhere.
        .env("INCEPTION_LENS_INSTRUCTIONS", "scalar")
        // What the album keeps is a picture's own: two programs cannot run the same album at once.
        .env("XDG_CACHE_HOME", folder.path())
        // Pictures and dreams of one step.
        .env("INCEPTION_LENS_STEPS", "1")
        // The views say how many threads there are.
        .env("RAYON_NUM_THREADS", "2")
        .output()
        .unwrap();
    assert!(output.status.success(), "{panel}: {}", String::from_utf8_lossy(&output.stderr));
    image::open(out).unwrap().into_rgb8()
}

/// The album's folders as trays, where trays are shown.
fn taught(panel: &str) -> Vec<std::ffi::OsString> {
    match panel.contains("album:teach") {
        true => vec!["--teach".into(), small_album().into()],
        false => Vec::new(),
    }
}

/// What is wrong with a picture, if anything; updates it where that is asked for.
fn check(panel: &str, look: (&str, &str)) -> Option<String> {
    compare::check(&file_name(panel, look.0), &draw(panel, look.1))
}

fn check_all(look: (&str, &str)) {
    let wrong: Vec<String> = pictures().iter().filter_map(|picture| check(picture, look)).collect();
    assert!(
        wrong.is_empty(),
        "{}\nlook at target/golden-differences; UPDATE_SNAPSHOTS=1 takes the new pictures",
        wrong.join("\n")
    );
}

#[test]
fn every_panel_is_drawn_as_before_dark_in_english() {
    check_all(LOOKS[0]);
}

#[test]
fn every_panel_is_drawn_as_before_light_in_korean() {
    check_all(LOOKS[1]);
}

#[test]
fn a_golden_picture_finds_what_moved() {
    let look = LOOKS[0].1;
    let golden = image::load_from_memory(&encode(&draw("cat.png --view cost:lineage", look))).unwrap().into_rgb8();
    let same = differences(&golden, &draw("cat.png --view cost:lineage", look)).0;
    let other = differences(&golden, &draw("flower.jpg --view cost:layers", look)).0;
    let allowed = (MAY_DIFFER * f64::from(golden.width() * golden.height())) as usize;
    assert!(same <= allowed && other > 10 * allowed, "{same} {other}");
}

#[test]
fn golden_pictures_belong_to_a_panel_and_stay_small() {
    let of_panels = pictures().into_iter().flat_map(|picture| LOOKS.map(|(look, _)| file_name(&picture, look)));
    let names: Vec<String> = of_panels.chain(sizes::file_names()).collect();
    let mut total = 0;
    for entry in std::fs::read_dir(root("tests/golden")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        assert!(names.contains(&name), "no panel draws {name}");
        total += entry.metadata().unwrap().len();
    }
    assert!(total < 16_000_000, "{total} bytes of golden pictures");
}
