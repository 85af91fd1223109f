//! Names proposed for files: the photo, what it is of, what kind.

use std::path::Path;

use crate::locale::photo_names::photo_text;
use crate::session::Source;
use crate::spec::MODULES;
use crate::state::{LayerPane, PanelKey, Paper, State, Take, View};

/// Letters of a photo's name that are kept.
const KEPT: usize = 60;

impl State {
    /// "cat-inception4a.branch2.1.npy".
    pub(super) fn proposed_name(&self, take: Take) -> String {
        let state = self;
        let shown = state.shown().map(|shown| shown.photo.name.clone());
        let of = match take {
            Take::Picture | Take::FigureSvg | Take::FigurePng | Take::Scene => view_word(state),
            Take::Made | Take::MadeTable => made_word(state),
            Take::Trail => "trail".to_owned(),
            Take::LayerTable | Take::LayerArray => state.selection.layer.clone(),
            Take::Taught => "taught".to_owned(),
            Take::Lesson(Paper::Handout) => "handout".to_owned(),
            Take::Lesson(Paper::Worksheet) => "worksheet".to_owned(),
            Take::Lesson(Paper::Answers) => "answers".to_owned(),
        };
        let other = state.second().map(|second| match state.networks() {
            Some([_, network]) => format!("{}-{}", stem(&second.photo.name), network.name.replace(' ', "-")),
            None => second.photo.name.clone(),
        });
        let photo = match (take, state.source(), other) {
            // Of a folder each frame has another name.
            (Take::Trail, _, _) => state.live.as_ref().map(|live| live.source.name()),
            (Take::Taught, _, _) => Some(taught_words(state)),
            (Take::LayerArray, Source::B, Some(other)) => Some(other),
            (Take::LayerArray, Source::AMinusB, Some(other)) => {
                shown.map(|shown| format!("{}-minus-{}", stem(&shown), stem(&other)))
            }
            (Take::LayerArray, Source::A | Source::Linear | Source::AMinusLinear, _)
            | (Take::LayerArray, Source::B | Source::AMinusB, None)
            | (
                Take::Picture | Take::FigureSvg | Take::FigurePng | Take::Scene | Take::LayerTable | Take::Lesson(_),
                _,
                _,
            ) => shown,
            // A picture from noise has nothing of the photo.
            (Take::Made | Take::MadeTable, _, _) => {
                shown.filter(|_| state.sees(LayerPane::Dream) || state.sees(LayerPane::Rebuild))
            }
        };
        let extension = take.extension();
        match photo {
            Some(photo) => format!("{}-{of}.{extension}", stem(&photo)),
            None => format!("inception-lens-{of}.{extension}"),
        }
    }
}

/// A photo's name without its ending and without what no file's name may have.
fn stem(photo: &str) -> String {
    let name = photo_text(photo);
    let stem = Path::new(&name).file_stem().map(|stem| stem.to_string_lossy());
    let stem = stem.as_deref().unwrap_or(&name);
    let plain = stem.chars().take(KEPT).map(|letter| match letter {
        letter if letter.is_alphanumeric() || "._+".contains(letter) => letter,
        _ => '-',
    });
    let plain: String = plain.collect();
    let plain = plain.trim_matches(['-', '.']);
    if plain.is_empty() { "photo".to_owned() } else { plain.to_owned() }
}

/// "bird+boat", as a photo would be called.
fn taught_words(state: &State) -> String {
    let taught = state.teach.taught.as_ref();
    taught.map_or_else(String::new, |taught| taught.head.labels.join("+") + ".")
}

/// "inception4d-40", "inception4c-dream".
fn made_word(state: &State) -> String {
    if state.sees(LayerPane::Rebuild) {
        return format!("{}-rebuilt", state.selection.layer);
    }
    match (state.sees(LayerPane::Dream), state.looked_for()) {
        (false, Some(target)) => target.words(state.labels()).replace([':', ',', ' '], "-"),
        (true, _) | (false, None) => format!("{}-dream", state.selection.layer),
    }
}

/// The view in the words of the command line, without colons.
fn view_word(state: &State) -> String {
    if let Some(tour) = state.tour {
        return format!("lesson-{}", tour.card + 1);
    }
    let key = PanelKey::of(state);
    let view = key.view_word();
    match state.view {
        View::Network => view.to_owned(),
        View::Module(index) => format!("{view}-{}", MODULES[index].name),
        View::Layer => format!("{view}-{}", state.selection.layer),
        View::Classifiers(_) | View::Cost(_) | View::Album(_) => format!("{view}-{}", key.word()),
    }
}
