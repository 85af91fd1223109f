//! Every state of the window that has to have room.

use std::sync::LazyLock;

use egui::{Key, Modifiers};
use inception_lens::album::Place;
use inception_lens::spec::Modules;
use inception_lens::state::{
    AlbumTab, CARDS, ClassifiersTab, CostTab, Detail, LiveSource, Options, OtherWeights, Pace, Tour, View,
};

use crate::app::sample;
use crate::small_album::small_album;
use crate::stage::Stage;

/// A state of the window.
pub struct State {
    /// For messages, and files.
    pub name: String,
    options: Options,
    /// Whether it is a card of the lesson, which chooses the panel before a class itself.
    is_card: bool,
    /// Keys of words that are clicked where they are written, one after the other.
    clicks: &'static [&'static str],
}

impl State {
    fn new((name, options): (String, Options), is_card: bool) -> Self {
        let clicks: &[&str] = match name.rsplit('-').next() {
            // In a wide window there is no tab: both have room.
            Some("cell") => &["layer-tab-cell"],
            Some("slide") => &["layer-tab-cell", "layer-slide"],
            Some("random") => &["exercise-random"],
            Some("own") => &["exercise-own"],
            _ => &[],
        };
        Self { name, options, is_card, clicks }
    }

    /// Whether it is a card of the lesson.
    pub fn is_card(&self) -> bool {
        self.is_card
    }

    /// The window in that state.
    pub fn stage(&self, size: [f32; 2]) -> Stage {
        Stage::new(self.options.clone(), size)
    }

    /// Before a class a card shows the panel it is about.
    pub fn return_to_card(&self, stage: &mut Stage) {
        if self.is_card {
            stage.press(Key::R, Modifiers::NONE);
        }
    }

    /// Calls back with the name of each part that is seen at once: one on a desk, several before a class.
    pub fn each(&self, stage: &mut Stage, mut look: impl FnMut(&str, &mut Stage)) {
        if self.is_card || !stage.state().projector.is_on {
            self.click(stage);
            look(&self.name, stage);
            return;
        }
        let parts = inception_lens::ui::views::panel_on_screen(stage.state()).parts.len();
        for part in 1..=parts {
            self.click(stage);
            look(&format!("{}-{part}", self.name), stage);
            stage.press(Key::Space, Modifiers::NONE);
        }
    }

    fn click(&self, stage: &mut Stage) {
        for key in self.clicks {
            stage.click_words(&inception_lens::locale::text::tr(key));
        }
        // On the map of the album the arrows select a photo, which then has its card.
        if self.name.ends_with("map-card") && stage.state().album.choices.selected.is_none() {
            stage.press(Key::ArrowDown, Modifiers::SHIFT);
        }
    }
}

/// Every panel and every card of the lesson; where all are wanted, with two photos, other questions and footnotes too.
pub fn states(all: bool) -> Vec<State> {
    let others = if all { others() } else { cells() };
    let views = views().into_iter().chain(others).map(|place| State::new(place, false));
    let live = LiveSource::File(crate::live::fixture("moving.gif"));
    let live = Options { live: Some(live), frames: Some(3), ..base() };
    let live = [("network-live", View::Network), ("layer-live", View::Layer)]
        .map(|(name, view)| State::new((name.to_owned(), Options { view, ..live.clone() }), false));
    let views = views.chain(live);
    views.chain(cards(all).into_iter().map(|place| State::new(place, true))).collect()
}

/// What one state has found out about the album serves the others.
static CACHE: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());

fn base() -> Options {
    Options {
        album: Some(Place::Folder(small_album().into())),
        album_cache: Some(CACHE.path().to_owned()),
        ..Default::default()
    }
}

/// Two networks beside each other, with the album through both.
fn networks(view: View) -> Options {
    Options { view, image: sample("cat.png"), with: Some(OtherWeights::Random), pace: Pace::short(2), ..base() }
}

