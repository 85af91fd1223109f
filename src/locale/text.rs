//! What the interface says, by key, in the chosen language (`assets/locales`, Fluent syntax).

use std::cell::RefCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use crate::analysis::class_names;
use crate::platform;

pub use fluent_bundle::FluentValue;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Korean.
    Korean,
}

impl Language {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::English, Self::Korean];

    /// The code of ISO 639: "en", "ko".
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Korean => "ko",
        }
    }

    /// The next one, from the last to the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::English => Self::Korean,
            Self::Korean => Self::English,
        }
    }

    /// The language of a tag such as `ko-KR`, if it is one of ours.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let spoken: LanguageIdentifier = tag.parse().ok()?;
        Self::ALL.into_iter().find(|language| spoken.language == language.code())
    }

    /// The first of the languages this computer is set to that is one of ours; else English.
    #[must_use]
    pub fn of_system() -> Self {
        platform::languages().find_map(|tag| Self::of_tag(&tag)).unwrap_or_default()
    }

    fn source(self) -> &'static str {
        match self {
            Self::English => platform::text("locales/en.ftl"),
            Self::Korean => platform::text("locales/ko.ftl"),
        }
    }

    /// The ten cards.
    fn lesson(self) -> &'static str {
        match self {
            Self::English => platform::text("locales/lesson.en.ftl"),
            Self::Korean => platform::text("locales/lesson.ko.ftl"),
        }
    }

    fn bundle(self) -> Bundle {
        let resource = FluentResource::try_new(self.source().to_owned()).expect("a test reads every language file");
        let identifier = self.code().parse();
        let identifier = identifier.expect("the codes above are well formed");
        let mut bundle = FluentBundle::new(vec![identifier]);
        // egui does not lay out right-to-left text, so the isolating marks would only be missing glyphs.
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).expect("a test reads every language file");
        let lesson = FluentResource::try_new(self.lesson().to_owned()).expect("a test reads every language file");
        bundle.add_resource(lesson).expect("a test reads every language file");
        bundle
    }
}

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static SPOKEN: RefCell<(Language, Bundle)> =
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
    let arguments: FluentArgs<'a> = values.iter().map(|(name, value)| (*name, value.clone().into())).collect();
    format(key, Some(&arguments))
}

/// The name of a class in the language of the interface; as the weights call it where no other name is known.
#[must_use]
pub fn class_text(label: &str) -> &str {
    match language() {
        Language::English => label,
        Language::Korean => class_names::korean(label).unwrap_or(label),
    }
}

/// Whether a class has these words in its name, in the language of the interface or in that of the weights.
///
/// `words` are in lower case; none are in every name.
#[must_use]
pub fn class_is_called(label: &str, words: &str) -> bool {
    [class_text(label), label].iter().any(|name| name.to_lowercase().contains(words))
}

fn format(key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
    SPOKEN.with_borrow(|(_, bundle)| {
        let message = bundle.get_message(key);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return key.to_owned();
        };
        // A placeholder without a value stays in the text as `{$name}`, where everybody can see it.
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, arguments, &mut errors).into_owned()
    })
}
