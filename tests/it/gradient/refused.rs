//! What has no gradient, said by name.

use inception_lens::model::{GoogLeNet, Intervention, Objective, Over, Run};
use inception_lens::spec::{Head, Topology};

use super::{network, noise};
use crate::synthetic;

fn channel(name: &str, channel: usize, how: Over, before_relu: bool) -> Objective {
    Objective::Channel { name: name.to_owned(), channel, how, before_relu }
}

#[test]
fn what_cannot_be_differentiated_is_named() {
    let network = network(Topology::BATCH_NORM);
    let trace = network.forward(&noise(2.0, 224, 224), Run::new()).unwrap();
    let words =
        |objective: &Objective, to: &str| network.gradient(&trace, objective, to).map(drop).unwrap_err().to_string();
    let mean = |name: &str, index| channel(name, index, Over::Mean, false);
    assert_eq!(
        words(&mean("inception4d", 528), "input"),
        "inception4d has 528 channels, from 0; there is no channel 528."
    );
    let cell = channel("inception4d", 3, Over::Cell(2, 14), false);
    assert_eq!(
        words(&cell, "input"),
        "The maps of inception4d have 14 rows and 14 columns; there is no cell in row 2, column 14."
    );
    let class = Objective::Logit { head: Head::Aux1, class: 18 };
    assert!(words(&class, "input").starts_with("aux1.fc2 has 18 channels"));
    for name in ["maxpool1", "input", "avgpool", "fc"] {
        let before = channel(name, 0, Over::Mean, true);
        let error = words(&before, "input");
        assert!(error.starts_with(&format!("{name} is not made by an activation function")), "{error}");
    }
    for to in ["inception4e", "aux1.pool", "inception4b.branch1"] {
        let error = words(&mean("inception4a.branch1", 0), to);
        assert!(error.contains(&format!("does not depend on {to}")), "{error}");
    }
    // Before its activation function a layer does not depend on what comes behind.
    assert!(words(&channel("conv2", 0, Over::Mean, true), "conv2").contains("does not depend"));
    assert!(words(&mean("norm1", 0), "input").contains("no activation named \"norm1\""));
    assert!(words(&mean("conv1", 0), "conv9").contains("no activation named \"conv9\""));
    // An objective is its own gradient.
    let own = network.gradient(&trace, &mean("fc", 4), "fc").unwrap();
    assert_eq!(own.values.iter().sum::<f32>(), 1.0);
    assert_eq!(own.values[4], 1.0);
}

#[test]
fn a_run_that_stopped_before_or_changed_something_is_refused() {
    let network = network(Topology::BATCH_NORM);
    let near = channel("inception3a", 0, Over::Mean, false);
    let far = channel("inception3b", 0, Over::Mean, false);
    let input = noise(2.0, 96, 96);
    let only = |objective| Run::new().only(network.needs(objective).unwrap());
    let trace = network.forward(&input, only(&near)).unwrap();
    let error = network.gradient(&trace, &far, "input").unwrap_err();
    assert_eq!(error.to_string(), "This run did not compute inception3b.branch1; run the network as far as that.");
    let halved = {
        let trace = network.forward(&input, only(&far)).unwrap();
        (trace.get("inception3a").unwrap().tensor().unwrap() * 0.5).unwrap()
    };
    let trace = network.forward(&input, only(&far).intervene("inception3a", Intervention::Replace(halved))).unwrap();
    let error = network.gradient(&trace, &far, "conv1").unwrap_err();
    assert!(error.to_string().starts_with("inception3a was changed in this run"));
    assert!(network.gradient(&trace, &far, "inception3a").is_ok());
}

/// Other weights, other gradient: nothing is kept from the network they were copied from.
#[test]
fn fresh_weights_have_their_own_gradient() {
    let network = network(Topology::PAPER);
    let fresh = network.fresh(3, false).unwrap();
    let objective = channel("inception3a", 5, Over::Mean, true);
    let gradient = |network: &GoogLeNet| {
        let only = Run::new().only(network.needs(&objective).unwrap());
        let trace = network.forward(&noise(100.0, 96, 112), only).unwrap();
        network.gradient(&trace, &objective, "input").unwrap()
    };
    let (one, other) = (gradient(&network), gradient(&fresh));
    assert_ne!(one.values, other.values);
    assert!(gradient(&network) == one && gradient(&fresh) == other);
}

#[test]
fn numbers_beyond_all_bounds_are_reported_by_layer() {
    let load = |name: &str, value: f32| {
        let mut file = synthetic::File::of(Topology::BATCH_NORM, 18, [true, true]);
        let stored = &file.tensors[name];
        let (shape, count) = (stored.shape.clone(), stored.data.len() / 4);
        file.insert(name, &shape, &vec![value; count]);
        let weights = inception_lens::weights::Weights::load(&file.bytes(), "made-up", Some(Topology::BATCH_NORM));
        GoogLeNet::new(&weights.unwrap(), Default::default()).unwrap()
    };
    let input = noise(2.0, 96, 96);
    let words = |network: &GoogLeNet| {
        let objective = channel("inception3a", 0, Over::Mean, true);
        let only = Run::new().only(network.needs(&objective).unwrap());
        let trace = network.forward(&input, only).unwrap();
        network.gradient(&trace, &objective, "input").map(drop).unwrap_err().to_string()
    };
    // Activations overflow.
    let network = load("conv3.bn.weight", 1e38);
    let error = words(&network);
    assert!(error.starts_with("With these weights conv3 is not a finite number"), "{error}");
    // The objective itself is finite, its gradient is not.
    let network = load("inception3a.branch1.bn.weight", 2e38);
    let error = words(&network);
    assert!(error.contains("is not a finite number"), "{error}");
}
