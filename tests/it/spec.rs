//! The spec against `googlenet-facts`: Table 1's totals, Caffe's shapes, the naive table, receptive fields.
use inception_lens::spec::*;

fn paper() -> Network {
    Network::new(Topology::PAPER, 1000)
}

#[test]
fn totals_of_the_three_topologies() {
    // (topology, parameters, with heads, MACs); the paper's with biases, the others' with learnable BN parameters.
    let cases = [
        (Topology::PAPER, 6_998_552, 13_378_280, 1_582_671_872),
        (Topology::BATCH_NORM, 7_005_832, 13_385_816, 1_582_671_872),
        (Topology::TORCHVISION, 6_624_904, 13_004_888, 1_498_376_192),
    ];
    for (topology, params, params_with_aux, macs) in cases {
        let totals = Network::new(topology, 1000).totals();
        assert_eq!(totals.params, params, "{:?}", topology.preset_name());
        assert_eq!(totals.params_with_aux, params_with_aux);
        assert_eq!(totals.macs, macs);
        if topology.aux_pool == AuxPool::Average {
            assert_eq!(totals.macs_with_aux - totals.macs, 8_372_224);
        }
    }
    // What training changed in the file of the default weights: all numbers but the running statistics.
    let file = safetensors::SafeTensors::deserialize(inception_lens::platform::default_weights()).unwrap();
    let learned =
        |name: &&str| !["running_mean", "running_var", "num_batches_tracked"].iter().any(|end| name.ends_with(end));
    let count = |of_heads: bool| -> usize {
        let names = file.names().into_iter().filter(learned);
        let counted = names.filter(|name| of_heads || !name.starts_with("aux"));
        counted.map(|name| file.tensor(name).unwrap().shape().iter().product::<usize>()).sum()
    };
    let default = Network::new(Topology::BATCH_NORM, crate::defaults::classes()).totals();
    assert_eq!([default.params, default.params_with_aux], [count(false), count(true)]);
}

#[test]
fn table_1_row_by_row() {
    // name, output, weights, MACs
    let rows = [
        ("conv1", [64, 112, 112], 9_408, 118_013_952),
        ("maxpool1", [64, 56, 56], 0, 0),
        ("conv2", [64, 56, 56], 4_096, 12_845_056),
        ("conv3", [192, 56, 56], 110_592, 346_816_512),
        ("maxpool2", [192, 28, 28], 0, 0),
        ("maxpool3", [480, 14, 14], 0, 0),
        ("maxpool4", [832, 7, 7], 0, 0),
    ];
    let network = paper();
    for (name, output, weights, macs) in rows {
        let layer = network.layer(name).unwrap();
        assert_eq!(layer.output.dims(), output, "{name}");
        assert_eq!((layer.weights(), layer.macs), (weights, macs), "{name}");
    }
    let fc = network.layer("fc").unwrap();
    assert_eq!((fc.weights(), fc.macs), (1_024_000, 1_024_000));
    assert_eq!(network.layer("avgpool").unwrap().output.dims(), [1024]);
}

