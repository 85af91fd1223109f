//! From Table 1 to layers: shapes, costs and receptive fields are worked out as each layer is added.

use super::chain::Step;
use super::head::Head;
use super::layer::{Layer, Op, Part, Place, Shape};
use super::modules::Modules;
use super::receptive_field::ReceptiveField;
use super::table::{AUX_AFTER, AUX_CHANNELS, AUX_HIDDEN, INPUT_SIDE, InceptionModule, MODULES, STEM_CHANNELS};
use super::topology::{AuxPool, Norm, Topology};
use super::window::Window;

/// Where the data stands: the layer that made it, and the shape the next layer sees.
#[derive(Clone, Copy)]
struct Flow {
    layer: usize,
    shape: Shape,
}

/// Adds one layer after the other.
pub(super) struct Builder {
    topology: Topology,
    modules: Modules,
    layers: Vec<Layer>,
}

impl Builder {
    /// All layers of a network with the given auxiliary heads (after 4a, after 4d).
    pub(super) fn layers(topology: Topology, classes: usize, modules: Modules, aux: [bool; 2]) -> Vec<Layer> {
        let mut builder = Self { topology, modules, layers: Vec::with_capacity(90) };
        builder.network(classes, aux);
        builder.layers
    }

    /// Layers in a row after an input of that shape.
    pub(super) fn chain(input: Shape, steps: &[Step]) -> Vec<Layer> {
        let mut builder = Self { topology: Topology::PAPER, modules: Modules::Reduced, layers: Vec::new() };
        let mut x = builder.add("input", Op::Input, Place::Stem, &[], input);
        for (index, step) in steps.iter().enumerate() {
            let name = format!("step{}", index + 1);
            x = match *step {
                Step::Conv { window, channels } => builder.conv(&name, Place::Stem, x, window, channels),
                Step::MaxPool(window) => builder.max_pool(&name, x, window),
            };
        }
        builder.layers
    }

    /// One module after an input of that shape.
    pub(super) fn one_module(input: Shape, module: &InceptionModule, modules: Modules) -> Vec<Layer> {
        let mut builder = Self { topology: Topology::PAPER, modules, layers: Vec::new() };
        let x = builder.add("input", Op::Input, Place::Stem, &[], input);
        match modules {
            Modules::Reduced | Modules::Factorised => builder.reduced_module(0, module, x),
            Modules::Naive | Modules::NaiveStacked => builder.naive_module(0, module, x),
        };
        builder.layers
    }

    fn network(&mut self, classes: usize, aux: [bool; 2]) {
        let input = Shape::Map { channels: 3, side: INPUT_SIDE };
        let mut x = self.add("input", Op::Input, Place::Stem, &[], input);
        x = self.stem(x);
        for (index, module) in MODULES.iter().enumerate() {
            x = match self.modules {
                Modules::Reduced | Modules::Factorised => self.reduced_module(index, module, x),
                Modules::Naive | Modules::NaiveStacked => self.naive_module(index, module, x),
            };
            let head = AUX_AFTER.iter().position(|&name| name == module.name);
            if let Some(head) = head.filter(|&head| aux[head]) {
                self.aux_head([Head::Aux1, Head::Aux2][head], x, classes);
            }
            x = match module.name {
                "3b" => self.max_pool("maxpool3", x, Window::pool(3, 2, 0)),
                "4e" => self.max_pool("maxpool4", x, self.topology.pool4_window()),
                _ => x,
            };
        }
        let main = Place::Head(Head::Main);
        let pooled = Shape::Vector(x.shape.channels());
        x = self.add("avgpool", Op::GlobalAveragePool, main, &[x], pooled);
        self.add("fc", Op::Linear { relu: false }, main, &[x], Shape::Vector(classes));
    }

    /// Table 1 above the first module; LRN where the topology has it.
    fn stem(&mut self, mut x: Flow) -> Flow {
        let pool = Window::pool(3, 2, 0);
        x = self.conv("conv1", Place::Stem, x, Window::conv(7, 2, 3), STEM_CHANNELS[0]);
        x = self.max_pool("maxpool1", x, pool);
        x = self.local_response_norm("norm1", x);
        x = self.conv("conv2", Place::Stem, x, Window::conv(1, 1, 0), STEM_CHANNELS[1]);
        x = self.conv("conv3", Place::Stem, x, Window::conv(3, 1, 1), STEM_CHANNELS[2]);
        x = self.local_response_norm("norm2", x);
        self.max_pool("maxpool2", x, pool)
    }

