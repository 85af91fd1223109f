//! What is on screen, as a line.

use super::edits;
use super::wish::{LESSON, NAIVE, THEMES};
use crate::app::gallery;
use crate::spec::{MODULES, Modules};
use crate::state::{Key, Link, PanelKey, Stage, State, View};

impl Link {
    /// What is on screen.  Only a sample's name goes into it, never that of a person's photo.
    pub fn of(state: &State) -> Self {
        let mut link = Self::default();
        put_view(&mut link, state);
        let label = |class: usize| state.labels().get(class).cloned();
        link.put(Key::Class, state.study.class.and_then(label));
        link.put(Key::Minus, state.study.minus.and_then(label));
        link.put(Key::Photo, sample(state));
        let mut words = edits::words(state.edits());
        if state.editing.is_open && state.view != View::Network {
            words.push(edits::OPEN.to_owned());
        }
        link.put(Key::Edit, (!words.is_empty()).then(|| words.join(",")));
        let off = state.off_names();
        link.put(Key::Off, (!off.is_empty()).then(|| off.join(",")));
        link.put(Key::Modules, (state.modules == Modules::Naive).then(|| NAIVE.to_owned()));
        link.put(Key::Panel, state.projector.is_on.then(|| (state.projector.panel + 1).to_string()));
        let theme = THEMES.iter().find(|(_, theme)| *theme == state.settings.theme);
        link.put(Key::Theme, theme.map(|(word, _)| (*word).to_owned()));
        link.put(Key::Lang, Some(state.settings.language.code().to_owned()));
        link
    }
}

/// The panel with what is selected in it, or the card of the lesson.
fn put_view(link: &mut Link, state: &State) {
    if let Some(tour) = state.tour.filter(|_| !state.has_wandered()) {
        let answer = if tour.step + 1 == Stage::steps(tour.card) { ":answer" } else { "" };
        link.put(Key::View, Some(LESSON.to_owned()));
        link.put(Key::Card, Some(format!("{}{answer}", tour.card + 1)));
        return;
    }
    let panel = PanelKey::of(state);
    link.put(Key::View, Some(panel.view_word().to_owned()));
    link.put(Key::Tab, (!panel.word().is_empty()).then(|| panel.word().to_owned()));
    if let View::Module(module) = state.view {
        link.put(Key::Module, Some(MODULES[module].name.to_owned()));
    }
    if matches!(state.view, View::Module(_) | View::Layer) {
        let selection = &state.selection;
        link.put(Key::Layer, Some(selection.layer.clone()));
        link.put(Key::Channel, selection.channel.map(|channel| channel.to_string()));
        link.put(Key::Row, selection.cell.map(|(row, _)| row.to_string()));
        link.put(Key::Column, selection.cell.map(|(_, column)| column.to_string()));
    }
}

/// The sample that is open, by its name without ending.
fn sample(state: &State) -> Option<String> {
    let photo = &state.session.first.opened()?.photo;
    let name = &state.gallery.get(gallery::place_of(&photo.origin())?)?.name;
    Some(name.rsplit_once('.').map_or(&**name, |(stem, _)| stem).to_owned())
}
