//! From an answer to the channels that carried it: in the last maps exactly, in 4d by the gradient.

use inception_lens::analysis::{Attribution, LogitSums};
use inception_lens::engine::LoadedNetwork;
use inception_lens::model::{GoogLeNet, Intervention, Run};
use inception_lens::state::{ClassifiersTab, LayerPane, Options, Pace, View};

use super::{click, open, options, report, settle, shows};
use crate::golden::golden_input;
use egui_kittest::kittest::Queryable as _;

/// In the last maps the gradient is the weight / 49: the two ways are one.
#[test]
fn in_the_last_maps_the_gradient_is_weight_times_average() {
    let network = LoadedNetwork::load_default().unwrap();
    let values = golden_input("cat");
    let input = GoogLeNet::input(&values).unwrap();
    let (_, report) = network.run_values(&values, Run::new()).unwrap();
    let [class, minus] = [report.main().best(), 3];
    let found = Attribution::of(&network.model, &input, Run::new(), &report, "inception5b", class, Some(minus));
    let (found, sums) = (found.unwrap(), LogitSums::of(&report, class, Some(minus)).unwrap());
    for (by_gradient, exact) in found.channels.iter().zip(&sums.channels) {
        assert!((by_gradient - exact.product).abs() < 1e-5, "{by_gradient} {}", exact.product);
    }
    assert_eq!(found.order[..5], sums.order[..5]);
    assert!((found.sum() - sums.channel_sum()).abs() < 1e-4);
}

/// All channels of 4d a thousandth stronger: the logit grows by a thousandth of what they carry together.
#[test]
fn what_4d_carries_is_how_the_logit_follows_it() {
    let network = LoadedNetwork::load_default().unwrap();
    let values = golden_input("cat");
    let input = GoogLeNet::input(&values).unwrap();
    let (trace, report) = network.run_values(&values, Run::new()).unwrap();
    let class = report.main().best();
    let found = Attribution::of(&network.model, &input, Run::new(), &report, "inception4d", class, None).unwrap();
    let maps = trace.get("inception4d").unwrap().values.tensor().unwrap();
    const STEP: f64 = 1e-3;
    let logit = |factor: f64| {
        let stronger = Intervention::Replace((&maps * factor).unwrap());
        let run = Run::new().intervene("inception4d", stronger);
        let (_, report) = network.run_values(&values, run).unwrap();
        f64::from(report.main().logits[class])
    };
    let slope = (logit(1.0 + STEP) - logit(1.0 - STEP)) / (2.0 * STEP);
    assert!((slope - found.sum()).abs() < 0.02 * slope.abs(), "{slope} {}", found.sum());
}

#[test]
fn one_click_leads_from_an_answer_to_its_channels_and_from_there_to_what_they_look_for() {
    let options = Options { pace: Pace::short(1), view: View::Network, ..options(ClassifiersTab::EVIDENCE) };
    let mut harness = open(options);
    // From the answer beside the photo.
    click(&mut harness, &format!("cat, {}", crate::defaults::answer("cat").1));
    assert_eq!(harness.state().state().view, View::Classifiers(ClassifiersTab::EVIDENCE));
    assert!(shows(&harness, "1,024 channels add up to"));
    harness.get_by_label("4d").click();
    settle(&mut harness);
    assert!(shows(&harness, "528 channels carry"));
    let found = harness.state().state().found.attribution.clone().unwrap();
    let answer = report(&harness).main().best();
    assert_eq!((found.report, found.class), (report(&harness).id, answer));
    let most = found.order[0];
    click(&mut harness, &format!("channel {most} adds "));
    let selection = harness.state().state().selection.clone();
    assert_eq!((selection.layer.as_str(), selection.channel), ("inception4d", Some(most)));
    // Another answer, other channels.
    click(&mut harness, "dog in main:");
    let dog = harness.state().state().found.attribution.clone().unwrap();
    assert_ne!((dog.class, &dog.channels), (found.class, &found.channels));
    let most = dog.order[0];
    harness.get_by_label(&format!("What channel {most} looks for")).click();
    settle(&mut harness);
    let state = harness.state().state();
    assert_eq!((state.view, state.arrangement.pane), (View::Layer, LayerPane::LooksFor));
    assert_eq!((state.selection.layer.as_str(), state.selection.channel), ("inception4d", Some(most)));
}
