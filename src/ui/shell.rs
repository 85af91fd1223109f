//! The frame around every view.

use egui::{Align2, Color32, Frame, Key, Margin, Panel, PointerButton, Stroke, Ui};

use super::look::{Look, theme_of};
use super::projector::Frozen;
use super::text::{Language, language, tr};
use super::textures::Textures;
use super::theme::{TextRole, Theme, size};
use super::widgets::{NavItem, Toast, ToastAction, ToastKind, nav_rail, paint_logo, toasts};
use super::{
    classifiers, compare, cost, edit, empty, help, layer, left_column, module, network, projector,
    status_bar, toolbar, tour,
};
use crate::app::{
    ClassifiersTab, Command, Comparison, CostTab, Detail, MessageKind, State, ThemeChoice, View,
};
use crate::spec::{InceptionModule, Modules};

/// What a person moved on the screen without changing what it says: pan, zoom, scroll.
#[derive(Default)]
pub struct Scene {
    textures: Textures,
    /// The language of what the scenes keep.
    spoken: Language,
    /// Where the photos stand in the bar that compares them.
    pub compare: compare::CompareScene,
    /// Pan and zoom of the network.
    pub network: network::NetworkScene,
    /// What is hovered in the module view.
    pub module: module::ModuleScene,
    /// Scroll and hovered cell of the layer view.
    pub layer: layer::LayerScene,
    /// Hovered cell and channel, scroll of the classifiers view.
    pub classifiers: classifiers::ClassifiersScene,
    /// Brush and tab of the panel in which the photo is edited.
    pub edit: edit::EditScene,
    /// Hovered module and layer of the cost view.
    pub cost: cost::CostScene,
    /// The words of the lesson's card.
    pub tour: tour::TourScene,
    /// The last click in front of a class.
    pointer: projector::PointerScene,
    /// The picture that stays as it is.
    pub frozen: Option<Frozen>,
}

impl Scene {
    /// The scene to begin with.
    pub fn with(detail: Detail) -> Self {
        let mut scene = Self::default();
        let tool = match detail {
            Detail::Plain | Detail::Edit | Detail::Keys => None,
            Detail::Occlusion => {
                scene.edit.show_occlusion();
                None
            }
            Detail::SideBySide => {
                scene.module.set_side_by_side(true);
                None
            }
            Detail::Kernels => {
                scene.layer.show_kernels();
                None
            }
            Detail::Walk => Some(module::Tool::Walk),
            Detail::OddKernels => Some(module::Tool::OddKernels),
            Detail::ReceptiveFields => Some(module::Tool::ReceptiveFields),
        };
        scene.module.look_closer(tool);
        scene
    }

    /// Other textures for a while: those of another egui context.
    pub fn exchange_textures(&mut self, other: &mut Textures) {
        std::mem::swap(&mut self.textures, other);
    }

    /// Words that were worked out in another language are worked out anew.
    fn follow_language(&mut self) {
        if self.spoken != language() {
            self.spoken = language();
            self.forget_words();
        }
    }

    /// Words and their places are worked out anew.
    pub fn forget_words(&mut self) {
        self.network.forget_words();
        self.module.forget_words();
        self.layer.forget_words();
        self.cost.forget_words();
    }
}

/// Draws a frame of the whole window.
pub fn draw(ui: &mut Ui, state: &State, scene: &mut Scene, commands: &mut Vec<Command>) {
    let theme = theme_of(state);
    projector::keys(ui, state, scene, commands);
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
}

/// Everything but what lies over a frozen picture too.
fn window(
    ui: &mut Ui,
    state: &State,
    scene: &mut Scene,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    scene.textures.begin_frame();
    scene.follow_language();
    tour::keys(ui, state, commands);
    help::sheet(ui, state, theme, commands);
    keys(ui, state, commands);
    edit::keys(ui, state, &mut scene.edit, commands);
    if state.projector.is_on {
        footer(ui, state, projector::panels(state, scene), theme, commands);
        rest_while_reading(ui, state);
    } else {
        bars(ui, state, scene, theme, commands);
    }
    let look = &mut Look {
        theme,
        textures: &mut scene.textures,
    };
    if !state.projector.is_on {
        compare::bar(ui, state, &mut scene.compare, look, commands);
    }
    tour::dock(ui, state, &mut scene.tour, look, commands);
    let is_empty = is_empty(state);
    if state.projector.is_on {
        // One panel at a time: what stands at the side of a desk's window is a panel of its own.
    } else if !is_empty {
        side(ui, state, &mut scene.edit, look, commands);
    }
    let canvas = Frame::new()
        .fill(theme.bg0)
        .inner_margin(Margin::same(size::SPACE_16 as i8));
    egui::CentralPanel::default().frame(canvas).show(ui, |ui| {
        if is_empty {
            empty::empty(ui, state, look, commands);
            return;
        }
        match state.view {
            View::Network => {
                let scenes = (&mut scene.network, &mut scene.edit);
                network_panel(ui, state, scenes, look, commands);
            }
            View::Module(index) => {
                module::module(ui, state, index, &mut scene.module, look, commands);
            }
            View::Layer => layer::layer(ui, state, &mut scene.layer, look, commands),
            View::Classifiers(tab) => {
                classifiers::classifiers(ui, state, tab, &mut scene.classifiers, look, commands);
            }
            View::Cost(tab) => cost::cost(ui, state, tab, &mut scene.cost, look, commands),
        }
    });
    drop_zone(ui, theme);
    messages(ui, state, theme, commands);
}

