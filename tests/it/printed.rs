//! What is printed: products that multiply, sums that add up, and rows, columns and channels counted from 0.

use egui_kittest::kittest::Queryable as _;
use inception_lens::locale::agree::powers::{Odds, Share, probability_of, weighted_decimals};
use inception_lens::locale::agree::{Product, sum_decimals};
use inception_lens::locale::format::fixed;
use inception_lens::locale::indices::{self, Numbered};
use inception_lens::locale::text::{Language, set_language};
use inception_lens::state::{ClassifiersTab, Detail, Options, View};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use crate::app::{open, sample, settle};

/// A printed number, and half of its last place.
fn read(text: &str) -> (f64, f64) {
    let plain = text.replace('−', "-");
    let decimals = plain.split_once('.').map_or(0, |(_, after)| after.len());
    let value = plain.trim_start_matches('+').parse().unwrap();
    (value, 0.5 * 10_f64.powi(-(decimals as i32)))
}

/// Whoever multiplies what is shown and rounds like the result gets the result, and the result is the product's rounding.
fn check(a: f64, b: f64, digits: usize) {
    let product = Product::new([a, b], digits);
    let [first, second, result] = [product.first(), product.second(), product.result()];
    let shown = format!("{first} × {second} = {result}, of {a} and {b}");
    let ((x, _), (y, _), (z, half)) = (read(&first), read(&second), read(&result));
    let slack = half * (1.0 + 1e-6);
    assert!((x * y - z).abs() <= slack, "{shown}");
    assert!((a * b - z).abs() <= slack, "{shown}");
    assert!(first.len() <= 18 && second.len() <= 18, "{shown}");
    let mean = product.first_times(49);
    let (mean_half, total) = (read(&first).1, read(&mean).0);
    assert!((total / 49.0 - x).abs() <= mean_half * (1.0 + 1e-6), "{mean} ÷ 49 is not {first}");
}

/// The walk once said `1.109 × −0.001 = −0.0016`.
#[test]
fn what_is_shown_multiplies_to_what_is_shown() {
    let product = Product::new([1.1092, -0.001_479], 3);
    let shown = [product.first(), product.second(), product.result()];
    assert_eq!(shown, ["1.11", "−0.00148", "−0.00164"]);
    let mut random = StdRng::seed_from_u64(14);
    for _ in 0..100_000 {
        // As activations and weights are: from tiny to hundreds, as `f32`.
        let [a, b] = [(); 2].map(|()| {
            let size = 10_f32.powf(random.random_range(-5.0..2.5));
            f64::from(size * random.random_range(-1.0_f32..1.0))
        });
        check(a.abs(), b, random.random_range(2..=3));
    }
    for a in [0.0, 1.0, 0.5, 0.999_96, 9.9995, 123.456] {
        for b in [0.0, -1.0, 0.25, -0.000_49, 1e-12] {
            check(a, b, 3);
        }
    }
}

#[test]
fn what_is_shown_adds_up_to_what_is_shown() {
    let mut random = StdRng::seed_from_u64(15);
    for _ in 0..50_000 {
        let parts = [(); 2].map(|()| random.random_range(-5.0..5.0));
        let decimals = sum_decimals(&parts, 2);
        let printed: f64 = parts.iter().map(|&part| read(&fixed(part, decimals)).0).sum();
        let (sum, half) = read(&fixed(parts.iter().sum(), decimals));
        assert!((printed - sum).abs() < half, "{parts:?} with {decimals} decimals");
    }
    // 2.914 + 0.184 = 3.098: not 2.91 + 0.18 = 3.10.
    assert_eq!(sum_decimals(&[2.914, 0.184], 2), 3);
    assert_eq!(sum_decimals(&[2.91, 0.18], 2), 2);
}

