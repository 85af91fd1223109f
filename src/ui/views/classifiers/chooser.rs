//! A button that opens a list of classes.

use egui::{PopupCloseBehavior, Response, ScrollArea, Ui};

use super::class_query::ClassQuery;
use super::numbers::{head_name, short};
use crate::locale::format::percent;
use crate::locale::text::{class_is_called, tr, tr_with};
use crate::ui::chrome::known_classes::SEARCHED;
use crate::ui::kit::paint::line;
use crate::ui::kit::{Button, Field, LIST_ROW, ListRow, menu};
use crate::ui::style::{TextRole, Theme, size};

/// Width of the list, points.
const WIDTH: f32 = 300.0;
/// Heights of the list, points: least and most.
const HEIGHT: [f32; 2] = [180.0, 460.0];
/// Height of everything above and below the list.
const AROUND: f32 = 340.0;

/// A choice between all classes, or none of them.
pub(super) struct Chooser<'a> {
    /// What is chosen, for screen readers: "Class under study".
    pub name: &'a str,
    /// The chosen class.
    pub chosen: Option<usize>,
    /// What the button says while none is chosen, and the list for choosing none.
    pub none: &'a str,
    /// Letters of a label that the button shows.
    pub letters: usize,
    /// Whether the answers of the three heads stand first in the list.
    pub with_answers: bool,
}

impl Chooser<'_> {
    /// Shows the button; the inner value is what was chosen now, if anything was.
    pub fn show(
        &self,
        ui: &mut Ui,
        subject: &ClassQuery<'_>,
        search: &mut String,
        theme: &Theme,
    ) -> (Option<Option<usize>>, Response) {
        let label = self.chosen.map_or(self.none, |class| subject.label(class));
        let button = ui.add(Button::plain(theme, &short(label, self.letters)).opens_menu());
        let button = button.accessible_name(tr_with("classifiers-chooser", &[("name", self.name), ("chosen", label)]));
        let mut chosen = None;
        menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = 0.0;
            chosen = self.list(ui, subject, search, theme);
            if chosen.is_some() {
                search.clear();
                ui.close();
            }
        });
        (chosen, button)
    }

    fn list(&self, ui: &mut Ui, subject: &ClassQuery<'_>, search: &mut String, theme: &Theme) -> Option<Option<usize>> {
        let mut chosen = None;
        let is_searched = subject.classes() > SEARCHED;
        if is_searched {
            let hint = tr("classifiers-search");
            Field::new(theme, &hint, search).hint(&hint).show(ui, ui.available_width());
            ui.add_space(size::SPACE_8);
        }
        let wanted = search.trim().to_lowercase();
        if wanted.is_empty() || !is_searched {
            if !self.none.is_empty() && ListRow::new(self.none, "").chosen(self.chosen.is_none()).show(ui, theme) {
                chosen = Some(None);
            }
            if self.with_answers {
                chosen = chosen.or(self.answers(ui, subject, theme).map(Some));
            }
        }
        let shares = &subject.run.report.main().probabilities;
        let labels = &subject.run.report.labels;
        let classes: Vec<usize> =
            (0..subject.classes()).filter(|&class| !is_searched || class_is_called(&labels[class], &wanted)).collect();
        if classes.is_empty() {
            line(ui, &tr("classifiers-none-found"), LIST_ROW, TextRole::Body, theme.low);
        }
        let room = ui.ctx().content_rect().height() - AROUND;
        ScrollArea::vertical()
            .min_scrolled_height(HEIGHT[0])
            .max_height(room.clamp(HEIGHT[0], HEIGHT[1]))
            .animated(!subject.is_still())
            .show_rows(ui, LIST_ROW, classes.len(), |ui, range| {
                for &class in &classes[range] {
                    let share = percent(f64::from(shares[class]));
                    let is_chosen = self.chosen == Some(class);
                    if ListRow::new(subject.label(class), &share).chosen(is_chosen).show(ui, theme) {
                        chosen = Some(Some(class));
                    }
                }
            });
        chosen
    }

    /// "aux 1 says dog", for every head.
    fn answers(&self, ui: &mut Ui, subject: &ClassQuery<'_>, theme: &Theme) -> Option<usize> {
        let mut chosen = None;
        line(ui, &tr("classifiers-answers"), 24.0, TextRole::StatusStrong, theme.low);
        for scores in &subject.run.report.scores {
            let class = scores.best();
            let values = [("head", head_name(scores.head)), ("class", subject.label(class).to_owned())];
            let words = tr_with("classifiers-says", &values);
            let share = percent(f64::from(scores.probabilities[class]));
            if ListRow::new(&words, &share).show(ui, theme) {
                chosen = Some(class);
            }
        }
        line(ui, &tr("classifiers-all-classes"), 24.0, TextRole::StatusStrong, theme.low);
        chosen
    }
}
