//! The log: what a developer would want to know after something went wrong, in a file beside the program's data.
//!
//! `log.txt` is the start that runs, `log.1.txt` to `log.3.txt` are the ones before, the newest first.  Each is bounded.
//! Panics are in it with their place and message; `crash.txt` has the last of them alone.  A home folder is written `~`: the file can be sent to somebody else.

use std::any::Any;
use std::fs::File;
use std::io::{self, Write};
use std::panic::Location;
use std::path::Path;
use std::time::{Instant, SystemTime};

use super::{crash, folders};

/// Starts that are kept beside the one that runs.
const KEPT: usize = 3;

/// Bytes a log may have; what comes after is left out, and the log says so.
const MAX_BYTES: usize = 1 << 20;

/// From now on warnings, errors and panics go to `log.txt` in that folder.  Where it cannot be written, nowhere.
pub fn start(folder: &Path) {
    let Ok(mut file) = open(folder) else { return };
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let seconds = now.map_or(0, |now| now.as_secs());
    let version = env!("CARGO_PKG_VERSION");
    let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
    // What cannot be written is missed by nobody but the reader of this file.
    let _ = writeln!(file, "inception-lens {version}, {system} {machine}, started at {seconds} s of Unix time");
    let begin = Instant::now();
    let home = folders::home();
    let log = env_logger::Builder::new()
        .filter_level(log::LevelFilter::Warn)
        .format(move |line, record| {
            let level = record.level().as_str().to_lowercase();
            let text = without_home(&record.args().to_string(), home.as_deref());
            let seconds = begin.elapsed().as_secs_f64();
            writeln!(line, "[{seconds:.3} s, {level}, {}] {text}", record.target())
        })
        .target(env_logger::Target::Pipe(Box::new(Bounded::new(file))))
        .try_init();
    // A logger that is already there is as good; it gets the panics too.
    drop(log);
    let before = std::panic::take_hook();
    let folder = folder.to_owned();
    std::panic::set_hook(Box::new(move |panic| {
        let thread = std::thread::current();
        let name = thread.name().unwrap_or("without a name").to_owned();
        let line = panic_line(&name, panic.location(), panic.payload());
        log::error!("{line}");
        crash::write(&folder, &line);
        before(panic);
    }));
}

/// A new `log.txt`, after those before it have moved on by one.
///
/// # Errors
/// The folder cannot be made, or the file cannot.
fn open(folder: &Path) -> io::Result<File> {
    std::fs::create_dir_all(folder)?;
    let name = |age: usize| match age {
        0 => folder.join("log.txt"),
        age => folder.join(format!("log.{age}.txt")),
    };
    for age in (0..KEPT).rev() {
        // One that is not there, or not ours to move, is left as it is.
        let _ = std::fs::rename(name(age), name(age + 1));
    }
    File::create(name(0))
}

/// "panic in thread lens-engine at src/model/gemm.rs:51:5: output has another size".
fn panic_line(thread: &str, place: Option<&Location<'_>>, payload: &dyn Any) -> String {
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let place = place.map_or_else(String::new, |place| {
        let file = source_name(place.file());
        format!(" at {file}:{}:{}", place.line(), place.column())
    });
    let text = text.unwrap_or("without a message");
    format!("panic in thread {thread}{place}: {text}")
}

/// A source file without the folders of whoever built the program: `src/model/gemm.rs`, `egui-0.37.0/src/ui.rs`.
fn source_name(file: &str) -> String {
    let parts: Vec<&str> = file.split(['/', '\\']).collect();
    match parts.iter().rposition(|part| *part == "src") {
        Some(0) | None => file.to_owned(),
        Some(source) => parts[source - 1..].join("/"),
    }
}

/// The text with the home folder as `~`.
fn without_home(text: &str, home: Option<&Path>) -> String {
    let home = home.map(|home| home.to_string_lossy());
    match home.filter(|home| home.len() > 1) {
        Some(home) => text.replace(&*home, "~"),
        None => text.to_owned(),
    }
}

/// A file that takes so many bytes and then no more.
struct Bounded {
    file: File,
    left: usize,
}

impl Bounded {
    fn new(file: File) -> Self {
        Self { file, left: MAX_BYTES }
    }
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.left.checked_sub(bytes.len()) {
            Some(left) => {
                self.left = left;
                self.file.write_all(bytes)?;
            }
            None if self.left > 0 => {
                self.left = 0;
                self.file.write_all(b"(the log is full; what came after is left out)\n")?;
            }
            None => {}
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
