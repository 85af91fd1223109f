//! The three heads and what is behind their answers.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `areas` | where the parts lie |
//! | `class_query` | the question, and the runs it is put to |
//! | `heading`, `chooser` | title, choice of classes |
//! | `head_card`, `head_frame`, `head_row`, `arrows` | aux 1, aux 2, main, and how the class moves between them |
//! | `temperature` | how certain the heads' cards are |
//! | `evidence` | tab: the exact evidence, cell by cell and channel by channel |
//! | `pooling` | tab: 1024 maps and their means |
//! | `heads` | tab: what a head is made of, and the training loss |
//! | `gradients` | tab: why the heads exist |
//! | `heatmaps` | tab: which heatmap can be trusted |
//! | `fool` | tab: the smallest change that changes the answer |
//! | `photo`, `maps` | the photo with a map over it; the last maps as pixels |
//! | `scene`, `keys`, `numbers` | choices and caches, keys, words for numbers |

mod areas;
mod arrows;
mod chooser;
mod class_query;
mod evidence;
mod fool;
pub mod gradients;
mod head_card;
mod head_frame;
mod head_row;
mod heading;
mod heads;
mod heatmaps;
mod keys;
mod maps;
mod numbers;
mod photo;
mod pooling;
mod scene;
mod tabs;
mod temperature;
mod waiting;

use egui::{Rect, Stroke, StrokeKind, Ui};

pub(in crate::ui) use evidence::evidence_numbers;
pub(in crate::ui) use maps::{color_function, overlay_image};
pub(in crate::ui) use numbers::{hangs_on, head_hue, head_name};
pub use scene::ClassifiersScene;

use super::panel::Panel;
use crate::export::{NoTable, Source, Table};
use crate::locale::glossary::Term;
use crate::spec::Head;
use crate::state::{ClassifiersTab, Command, PanelKey, State, View};
use crate::ui::cx::Cx;
use crate::ui::kit::at_least;
use crate::ui::look::Look;
use crate::ui::style::size;
use areas::{Areas, LEAST, LEAST_PANEL};
use class_query::{Board, ClassQuery};

/// How much of the previous result is seen while the next is computed.
const DIMMED: f32 = 0.6;

/// How large the three heads are above a tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heads {
    /// A card each, with the most probable classes.
    Cards,
    /// A line each.
    Strips,
    /// The tab shows what they say itself.
    Inside,
}

/// A tab of the card below the heads.
#[derive(Clone, Copy)]
struct Tab {
    /// Which one.
    tab: ClassifiersTab,
    /// Title and parts; its heads are the last part of each.
    panel: Panel,
    /// The word that it is about.
    term: Option<Term>,
    /// How large the heads are above it.
    heads: Heads,
    /// Draws what it shows: all of it, or one part.
    content: fn(&mut Ui, Rect, Option<usize>, &mut Board<'_, '_>),
    /// Its own controls, at the right of the tabs.
    controls: fn(&mut Ui, Rect, &mut Board<'_, '_>),
}

/// From left to right.
static TABS: [Tab; 6] = [evidence::TAB, pooling::TAB, heads::TAB, gradients::TAB, heatmaps::TAB, fool::TAB];

impl Tab {
    const fn panel(
        tab: ClassifiersTab,
        title: &'static str,
        parts: &'static [&'static str],
        table: fn(&Source) -> Result<Table, NoTable>,
    ) -> Panel {
        Panel { key: PanelKey::Classifiers(tab), title, hint: "hint-classifiers", parts, draw: classifiers, table }
    }
}

/// The tabs as panels.
pub(super) fn panels() -> impl Iterator<Item = &'static Panel> {
    TABS.iter().map(|tab| &tab.panel)
}

/// Draws the view; in a canvas that is too small for it, it scrolls.
fn classifiers(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Cx { state, scene, theme, commands } = cx;
    let look = &mut Look { theme, textures: &mut scene.textures };
    let scene = &mut scene.classifiers;
    let View::Classifiers(tab) = state.view else { return };
    let tab = TABS.iter().find(|other| other.tab == tab).unwrap_or(&TABS[0]);
    let least = if state.projector.is_on { LEAST_PANEL } else { LEAST };
    at_least(ui, least, |ui, rect| view(ui, rect, state, tab, scene, look, commands));
}

fn view(
    ui: &mut Ui,
    canvas: Rect,
    state: &State,
    tab: &Tab,
    scene: &mut ClassifiersScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let parts = tab.panel.parts.len();
    let panel = state.panel(parts);
    let areas = match panel {
        None => match tab.heads {
            Heads::Cards => Areas::new(canvas),
            Heads::Strips => Areas::with_strips(canvas),
            Heads::Inside => Areas::one_panel(canvas),
        },
        Some(_) => Areas::one_panel(canvas),
    };
    let Some(subject) = ClassQuery::new(state) else {
        waiting::waiting(ui, &areas, state, look.theme);
        return;
    };
    if state.session.first.is_running() {
        ui.multiply_opacity(DIMMED);
    }
    let board = &mut Board { subject: &subject, scene, look, commands };
    heading::heading(ui, areas.title, board);
    let shows_heads = panel.is_none_or(|panel| panel + 1 == parts);
    match (panel, tab.heads) {
        (None, Heads::Strips) => heatmaps::strips(ui, areas.heads, board),
        (None, Heads::Inside) => {}
        (None, Heads::Cards) | (Some(_), _) if shows_heads => heads_row(ui, &areas, board),
        (None, Heads::Cards) | (Some(_), _) => {}
    }
    if panel.is_none() || !shows_heads {
        card(ui, &areas, (tab, panel), board);
    }
    keys::keys(ui, board);
}

/// The tabs, and what the chosen one shows: all of it, or one panel.
fn card(ui: &mut Ui, areas: &Areas, (tab, panel): (&Tab, Option<usize>), board: &mut Board<'_, '_>) {
    let border = Stroke::new(size::hairline(), board.look.theme.line);
    let fill = board.look.theme.bg1;
    let painter = ui.painter();
    painter.rect(areas.card, size::RADIUS_CARD, fill, border, StrokeKind::Inside);
    tabs::tabs(ui, areas.tabs, tab, board);
    (tab.content)(ui, areas.content, panel, board);
}

/// aux 1, aux 2, main, and the arrows between them.
fn heads_row(ui: &mut Ui, areas: &Areas, board: &mut Board<'_, '_>) {
    let mut anchors = [None; 3];
    for ((head, rect), anchor) in Head::ALL.into_iter().zip(areas.heads).zip(&mut anchors) {
        *anchor = head_card::head_card(ui, rect, areas.row, head, board);
    }
    for anchors in anchors.array_windows() {
        if let [Some(start), Some(end)] = *anchors {
            arrows::arrow(ui, [start, end], board.look.theme);
        }
    }
}
