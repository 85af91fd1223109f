//! What the layers of a branch have together.

use egui::{Align2, Rect, Stroke, Ui};

use super::super::measure::Measure;
use super::rows;
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::spec::Section;
use crate::ui::kit::{Area, Card, Row, share_bar, within, write, write_fitted};
use crate::ui::style::{Hue, TextRole, caption_room, size};
use crate::ui::views::cost::context::CostContext;
use crate::ui::views::module::paint;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, rect: Rect, shown: &CostContext<'_>, measure: Measure, layers: &[usize]) {
    let title = tr("cost-by-branch");
    let unit = shown.state.settings.unit;
    let caption = measure.name(unit);
    within(ui, rect, |ui| {
        Card::new(&title).caption(&caption).fill_height().show(ui, shown.theme, |ui| sums(ui, shown, measure, layers));
    });
}

fn sums(ui: &Ui, shown: &CostContext<'_>, measure: Measure, layers: &[usize]) {
    let mut area = ui.available_rect_before_wrap();
    let footer = area.take_bottom(34.0);
    let sums: Vec<(Section, Option<f64>)> =
        Section::ALL.into_iter().map(|section| (section, rows::sum(shown, layers, section, measure))).collect();
    let values = || sums.iter().filter_map(|(_, value)| *value);
    let (total, most) = (values().sum::<f64>(), values().fold(0.0, f64::max));
    let has_shares = measure != Measure::Speed;
    let pitch = area.height() / sums.len() as f32;
    for (index, (section, value)) in sums.iter().enumerate() {
        let share = value.filter(|_| has_shares && total > 0.0);
        let line = Line {
            section: *section,
            name: shown.facts.section_name(*section),
            number: measure.text(*value),
            share: share.map(|value| percent(value / total)),
            length: value.map_or(0.0, |value| if most > 0.0 { value / most } else { 0.0 }),
        };
        line.show(ui, shown, area.row(index, pitch));
    }
    let rule = Stroke::new(size::hairline(), shown.theme.line2);
    ui.painter().hline(footer.x_range(), footer.top() + 4.0, rule);
    let (words, number) = match measure {
        Measure::Speed => (tr("cost-whole-pass"), measure.text(shown.achieved())),
        Measure::Arithmetic | Measure::Parameters | Measure::Memory | Measure::Time => {
            (tr("cost-sum"), measure.text(Some(total).filter(|&total| total > 0.0)))
        }
    };
    Row::new(&words, TextRole::Body, shown.theme.mid)
        .number(&number, TextRole::Name, shown.theme.hi)
        .paint(ui.painter(), footer.without_top(12.0));
}

/// A section with its bar.
struct Line {
    section: Section,
    name: String,
    number: String,
    share: Option<String>,
    length: f64,
}

impl Line {
    fn show(&self, ui: &Ui, shown: &CostContext<'_>, row: Rect) {
        let (theme, painter) = (shown.theme, ui.painter());
        let name = row.left_part(caption_room(76.0));
        write_fitted(painter, name, Align2::LEFT_CENTER, &self.name, TextRole::Body, theme.hi);
        let number = write(painter, row, Align2::RIGHT_CENTER, &self.number, TextRole::BodyStrong, theme.hi);
        let right = number.width().max(caption_room(62.0)) + size::SPACE_8;
        let mut track = row.middle_row(12.0).without_left(caption_room(82.0)).without_right(right);
        if let Some(share) = &self.share {
            write(painter, track, Align2::RIGHT_CENTER, share, TextRole::Caption, theme.low);
            track.take_right(caption_room(56.0));
        }
        match self.length > 0.0 {
            true => {
                let length = (self.length as f32).max(2.0 / track.width());
                share_bar(painter, track, length, Hue::from(self.section), theme);
            }
            false => {
                painter.rect_filled(track, size::RADIUS_BAR, theme.bar_track);
            }
        }
        let values = [("label", self.name.as_str()), ("share", &self.number)];
        paint::speak(ui, row, &self.name, &tr_with("share-name", &values));
    }
}
