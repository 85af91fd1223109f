//! An album: what the network answers to each of its photos, which answers are right, and which photos are alike to it.
//!
//! | file | what it shows or does |
//! |---|---|
//! | `header` | title, progress, which album; tabs and the result |
//! | `empty` | no album yet, or none that can be shown |
//! | `about` | whose photos these are, what is kept of them and how to forget it |
//! | `photos` | the photos with their answers |
//! | `answers` | confusion matrix, heads, reliability |
//! | `map` | photos in a plane |
//! | `teach` | classes of one's own, in trays |
//! | `guess` | a game: what will the network answer? |
//! | `tables` | its numbers as rows |
//! | `facts` | numbers worked out once a snapshot |
//! | `context` | what every part is drawn from |
//! | `tile`, `words` | a photo as a tile, and its sentences |
//! | `scene` | what a person moved in the album |

mod about;
mod answers;
mod context;
mod empty;
mod facts;
mod guess;
mod header;
mod map;
mod photos;
mod scene;
mod tables;
mod teach;
mod tile;
mod words;

use context::AlbumContext;
use egui::{Rect, Ui, Vec2, vec2};
use facts::Facts;

use super::panel::Panel;
use crate::export::{NoTable, Source, Table};
use crate::state::{AlbumCommand, AlbumTab, Command, PanelKey, State, View};
use crate::ui::cx::Cx;
use crate::ui::kit::{Area, at_least};
use crate::ui::look::Look;
pub use scene::AlbumScene;

/// The smallest canvas everything fits on; a smaller one scrolls.
const SMALLEST: Vec2 = vec2(900.0, 560.0);
/// The narrowest canvas with a card at the right: a window of 1280.
const WIDE: f32 = 1172.0;
/// How much of the previous result is seen while the next is computed.
const DIMMED: f32 = 0.6;

const fn panel(
    tab: AlbumTab,
    [title, hint]: [&'static str; 2],
    parts: &'static [&'static str],
    table: fn(&Source) -> Result<Table, NoTable>,
) -> Panel {
    Panel { key: PanelKey::Album(tab), title, hint, parts, draw: album, table }
}

/// The tabs, from left to right.
pub static PANELS: [Panel; 5] = [
    panel(
        AlbumTab::Photos,
        ["album-tab-photos", "hint-album-photos"],
        &["album-tab-photos", "album-panel-photo"],
        tables::photos,
    ),
    panel(
        AlbumTab::Answers,
        ["album-tab-answers", "hint-album-answers"],
        &["album-panel-matrix", "album-panel-heads", "album-panel-reliability"],
        tables::answers,
    ),
    panel(AlbumTab::Map, ["album-tab-map", "hint-album-map"], &["album-tab-map", "album-panel-curve"], tables::map),
    panel(
        AlbumTab::Teach,
        ["album-tab-teach", "hint-album-teach"],
        &["teach-panel-live", "teach-panel-left-out", "teach-panel-learned"],
        tables::photos,
    ),
    panel(AlbumTab::Guess, ["album-tab-guess", "hint-album-guess"], &["album-tab-guess"], tables::photos),
];

/// Draws the view.
fn album(ui: &mut Ui, cx: &mut Cx<'_>) {
    let View::Album(tab) = cx.state.view else { return };
    let (state, commands) = (cx.state, &mut *cx.commands);
    let scene = &mut *cx.scene;
    let look = &mut Look { theme: cx.theme, textures: &mut scene.textures };
    draw(ui, (state, tab), &mut scene.album, look, commands);
}

fn draw(
    ui: &mut Ui,
    (state, tab): (&State, AlbumTab),
    scene: &mut AlbumScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    scene.wanted.clear();
    let least = if state.projector.is_on { Vec2::ZERO } else { SMALLEST };
    at_least(ui, least, |ui, canvas| contents(ui, canvas, (state, tab), scene, look, commands));
    about::window(ui, state, look.theme, commands);
    if !scene.wanted.is_empty() {
        let wanted = std::mem::take(&mut scene.wanted);
        commands.push(Command::Album(AlbumCommand::WantThumbnails(wanted)));
    }
}

fn contents(
    ui: &mut Ui,
    canvas: Rect,
    (state, tab): (&State, AlbumTab),
    scene: &mut AlbumScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let facts = state.album.album.as_ref().map(|album| {
        let kept = scene.facts.take();
        kept.filter(|facts| facts.id == album.id).unwrap_or_else(|| Facts::new(album))
    });
    let shown = state.album.album.as_ref().zip(facts.as_ref());
    let shown = shown.map(|(album, facts)| AlbumContext { state, album, facts, theme: look.theme });
    header::header(ui, canvas, (state, tab), shown.as_ref(), look.theme, commands);
    let rect = canvas.without_top(header::HEIGHT);
    match &shown {
        // Trays need no album.
        _ if tab == AlbumTab::Teach => teach::teach(ui, rect, state, &mut scene.teach, look, commands),
        None => empty::empty(ui, rect, state, look.theme, commands),
        Some(shown) => {
            ui.scope(|ui| {
                if shown.is_stale() {
                    ui.multiply_opacity(DIMMED);
                }
                match tab {
                    AlbumTab::Photos => photos::photos(ui, rect, shown, scene, look, commands),
                    AlbumTab::Answers => answers::answers(ui, rect, shown, scene, look, commands),
                    AlbumTab::Map => map::map(ui, rect, shown, scene, look, commands),
                    AlbumTab::Guess => guess::guess(ui, rect, shown, scene, look, commands),
                    AlbumTab::Teach => {}
                }
            });
        }
    }
    scene.facts = facts;
}
