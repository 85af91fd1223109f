//! Every place of the app that has controls of its own.

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use inception_lens::app::App;
use inception_lens::locale::text::{Language, tr};
use inception_lens::spec::Modules;
use inception_lens::state::{CARDS, ClassifiersTab, Command, Detail, Options, Pace, Tour, View};

use crate::app::{drop_file, open_sized, sample, settle};
use crate::small_album::small_album;

/// A place, and how to get there.
pub struct Place {
    /// For messages.
    pub name: String,
    /// Whether it lies over everything else and keeps the focus.
    pub is_modal: bool,
    /// Whether a menu hangs in the middle of things.
    pub has_menu: bool,
    options: Options,
    /// What is done there first.
    then: fn(&mut Harness<'static, App>),
    /// Whether anything is; the focus may be there then.
    pub has_steps: bool,
}

impl Place {
    fn new(name: impl Into<String>, options: Options) -> Self {
        Self { name: name.into(), is_modal: false, has_menu: false, options, then: |_| {}, has_steps: false }
    }

    fn menu(mut self, then: fn(&mut Harness<'static, App>)) -> Self {
        self.has_menu = true;
        self.then(then)
    }

    fn then(mut self, then: fn(&mut Harness<'static, App>)) -> Self {
        self.then = then;
        self.has_steps = true;
        self
    }

    /// Goes there.
    pub fn open(&self, language: Language, size: [f32; 2]) -> Harness<'static, App> {
        let options = Options { language: Some(language), ..self.options.clone() };
        let mut harness = open_sized(options, size);
        (self.then)(&mut harness);
        settle(&mut harness);
        harness
    }

    /// The same place in another language: what hangs open has closed meanwhile, so it is gone to anew.
    pub fn turn(&self, harness: &mut Harness<'static, App>, language: Language, size: [f32; 2]) {
        if self.has_steps {
            *harness = self.open(language, size);
            return;
        }
        harness.state_mut().apply(Command::SetLanguage(language), 0.0);
        settle(harness);
    }
}

fn cat() -> Options {
    Options { image: sample("cat.png"), pace: Pace::short(1), ..Default::default() }
}

fn layer(name: &str) -> Options {
    Options { view: View::Layer, layer: Some(name.to_owned()), ..cat() }
}

fn evidence() -> Options {
    Options { view: View::Classifiers(ClassifiersTab::EVIDENCE), ..cat() }
}

/// All of them.
pub fn places() -> Vec<Place> {
    let mut places = views();
    places.extend(details());
    places.extend(two_photos());
    places.extend(menus());
    places.extend(lesson());
    places.push(Place::new("empty window", Options::default()));
    places.push(Place::new("network, closer", cat()).then(|harness| {
        for _ in 0..4 {
            harness.key_press(egui::Key::Plus);
            harness.step();
        }
    }));
    places.push(Place::new("one channel", layer("inception4a")).then(|harness| harness.key_press(egui::Key::Enter)));
    places.push(Place::new("message", cat()).then(|harness| drop_file(harness, "nowhere.jpg".into())));
    places
}

fn views() -> Vec<Place> {
    let mut places = vec![Place::new("module at a stage", Options { view: View::Module(8), ..cat() })];
    places.extend(crate::panels::views().into_iter().map(|(name, view, detail)| {
        let place = Place::new(name, Options { view, detail, ..cat() });
        Place { is_modal: detail == Detail::Keys, ..place }
    }));
    places.extend(
        ["conv1", "pool1", "inception4a", "inception4a.branch2.1", "fc"]
            .map(|name| Place::new(format!("layer {name}"), layer(name))),
    );
    places
}

fn details() -> Vec<Place> {
    let naive = Options { view: View::Module(2), modules: Modules::Naive, ..cat() };
    let kernels = Options { detail: Detail::Kernels, ..layer("inception4a.branch2.1") };
    vec![Place::new("naive module", naive), Place::new("kernels", kernels)]
}

fn two_photos() -> Vec<Place> {
    let views = [
        ("network", View::Network),
        ("module", View::Module(2)),
        ("layer", View::Layer),
        ("evidence", View::Classifiers(ClassifiersTab::EVIDENCE)),
        ("pooling", View::Classifiers(ClassifiersTab::POOLING)),
    ];
    views
        .into_iter()
        .map(|(name, view)| {
            let options =
                Options { view, second: sample("flower.jpg"), layer: Some("inception4a".to_owned()), ..cat() };
            Place::new(format!("{name} of two photos"), options)
        })
        .collect()
}

/// Clicks the button whose name begins or ends like that.
fn click(harness: &mut Harness<'static, App>, name: &str) {
    let is_meant = |label: &str| label.starts_with(name) || label.ends_with(name);
    harness
        .get_all_by_role(Role::Button)
        .find(|button| button.accesskit_node().label().is_some_and(|label| is_meant(&label)))
        .unwrap()
        .click();
    settle(harness);
}

fn menus() -> Vec<Place> {
    vec![
        Place::new("samples", cat()).menu(|harness| click(harness, &tr("samples"))),
        Place::new("compare", cat()).menu(|harness| click(harness, &tr("compare"))),
        Place::new("weights", cat()).menu(|harness| click(harness, &format!("{} · ", crate::defaults::name()))),
        Place::new("settings", cat()).menu(|harness| click(harness, &tr("settings"))),
        Place::new("classes", evidence()).menu(|harness| click(harness, &tr("classifiers-class"))),
        Place::new("list of layers", layer("inception4a"))
            .then(|harness| click(harness, tr("layer-list").split_once('}').unwrap().1)),
        Place::new("search", cat()).then(|harness| {
            harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
        }),
    ]
}

fn lesson() -> Vec<Place> {
    let at = |name: String, tour| {
        let album = Some(inception_lens::album::Place::Folder(small_album().into()));
        let album_cache = Some(tempfile::tempdir().unwrap().keep());
        let options = Options { tour: Some(tour), album, album_cache, ..cat() };
        Place::new(name, options)
    };
    (0..CARDS)
        .flat_map(|card| {
            [
                at(format!("card {}", card + 1), Tour::at(card)),
                at(format!("card {}, answered", card + 1), Tour::answered(card)),
            ]
        })
        .collect()
}
