//! All methods with their verdicts, one pass at a time.

use std::cell::Cell;

use inception_lens::analysis::Scores;
use inception_lens::analysis::heatmaps::random::network_seed;
use inception_lens::analysis::heatmaps::{Effort, Method, PixelBox, Question, Row, Settings, Study, Subject, heatmap};
use inception_lens::export::Table;
use inception_lens::export::heatmaps::heatmaps_json;
use inception_lens::model::{GoogLeNet, Objective, Planes, Run};
use inception_lens::spec::Head;

use super::small;

/// What the network sees in the noise: something speaks for that.
fn best(subject: &Subject) -> usize {
    let Planes { height, width, ref values, .. } = subject.input;
    let input = GoogLeNet::input_of_size(&values[..], height, width).unwrap();
    let only = subject.model.needs(&Objective::Logit { head: Head::Main, class: 0 }).unwrap();
    let trace = subject.model.forward(&input, Run::new().only(only)).unwrap();
    Scores::new(Head::Main, trace.get("fc").unwrap().values.to_vec().unwrap()).best()
}

/// Cancelled again and again, it loses nothing and ends with all there is to say.
#[test]
fn it_fills_a_table_and_can_be_interrupted() {
    let subject = small();
    let question = Question { head: Head::Main, class: best(&subject), minus: None };
    let mut study = Study::new(subject.clone(), question, Settings::default(), 1).unwrap();
    let region = PixelBox { x: 0.0, y: 0.0, width: 112.0, height: 224.0 };
    let calls = Cell::new(0);
    // Every so often somebody else is more urgent, at any step of a pass.
    let cancelled = || {
        calls.set(calls.get() + 1);
        calls.get() % 997 == 0
    };
    let (mut interrupted, mut first_map) = (0, None);
    let last = loop {
        match study.advance(&cancelled) {
            Err(error) => {
                assert!(error.is_cancelled(), "{error}");
                interrupted += 1;
                // Nobody works at it for a while: its random network is made anew.
                study.rest();
            }
            Ok(progress) if progress.is_done => break progress,
            Ok(progress) if progress.is_news && first_map.is_none() => {
                let table = study.table(None);
                first_map = table.rows.into_iter().find(|row| row.map.is_some()).map(|row| row.method);
                assert_eq!(progress.done, 1);
            }
            Ok(_) => {}
        }
    };
    assert!(interrupted > 10);
    assert_eq!(first_map, Some(Method::Evidence));
    assert_eq!(last.done, last.total);
    let table = study.table(Some(region));
    assert_eq!(table.chance.as_ref().unwrap().curves.len(), 8);
    let untrained = subject.model.fresh(network_seed(1, 0), false).unwrap();
    let untrained = Subject { model: untrained, ..subject.clone() };
    for row in &table.rows {
        let Row { method, map, random, strongest_in_box, in_box, deletion, insertion, verdict, failed, .. } = row;
        let alone = heatmap(&subject, question, *method, &Settings::default(), &|| false, &mut |_, _| ()).unwrap();
        assert_eq!(map.as_ref().unwrap().map, alone.map, "{method:?}");
        assert_eq!(random.len(), Effort::FULL.networks);
        if *method == Method::GradCam {
            let alone =
                heatmap(&untrained, question, *method, &Settings::default(), &|| false, &mut |_, _| ()).unwrap();
            assert_eq!(random[0].map, alone.map);
        }
        assert_eq!(failed, &None, "{method:?}");
        assert!(strongest_in_box.is_some() && verdict.is_some(), "{method:?}");
        assert!((0.0..=1.0).contains(&in_box.unwrap()));
        for curve in [deletion, insertion] {
            assert_eq!(curve.as_ref().unwrap().beliefs.len(), 50);
        }
        let ends = [deletion, insertion].map(|curve| curve.as_ref().unwrap().beliefs[0]);
        let backwards = [insertion, deletion].map(|curve| *curve.as_ref().unwrap().beliefs.last().unwrap());
        assert!((ends[0] - backwards[0]).abs() < 1e-6 && (ends[1] - backwards[1]).abs() < 1e-6);
    }
    for (index, row) in table.between.iter().enumerate() {
        assert!((row[index].unwrap() - 1.0).abs() < 1e-9);
        assert_eq!(row[0], table.between[0][index]);
    }
    let json = heatmaps_json("bird", &table, &[("weights", "some".to_owned())]);
    assert_eq!(json["class"], "bird");
    let methods = json["methods"].as_array().unwrap();
    assert_eq!(methods.len(), 8);
    for (entry, method) in methods.iter().zip(Method::ALL) {
        assert_eq!(entry["name"], method.key());
        for key in ["agreement", "agreement_spread", "in_box", "deletion", "insertion", "passes", "ms"] {
            assert!(entry[key].is_number(), "{key}: {entry}");
        }
        assert_eq!(entry["strongest"].as_array().unwrap().len(), 2);
        assert!(entry["verdict"].is_string());
    }
    let csv = String::from_utf8(Table::of_heatmaps(&table).csv(&[]).unwrap().table).unwrap();
    assert_eq!(csv.lines().count(), 9);
    assert!(csv.starts_with("name,agreement,agreement_spread,strongest_x,strongest_y,strongest_in_box,in_box,"));
}

/// Without 4d nothing is left of Grad-CAM's map there: no curves, no verdict, and it is said; the rest goes on.
#[test]
fn a_map_that_is_the_same_everywhere_is_not_judged() {
    let mut subject = small();
    subject.muted.insert("inception4d".to_owned(), (0..528).collect());
    let question = Question { head: Head::Main, class: 5, minus: None };
    let settings = Settings { at: Some("inception4d".to_owned()), ..Settings::default() };
    let mut study = Study::new(subject, question, settings, 1).unwrap();
    // As far as the first curve of another method.
    let table = loop {
        study.advance(&|| false).unwrap();
        let table = study.table(None);
        if table.rows.iter().any(|row| row.deletion.is_some()) {
            break table;
        }
    };
    let row = table.rows.iter().find(|row| row.method == Method::GradCam).unwrap();
    assert!(row.map.as_ref().unwrap().map.is_flat() && row.strongest.is_none());
    assert!(row.deletion.is_none() && row.verdict.is_none());
    assert!(row.failed.as_ref().unwrap().starts_with("This map is the same everywhere"));
}
