//! A scene in one line.

use inception_lens::state::{Key, Link, SceneError, SceneFile, ScenePhoto, SceneStep, Script};

/// The line that the design names.
const LINE: &str = "view=layer&layer=inception4d&channel=12&photo=cat&lang=ko";

#[test]
fn a_line_is_read_and_written_the_same() {
    let (link, unknown) = Link::parse(LINE);
    assert_eq!(unknown, Vec::<String>::new());
    assert_eq!(link.get(Key::Layer), Some("inception4d"));
    assert_eq!(link.to_string(), LINE);
    // The part from #, an address with it, and spaces around it are the same scene.
    for text in [format!("#{LINE}"), format!("https://school.example/lens/#{LINE}"), format!(" {LINE}\n")] {
        assert_eq!(Link::parse(&text), (link.clone(), Vec::new()), "{text}");
    }
}

#[test]
fn values_may_hold_anything() {
    for value in ["French horn", "50 % & more = #1", "고양이", "a+b", "inception4a:17,inception4a.branch3"] {
        let mut link = Link::default();
        link.put(Key::Class, Some(value.to_owned()));
        let line = link.to_string();
        assert!(line.is_ascii() && !line.contains(' '), "{line}");
        assert_eq!(Link::parse(&line).0.get(Key::Class), Some(value));
    }
    // What can be read stays readable.
    let mut link = Link::default();
    link.put(Key::Off, Some("inception4a:17,inception4a.branch3".to_owned()));
    assert_eq!(link.to_string(), "off=inception4a:17,inception4a.branch3");
}

#[test]
fn what_has_no_meaning_is_named_and_the_rest_kept() {
    let (link, unknown) = Link::parse("#view=cost&zoom=3&tab&view=layer&class=&lang=%ff&tab=lineage");
    assert_eq!(unknown, ["zoom=3", "tab", "view=layer", "class=", "lang=%ff"]);
    assert_eq!(link.to_string(), "view=cost&tab=lineage");
    assert!(Link::is_in("view=cost") && !Link::is_in("a photo#1.png") && !Link::is_in(""));
}

/// A line of a megabyte is cut, between letters, and that is said.
#[test]
fn a_line_without_end_is_cut() {
    let line = format!("view=cost&class={}", "한".repeat(400_000));
    let (link, unknown) = Link::parse(&line);
    assert_eq!((link.get(Key::View), unknown), (Some("cost"), vec!["…".to_owned()]));
}

fn steps() -> Vec<SceneStep> {
    let photo = ScenePhoto { path: "our-dog.jpg".into(), sha256: Some("ab".repeat(32)) };
    vec![
        SceneStep { link: LINE.to_owned(), text: Some("What do you see?".to_owned()), photo: None },
        SceneStep { link: "view=network".to_owned(), text: None, photo: Some(photo) },
    ]
}

#[test]
fn a_file_is_read_as_it_was_written() {
    let file = SceneFile::new(steps());
    let bytes = file.to_bytes().unwrap();
    assert_eq!(SceneFile::parse(&bytes), Ok(file));
    let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(value["version"], 1);
    assert_eq!(value["steps"][0], serde_json::json!({ "link": LINE, "text": "What do you see?" }));
    assert_eq!(value["steps"][1]["photo"]["path"], "our-dog.jpg");
    let script = Script::of_file(std::path::Path::new("/lessons/mine.json"), &bytes).unwrap();
    assert_eq!((script.folder.to_str(), script.steps), (Some("/lessons"), steps()));
}

#[test]
fn other_files_are_refused_with_a_sentence() {
    let error = |text: &str| SceneFile::parse(text.as_bytes()).unwrap_err();
    // A later version may hold anything.
    assert_eq!(error(r#"{"version": 2, "steps": "in another way"}"#), SceneError::Newer { found: 2 });
    assert!(error(r#"{"version": 2}"#).to_string().contains("is of version 2; this program reads version 1"));
    assert_eq!(error(r#"{"version": 1, "steps": []}"#), SceneError::Empty);
    let many = format!(r#"{{"version": 1, "steps": [{}]}}"#, vec![r#"{"link": ""}"#; 1001].join(","));
    assert_eq!(error(&many), SceneError::TooMany);
    for text in [
        "",
        "{",
        "[]",
        r#"{"steps": []}"#,
        r#"{"version": "1", "steps": []}"#,
        r#"{"version": 1}"#,
        r#"{"version": 1, "steps": [{}]}"#,
    ] {
        assert!(matches!(error(text), SceneError::Malformed { .. }), "{text}");
    }
}
