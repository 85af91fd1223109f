//! What shapes of the weights in use cannot tell: what it was taken from, what another value would change, and a switch to
//! correct it.

use egui::{Label, RichText, Ui, vec2};

use super::weights_card::WIDTH;
use super::{caption, heading};
use crate::engine::LoadedNetwork;
use crate::imaging::Fit;
use crate::locale::errors::{effect_text, ground_text};
use crate::locale::text::{tr, tr_with};
use crate::spec::{ChannelOrder, IMAGENET_MEAN, IMAGENET_STD, InputRange, PhotoFit, Preprocessing, Resample};
use crate::state::{Command, State};
use crate::ui::kit::{Button, Segmented};
use crate::ui::style::{TextRole, Theme, size};
use crate::weights::{Fact, Finding, Said};

/// Widths of name and switch, points; the rest of the card says why.
const COLUMNS: [f32; 2] = [108.0, 208.0];
/// Gap between columns, points.
const GAP: f32 = size::SPACE_16;
/// Words left and right of a choice, points.
const PADDING: f32 = 8.0;

/// A value a fact may have: its label, and what is said to give it.
type Choice = (String, Said);

/// All facts, those that change the answer most first.
pub fn findings(ui: &mut Ui, state: &State, loaded: &LoadedNetwork, theme: &Theme, commands: &mut Vec<Command>) {
    let (matters, is_told) =
        (loaded.findings.iter().any(Finding::matters), !loaded.said.is_nothing() || loaded.said_topology.is_some());
    // Of weights about which nothing is in doubt the lines are in sight only when asked for.
    let memory = egui::Id::unique(("findings", &loaded.sha256));
    let shown = ui.data_mut(|data| *data.get_temp_mut_or(memory, matters || is_told));
    ui.horizontal(|ui| {
        heading(ui, theme, &tr("findings"));
        let word = tr(if shown { "findings-hide" } else { "findings-show" });
        if ui.add(Button::plain(theme, &word)).clicked() {
            ui.data_mut(|data| data.insert_temp(memory, !shown));
        }
        let forget = tr("findings-forget");
        if is_told && ui.add(Button::plain(theme, &forget)).clicked() {
            commands.push(Command::SayNothing);
        }
    });
    if !shown {
        return;
    }
    let key = match matters {
        true => "findings-guessed",
        false => "findings-about",
    };
    caption(ui, theme, &tr(key));
    ui.add_space(size::SPACE_4);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, size::SPACE_4);
        for finding in &loaded.findings {
            ui.horizontal_top(|ui| row(ui, state, loaded, finding, theme, commands));
        }
    });
}

fn row(
    ui: &mut Ui,
    state: &State,
    loaded: &LoadedNetwork,
    finding: &Finding,
    theme: &Theme,
    commands: &mut Vec<Command>,
) {
    let name = tr(name_key(finding.fact));
    words(ui, COLUMNS[0], &name, theme.mid, TextRole::Caption);
    let choices = choices(finding.fact, loaded);
    let current = choices.iter().position(|(_, said)| is_so(*said, loaded));
    let labels: Vec<(usize, &str)> =
        choices.iter().enumerate().map(|(index, (label, _))| (index, label.as_str())).collect();
    let switch = vec2(COLUMNS[1], size::CONTROL_HEIGHT);
    let chosen = ui.allocate_ui(switch, |ui| {
        ui.set_width(COLUMNS[1]);
        let selected = current.unwrap_or(labels.len());
        Segmented::new(&name, &labels, selected).padding(PADDING).show(ui, theme).inner
    });
    if let Some(index) = chosen.inner {
        commands.push(Command::Say(choices[index].1));
    }
    let ink = if finding.matters() { theme.hi } else { theme.low };
    let rest = WIDTH - COLUMNS[0] - COLUMNS[1] - 2.0 * GAP;
    words(ui, rest, &why(state, loaded, finding), ink, TextRole::Caption);
}

/// "Guessed: torchvision's names with …  Otherwise every number after pool 1 changes."
fn why(state: &State, loaded: &LoadedNetwork, finding: &Finding) -> String {
    let key = match (finding.ground.is_guess(), finding.matters()) {
        (false, _) => "finding-known",
        (true, false) => "finding-guessed",
        (true, true) => "finding-matters",
    };
    let (ground, effect) = (ground_text(finding.ground), effect_text(finding.effect));
    let mut text = tr_with(key, &[("ground", &*ground), ("effect", &*effect)]);
    let chosen = state.settings.fit;
    if let Some(fit) = chosen.filter(|fit| finding.fact == Fact::Fit && *fit != loaded.own_fit()) {
        let fit = tr(match fit {
            Fit::Crop => "fit-crop",
            Fit::Letterbox => "fit-letterbox",
            Fit::Stretch => "fit-stretch",
        });
        text += " ";
        text += &tr_with("finding-fit-chosen", &[("fit", &*fit)]);
    }
    text
}

fn words(ui: &mut Ui, width: f32, text: &str, ink: egui::Color32, role: TextRole) {
    let text = RichText::new(text).font(role.font()).color(ink);
    let top_down = egui::Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(vec2(width, 0.0), top_down, |ui| {
        ui.set_width(width);
        ui.add(Label::new(text).wrap());
    });
}

const fn name_key(fact: Fact) -> &'static str {
    match fact {
        Fact::Lrn => "fact-lrn",
        Fact::Pool4 => "fact-pool4",
        Fact::BatchNormEpsilon => "fact-epsilon",
        Fact::Order => "fact-order",
        Fact::InputRange => "fact-range",
        Fact::Mean => "fact-mean",
        Fact::Std => "fact-std",
        Fact::TransformInput => "fact-transform",
        Fact::ShortSide => "fact-short-side",
        Fact::Fit => "fact-fit",
        Fact::Resample => "fact-resample",
    }
}

