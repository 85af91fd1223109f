//! What a run means: predictions, evidence, statistics.
