//! Not comparisons: pictures to look at, in `target/snapshots`.

use inception_lens::spec::Modules;
use inception_lens::state::{Comparison, Options, ThemeChoice, View};

use super::{choose, sized};

#[test]
fn every_view_is_drawn_with_both_photos() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/snapshots/compare");
    std::fs::create_dir_all(&folder).unwrap();
    let views = [
        ("network", View::Network, "inception4c"),
        ("module", View::Module(2), "inception4a.branch2.1"),
        ("layer", View::Layer, "inception3b.branch2.1"),
        ("vector", View::Layer, "fc"),
        ("vector-long", View::Layer, "avgpool"),
    ];
    let sizes = [
        ([1440.0, 900.0], ThemeChoice::Dark),
        ([1440.0, 900.0], ThemeChoice::Light),
        ([1366.0, 768.0], ThemeChoice::Dark),
        ([1100.0, 720.0], ThemeChoice::Dark),
    ];
    for (size, theme) in sizes {
        for (name, view, layer) in views {
            let options =
                Options { view, layer: Some(layer.to_owned()), theme: Some(theme), still: true, ..Default::default() };
            let mut harness = sized(options, size);
            for comparison in Comparison::ALL {
                choose(&mut harness, comparison);
                let [width, _] = size;
                let file = format!("{name}-{comparison:?}-{width}-{theme:?}.png");
                let picture = harness.render().unwrap();
                picture.save(folder.join(file)).unwrap();
            }
        }
    }
    let options = Options { view: View::Module(2), modules: Modules::Naive, still: true, ..Default::default() };
    let mut harness = sized(options, [1440.0, 900.0]);
    let picture = harness.render().unwrap();
    picture.save(folder.join("module-naive.png")).unwrap();
    assert_eq!(picture.dimensions(), (1440, 900));
}
