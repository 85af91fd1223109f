//! What a person reads when something went wrong.

/// One sentence that says what failed, why, and what to do; and what a developer would want to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserError {
    /// The sentence.
    pub message: String,
    /// More, for "copy details".
    pub details: String,
}

impl UserError {
    /// An error whose own words are the sentence.
    pub fn new(error: &dyn std::error::Error) -> Self {
        Self {
            message: error.to_string(),
            details: format!("{error:?}"),
        }
    }

    /// The same, with the name of the file it is about in front.
    pub fn about(name: &str, error: &dyn std::error::Error) -> Self {
        Self {
            message: format!("{name}: {error}"),
            details: format!("{name}: {error:?}"),
        }
    }

    /// A job that panicked: our mistake, not the user's.
    pub fn panicked(message: &str) -> Self {
        Self {
            message: "Something went wrong inside Inception Lens; what you saw before is still here. Try again, or open another photo."
                .to_owned(),
            details: format!("panic: {message}"),
        }
    }
}
