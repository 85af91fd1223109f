//! The numbers of one module, reduced, naive, and naive in a stack of nine.

use std::sync::Arc;

use crate::locale::format::grouped;
use crate::locale::layer_names::stage_text;
use crate::locale::text::{tr, tr_with};
use crate::spec::{Layer, MODULES, Modules, Network, Op, Part, Place};
use crate::ui::style::Hue;

/// The hues of the four branches, in the order of the concat.
pub(super) const HUES: [Hue; 4] = [Hue::Conv1x1, Hue::Conv3x3, Hue::Conv5x5, Hue::Pool];

/// One box of a lane.
pub(super) struct Stage {
    /// Which stage of the module.
    pub part: Part,
    /// Name of its activation.
    pub name: String,
    /// The paper's name.
    pub title: String,
    /// The same where there is little room.
    pub short_title: String,
    /// What a screen reader says.
    pub spoken: String,
    /// Side of its window; 1 for a 1x1.
    pub kernel: usize,
    /// Channels in.
    pub input: usize,
    /// Channels out.
    pub output: usize,
    /// Multiply-accumulates.
    pub macs: u64,
    /// Learnable parameters.
    pub params: usize,
    /// Index in the trained network, where it has this stage.
    pub index: Option<usize>,
}

impl Stage {
    /// 0 to 3, from top to bottom.
    pub fn branch(&self) -> usize {
        self.part.branch().unwrap_or(0)
    }

    /// Whether it stands in the first column: a reduction, or the pool before its projection.
    pub fn is_first_of_two(&self, version: &Version) -> bool {
        version.stages.iter().any(|other| other.branch() == self.branch() && other.part as usize > self.part as usize)
    }

    /// Whether it is a 1x1 convolution, which can be walked through.
    pub fn is_pointwise(&self) -> bool {
        self.kernel == 1
    }
}

/// A module with or without its reductions.
pub(super) struct Version {
    /// In the order of computation, without the concat.
    pub stages: Vec<Stage>,
    /// Channels in.
    pub input: usize,
    /// Channels of each branch at the concat.
    pub branches: [usize; 4],
    /// Multiply-accumulates.
    pub macs: u64,
    /// Learnable parameters.
    pub params: usize,
    /// Bytes of all activations it makes, as f32.
    pub bytes: usize,
}

impl Version {
    fn of(network: &Network, trained: &Network, module: usize) -> Self {
        let layers: Vec<&Layer> = network.module_layers(module).collect();
        let mut branches = [0; 4];
        let mut stages = Vec::new();
        for layer in &layers {
            let Place::Module { part, .. } = layer.place else {
                continue;
            };
            if let Some(branch) = part.branch() {
                // The last stage of a branch is what reaches the concat.
                branches[branch] = layer.output.channels();
                stages.push(stage(layer, part, trained));
            }
        }
        let cost = network.module_cost(module).whole;
        Self {
            input: stages.first().map_or(0, |stage| stage.input),
            branches,
            stages,
            macs: cost.macs,
            params: cost.params,
            bytes: cost.activation_bytes,
        }
    }

    /// Channels out.
    pub fn output(&self) -> usize {
        self.branches.iter().sum()
    }

    /// The stage that is this part, if the version has it.
    pub fn stage(&self, part: Part) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.part == part)
    }

    /// The reduction before the 3x3 (1) or 5x5 (2), and the convolution itself.
    pub fn pair(&self, branch: usize) -> (Option<&Stage>, Option<&Stage>) {
        match branch {
            2 => (self.stage(Part::Conv5x5Reduce), self.stage(Part::Conv5x5)),
            _ => (self.stage(Part::Conv3x3Reduce), self.stage(Part::Conv3x3)),
        }
    }
}

fn stage(layer: &Layer, part: Part, trained: &Network) -> Stage {
    let five = trained.topology.branch3_kernel;
    // torchvision's third branch is a 3x3: its reduction is named after what it is.
    let reduces = match part {
        Part::Conv3x3Reduce => Some(3),
        Part::Conv5x5Reduce => Some(five),
        Part::Conv1x1
        | Part::Conv3x3
        | Part::Conv5x5
        | Part::First3x3
        | Part::Second3x3
        | Part::Pool
        | Part::PoolProjection
        | Part::Concat => None,
    };
    let (title, short_title, full_name) = match reduces {
        Some(kernel) => (
            tr_with("module-reduce", &[("kernel", kernel as f64)]),
            tr_with("module-reduce-short", &[("kernel", kernel as f64)]),
            tr_with("stage-reduce", &[("window", format!("{kernel}×{kernel}"))]),
        ),
        None => (stage_text(layer), stage_text(layer), stage_text(layer)),
    };
    let (input, output) = (layer.input.channels(), layer.output.channels());
    let spoken = tr_with(
        "module-stage-name",
        &[("name", full_name), ("input", grouped(input as u64)), ("output", grouped(output as u64))],
    );
    Stage {
        part,
        name: layer.name.clone(),
        spoken,
        kernel: match layer.op {
            Op::Conv(window) => window.kernel,
            Op::Input
            | Op::MaxPool(_)
            | Op::AveragePool(_)
            | Op::AdaptiveAveragePool { .. }
            | Op::LocalResponseNorm(_)
            | Op::Concat
            | Op::GlobalAveragePool
            | Op::Linear { .. } => 3,
        },
        input,
        output,
        macs: layer.macs,
        params: layer.params,
        index: trained.index(&layer.name),
        title,
        short_title,
    }
}

