//! Figures for slides and papers: SVG whose text is text, pixels for print, the figure alone.

use std::fs;

use inception_lens::state::Options;
use roxmltree::Document;

use super::window::{take, wait, window};
use super::{PHOTO, export};
use crate::app::sample;
use crate::cli::{quick_program, stderr};

/// All words of a drawing, one line for each piece.
fn words(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

fn svg(view: &str, more: &[&str]) -> String {
    String::from_utf8(export(PHOTO, view, "a.svg", more)).unwrap()
}

#[test]
fn an_svg_has_its_text_as_text_and_says_where_it_comes_from() {
    let svg = svg("cost:lineage", &["--lang", "ko"]);
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!((root.attribute("width"), root.attribute("height")), (Some("1440"), Some("900")));
    let metadata = document.descendants().find(|node| node.has_tag_name("metadata")).unwrap();
    assert!(metadata.text().unwrap().contains("weights_sha256: "));
    let words = words(&svg);
    for wanted in ["AlexNet", "VGG-16", "ResNet-50", "연산량"] {
        assert!(words.iter().any(|text| text == wanted), "{wanted}: {words:?}");
    }
    // As wide as it was laid out, in whatever font.
    let title = document.descendants().find(|node| node.text() == Some("ResNet-50")).unwrap();
    let length: f32 = title.attribute("textLength").unwrap().parse().unwrap();
    let size: f32 = title.attribute("font-size").unwrap().parse().unwrap();
    assert!((3.0..7.0).contains(&(length / size)), "{length} for nine letters of {size}");
}

/// Maps stay pictures, a pixel a cell; what is drawn stays drawn; the file stays small.
#[test]
fn maps_are_embedded_with_their_own_cells() {
    let svg = svg("module:4a", &[]);
    let document = Document::parse(&svg).unwrap();
    let pictures: Vec<_> = document.descendants().filter(|node| node.has_tag_name("image")).collect();
    assert!(pictures.len() >= 8, "{}", pictures.len());
    let sharp = pictures.iter().filter(|node| node.attribute("image-rendering") == Some("optimizeSpeed"));
    let sides: Vec<u32> = sharp.map(|node| decoded(node.attribute("href").unwrap()).width()).collect();
    assert!(sides.contains(&14), "{sides:?}");
    assert!(document.descendants().filter(|node| node.has_tag_name("path")).count() > 4, "ribbons are paths");
    assert!(svg.len() < 300_000, "{} bytes", svg.len());
}

fn decoded(href: &str) -> image::DynamicImage {
    use base64::Engine as _;
    let (kind, data) = href.split_once(";base64,").unwrap();
    assert!(kind == "data:image/png" || kind == "data:image/jpeg", "{kind}");
    let bytes = base64::engine::general_purpose::STANDARD.decode(data).unwrap();
    image::load_from_memory(&bytes).unwrap()
}

#[test]
fn the_figure_alone_and_dots_an_inch() {
    let whole = svg("network", &[]);
    let figure = svg("network", &["--figure"]);
    assert!(words(&whole).iter().any(|text| text == "Samples"));
    let words = words(&figure);
    assert!(words.iter().any(|text| text == "GoogLeNet") && !words.iter().any(|text| text == "Samples"), "{words:?}");
    let document = Document::parse(&figure).unwrap();
    let size = ["width", "height"].map(|side| document.root_element().attribute(side).unwrap().parse::<f32>().unwrap());

    let png = export(PHOTO, "network", "a.png", &["--figure", "--dpi", "300"]);
    let picture = image::load_from_memory(&png).unwrap();
    // 96 points an inch.
    for (pixels, points) in [picture.width(), picture.height()].into_iter().zip(size) {
        assert!((pixels as f32 - points * 300.0 / 96.0).abs() <= 1.5, "{pixels} for {points} points");
    }
    // 300 dots an inch are 11,811 a metre (PNG specification, 11.3.4.3).
    let physical = png.windows(4).position(|window| window == b"pHYs").unwrap() + 4;
    assert_eq!(png[physical..physical + 9], [0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]);
}

#[test]
fn what_is_for_pictures_alone_is_refused_elsewhere() {
    for (more, sentence) in [
        (["--dpi", "300", "a.svg"], "a.svg: --dpi is for pixels; end the name in .png, or leave it out.\n"),
        (["--dpi", "300", "a.csv"], "a.csv: --dpi is for pixels; end the name in .png, or leave it out.\n"),
    ] {
        let [dpi, number, out] = more;
        let output = quick_program(&["export", PHOTO, "--view", "network", dpi, number, "--out", out]);
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(1), sentence));
    }
    let output = quick_program(&["export", PHOTO, "--view", "network", "--figure", "--out", "a.json"]);
    assert!(stderr(&output).contains("--figure is for pictures"), "{}", stderr(&output));
    let output = quick_program(&["export", PHOTO, "--view", "network", "--dpi", "6000", "--out", "a.png"]);
    assert!(stderr(&output).contains("expected a number from 48 to 600"), "{}", stderr(&output));
}

#[test]
fn the_menu_offers_both() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, answers) = window(Options { image: sample("cat.png"), ..Default::default() });
    for (what, file) in [("Figure alone, text as text (SVG)", "a.svg"), ("Figure alone, 300 dpi (PNG)", "a.png")] {
        *answers.path.lock().unwrap() = Some(folder.path().join(file));
        take(&mut harness, what);
        wait(&mut harness);
    }
    let svg = fs::read_to_string(folder.path().join("a.svg")).unwrap();
    let words = words(&svg);
    assert!(words.iter().any(|text| text == "GoogLeNet") && !words.iter().any(|text| text == "Samples"), "{words:?}");
    let picture = image::open(folder.path().join("a.png")).unwrap();
    assert!(picture.width() > 3000, "{}", picture.width());
    assert_eq!(*answers.proposed.lock().unwrap(), ["cat-network.svg", "cat-network.png"]);
}
