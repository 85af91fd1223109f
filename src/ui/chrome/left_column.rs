//! The photo with its crop, and what the network says it is.

use egui::{Align, Align2, Color32, Layout, Rect, RichText, Sense, Ui, vec2};

use crate::imaging::Fit;
use crate::locale::glossary::Term;
use crate::locale::photo_names::{photo_text, picture_note};
use crate::locale::text::{class_text, tr, tr_with};
use crate::session::{RunView, Source};
use crate::spec::Head;
use crate::state::{ClassifiersTab, Command, Comparison, State, View};
use crate::ui::chrome::compare::{LETTERS, name_of_a, name_of_b};
use crate::ui::chrome::crop::{self, is_centred, photo, seen_part};
use crate::ui::chrome::edit::EditScene;
use crate::ui::chrome::known_classes::known_classes;
use crate::ui::kit::{Area, ProbabilityBar, right_of, term, tooltip, within, write};
use crate::ui::look::Look;
use crate::ui::style::{Hue, TextRole, Theme, size};

/// Classes listed at most.
const TOP: usize = 5;
/// Height of the photo, points, at most.
const PHOTO_HEIGHT: f32 = 208.0;
/// The photo takes no more than this share of the column's height.
const PHOTO_SHARE: f32 = 0.25;
/// Height of the legend, and of the first and any other class, points.
const LEGEND_HEIGHT: f32 = 138.0;
const CLASS_HEIGHTS: [f32; 2] = [60.0, 38.0];

/// Least and most height of the list of what the weights know, points.
const LEAST_KNOWN: f32 = 60.0;
const MOST_KNOWN: f32 = 260.0;

/// Height of the title over a photo and the gaps around it, points.
const PAIR_TITLES: f32 = 44.0;

/// Shows the column.
pub fn left_column(
    ui: &mut Ui,
    state: &State,
    scene: &mut EditScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    if state.is_stale() {
        ui.multiply_opacity(0.6);
    }
    ui.spacing_mut().item_spacing.y = size::SPACE_4;
    crop::prepare(ui, state, look);
    match state.comparison {
        Comparison::Both | Comparison::Difference if state.is_comparing() => pair(ui, state, scene, look, commands),
        Comparison::First | Comparison::Second | Comparison::Both | Comparison::Difference => {
            if let Some(shown) = state.shown_as(state.source()) {
                single(ui, shown, state, scene, look, commands);
            }
        }
    }
    let known = ui.available_height() - LEGEND_HEIGHT - size::SPACE_24;
    if known >= LEAST_KNOWN {
        ui.add_space(size::SPACE_8);
        known_classes(ui, state, look.theme, known.min(MOST_KNOWN));
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| legend(ui, look.theme));
}

/// The same before a class: the photo beside what is believed of it, and below all that the weights know.
pub fn presentation_panel(
    ui: &mut Ui,
    state: &State,
    scene: &mut EditScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(shown) = state.shown_as(state.source()) else {
        return;
    };
    if state.is_stale() {
        ui.multiply_opacity(0.6);
    }
    let room = ui.available_rect_before_wrap();
    let mut lower = room;
    let upper = lower.take_top(room.height() * 0.78);
    let lower = lower.without_top(size::SPACE_8);
    let left = upper.share(0.52);
    let right = right_of(upper, left, size::SPACE_36);
    within(ui, left, |ui| {
        let name = photo_text(&shown.photo.name);
        title(ui, look.theme, &tr("input"), &name, None);
        let height = ui.available_height() - size::SPACE_24;
        photo(ui, &shown.photo, state, scene, look, height, commands);
        seen_part(ui, &shown.photo, state, look.theme);
    });
    within(ui, right, |ui| {
        title(ui, look.theme, &tr("prediction"), &tr("softmax-word"), Some(Term::Softmax));
        prediction(ui, (state, state.source()), look.theme, TOP, commands);
    });
    within(ui, lower, |ui| {
        known_classes(ui, state, look.theme, lower.height());
    });
}

/// One photo and what is believed of it.
fn single(
    ui: &mut Ui,
    shown: &RunView,
    state: &State,
    scene: &mut EditScene,
    look: &mut Look<'_>,
    commands: &mut Vec<Command>,
) {
    let height = PHOTO_HEIGHT.min(ui.available_height() * PHOTO_SHARE);
    let name = photo_text(&shown.photo.name);
    title(ui, look.theme, &tr("input"), &name, None);
    photo(ui, &shown.photo, state, scene, look, height, commands);
    let fit = match shown.photo.fit {
        Fit::Crop if is_centred(&shown.photo) => tr("fit-crop-size"),
        Fit::Crop => tr("fit-crop-moved"),
        Fit::Letterbox => tr("fit-letterbox-size"),
        Fit::Stretch => tr("fit-stretch-size"),
    };
    caption(ui, &fit, look.theme.mid);
    seen_part(ui, &shown.photo, state, look.theme);
    for note in &shown.photo.notes {
        caption(ui, &picture_note(note), look.theme.mid);
    }
    ui.add_space(size::SPACE_16);
    title(ui, look.theme, &tr("prediction"), &tr("softmax-word"), Some(Term::Softmax));
    let room = ui.available_height() - LEGEND_HEIGHT - size::SPACE_16;
    let others = ((room - CLASS_HEIGHTS[0]) / CLASS_HEIGHTS[1]).max(0.0) as usize;
    prediction(ui, (state, state.source()), look.theme, (1 + others).min(TOP), commands);
}

