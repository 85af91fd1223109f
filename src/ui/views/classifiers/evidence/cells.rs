//! The cells over the photo: each with its number, each a thing to hover and to click.

use egui::{Color32, Id, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::cell_numbers::numbers;
use super::{cells_shown, place_of};
use crate::analysis::LogitSums;
use crate::locale::format::fixed;
use crate::locale::text::tr_with;
use crate::session::Source;
use crate::spec::{INPUT_SIDE, ReceptiveField};
use crate::state::{Card, Command};
use crate::ui::chrome::compare::name_at;
use crate::ui::kit::{Pressable, arrows_pressed, cell_after, cell_in, guess_mark, lock_arrows, tooltip_of};
use crate::ui::style::size;
use crate::ui::views::classifiers::class_query::{Board, Run};
use crate::ui::views::classifiers::maps::{ChannelMaps, LAST_MODULE, selected_channel};
use crate::ui::views::classifiers::numbers::share;
use crate::ui::views::classifiers::scene::Over;

/// The cells of one photo.
pub(super) struct Cells<'a> {
    pub sums: &'a LogitSums,
    pub run: Run<'a>,
    pub source: Source,
    /// The channel whose map is shown in place of the evidence.
    pub channel: Option<usize>,
    /// 0 for the first photo, 1 for the second.
    pub place: usize,
    /// What the photo is called, where it is one of two.
    pub letter: Option<&'static str>,
}

/// Where the class pointed is marked once the evidence is told.
fn guessed(ui: &Ui, rect: Rect, side: usize, board: &Board<'_, '_>) {
    let state = board.subject.state;
    let is_here = state.tour.is_some_and(|tour| Card::at(tour.card) == Card::WhyWrong);
    guess_mark(ui.painter(), rect, side, state.guessed_cell(Card::WhyWrong).filter(|_| is_here));
}

/// Draws numbers and marks; asks for the cell that is clicked.
pub(super) fn cells(ui: &Ui, rect: Rect, cells: &Cells<'_>, board: &mut Board<'_, '_>) {
    let side = cells.sums.side;
    let Some(maps) = ChannelMaps::get(board, cells.source, LAST_MODULE) else {
        return;
    };
    let values: Vec<f64> = match cells.channel {
        Some(channel) => {
            let map = maps.map.activation.channel(channel);
            map.iter().map(|&value| f64::from(value)).collect()
        }
        None => cells_shown(cells.sums, board.scene.over),
    };
    let is_signed = cells.channel.is_none() || maps.map.signed;
    numbers(ui, rect, side, &values, is_signed);
    let is_walked = keyboard(ui, rect, cells, board);
    let selected = selected_cell(board, side);
    let pitch = rect.width() / side as f32;
    for (cell, &value) in values.iter().enumerate() {
        let square = cell_in(rect, cell, side, Vec2::splat(pitch));
        let response = Pressable::new(Id::unique(("evidence-cell", cells.place, cell)))
            .sense(Sense::CLICK)
            .chosen(selected == Some(cell))
            .show(ui, square, board.look.theme, || name_of(cells, cell, value, board.scene.over));
        let is_here = is_walked && selected == Some(cell);
        if response.hovered() || selected == Some(cell) {
            mark(ui, square);
        }
        if response.hovered() || is_here {
            let shown = (cell, value, is_here);
            hover(ui, rect, &response, cells, shown, &maps, board);
        }
        if response.clicked() {
            click(cell, cells, &maps, board);
        }
    }
    guessed(ui, rect, side, board);
}

impl Cells<'_> {
    /// Says first whose they are.
    fn named(&self, name: String) -> String {
        match self.letter {
            Some(letter) => format!("{letter}: {name}"),
            None => name,
        }
    }
}

fn name_of(cells: &Cells<'_>, cell: usize, value: f64, over: Over) -> String {
    let place = place_of(cell, cells.sums.side);
    let name = match cells.channel {
        Some(channel) => tr_with(
            "classifiers-cell-channel",
            &[("channel", channel.to_string()), ("place", place), ("value", fixed(value, 2))],
        ),
        None => {
            let key = if over == Over::Relative { "classifiers-cell-relative" } else { "classifiers-cell-evidence" };
            tr_with(key, &[("place", place), ("value", share(value))])
        }
    };
    cells.named(name)
}

fn mark(ui: &Ui, square: Rect) {
    let painter = ui.painter();
    let dark = Stroke::new(4.0, Color32::from_black_alpha(150));
    painter.rect_stroke(square, 0.0, dark, StrokeKind::Middle);
    let white = Stroke::new(2.0, Color32::WHITE);
    painter.rect_stroke(square, 0.0, white, StrokeKind::Middle);
}

