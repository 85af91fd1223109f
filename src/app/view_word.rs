//! `--view`: what the window shows first.

use std::str::FromStr;

use crate::album;
use crate::spec::{InceptionModule, MODULES, Network, Part, Place, Topology};
use crate::state::{CARDS, Detail, Options, PanelKey, Paper, Tour, View as Shown};
use crate::ui::views::panels;

/// One view of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// A panel.
    Panel {
        /// Which one.
        key: PanelKey,
        /// The module it is of, an index into [`MODULES`]; 0 where it is of none.
        module: usize,
        /// The layer it is of, by its traced name.
        layer: Option<String>,
        /// The channel of it.
        channel: Option<usize>,
    },
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

impl View {
    /// What the window begins with: the view itself, and what of it is open or selected.
    ///
    /// # Errors
    /// The window has no such view; a sentence.
    pub fn options(self) -> Result<Options, String> {
        let plain = Options::default();
        match self {
            Self::Panel { key, module, layer, channel } => {
                // The walk is that of the 3x3 branch's reduction.
                let stage = || MODULES[module].layer_name() + Part::Conv3x3Reduce.suffix();
                let layer = if key == PanelKey::Module(Detail::Walk) { Some(stage()) } else { layer };
                let (view, detail) = key.view(module);
                // Whoever asks for the album by name sees one.
                let album = matches!(view, Shown::Album(_)).then_some(album::Place::BuiltIn);
                Ok(Options { view, detail, layer, channel, album, ..plain })
            }
            Self::Tour { stop, .. } if stop > CARDS => {
                Err(format!("The lesson has {CARDS} cards; use tour:1 to tour:{CARDS}."))
            }
            Self::Tour { stop, is_answered } => {
                let tour = if is_answered { Tour::answered(stop - 1) } else { Tour::at(stop - 1) };
                Ok(Options { tour: Some(tour), ..plain })
            }
            Self::Paper(_) => Err("The lesson on paper is no view of the window; write it with `inception-lens export IMAGE --view tour:handout --out FILE.html`.".to_owned()),
        }
    }
}

impl FromStr for View {
    type Err = String;

    /// The error says which words are valid.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (view, rest) = text.split_once(':').map_or((text, None), |(word, rest)| (word, Some(rest)));
        match (view, rest) {
            ("tour", None) => Ok(Self::Tour { stop: 1, is_answered: false }),
            ("tour", Some(rest)) => tour(rest),
            ("module", Some(rest)) => {
                let (name, word) = split(rest);
                let key = panel_of(view, &format!("{name}:"), word)?;
                let module = InceptionModule::find(name).ok_or_else(|| {
                    let names: Vec<&str> = MODULES.iter().map(|module| module.name).collect();
                    format!("no module is called {name:?}; modules: {}", names.join(" "))
                })?;
                Ok(Self::Panel { key, module, layer: None, channel: None })
            }
            // The paper's network has every name that any topology has.
            ("layer", Some(rest)) => {
                let (rest, channel) = split_channel(rest)?;
                let (name, word) = split(rest);
                let key = panel_of(view, &format!("{name}:"), word)?;
                match Network::new(Topology::PAPER, 1000).layer(name) {
                    Some(layer) => match channel.filter(|channel| *channel >= layer.output.channels()) {
                        Some(channel) => Err(format!(
                            "{name} has no channel {channel}; its channels are 0 to {}",
                            layer.output.channels() - 1
                        )),
                        None => Ok(Self::Panel { key, module: 0, layer: Some(layer.name.clone()), channel }),
                    },
                    None => Err(format!("no layer is called {name:?}; layers: {}", layer_names())),
                }
            }
            ("module" | "layer", None) => Err(unknown()),
            (view, word) => {
                let key = panel_of(view, "the colon", word)?;
                Ok(Self::Panel { key, module: 0, layer: None, channel: None })
            }
        }
    }
}

/// `4a:walk` is 4a and the walk.
fn split(text: &str) -> (&str, Option<&str>) {
    text.split_once(':').map_or((text, None), |(name, word)| (name, Some(word)))
}

/// `inception4d:looks-for:40` is `inception4d:looks-for` and channel 40.
fn split_channel(text: &str) -> Result<(&str, Option<usize>), String> {
    match text.rsplit_once(':') {
        Some((rest, number)) if rest.ends_with(":looks-for") => match number.parse() {
            Ok(channel) => Ok((rest, Some(channel))),
            Err(_) => Err(format!("after {rest}: comes the number of a channel, not {number:?}")),
        },
        Some(_) | None => Ok((text, None)),
    }
}

/// The panel of that word, the first of the view without one; the error says which words may come `after`.
fn panel_of(view: &str, after: &str, word: Option<&str>) -> Result<PanelKey, String> {
    let keys: Vec<PanelKey> = panels().map(|panel| panel.key).filter(|key| key.view_word() == view).collect();
    let named = || keys.iter().filter(|key| !key.word().is_empty());
    let first = *keys.first().ok_or_else(unknown)?;
    match word {
        None => Ok(first),
        Some(word) => named().find(|key| key.word() == word).copied().ok_or_else(|| {
            let words: Vec<&str> = named().map(|key| key.word()).collect();
            format!("after {after} comes one of {}", words.join(" "))
        }),
    }
}

/// No view is called so.
fn unknown() -> String {
    format!("views: {}", view_names())
}

/// Every view there is, as it is asked for.
fn view_names() -> String {
    let panels = panels().map(|panel| {
        let of = match panel.key {
            PanelKey::Module(_) => ":4a",
            PanelKey::Layer(_) => ":NAME",
            PanelKey::Network(_) | PanelKey::Classifiers(_) | PanelKey::Cost(_) | PanelKey::Album(_) => "",
        };
        let word = if panel.key.word().is_empty() { String::new() } else { format!(":{}", panel.key.word()) };
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

/// All layers, those of the nine modules as a rule rather than a list.
pub fn layer_names() -> String {
    let network = Network::new(Topology::PAPER, 1000);
    let others = network.layers.iter().filter(|layer| !matches!(layer.place, Place::Module { .. }));
    let others: Vec<&str> = others.map(|layer| layer.name.as_str()).collect();
    let modules: Vec<String> = MODULES.iter().map(InceptionModule::layer_name).collect();
    let parts: Vec<&str> = Part::ALL.into_iter().filter_map(|part| part.branch().map(|_| part.suffix())).collect();
    format!("{}; {}; each of these with {}", others.join(" "), modules.join(" "), parts.join(" "))
}
