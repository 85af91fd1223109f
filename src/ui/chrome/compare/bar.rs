//! The bar below the toolbar while two photos are compared.

use egui::{Align2, Painter, Pos2, Rect, Role, Sense, Stroke, TextureOptions, Ui, vec2};

use super::words::{difference, is_alone, marks, name_of_a, name_of_b};
use crate::locale::format::percent;
use crate::locale::text::{class_text, tr, tr_with};
use crate::session::{RunView, Source};
use crate::state::{Command, Comparison, Spoiler, State, View};
use crate::ui::kit::paint::framed_picture;
use crate::ui::kit::{
    Area, Button, Icon, Pressable, Segmented, from_right, right_of, within, write_fitted, write_sized,
};
use crate::ui::look::{Look, photo_image};
use crate::ui::style::{TextRole, Theme, Weight, size};

/// Side of a small photo, points.
const THUMBNAIL: f32 = 34.0;

/// What the bar remembers from frame to frame.
#[derive(Default)]
pub struct CompareScene {
    /// Without a second photo: whether the photo is compared with itself before muting.
    is_muting_compared: bool,
    /// Where the second photo stands: a file dropped here is opened as the second.
    second_half: Option<Rect>,
}

impl CompareScene {
    /// Whether a file dropped at this place is meant to be the second photo.
    pub fn is_second(&self, place: Pos2) -> bool {
        self.second_half.is_some_and(|half| half.contains(place))
    }

    /// Whether the bar is there.
    fn is_open(&mut self, state: &State) -> bool {
        if state.session.second.is_open() {
            self.is_muting_compared = false;
            return true;
        }
        self.is_muting_compared =
            state.is_comparing() && (self.is_muting_compared || state.comparison != Comparison::First);
        // A layer shows every number before and after by itself.
        self.is_muting_compared || explains_layer(state)
    }
}

/// Whether the bar says what the two numbers of the layer view are.
fn explains_layer(state: &State) -> bool {
    state.is_comparing() && is_alone(state) && state.view == View::Layer
}

/// Shows the bar, if there is anything to compare.
pub fn bar(ui: &mut Ui, state: &State, scene: &mut CompareScene, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    scene.second_half = None;
    if !scene.is_open(state) {
        return;
    }
    let frame = egui::Frame::new().fill(look.theme.bg1);
    let panel = egui::Panel::top("compare").exact_size(size::COMPARE_HEIGHT).frame(frame);
    panel.show(ui, |ui| {
        let rect = ui.max_rect();
        let line = Stroke::new(size::hairline(), look.theme.line);
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
        let inner = rect.shrink2(vec2(size::SPACE_16, 0.0));
        let controls = controls(ui, inner, state, scene, look.theme, commands);
        let photos = inner.with_max_x(controls - size::SPACE_16);
        scene.second_half = Some(halves(ui, photos, state, look, commands));
    });
}

/// Which photo is shown, and close, at the right; returns where they begin.
fn controls(
    ui: &mut Ui,
    rect: Rect,
    state: &State,
    scene: &mut CompareScene,
    theme: &Theme,
    commands: &mut Vec<Command>,
) -> f32 {
    from_right(ui, rect, |ui| {
        ui.spacing_mut().item_spacing.x = size::SPACE_12;
        let can_close = !explains_layer(state) || state.comparison != Comparison::First;
        let close = tr("compare-close-name");
        if can_close && ui.add(Button::icon(theme, Icon::Close, &close)).clicked() {
            scene.is_muting_compared = false;
            commands.push(match state.session.second.is_open() {
                true => Command::CloseSecond,
                false => Command::Compare(Comparison::First),
            });
        }
        let (both, difference) = (tr("compare-both"), difference(state));
        let [a, b] = marks(state);
        let labels = [&*a, &*b, &both, &difference];
        let choices: Vec<(Comparison, &str)> = Comparison::ALL.into_iter().zip(labels).collect();
        let hints = hints(state);
        let is_ready = state.is_comparing();
        let name = tr(if state.compares_networks() { "networks-shown" } else { "compare-shown" });
        let chosen = ui.add_enabled_ui(is_ready, |ui| {
            Segmented::new(&name, &choices, state.comparison).hints(&hints).show(ui, theme).inner
        });
        if let Some(comparison) = chosen.inner {
            commands.push(Command::Compare(comparison));
        }
        ui.min_rect().left()
    })
}

