//! What is not computed here: a concat copies, the input is the photo's own pixels.

use egui::Ui;

use super::super::names::full_name;
use super::{Board, result};
use crate::analysis::Explanation;
use crate::locale::format::{fixed, signed};
use crate::locale::indices::Numbered;
use crate::locale::text::tr;
use crate::spec::Preprocessing;
use crate::state::Command;
use crate::ui::kit::Button;
use crate::ui::kit::paint::{number_row, paragraph};
use crate::ui::style::{TextRole, size};

/// Says from which branch the channel was copied, and leads there.
pub(super) fn copied(ui: &mut Ui, from: &str, channel: usize, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let seen = board.seen;
    let Some(branch) = seen.shown.report.network.layer(from) else {
        return;
    };
    let name = full_name(branch);
    paragraph(ui, &tr("layer-copied"), TextRole::Body, theme.mid);
    ui.add_space(size::SPACE_8);
    number_row(ui, theme, &name, &Numbered::ChannelWithin.at(channel));
    ui.add_space(size::SPACE_8);
    let value = fixed(f64::from(seen.subject.value(seen.focus.channel, seen.focus.shown_cell())), 3);
    result(ui, theme, &tr("layer-copied-value"), &value);
    ui.add_space(size::SPACE_12);
    let label = tr("layer-go-to-branch");
    if ui.add(Button::plain(theme, &label)).clicked() {
        board.commands.push(Command::SelectLayer(from.to_owned()));
        board.commands.push(Command::SelectChannel(Some(channel)));
        board.commands.push(Command::SelectCell(seen.focus.cell));
    }
}

/// Shows how a pixel of the photo became a number of the input.
pub(super) fn pixel(ui: &mut Ui, explanation: &Explanation, board: &mut Board<'_, '_>) {
    let theme = board.look.theme;
    let Some(loaded) = board.seen.state.loaded() else {
        return;
    };
    let preprocessing: &Preprocessing = &loaded.topology.preprocessing;
    let cell = &explanation.cell;
    let pixels = &board.seen.shown.photo.prepared.pixels;
    let color = preprocessing.channel_indices()[cell.channel.min(2)];
    let pixel = pixels.get_pixel_checked(cell.column as u32, cell.row as u32).map_or(0, |pixel| pixel.0[color]);
    let names = [tr("layer-red"), tr("layer-green"), tr("layer-blue")];
    paragraph(ui, &tr("layer-pixel"), TextRole::Body, theme.mid);
    ui.add_space(size::SPACE_8);
    number_row(ui, theme, &names[color], &pixel.to_string());
    if preprocessing.scale != 1.0 {
        let scaled = f64::from(pixel) * f64::from(preprocessing.scale);
        number_row(ui, theme, &tr("layer-pixel-scaled"), &fixed(scaled, 4));
    }
    number_row(ui, theme, &tr("layer-pixel-mean"), &signed(-f64::from(preprocessing.mean[cell.channel.min(2)]), 3));
    let std = preprocessing.std[cell.channel.min(2)];
    if std != 1.0 {
        number_row(ui, theme, &tr("layer-pixel-deviation"), &fixed(f64::from(std), 3));
    }
    if preprocessing.transform_input {
        paragraph(ui, &tr("layer-pixel-transform"), TextRole::Caption, theme.low);
    }
    ui.add_space(size::SPACE_8);
    result(ui, theme, &tr("layer-pixel-result"), &signed(explanation.computed, 3));
}