/// Both photos, one below the other, each with what is believed of it.
fn pair(ui: &mut Ui, state: &State, scene: &mut EditScene, look: &mut Look<'_>, commands: &mut Vec<Command>) {
    let room = (ui.available_height() - LEGEND_HEIGHT - size::SPACE_16) / 2.0;
    let height = (room - PAIR_TITLES - CLASS_HEIGHTS[0]).clamp(60.0, 130.0);
    let others = (room - PAIR_TITLES - CLASS_HEIGHTS[0] - height) / CLASS_HEIGHTS[1];
    let photos = [(Source::A, name_of_a(state)), (Source::B, name_of_b(state))];
    for ((source, name), letter) in photos.into_iter().zip(LETTERS) {
        let Some(shown) = state.shown_as(source) else {
            continue;
        };
        title(ui, look.theme, letter, &name, None);
        photo(ui, &shown.photo, state, scene, look, height, commands);
        ui.add_space(size::SPACE_4);
        prediction(ui, (state, source), look.theme, 1 + others.max(0.0) as usize, commands);
        ui.add_space(size::SPACE_8);
    }
}

fn caption(ui: &mut Ui, text: &str, color: Color32) {
    let font = TextRole::Caption.font();
    ui.label(RichText::new(text).font(font).color(color));
}

fn title(ui: &mut Ui, theme: &Theme, text: &str, caption: &str, explained: Option<Term>) {
    let row = vec2(ui.available_width(), 20.0);
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.label(RichText::new(text).font(TextRole::Name.font()).color(theme.hi));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let caption = RichText::new(caption).font(TextRole::Caption.font()).color(theme.low);
            let caption = ui.add(egui::Label::new(caption).truncate());
            if let Some(explained) = explained {
                term(ui, caption.rect, explained, theme);
            }
        });
    });
    ui.add_space(size::SPACE_4);
}

/// The classes that the main head finds most likely; a click on one leads to the channels that carried it.
fn prediction(
    ui: &mut Ui,
    (state, source): (&State, Source),
    theme: &Theme,
    count: usize,
    commands: &mut Vec<Command>,
) {
    let Some(shown) = state.shown_as(source) else {
        return;
    };
    let top = shown.report.main().top(count, &shown.report.labels);
    ui.spacing_mut().item_spacing.y = size::SPACE_8;
    for (rank, class) in top.iter().enumerate() {
        let bar = match rank {
            0 => ProbabilityBar::large(class_text(&class.label), class.probability, Hue::Classifier),
            _ => ProbabilityBar::small(class_text(&class.label), class.probability, Hue::Classifier),
        };
        let response = bar.clickable().show(ui, theme);
        tooltip(&response, theme, |ui| {
            ui.label(RichText::new(tr("prediction-why")).color(theme.hi));
        });
        if response.clicked() {
            // Of another network, the class of that name.
            let own = state.class_from(source, class.index);
            commands.extend(own.map(|class| Command::ExplainClass(Some(class))));
            commands.push(Command::Show(View::Classifiers(ClassifiersTab::EVIDENCE)));
        }
    }
    for head in [Head::Aux1, Head::Aux2] {
        if shown.report.head(head).is_none() {
            let text = tr_with("head-absent", &[("number", head.number().unwrap_or(0))]);
            caption(ui, &text, theme.low);
        }
    }
}

/// What the colours mean, from the bottom up, below a hairline.
fn legend(ui: &mut Ui, theme: &Theme) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let font = TextRole::Tick.font();
    let width = RichText::new(tr("legend-width")).font(font);
    ui.add(egui::Label::new(width.color(theme.low)).truncate());
    ui.add_space(size::SPACE_4);
    let rows: [&[(Hue, &str)]; 4] = [
        &[(Hue::Aux, "legend-aux")],
        &[(Hue::Stem, "legend-stem"), (Hue::Classifier, "legend-classifier")],
        &[(Hue::Conv5x5, "legend-5x5"), (Hue::Pool, "legend-pool")],
        &[(Hue::Conv1x1, "legend-1x1"), (Hue::Conv3x3, "legend-3x3")],
    ];
    for row in rows {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
        let columns: [Rect; 2] = rect.columns(0.0);
        for (mut slot, (hue, key)) in columns.into_iter().zip(row.iter()) {
            let swatch = slot.take_left(18.0).middle_row(10.0);
            ui.painter().rect_filled(swatch, size::RADIUS_BAR, theme.hue(*hue).fill);
            let words = slot.without_left(size::SPACE_8);
            write(ui.painter(), words, Align2::LEFT_CENTER, &tr(key), TextRole::Body, theme.mid);
        }
    }
    let title = RichText::new(tr("legend")).font(TextRole::Name.font());
    ui.label(title.color(theme.hi));
    ui.add_space(size::SPACE_8);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(line, 0.0, theme.line);
}
