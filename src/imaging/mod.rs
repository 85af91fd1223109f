//! From file bytes to network input, and from activations to pictures.
