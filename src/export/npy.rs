//! NumPy's own format for one array: version 1.0, f32, little-endian, in C order.
//!
//! A header, then the numbers (<https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>).  The format has no
//! place for provenance: the file's name and the CSV beside it say where the numbers come from.

/// Bytes before the header's own length: magic string and version.
const MAGIC: &[u8; 8] = b"\x93NUMPY\x01\x00";
/// The numbers begin at a multiple of this, bytes, so that they can be mapped into memory.
const ALIGNMENT: usize = 64;

/// The bytes of a file with `values`, whose count is the product of `shape`.
pub fn encode(shape: &[usize], values: &[f32]) -> Vec<u8> {
    // A tuple of one is written with a comma, and a comma is allowed after any number.
    let shape: String = shape.iter().map(|side| format!("{side}, ")).collect();
    let mut header = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': ({shape}), }}");
    let before = MAGIC.len() + size_of::<u16>();
    let end = (before + header.len() + 1).next_multiple_of(ALIGNMENT);
    while before + header.len() + 1 < end {
        header.push(' ');
    }
    header.push('\n');
    let length = u16::try_from(header.len()).expect("an activation has at most three sides");
    let mut bytes = Vec::with_capacity(end + size_of_val(values));
    bytes.extend(MAGIC);
    bytes.extend(length.to_le_bytes());
    bytes.extend(header.bytes());
    bytes.extend(values.iter().flat_map(|value| value.to_le_bytes()));
    bytes
}
