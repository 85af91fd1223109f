//! What a person reads when something went wrong.

use std::error::Error;
use std::sync::Arc;

/// One sentence that says what failed, why, and what to do; and what a developer would want to know.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct UserError {
    /// The sentence, in English.
    pub message: String,
    /// More, for "copy details".
    pub details: String,
    /// The file it is about.
    pub file: Option<String>,
    /// What the sentence is made of, to be said in another language; absent where a job panicked.
    #[serde(with = "super::cause")]
    pub cause: Option<Arc<dyn Error + Send + Sync>>,
}

impl UserError {
    /// An error whose own words are the sentence.
    pub fn new(error: impl Error + Send + Sync + 'static) -> Self {
        Self { message: error.to_string(), details: format!("{error:?}"), file: None, cause: Some(Arc::new(error)) }
    }

    /// The same, with the name of the file it is about in front.
    pub fn about(name: &str, error: impl Error + Send + Sync + 'static) -> Self {
        Self {
            message: format!("{name}: {error}"),
            details: format!("{name}: {error:?}"),
            file: Some(name.to_owned()),
            cause: Some(Arc::new(error)),
        }
    }

    /// A job that panicked: our mistake, not the user's.
    pub fn panicked(message: &str) -> Self {
        Self {
            message: "Something went wrong inside Inception Lens; what you saw before is still here. Try again, or open another photo."
                .to_owned(),
            details: format!("panic: {message}"),
            file: None,
            cause: None,
        }
    }
}
