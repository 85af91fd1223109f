//! AlexNet, Network in Network, VGG-16, GoogLeNet, ResNet-50: counted from their layers, with 1000 classes and one 224x224 photo.
//!
//! Layer lists: Krizhevsky 2014 ("One weird trick", arXiv 1404.5997; the one-tower AlexNet of torchvision), Lin et al. 2013
//! (arXiv 1312.4400; the four blocks for ImageNet that its authors published for Caffe), Simonyan and
//! Zisserman 2014 (arXiv 1409.1556, configuration D), Szegedy et al. 2014 (our own spec), He et al. 2015
//! (arXiv 1512.03385; the stride of a bottleneck stands in its 3x3, as torchvision has it).

use super::modules::Modules;
use super::network::Network;
use super::topology::Topology;
use super::window::Window;

/// Top-5 error on the ILSVRC test set, as the paper reports it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContestResult {
    /// Percent.
    pub top5_error_percent: f64,
    /// Networks whose answers were averaged: contest entries are ensembles, not the single network drawn.
    pub networks: usize,
    /// Who reports it.
    pub source: &'static str,
}

/// One network of the lineage.
#[derive(Clone, Debug, PartialEq)]
pub struct Ancestor {
    /// Its name.
    pub name: &'static str,
    /// Year of the contest.
    pub year: u32,
    /// Layers with weights from photo to answer.
    pub depth: usize,
    /// Learnable parameters.
    pub params: usize,
    /// Multiply-accumulates for one photo.
    pub macs: u64,
    /// What it reached in the contest; `None` for a network that took no part.
    pub contest: Option<ContestResult>,
    /// Whether nobody ever trained it.
    pub hypothetical: bool,
}

/// Layers that are counted one after the other.
struct Counter {
    channels: usize,
    side: usize,
    params: usize,
    macs: u64,
    depth: usize,
}

impl Counter {
    const fn photo() -> Self {
        Self { channels: 3, side: 224, params: 0, macs: 0, depth: 0 }
    }

    /// A convolution; `shift` is the number of parameters a channel beside the weights (1 bias, 2 batch normalisation).
    fn conv(&mut self, channels: usize, window: Window, shift: usize) {
        let side = window.output_side(self.side);
        let weights = window.kernel * window.kernel * self.channels * channels;
        self.params += weights + shift * channels;
        self.macs += (weights * side * side) as u64;
        self.depth += 1;
        (self.channels, self.side) = (channels, side);
    }

    fn pool(&mut self, window: Window) {
        self.side = window.output_side(self.side);
    }

    /// A linear layer on everything there is.
    fn linear(&mut self, outputs: usize) {
        let inputs = self.channels * self.side * self.side;
        self.params += inputs * outputs + outputs;
        self.macs += (inputs * outputs) as u64;
        self.depth += 1;
        (self.channels, self.side) = (outputs, 1);
    }

    fn finish(self, name: &'static str, year: u32, contest: Option<ContestResult>) -> Ancestor {
        Ancestor { name, year, depth: self.depth, params: self.params, macs: self.macs, contest, hypothetical: false }
    }
}

/// All networks of the lineage by year, the stacked naive GoogLeNet behind GoogLeNet.
pub fn lineage() -> Vec<Ancestor> {
    let [googlenet, naive] = googlenets();
    vec![alexnet(), network_in_network(), vgg16(), googlenet, naive, resnet50()]
}

fn alexnet() -> Ancestor {
    let mut net = Counter::photo();
    let pool = Window::conv(3, 2, 0);
    net.conv(64, Window::conv(11, 4, 2), 1);
    net.pool(pool);
    net.conv(192, Window::conv(5, 1, 2), 1);
    net.pool(pool);
    for channels in [384, 256, 256] {
        net.conv(channels, Window::conv(3, 1, 1), 1);
    }
    net.pool(pool);
    for outputs in [4096, 4096, 1000] {
        net.linear(outputs);
    }
    let contest = ContestResult { top5_error_percent: 15.3, networks: 7, source: "Krizhevsky et al. 2012" };
    net.finish("AlexNet", 2012, Some(contest))
}

/// Four blocks of a convolution and two 1x1 behind it; the last makes a map for each class, which is averaged.
fn network_in_network() -> Ancestor {
    let mut net = Counter::photo();
    let blocks = [
        (Window::conv(11, 4, 0), [96, 96, 96]),
        (Window::conv(5, 1, 2), [256, 256, 256]),
        (Window::conv(3, 1, 1), [384, 384, 384]),
        (Window::conv(3, 1, 1), [1024, 1024, 1000]),
    ];
    for (block, (window, [first, second, third])) in blocks.into_iter().enumerate() {
        if block > 0 {
            net.pool(Window::pool(3, 2, 0));
        }
        net.conv(first, window, 1);
        net.conv(second, Window::conv(1, 1, 0), 1);
        net.conv(third, Window::conv(1, 1, 0), 1);
    }
    net.finish("Network in Network", 2013, None)
}

fn vgg16() -> Ancestor {
    let mut net = Counter::photo();
    for (channels, convolutions) in [(64, 2), (128, 2), (256, 3), (512, 3), (512, 3)] {
        for _ in 0..convolutions {
            net.conv(channels, Window::conv(3, 1, 1), 1);
        }
        net.pool(Window::conv(2, 2, 0));
    }
    for outputs in [4096, 4096, 1000] {
        net.linear(outputs);
    }
    let contest = ContestResult { top5_error_percent: 7.3, networks: 7, source: "Simonyan and Zisserman 2014" };
    net.finish("VGG-16", 2014, Some(contest))
}

fn googlenets() -> [Ancestor; 2] {
    let count = |name, modules, contest: Option<ContestResult>| {
        let network = Network::build(Topology::PAPER, 1000, modules, [false, false]);
        let totals = network.totals();
        Ancestor {
            name,
            year: 2014,
            depth: network.depth(),
            params: totals.params,
            macs: totals.macs,
            hypothetical: contest.is_none(),
            contest,
        }
    };
    let contest = ContestResult { top5_error_percent: 6.67, networks: 7, source: "Szegedy et al. 2014, 144 crops" };
    [count("GoogLeNet", Modules::Reduced, Some(contest)), count("GoogLeNet, naive", Modules::NaiveStacked, None)]
}

fn resnet50() -> Ancestor {
    let mut net = Counter::photo();
    net.conv(64, Window::conv(7, 2, 3), 2);
    net.pool(Window::conv(3, 2, 1));
    for (width, blocks, first_stride) in [(64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2)] {
        for block in 0..blocks {
            let stride = if block == 0 { first_stride } else { 1 };
            bottleneck(&mut net, width, stride, block == 0);
        }
    }
    net.side = 1;
    net.linear(1000);
    let contest = ContestResult { top5_error_percent: 3.57, networks: 6, source: "He et al. 2015" };
    net.finish("ResNet-50", 2015, Some(contest))
}

/// 1x1, 3x3, 1x1 to four times the width; where the shape changes, a 1x1 on the shortcut beside them.
fn bottleneck(net: &mut Counter, width: usize, stride: usize, changes_shape: bool) {
    let (channels, side) = (net.channels, net.side);
    net.conv(width, Window::conv(1, 1, 0), 2);
    net.conv(width, Window::conv(3, stride, 1), 2);
    net.conv(4 * width, Window::conv(1, 1, 0), 2);
    if changes_shape {
        let mut shortcut = Counter { channels, side, ..Counter::photo() };
        shortcut.conv(4 * width, Window::conv(1, stride, 0), 2);
        net.params += shortcut.params;
        net.macs += shortcut.macs;
    }
}
