//! A scene in one line of readable text: `view=layer&layer=inception4d&channel=12&photo=cat&lang=ko`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The longest line that is read, bytes.
const MAX_BYTES: usize = 200_000;

/// What stays as it is, so that a line can be read: all that an address may hold after `#`, but `&`, `=`, `%` and `+`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b':')
    .remove(b',')
    .remove(b'@')
    .remove(b'/');

/// What a line can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The view, by its word on the command line.
    View,
    /// What is open in it, by its word.
    Tab,
    /// The module, `4a`.
    Module,
    /// The selected layer.
    Layer,
    /// Its channel, from 0.
    Channel,
    /// The row of the selected cell, from 0.
    Row,
    /// Its column, from 0.
    Column,
    /// The class that is explained.
    Class,
    /// The class it is held against.
    Minus,
    /// The language.
    Lang,
    /// Dark or light.
    Theme,
    /// What is switched off.
    Off,
    /// Reduced or naive modules.
    Modules,
    /// A sample, by its name without ending.
    Photo,
    /// A card of the lesson, from 1, `:answer` after it for its answer.
    Card,
    /// What is done to the photo.
    Edit,
    /// Which panel of the view a class sees, from 1.
    Panel,
}

impl Key {
    /// In the order in which a line is written.
    pub const ALL: [Self; 17] = [
        Self::View,
        Self::Tab,
        Self::Module,
        Self::Layer,
        Self::Channel,
        Self::Row,
        Self::Column,
        Self::Class,
        Self::Minus,
        Self::Card,
        Self::Photo,
        Self::Edit,
        Self::Off,
        Self::Modules,
        Self::Panel,
        Self::Theme,
        Self::Lang,
    ];

    /// As it stands before `=`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::Tab => "tab",
            Self::Module => "module",
            Self::Layer => "layer",
            Self::Channel => "channel",
            Self::Row => "row",
            Self::Column => "column",
            Self::Class => "class",
            Self::Minus => "minus",
            Self::Lang => "lang",
            Self::Theme => "theme",
            Self::Off => "off",
            Self::Modules => "modules",
            Self::Photo => "photo",
            Self::Card => "card",
            Self::Edit => "edit",
            Self::Panel => "panel",
        }
    }
}

/// Keys and values, each key once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    pairs: Vec<(Key, String)>,
}

impl Link {
    /// The line in a text: what follows `#`, or all of it.  Also what in it is no `key=value` of ours, as it stands there.
    pub fn parse(text: &str) -> (Self, Vec<String>) {
        let (mut link, mut unknown) = (Self::default(), Vec::new());
        let text = text.trim();
        let line = text.split_once('#').map_or(text, |(_, line)| line);
        let (line, rest) = line.split_at(line.floor_char_boundary(MAX_BYTES));
        if !rest.is_empty() {
            unknown.push("…".to_owned());
        }
        for part in line.split('&').filter(|part| !part.is_empty()) {
            let found = part.split_once('=').and_then(|(word, value)| {
                let key = Key::ALL.into_iter().find(|key| key.word() == word)?;
                let value = percent_decode_str(value).decode_utf8().ok()?;
                (!value.is_empty() && link.get(key).is_none()).then(|| (key, value.into_owned()))
            });
            match found {
                Some((key, value)) => link.pairs.push((key, value)),
                None => unknown.push(part.to_owned()),
            }
        }
        (link, unknown)
    }

    /// Whether a text looks like a line of ours: it says at least one thing that can be understood.
    pub fn is_in(text: &str) -> bool {
        !Self::parse(text).0.pairs.is_empty()
    }

    /// What is said under a key.
    pub fn get(&self, key: Key) -> Option<&str> {
        self.pairs.iter().find(|(known, _)| *known == key).map(|(_, value)| value.as_str())
    }

    /// Says something; nothing where there is no value.
    pub fn put(&mut self, key: Key, value: Option<String>) {
        self.pairs.retain(|(known, _)| *known != key);
        self.pairs.extend(value.map(|value| (key, value)));
    }
}

impl std::fmt::Display for Link {
    /// The line, without `#`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said = Key::ALL.into_iter().filter_map(|key| Some((key, self.get(key)?)));
        for (index, (key, value)) in said.enumerate() {
            let and = if index == 0 { "" } else { "&" };
            write!(formatter, "{and}{}={}", key.word(), utf8_percent_encode(value, ENCODED))?;
        }
        Ok(())
    }
}
