//! Title, progress and which album; then the tabs and the result in large type.

use egui::{Align, Align2, Layout, Rect, Stroke, Ui, vec2};

use super::context::AlbumContext;
use super::empty::folder_button;
use super::{answers, guess, map, photos, teach};
use crate::album::Progress;
use crate::locale::format::{fixed, milliseconds};
use crate::locale::text::{tr, tr_with};
use crate::state::{AlbumCommand, AlbumRun, AlbumTab, Command, PanelKey, State, View};
use crate::ui::kit::{
    Area, Button, Icon, Segmented, from_right, menu, right_of, within, write, write_fitted, write_largest,
};
use crate::ui::style::{TextRole, Theme, size};
use crate::ui::views::module::paint;
use crate::ui::views::panel;

/// Height of both rows with what is between and below them, points.
pub(super) const HEIGHT: f32 = 2.0 * size::CONTROL_HEIGHT + size::SPACE_12 + 14.0;

/// Shows both rows.
pub(super) fn header(
    ui: &mut Ui,
    rect: Rect,
    (state, tab): (&State, AlbumTab),
    shown: Option<&AlbumContext<'_>>,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let first = rect.top_part(size::CONTROL_HEIGHT);
    let controls = controls(ui, first, state, theme, commands);
    let title = write(ui.painter(), first, Align2::LEFT_CENTER, &tr("view-album"), TextRole::ViewTitle, theme.hi);
    if let Some(shown) = shown {
        let place = right_of(first, title, size::SPACE_16).with_max_x(controls);
        let words = caption(shown);
        // A little lower than the title, so that both stand on one line.
        let line = place.without_right(size::SPACE_16).without_top(4.0);
        write_fitted(ui.painter(), line, Align2::LEFT_CENTER, &words, TextRole::Body, theme.low);
        paint::speak(ui, place, "caption", &words);
    }
    let second = first.beneath(size::SPACE_12, size::CONTROL_HEIGHT);
    let tabs = tabs(ui, second, tab, theme, commands);
    let wordings = match (tab, shown) {
        (AlbumTab::Teach, _) => teach::headline(state),
        (AlbumTab::Photos, Some(shown)) => photos::headline(shown),
        (AlbumTab::Answers, Some(shown)) => answers::headline(shown),
        (AlbumTab::Map, Some(shown)) => map::headline(shown),
        (AlbumTab::Guess, Some(shown)) => guess::headline(shown),
        (AlbumTab::Photos | AlbumTab::Answers | AlbumTab::Map | AlbumTab::Guess, None) => None,
    };
    if let Some(wordings) = wordings {
        result(ui, second.with_min_x(tabs + size::SPACE_24), theme, &wordings);
    }
}

/// "522 photos in 119 folders · built in".
fn caption(shown: &AlbumContext<'_>) -> String {
    let album = shown.album;
    let photos = tr_with("album-photos", &[("count", album.photos.len() as f64)]);
    let folders = tr_with("album-in-folders", &[("count", album.labels.len() as f64)]);
    let name = shown.state.album.folder_name().unwrap_or_else(|| tr("album-built-in-caption"));
    match album.labels.len() {
        0 => format!("{photos} · {name}"),
        _ => format!("{photos}{folders} · {name}"),
    }
}

/// The result as large as it fits; its short form where the long one would be small.
fn result(ui: &Ui, rect: Rect, theme: &Theme, wordings: &[String; 2]) {
    let sizes = [28.0, 26.0, 24.0, 22.0, 20.0, 18.0];
    write_largest(ui.painter(), rect, Align2::RIGHT_CENTER, wordings, &sizes, theme.hi);
    paint::speak(ui, rect, "headline", &wordings[0]);
}

/// The tabs; returns where they end.
fn tabs(ui: &mut Ui, row: Rect, tab: AlbumTab, theme: &Theme, commands: &mut Vec<Command>) -> f32 {
    let names = AlbumTab::ALL.map(|tab| tr(panel(PanelKey::Album(tab)).title));
    let choices: Vec<(AlbumTab, &str)> = AlbumTab::ALL.into_iter().zip(names.iter().map(String::as_str)).collect();
    within(ui, row, |ui| {
        let output = Segmented::new(&tr("album-tabs"), &choices, tab).show(ui, theme);
        if let Some(tab) = output.inner {
            commands.push(Command::Show(View::Album(tab)));
        }
        output.response.rect.right()
    })
}

/// Which album, and how far it is; returns where that begins.
fn controls(ui: &mut Ui, row: Rect, state: &State, theme: &Theme, commands: &mut Vec<Command>) -> f32 {
    from_right(ui, row, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_8;
        if state.projector.is_on {
            return row.right();
        }
        let name = tr("album-open-folder");
        folder_button(ui, state, &name, &name, theme, commands);
        which(ui, state, theme, commands);
        goes_on(ui, state, theme, commands);
        progress(ui, state, theme);
        ui.min_rect().left()
    })
}

