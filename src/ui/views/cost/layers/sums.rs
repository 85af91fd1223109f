//! What the layers of a branch have together.

use egui::{Align2, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::super::measure::Measure;
use super::super::within;
use super::rows;
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::spec::Section;
use crate::ui::kit::Card;
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
    let area = ui.available_rect_before_wrap();
    let sums: Vec<(Section, Option<f64>)> =
        Section::ALL.into_iter().map(|section| (section, rows::sum(shown, layers, section, measure))).collect();
    let values = || sums.iter().filter_map(|(_, value)| *value);
    let (total, most) = (values().sum::<f64>(), values().fold(0.0, f64::max));
    let has_shares = measure != Measure::Speed;
    let footer = 34.0;
    let pitch = (area.height() - footer) / sums.len() as f32;
    for (index, (section, value)) in sums.iter().enumerate() {
        let top = area.top() + pitch * index as f32;
        let row = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), pitch));
        let share = value.filter(|_| has_shares && total > 0.0);
        let line = Line {
            section: *section,
            name: shown.facts.section_name(*section),
            number: measure.text(*value),
            share: share.map(|value| percent(value / total)),
            length: value.map_or(0.0, |value| if most > 0.0 { value / most } else { 0.0 }),
        };
        line.show(ui, shown, row);
    }
    let y = area.bottom() - footer / 2.0 + 6.0;
    let rule = Stroke::new(size::hairline(), shown.theme.line2);
    ui.painter().hline(area.x_range(), area.bottom() - footer + 4.0, rule);
    let (words, number) = match measure {
        Measure::Speed => (tr("cost-whole-pass"), measure.text(shown.achieved())),
        Measure::Arithmetic | Measure::Parameters | Measure::Memory | Measure::Time => {
            (tr("cost-sum"), measure.text(Some(total).filter(|&total| total > 0.0)))
        }
    };
    let number =
        ui.painter().text(pos2(area.right(), y), Align2::RIGHT_CENTER, number, TextRole::Name.font(), shown.theme.hi);
    let ink = (TextRole::Body.font(), shown.theme.mid);
    let room = number.left() - area.left() - 8.0;
    let place = pos2(area.left(), y);
    paint::line(ui.painter(), place, Align2::LEFT_CENTER, &words, ink, room);
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
        let hue = Hue::from(self.section);
        let y = row.center().y;
        let words = (TextRole::Body.font(), theme.hi);
        let left = row.left_center();
        paint::line(painter, left, Align2::LEFT_CENTER, &self.name, words, caption_room(76.0));
        let right =
            painter.text(row.right_center(), Align2::RIGHT_CENTER, &self.number, TextRole::BodyStrong.font(), theme.hi);
        let mut end = right.left().min(row.right() - caption_room(62.0));
        if let Some(share) = &self.share {
            let font = TextRole::Caption.font();
            let place = pos2(end - 8.0, y);
            painter.text(place, Align2::RIGHT_CENTER, share, font, theme.low);
            end -= caption_room(56.0);
        }
        let track = Rect::from_min_max(pos2(row.left() + caption_room(82.0), y - 6.0), pos2(end - 8.0, y + 6.0));
        painter.rect_filled(track, size::RADIUS_BAR, theme.bar_track);
        if self.length > 0.0 {
            let width = (track.width() * self.length as f32).max(2.0);
            let bar = Rect::from_min_size(track.min, vec2(width, track.height()));
            let fill = theme.hue(hue).fill;
            let outline = theme.outline(hue);
            painter.rect(bar, size::RADIUS_BAR, fill, outline, StrokeKind::Inside);
        }
        let values = [("label", self.name.as_str()), ("share", &self.number)];
        paint::speak(ui, row, &self.name, &tr_with("share-name", &values));
    }
}