/// What comes out of each of the nine modules, and what it costs.
pub(super) struct Growth {
    /// Channels: those that enter 3a, then after each module.
    pub channels: Vec<f64>,
    /// Multiply-accumulates of each module; 0 before the first.
    pub macs: Vec<f64>,
}

impl Growth {
    fn of(network: &Network) -> Self {
        let (mut channels, mut macs) = (Vec::new(), Vec::new());
        for module in 0..MODULES.len() {
            let version = Version::of(network, network, module);
            if module == 0 {
                channels.push(version.input as f64);
                macs.push(0.0);
            }
            channels.push(version.output() as f64);
            macs.push(version.macs as f64);
        }
        Self { channels, macs }
    }
}

/// Side of what a stage of a module sees of the photo, pixels.
fn field(network: &Network, module: usize, part: Part) -> usize {
    let name = MODULES[module].layer_name() + part.suffix();
    network.layer(&name).map_or(0, |layer| layer.receptive_field.size)
}

/// Multiply-accumulates of a module whose 5x5 is two 3x3 with the 5x5's outputs in both (Szegedy et al. 2016, figure 5).
fn drawn_macs(network: &Network, module: usize) -> u64 {
    let table = &MODULES[module];
    let side = network.layer(&table.layer_name()).map_or(0, |layer| layer.output.side());
    let five = network.layer(&(table.layer_name() + Part::Conv5x5.suffix())).map_or(0, |layer| layer.macs);
    let both = 9 * table.branch3 * (table.reduce5 + table.branch3) * side * side;
    network.module_cost(module).whole.macs - five + both as u64
}

/// All numbers of one module.
pub(super) struct Facts {
    /// The trained network they are about.
    pub network: Arc<Network>,
    /// Index into [`MODULES`].
    pub module: usize,
    /// Height and width of its maps, cells.
    pub side: usize,
    /// Name of the activation it reads.
    pub input_name: String,
    /// Name of its concat.
    pub output_name: String,
    /// Labels of the branches.
    pub branch_names: [String; 4],
    /// As trained.
    pub reduced: Version,
    /// Without reductions, on the same input.
    pub naive: Version,
    /// Without reductions, when all modules before are naive too.
    pub stacked: Version,
    /// As trained, but its 5x5 as two 3x3.
    pub factorised: Version,
    /// What both 3x3 would take with the 5x5's outputs in each, as the paper draws them: multiply-accumulates of the module.
    pub drawn_macs: u64,
    /// Whether in each of the nine that is more than with the 5x5.
    pub is_drawn_dearer: bool,
    /// Sides of what the 5x5 and the second of two 3x3 see of the photo, pixels.
    pub fields: [usize; 2],
    /// The nine modules as trained.
    pub reduced_growth: Growth,
    /// The nine modules, naive and stacked.
    pub naive_growth: Growth,
    /// The nine modules, factorised.
    pub factorised_growth: Growth,
}

impl Facts {
    /// The numbers of a module of `network`.
    pub fn new(network: &Arc<Network>, module: usize) -> Self {
        let build = |modules| Network::build(network.topology, network.classes, modules, [false; 2]);
        let (naive, stacked) = (build(Modules::Naive), build(Modules::NaiveStacked));
        let factorised = build(Modules::Factorised);
        let output_name = MODULES[module].layer_name();
        let first = network.module_layers(module).next();
        let input = first.and_then(|layer| network.layers.get(*layer.inputs.first()?));
        let five = network.topology.branch3_kernel;
        Self {
            module,
            side: first.map_or(1, |layer| layer.output.side()),
            input_name: input.map_or_else(String::new, |layer| layer.name.clone()),
            output_name,
            branch_names: ["1×1".to_owned(), "3×3".to_owned(), format!("{five}×{five}"), tr("module-pool")],
            reduced: Version::of(network, network, module),
            naive: Version::of(&naive, network, module),
            stacked: Version::of(&stacked, network, module),
            factorised: Version::of(&factorised, network, module),
            drawn_macs: drawn_macs(network, module),
            is_drawn_dearer: (0..MODULES.len())
                .all(|module| drawn_macs(network, module) > network.module_cost(module).whole.macs),
            fields: [field(network, module, Part::Conv5x5), field(&factorised, module, Part::Second3x3)],
            reduced_growth: Growth::of(network),
            naive_growth: Growth::of(&stacked),
            factorised_growth: Growth::of(&factorised),
            network: network.clone(),
        }
    }

    /// The naive version whose cost is shown.
    pub fn naive_cost(&self, is_stacked: bool) -> &Version {
        if is_stacked { &self.stacked } else { &self.naive }
    }
}
