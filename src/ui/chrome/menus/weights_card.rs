//! What was loaded, and how it differs from the paper.

use egui::{Align, Color32, Label, Layout, RichText, Ui, vec2};

use super::heading;
use crate::engine::LoadedNetwork;
use crate::locale::errors::note_text;
use crate::locale::format::grouped;
use crate::locale::text::{tr, tr_with};
use crate::spec::{AuxPool, ChannelOrder, IMAGENET_MEAN, IMAGENET_STD, Norm, Preprocessing, Topology};
use crate::ui::style::{TextRole, Theme, size};

/// Digits of the hash that are shown.
const HASH_DIGITS: usize = 12;

/// Whom a fact is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reference {
    /// Szegedy et al. 2014.
    Paper,
    /// BVLC's Caffe model, for what the paper leaves open.
    Caffe,
}

impl Reference {
    fn same(self) -> String {
        tr(match self {
            Self::Paper => "weights-as-paper",
            Self::Caffe => "weights-as-caffe",
        })
    }

    fn other(self, value: &str) -> String {
        let key = match self {
            Self::Paper => "weights-paper",
            Self::Caffe => "weights-caffe",
        };
        tr_with(key, &[("value", value)])
    }
}

/// One fact about the weights in use.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fact {
    label: String,
    here: String,
    /// What others have in its place; `None` where that is no question.
    there: Option<(Reference, String)>,
}

impl Fact {
    fn new(key: &str, here: String, there: Option<(Reference, String)>) -> Self {
        let label = tr(key);
        Self { label, here, there }
    }
}

/// Widths of the columns, points: label, the weights in use, what they are compared with.
const COLUMNS: [f32; 3] = [108.0, 248.0, 246.0];
/// Width of the card, points.
pub const WIDTH: f32 = COLUMNS[0] + COLUMNS[1] + COLUMNS[2] + 2.0 * size::SPACE_16;

/// Name, differences, and what had to be guessed.
pub fn weights_card(ui: &mut Ui, loaded: &LoadedNetwork, theme: &Theme) {
    heading(ui, theme, &loaded.name);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::SPACE_16, size::SPACE_4);
        for fact in facts(loaded) {
            ui.horizontal_top(|ui| row(ui, theme, &fact));
        }
        for note in &loaded.notes {
            line(ui, WIDTH, &note_text(note), theme.mid);
        }
    });
}

fn row(ui: &mut Ui, theme: &Theme, fact: &Fact) {
    let is_same = fact.there.as_ref().is_none_or(|(_, value)| *value == fact.here);
    line(ui, COLUMNS[0], &fact.label, theme.low);
    let ink = if is_same { theme.mid } else { theme.hi };
    match &fact.there {
        None => line(ui, COLUMNS[1] + COLUMNS[2], &fact.here, ink),
        Some((reference, value)) => {
            line(ui, COLUMNS[1], &fact.here, ink);
            let (there, ink) =
                if is_same { (reference.same(), theme.low) } else { (reference.other(value), theme.mid) };
            line(ui, COLUMNS[2], &there, ink);
        }
    }
}

/// Text of that width, on as many lines as it takes.
fn line(ui: &mut Ui, width: f32, text: &str, ink: Color32) {
    let text = RichText::new(text).font(TextRole::Caption.font()).color(ink);
    let top_down = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width, 0.0), top_down, |ui| {
        ui.set_width(width);
        ui.add(Label::new(text).wrap());
    });
}

/// All that tells one GoogLeNet from another.
fn facts(loaded: &LoadedNetwork) -> Vec<Fact> {
    let compare = |reference, key: &str, describe: fn(&Topology) -> String| {
        let there = describe(&Topology::PAPER);
        Fact::new(key, describe(&loaded.topology), Some((reference, there)))
    };
    let paper = |key: &str, describe| compare(Reference::Paper, key, describe);
    let mut facts = vec![
        paper("weights-fact-conv", convolution),
        paper("weights-fact-lrn", normalisation),
        paper("weights-fact-branch", |topology| window(topology.branch3_kernel)),
        paper("weights-fact-pool", |topology| {
            let size = window(topology.pool4_kernel);
            tr_with("weights-pool-stride", &[("size", &*size)])
        }),
    ];
    if loaded.aux != [false, false] {
        facts.push(paper("weights-fact-aux-pool", aux_pool));
    }
    facts.push(compare(Reference::Caffe, "weights-fact-input", |topology| input(&topology.preprocessing)));
    let classes = grouped(loaded.labels.len() as u64);
    let thousand = Some((Reference::Paper, grouped(1000)));
    facts.push(Fact::new("weights-fact-classes", classes, thousand));
    let trained = Some((Reference::Paper, tr("weights-heads-trained")));
    facts.push(Fact::new("weights-fact-heads", heads(loaded), trained));
    let digits = loaded.sha256.get(..HASH_DIGITS).unwrap_or(&loaded.sha256);
    let file = format!("{} · sha256 {digits}…", loaded.format);
    facts.push(Fact::new("weights-fact-file", file, None));
    facts
}

fn convolution(topology: &Topology) -> String {
    match topology.norm {
        Norm::None => tr("weights-conv-bias"),
        Norm::BatchNorm => tr("weights-conv-batch-norm"),
        Norm::Folded => tr("weights-conv-folded"),
    }
}

fn normalisation(topology: &Topology) -> String {
    match topology.lrn {
        Some(_) => tr("weights-lrn"),
        None => tr("weights-lrn-none"),
    }
}

/// "5×5".
fn window(side: usize) -> String {
    format!("{side}×{side}")
}

fn aux_pool(topology: &Topology) -> String {
    match topology.aux_pool {
        AuxPool::Average => tr("weights-aux-pool-average"),
        AuxPool::Adaptive => tr("weights-aux-pool-adaptive"),
    }
}

fn heads(loaded: &LoadedNetwork) -> String {
    match loaded.aux {
        [false, false] => tr("weights-heads-absent"),
        _ if loaded.aux_untrained => tr("weights-heads-untrained"),
        [true, true] => tr("weights-heads-trained"),
        [true, false] | [false, true] => tr("weights-heads-one"),
    }
}

/// "BGR 0–255, minus 104, 117, 123".
fn input(preprocessing: &Preprocessing) -> String {
    let order = match preprocessing.order {
        ChannelOrder::Rgb => "RGB",
        ChannelOrder::Bgr => "BGR",
    };
    let range = if preprocessing.scale == 1.0 { "0–255" } else { "0–1" };
    let list = |values: [f32; 3]| values.map(|value| value.to_string()).join(", ");
    let is_imagenet = preprocessing.mean == IMAGENET_MEAN && preprocessing.std == IMAGENET_STD;
    let scaling = if is_imagenet {
        tr("weights-input-imagenet")
    } else {
        let mean = list(preprocessing.mean);
        let minus = tr_with("weights-input-minus", &[("mean", &*mean)]);
        if preprocessing.std == [1.0; 3] {
            minus
        } else {
            let deviation = list(preprocessing.std);
            let over = tr_with("weights-input-over", &[("std", &*deviation)]);
            format!("{minus} {over}")
        }
    };
    let mut text = format!("{order} {range}, {scaling}");
    if preprocessing.transform_input {
        text += ", transform_input";
    }
    text
}