/// Whether what `said` says is so already.
fn is_so(said: Said, loaded: &LoadedNetwork) -> bool {
    said.applied_to(loaded.topology) == loaded.topology
}

/// The values a fact may have; the one it has is among them.
fn choices(fact: Fact, loaded: &LoadedNetwork) -> Vec<Choice> {
    let nothing = Said::default();
    let mut choices = match fact {
        Fact::Lrn => on_off(|lrn| Said { lrn, ..nothing }),
        Fact::TransformInput => on_off(|transform_input| Said { transform_input, ..nothing }),
        Fact::Pool4 => [3, 2].map(|side| (format!("{side}×{side}"), pool4(side))).to_vec(),
        Fact::BatchNormEpsilon => [1e-3, 1e-5].map(epsilon).to_vec(),
        Fact::Order => {
            let label = |order: ChannelOrder| order.word().to_uppercase();
            ChannelOrder::ALL.map(|order| (label(order), Said { order: Some(order), ..nothing })).to_vec()
        }
        Fact::InputRange => InputRange::ALL
            .map(|range| {
                let label = format!("0–{}", range.largest());
                (label, Said { input_range: Some(range), ..nothing })
            })
            .to_vec(),
        Fact::Mean => means(&loaded.topology.preprocessing),
        Fact::Std => deviations(&loaded.topology.preprocessing),
        Fact::ShortSide => [224, 232, 256].map(short_side).to_vec(),
        Fact::Fit => PhotoFit::ALL.map(|fit| (tr(fit_key(fit)), Said { fit: Some(fit), ..nothing })).to_vec(),
        Fact::Resample => Resample::ALL
            .map(|resample| {
                let label = tr(match resample {
                    Resample::Bilinear => "resample-bilinear",
                    Resample::Bicubic => "resample-bicubic",
                });
                (label, Said { resample: Some(resample), ..nothing })
            })
            .to_vec(),
    };
    if !choices.iter().any(|(_, said)| is_so(*said, loaded)) {
        choices.extend(as_it_is(fact, loaded));
    }
    choices
}

fn on_off(say: impl Fn(Option<bool>) -> Said) -> Vec<Choice> {
    vec![(tr("switch-on"), say(Some(true))), (tr("switch-off"), say(Some(false)))]
}

fn pool4(side: usize) -> Said {
    Said { pool4: Some(side), ..Said::default() }
}

fn epsilon(value: f32) -> Choice {
    let said = Said { bn_epsilon: Some(value), ..Said::default() };
    (format!("{value:e}"), said)
}

fn short_side(side: u32) -> Choice {
    let said = Said { short_side: Some(side), ..Said::default() };
    (side.to_string(), said)
}

const fn fit_key(fit: PhotoFit) -> &'static str {
    match fit {
        PhotoFit::Crop => "fit-crop",
        PhotoFit::Squeezed => "fit-stretch",
        PhotoFit::Borders => "fit-letterbox",
    }
}

/// Means in use on that range, in the order of the colours.
fn means(input: &Preprocessing) -> Vec<Choice> {
    let values = match input.input_range() {
        InputRange::One => vec![("ImageNet", ordered(input, IMAGENET_MEAN)), ("0.5", [0.5; 3]), ("0", [0.0; 3])],
        InputRange::Bytes => vec![
            ("Caffe", ordered(input, reversed(Preprocessing::CAFFE.mean))),
            ("ImageNet", ordered(input, reversed(Preprocessing::ONNX_ZOO.mean))),
            ("0", [0.0; 3]),
        ],
    };
    values.into_iter().map(|(label, values)| (label.to_owned(), mean(values))).collect()
}

/// Deviations in use on that range, in the order of the colours.
fn deviations(input: &Preprocessing) -> Vec<Choice> {
    let imagenet = ordered(input, IMAGENET_STD);
    let values = match input.input_range() {
        InputRange::One => vec![("ImageNet", imagenet), ("0.5", [0.5; 3]), ("1", [1.0; 3])],
        InputRange::Bytes => vec![("1", [1.0; 3]), ("ImageNet", imagenet.map(|value| value * 255.0))],
    };
    values.into_iter().map(|(label, values)| (label.to_owned(), deviation(values))).collect()
}

/// Red, green and blue in the order of the input.
fn ordered(input: &Preprocessing, rgb: [f32; 3]) -> [f32; 3] {
    match input.order {
        ChannelOrder::Rgb => rgb,
        ChannelOrder::Bgr => reversed(rgb),
    }
}

fn reversed([a, b, c]: [f32; 3]) -> [f32; 3] {
    [c, b, a]
}

fn mean(values: [f32; 3]) -> Said {
    Said { mean: Some(values), ..Said::default() }
}

fn deviation(values: [f32; 3]) -> Said {
    Said { std: Some(values), ..Said::default() }
}

/// The value in use where it can be none of the usual ones.
fn as_it_is(fact: Fact, loaded: &LoadedNetwork) -> Option<Choice> {
    let topology = &loaded.topology;
    let input = &topology.preprocessing;
    match fact {
        Fact::BatchNormEpsilon => Some(epsilon(topology.batch_norm_epsilon)),
        Fact::ShortSide => Some(short_side(input.resize_short_side)),
        Fact::Pool4 => Some((topology.pool4_kernel.to_string(), pool4(topology.pool4_kernel))),
        Fact::Mean => Some((fact.value(topology), mean(input.mean))),
        Fact::Std => Some((fact.value(topology), deviation(input.std))),
        // All their values are offered.
        Fact::Lrn | Fact::Order | Fact::InputRange | Fact::TransformInput | Fact::Fit | Fact::Resample => None,
    }
}
