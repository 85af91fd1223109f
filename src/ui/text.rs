//! What the interface says, by key, in the chosen language (`assets/locales`, Fluent syntax).

use std::cell::RefCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
}

impl Language {
    fn identifier(self) -> LanguageIdentifier {
        let code = match self {
            Self::English => "en",
        };
        code.parse().expect("the codes above are well formed")
    }

    fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("../../assets/locales/en.ftl"),
        }
    }

    fn bundle(self) -> FluentBundle<FluentResource> {
        let resource = FluentResource::try_new(self.source().to_owned())
            .expect("a test reads every language file");
        let mut bundle = FluentBundle::new(vec![self.identifier()]);
        // egui does not lay out right-to-left text, so the isolating marks would only be missing glyphs.
        bundle.set_use_isolating(false);
        bundle
            .add_resource(resource)
            .expect("a test reads every language file");
        bundle
    }
}

thread_local! {
    static SPOKEN: RefCell<(Language, FluentBundle<FluentResource>)> =
        RefCell::new((Language::default(), Language::default().bundle()));
}

/// The language this thread speaks.
#[must_use]
pub fn language() -> Language {
    SPOKEN.with_borrow(|(language, _)| *language)
}

/// Changes the language this thread speaks.
pub fn set_language(language: Language) {
    SPOKEN.with_borrow_mut(|spoken| {
        if spoken.0 != language {
            *spoken = (language, language.bundle());
        }
    });
}

/// The text of a key; the key itself if there is none.
#[must_use]
pub fn tr(key: &str) -> String {
    format(key, None)
}

/// The text of a key with its placeholders filled in: `tr_with("layers-count", &[("count", 22)])`.
///
/// Values are numbers, which also choose the plural form, or text; mix both as [`FluentValue`]s.
#[must_use]
pub fn tr_with<'a, V>(key: &str, values: &[(&'a str, V)]) -> String
where
    V: Clone + Into<FluentValue<'a>>,
{
    let arguments: FluentArgs<'a> = values
        .iter()
        .map(|(name, value)| (*name, value.clone().into()))
        .collect();
    format(key, Some(&arguments))
}

fn format(key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
    SPOKEN.with_borrow(|(_, bundle)| {
        let message = bundle.get_message(key);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return key.to_owned();
        };
        // A placeholder without a value stays in the text as `{$name}`, where everybody can see it.
        let mut errors = Vec::new();
        bundle
            .format_pattern(pattern, arguments, &mut errors)
            .into_owned()
    })
}
