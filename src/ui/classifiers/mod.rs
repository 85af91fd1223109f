//! The three heads and what is behind their answers.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `areas` | where the parts lie |
//! | `subject` | the question, and the runs it is put to |
//! | `heading`, `chooser` | title, choice of classes |
//! | `head_card`, `head_row`, `arrows` | aux 1, aux 2, main, and how the class moves between them |
//! | `evidence` | tab: the exact evidence, cell by cell and channel by channel |
//! | `pooling` | tab: 1024 maps and their means |
//! | `heads` | tab: what a head is made of, and the training loss |
//! | `gradients` | tab: why the heads exist |
//! | `photo`, `maps` | the photo with a map over it; the last maps as pixels |
//! | `scene`, `keys`, `numbers` | choices and caches, keys, words for numbers |

mod areas;
mod arrows;
mod chooser;
mod evidence;
pub mod gradients;
mod head_card;
mod head_row;
mod heading;
mod heads;
mod keys;
mod maps;
mod numbers;
mod photo;
mod pooling;
mod scene;
mod subject;
mod tabs;
mod waiting;

use egui::{Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder};

pub use scene::ClassifiersScene;

use super::look::Look;
use super::theme::size;
use crate::app::{ClassifiersTab, Command, State};
use crate::spec::Head;
use areas::{Areas, LEAST};
use subject::{Board, Subject};

/// How much of the previous result is seen while the next is computed.
const DIMMED: f32 = 0.6;

/// Draws the view; in a canvas that is too small for it, it scrolls.
pub fn classifiers(
    ui: &mut Ui,
    state: &State,
    tab: ClassifiersTab,
    scene: &mut ClassifiersScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let canvas = ui.available_rect_before_wrap();
    if canvas.width() >= LEAST.x && canvas.height() >= LEAST.y {
        view(ui, canvas, state, tab, scene, look, commands);
        return;
    }
    let wanted = canvas.size().max(LEAST);
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
        view(ui, rect, state, tab, scene, look, commands);
    });
}

fn view(
    ui: &mut Ui,
    canvas: Rect,
    state: &State,
    tab: ClassifiersTab,
    scene: &mut ClassifiersScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let areas = Areas::new(canvas);
    let Some(subject) = Subject::new(state) else {
        waiting::waiting(ui, &areas, state, look.theme);
        return;
    };
    if state.analysis.is_running() {
        ui.multiply_opacity(DIMMED);
    }
    let board = &mut Board {
        subject: &subject,
        scene,
        look,
        commands,
    };
    heading::heading(ui, areas.title, board);
    heads_row(ui, &areas, board);
    let border = Stroke::new(size::HAIRLINE, board.look.theme.line);
    let fill = board.look.theme.bg1;
    let painter = ui.painter();
    painter.rect(
        areas.card,
        size::RADIUS_CARD,
        fill,
        border,
        StrokeKind::Inside,
    );
    tabs::tabs(ui, areas.tabs, tab, board);
    match tab {
        ClassifiersTab::Evidence => evidence::evidence(ui, areas.content, board),
        ClassifiersTab::Pooling => pooling::pooling(ui, areas.content, board),
        ClassifiersTab::Heads => heads::heads(ui, areas.content, board),
        ClassifiersTab::Gradients => {
            let builder = UiBuilder::new().max_rect(areas.content);
            ui.scope_builder(builder, |ui| {
                let scene = &mut board.scene.gradients;
                gradients::gradients(ui, state, scene, board.look, board.commands);
            });
        }
    }
    keys::keys(ui, board);
}

/// aux 1, aux 2, main, and the arrows between them.
fn heads_row(ui: &mut Ui, areas: &Areas, board: &mut Board<'_, '_>) {
    let mut anchors = [None; 3];
    for ((head, rect), anchor) in Head::ALL.into_iter().zip(areas.heads).zip(&mut anchors) {
        *anchor = head_card::head_card(ui, rect, areas.row, head, board);
    }
    for (anchors, rects) in anchors.windows(2).zip(areas.heads.windows(2)) {
        if let ([Some(start), Some(end)], [from, to]) = (anchors, rects) {
            arrows::arrow(ui, [*from, *to], [*start, *end], board.look.theme);
        }
    }
}