#[test]
fn modules_reduced_naive_and_stacked() {
    // name, output side, reduced (channels, weights, MACs), naive (channels, weights, MMACs), stacked (in, out, MMACs)
    type Row = (&'static str, usize, (usize, usize, u64), (usize, usize, f64), (usize, usize, f64));
    #[rustfmt::skip]
    let rows: [Row; 9] = [
        ("3a", 28, (256, 163_328, 128_049_152), (416, 387_072, 303.5), (192, 416, 303.5)),
        ("3b", 28, (480, 388_096, 304_267_264), (672, 1_089_536, 854.2), (416, 832, 1388.1)),
        ("4a", 14, (512, 375_552, 73_608_192), (928, 1_566_720, 307.1), (832, 1280, 532.3)),
        ("4b", 14, (512, 448_512, 87_908_352), (960, 1_933_312, 378.9), (1280, 1728, 947.3)),
        ("4c", 14, (512, 509_440, 99_850_240), (960, 2_064_384, 404.6), (1728, 2176, 1365.6)),
        ("4d", 14, (528, 604_672, 118_515_712), (976, 2_203_648, 431.9), (2176, 2640, 1835.6)),
        ("4e", 14, (832, 867_328, 169_996_288), (1232, 3_345_408, 655.7), (2640, 3344, 3278.5)),
        ("5a", 7, (832, 1_042_432, 51_079_168), (1536, 5_271_552, 258.3), (3344, 4048, 1038.2)),
        ("5b", 7, (1024, 1_442_816, 70_697_984), (1728, 5_857_280, 287.0), (4048, 4944, 1396.4)),
    ];
    let build = |modules| Network::build(Topology::PAPER, 1000, modules, [true, true]);
    let (reduced, naive, stacked) = (build(Modules::Reduced), build(Modules::Naive), build(Modules::NaiveStacked));
    let sums = |network: &Network, index: usize| {
        let layers: Vec<_> = network.module_layers(index).collect();
        let weights: usize = layers.iter().map(|layer| layer.weights()).sum();
        let macs: u64 = layers.iter().map(|layer| layer.macs).sum();
        (layers[0].input.channels(), layers.last().unwrap().output, weights, macs)
    };
    let million = |macs: u64| (macs as f64 / 1e5).round() / 10.0;
    for (index, (name, side, in_reduced, in_naive, in_stacked)) in rows.into_iter().enumerate() {
        let (_, output, weights, macs) = sums(&reduced, index);
        assert_eq!(output, Shape::Map { channels: in_reduced.0, side }, "{name}");
        assert_eq!((weights, macs), (in_reduced.1, in_reduced.2), "{name}");
        let (_, output, weights, macs) = sums(&naive, index);
        assert_eq!((output.channels(), weights, million(macs)), in_naive, "{name} naive");
        let (input, output, _, macs) = sums(&stacked, index);
        assert_eq!((input, output.channels(), million(macs)), in_stacked, "{name} stacked");
    }
    let nine = |network: &Network| million((0..9).map(|index| sums(network, index).3).sum());
    assert_eq!(nine(&reduced), 1104.0);
    assert_eq!(nine(&naive), 3881.2);
    let ratio = stacked.totals().macs as f64 / reduced.totals().macs as f64;
    assert_eq!(format!("{ratio:.1}"), "7.9");
    let names: Vec<_> = naive.module_layers(0).map(|layer| layer.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "inception3a.branch1",
            "inception3a.branch2.1",
            "inception3a.branch3.1",
            "inception3a.branch4.0",
            "inception3a"
        ]
    );
}

#[test]
fn receptive_fields() {
    let network = paper();
    for (module, size) in [("3a", 59), ("3b", 91), ("4a", 171), ("4e", 427), ("5a", 587), ("5b", 715)] {
        let layer = network.layer(&format!("inception{module}.branch3.1")).unwrap();
        assert_eq!(layer.receptive_field.size, size, "{module}");
    }
    let torchvision = Network::new(Topology::TORCHVISION, 1000);
    assert_eq!(torchvision.layer("inception5b").unwrap().receptive_field.size, 379);
    // The design's example: 3b 3x3 sees 75x75, stride 8, centre 6 + 8 i.
    let field = network.layer("inception3b.branch2.1").unwrap().receptive_field;
    assert_eq!((field.size, field.stride, field.offset), (75, 8, 6.0));
    assert_eq!(field.pixels(0), -31..44);
}

#[test]
fn depth_is_22_and_names_are_unique() {
    let network = paper();
    assert_eq!(network.depth(), 22);
    let mut names: Vec<_> = network.layers.iter().map(|layer| &layer.name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), network.layers.len());
    let modules = MODULES.map(|module| module.layer_name());
    assert_eq!(DEPTHS[3..], modules);
    assert!(DEPTHS.iter().all(|name| network.layer(name).is_some()));
}

#[test]
fn pools_round_up_as_caffe_does() {
    let pool = Window::pool(3, 2, 0);
    for (side, output) in [(112, 56), (56, 28), (28, 14), (14, 7)] {
        assert_eq!(pool.output_side(side), output);
    }
    assert_eq!(pool.input_range(55, 112), 110..112);
    assert_eq!(Window::pool(3, 1, 1).input_range(0, 28), 0..2);
    // A last window that would start in the padding is dropped (Caffe, PyTorch).
    assert_eq!(Window::pool(2, 2, 1).output_side(3), 2);
}

