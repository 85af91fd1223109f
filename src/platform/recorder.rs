//! What was last done, for a crash report: names of wishes, never what they are about.

use std::collections::VecDeque;
use std::fmt::{self, Debug, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Wishes that are remembered.
const KEPT: usize = 20;

/// What a crash report says beside the panic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// SHA-256 of the weights in use.
    pub weights: Option<String>,
    /// Names of the last wishes, the newest last.
    pub wishes: VecDeque<String>,
}

static RECORDED: Mutex<Recorded> = Mutex::new(Recorded { weights: None, wishes: VecDeque::new() });

fn recorded() -> MutexGuard<'static, Recorded> {
    RECORDED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Remembers a wish by the first word of how it is debugged: `OpenPath`, and not which.
pub fn remember(wish: &dyn Debug) {
    let mut word = FirstWord(String::new());
    // It ends with an error where the word ends: nothing of the rest is put into text.
    let _ = write!(word, "{wish:?}");
    let mut recorded = recorded();
    if recorded.wishes.len() == KEPT {
        recorded.wishes.pop_front();
    }
    recorded.wishes.push_back(word.0);
}

/// Remembers which weights are in use, by their SHA-256.
pub fn remember_weights(sha256: &str) {
    recorded().weights = Some(sha256.to_owned());
}

/// All that is remembered.
pub fn remembered() -> Recorded {
    recorded().clone()
}

struct FirstWord(String);

impl Write for FirstWord {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let word = text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        self.0 += word;
        if word.len() == text.len() { Ok(()) } else { Err(fmt::Error) }
    }
}
