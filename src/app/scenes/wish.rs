//! What a line asks for, in the program's own terms; what in it nobody understands is named.

use super::edits;
use crate::engine::Switch;
use crate::imaging::edit::Edits;
use crate::locale::text::Language;
use crate::spec::{InceptionModule, MODULES, Modules, Network, Part, Place, Topology};
use crate::state::{CARDS, Detail, Key, Link, PanelKey, Sample, ThemeChoice, Tour};
use crate::ui::views::{panel, panels};

/// What a line asks for; what it does not say is as it is at first.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Wish {
    /// The panel.
    pub panel: Option<PanelKey>,
    /// The module, an index into [`MODULES`].
    pub module: Option<usize>,
    /// A card of the lesson.
    pub tour: Option<Tour>,
    /// Which part of the panel a class sees, from 0.
    pub part: Option<usize>,
    /// A sample, by its place in the gallery.
    pub sample: Option<usize>,
    /// What is done to the photo.
    pub edits: Edits,
    /// Whether the editor is open beside the view.
    pub opens_editor: bool,
    /// The language.
    pub language: Option<Language>,
    /// Dark or light.
    pub theme: Option<ThemeChoice>,
    /// Reduced or naive.
    pub modules: Modules,
    /// What only a network can tell whether it has it.
    pub of_network: OfNetwork,
}

/// What depends on the network in use.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::app) struct OfNetwork {
    /// The selected layer.
    pub layer: Option<String>,
    /// Its channel.
    pub channel: Option<usize>,
    /// Row and column of a cell.
    pub cell: Option<(usize, usize)>,
    /// The class that is explained, and the one it is held against.
    pub classes: [Option<String>; 2],
    /// What is switched off.
    pub off: Vec<Switch>,
}

/// Reads a line, and notes what in it has no meaning.
pub(super) struct Reader<'a> {
    link: &'a Link,
    /// `key=value` of what was not understood.
    pub unknown: Vec<String>,
}

impl<'a> Reader<'a> {
    /// Reads this line.
    pub fn new(link: &'a Link) -> Self {
        Self { link, unknown: Vec::new() }
    }

    /// What is said under a key, if it means something.
    fn read<T>(&mut self, key: Key, meaning: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let said = self.link.get(key)?;
        let found = meaning(said);
        if found.is_none() {
            self.not_understood(key, said);
        }
        found
    }

    fn not_understood(&mut self, key: Key, said: &str) {
        self.unknown.push(format!("{}={said}", key.word()));
    }

    /// All that the line asks for.
    pub fn wish(&mut self, gallery: &[Sample]) -> Wish {
        let panel_key = self.panel();
        let layer = self.read(Key::Layer, |name| {
            // The paper's network has every name that any topology has.
            Some(Network::new(Topology::PAPER, 1000).layer(name)?.name.clone())
        });
        let module = self.read(Key::Module, InceptionModule::find).or_else(|| module_of(layer.as_deref()?));
        let (edits, opens_editor) = self.edits();
        Wish {
            panel: panel_key.or_else(|| implied(module, layer.as_deref())),
            module,
            tour: self.tour(),
            part: self.part(panel_key),
            sample: self.read(Key::Photo, |name| sample(name, gallery)),
            edits,
            opens_editor,
            language: self.read(Key::Lang, Language::of_tag),
            theme: self.read(Key::Theme, theme),
            modules: self.read(Key::Modules, modules).unwrap_or_default(),
            of_network: self.of_network(layer.or_else(|| stage_of(panel_key, module))),
        }
    }

    fn panel(&mut self) -> Option<PanelKey> {
        let of_view = |word: &str| panels().map(|panel| panel.key).find(|key| key.view_word() == word);
        let is_lesson = self.link.get(Key::View) == Some(LESSON);
        let first = if is_lesson { None } else { self.read(Key::View, of_view) };
        let Some(first) = first else {
            // A tab of a view that is not there.
            if let Some(tab) = self.link.get(Key::Tab) {
                self.not_understood(Key::Tab, tab);
            }
            return None;
        };
        let of_tab = |word: &str| {
            let mut keys = panels().map(|panel| panel.key);
            keys.find(|key| key.view_word() == first.view_word() && key.word() == word)
        };
        self.read(Key::Tab, of_tab).or(Some(first))
    }

