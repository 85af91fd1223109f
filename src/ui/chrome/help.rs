//! The sheet of all keys and of all words: `?` opens it, Esc or a click beside it closes it.

use egui::{Id, RichText, ScrollArea, Ui};

use crate::locale::glossary::{Entry, entries};
use crate::locale::text::tr;
use crate::state::{Command, State};
use crate::ui::kit::{Segmented, cross, hovered_term, modal, terms_on_screen};
use crate::ui::shortcuts::{self, Line};
use crate::ui::style::{TextRole, Theme, size};

/// Looks for the key, and draws the sheet while it is open.
pub fn sheet(ui: &Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let is_open = state.shows_keys;
    if !ui.text_edit_focused() {
        if shortcuts::HELP.pressed(ui) || shortcuts::HELP_ALWAYS.pressed(ui) {
            // On a word that is explained the key leads to the words.
            if !is_open && hovered_term(ui.ctx()).is_some() {
                set_page(ui.ctx(), Page::Words);
            }
            commands.push(Command::ShowKeys(!is_open));
        }
        if is_open && shortcuts::ESCAPE.pressed(ui) {
            commands.push(Command::ShowKeys(false));
        }
    }
    if !is_open {
        return;
    }
    if modal(ui, "keys", theme, |ui| contents(ui, state, theme, commands)) {
        commands.push(Command::ShowKeys(false));
    }
}

/// What the sheet shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Page {
    /// Which key does what.
    #[default]
    Keys,
    /// What words mean.
    Words,
}

fn page_id() -> Id {
    Id::unique("page-of-the-sheet")
}

fn set_page(ctx: &egui::Context, page: Page) {
    ctx.data_mut(|data| data.insert_temp(page_id(), page));
}

/// The widest sheet, and the narrowest with three columns, points.
const WIDEST: f32 = 1260.0;
const ROOMY: f32 = 1100.0;
/// Groups that begin the second and the third column; where there are two, the third stands below the second.
const STARTS: [usize; 2] = [2, 6];

fn contents(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let window = ui.ctx().content_rect();
    let width = (window.width() - 120.0).min(WIDEST);
    ui.set_width(width);
    let page = ui.data(|data| data.get_temp::<Page>(page_id())).unwrap_or_default();
    ui.horizontal(|ui| {
        let font = TextRole::ViewTitle.font();
        let title = if page == Page::Keys { "keys-title" } else { "words-title" };
        ui.label(RichText::new(tr(title)).font(font).color(theme.hi));
        ui.add_space(size::SPACE_16);
        let (keys, words) = (tr("keys-title"), tr("words-title"));
        let choices = [(Page::Keys, &*keys), (Page::Words, &*words)];
        if let Some(page) = Segmented::new(&tr("help-page"), &choices, page).show(ui, theme).inner {
            set_page(ui.ctx(), page);
        }
        if cross(ui, &tr("keys-close"), theme) {
            commands.push(Command::ShowKeys(false));
        }
    });
    ui.add_space(size::SPACE_12);
    // Rows of text, not of controls.
    ui.spacing_mut().interact_size.y = 18.0;
    ScrollArea::vertical().max_height(window.height() - 180.0).min_scrolled_height(window.height() - 180.0).show(
        ui,
        |ui| {
            if page == Page::Words {
                words(ui, theme, width);
                return;
            }
            // Columns stand as far apart as items do.
            ui.spacing_mut().item_spacing.x = size::SPACE_24;
            let starts = if width >= ROOMY { &STARTS[..] } else { &STARTS[..1] };
            ui.columns(starts.len() + 1, |columns| {
                for (place, (title, lines)) in shortcuts::SHEET.iter().enumerate() {
                    let column = starts.iter().filter(|&&start| place >= start).count();
                    group(&mut columns[column], state, title, lines, theme);
                }
            });
        },
    );
}

/// The words on this screen, then all of them.
fn words(ui: &mut Ui, theme: &Theme, width: f32) {
    let here: Vec<&Entry> = terms_on_screen(ui.ctx()).into_iter().map(|term| term.entry()).collect();
    let mut all: Vec<&Entry> = entries().iter().collect();
    all.sort_by_key(|entry| entry.word().to_lowercase());
    for (title, entries) in [("words-here", here), ("words-all", all)] {
        if entries.is_empty() {
            continue;
        }
        ui.label(RichText::new(tr(title)).font(TextRole::Name.font()).color(theme.hi));
        ui.add_space(size::SPACE_4);
        ui.spacing_mut().item_spacing.x = size::SPACE_24;
        let half = if width >= ROOMY { entries.len().div_ceil(2) } else { entries.len() };
        ui.columns(entries.len().div_ceil(half), |columns| {
            for (column, entries) in columns.iter_mut().zip(entries.chunks(half)) {
                for entry in entries {
                    explain(column, entry, theme);
                }
            }
        });
        ui.add_space(size::SPACE_16);
    }
}

/// A word, and below it what it means.
fn explain(ui: &mut Ui, entry: &Entry, theme: &Theme) {
    let word = RichText::new(entry.word()).font(TextRole::BodyStrong.font());
    ui.label(word.color(theme.hi));
    let meaning = RichText::new(entry.meaning()).font(TextRole::Body.font());
    ui.add(egui::Label::new(meaning.color(theme.mid)).wrap());
    ui.add_space(size::SPACE_8);
}

/// Key of the text that says what a line's keys do here.
fn does(state: &State, line: &Line) -> &'static str {
    match line.text {
        "keys-presenter" if !state.abilities.has_second_window => "keys-presenter-not-here",
        text => text,
    }
}

fn group(ui: &mut Ui, state: &State, title: &str, lines: &[Line], theme: &Theme) {
    let font = TextRole::Name.font();
    ui.label(RichText::new(tr(title)).font(font).color(theme.hi));
    ui.add_space(size::SPACE_4);
    egui::Grid::new(title).num_columns(2).spacing([size::SPACE_16, size::SPACE_4 + 2.0]).show(ui, |ui| {
        for line in lines {
            let strong = RichText::new(line.press()).font(TextRole::BodyStrong.font());
            ui.label(strong.color(theme.hi));
            let plain = RichText::new(tr(does(state, line))).font(TextRole::Body.font());
            ui.add(egui::Label::new(plain.color(theme.mid)).wrap());
            ui.end_row();
        }
    });
    ui.add_space(size::SPACE_16);
}