    /// Fig. 2b; its 5x5 as two 3x3 where modules are factorised.
    fn reduced_module(&mut self, index: usize, module: &InceptionModule, x: Flow) -> Flow {
        let point = Window::conv(1, 1, 0);
        let branch1 = self.stage(index, Part::Conv1x1, x, point, module.branch1);
        let reduce3 = self.stage(index, Part::Conv3x3Reduce, x, point, module.reduce3);
        let branch2 = self.stage(index, Part::Conv3x3, reduce3, Window::conv(3, 1, 1), module.branch2);
        let reduce5 = self.stage(index, Part::Conv5x5Reduce, x, point, module.reduce5);
        let branch3 = match self.modules {
            Modules::Factorised => {
                let window = Window::conv(3, 1, 1);
                let first = self.stage(index, Part::First3x3, reduce5, window, module.reduce5);
                self.stage(index, Part::Second3x3, first, window, module.branch3)
            }
            Modules::Reduced | Modules::Naive | Modules::NaiveStacked => {
                self.stage(index, Part::Conv5x5, reduce5, self.topology.branch3_window(), module.branch3)
            }
        };
        let pool = self.module_pool(index, x);
        let branch4 = self.stage(index, Part::PoolProjection, pool, point, module.projection);
        self.concat(index, &[branch1, branch2, branch3, branch4])
    }

    /// Fig. 2a; what flows on is the grown concat, or what the trained module would pass on.
    fn naive_module(&mut self, index: usize, module: &InceptionModule, x: Flow) -> Flow {
        let branch1 = self.stage(index, Part::Conv1x1, x, Window::conv(1, 1, 0), module.branch1);
        let branch2 = self.stage(index, Part::Conv3x3, x, Window::conv(3, 1, 1), module.branch2);
        let window = self.topology.branch3_window();
        let branch3 = self.stage(index, Part::Conv5x5, x, window, module.branch3);
        let branch4 = self.module_pool(index, x);
        let grown = self.concat(index, &[branch1, branch2, branch3, branch4]);
        match self.modules {
            Modules::NaiveStacked => grown,
            Modules::Naive | Modules::Reduced | Modules::Factorised => Flow {
                layer: grown.layer,
                shape: Shape::Map { channels: module.output_channels(), side: x.shape.side() },
            },
        }
    }

    /// Section 5: average pool, 1x1 convolution, two linear layers.
    fn aux_head(&mut self, head: Head, x: Flow, classes: usize) {
        let (key, place) = (head.key(), Place::Head(head));
        let side = 4;
        let pooled = Shape::Map { channels: x.shape.channels(), side };
        let op = match self.topology.aux_pool {
            AuxPool::Average => Op::AveragePool(Window::conv(5, 3, 0)),
            AuxPool::Adaptive => Op::AdaptiveAveragePool { side },
        };
        let pool = self.add(&format!("{key}.pool"), op, place, &[x], pooled);
        let conv = self.conv(&format!("{key}.conv"), place, pool, Window::conv(1, 1, 0), AUX_CHANNELS);
        let hidden = Shape::Vector(AUX_HIDDEN);
        let fc1 = self.add(&format!("{key}.fc1"), Op::Linear { relu: true }, place, &[conv], hidden);
        let logits = Shape::Vector(classes);
        self.add(&format!("{key}.fc2"), Op::Linear { relu: false }, place, &[fc1], logits);
    }

    fn stage(&mut self, module: usize, part: Part, x: Flow, window: Window, channels: usize) -> Flow {
        let name = MODULES[module].layer_name() + part.suffix();
        self.conv(&name, Place::Module { module, part }, x, window, channels)
    }

