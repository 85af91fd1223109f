//! The frame around every view.
//!
//! | file | its job |
//! |---|---|
//! | `scene` | what a person moved without changing what it says |
//! | `rail` | the views, and what leads to them |
//! | `keys` | shortcuts that work in every view |
//! | `over` | what lies over everything: messages, the place to drop files |
//! | `parts` | small parts of the bars |

mod keys;
mod over;
mod parts;
mod rail;
mod scene;

use egui::{Align, Frame, Id, Layout, Margin, Panel, Rect, Ui};
use keys::keys;
use over::{drop_zone, messages};
use rail::rail_items;

use crate::state::{Command, State, View};
use crate::ui::chrome::projector::Frozen;
use crate::ui::chrome::{
    camera, compare, edit, empty, help, left_column, live, off, path, projector, status_bar, toolbar, tour,
};
use crate::ui::cx::Cx;
use crate::ui::look::{Look, theme_of};
use crate::ui::style::{Theme, size};
use crate::ui::views::panel_on_screen;

pub use keys::other_theme;
pub(in crate::ui::chrome) use parts::{logo, separator};
pub use scene::Scene;

/// Draws a frame of the whole window.
pub fn draw(ui: &mut Ui, state: &State, scene: &mut Scene, commands: &mut Vec<Command>) {
    let theme = theme_of(state);
    projector::keys(ui, state, commands);
    let frozen = scene.frozen.take();
    let frozen = frozen.filter(|frozen| state.projector.is_frozen && frozen.fits(ui.ctx()));
    if let Some(frozen) = frozen {
        frozen.draw(ui.ctx());
        scene.frozen = Some(frozen);
    } else {
        window(ui, state, scene, &theme, commands);
        if state.projector.is_frozen {
            scene.frozen = Some(Frozen::take(ui.ctx()));
        }
    }
    projector::last_keys(ui, state, commands);
    projector::pointer(ui.ctx(), state, &mut scene.pointer, &theme);
    projector::presenter(&ui.ctx().clone(), state, scene, &theme, commands);
}

/// Everything but what lies over a frozen picture too.
fn window(ui: &mut Ui, state: &State, scene: &mut Scene, theme: &Theme, commands: &mut Vec<Command>) {
    scene.textures.begin_frame();
    scene.follow_language();
    tour::keys(ui, state, commands);
    camera::viewfinder(ui, state, &mut scene.camera, theme, commands);
    live::question(ui, state, theme, commands);
    help::sheet(ui, state, theme, commands);
    keys(ui, state, commands);
    edit::keys(ui, state, &mut scene.edit, commands);
    live::keys(ui, state, commands);
    if state.projector.is_on {
        footer(ui, state, panel_on_screen(state).parts, theme, commands);
        rest_while_reading(ui, state);
    } else if !state.is_embedded {
        bars(ui, state, scene, theme, commands);
    }
    live::strip(ui, state, theme, commands);
    let look = &mut Look { theme, textures: &mut scene.textures };
    let is_on_desk = !state.projector.is_on && !state.is_embedded;
    if is_on_desk {
        compare::bar(ui, state, &mut scene.compare, look, commands);
    }
    tour::dock(ui, state, &mut scene.tour, look, commands);
    let is_empty = is_empty(state);
    // In front of a class one panel at a time: what stands at the side of a desk's window is a panel of its own.
    if is_on_desk && !is_empty {
        side(ui, state, &mut scene.edit, look, commands);
    }
    let mut margin = Margin::same(size::SPACE_16 as i8);
    if !is_empty && !state.is_embedded && path::is_shown(state) {
        path::path(ui, state, theme, commands);
        margin.top = size::SPACE_4 as i8;
    }
    let canvas = Frame::new().fill(theme.bg0).inner_margin(margin);
    let canvas = egui::CentralPanel::default().frame(canvas).show(ui, |ui| {
        if is_empty {
            let look = &mut Look { theme, textures: &mut scene.textures };
            empty::empty(ui, state, look, commands);
            return;
        }
        (panel_on_screen(state).draw)(ui, &mut Cx { state, scene, theme, commands });
    });
    ui.data_mut(|data| data.insert_temp(figure_id(), canvas.response.rect));
    drop_zone(ui, theme);
    messages(ui, state, theme, commands);
}

/// Where the figure of the view was drawn last, without the bars and columns around it, points.
pub fn figure_on_screen(ctx: &egui::Context) -> Option<Rect> {
    ctx.data(|data| data.get_temp(figure_id()))
}

fn figure_id() -> Id {
    Id::unique("figure-on-screen")
}

/// Toolbar, status bar and rail: not in front of a class.
fn bars(ui: &mut Ui, state: &State, scene: &mut Scene, theme: &Theme, commands: &mut Vec<Command>) {
    let frame = Frame::new().fill(theme.bg1).inner_margin(Margin::ZERO);
    Panel::top("toolbar").exact_size(size::TOOLBAR_HEIGHT).frame(frame).show(ui, |ui| {
        toolbar::toolbar(ui, state, theme, &mut scene.textures, commands);
    });
    Panel::bottom("status")
        .exact_size(size::STATUS_HEIGHT)
        .frame(frame)
        .show(ui, |ui| status_bar::status_bar(ui, state, theme, commands));
    rest_while_reading(ui, state);
    Panel::left("rail")
        .exact_size(size::RAIL_WIDTH)
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| rail_items(ui, state, theme, commands));
}

/// While weights are read nothing below the toolbar can be used: the result on screen is about to be replaced.
fn rest_while_reading(ui: &mut Ui, state: &State) {
    if state.is_reading_weights() && !is_empty(state) {
        ui.disable();
    }
}

/// Whether there is nothing to look at yet.
fn is_empty(state: &State) -> bool {
    // An album needs no photo to be open.
    let needs_photo = !matches!(state.view, View::Album(_));
    needs_photo && state.shown().is_none() && !state.session.first.is_running()
}

/// What is switched off, and which panel of the view a class sees, where there are several.
fn footer(ui: &mut Ui, state: &State, names: &[&str], theme: &Theme, commands: &mut Vec<Command>) {
    // The lesson chooses the panel itself.
    let chooses = names.len() >= 2 && state.tour.is_none_or(|tour| tour.is_hidden);
    if !chooses && !off::has_chips(state) {
        return;
    }
    Panel::bottom("panels").exact_size(size::FOOTER_HEIGHT).frame(Frame::new().fill(theme.bg0)).show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(size::SPACE_16);
            off::chips_alone(ui, state, theme, commands);
            if chooses {
                projector::footer(ui, state, names, theme, commands);
            }
        });
    });
}

/// The photo's editor, or beside the network the photo and what is believed of it.
fn side(ui: &mut Ui, state: &State, scene: &mut edit::EditScene, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    if state.editing.is_open {
        let panel = Panel::left("editor").exact_size(size::EDITOR_WIDTH);
        let frame = Frame::new().fill(look.theme.bg1).inner_margin(Margin::ZERO);
        panel.resizable(false).frame(frame).show(ui, |ui| {
            edit::panel(ui, state, scene, look, commands);
        });
    } else if state.view == View::Network && state.tour.is_none() {
        let frame = Frame::new().fill(look.theme.bg1);
        Panel::left("left-column")
            .exact_size(size::LEFT_COLUMN_WIDTH)
            .resizable(false)
            .frame(frame.inner_margin(Margin::same(16)))
            .show(ui, |ui| left_column::left_column(ui, state, scene, look, commands));
    }
}
