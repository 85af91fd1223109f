//! What the pages have in common: head, style, pictures.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Picture, Span, Text};

const STYLE: &str = include_str!("style.css");

/// A whole document.
pub(in crate::export) fn document(language: &str, title: &str, kind: &str, content: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(crate::export::provenance::SOFTWARE);
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body class=(kind) { main { (content) } }
        }
    };
    page.into_string()
}

/// A picture that is part of the page.
pub(super) fn image(picture: &Picture, class: &str) -> Markup {
    let address = format!("data:image/png;base64,{}", STANDARD.encode(&picture.png));
    html! { img class=(class) src=(address) alt=(picture.alt); }
}

/// A text with everything filled in.
pub(super) fn filled(text: &Text, unknown: &str) -> Markup {
    html! {
        @for span in &text.0 {
            @match span {
                Span::Words(words) => { (words) }
                Span::Value(value) => { (value.known.as_deref().unwrap_or(unknown)) }
            }
        }
    }
}

/// Where the page comes from.
pub(in crate::export) fn facts(title: &str, facts: &[(String, String)]) -> Markup {
    html! {
        section.facts {
            h2 { (title) }
            dl {
                @for (name, value) in facts {
                    dt { (name) }
                    dd { (value) }
                }
            }
        }
    }
}
