//! Somebody who does anything at all.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::Context;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use serde_json::json;

use super::screen::{SIZE, Screen};
use crate::program::Program;

/// Keys, as `xdotool` writes them: views, tools, before a class, back and forth.
const KEYS: &[&str] = &[
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "n",
    "t",
    "e",
    "u",
    "b",
    "g",
    "z",
    "m",
    "s",
    "o",
    "k",
    "l",
    "v",
    "i",
    "r",
    "c",
    "x",
    "f",
    "h",
    "a",
    "p",
    "w",
    "space",
    "Left",
    "Right",
    "Up",
    "Down",
    "Tab",
    "Return",
    "Escape",
    "Escape",
    "Prior",
    "Next",
    "F1",
    "F5",
    "question",
    "plus",
    "minus",
    "ctrl+z",
    "ctrl+y",
    "ctrl+l",
    "ctrl+c",
    "ctrl+plus",
    "ctrl+minus",
    "ctrl+0",
    "alt+Left",
    "alt+Right",
    "bracketleft",
    "bracketright",
    "comma",
    "period",
];

/// Sizes of the window, pixels.
const SIZES: &[[u32; 2]] = &[[1024, 768], [1280, 720], [1366, 768], [1440, 900], [1920, 1080]];

/// Scenes in both languages, on a desk and before a class.
const SCENES: [(&str, &str); 4] = [
    ("korean.json", "view=layer&layer=inception4a&photo=cat&lang=ko"),
    ("english.json", "view=module&module=4e&photo=astronaut&lang=en"),
    ("heads.json", "view=classifiers&photo=coffee&lang=ko&theme=light"),
    ("cost.json", "view=cost&tab=lineage&lang=en&theme=dark"),
];

/// It counts what it does.
pub struct Monkey {
    random: StdRng,
    /// Photos, folders of photos, weights, moving pictures, scenes, and what is none of these.
    files: Vec<PathBuf>,
    counts: BTreeMap<&'static str, usize>,
}

impl Monkey {
    /// With files of the project, and some that it writes itself.
    ///
    /// # Errors
    /// A file cannot be written.
    pub fn new(program: &Program, home: &Path, seed: u64) -> anyhow::Result<Self> {
        let mut files: Vec<PathBuf> = ["assets/album", "assets/samples", "assets/screenshots/demo.gif", "README.md"]
            .iter()
            .map(|inside| program.path(inside))
            .collect();
        for entry in std::fs::read_dir(program.path("assets/samples"))? {
            files.push(entry?.path());
        }
        files.push(program.path("weights/default.safetensors"));
        let broken = home.join("broken.safetensors");
        std::fs::write(&broken, [8, 0, 0, 0, 0, 0, 0, 0, b'{'])?;
        files.push(broken);
        for (name, scene) in SCENES {
            let path = home.join(name);
            std::fs::write(&path, json!({ "version": 1, "steps": [{ "link": scene }] }).to_string())?;
            files.push(path);
        }
        Ok(Self { random: StdRng::seed_from_u64(seed), files, counts: BTreeMap::new() })
    }

    /// "812 actions: 300 keys, …".
    pub fn done(&self) -> String {
        let each: Vec<String> = self.counts.iter().map(|(name, count)| format!("{count} {name}")).collect();
        format!("{} actions: {}", self.counts.values().sum::<usize>(), each.join(", "))
    }

    /// Does the next thing.
    ///
    /// # Errors
    /// A tool cannot be started.
    pub fn act(&mut self, screen: &Screen) -> anyhow::Result<()> {
        let name = match self.random.random_range(0..100) {
            0..45 => self.key(screen)?,
            45..75 => self.click(screen)?,
            75..84 => self.drag(screen)?,
            84..90 => self.wheel(screen)?,
            90..97 => self.paste(screen)?,
            _ => self.resize(screen)?,
        };
        *self.counts.entry(name).or_default() += 1;
        Ok(())
    }

    fn place(&mut self) -> [String; 2] {
        SIZE.map(|side| self.random.random_range(0..side).to_string())
    }

    fn key(&mut self, screen: &Screen) -> anyhow::Result<&'static str> {
        let key = KEYS.choose(&mut self.random).context("there are keys")?;
        screen.tool(&["key", "--window", screen.name(), key])?;
        Ok("keys")
    }

    fn click(&mut self, screen: &Screen) -> anyhow::Result<&'static str> {
        let [x, y] = self.place();
        let button = if self.random.random_bool(0.1) { "3" } else { "1" };
        screen.tool(&["mousemove", &x, &y, "click", button])?;
        Ok("clicks")
    }

    fn drag(&mut self, screen: &Screen) -> anyhow::Result<&'static str> {
        let ([x, y], [to_x, to_y]) = (self.place(), self.place());
        screen.tool(&["mousemove", &x, &y, "mousedown", "1", "mousemove", &to_x, &to_y, "mouseup", "1"])?;
        Ok("drags")
    }

    fn wheel(&mut self, screen: &Screen) -> anyhow::Result<&'static str> {
        let [x, y] = self.place();
        let button = if self.random.random_bool(0.5) { "4" } else { "5" };
        screen.tool(&["mousemove", &x, &y, "click", "--repeat", "5", button])?;
        Ok("turns of the wheel")
    }

    /// A file, by its path in the clipboard.
    fn paste(&mut self, screen: &Screen) -> anyhow::Result<&'static str> {
        let file = self.files.choose(&mut self.random).context("there are files")?;
        let mut clipboard = screen.command("xclip");
        clipboard.args(["-selection", "clipboard"]).stdin(Stdio::piped()).stdout(Stdio::null());
        let mut clipboard = clipboard.spawn().context("xclip cannot be started; apt-get install xvfb xdotool xclip")?;
        let mut words = clipboard.stdin.take().context("xclip reads")?;
        words.write_all(file.to_string_lossy().as_bytes())?;
        drop(words);
        clipboard.wait()?;
        // Out of any field, where it would be text.
        screen.tool(&["key", "--window", screen.name(), "Escape", "ctrl+v"])?;
        Ok("files")
    }

    fn resize(&mut self, screen: &Screen) -> anyhow::Result<&'static str> {
        let [width, height] = SIZES.choose(&mut self.random).context("there are sizes")?.map(|side| side.to_string());
        screen.tool(&["windowsize", screen.name(), &width, &height])?;
        Ok("sizes")
    }
}