    fn tour(&mut self) -> Option<Tour> {
        let is_lesson = self.link.get(Key::View) == Some(LESSON);
        self.read(Key::Card, card).or_else(|| is_lesson.then(|| Tour::at(0)))
    }

    fn part(&mut self, key: Option<PanelKey>) -> Option<usize> {
        self.read(Key::Panel, |number| {
            let number: usize = number.parse().ok()?;
            let parts = key.map_or(usize::MAX, |key| panel(key).parts.len());
            (1..=parts).contains(&number).then(|| number - 1)
        })
    }

    fn edits(&mut self) -> (Edits, bool) {
        let (mut edits, mut opens) = (Edits::default(), false);
        for word in self.link.get(Key::Edit).into_iter().flat_map(|words| words.split(',')) {
            if word == edits::OPEN {
                opens = true;
            } else if edits::take(&mut edits, word).is_none() {
                self.not_understood(Key::Edit, word);
            }
        }
        (edits.clamped(), opens)
    }

    fn of_network(&mut self, layer: Option<String>) -> OfNetwork {
        let whole = |number: &str| number.parse::<usize>().ok();
        let channel = self.read(Key::Channel, whole);
        let (row, column) = (self.read(Key::Row, whole), self.read(Key::Column, whole));
        let mut off = Vec::new();
        for name in self.link.get(Key::Off).into_iter().flat_map(|names| names.split(',')) {
            match name.parse() {
                Ok(switch) => off.push(switch),
                Err(_) => self.not_understood(Key::Off, name),
            }
        }
        let class = |key| self.link.get(key).map(str::to_owned);
        OfNetwork { layer, channel, cell: row.zip(column), classes: [class(Key::Class), class(Key::Minus)], off }
    }
}

/// The word of the lesson where a view is named.
pub(super) const LESSON: &str = "tour";

/// A line that names a module or a layer and no view means theirs.
fn implied(module: Option<usize>, layer: Option<&str>) -> Option<PanelKey> {
    match (layer, module) {
        (Some(_), _) => Some(PanelKey::Layer(Detail::Plain)),
        (None, Some(_)) => Some(PanelKey::Module(Detail::Plain)),
        (None, None) => None,
    }
}

/// The module that a layer belongs to.
fn module_of(layer: &str) -> Option<usize> {
    let network = Network::new(Topology::PAPER, 1000);
    match network.layer(layer)?.place {
        Place::Module { module, .. } => Some(module),
        Place::Stem | Place::Pool | Place::Head(_) => None,
    }
}

/// The walk is that of the 3x3 branch's reduction, unless a layer is named.
fn stage_of(panel: Option<PanelKey>, module: Option<usize>) -> Option<String> {
    let module = module.filter(|_| panel == Some(PanelKey::Module(Detail::Walk)))?;
    Some(MODULES[module].layer_name() + Part::Conv3x3Reduce.suffix())
}

/// `3` or `3:answer`.
fn card(text: &str) -> Option<Tour> {
    let (number, is_answered) = match text.split_once(':') {
        None => (text, false),
        Some((number, "answer")) => (number, true),
        Some(_) => return None,
    };
    let card = number.parse::<usize>().ok()?.checked_sub(1).filter(|card| *card < CARDS)?;
    Some(if is_answered { Tour::answered(card) } else { Tour::at(card) })
}

/// A sample by its name, with its ending or without.
fn sample(name: &str, gallery: &[Sample]) -> Option<usize> {
    let is_meant = |sample: &Sample| {
        let stem = sample.name.rsplit_once('.').map_or(&*sample.name, |(stem, _)| stem);
        [stem, &sample.name].iter().any(|known| known.eq_ignore_ascii_case(name))
    };
    gallery.iter().position(is_meant)
}

fn theme(word: &str) -> Option<ThemeChoice> {
    THEMES.iter().find(|(known, _)| *known == word).map(|(_, theme)| *theme)
}

fn modules(word: &str) -> Option<Modules> {
    match word {
        "reduced" => Some(Modules::Reduced),
        NAIVE => Some(Modules::Naive),
        _ => None,
    }
}

/// The words of the two themes.
pub(super) const THEMES: [(&str, ThemeChoice); 2] = [("dark", ThemeChoice::Dark), ("light", ThemeChoice::Light)];

/// The word of the naive modules.
pub(super) const NAIVE: &str = "naive";
