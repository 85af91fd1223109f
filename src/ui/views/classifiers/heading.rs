//! Title of the view, and the question: which class, and against which.

use egui::{Align2, Painter, Rect, RichText, Role, Ui};

use super::chooser::Chooser;
use super::class_query::Board;
use super::numbers::short;
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::kit::paint::{first_that_fits, spoken};
use crate::ui::kit::{Area, from_right, right_of, write, write_fitted};
use crate::ui::style::{TextRole, Theme, size};

/// Width below which words beside the choosers are left out.
const ROOMY: f32 = 900.0;

/// Shows the title with its caption, and the choosers at the right.
pub(super) fn heading(ui: &mut Ui, rect: Rect, board: &mut Board<'_, '_>) {
    let left_end = from_right(ui, rect, |ui| {
        choosers(ui, rect.width() >= ROOMY, board);
        ui.min_rect().left()
    });
    let theme = board.look.theme;
    let painter = ui.painter();
    let [shown, beside] = title(painter, rect, theme);
    spoken(ui, shown, Role::Heading, &tr("view-classifiers"));
    let room = beside.with_max_x(left_end - size::SPACE_16);
    let subject = board.subject;
    let label = short(subject.label(subject.class), 28);
    let wordings = match subject.minus {
        Some(minus) => {
            let minus = short(subject.label(minus), 28);
            let values = [("class", &*label), ("minus", &*minus)];
            let words = tr_with("classifiers-why", &values);
            [words.clone(), words]
        }
        None => {
            let values = [("class", &*label)];
            [tr_with("classifiers-caption", &values), tr_with("classifiers-caption-short", &values)]
        }
    };
    let words = first_that_fits(painter, wordings, room.width(), TextRole::Body);
    let shown = write_fitted(painter, room, Align2::LEFT_CENTER, &words, TextRole::Body, theme.low);
    spoken(ui, shown, Role::Label, &words);
}

/// Writes the title; where it lies, and where words can stand beside it.
pub(super) fn title(painter: &Painter, row: Rect, theme: &Theme) -> [Rect; 2] {
    let shown = write(painter, row, Align2::LEFT_CENTER, &tr("view-classifiers"), TextRole::ViewTitle, theme.hi);
    // On the line that the larger letters of the title stand on.
    [shown, right_of(row.without_top(6.0), shown, size::SPACE_12)]
}

/// From the right: against what, minus, which class.
fn choosers(ui: &mut Ui, with_words: bool, board: &mut Board<'_, '_>) {
    let subject = board.subject;
    let theme = board.look.theme;
    let nothing = tr("classifiers-nothing");
    let word = |ui: &mut Ui, key: &str| {
        ui.label(RichText::new(tr(key)).font(TextRole::Body.font()).color(theme.mid));
    };
    let name = tr("classifiers-against");
    let against = Chooser { name: &name, chosen: subject.minus, none: &nothing, letters: 18, with_answers: true };
    let (chosen, _) = against.show(ui, subject, &mut board.scene.search, theme);
    if let Some(class) = chosen {
        let against = class.map(|class| subject.state.class_from(subject.run.source, class));
        match against {
            None => board.commands.push(Command::ExplainAgainst(None)),
            Some(class) => board.commands.extend(class.map(|class| Command::ExplainAgainst(Some(class)))),
        }
    }
    word(ui, "classifiers-minus");
    let name = tr("classifiers-class");
    let class = Chooser { name: &name, chosen: Some(subject.class), none: "", letters: 18, with_answers: true };
    let (chosen, _) = class.show(ui, subject, &mut board.scene.search, theme);
    if let Some(class) = chosen {
        match class {
            None => board.commands.push(Command::ExplainClass(None)),
            Some(class) => board.commands.extend(subject.explain(class)),
        }
    }
    if with_words {
        word(ui, "classifiers-explain");
    }
}
