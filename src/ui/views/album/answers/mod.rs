//! Which answers are right: by label, by head, by certainty.
//!
//! | file | what it shows |
//! |---|---|
//! | `model` | the numbers, worked out once |
//! | `matrix` | label against answer |
//! | `heads` | the three heads |
//! | `cell` | the photos of a cell or a bin |
//! | `reliability` | is it right as often as it is sure? |
//! | `scene` | what a person moved among answers |

mod cell;
mod heads;
mod matrix;
mod model;
mod reliability;
pub(super) mod scene;

use egui::{Align2, Rect, ScrollArea, Sense, Ui, vec2};
use model::{Model, SURE};

use super::WIDE;
use super::context::AlbumContext;
use super::scene::AlbumScene;
use super::tile::Pictures;
use super::words::whole_percent;
use crate::locale::text::{tr, tr_with};
use crate::spec::Head;
use crate::state::{AlbumCommand, Command, RowOrder, Spot};
use crate::ui::kit::{Area, within, write};
use crate::ui::look::Look;
use crate::ui::shortcuts;
use crate::ui::style::{TextRole, size};

/// "Over 90% sure: 84 of 84 right. With unknown things, 84 of 118".
pub(super) fn headline(shown: &AlbumContext<'_>) -> Option<[String; 2]> {
    let mut counts = [[0usize; 2]; 2];
    for (_, photo) in shown.album.ran() {
        let Some(answer) = photo.answer(Head::Main).filter(|answer| answer.best().probability > SURE) else { continue };
        let right = usize::from(answer.is_right() == Some(true));
        let known = usize::from(photo.known().is_some());
        counts[0] = [counts[0][0] + known, counts[0][1] + right];
        counts[1] = [counts[1][0] + 1, counts[1][1] + right];
    }
    let [known, all] = counts;
    if shown.facts.known_photos() == 0 {
        let folders = shown.facts.unknown.len() as f64;
        let words = tr_with("album-headline-never-taught", &[("count", folders)]);
        return Some([words.clone(), words]);
    }
    let sure = whole_percent(SURE.into());
    let values =
        [("sure", sure), ("right", known[1].to_string()), ("known", known[0].to_string()), ("all", all[0].to_string())];
    let long = if all[0] > known[0] { "album-headline-sure" } else { "album-headline-sure-short" };
    Some([tr_with(long, &values), tr_with("album-headline-sure-short", &values)])
}

/// Where the parts stand.
struct Areas {
    matrix: Option<Rect>,
    heads: Option<Rect>,
    cell: Option<Rect>,
    reliability: Option<Rect>,
}

/// Height of the cards at the right above the diagram.
const SMALL_CARD: f32 = 262.0;
/// The same of the diagram.
const DIAGRAM: f32 = 416.0;
/// Width of the matrix, of the cards at the right.
const CARD: f32 = 296.0;
const GAP: f32 = size::SPACE_16;

impl Areas {
    fn wide(mut rect: Rect) -> Self {
        let mut right = rect.take_right(2.0 * CARD + GAP);
        let [heads, cell] = right.take_top(SMALL_CARD).columns(GAP);
        Self {
            matrix: Some(rect.without_right(GAP)),
            heads: Some(heads),
            cell: Some(cell),
            reliability: Some(right.without_top(GAP)),
        }
    }

    /// The cell's card below the heads', the diagram below the matrix.
    fn narrow(rect: Rect) -> Self {
        let mut upper = rect.top_part(2.0 * SMALL_CARD + GAP);
        let reliability = upper.beneath(GAP, DIAGRAM);
        let [heads, cell] = upper.take_right(CARD).rows(GAP);
        Self {
            matrix: Some(upper.without_right(GAP)),
            heads: Some(heads),
            cell: Some(cell),
            reliability: Some(reliability),
        }
    }

    /// One of them before a class.
    fn alone(rect: Rect, panel: usize) -> Self {
        let at = |place: usize| (place == panel).then_some(rect);
        Self { matrix: at(0), heads: at(1), cell: None, reliability: at(2) }
    }
}

