//! Golden pictures: every panel as it was last looked at, dark in English and light in Korean; and those before which a class
//! sits, at the sizes of common screens ([`sizes`]).
//!
//! `tests/golden/*.png` hold them at half size in 256 colours.  `UPDATE_SNAPSHOTS=1 cargo test --release golden_pictures` writes
//! them anew: look at each that changed before it is committed.  Where a picture differs, what is drawn now and where it differs
//! are left in `target/golden-differences`.

mod compare;
mod menus;
mod sizes;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::Parser as _;
use image::RgbImage;
use inception_lens::app::launch;
use inception_lens::cli;
use inception_lens::cli::arguments::CommandLine;
use inception_lens::locale::text::Language;
use inception_lens::state::{Options, PanelKey, ThemeChoice};
use inception_lens::ui::views::panels;

use crate::small_album::small_album;
use compare::{MAY_DIFFER, differences};

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

/// How each panel is drawn: the end of the file's name, language and theme.
const LOOKS: [(&str, Language, ThemeChoice); 2] =
    [("dark-en", Language::English, ThemeChoice::Dark), ("light-ko", Language::Korean, ThemeChoice::Light)];

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

/// A process in which every measured time is one millisecond and digits do not depend on the processor: clock and instructions
/// are one a process.
fn fixed(program: impl AsRef<OsStr>, cache: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(root("assets/samples"))
        .env("INCEPTION_LENS_CLOCK", "fixed")
        // Every x86 processor since 2013 has these, so that every digit is the same on each.  (Elsewhere what has seven digits,
        // and the map of the album, may differ.)
        .env("INCEPTION_LENS_INSTRUCTIONS", "avx2")
        .env("XDG_CACHE_HOME", cache)
        // Pictures and dreams of one step.
        .env("INCEPTION_LENS_STEPS", "1")
        // The views say how many threads there are.
        .env("RAYON_NUM_THREADS", "2");
    command
}

/// Set in the process that draws.
const DRAWS: &str = "INCEPTION_LENS_TEST_DRAWS";

/// Runs `draw` in a fixed process of its own: the test of that name in the program of the tests; it returns what is wrong.
fn in_a_fixed_process(test: &str, draw: impl FnOnce() -> Vec<String>) {
    let is_drawing = std::env::var_os(DRAWS).is_some();
    if !is_drawing {
        let cache = tempfile::tempdir().unwrap();
        let test = format!("golden_pictures::{test}");
        let mut command = fixed(std::env::current_exe().unwrap(), cache.path());
        let output = command.args([&test, "--exact", "--nocapture"]).env(DRAWS, "1").output().unwrap();
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        assert!(output.status.success() && said.contains("1 passed"), "{said}");
        return;
    }
    let wrong = draw();
    assert!(
        wrong.is_empty(),
        "{}\nlook at target/golden-differences; UPDATE_SNAPSHOTS=1 takes the new pictures",
        wrong.join("\n")
    );
}

/// Those words as the program is given them.
fn words(panel: &str) -> Vec<OsString> {
    let mut words: Vec<OsString> = panel.split_whitespace().map(OsString::from).collect();
    words.extend(["--folder".into(), small_album().into()]);
    // The album's folders are trays, where trays are shown.
    if panel.contains("album:teach") {
        words.extend(["--teach".into(), small_album().into()]);
    }
    words
}

/// What is wrong with the pictures of a panel, if anything: one run, drawn in both looks at half size.
fn check(panel: &str) -> Vec<String> {
    // What the album keeps is a picture's own: a second run says that it reads what the first one kept.
    let cache = tempfile::tempdir().unwrap();
    // A moving source wants to be told that nobody sits before the window.
    let all =
        [OsString::from("inception-lens")].into_iter().chain(words(panel)).chain(["--screenshot".into(), "x".into()]);
    let asked = CommandLine::parse_from(all);
    let begun = cli::window_options(asked.window).unwrap();
    let options = Options { album_cache: Some(cache.path().to_owned()), ..begun };
    let looks = LOOKS.map(|(_, language, theme)| (language, theme));
    let pictures =
        launch::looks(&options, launch::WINDOW, 0.5, &looks).unwrap_or_else(|error| panic!("{panel}: {error}"));
    let of_looks = LOOKS.into_iter().zip(pictures);
    let checked = of_looks.map(|((look, ..), picture)| {
        compare::check(&file_name(panel, look), &image::DynamicImage::from(picture).into_rgb8())
    });
    checked.flatten().collect()
}

#[test]
fn every_other_panel_is_drawn_as_before() {
    in_a_fixed_process("every_other_panel_is_drawn_as_before", || {
        pictures().iter().step_by(2).flat_map(|p| check(p)).collect()
    });
}

#[test]
fn and_so_are_those_between() {
    in_a_fixed_process("and_so_are_those_between", || {
        pictures().iter().skip(1).step_by(2).flat_map(|panel| check(panel)).collect()
    });
}

/// What the program itself draws in the first look.
fn drawn(panel: &str) -> RgbImage {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("panel.png");
    let mut program = fixed(env!("CARGO_BIN_EXE_inception-lens"), folder.path());
    let look = ["--theme", "dark", "--lang", "en", "--scale", "0.5", "--screenshot"];
    let output = program.args(words(panel)).args(look).arg(&out).output().unwrap();
    assert!(output.status.success(), "{panel}: {}", String::from_utf8_lossy(&output.stderr));
    image::open(out).unwrap().into_rgb8()
}

#[test]
fn a_golden_picture_is_what_the_program_draws_and_finds_what_moved() {
    let panel = "cat.png --view cost:lineage";
    let golden = root("tests/golden").join(file_name(panel, LOOKS[0].0));
    let golden = image::open(golden).unwrap().into_rgb8();
    let same = differences(&golden, &drawn(panel)).0;
    let other = differences(&golden, &drawn("flower.jpg --view cost:layers")).0;
    let allowed = (MAY_DIFFER * f64::from(golden.width() * golden.height())) as usize;
    assert!(same <= allowed && other > 10 * allowed, "{same} {other}");
}

#[test]
fn golden_pictures_belong_to_a_panel_and_stay_small() {
    let of_panels = pictures().into_iter().flat_map(|picture| LOOKS.map(|(look, ..)| file_name(&picture, look)));
    let names: Vec<String> = of_panels.chain(sizes::file_names()).chain(menus::file_names()).collect();
    let mut total = 0;
    for entry in std::fs::read_dir(root("tests/golden")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        assert!(names.contains(&name), "no panel draws {name}");
        total += entry.metadata().unwrap().len();
    }
    assert!(total < 16_000_000, "{total} bytes of golden pictures");
}