#[test]
fn transform_input_is_torchvisions() {
    let preprocessing = Preprocessing { transform_input: true, ..Preprocessing::IMAGENET };
    let (gain, offset) = preprocessing.affine();
    for c in 0..3 {
        let (m, s) = (preprocessing.mean[c], preprocessing.std[c]);
        for pixel in [0.0_f32, 100.0, 255.0] {
            let x = (pixel / 255.0 - m) / s;
            let expected = x * (s / 0.5) + (m - 0.5) / 0.5;
            assert!((pixel * gain[c] + offset[c] - expected).abs() < 1e-5);
        }
    }
}

#[test]
fn the_lineage_is_counted_right() {
    // Parameters: torchvision's documentation and googlenet-facts; MACs: torchvision's GFLOPS column (multiply-adds).
    let expected = [
        ("AlexNet", 61_100_840, 0.71, 8),
        // As PyTorch counts the authors' layer list for Caffe.
        ("Network in Network", 7_595_176, 1.10, 12),
        ("VGG-16", 138_357_544, 15.47, 16),
        ("GoogLeNet", 6_998_552, 1.58, 22),
        ("GoogLeNet, naive", 97_547_000, 12.57, 13),
        ("ResNet-50", 25_557_032, 4.09, 50),
    ];
    for (ancestor, (name, params, giga_macs, depth)) in lineage().iter().zip(expected) {
        assert_eq!(ancestor.name, name);
        assert!((ancestor.macs as f64 / 1e9 - giga_macs).abs() < 0.006, "{name}: {}", ancestor.macs);
        assert_eq!(ancestor.depth, depth, "{name}");
        if ancestor.hypothetical {
            // googlenet-facts gives the naive stack in millions.
            assert_eq!((ancestor.params as f64 / 1e5).round(), 975.0, "{name}");
        } else {
            assert_eq!(ancestor.params, params, "{name}");
        }
    }
}

/// The design's numbers for Szegedy et al. 2016, figure 5, counted apart from this program; what both ways see is the same.
#[test]
fn factorised_modules() {
    let build = |modules| Network::build(Topology::PAPER, 1000, modules, [false, false]);
    let (reduced, factorised) = (build(Modules::Reduced), build(Modules::Factorised));
    let totals = factorised.totals();
    assert_eq!((totals.params, totals.macs), (6_690_456, 1_514_971_904));
    assert_eq!(reduced.totals().params, 6_998_552);
    let layer = |name: &str| factorised.layer(name).unwrap();
    let (first, second) = (layer("inception3a.branch3.1"), layer("inception3a.branch3.2"));
    assert_eq!((first.input.channels(), first.output.channels()), (16, 16));
    assert_eq!((second.input.channels(), second.output.channels()), (16, 32));
    assert_eq!(first.params + second.params, 9 * 16 * 16 + 16 + 9 * 16 * 32 + 32);
    assert_eq!(second.receptive_field, reduced.layer("inception3a.branch3.1").unwrap().receptive_field);
    assert_eq!(layer("inception3a").output, reduced.layer("inception3a").unwrap().output);
    // A network is told apart by its modules when it crosses.
    assert_eq!(Network::build(Topology::PAPER, 1000, Modules::Factorised, [true, true]).depth(), 31);
}

/// torchvision gives its GoogLeNet a `min_size` of 15×15 (`GoogLeNet_Weights.IMAGENET1K_V1.meta`); the paper's pool after 4e is a
/// cell wider.  On 224 pixels every layer is as it always is.
#[test]
fn other_input_sizes() {
    let smallest = |topology| Network::new(topology, 1000).smallest_input();
    assert_eq!(smallest(Topology::TORCHVISION), 15);
    let paper = Network::new(Topology::PAPER, 1000);
    let at_home = paper.at_size(224);
    for (layer, sized) in paper.layers.iter().zip(&at_home) {
        assert_eq!((sized.side, sized.macs), (Some(layer.output.side()), layer.macs), "{}", layer.name);
    }
    // PyTorch: a window that rounds up may hang over the border where it begins inside.
    let pool = Window::pool(3, 2, 0);
    assert_eq!([1, 2, 3, 4].map(|side| pool.output_side(side)), [0, 1, 1, 2]);
    assert_eq!(paper.breaks_at(smallest(Topology::PAPER) - 1).map(|layer| layer.name.as_str()), Some("maxpool4"));
    // The auxiliary heads' average pool leaves 4×4 cells of 14 to 16.
    let fits: Vec<usize> = (1..400).filter(|&side| paper.answers_at(Head::Aux1, side)).collect();
    assert!(fits.contains(&224) && fits.len() < 100, "{fits:?}");
}