/// Shows the tab.
pub(super) fn answers(
    ui: &mut Ui,
    rect: Rect,
    shown: &AlbumContext<'_>,
    scene: &mut AlbumScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    keys(ui, shown, commands);
    let choices = shown.choices();
    let of = (shown.album.id, choices.head, choices.rows);
    let kept = scene.answers.model.take().filter(|model| model.of == of);
    let Some(model) = kept.or_else(|| Model::new(shown.album, choices.head, choices.rows)) else {
        let (words, ink) = (tr("album-answers-none"), shown.theme.mid);
        write(ui.painter(), rect, Align2::CENTER_CENTER, &words, TextRole::Body, ink);
        return;
    };
    let parts = Parts { shown, model: &model };
    let pictures = &mut Pictures { textures: look.textures, wanted: &mut scene.wanted };
    let bin = &mut scene.answers.bin;
    match shown.state.panel(3) {
        Some(panel) => parts.show(ui, &Areas::alone(rect, panel), bin, pictures, commands),
        None if rect.width() >= WIDE => parts.show(ui, &Areas::wide(rect), bin, pictures, commands),
        None => {
            within(ui, rect, |ui| {
                ScrollArea::vertical().id_salt("album-answers").auto_shrink(false).show(ui, |ui| {
                    let height = 2.0 * SMALL_CARD + 2.0 * GAP + DIAGRAM;
                    let (page, _) = ui.allocate_exact_size(vec2(rect.width() - 10.0, height), Sense::hover());
                    parts.show(ui, &Areas::narrow(page), bin, pictures, commands);
                });
            });
        }
    }
    scene.answers.model = Some(model);
}

/// What the cards are drawn from.
#[derive(Clone, Copy)]
struct Parts<'a> {
    shown: &'a AlbumContext<'a>,
    model: &'a Model,
}

impl Parts<'_> {
    fn show(
        &self,
        ui: &mut Ui,
        areas: &Areas,
        bin: &mut Option<usize>,
        pictures: &mut Pictures<'_>,
        commands: &mut Vec<Command>,
    ) {
        // What is pointed at in the diagram lights cells of the matrix, one frame later.
        let lit = *bin;
        if let Some(rect) = areas.matrix {
            matrix::card(ui, rect, *self, lit, commands);
        }
        if let Some(rect) = areas.heads {
            heads::card(ui, rect, *self);
        }
        if let Some(rect) = areas.cell {
            cell::card(ui, rect, *self, pictures, commands);
        }
        *bin = areas.reliability.and_then(|rect| reliability::card(ui, rect, *self, commands));
    }

    /// What is chosen; without a choice the most frequent mistake.
    fn spot(&self) -> Option<Spot> {
        let chosen = self.shown.choices().spot;
        chosen.or_else(|| self.model.spot_of(self.model.most_confused?))
    }
}

fn keys(ui: &Ui, shown: &AlbumContext<'_>, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() || shown.state.album.shows_about {
        return;
    }
    let choices = shown.choices();
    let heads: Vec<Head> = shown.facts.heads.iter().map(|shares| shares.head).collect();
    if !heads.is_empty() && shortcuts::ALBUM_HEAD.pressed(ui) {
        let now = heads.iter().position(|&head| head == choices.head).unwrap_or(0);
        commands.push(Command::Album(AlbumCommand::SetHead(heads[(now + 1) % heads.len()])));
    }
    if shortcuts::ALBUM_ROWS.pressed(ui) {
        let now = RowOrder::ALL.iter().position(|&rows| rows == choices.rows).unwrap_or(0);
        let next = RowOrder::ALL[(now + 1) % RowOrder::ALL.len()];
        commands.push(Command::Album(AlbumCommand::SetRows(next)));
    }
    if choices.spot.is_some() && shortcuts::ESCAPE.pressed(ui) {
        commands.push(Command::Album(AlbumCommand::SetSpot(None)));
    }
}