/// The network; before a class, the photo's editor and what is believed of it are panels of their own.
fn network_panel(
    ui: &mut Ui,
    state: &State,
    (scene, editor): (&mut network::NetworkScene, &mut edit::EditScene),
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let names = network::panels(state);
    match state.panel(names.len()).map(|panel| names[panel]) {
        Some("edit-photo") => edit::wide(ui, state, editor, look, commands),
        Some("prediction") => left_column::before_class(ui, state, look),
        _ => network::network(ui, state, scene, look, commands),
    }
}

/// Toolbar, status bar and rail: not in front of a class.
fn bars(ui: &mut Ui, state: &State, scene: &mut Scene, theme: &Theme, commands: &mut Vec<Command>) {
    let frame = Frame::new().fill(theme.bg1).inner_margin(Margin::ZERO);
    Panel::top("toolbar")
        .exact_size(size::TOOLBAR_HEIGHT)
        .frame(frame)
        .show(ui, |ui| {
            toolbar::toolbar(ui, state, theme, &mut scene.textures, commands);
        });
    Panel::bottom("status")
        .exact_size(size::STATUS_HEIGHT)
        .frame(frame)
        .show(ui, |ui| status_bar::status_bar(ui, state, theme));
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
    state.shown().is_none() && !state.analysis.is_running()
}

/// Which panel of the view a class sees, where there are several.
fn footer(ui: &mut Ui, state: &State, names: &[&str], theme: &Theme, commands: &mut Vec<Command>) {
    // The lesson chooses the panel itself.
    if names.len() < 2 || state.tour.is_some_and(|tour| !tour.is_hidden) {
        return;
    }
    Panel::bottom("panels")
        .exact_size(size::FOOTER_HEIGHT)
        .frame(Frame::new().fill(theme.bg0))
        .show(ui, |ui| {
            projector::footer(ui, state, names, theme, commands)
        });
}

/// The photo's editor, or beside the network the photo and what is believed of it.
fn side(
    ui: &mut Ui,
    state: &State,
    scene: &mut edit::EditScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
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
            .show(ui, |ui| left_column::left_column(ui, state, look, commands));
    }
}

fn rail_items(ui: &mut Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    let selected = match state.view {
        _ if state.tour.is_some() => NavItem::Tour,
        View::Network => NavItem::Network,
        View::Module(_) => NavItem::Module,
        View::Layer => NavItem::Layer,
        View::Classifiers(_) => NavItem::Classifiers,
        View::Cost(_) => NavItem::Cost,
    };
    if let Some(item) = nav_rail(ui, theme, &ITEMS, selected) {
        commands.push(wish_of(item, state));
    }
}

/// The lesson begins where it was left; everything else is a view.
fn wish_of(item: NavItem, state: &State) -> Command {
    match item {
        NavItem::Tour => Command::StartTour(None),
        view => Command::Show(view_of(view, state)),
    }
}

/// The views there are, from top to bottom; keys 1, 2, … lead to them.
const ITEMS: [NavItem; 6] = [
    NavItem::Network,
    NavItem::Module,
    NavItem::Layer,
    NavItem::Classifiers,
    NavItem::Cost,
    NavItem::Tour,
];

/// The view behind an item of the rail: the module of the selected layer, or 4a where it belongs to none.
fn view_of(item: NavItem, state: &State) -> View {
    match item {
        NavItem::Module => {
            let name = state.selected_layer().and_then(|layer| layer.module_name());
            View::Module(InceptionModule::find(name.unwrap_or("4a")).unwrap_or(0))
        }
        NavItem::Layer => View::Layer,
        NavItem::Classifiers => match state.view {
            View::Classifiers(tab) => View::Classifiers(tab),
            _ => View::Classifiers(ClassifiersTab::default()),
        },
        NavItem::Cost => match state.view {
            View::Cost(tab) => View::Cost(tab),
            _ => View::Cost(CostTab::default()),
        },
        NavItem::Network | NavItem::Tour => View::Network,
    }
}

