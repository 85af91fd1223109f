//! Files one after the other in one: for each a line `name length`, then an empty line, then the bytes.

/// Names and bytes.  It is the page's own file: whatever is wrong with it, there is one less.
pub(super) fn unpack(file: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let end = file.windows(2).position(|pair| pair == b"\n\n").unwrap_or(file.len());
    let (list, mut rest) = file.split_at(end);
    rest = rest.get(2..).unwrap_or_default();
    for line in String::from_utf8_lossy(list).lines() {
        let found = line.rsplit_once(' ').and_then(|(name, length)| Some((name, length.parse().ok()?)));
        let Some((name, length)) = found else { continue };
        let (bytes, after) = rest.split_at(rest.len().min(length));
        files.push((name.to_owned(), bytes.to_vec()));
        rest = after;
    }
    files
}
