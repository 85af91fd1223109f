//! The last answers, how many a second, and both as a table.

use inception_lens::export::Table;
use inception_lens::live::{Answer, Rate, TRAIL, Trail};

fn answer(frame: u64, label: &str) -> Answer {
    Answer {
        frame,
        image: "moving.gif".to_owned(),
        seconds: frame as f64 / 8.0,
        class: 0,
        label: label.to_owned(),
        probability: 0.5,
        forward_ms: 20.0,
    }
}

#[test]
fn a_hundred_answers_are_kept_and_counted() {
    let mut trail = Trail::default();
    for frame in 1..=150 {
        trail.push(answer(frame, if frame % 3 == 0 { "dog" } else { "cat" }));
    }
    let kept: Vec<u64> = trail.answers().map(|answer| answer.frame).collect();
    assert_eq!(kept, (51..=150).collect::<Vec<_>>());
    assert_eq!(kept.len(), TRAIL);
    assert_eq!(trail.counts(), [("cat", 66), ("dog", 34)]);
    trail.replace_last(answer(150, "church"));
    assert_eq!(trail.last().unwrap().label, "church");
    assert_eq!(trail.answers().len(), TRAIL);
}

#[test]
fn frames_a_second_are_counted_over_the_last_two() {
    let mut rate = Rate::default();
    assert_eq!(rate.per_second(), None);
    for frame in 0..100 {
        rate.arrived(f64::from(frame) * 0.05);
    }
    assert!((rate.per_second().unwrap() - 20.0).abs() < 1e-9);
    // A pause is not counted as if frames had come.
    rate.arrived(60.0);
    assert_eq!(rate.per_second(), None);
    rate.arrived(60.5);
    assert!((rate.per_second().unwrap() - 2.0).abs() < 1e-9);
}

#[test]
fn a_trail_is_a_table() {
    let mut trail = Trail::default();
    trail.push(answer(1, "cat"));
    trail.push(answer(4, "dog, or \"wolf\""));
    let file = Table::of_trail(&trail).csv(&[("source", "moving.gif".to_owned())]).unwrap();
    let lines: Vec<_> = std::str::from_utf8(&file.table).unwrap().lines().collect();
    assert_eq!(lines[0], "frame,image,seconds,label,probability,forward_ms");
    assert_eq!(lines[1], "1,moving.gif,0.125,cat,0.5,20.0");
    assert_eq!(lines[2], "4,moving.gif,0.5,\"dog, or \"\"wolf\"\"\",0.5,20.0");
    assert!(std::str::from_utf8(&file.provenance).unwrap().contains("moving.gif"));
}