/// A printed number that may have a power of ten, a unit or a word behind it: `4.1 × 10⁻⁷`, `83.2%`, `21.98×`.
fn read_power(text: &str) -> f64 {
    let text = text.trim_end_matches(['%', '×']);
    match text.split_once(" × 10") {
        Some((digits, exponent)) => format!("{digits}e{}", lowered(exponent)).parse().unwrap(),
        None => read(text).0,
    }
}

/// Raised figures as plain ones.
fn lowered(raised: &str) -> String {
    let plain = |letter| match "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == letter) {
        Some(digit) => char::from(b'0' + digit as u8),
        None => '-',
    };
    raised.chars().map(plain).collect()
}

/// Whether a value rounds to what is printed.
fn rounds_to(value: f64, text: &str) -> bool {
    let (printed, half) = read(text);
    (value - printed).abs() <= half * (1.0 + 1e-6)
}

/// Whether a value rounds to a number with significant digits, as it is printed.
fn has_digits(value: f64, text: &str) -> bool {
    let digits = text.split_once(" × 10").map_or(text, |(digits, _)| digits);
    let (mantissa, half) = read(digits);
    (value / read_power(text) * mantissa - mantissa).abs() <= half * (1.0 + 1e-6)
}

/// Whoever takes the logarithm of a printed probability gets the printed loss, and the losses add up to the total.
#[test]
fn a_loss_is_the_logarithm_of_its_probability_as_printed() {
    // 0.9037 gives 0.1013, not the 0.1012 of this loss.
    assert_eq!(probability_of(0.101_245, 4), "0.90371");
    assert_eq!([probability_of(0.0, 4), probability_of(920.0, 4)], ["1.00", "2.8124 × 10⁻⁴⁰⁰"]);
    let mut random = StdRng::seed_from_u64(16);
    for _ in 0..50_000 {
        let losses = [(); 3].map(|()| 10_f64.powf(random.random_range(-7.0..1.5)));
        let weights = [1.0, 0.3, 0.3];
        let weighted: Vec<(f64, f64)> = weights.into_iter().zip(losses).collect();
        let decimals = weighted_decimals(&weighted, 4);
        let shown = losses.map(|loss| fixed(loss, decimals));
        let [main, first, second] = shown.clone().map(|loss| read(&loss).0);
        let total: f64 = weighted.iter().map(|(weight, loss)| weight * loss).sum();
        assert!(rounds_to(main + 0.3 * (first + second), &fixed(total, decimals)), "{shown:?}, {total}");
        for (loss, shown) in losses.into_iter().zip(shown) {
            let probability = probability_of(loss, decimals);
            assert!(rounds_to(-read_power(&probability).ln(), &shown), "−ln {probability} = {shown}");
            assert!(probability.chars().count() <= 24, "{probability}");
        }
    }
}

/// Every step from evidence to a probability, and from a difference to odds.
#[test]
fn a_power_is_that_of_its_logit_and_a_share_that_of_its_powers_as_printed() {
    let mut random = StdRng::seed_from_u64(17);
    for _ in 0..20_000 {
        let parts = [random.random_range(-12.0..25.0), random.random_range(-0.5..0.5)];
        let logit: f64 = parts.iter().sum();
        let shift = if random.random_range(0..10) == 0 { 900.0 } else { 0.0 };
        let parts = [parts[0] + shift, parts[1]];
        let sum = logit.exp() * (1.0 + 10_f64.powf(random.random_range(-6.0..6.0)));
        let share = Share::new(&parts, shift, sum);
        let shown = |value| read(&fixed(value, share.decimals)).0;
        let (exponent, context) = (shown(parts.iter().sum()) - shown(shift), format!("{parts:?} {share:?}"));
        assert!(rounds_to(shown(parts[0]) + shown(parts[1]), &fixed(parts.iter().sum(), share.decimals)), "{context}");
        assert!(has_digits(exponent.exp(), &share.power), "{context}");
        assert!(has_digits(sum, &share.sum), "{context}");
        assert!(rounds_to(
            100.0 * read_power(&share.power) / read_power(&share.sum),
            share.share.trim_end_matches('%')
        ));
        assert!(rounds_to(100.0 * logit.exp() / sum, share.share.trim_end_matches('%')), "{context}");

        let shares = [-10_f64.powf(random.random_range(-5.0..1.5)), -10_f64.powf(random.random_range(-5.0..1.5))];
        let odds = Odds::new(&[shares[0] - shares[1], 0.0], Some(shares));
        let exponent = read(&fixed(shares[0] - shares[1], odds.decimals)).0;
        assert!(has_digits(exponent.exp(), &odds.odds), "{odds:?}");
        let [first, second] = odds.shares.clone().unwrap().map(|share| read_power(&share));
        assert!(has_digits(first / second, &odds.odds), "{odds:?}");
    }
}

