//! The crash report: a file that can be sent to somebody else after something went wrong.
//!
//! It has the version, the weights by their hash, the last wishes by their names, and the panic.  Paths are not in it.

use std::path::Path;
use std::time::SystemTime;

use crate::platform::recorder::{Recorded, remembered};

/// Its name in the folder of the program's data; a later one takes the place of an earlier.
const NAME: &str = "crash.txt";

/// Writes it; where that cannot be done, nobody is told: the log has the panic too.
pub fn write(folder: &Path, panic: &str) {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let text = report(panic, now.map_or(0, |now| now.as_secs()), &remembered());
    let _ = std::fs::write(folder.join(NAME), text);
}

fn report(panic: &str, seconds: u64, recorded: &Recorded) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
    let weights = recorded.weights.as_deref().unwrap_or("none yet");
    let wishes: Vec<&str> = recorded.wishes.iter().map(String::as_str).collect();
    format!(
        "inception-lens {version}, {system} {machine}, at {seconds} s of Unix time\n\
         weights sha256 {weights}\n\
         last wishes, the newest last: {}\n\
         {}\n",
        wishes.join(", "),
        without_paths(panic),
    )
}

/// The text with `(path)` in place of every absolute path: names of folders and files are nobody else's business.
fn without_paths(text: &str) -> String {
    let words = text.split(' ').map(|word| {
        let bare = word.trim_start_matches(['"', '\'', '(', '`', '“', '‘']);
        let has_drive = bare.get(1..3).is_some_and(|start| start == ":\\" || start == ":/");
        if bare.len() > 1 && bare.starts_with(['/', '~', '\\']) || has_drive || bare.starts_with("file:") {
            "(path)"
        } else {
            word
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
