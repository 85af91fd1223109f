//! t-SNE.
