//! What the view says, as numbers: logits as sums over cells and over channels, softmax, ranks, loss.

use inception_lens::analysis::{Kernels, LogitSums, Report, Scores, TrainingLoss};
use inception_lens::engine::{LoadedNetwork, Origin, Photo};
use inception_lens::imaging::Fit;
use inception_lens::model::Run;
use inception_lens::spec::{Head, Network, Topology};

const SAMPLES: [&str; 6] = ["astronaut.png", "cat.png", "china.jpg", "coffee.png", "flower.jpg", "rocket.jpg"];

fn run(network: &LoadedNetwork, name: &str) -> Report {
    let path = super::super::app::sample(name).unwrap();
    let origin = Origin::Encoded(std::fs::read(path).unwrap().into());
    let photo = Photo::new(name.to_owned(), origin, Fit::Crop, network).unwrap();
    network.run(&photo.prepared, Run::new()).unwrap().1
}

/// Issue 4, item 3: "true to 1e-4 (tested over all classes and samples)".  The weights are fetched apart from the report.
#[test]
fn cells_channels_and_logit_less_bias_agree_for_all_classes_and_samples() {
    let network = LoadedNetwork::load_default().unwrap();
    let last = Kernels::of(&network.model, "fc").unwrap();
    for name in SAMPLES {
        let report = run(&network, name);
        let means = &report.activation("avgpool").unwrap().values();
        let logits = &report.main().logits;
        for (class, &logit) in logits.iter().enumerate() {
            let sums = LogitSums::of(&report, class, None).unwrap();
            assert_eq!((sums.cells.len(), sums.channels.len()), (49, 1024));
            let wanted = f64::from(logit) - sums.bias;
            assert!((sums.cell_sum() - wanted).abs() < 1e-4, "{name} {class}");
            assert!((sums.channel_sum() - wanted).abs() < 1e-4, "{name} {class}");
            assert!(sums.is_exact() && sums.disagreement() < 1e-4);
            let own: f64 = (0..1024).map(|channel| f64::from(last.kernel(class, channel)[0] * means[channel])).sum();
            assert!((own - wanted).abs() < 1e-4, "{name} {class}: {own} {wanted}");
            let evidence = report.evidence(class).unwrap();
            for (cell, value) in sums.cells.iter().zip(&evidence.map) {
                assert!((cell * 49.0 - f64::from(*value)).abs() < 1e-5);
            }
        }
    }
}

#[test]
fn one_class_minus_another_is_the_difference_of_both() {
    let network = LoadedNetwork::load_default().unwrap();
    let report = run(&network, "cat.png");
    let scores = report.main();
    for class in 0..crate::defaults::classes() {
        for minus in 0..crate::defaults::classes() {
            let sums = LogitSums::of(&report, class, Some(minus)).unwrap();
            let difference = scores.logits[class] - scores.logits[minus];
            let all = sums.cell_sum() + sums.bias;
            assert!((all - f64::from(difference)).abs() < 1e-4, "{class} {minus}");
            assert!((sums.channel_sum() + sums.bias - f64::from(difference)).abs() < 1e-4);
            // The odds that the strip shows.
            let odds = f64::from(scores.probabilities[class] / scores.probabilities[minus]);
            assert!((sums.logit.exp() / odds - 1.0).abs() < 1e-4, "{class} {minus}");
        }
    }
}

#[test]
fn two_photos_differ_by_what_their_channels_do() {
    let network = LoadedNetwork::load_default().unwrap();
    let (cat, flower) = (run(&network, "cat.png"), run(&network, "flower.jpg"));
    for class in 0..crate::defaults::classes() {
        let of = |report: &Report| LogitSums::of(report, class, None).unwrap();
        let difference = of(&cat).minus(&of(&flower)).unwrap();
        let wanted = f64::from(cat.main().logits[class]) - f64::from(flower.main().logits[class]);
        assert_eq!(difference.bias, 0.0);
        assert!((difference.cell_sum() - wanted).abs() < 1e-4);
        assert!((difference.channel_sum() - wanted).abs() < 1e-4);
        let products = difference.order.iter();
        let products: Vec<f64> = products.map(|&k| difference.channels[k].product).collect();
        assert!(products.is_sorted_by(|a, b| a >= b), "most first");
    }
}