/// The equations of the view, for class after class.
#[test]
fn the_equations_of_the_classifiers_hold_as_they_are_read_out() {
    let open = |tab, minus: Option<&str>, class: &str, true_label: Option<&str>| {
        open(Options {
            image: sample("cat-and-dog.jpg"),
            view: View::Classifiers(tab),
            class: Some(class.to_owned()),
            minus: minus.map(ToOwned::to_owned),
            true_label: true_label.map(ToOwned::to_owned),
            language: Some(Language::English),
            ..Default::default()
        })
    };
    let said = |harness: &egui_kittest::Harness<'static, inception_lens::app::App>, words: &str| -> Vec<String> {
        let nodes = harness.get_all_by_label_contains(words);
        let said = nodes.map(|node| {
            let node = egui_kittest::kittest::NodeT::accesskit_node(&node);
            node.value().or(node.label()).unwrap()
        });
        said.collect()
    };
    for class in ["cat", "dog", "rose"] {
        let harness = open(ClassifiersTab::EVIDENCE, None, class, None);
        let words = &said(&harness, " ÷ ").into_iter().find(|words| words.contains('→')).unwrap();
        let (sum, rest) = words.split_once(" → ").unwrap();
        let (logit, sides) = (sum.split_once(" = ").unwrap().1, rest.split_once(" = ").unwrap());
        let (power, all) = sides.0.split_once(" ÷ ").unwrap();
        assert!(has_digits(read(logit).0.exp(), power), "{words}");
        assert!(rounds_to(100.0 * read_power(power) / read_power(all), sides.1.trim_end_matches('%')), "{words}");

        let harness = open(ClassifiersTab::HEADS, None, "cat", Some(class));
        let mut losses = Vec::new();
        for words in said(&harness, ": −ln ") {
            let (probability, loss) = words.split_once("−ln ").unwrap().1.split_once(" = ").unwrap();
            let loss = loss.split_once(' ').unwrap().0;
            assert!(rounds_to(-read_power(probability).ln(), loss), "{words}");
            losses.push(loss.to_owned());
        }
        assert_eq!(losses.len(), 3);
        let words = &said(&harness, " + 0.3 × (")[0];
        let total = words.rsplit_once(" = ").unwrap().1;
        let number = |index: usize| read(&losses[index]).0;
        let main = losses.iter().position(|loss| words.starts_with(&**loss)).unwrap();
        let all: f64 = (0..3).map(number).sum();
        assert!(rounds_to(number(main) + 0.3 * (all - number(main)), total), "{words}");
    }
    let harness = open(ClassifiersTab::EVIDENCE, Some("dog"), "cat", None);
    let words = &said(&harness, " ÷ ").into_iter().find(|words| words.contains('→')).unwrap();
    let (sum, rest) = words.split_once(" → ").unwrap();
    let (odds, shares) = rest.split_once(" = ").unwrap();
    let odds = odds.trim_end_matches('×');
    assert!(has_digits(read(sum.split_once(" = ").unwrap().1).0.exp(), odds), "{words}");
    let (first, second) = shares.split_once(" ÷ ").unwrap();
    assert!(has_digits(read_power(first) / read_power(second), odds), "{words}");
}