/// Value, the channel most of it comes from, and what the cell sees of the photo.
fn hover(
    ui: &Ui,
    rect: Rect,
    response: &egui::Response,
    cells: &Cells<'_>,
    (cell, value, is_here): (usize, f64, bool),
    maps: &ChannelMaps,
    board: &Board<'_, '_>,
) {
    let theme = board.look.theme;
    let side = cells.sums.side;
    let (row, column) = (cell / side, cell % side);
    let network = &cells.run.report.network;
    let Some(layer) = network.layer(LAST_MODULE) else {
        return;
    };
    let field = layer.receptive_field;
    let centre = [column, row].map(|index| field.offset + (field.stride * index) as f32);
    let at = rect.min + vec2(centre[0] + 0.5, centre[1] + 0.5) * (rect.width() / INPUT_SIDE as f32);
    let painter = ui.painter();
    painter.circle_stroke(at, 5.0, Stroke::new(4.0, Color32::from_black_alpha(160)));
    painter.circle_stroke(at, 5.0, Stroke::new(2.0, Color32::WHITE));
    let (strongest, most) = strongest(cells.sums, maps, cell);
    let first = format!(
        "{} · {}",
        name_of(cells, cell, value, board.scene.over),
        tr_with("classifiers-cell-strongest", &[("channel", strongest.to_string()), ("value", share(most))],)
    );
    let second = sees(field, [column, row], centre);
    tooltip_of(response, is_here, theme, |ui| {
        ui.label(RichText::new(first).color(theme.hi));
        ui.label(RichText::new(second).color(theme.mid));
    });
}

/// "sees all of the photo, centred on pixel 112, 80".
fn sees(field: ReceptiveField, cell: [usize; 2], centre: [f32; 2]) -> String {
    let clipped = cell.map(|index| {
        let pixels = field.pixels(index);
        let end = INPUT_SIDE as i64;
        pixels.end.clamp(0, end) - pixels.start.clamp(0, end)
    });
    let values = [
        ("x", fixed(f64::from(centre[0]), 0)),
        ("y", fixed(f64::from(centre[1]), 0)),
        ("width", clipped[0].to_string()),
        ("height", clipped[1].to_string()),
        ("size", field.size.to_string()),
    ];
    let is_whole = clipped.iter().all(|&side| side == INPUT_SIDE as i64);
    tr_with(if is_whole { "classifiers-sees-all" } else { "classifiers-sees" }, &values)
}

/// The channel that adds most to a cell (in absolute value), and what it adds.
fn strongest(sums: &LogitSums, maps: &ChannelMaps, cell: usize) -> (usize, f64) {
    let area = (sums.side * sums.side) as f64;
    let part = |channel: usize| {
        let value = maps.map.activation.channel(channel)[cell];
        sums.channels[channel].weight * f64::from(value) / area
    };
    let parts = (0..sums.channels.len()).map(|channel| (channel, part(channel)));
    parts.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs())).unwrap_or((0, 0.0))
}

/// Selects the cell everywhere: of the selected channel, or of the one that adds most to it.
fn click(cell: usize, cells: &Cells<'_>, maps: &ChannelMaps, board: &mut Board<'_, '_>) {
    let channel = cells
        .channel
        .or(selected_channel(board, LAST_MODULE, cells.sums.channels.len()))
        .unwrap_or_else(|| strongest(cells.sums, maps, cell).0);
    let side = cells.sums.side;
    let commands = &mut board.commands;
    commands.push(Command::SelectLayer(LAST_MODULE.to_owned()));
    commands.push(Command::SelectChannel(Some(channel)));
    commands.push(Command::SelectCell(Some((cell / side, cell % side))));
}

fn selected_cell(board: &Board<'_, '_>, side: usize) -> Option<usize> {
    let selection = &board.subject.state.selection;
    let (row, column) = selection.cell.filter(|_| selection.layer == LAST_MODULE)?;
    (row < side && column < side).then_some(row * side + column)
}

/// The picture as a whole takes the focus; arrows move the selected cell.  Whether it has the focus.
fn keyboard(ui: &Ui, rect: Rect, cells: &Cells<'_>, board: &mut Board<'_, '_>) -> bool {
    let id = Id::unique(("evidence-picture", cells.place));
    let subject = board.subject;
    let picture =
        Pressable::new(id).role(Role::Image).sense(Sense::focusable_noninteractive()).radius(size::RADIUS_TILE);
    let response = picture.show(ui, rect, board.look.theme, || {
        let photo = name_at(subject.state, cells.run.source);
        let values = [("class", subject.label(subject.class)), ("photo", &photo)];
        cells.named(tr_with("classifiers-picture", &values))
    });
    if !response.has_focus() {
        return false;
    }
    lock_arrows(ui, id);
    let step = arrows_pressed(ui);
    if step != [0, 0]
        && let Some(maps) = ChannelMaps::get(board, cells.source, LAST_MODULE)
    {
        let side = cells.sums.side;
        let cell = selected_cell(board, side).unwrap_or(0);
        click(cell_after(cell, step, [side, side]), cells, &maps, board);
    }
    true
}