/// The menu of the album: others, what is kept, forgetting.
fn which(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let built_in = tr("album-built-in");
    let Some(_) = state.album.place else {
        if ui.add(Button::plain(theme, &built_in)).clicked() {
            commands.push(Command::Album(AlbumCommand::OpenBuiltIn));
        }
        return;
    };
    let name = state.album.folder_name();
    let label: String = name.clone().unwrap_or_else(|| built_in.clone()).chars().take(24).collect();
    let button = ui.add(Button::plain(theme, &label).named(&tr("album-menu")).opens_menu());
    menu(&button).layout(Layout::top_down(Align::Min)).show(|ui| {
        ui.set_width(260.0);
        ui.spacing_mut().item_spacing = vec2(size::SPACE_8, size::SPACE_8);
        let mut wish = |ui: &mut Ui, words: String, command: AlbumCommand| {
            if ui.add(Button::plain(theme, &words)).clicked() {
                commands.push(Command::Album(command));
                ui.close();
            }
        };
        if name.is_some() {
            wish(ui, built_in, AlbumCommand::OpenBuiltIn);
        }
        wish(ui, tr("album-about"), AlbumCommand::ShowAbout(true));
        wish(ui, tr("album-forget"), AlbumCommand::Forget);
        wish(ui, tr("album-forget-all"), AlbumCommand::ForgetAll);
    });
}

/// Stop, or go on.
fn goes_on(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    match state.album.run {
        AlbumRun::Listing | AlbumRun::Running(_) => {
            if ui.add(Button::icon(theme, Icon::Close, &tr("album-pause"))).clicked() {
                commands.push(Command::Album(AlbumCommand::Pause));
            }
        }
        AlbumRun::Paused(_) | AlbumRun::Failed(_) => {
            if ui.add(Button::icon(theme, Icon::Play, &tr("album-go-on"))).clicked() {
                commands.push(Command::Album(AlbumCommand::GoOn));
            }
        }
        AlbumRun::Closed | AlbumRun::Complete(_) => {}
    }
}

/// How far it is, over a line that fills.
fn progress(ui: &mut Ui, state: &State, theme: &Theme) {
    let Some(words) = progress_words(state) else { return };
    let share = state.album.progress().map_or(0.0, |at| at.done as f32 / at.total.max(1) as f32);
    let is_complete = matches!(state.album.run, AlbumRun::Complete(_));
    let galley = ui.painter().layout_no_wrap(words.clone(), TextRole::Caption.font(), theme.mid);
    let tick = if is_complete { 20.0 } else { 0.0 };
    let wanted = vec2(galley.size().x + tick, size::CONTROL_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(wanted, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &words));
    let painter = ui.painter();
    let place = rect.without_bottom(4.0).without_left(tick).place(Align2::LEFT_CENTER, galley.size());
    painter.galley(place.min, galley, theme.mid);
    if is_complete {
        let at = |x: f32, y: f32| rect.left_center() + vec2(7.0 + x, y - 2.0);
        let pen = Stroke::new(2.0, theme.hi);
        painter.line(vec![at(-4.5, 0.2), at(-1.2, 3.5), at(4.5, -3.5)], pen);
    }
    let track = rect.bottom_part(8.0);
    painter.hline(track.x_range(), track.center().y, Stroke::new(2.0, theme.line));
    painter.hline(track.share(share).x_range(), track.center().y, Stroke::new(2.0, theme.hi));
}

fn progress_words(state: &State) -> Option<String> {
    let each = |at: &Progress| at.photo_ms.map(milliseconds);
    Some(match &state.album.run {
        AlbumRun::Closed => return None,
        AlbumRun::Listing => tr("album-listing"),
        AlbumRun::Running(at) => {
            let values = [("done", at.done.to_string()), ("total", at.total.to_string())];
            let done = tr_with("album-done", &values);
            match (each(at), at.left_seconds) {
                (Some(each), Some(left)) => {
                    let left = time_left(left);
                    let values = [("done", done), ("each", each), ("left", left)];
                    tr_with("album-running", &values)
                }
                (Some(_) | None, _) => done,
            }
        }
        AlbumRun::Paused(at) => {
            tr_with("album-paused", &[("done", at.done.to_string()), ("total", at.total.to_string())])
        }
        AlbumRun::Complete(at) => {
            let photos = tr_with("album-photos", &[("count", at.total as f64)]);
            match each(at) {
                Some(each) => tr_with("album-complete", &[("photos", photos), ("each", each)]),
                None => photos,
            }
        }
        AlbumRun::Failed(_) => tr("album-failed"),
    })
}

/// "3 s", "2 min".
fn time_left(seconds: f64) -> String {
    match seconds {
        ..90.0 => tr_with("album-seconds", &[("count", fixed(seconds.max(1.0), 0))]),
        _ => tr_with("album-minutes", &[("count", fixed(seconds / 60.0, 0))]),
    }
}
