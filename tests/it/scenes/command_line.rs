//! `--scene` with `--screenshot`.

use std::path::Path;

use crate::cli::stderr;

/// The program with a clock that stands still, so that pictures do not differ by measured times.
fn program(arguments: &[&str]) -> std::process::Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_inception-lens"))
        .args(arguments)
        .env("INCEPTION_LENS_CLOCK", "fixed")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

/// What `--scene` draws, and what it says on stderr.
fn draw(scene: &str, more: &[&str]) -> (image::RgbaImage, String) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.png");
    let base = ["--scene", scene, "--screenshot", out.to_str().unwrap(), "--size", "1100x720"];
    let output = program(&[&base[..], more].concat());
    assert_eq!(output.status.code(), Some(0), "{scene}: {}", stderr(&output));
    (image::open(&out).unwrap().into_rgba8(), stderr(&output))
}

/// The same as `--view` draws it.
fn view(arguments: &[&str]) -> image::RgbaImage {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.png");
    let base = ["--screenshot", out.to_str().unwrap(), "--size", "1100x720"];
    let output = program(&[&base[..], arguments].concat());
    assert_eq!((stderr(&output).as_str(), output.status.code()), ("", Some(0)));
    image::open(&out).unwrap().into_rgba8()
}

const CAT: &str = "assets/samples/cat.png";

#[test]
fn a_link_draws_what_its_view_draws() {
    let pairs: [(&str, &[&str]); 4] = [
        ("#view=cost&tab=lineage&photo=cat&theme=light", &[CAT, "--view", "cost:lineage", "--theme", "light"]),
        (
            "view=layer&layer=inception4d&tab=kernels&photo=cat&lang=ko",
            &[CAT, "--view", "layer:inception4d:kernels", "--lang", "ko"],
        ),
        (
            "http://localhost/#view=classifiers&tab=pooling&photo=cat&class=dog&minus=cat",
            &[CAT, "--view", "classifiers:pooling", "--class", "dog", "--minus", "cat"],
        ),
        ("#view=tour&card=2:answer&photo=cat", &[CAT, "--view", "tour:2:answer"]),
    ];
    for (scene, arguments) in pairs {
        let (picture, said) = draw(scene, &[]);
        assert_eq!(said, "", "{scene}");
        assert!(picture == view(arguments), "{scene}");
    }
}

#[test]
fn half_a_link_draws_and_names_the_rest() {
    let (picture, said) = draw("#view=cost&tab=lineage&photo=cat&channel=x&colour=red&class=unicorn", &[]);
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "Not understood in this scene: colour=red, channel=x. The rest is shown.",
            "Not understood in this scene: class=unicorn. The rest is shown."
        ]
    );
    assert!(picture == view(&[CAT, "--view", "cost:lineage"]));
    // A view that is not there any more, a layer and a channel that the network lacks, something off that is not there.
    for (scene, named) in [
        ("#view=hologram&photo=cat", "view=hologram"),
        ("#view=cost&tab=hologram&photo=cat", "tab=hologram"),
        ("#view=layer&layer=inception9z&photo=cat", "layer=inception9z"),
        ("#view=layer&layer=inception4d&channel=528&photo=cat", "channel=528"),
        ("#view=layer&layer=inception4d&channel=3&row=14&column=0&photo=cat", "row=14, column=0"),
        ("#view=network&photo=cat&off=inception4a:17,inception4a:512", "off=inception4a:512"),
        ("#view=network&photo=someone-i-know", "photo=someone-i-know"),
        ("#card=99", "card=99"),
        ("#edit=zoom:1.5,wobble:3", "edit=wobble:3"),
        ("#photo=cat&lang=xx&theme=pink&modules=few", "theme=pink"),
    ] {
        let said = draw(scene, &[]).1;
        assert!(said.contains(named), "{scene}: {said}");
        assert_eq!(said.matches("Not understood").count(), 1, "{scene}: {said}");
    }
}

/// A lesson of three steps beside a photo.
fn lesson(folder: &Path, sha256: &str) -> String {
    std::fs::copy("assets/samples/motorcycle.jpg", folder.join("ours.jpg")).unwrap();
    let steps = serde_json::json!([
        { "link": "view=network&photo=cat&lang=en", "text": "First." },
        { "link": "view=module&module=4a", "photo": { "path": "ours.jpg", "sha256": sha256 } },
        { "link": "view=cost&tab=lineage&lang=ko&theme=light", "text": "마지막" },
    ]);
    let file = folder.join("lesson.json");
    std::fs::write(&file, serde_json::json!({ "version": 1, "steps": steps }).to_string()).unwrap();
    file.to_str().unwrap().to_owned()
}

fn sha256_of(path: &str) -> String {
    use sha2::Digest as _;
    let digest = sha2::Sha256::digest(std::fs::read(path).unwrap());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn steps_of_a_file_are_drawn_by_their_number() {
    let folder = tempfile::tempdir().unwrap();
    let file = lesson(folder.path(), &sha256_of("assets/samples/motorcycle.jpg"));
    let pictures = ["1", "2", "3"].map(|step| draw(&file, &["--step", step]));
    assert!(pictures.iter().all(|(_, said)| said.is_empty()), "{:?}", pictures.map(|(_, said)| said));
    assert!(pictures[0].0 == draw(&file, &[]).0, "without a number it is the first");
    assert!(pictures[0].0 != pictures[1].0 && pictures[1].0 != pictures[2].0);
    let (last, said) = draw(&file, &["--step", "7"]);
    assert!(last == pictures[2].0);
    // In the scene's language.
    assert!(said.contains("7단계는 없습니다") && said.contains("3단계"), "{said}");
    let output = program(&["--scene", &file, "--step", "0", "--screenshot", "a.png"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_photo_that_is_gone_or_changed_is_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let file = lesson(folder.path(), &"0".repeat(64));
    let (changed, said) = draw(&file, &["--step", "2"]);
    assert_eq!(said, "ours.jpg: this is not the photo the scene was made with, though it has its name.\n");
    std::fs::remove_file(folder.path().join("ours.jpg")).unwrap();
    let (gone, said) = draw(&file, &["--step", "2"]);
    assert!(said.ends_with("ours.jpg: this photo of the scene is missing; the rest is shown.\n"), "{said}");
    assert_eq!(said.lines().count(), 1);
    assert!(gone != changed);
    std::fs::write(folder.path().join("ours.jpg"), "no photo at all").unwrap();
    let said = draw(&file, &["--step", "2"]).1;
    assert!(said.starts_with("ours.jpg: ") && said.lines().any(|line| line.contains("JPEG")), "{said}");
}

#[test]
fn what_is_no_scene_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.png");
    let refused = |scene: &str| {
        let output = program(&["--scene", scene, "--screenshot", out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{scene}");
        assert!(!out.exists());
        stderr(&output)
    };
    let file = folder.path().join("a.json");
    let path = file.to_str().unwrap();
    std::fs::write(&file, r#"{"version": 2, "acts": []}"#).unwrap();
    assert!(refused(path).ends_with("is of version 2; this program reads version 1: get a newer Inception Lens.\n"));
    std::fs::write(&file, "[1, 2]").unwrap();
    assert!(refused(path).contains("This is no scene file ("));
    assert!(refused("no-such-file.json").contains("neither a scene file nor a link"));
    for more in [["--view", "cost"], ["--off", "conv1:1"]] {
        assert_eq!(program(&[&["--scene", "#view=cost"][..], &more].concat()).status.code(), Some(2), "{more:?}");
    }
}
