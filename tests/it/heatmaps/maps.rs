//! Maps of the network as they are wanted: exact evidence, occlusion by its definition, other heads, class minus class, mutes.

use std::collections::BTreeSet;

use inception_lens::analysis::heatmaps::{
    Cascade, Heatmap, HeatmapError, Making, Map, Method, Question, Settings, Subject, cascade, heatmap,
};
use inception_lens::engine::LoadedNetwork;
use inception_lens::engine::pipeline::palette;
use inception_lens::model::{GoogLeNet, Intervention, ModelError, Muted, Run};
use inception_lens::spec::Head;

use super::{small, subject};
use crate::golden::golden_input;

fn cat() -> (LoadedNetwork, Subject) {
    let network = LoadedNetwork::load_default().unwrap();
    let colors = palette(&network.topology.preprocessing);
    let subject = subject(GoogLeNet::clone(&network.model), golden_input("cat"), [224, 224], colors.black);
    (network, Subject { palette: colors, ..subject })
}

fn main(class: usize, minus: Option<usize>) -> Question {
    Question { head: Head::Main, class, minus }
}

fn make(subject: &Subject, question: Question, method: Method) -> Heatmap {
    heatmap(subject, question, method, &Settings::default(), &|| false, &mut |_, _| ()).unwrap()
}

fn assert_near(a: &[f32], b: &[f32], tolerance: f32) {
    assert_eq!(a.len(), b.len());
    let largest = a.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
    for (a, b) in a.iter().zip(b) {
        assert!((a - b).abs() <= tolerance * largest, "{a} {b}");
    }
}

/// Mean and bias are the logit: the map of the evidence tab.
#[test]
fn evidence_is_exact() {
    let (network, subject) = cat();
    let (_, report) = network.run_values(&subject.input.values, Run::new()).unwrap();
    for class in [0, 17] {
        let wanted = report.evidence(class).unwrap();
        let found = make(&subject, main(class, None), Method::Evidence);
        assert_near(&found.map.values, &wanted.map, 1e-5);
        let difference = make(&subject, main(class, Some(3)), Method::Evidence);
        assert_near(&difference.map.values, &wanted.minus(&report.evidence(3).unwrap()).map, 1e-4);
    }
}

/// A cell is what the logit loses when a grey patch of 32 pixels lies around its middle.
#[test]
fn occlusion_by_its_definition() {
    let (network, subject) = cat();
    let class = network.labels.iter().position(|label| label == "cat").unwrap();
    let found = make(&subject, main(class, None), Method::Occlusion);
    assert_eq!((found.map.height, found.map.width, found.passes), (14, 14, 197));
    let logit = |values: &[f32]| {
        let trace = network.model.forward(&GoogLeNet::input(values).unwrap(), Run::new()).unwrap();
        main(class, None).logit(&trace).unwrap()
    };
    let before = logit(&subject.input.values);
    for (row, column) in [(0, 0), (6, 5), (13, 9)] {
        let mut values = subject.input.values.clone();
        for (channel, grey) in subject.palette.grey.into_iter().enumerate() {
            for y in 0..224_usize {
                for x in 0..224_usize {
                    let near = |place: usize, cell: usize| (place as f32 + 0.5 - (cell * 16 + 8) as f32).abs() < 16.0;
                    if near(y, row) && near(x, column) {
                        values[(channel * 224 + y) * 224 + x] = grey;
                    }
                }
            }
        }
        let wanted = before - logit(&values);
        assert!((f64::from(found.map.values[row * 14 + column]) - wanted).abs() < 1e-4);
    }
}

