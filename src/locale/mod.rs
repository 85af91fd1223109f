//! Words and numbers in the chosen language; it does not know the window.
//!
//! | file | its job |
//! |---|---|
//! | `text` | sentences by key, Fluent's files, the language |
//! | `format` | numbers with their units |
//! | `glossary` | words of the field, and what they mean |
//! | `agree` | printed numbers that agree with one another |
//! | `indices` | rows, columns and channels, from 0 |
//! | `large_numbers` | millions and billions in words |
//! | `layer_names`, `photo_names` | what layers and photos are called |
//! | `exercises` | exercises in words |
//! | `errors` | what a person reads when something goes wrong |

pub mod agree;
pub mod errors;
pub mod exercises;
pub mod format;
pub mod glossary;
pub mod indices;
pub mod large_numbers;
pub mod layer_names;
pub mod method_names;
pub mod photo_names;
pub mod photo_parts;
pub mod text;
