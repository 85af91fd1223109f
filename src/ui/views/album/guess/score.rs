//! The score by kind of help, and whether the help helped.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::super::within;
use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, GuessCommand, Guessing, Help, Helped};
use crate::ui::kit::Button;
use crate::ui::kit::paint::{card_ground, spoken, text, text_within};
use crate::ui::style::{TextRole, Theme, Weight, size};

/// Shows it.
pub(super) fn score(ui: &mut Ui, rect: Rect, guessing: &Guessing, theme: &Theme, commands: &mut Vec<Command>) {
    let card = Rect::from_min_size(rect.min, vec2(rect.width().min(760.0), rect.height().min(380.0)));
    card_ground(ui.painter(), card, theme);
    let inner = card.shrink2(vec2(size::CARD_PADDING, 16.0));
    let title = tr("guess-over");
    text_within(
        ui.painter(),
        pos2(inner.left(), inner.top() + 14.0),
        inner.width(),
        &title,
        TextRole::CardTitle,
        theme.hi,
    );
    for (place, help) in Help::ALL.into_iter().enumerate() {
        let [right, of] = guessing.score(help);
        let top = inner.top() + 40.0 + 52.0 * place as f32;
        let slot = Rect::from_min_size(pos2(inner.left(), top), vec2(inner.width(), 44.0));
        let name = tr(match help {
            Help::None => "guess-kind-none",
            Help::Heatmap => "guess-kind-heatmap",
            Help::Channels => "guess-kind-channels",
        });
        let share = if of > 0 { percent(right as f64 / of as f64) } else { "–".to_owned() };
        let values =
            [("kind", name.clone()), ("right", right.to_string()), ("of", of.to_string()), ("share", share.clone())];
        spoken(ui, slot, egui::Role::Label, &tr_with("guess-line", &values));
        text_within(ui.painter(), slot.left_center(), 220.0, &name, TextRole::Name, theme.hi);
        let bar = Rect::from_min_max(
            pos2(slot.left() + 230.0, slot.center().y - 8.0),
            pos2(slot.right() - 150.0, slot.center().y + 8.0),
        );
        ui.painter().rect_filled(bar, size::RADIUS_BAR, theme.bar_track);
        let part = right as f32 / of.max(1) as f32;
        ui.painter().rect_filled(bar.with_max_x(bar.left() + bar.width() * part), size::RADIUS_BAR, theme.hi);
        // Blind choice gets one in four.
        let tick = bar.left() + bar.width() * 0.25;
        ui.painter().vline(tick, bar.top() - 4.0..=bar.bottom() + 4.0, egui::Stroke::new(2.0, theme.mid));
        let font = Weight::SemiBold.size(18.0);
        ui.painter().text(
            slot.right_center(),
            Align2::RIGHT_CENTER,
            format!("{right} / {of} · {share}"),
            font,
            theme.hi,
        );
    }
    let words = tr(match guessing.helped() {
        Helped::Chance => "guess-by-chance",
        Helped::Helped => "guess-helped",
        Helped::Misled => "guess-misled",
    });
    let below = inner.with_min_y(inner.top() + 204.0);
    let galley = ui.painter().layout(words.clone(), TextRole::Body.font(), theme.hi, below.width());
    spoken(ui, below.with_max_y(below.top() + 60.0), egui::Role::Label, &words);
    ui.painter().galley(below.left_top(), galley, theme.hi);
    let note = pos2(inner.left(), below.top() + 76.0);
    text(ui.painter(), note, Align2::LEFT_CENTER, &tr("guess-blind"), TextRole::Caption, theme.low);
    within(ui, Rect::from_min_size(pos2(inner.left(), inner.bottom() - 40.0), vec2(inner.width(), 36.0)), |ui| {
        ui.horizontal(|ui| {
            if ui.add(Button::primary(theme, &tr("guess-again"))).clicked() {
                commands.push(Command::Album(AlbumCommand::Guess(GuessCommand::Again)));
            }
            if ui.add(Button::plain(theme, &tr("guess-copy"))).clicked() {
                commands.push(Command::Album(AlbumCommand::Guess(GuessCommand::Copy)));
            }
        });
    });
}
