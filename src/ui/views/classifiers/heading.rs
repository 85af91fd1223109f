//! Title of the view, and the question: which class, and against which.

use egui::{Align, Align2, Layout, Rect, RichText, Role, Ui, UiBuilder, pos2};

use super::chooser::Chooser;
use super::class_query::Board;
use super::numbers::short;
use crate::locale::text::{tr, tr_with};
use crate::state::Command;
use crate::ui::kit::paint::{first_that_fits, spoken, text, text_within};
use crate::ui::style::{TextRole, size};

/// Width below which words beside the choosers are left out.
const ROOMY: f32 = 900.0;

/// Shows the title with its caption, and the choosers at the right.
pub(super) fn heading(ui: &mut Ui, rect: Rect, board: &mut Board<'_, '_>) {
    let layout = Layout::right_to_left(Align::Center);
    let left_end = ui
        .scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
            choosers(ui, rect.width() >= ROOMY, board);
            ui.min_rect().left()
        })
        .inner;
    let theme = board.look.theme;
    let painter = ui.painter();
    let title = tr("view-classifiers");
    let shown = text(painter, rect.left_center(), Align2::LEFT_CENTER, &title, TextRole::ViewTitle, theme.hi);
    spoken(ui, shown, Role::Heading, &title);
    let left = shown.right() + size::SPACE_12;
    let room = left_end - left - size::SPACE_16;
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
    let words = first_that_fits(painter, wordings, room, TextRole::Body);
    let place = pos2(left, rect.center().y + 3.0);
    let shown = text_within(painter, place, room, &words, TextRole::Body, theme.low);
    spoken(ui, shown, Role::Label, &words);
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
