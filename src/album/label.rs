//! Names of folders to classes: case, plural and both languages are forgiven.

use std::collections::HashMap;

use crate::analysis::class_names;

/// The class of that name: "cat" is meant by "Cats", "CAT", "고양이"; "grapes" by "grape"; "bell pepper" by "Bell_Peppers".
/// `None` where no class is meant.
pub fn find_class(folder: &str, classes: &[String]) -> Option<usize> {
    Names::new(classes).find(folder)
}

/// What a name is read as, once its case and its spaces no longer matter.
type Way = fn(&str) -> Vec<String>;

/// The names of all classes, to look up many.
pub(super) struct Names {
    /// Ways to read a name, the strictest first, and the first class with each name.
    ways: [(Way, HashMap<String, usize>); 3],
}

impl Names {
    pub fn new(classes: &[String]) -> Self {
        let ways: [Way; 3] = [exact, brief, numbers];
        let ways = ways.map(|way| {
            let mut names = HashMap::new();
            for (index, class) in classes.iter().enumerate() {
                let both = [Some(class.as_str()), class_names::korean(class)];
                for form in both.into_iter().flatten().flat_map(|name| way(&simple(name))) {
                    names.entry(form).or_insert(index);
                }
            }
            (way, names)
        });
        Self { ways }
    }

    /// The class that a folder's name means.
    pub fn find(&self, folder: &str) -> Option<usize> {
        let folder = simple(folder);
        let mut ways = self.ways.iter();
        ways.find_map(|(way, names)| way(&folder).iter().find_map(|form| names.get(form)).copied())
    }
}

fn exact(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}

/// Without spaces and without what stands in brackets behind it.
fn brief(name: &str) -> Vec<String> {
    vec![name.split('(').next().unwrap_or(name).replace(' ', "")]
}

/// Lower case, Hangul composed, one space for spaces, underscores and hyphens.
fn simple(name: &str) -> String {
    let composed = compose(name).to_lowercase();
    let words = composed.split(|letter: char| letter.is_whitespace() || letter == '_' || letter == '-');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Plurals that no rule makes, by the ends of words.
const IRREGULAR: [(&str, &str); 8] = [
    ("people", "person"),
    ("mice", "mouse"),
    ("geese", "goose"),
    ("children", "child"),
    ("men", "man"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("oxen", "ox"),
];

/// A name, and what its singular may be, in both languages: English has no rule without exceptions, so some of these are no words.
fn numbers(name: &str) -> Vec<String> {
    let mut forms = vec![name.to_owned()];
    let mut add = |stem: &str, ending: &str| forms.push(format!("{stem}{ending}"));
    if let Some(stem) = name.strip_suffix("ies") {
        add(stem, "y");
    }
    if let Some(stem) = name.strip_suffix("ves") {
        add(stem, "f");
        add(stem, "fe");
    }
    if let Some(stem) = name.strip_suffix("es")
        && ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| stem.ends_with(end))
    {
        add(stem, "");
    }
    if let Some(stem) = name.strip_suffix('s')
        && !stem.ends_with('s')
    {
        add(stem, "");
    }
    if let Some(stem) = name.strip_suffix('들') {
        add(stem, "");
    }
    for (plural, singular) in IRREGULAR {
        if let Some(stem) = name.strip_suffix(plural) {
            add(stem, singular);
        }
    }
    forms
}

/// Hangul as most systems write it: macOS takes the syllables of file names apart (Unicode, section 3.12).
pub(super) fn compose(text: &str) -> String {
    const FIRST: u32 = 0x1100;
    const MIDDLE: u32 = 0x1161;
    const LAST: u32 = 0x11a7;
    const SYLLABLE: u32 = 0xac00;
    let mut composed: Vec<char> = Vec::with_capacity(text.len());
    for letter in text.chars() {
        let code = u32::from(letter);
        let before = composed.last().map_or(0, |&before| u32::from(before));
        let whole = match (before, code) {
            (FIRST..=0x1112, MIDDLE..=0x1175) => Some(SYLLABLE + ((before - FIRST) * 21 + (code - MIDDLE)) * 28),
            (SYLLABLE..=0xd7a3, 0x11a8..=0x11c2) if (before - SYLLABLE).is_multiple_of(28) => {
                Some(before + code - LAST)
            }
            _ => None,
        };
        match whole.and_then(char::from_u32) {
            Some(whole) => {
                composed.pop();
                composed.push(whole);
            }
            None => composed.push(letter),
        }
    }
    composed.into_iter().collect()
}
