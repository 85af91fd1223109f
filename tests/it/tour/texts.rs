//! What cards say in numbers.

use inception_lens::locale::format::grouped;
use inception_lens::locale::text::{Language, set_language, tr_with};
use inception_lens::state::placeholders;
use inception_lens::state::{CARDS, Card};

use super::lesson;

/// The table of lesson-text.md, section 4, and its rule 8: every text is filled in and fits the card.
#[test]
fn texts_are_filled_in_with_computed_numbers_and_fit() {
    let harness = lesson(0);
    let state = harness.state().state();
    let classes = crate::defaults::classes();
    let [linear, flattened] = [1024, 49 * 1024].map(|inputs| grouped((inputs * classes) as u64));
    let classes = classes.to_string();
    for (language, most, expected) in [
        (
            Language::English,
            330,
            [
                ("goog_params", "7.00 million"),
                ("param_percent", "11.5"),
                ("goog_macs", "1.58 billion"),
                ("naive_macs", "307.1 million"),
                ("reduced_macs", "73.6 million"),
            ],
        ),
        (
            Language::Korean,
            200,
            [
                ("goog_params", "약 700만 "),
                ("param_percent", "11.5"),
                ("goog_macs", "15.8억 "),
                ("naive_macs", "약 3억 710만 "),
                ("reduced_macs", "약 7,361만 "),
            ],
        ),
    ] {
        set_language(language);
        let mut all = Vec::new();
        for card in 0..CARDS {
            let values = placeholders(state, card);
            for part in ["title", "body", "question", "answer", "note"] {
                let text = tr_with(&format!("lesson-{}-{part}", Card::at(card).number()), &values);
                assert!(!text.contains("{$") && !text.starts_with("lesson-"), "{text}");
                let letters = text.chars().count();
                assert!(part != "body" || letters <= most, "{letters}: {text}");
            }
            all.extend(values);
        }
        for (key, value) in expected.into_iter().chain([
            ("layers", "22"),
            ("stem_layers", "3"),
            ("modules", "9"),
            ("size_first", "112"),
            ("ch_last", "1024"),
            ("rf_1x1", "27"),
            ("rf_3x3", "43"),
            ("rf_5x5", "59"),
            ("cin", "480"),
            ("conv_out", "448"),
            ("stack_in", "192"),
            ("stack_out", "4944"),
            ("stack_ratio", "7.9"),
            ("mul_direct", "898,560"),
            ("mul_total", "225,792"),
            ("mul_ratio", "4"),
            ("fc_params", &*flattened),
            ("linear_params", &*linear),
            ("aux1_after", "4a"),
            ("aux2_after", "4d"),
            ("depth_main", "22"),
            ("depth_aux1", "12"),
            ("aux_weight", "0.3"),
            ("classes", &*classes),
        ]) {
            assert!(
                all.iter().any(|(name, found)| *name == key && found == value),
                "{key} {value}: {:?}",
                all.iter().filter(|(name, _)| *name == key).collect::<Vec<_>>()
            );
        }
    }
    set_language(Language::English);
}