#[test]
fn every_method_on_every_head() {
    let subject = small();
    for method in Method::ALL {
        let made = make(&subject, main(5, Some(9)), method);
        let lowest = made.map.values.iter().copied().fold(f32::INFINITY, f32::min);
        assert!(method.is_signed() || lowest >= 0.0, "{method:?}: {lowest}");
        // Grad-CAM is cut off at 0: on noise nothing may speak for an arbitrary class.
        assert!(!made.map.is_flat() || method == Method::GradCam, "{method:?}");
    }
    // The auxiliary heads want 224 pixels.
    let (_, whole) = cat();
    for method in [Method::GradCam, Method::Gradient, Method::GuidedBackpropagation] {
        for head in [Head::Aux1, Head::Aux2] {
            let made = make(&whole, Question { head, class: 5, minus: None }, method);
            let side = if method == Method::GradCam { 14 } else { 224 };
            assert_eq!([made.map.height, made.map.width], [side; 2]);
        }
    }
    let evidence = Making::new(
        &whole,
        Question { head: Head::Aux1, class: 5, minus: None },
        Method::Evidence,
        &Settings::default(),
    );
    assert!(matches!(evidence, Err(HeatmapError::NoExactEvidence(Head::Aux1))));
}

#[test]
fn what_is_off_is_off_in_every_map() {
    let (network, subject) = cat();
    let off: BTreeSet<usize> = (0..384).collect();
    let muted = Muted::from([("inception5b".to_owned(), off.clone()), ("aux1.conv".to_owned(), BTreeSet::from([1]))]);
    let without = Subject { muted, ..subject.clone() };
    let run = Run::new().intervene("inception5b", Intervention::Mute(off.into_iter().collect()));
    let (_, report) = network.run_values(&subject.input.values, run).unwrap();
    let found = make(&without, main(17, None), Method::Evidence);
    assert_near(&found.map.values, &report.evidence(17).unwrap().map, 1e-5);
    let gradient = |subject| make(subject, main(17, None), Method::Gradient).map;
    assert_ne!(gradient(&without), gradient(&subject));
}

#[test]
fn what_is_not_there_is_said() {
    let subject = small();
    let error = Making::new(&subject, main(60, None), Method::Gradient, &Settings::default()).unwrap_err();
    assert_eq!(error.to_string(), "fc has 60 channels, from 0; there is no channel 60.");
    let noise = inception_lens::analysis::heatmaps::Noise::Given([vec![0.0; 5]].into());
    let settings = Settings { noise, ..Settings::default() };
    let error = Making::new(&subject, main(6, None), Method::SmoothGrad, &settings).unwrap_err();
    assert!(error.to_string().contains("27648 numbers a sample"), "{error}");
    let cancelled =
        heatmap(&subject, main(6, None), Method::SmoothGrad, &Settings::default(), &|| true, &mut |_, _| ());
    assert!(matches!(cancelled, Err(HeatmapError::Model(ModelError::Cancelled))));
}

/// The last step of the cascade is the network without any training.
#[test]
fn the_cascade_ends_in_a_random_network() {
    let subject = small();
    let question = main(5, None);
    let trained = make(&subject, question, Method::GradCam).map;
    let settings = Settings::default();
    let run =
        |method| cascade(&subject, question, (method, &trained), &settings, 4, &|| false, &mut |_, _| ()).unwrap();
    let steps = run(Method::GradCam);
    assert_eq!(steps.len(), 13);
    let random = Subject { model: subject.model.fresh(4, false).unwrap(), ..subject.clone() };
    let last: &Map = &steps[12].map;
    assert_near(&last.values, &make(&random, question, Method::GradCam).map.values, 1e-5);
    // Only the last layer is random: 5b's maps are those of the trained network, their weights are not.
    let first = make(
        &Subject { model: subject.model.fresh_in(4, &|name| name == "fc").unwrap(), ..subject.clone() },
        question,
        Method::GradCam,
    );
    assert_eq!(steps[0].map, first.map);
    assert_eq!(steps[0].part, "fc");
    // One that rests after every sample makes its networks anew, and they are the same.
    let mut rested = Cascade::new(subject, question, (Method::GradCam, trained), settings, 4);
    while rested.steps().len() < 2 {
        rested.advance(&|| false).unwrap();
        rested.rest();
    }
    assert_eq!(rested.steps(), &steps[..2]);
}
