//! Classes of two networks that have the same name.

/// The class of that name among others, whatever its case; of several names with commas between them, as ImageNet's are, any that is
/// the same.
pub fn same_class(label: &str, labels: &[String]) -> Option<usize> {
    let is_whole = |other: &String| other.trim().eq_ignore_ascii_case(label.trim());
    labels.iter().position(is_whole).or_else(|| labels.iter().position(|other| share_a_name(label, other)))
}

fn share_a_name(one: &str, other: &str) -> bool {
    if !one.contains(',') && !other.contains(',') {
        return false;
    }
    let names = |label: &'_ str| label.split(',').map(|name| name.trim().to_owned()).collect::<Vec<_>>();
    let others = names(other);
    names(one).iter().any(|name| !name.is_empty() && others.iter().any(|other| other.eq_ignore_ascii_case(name)))
}

/// How many classes of the one the other has too.
pub fn shared_classes(one: &[String], other: &[String]) -> usize {
    one.iter().filter(|label| same_class(label, other).is_some()).count()
}

/// Where a class of the one is in the other: the very place where both have the same classes.
pub fn class_in(class: usize, from: &[String], to: &[String]) -> Option<usize> {
    if from == to {
        return Some(class);
    }
    same_class(from.get(class)?, to)
}