fn views() -> Vec<(String, Options)> {
    // The sheet of keys lies over everything else.
    let panels = crate::panels::views().into_iter().filter(|(_, _, detail)| *detail != Detail::Keys);
    let views = panels.map(|(name, view, detail)| {
        let layer = match (view, detail) {
            (View::Layer, Detail::LooksFor) => Some("inception3a.branch3.1"),
            (View::Layer, Detail::Dream) => Some("inception3b"),
            (View::Layer, _) => Some("inception4a.branch2.1"),
            (View::Module(_), Detail::Walk) => Some("inception4a.branch2.0"),
            _ => None,
        };
        let layer = layer.map(str::to_owned);
        let channel = (detail == Detail::LooksFor).then_some(3);
        (name.replace(':', "-").trim_end_matches('-').to_owned(), Options { view, detail, layer, channel, ..base() })
    });
    views.collect()
}

fn layer(name: &str) -> Options {
    Options { view: View::Layer, layer: Some(name.to_owned()), ..base() }
}

/// One number, of each kind of layer; what is asked for by a click.
fn cells() -> Vec<(String, Options)> {
    vec![
        ("layer-conv-cell".to_owned(), layer("inception4a.branch2.1")),
        ("layer-reduce-cell".to_owned(), layer("inception4a.branch2.0")),
        ("layer-pool-cell".to_owned(), layer("inception4a.branch4.0")),
        ("layer-conv-slide".to_owned(), layer("inception4a.branch2.1")),
        ("cost-exercises-random".to_owned(), Options { view: View::Cost(CostTab::EXERCISES), ..base() }),
        ("cost-exercises-own".to_owned(), Options { view: View::Cost(CostTab::EXERCISES), ..base() }),
        (
            "album-teach-taught".to_owned(),
            Options { view: View::Album(AlbumTab::Teach), teach: Some(small_album().to_path_buf()), ..base() },
        ),
        ("album-map-card".to_owned(), Options { view: View::Album(AlbumTab::Map), ..base() }),
    ]
}

fn others() -> Vec<(String, Options)> {
    let second = sample("flower.jpg");
    let mut others = vec![
        ("network-naive".to_owned(), Options { modules: Modules::Naive, ..base() }),
        ("network-two".to_owned(), Options { second: second.clone(), ..base() }),
        ("module-naive".to_owned(), Options { view: View::Module(2), modules: Modules::Naive, ..base() }),
        ("module-two".to_owned(), Options { view: View::Module(2), second: second.clone(), ..base() }),
        ("network-networks".to_owned(), networks(View::Network)),
        ("cost-networks-two".to_owned(), networks(View::Cost(CostTab::NETWORKS))),
        ("classifiers-networks".to_owned(), networks(View::Classifiers(ClassifiersTab::EVIDENCE))),
        ("module-5b".to_owned(), Options { view: View::Module(8), ..base() }),
        ("layer-conv1".to_owned(), layer("conv1")),
        ("layer-fc".to_owned(), layer("fc")),
        ("layer-4e-two".to_owned(), Options { second: second.clone(), ..layer("inception4e") }),
    ];
    others.extend(cells());
    for (name, view, _) in crate::panels::views() {
        let name = name.replace(':', "-");
        match view {
            View::Classifiers(_) => {
                others.push((format!("{name}-two"), Options { view, second: second.clone(), ..base() }));
                let asked = Options { true_label: Some("dog".into()), minus: Some("dog".into()), ..base() };
                others.push((format!("{name}-asked"), Options { view, ..asked }));
            }
            View::Cost(_) => {
                others.push((format!("{name}-naive"), Options { view, modules: Modules::Naive, ..base() }))
            }
            View::Network | View::Module(_) | View::Layer | View::Album(_) => {}
        }
    }
    others
}

fn cards(all: bool) -> Vec<(String, Options)> {
    let mut cards = Vec::new();
    for card in 0..CARDS {
        let mut tour = Some(Tour::at(card));
        while let Some(at) = tour.filter(|tour| tour.card == card) {
            let next = at.next();
            let is_between = at.step > 0 && next.is_some_and(|next| next.card == card);
            if is_between && !all {
                tour = next;
                continue;
            }
            let noted = Tour { shows_note: true, ..at };
            for (tour, note) in [(at, ""), (noted, "-note")].into_iter().take(if all { 2 } else { 1 }) {
                let name = format!("card-{}-{}{note}", card + 1, at.step);
                cards.push((name, Options { tour: Some(tour), ..base() }));
            }
            tour = at.next();
        }
    }
    cards
}
