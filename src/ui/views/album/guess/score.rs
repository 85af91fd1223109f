//! The score by kind of help, and whether the help helped.

use egui::{Align2, Rect, Role, Stroke, Ui, vec2};

use crate::locale::format::percent;
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, Command, GuessCommand, Guessing, Help, Helped};
use crate::ui::kit::paint::{card_ground, spoken};
use crate::ui::kit::{Area, Button, Lines, plain_share_bar, within, write, write_fitted, write_sized};
use crate::ui::style::{TextRole, Theme, Weight, size};

/// Shows it.
pub(super) fn score(ui: &mut Ui, rect: Rect, guessing: &Guessing, theme: &Theme, commands: &mut Vec<Command>) {
    let card = rect.place(Align2::LEFT_TOP, rect.size().min(vec2(760.0, 380.0)));
    card_ground(ui.painter(), card, theme);
    let inner = card.shrink2(vec2(size::CARD_PADDING, 16.0));
    let painter = ui.painter().clone();
    let title = inner.top_part(28.0);
    write_fitted(&painter, title, Align2::LEFT_CENTER, &tr("guess-over"), TextRole::CardTitle, theme.hi);
    for (place, help) in Help::ALL.into_iter().enumerate() {
        let [right, of] = guessing.score(help);
        let slot = inner.without_top(40.0).row(place, 52.0).top_part(44.0);
        let name = tr(match help {
            Help::None => "guess-kind-none",
            Help::Heatmap => "guess-kind-heatmap",
            Help::Channels => "guess-kind-channels",
        });
        let share = if of > 0 { percent(right as f64 / of as f64) } else { "–".to_owned() };
        let values =
            [("kind", name.clone()), ("right", right.to_string()), ("of", of.to_string()), ("share", share.clone())];
        spoken(ui, slot, Role::Label, &tr_with("guess-line", &values));
        write_fitted(&painter, slot.left_part(220.0), Align2::LEFT_CENTER, &name, TextRole::Name, theme.hi);
        let bar = slot.without_left(230.0).without_right(150.0).middle_row(16.0);
        plain_share_bar(&painter, bar, right as f32 / of.max(1) as f32, theme.hi, None, theme);
        // Blind choice gets one in four.
        painter.vline(bar.share(0.25).right(), bar.y_range().expand(4.0), Stroke::new(2.0, theme.mid));
        let words = format!("{right} / {of} · {share}");
        let font = Weight::SemiBold.size(18.0);
        write_sized(&painter, slot, Align2::RIGHT_CENTER, &words, font, theme.hi);
    }
    let words = tr(match guessing.helped() {
        Helped::Chance => "guess-by-chance",
        Helped::Helped => "guess-helped",
        Helped::Misled => "guess-misled",
    });
    let below = inner.without_top(204.0).top_part(60.0);
    spoken(ui, below, Role::Label, &words);
    let lines = Lines::new(&painter, &words, TextRole::Body, theme.hi, below.width());
    lines.paint(&painter, below, Align2::LEFT_TOP);
    let note = below.beneath(8.0, 16.0);
    write(&painter, note, Align2::LEFT_CENTER, &tr("guess-blind"), TextRole::Caption, theme.low);
    within(ui, inner.bottom_part(40.0).top_part(36.0), |ui| {
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