#[test]
fn sums_that_disagree_are_noticed() {
    let network = LoadedNetwork::load_default().unwrap();
    let report = run(&network, "cat.png");
    let mut sums = LogitSums::of(&report, 2, None).unwrap();
    sums.logit += 0.01;
    assert!(!sums.is_exact());
    assert!(LogitSums::of(&report, crate::defaults::classes(), None).is_none());
    assert!(LogitSums::of(&report, 0, Some(crate::defaults::classes())).is_none());
}

#[test]
fn softmax_is_a_power_divided_by_the_sum_of_all() {
    let network = LoadedNetwork::load_default().unwrap();
    for name in SAMPLES {
        let report = run(&network, name);
        for scores in &report.scores {
            let sum: f64 = scores.logits.iter().map(|&logit| f64::from(logit).exp()).sum();
            for class in 0..crate::defaults::classes() {
                let powers = scores.exponentials(class).unwrap();
                assert_eq!(powers.shift, 0.0);
                assert!((powers.power - f64::from(scores.logits[class]).exp()).abs() < 1e-9);
                assert!((powers.sum / sum - 1.0).abs() < 1e-12);
                let share = f64::from(scores.probabilities[class]);
                assert!((powers.power / powers.sum - share).abs() < 1e-6);
            }
        }
    }
}

#[test]
fn logits_too_large_for_a_power_are_shifted_and_nothing_overflows() {
    let scores = Scores::new(Head::Main, vec![900.0, 899.0, -900.0]);
    let powers = scores.exponentials(1).unwrap();
    assert_eq!(powers.shift, 900.0);
    assert!((powers.power - (-1.0_f64).exp()).abs() < 1e-12);
    assert!((scores.loss(2).unwrap() - 1800.31).abs() < 0.01);
    assert!(scores.loss(3).is_none() && scores.exponentials(3).is_none());
}

/// ln 4 and log2 4 for four classes alike; 0 for a certain answer.
#[test]
fn entropy_rank_and_loss_have_their_textbook_values() {
    let alike = Scores::new(Head::Aux1, vec![0.5; 4]);
    assert!((alike.entropy_bits() - 2.0).abs() < 1e-6);
    assert!((alike.loss(3).unwrap() - 4.0_f64.ln()).abs() < 1e-6);
    let ranks: Vec<_> = (0..5).map(|class| alike.rank(class)).collect();
    assert_eq!(ranks, [Some(1), Some(2), Some(3), Some(4), None]);
    let certain = Scores::new(Head::Aux1, vec![0.0, 50.0]);
    assert!(certain.entropy_bits() < 1e-6 && certain.loss(1).unwrap() < 1e-6);
    assert_eq!((certain.rank(0), certain.rank(1)), (Some(2), Some(1)));
}

/// Section 5 of the paper: "their loss gets added to the total loss of the network with a discount weight (… 0.3)".
#[test]
fn the_training_loss_is_main_and_three_tenths_of_both_heads() {
    let network = LoadedNetwork::load_default().unwrap();
    let report = run(&network, "cat.png");
    for class in 0..crate::defaults::classes() {
        let loss = TrainingLoss::of(&report, class).unwrap();
        let of = |head: Head| {
            let share = report.head(head).unwrap().probabilities[class];
            let own = loss.head(head).unwrap();
            assert!((own.loss + f64::from(share).ln()).abs() < 1e-4);
            own.loss
        };
        let wanted = of(Head::Main) + 0.3 * (of(Head::Aux1) + of(Head::Aux2));
        assert!((loss.total - wanted).abs() < 1e-9);
    }
    assert!(TrainingLoss::of(&report, crate::defaults::classes()).is_none());
}

/// `googlenet-facts.md`: heads after 4a (512 in) and 4d (528 in); layers with weights to the nearest loss 22 -> 12.
#[test]
fn heads_hang_where_the_paper_puts_them() {
    for topology in [Topology::PAPER, Topology::BATCH_NORM, Topology::TORCHVISION] {
        let network = Network::new(topology, 1000);
        let depths = network.depths();
        let reads = |head: Head| {
            let index = network.head_reads(head).unwrap();
            let layer = &network.layers[index];
            (layer.name.as_str(), depths[index], layer.output.channels())
        };
        assert_eq!(reads(Head::Aux1), ("inception4a", 9, 512));
        assert_eq!(reads(Head::Aux2), ("inception4d", 15, 528));
        assert_eq!(reads(Head::Main).0, "inception5b");
        let loss = |head: Head| depths[network.index(head.logits_name()).unwrap()];
        assert_eq!([loss(Head::Aux1), loss(Head::Main)], [12, 22]);
        assert_eq!(network.depth(), 22);
    }
}
