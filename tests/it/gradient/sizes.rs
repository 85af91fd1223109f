//! Any input size, forward and backward.

use candle_core::{Device, Tensor};
use inception_lens::model::{GoogLeNet, ModelError, Objective, Over, Run};
use inception_lens::spec::{Head, Topology, Window};

use super::{CLASSES, network, noise};

fn channel(name: &str) -> Objective {
    Objective::Channel { name: name.to_owned(), channel: 3, how: Over::Mean, before_relu: true }
}

#[test]
fn pooling_rounds_up_and_the_gradient_has_the_inputs_shape() {
    let network = network(Topology::BATCH_NORM);
    for (height, width) in [(96, 96), (96, 640), (101, 99), (640, 97), (225, 223)] {
        let objective = channel("inception4d");
        let input = noise(2.0, height, width);
        let only = Run::new().only(network.needs(&objective).unwrap());
        let trace = network.forward(&input, only).unwrap();
        let side = |side| {
            let pool = |side| Window::pool(3, 2, 0).output_side(side);
            pool(pool(pool(Window::conv(7, 2, 3).output_side(side))))
        };
        let last = trace.activations().last().unwrap();
        assert_eq!(last.name, "inception4d", "nothing behind it was computed");
        assert_eq!(last.values.dims(), [1, 528, side(height), side(width)]);
        assert!(trace.get("aux1.pool").is_none(), "nor beside it");
        let gradient = network.gradient(&trace, &objective, "input").unwrap();
        let shape = (gradient.channels, gradient.height, gradient.width);
        assert_eq!(shape, (3, height, width));
        // Something comes through to all four corners.
        let corner = |row: usize, column: usize| {
            let cells = (0..8).flat_map(|y| (0..8).map(move |x| (row + y) * width + column + x));
            cells.map(|cell| gradient.channel(1)[cell].abs()).sum::<f32>()
        };
        let (bottom, right) = (height - 8, width - 8);
        for (row, column) in [(0, 0), (0, right), (bottom, 0), (bottom, right)] {
            assert!(corner(row, column) > 0.0, "{height}x{width} at {row}, {column}");
        }
    }
}

#[test]
fn the_main_head_adapts_and_a_fixed_pool_does_not() {
    let input = noise(2.0, 130, 170);
    let logit = |head| Objective::Logit { head, class: 2 };
    let run = |network: &GoogLeNet, head| {
        let only = Run::new().only(network.needs(&logit(head)).unwrap());
        network.forward(&input, only)
    };
    let batch_norm = network(Topology::BATCH_NORM);
    let trace = run(&batch_norm, Head::Main).unwrap();
    assert_eq!(trace.get("fc").unwrap().values.dims(), [CLASSES]);
    assert!(trace.get("aux1.fc2").is_none());
    let gradient = batch_norm.gradient(&trace, &logit(Head::Main), "inception5b");
    assert_eq!(gradient.unwrap().width, 5);
    for head in [Head::Aux1, Head::Aux2] {
        let error = run(&batch_norm, head).unwrap_err();
        assert!(matches!(error, ModelError::HeadSize { .. }));
        let words =
            format!("The head {} averages windows of 5x5 and needs an input of 224x224, not 170x130", head.key());
        assert!(error.to_string().starts_with(&words), "{error}");
    }
    // A whole pass has both heads in it.
    let whole = batch_norm.forward(&input, Run::new());
    assert!(matches!(whole, Err(ModelError::HeadSize { head: Head::Aux1, .. })));
    let torchvision = network(Topology::TORCHVISION);
    let trace = torchvision.forward(&input, Run::new()).unwrap();
    assert_eq!(trace.get("aux1.fc2").unwrap().values.dims(), [CLASSES]);
}

#[test]
fn other_shapes_are_refused() {
    let network = network(Topology::BATCH_NORM);
    let words = |shape: &[usize]| {
        let input = Tensor::zeros(shape, candle_core::DType::F32, &Device::Cpu).unwrap();
        network.forward(&input, Run::new()).unwrap_err().to_string()
    };
    assert_eq!(
        words(&[1, 3, 95, 224]),
        "The input is 224 pixels wide and 95 high; sides from 96 to 640 pixels can be run."
    );
    assert!(words(&[1, 3, 224, 641]).contains("641 pixels wide"));
    for shape in [&[1, 4, 224, 224][..], &[2, 3, 224, 224], &[3, 224, 224]] {
        assert!(words(shape).contains("instead of [3, 224, 224]"), "{shape:?}");
    }
    let input = GoogLeNet::input_of_size([0.0; 10], 100, 100);
    assert!(matches!(input, Err(ModelError::InputShape { .. })));
}

#[test]
fn a_run_as_far_as_asked_equals_a_whole_one_bit_for_bit() {
    let network = network(Topology::PAPER);
    let input = noise(100.0, 224, 224);
    let whole = network.forward(&input, Run::new()).unwrap();
    for objective in [channel("inception4b.branch2.1"), channel("aux2.conv")] {
        let names = network.needs(&objective).unwrap();
        let part = network.forward(&input, Run::new().only(names.clone())).unwrap();
        assert_eq!(part.activations().len(), names.len());
        for traced in part.activations() {
            assert!(names.contains(&traced.name), "{}", traced.name);
            let same = whole.get(&traced.name).unwrap();
            assert!(traced.values.to_vec().unwrap() == same.values.to_vec().unwrap());
        }
        let of_part = network.gradient(&part, &objective, "conv2").unwrap();
        assert!(of_part == network.gradient(&whole, &objective, "conv2").unwrap());
    }
}

#[test]
fn the_gradient_does_not_depend_on_the_number_of_threads() {
    let network = network(Topology::PAPER);
    let input = noise(100.0, 131, 224);
    let objective = Objective::Logit { head: Head::Main, class: 1 };
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.unwrap().install(|| {
            let only = Run::new().only(network.needs(&objective).unwrap());
            let trace = network.forward(&input, only).unwrap();
            network.gradient(&trace, &objective, "input").unwrap()
        })
    };
    let one = on(1);
    assert!(one == on(2) && one == on(5));
}