    fn module_pool(&mut self, module: usize, x: Flow) -> Flow {
        let part = Part::Pool;
        let name = MODULES[module].layer_name() + part.suffix();
        let op = Op::MaxPool(Window::pool(3, 1, 1));
        self.add(&name, op, Place::Module { module, part }, &[x], x.shape)
    }

    fn concat(&mut self, module: usize, branches: &[Flow]) -> Flow {
        let shape = Shape::Map {
            channels: branches.iter().map(|branch| branch.shape.channels()).sum(),
            side: branches[0].shape.side(),
        };
        let place = Place::Module { module, part: Part::Concat };
        self.add(&MODULES[module].layer_name(), Op::Concat, place, branches, shape)
    }

    fn conv(&mut self, name: &str, place: Place, x: Flow, window: Window, channels: usize) -> Flow {
        let side = window.output_side(x.shape.side());
        self.add(name, Op::Conv(window), place, &[x], Shape::Map { channels, side })
    }

    fn max_pool(&mut self, name: &str, x: Flow, window: Window) -> Flow {
        let shape = Shape::Map { channels: x.shape.channels(), side: window.output_side(x.shape.side()) };
        self.add(name, Op::MaxPool(window), Place::Pool, &[x], shape)
    }

    fn local_response_norm(&mut self, name: &str, x: Flow) -> Flow {
        match self.topology.lrn {
            Some(norm) => self.add(name, Op::LocalResponseNorm(norm), Place::Stem, &[x], x.shape),
            None => x,
        }
    }

    fn add(&mut self, name: &str, op: Op, place: Place, inputs: &[Flow], output: Shape) -> Flow {
        let input = match (op, inputs.first()) {
            (Op::Concat, _) | (_, None) => output,
            (_, Some(flow)) => flow.shape,
        };
        let mut layer = Layer {
            name: name.to_owned(),
            op,
            place,
            inputs: inputs.iter().map(|flow| flow.layer).collect(),
            input,
            output,
            params: 0,
            macs: 0,
            receptive_field: self.receptive_field(op, inputs, input),
        };
        layer.params = layer.weights() + self.shift_params(&layer);
        layer.macs = match op {
            Op::Conv(_) => layer.weights() as u64 * (output.side() * output.side()) as u64,
            Op::Linear { .. } => layer.weights() as u64,
            Op::Input
            | Op::MaxPool(_)
            | Op::AveragePool(_)
            | Op::AdaptiveAveragePool { .. }
            | Op::LocalResponseNorm(_)
            | Op::Concat
            | Op::GlobalAveragePool => 0,
        };
        self.layers.push(layer);
        Flow { layer: self.layers.len() - 1, shape: output }
    }

    /// Parameters beside the weights: a bias a channel, or batch normalisation's scale and shift.
    fn shift_params(&self, layer: &Layer) -> usize {
        match (layer.op, self.topology.norm) {
            (Op::Conv(_), Norm::BatchNorm) => 2 * layer.output.channels(),
            (Op::Conv(_), Norm::None | Norm::Folded) | (Op::Linear { .. }, _) => layer.output.channels(),
            (
                Op::Input
                | Op::MaxPool(_)
                | Op::AveragePool(_)
                | Op::AdaptiveAveragePool { .. }
                | Op::LocalResponseNorm(_)
                | Op::Concat
                | Op::GlobalAveragePool,
                _,
            ) => 0,
        }
    }

    fn receptive_field(&self, op: Op, inputs: &[Flow], input: Shape) -> ReceptiveField {
        let fields = inputs.iter().map(|flow| self.layers[flow.layer].receptive_field);
        let before = fields.reduce(ReceptiveField::union).unwrap_or(ReceptiveField::PIXEL);
        match op {
            Op::Conv(window) | Op::MaxPool(window) | Op::AveragePool(window) => before.then(window),
            // Windows of 4 on 14 cells, 3 or 4 apart.
            Op::AdaptiveAveragePool { side } => before.then(Window::conv(
                super::window::adaptive_range(0, side, input.side()).len(),
                input.side() / side,
                0,
            )),
            Op::GlobalAveragePool | Op::Linear { .. } => before.then(Window::conv(input.side(), input.side(), 0)),
            Op::Input | Op::LocalResponseNorm(_) | Op::Concat => before,
        }
    }
}