/// What each choice shows, for its tooltip.
fn hints(state: &State) -> Vec<String> {
    let a = name_of_a(state);
    let b = name_of_b(state);
    let is_networks = state.compares_networks();
    let one = if is_networks { "networks-hint-one" } else { "compare-hint-one" };
    let both = if is_networks { "networks-hint-both" } else { "compare-hint-both" };
    vec![tr_with(one, &[("photo", a)]), tr_with(one, &[("photo", b)]), tr(both), tr("compare-hint-difference")]
}

/// Both photos with swap between them; returns the place of the second.
fn halves(ui: &mut Ui, rect: Rect, state: &State, look: &mut Look<'_>, commands: &mut Vec<Command>) -> Rect {
    let middle = size::CONTROL_HEIGHT + 2.0 * size::SPACE_12;
    let width = ((rect.width() - middle) / 2.0).min(260.0);
    let left = rect.left_part(width);
    let swap = left.beside(size::SPACE_12, size::CONTROL_HEIGHT).middle_row(size::CONTROL_HEIGHT);
    let right = left.beside(middle, width);
    let first = state.shown_as(Source::A);
    let name = name_of_a(state);
    half(ui, left, state, (Comparison::First, first, name), look);
    let name = match state.session.second.is_running() && !state.compares_networks() {
        true => tr_with("compare-running", &[("photo", state.session.second.name())]),
        false => name_of_b(state),
    };
    let second = state.shown_as(Source::B);
    half(ui, right, state, (Comparison::Second, second, name), look);
    if state.second().is_some() {
        within(ui, swap, |ui| {
            let name = tr("compare-swap-name");
            if ui.add(Button::icon(look.theme, Icon::Swap, &name)).clicked() {
                commands.push(Command::SwapPhotos);
            }
        });
    }
    right
}

/// Letter, small photo, name and prediction.
fn half(
    ui: &Ui,
    rect: Rect,
    state: &State,
    (side, shown, name): (Comparison, Option<&RunView>, String),
    look: &mut Look<'_>,
) {
    let theme = look.theme;
    let is_first = side == Comparison::First;
    let letter = super::LETTERS[usize::from(!is_first)];
    // What is not shown steps back.
    let is_seen = state.comparison == side || matches!(state.comparison, Comparison::Both | Comparison::Difference);
    let is_stale =
        (is_first && state.session.first.is_running()) || (!is_first && state.session.second.is_running()) || !is_seen;
    let mut painter = ui.painter().with_clip_rect(rect.expand(2.0));
    painter.multiply_opacity(if is_stale { 0.6 } else { 1.0 });
    let ink = if is_seen { theme.hi } else { theme.mid };
    write_sized(&painter, rect, Align2::LEFT_CENTER, letter, Weight::Bold.size(16.0), ink);
    let picture = rect.without_left(20.0).square(Align2::LEFT_CENTER, THUMBNAIL);
    // A class is still to guess what the second network says.
    let is_covered = !is_first && state.is_covered(Spoiler::Networks);
    let belief = shown.filter(|_| !is_covered).map(belief);
    match shown {
        Some(shown) => thumbnail(ui, &painter, picture, shown, look),
        None => {
            painter.rect_filled(picture, size::RADIUS_TILE, theme.bar_track);
        }
    }
    let belief = belief.unwrap_or_default();
    let [above, below] = right_of(rect, picture, 10.0).middle_row(36.0).rows(0.0);
    write_fitted(&painter, above, Align2::LEFT_CENTER, &name, TextRole::Caption, theme.mid);
    write_fitted(&painter, below, Align2::LEFT_CENTER, &belief, TextRole::BodyStrong, theme.hi);
    let label = Pressable::new(ui.scope_id().with(("compare-half", letter))).role(Role::Label).sense(Sense::hover());
    label.show(ui, rect, theme, || format!("{letter}: {name}, {belief}"));
}

/// "cat 90.1%".
fn belief(shown: &RunView) -> String {
    let top = shown.report.main().top(1, &shown.report.labels);
    top.first().map_or_else(String::new, |class| {
        format!("{} {}", class_text(&class.label), percent(f64::from(class.probability)))
    })
}

fn thumbnail(ui: &Ui, painter: &Painter, rect: Rect, shown: &RunView, look: &mut Look<'_>) {
    let key = ("compare-thumbnail", shown.photo.id);
    let texture =
        look.textures.get(ui.ctx(), key, TextureOptions::LINEAR, || photo_image(&shown.photo.prepared.pixels));
    framed_picture(painter, texture.id(), rect, look.theme);
}
