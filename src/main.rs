//! Arguments in, window or command line out.
fn main() {}