const VIEW_KEYS: [Key; 6] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
];

/// Shortcuts that work in every view.
fn keys(ui: &Ui, state: &State, commands: &mut Vec<Command>) {
    if ui.text_edit_focused() {
        return;
    }
    ui.input_mut(|input| {
        if input.consume_key(egui::Modifiers::COMMAND, Key::O) {
            commands.push(Command::ChoosePhoto);
        }
        for (key, item) in VIEW_KEYS.into_iter().zip(ITEMS) {
            if input.consume_key(egui::Modifiers::NONE, key) {
                commands.push(wish_of(item, state));
            }
        }
        if input.consume_key(egui::Modifiers::NONE, Key::N) {
            commands.push(Command::SetModules(match state.modules {
                Modules::Reduced => Modules::Naive,
                Modules::Naive | Modules::NaiveStacked => Modules::Reduced,
            }));
        }
        // Before a class B is black.
        let other_photo = match state.projector.is_on || state.tour.is_some() {
            true => Key::A,
            false => Key::B,
        };
        if state.is_comparing() && input.consume_key(egui::Modifiers::NONE, other_photo) {
            commands.push(Command::Compare(match state.comparison {
                Comparison::Second => Comparison::First,
                Comparison::First | Comparison::Both | Comparison::Difference => Comparison::Second,
            }));
        }
        // In the cost view the key changes the unit.
        let unmutes = !state.muted.is_empty() && !matches!(state.view, View::Cost(_));
        if unmutes && input.consume_key(egui::Modifiers::NONE, Key::U) {
            commands.push(Command::ClearMuted);
        }
        if input.consume_key(egui::Modifiers::ALT, Key::ArrowLeft)
            || input.pointer.button_pressed(PointerButton::Extra1)
        {
            commands.push(Command::Back);
        }
        if input.consume_key(egui::Modifiers::ALT, Key::ArrowRight)
            || input.pointer.button_pressed(PointerButton::Extra2)
        {
            commands.push(Command::Forward);
        }
        if input.consume_key(egui::Modifiers::NONE, Key::T) {
            commands.push(Command::SetTheme(other_theme(state)));
        }
        let is_running = state.analysis.is_running() || state.second.is_running();
        if is_running && input.consume_key(egui::Modifiers::NONE, Key::Escape) {
            commands.push(Command::Cancel);
        }
    });
}

/// The theme that is not in use.
pub fn other_theme(state: &State) -> ThemeChoice {
    match state.settings.theme {
        ThemeChoice::Dark => ThemeChoice::Light,
        ThemeChoice::Light => ThemeChoice::Dark,
    }
}

/// The program's mark, in the corner above the rail.
pub(super) fn logo(ui: &Ui, theme: &Theme) {
    let corner = egui::pos2(size::RAIL_WIDTH / 2.0, size::TOOLBAR_HEIGHT / 2.0);
    paint_logo(ui.painter(), corner, theme);
}

/// While files hang over the window.
fn drop_zone(ui: &Ui, theme: &Theme) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let painter = ui.ctx().layer_painter(egui::LayerId::new(
        egui::Order::Foreground,
        egui::Id::unique("drop"),
    ));
    let rect = ui.ctx().content_rect();
    painter.rect_filled(rect, 0.0, theme.bg0.gamma_multiply(0.85));
    let inner = rect.shrink(24.0);
    painter.rect_stroke(
        inner,
        size::RADIUS_LESSON,
        Stroke::new(size::stroke_selection(), theme.hi),
        egui::StrokeKind::Inside,
    );
    let font = TextRole::ViewTitle.font();
    painter.text(
        inner.center(),
        Align2::CENTER_CENTER,
        tr("drop-here"),
        font,
        theme.hi,
    );
}

fn messages(ui: &Ui, state: &State, theme: &Theme, commands: &mut Vec<Command>) {
    if state.still || state.messages.is_empty() {
        return;
    }
    let shown: Vec<Toast> = state
        .messages
        .iter()
        .map(|message| Toast {
            kind: match message.kind {
                MessageKind::Note => ToastKind::Note,
                MessageKind::Error => ToastKind::Error,
            },
            message: message.text.clone(),
            action: (!message.details.is_empty()).then(|| tr("copy-details")),
        })
        .collect();
    match toasts(ui.ctx(), theme, &shown) {
        Some(ToastAction::Dismiss(index)) => {
            commands.push(Command::Dismiss(state.messages[index].id))
        }
        Some(ToastAction::Act(index)) => {
            commands.push(Command::CopyDetails(state.messages[index].id))
        }
        None => {}
    }
}

/// A thin vertical line between groups of controls.
pub(super) fn separator(ui: &mut Ui, color: Color32, height: f32) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(1.0, height), egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, color);
}
