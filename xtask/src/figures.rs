//! The README's figures, from what the program prints, between two marks in the file.

use std::fs;

use anyhow::{Context, ensure};
use serde_json::Value;

use crate::program::Program;

/// Photos whose answers the README prints, and what follows them where the weights know nothing on them.
const PHOTOS: [&str; 3] = ["cat.png", "motorcycle.jpg", "rocket.jpg"];

/// Lines around what is written.
const BEGIN: &str = "<!-- figures: written by `cargo xtask pictures`, not by hand -->";
const END: &str = "<!-- end of the figures -->";

/// Writes the figures into the README.
///
/// # Errors
/// The program fails, or the README has no marks.
pub fn write(program: &Program) -> anyhow::Result<()> {
    let path = program.path("README.md");
    let text = fs::read_to_string(&path)?;
    let (before, rest) = text.split_once(BEGIN).context("README.md has no mark where figures begin")?;
    let (_, after) = rest.split_once(END).context("README.md has no mark where figures end")?;
    fs::write(&path, format!("{before}{BEGIN}\n\n{}\n{END}{after}", figures(program)?))?;
    println!("README.md");
    Ok(())
}

/// The answers on a few samples, and what the weights know.
fn figures(program: &Program) -> anyhow::Result<String> {
    let asked = ["evidence", "assets/samples/rocket.jpg", "--class", "rocket", "--out", "target/rocket.json"];
    ensure!(
        program.run(&asked).is_err(),
        "these weights know rockets: choose another photo that they do not know in xtask/src/figures.rs"
    );
    let photos = PHOTOS.map(|name| format!("assets/samples/{name}"));
    let mut arguments = vec!["classify", "--json", "--top", "1"];
    arguments.extend(photos.iter().map(String::as_str));
    let answers: Value = serde_json::from_str(&program.run(&arguments)?)?;
    let weights: Value =
        serde_json::from_str(&program.run(&["weights", "check", "weights/default.safetensors", "--json"])?)?;
    let classes = weights["classes"].as_u64().context("weights check names no number of classes")?;
    let mut text = format!("`cargo run --release -- classify {}`\n\n", photos.join(" "));
    for (name, answer) in PHOTOS.iter().zip(answers.as_array().context("classify prints a list")?) {
        text += &format!("    {name:<15}");
        for head in ["main", "aux1", "aux2"] {
            let best = &answer["heads"][head][0];
            let label = best["label"].as_str().context("an answer has a label")?;
            let probability = best["probability"].as_f64().context("an answer has a probability")?;
            text += &format!("{head}  {label:<11}{:5.1} %    ", 100.0 * probability);
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text += &format!(
        "\n(shortened; the table has the five best of each head.)  The weights that come with the program know {classes} everyday\n\
         things ([weights/README.md](weights/README.md) lists them with their sources and how often each is recognised).  There is\n\
         no rocket among them, on purpose: a high probability is not knowledge.\n",
    );
    Ok(text)
}