/// The product in the walk is that of its two numbers, for filter after filter.
#[test]
fn the_products_of_the_table_hold_as_they_are_read_out() {
    let harness = open(Options {
        image: sample("cat.png"),
        view: View::Classifiers(ClassifiersTab::EVIDENCE),
        language: Some(Language::English),
        ..Default::default()
    });
    let mut count = 0;
    for node in harness.get_all_by_label_contains(", w × mean ") {
        let label = egui_kittest::kittest::NodeT::accesskit_node(&node).label().unwrap();
        let after = |word: &str| {
            let rest = &label[label.find(word).unwrap() + word.len()..];
            read(rest.split(',').next().unwrap())
        };
        let ((w, _), (mean, _), (product, half)) = (after(", w "), after(", mean "), after("w × mean "));
        assert!((w * mean - product).abs() <= half * (1.0 + 1e-6), "{label}");
        count += 1;
    }
    assert!(count > 3, "{count} channels in the table");
}

#[test]
fn rows_columns_and_channels_count_from_0_in_both_languages() {
    set_language(Language::English);
    assert_eq!(indices::cell((0, 27)), "row 0, column 27");
    assert_eq!(Numbered::Channel.of(12, 192), "Channel 12 of 192 (0–191)");
    assert_eq!(Numbered::FilterWithin.of(0, 64), "filter 0 of 64 (0–63)");
    assert_eq!(Numbered::ChannelShort.at(0), "ch 0");
    set_language(Language::Korean);
    assert_eq!(indices::cell((0, 27)), "0행 27열");
    assert_eq!(Numbered::Channel.of(12, 192), "192개 중 채널 12 (0–191)");
    set_language(Language::English);
}

/// Cells and filters of the walk count from 0; the sum is half done.
#[test]
fn the_walk_names_cells_and_filters_as_files_do() {
    for (language, cell, filter) in [
        (Language::English, "Cell in row ", " of 96 (0–95): sum of 240 of 480 products "),
        (Language::Korean, "열의 칸", " (0–95): 곱 480개 중 240개의 합 "),
    ] {
        let harness = open(Options {
            image: sample("cat.png"),
            view: View::Module(2),
            detail: Detail::Walk,
            layer: Some("inception4a.branch2.0".to_owned()),
            language: Some(language),
            ..Default::default()
        });
        harness.get_by_label_contains(cell);
        harness.get_by_label_contains(filter);
    }
}

#[test]
fn the_layer_says_which_channel_of_how_many() {
    let mut harness = open(Options {
        image: sample("cat.png"),
        view: View::Layer,
        layer: Some("inception3a".to_owned()),
        language: Some(Language::English),
        ..Default::default()
    });
    harness.get_by_label_contains("Channel 0, mean").click();
    settle(&mut harness);
    harness.get_by_label("Channel 0 of 256 (0–255)");
}

/// The handout's glossary tells how cells and channels are counted.
#[test]
fn the_glossary_says_that_counting_begins_at_0() {
    let terms = include_str!("../../assets/lesson/glossary.txt");
    for (term, english, korean) in
        [("cell\t", "counted from 0", "0부터 셈"), ("channel\t", "counted from 0", "0부터 셈")]
    {
        let line = terms.lines().find(|line| line.starts_with(term)).unwrap();
        assert!(line.contains(english) && line.contains(korean), "{line}");
    }
}

/// Nothing in the interface adds 1 to a row, a column, a channel or a filter before it says it.
#[test]
fn no_view_counts_them_from_1() {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            for line in std::fs::read_to_string(&path).unwrap().lines() {
                let is_said = line.contains("to_string()") || line.contains("as f64");
                let one_more = ["row + 1", "column + 1", "channel + 1", "filter + 1", "GRID + 1"];
                let is_wrong = is_said && one_more.iter().any(|words| line.contains(words));
                assert!(!is_wrong, "{}: {line}", path.display());
            }
        }
    }
}
