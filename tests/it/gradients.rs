//! Gradient norms, fresh networks, similarity and the machine's peak.

use inception_lens::analysis::Initialisation;
use inception_lens::analysis::gradients::{curve, points};
use inception_lens::analysis::similarity::{cosine, similarity};
use inception_lens::engine::LoadedNetwork;
use inception_lens::model::{GoogLeNet, ModelError, Run};
use inception_lens::spec::AUX_WEIGHT;

use crate::golden::golden_input;

#[test]
fn losses_are_cross_entropies_and_every_point_has_a_gradient() {
    let network = LoadedNetwork::load_default().unwrap();
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let (_, report) = network.run_values(&golden_input("cat"), Run::new()).unwrap();
    let cat = report.main().best();
    let trained = curve(&network.model, &input, Initialisation::Loaded, 0, cat, &|| false).unwrap();
    let loss = |index: usize| -f64::from(report.scores[index].probabilities[cat]).ln();
    let (aux1, aux2, main) = (loss(0), loss(1), loss(2));
    assert!((trained.main_loss - main).abs() < 1e-3);
    assert!((trained.total_loss - (main + AUX_WEIGHT * (aux1 + aux2))).abs() < 1e-3);
    assert_eq!(trained.points.len(), points().len());
    assert!(trained.points.iter().all(|(_, main, total)| *main > 0.0 && *total > 0.0));
    // Behind the second head there is no difference; before it there is.
    let at = |name: &str| trained.points.iter().find(|point| point.0 == name).unwrap();
    let (_, main, total) = at("inception5a");
    assert!((main - total).abs() <= 1e-5 * main);
    let (_, main, total) = at("inception4a");
    assert!((main - total).abs() > 1e-3 * main);
}

#[test]
fn a_curve_can_be_cancelled() {
    let network = LoadedNetwork::load_default().unwrap();
    let input = GoogLeNet::input(&golden_input("cat")).unwrap();
    let cancelled = curve(&network.model, &input, Initialisation::Fresh, 1, 2, &|| true);
    assert!(matches!(cancelled, Err(ModelError::Cancelled)));
}

#[test]
fn a_photo_is_like_itself() {
    let network = LoadedNetwork::load_default().unwrap();
    let run = |photo: &str| network.run_values(&golden_input(photo), Run::new()).unwrap().1;
    let (cat, flower) = (run("cat"), run("flower"));
    assert!(similarity(&cat, &cat).unwrap().iter().all(|cosine| (cosine - 1.0).abs() < 1e-9));
    let apart = similarity(&cat, &flower).unwrap();
    assert_eq!(apart.len(), cat.network.layers.len());
    assert!(apart.iter().all(|cosine| *cosine < 0.999));
    assert_eq!(cosine(&[1.0, 0.0], &[0.0, 2.0]), 0.0);
    assert_eq!(cosine(&[0.0], &[0.0]), 1.0);
}
