//! `--view`: what the window shows first.

use std::str::FromStr;

use crate::app::{AlbumTab, ClassifiersTab, CostTab, Detail, PANELS, Panel, PanelKey, Paper};
use crate::spec::{InceptionModule, MODULES, Network, Part, Place, Topology};

/// One view of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The map of the whole network, the photo beside it, or the panel in which it is edited.
    Network(Detail),
    /// The four branches of `MODULES[index]`, or a closer look at them.
    Module(usize, Detail),
    /// One activation, by its traced name, or its weights.
    Layer(String, Detail),
    /// The three classifiers.
    Classifiers(ClassifiersTab),
    /// What the reductions save.
    Cost(CostTab),
    /// A folder of photos.
    Album(AlbumTab),
    /// The guided tour.
    Tour {
        /// Which card, from 1.
        stop: usize,
        /// Whether its answer is shown.
        is_answered: bool,
    },
    /// The whole lesson on paper; the window has no such view.
    Paper(Paper),
}

impl FromStr for View {
    type Err = String;

    /// The error says which words are valid.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':').map_or((text, None), |(word, rest)| (word, Some(rest))) {
            ("network", None) => Ok(Self::Network(Detail::Plain)),
            ("network", Some(word)) => one_of(Some(word), &network_details()).map(Self::Network),
            ("classifiers", tab) => one_of(tab, &classifiers_tabs()).map(Self::Classifiers),
            ("cost", tab) => one_of(tab, &cost_tabs()).map(Self::Cost),
            ("album", tab) => one_of(tab, &album_tabs()).map(Self::Album),
            ("tour", None) => Ok(Self::Tour { stop: 1, is_answered: false }),
            ("tour", Some(rest)) => tour(rest),
            ("module", Some(name)) => {
                let (name, detail) = split_detail(name, &module_details())?;
                InceptionModule::find(name).map(|module| Self::Module(module, detail)).ok_or_else(|| {
                    let names: Vec<&str> = MODULES.iter().map(|module| module.name).collect();
                    format!("no module is called {name:?}; modules: {}", names.join(" "))
                })
            }
            // The paper's network has every name that any topology has.
            ("layer", Some(name)) => {
                let (name, detail) = split_detail(name, &layer_details())?;
                match Network::new(Topology::PAPER, 1000).layer(name) {
                    Some(layer) => Ok(Self::Layer(layer.name.clone(), detail)),
                    None => Err(format!("no layer is called {name:?}; layers: {}", layer_names())),
                }
            }
            _ => Err(format!("views: {}", view_names())),
        }
    }
}

/// Every view there is, as it is asked for.
fn view_names() -> String {
    let panels = PANELS.iter().map(|panel| {
        let of = match panel.key {
            PanelKey::Module(_) => ":4a",
            PanelKey::Layer(_) => ":NAME",
            PanelKey::Network(_) | PanelKey::Classifiers(_) | PanelKey::Cost(_) | PanelKey::Album(_) => "",
        };
        let word = if panel.word.is_empty() { String::new() } else { format!(":{}", panel.word) };
        format!("{}{of}{word}", panel.key.view_word())
    });
    let panels = panels.collect::<Vec<_>>().join(", ");
    format!("{panels}, tour, tour:3, tour:3:answer; for HTML files tour:handout, tour:worksheet, tour:answers")
}

/// What follows `tour:`: a card, or the lesson on paper.
fn tour(text: &str) -> Result<View, String> {
    if let Some((_, paper)) = PAPERS.iter().find(|(word, _)| *word == text) {
        return Ok(View::Paper(*paper));
    }
    let (number, is_answered) = match text.split_once(':') {
        Some((number, "answer")) => (number, true),
        Some(_) => return Err("after tour:3: comes answer, or nothing".to_owned()),
        None => (text, false),
    };
    match number.parse() {
        Ok(stop) if stop >= 1 => Ok(View::Tour { stop, is_answered }),
        _ => Err(
            "a stop of the tour is a number from 1, like tour:3; for HTML files it is handout, worksheet or answers"
                .to_owned(),
        ),
    }
}

/// What may follow `tour:` in place of a number.
const PAPERS: [(&str, Paper); 3] =
    [("handout", Paper::Handout), ("worksheet", Paper::Worksheet), ("answers", Paper::Answers)];

/// What may follow `network:`.
fn network_details() -> Vec<(&'static str, Detail)> {
    Panel::words(|key| if let PanelKey::Network(detail) = key { Some(detail) } else { None })
}

/// What may follow `module:4a:`.
fn module_details() -> Vec<(&'static str, Detail)> {
    Panel::words(|key| if let PanelKey::Module(detail) = key { Some(detail) } else { None })
}

/// What may follow `layer:NAME:`.
fn layer_details() -> Vec<(&'static str, Detail)> {
    Panel::words(|key| if let PanelKey::Layer(detail) = key { Some(detail) } else { None })
}

/// What may follow `classifiers:`.
fn classifiers_tabs() -> Vec<(&'static str, ClassifiersTab)> {
    Panel::words(|key| if let PanelKey::Classifiers(tab) = key { Some(tab) } else { None })
}

/// What may follow `cost:`.
fn cost_tabs() -> Vec<(&'static str, CostTab)> {
    Panel::words(|key| if let PanelKey::Cost(tab) = key { Some(tab) } else { None })
}

/// What may follow `album:`.
fn album_tabs() -> Vec<(&'static str, AlbumTab)> {
    Panel::words(|key| if let PanelKey::Album(tab) = key { Some(tab) } else { None })
}

/// The tab of that word, the first without one; the error says which words there are.
fn one_of<T: Copy + Default>(word: Option<&str>, tabs: &[(&str, T)]) -> Result<T, String> {
    let Some(word) = word else {
        return Ok(T::default());
    };
    let found = tabs.iter().find(|(tab, _)| *tab == word);
    found.map(|(_, tab)| *tab).ok_or_else(|| {
        let words: Vec<&str> = tabs.iter().map(|(tab, _)| *tab).collect();
        format!("after the colon comes one of {}", words.join(" "))
    })
}

/// `4a:walk` is 4a and the walk; the error says which words may follow.
fn split_detail<'a>(text: &'a str, details: &[(&str, Detail)]) -> Result<(&'a str, Detail), String> {
    let Some((name, word)) = text.split_once(':') else {
        return Ok((text, Detail::Plain));
    };
    let found = details.iter().find(|(detail, _)| *detail == word);
    found.map(|(_, detail)| (name, *detail)).ok_or_else(|| {
        let words: Vec<&str> = details.iter().map(|(detail, _)| *detail).collect();
        format!("after {name}: comes one of {}", words.join(" "))
    })
}

/// All layers, those of the nine modules as a rule rather than a list.
pub(super) fn layer_names() -> String {
    let network = Network::new(Topology::PAPER, 1000);
    let others = network.layers.iter().filter(|layer| !matches!(layer.place, Place::Module { .. }));
    let others: Vec<&str> = others.map(|layer| layer.name.as_str()).collect();
    let modules: Vec<String> = MODULES.iter().map(InceptionModule::layer_name).collect();
    let parts: Vec<&str> = Part::ALL.into_iter().filter_map(|part| part.branch().map(|_| part.suffix())).collect();
    format!("{}; {}; each of these with {}", others.join(" "), modules.join(" "), parts.join(" "))
}
