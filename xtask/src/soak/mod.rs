//! `cargo xtask soak MINUTES`: the real window on a virtual screen, used at random for as long as that.
//!
//! | file | its job |
//! |---|---|
//! | `screen` | the virtual screen, and the program on it |
//! | `monkey` | what is done next: keys, clicks, files, sizes |
//! | `memory` | what the program takes of it |
//!
//! It needs `Xvfb`, `xdotool` and `xclip`.  The program has a home folder of its own, so nothing of the person's is touched.

mod memory;
mod monkey;
mod screen;

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::program::Program;
use memory::Memory;
use monkey::Monkey;
use screen::Screen;

/// Minutes after which memory has found its level, and of each level.
const LEVEL_MINUTES: usize = 10;
/// Times that level which it may take later.
const MOST: f64 = 1.2;
/// Between two actions.
const PAUSE: Duration = Duration::from_millis(300);

/// Uses the window for so many minutes, and prints figures each minute and at the end.
///
/// # Errors
/// The window went away, something panicked, or memory grew beyond 1.2 times the level after ten minutes.
pub fn run(minutes: u64, seed: u64) -> anyhow::Result<()> {
    let program = Program::build()?;
    let home = std::env::temp_dir().join(format!("inception-lens-soak-{}", std::process::id()));
    std::fs::create_dir_all(&home)?;
    let mut monkey = Monkey::new(&program, &home, seed)?;
    let mut screen = Screen::open(&program, &home)?;
    let mut memory = Memory::default();
    let begun = Instant::now();
    println!("{minutes} minutes with seed {seed}; everything that is kept goes to {}", home.display());
    let mut next_minute = 1;
    while begun.elapsed() < Duration::from_secs(60 * minutes) {
        monkey.act(&screen)?;
        std::thread::sleep(PAUSE);
        if let Some(status) = screen.ended()? {
            bail!("the window is gone after {:?} and {}: {status}", begun.elapsed(), monkey.done());
        }
        memory.look(screen.process());
        if begun.elapsed() >= Duration::from_secs(60 * next_minute) {
            println!("minute {next_minute}: {}, {}", memory.ends_minute(), monkey.done());
            next_minute += 1;
        }
    }
    drop(screen);
    no_panic(&home)?;
    println!("{} without a panic", monkey.done());
    let levels = memory.levels(LEVEL_MINUTES);
    let after = levels.get(1).context("too short for a level of memory after ten minutes: twenty minutes and more")?;
    let highest = levels[1..].iter().copied().fold(0.0, f64::max);
    let listed: Vec<String> = levels.iter().map(|level| format!("{level:.0}")).collect();
    println!("memory by spans of {LEVEL_MINUTES} minutes: {} MB", listed.join(", "));
    println!("the highest of those after {LEVEL_MINUTES} minutes is {:.2} times the first of them", highest / after);
    if highest > MOST * after {
        bail!("memory grew beyond {MOST} times its level after {LEVEL_MINUTES} minutes");
    }
    std::fs::remove_dir_all(&home)?;
    Ok(())
}

/// Looks for a crash report, wherever the system keeps the program's data.
fn no_panic(home: &Path) -> anyhow::Result<()> {
    let mut folders = vec![home.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name == "crash.txt") {
                bail!("something panicked:\n{}", std::fs::read_to_string(path)?);
            }
        }
    }
    Ok(())
}
