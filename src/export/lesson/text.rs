//! A card's text with its computed numbers marked.

/// What is filled into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Name of the placeholder.
    pub name: &'static str,
    /// What was computed; `None` where these weights or this photo cannot say.
    pub known: Option<String>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words that are always the same.
    Words(String),
    /// Something computed.
    Value(Value),
}

/// A text in parts.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Span>);

/// Around the number of a value in a text that is still in one piece; no text of ours has these private characters.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

impl Text {
    /// Takes a text apart in which values were filled in as [`Text::mark`] says.
    pub fn parse(text: &str, values: &[Value]) -> Self {
        let mut spans = Vec::new();
        for piece in text.split(OPEN) {
            let marked = piece.split_once(CLOSE).and_then(|(number, rest)| {
                let value = values.get(number.parse::<usize>().ok()?)?;
                Some((value, rest))
            });
            let words = match marked {
                Some((value, rest)) => {
                    spans.push(Span::Value(value.clone()));
                    rest
                }
                None => piece,
            };
            if !words.is_empty() {
                spans.push(Span::Words(words.to_owned()));
            }
        }
        Self(spans)
    }

    /// What stands in a text for the value at that index until it is parsed.
    pub fn mark(index: usize) -> String {
        format!("{OPEN}{index}{CLOSE}")
    }
}
