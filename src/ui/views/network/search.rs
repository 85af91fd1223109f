//! The search box: layers by name, by window ("3x3") or by kind ("pool").

use std::collections::BTreeSet;

use egui::{Id, Key, Rect, Stroke, Ui, vec2};

use super::names::search_text;
use crate::locale::text::{tr, tr_with};
use crate::spec::Network;
use crate::state::{Command, State};
use crate::ui::kit::Field;
use crate::ui::style::{Theme, size};

/// Width of the box, points.
pub const WIDTH: f32 = 232.0;

/// What is searched for.
#[derive(Default)]
pub struct Search {
    text: String,
    /// Of the text, in the network with that many layers.
    found_for: Option<(String, usize)>,
    matches: BTreeSet<usize>,
}

impl Search {
    /// Indices of the layers that match; `None` while nothing is searched for.
    pub fn matches(&self) -> Option<&BTreeSet<usize>> {
        (!self.text.trim().is_empty()).then_some(&self.matches)
    }

    /// Shows the box; returns the name of the layer that Enter leads to.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        network: &Network,
        theme: &Theme,
        commands: &mut Vec<Command>,
    ) -> Option<String> {
        self.find(network);
        let id = Id::unique("network-search");
        let is_searching = self.matches().is_some();
        if !ui.text_edit_focused() && crate::ui::shortcuts::SEARCH.pressed(ui) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let wanted = vec2(WIDTH, size::CONTROL_HEIGHT);
        let (frame, _) = ui.allocate_exact_size(wanted, egui::Sense::hover());
        let count = if is_searching { self.count(state, network) } else { String::new() };
        let hint = tr("network-search");
        let field = Field::new(theme, &hint, &mut self.text).hint(&hint).end(&count).id(id).before(32.0);
        let response = field.put(ui, frame);
        paint_glass(ui, frame, theme);
        if response.changed() {
            self.find(network);
        }
        self.keys(ui, &response, state, network, commands)
    }

    /// Enter goes on to the next match, Escape ends the search.
    fn keys(
        &mut self,
        ui: &Ui,
        response: &egui::Response,
        state: &State,
        network: &Network,
        commands: &mut Vec<Command>,
    ) -> Option<String> {
        if !response.lost_focus() {
            return None;
        }
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.text.clear();
            return None;
        }
        if !ui.input(|input| input.key_pressed(Key::Enter)) {
            return None;
        }
        response.request_focus();
        let current = network.index(&state.selection.layer).unwrap_or(0);
        let after = self.matches()?.range(current + 1..).next();
        let next = after.or_else(|| self.matches.first())?;
        let name = network.layers[*next].name.clone();
        commands.push(Command::SelectLayer(name.clone()));
        Some(name)
    }

    fn count(&self, state: &State, network: &Network) -> String {
        if self.matches.is_empty() {
            return tr("network-no-match");
        }
        let current = network
            .index(&state.selection.layer)
            .filter(|index| self.matches.contains(index))
            .map(|index| self.matches.range(..=index).count());
        let count = self.matches.len().to_string();
        let current = current.map_or("–".to_owned(), |current| current.to_string());
        tr_with("network-matches", &[("current", current), ("count", count)])
    }

    fn find(&mut self, network: &Network) {
        let key = (self.text.clone(), network.layers.len());
        if self.found_for.as_ref() == Some(&key) {
            return;
        }
        self.matches = find(network, &self.text);
        self.found_for = Some(key);
    }
}

/// Indices of the layers whose names hold every word of `text`: "3x3" is "3×3", case does not matter.
pub fn find(network: &Network, text: &str) -> BTreeSet<usize> {
    let text = text.to_lowercase();
    let words: Vec<String> = text.split_whitespace().map(with_times).collect();
    if words.is_empty() {
        return BTreeSet::new();
    }
    let layers = network.layers.iter().enumerate();
    layers
        .filter(|(_, layer)| {
            let name = search_text(layer);
            words.iter().all(|word| name.contains(word))
        })
        .map(|(index, _)| index)
        .collect()
}

/// The letter x between two digits is a times sign.
fn with_times(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let is_digit = |index: Option<usize>| {
        let letter = index.and_then(|index| letters.get(index));
        letter.is_some_and(char::is_ascii_digit)
    };
    let times = |(index, &letter): (usize, &char)| {
        let is_between = is_digit(index.checked_sub(1)) && index + 1 >= letters.len()
            || is_digit(index.checked_sub(1)) && is_digit(Some(index + 1));
        if letter == 'x' && is_between { '×' } else { letter }
    };
    letters.iter().enumerate().map(times).collect()
}

fn paint_glass(ui: &Ui, frame: Rect, theme: &Theme) {
    let painter = ui.painter();
    let glass = frame.left_center() + vec2(15.0, -1.5);
    let pen = Stroke::new(1.7, theme.low);
    painter.circle_stroke(glass, 4.5, pen);
    painter.line_segment([glass + vec2(3.4, 3.4), glass + vec2(7.0, 7.0)], pen);
}
