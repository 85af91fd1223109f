//! Protocol buffers as they lie in a file: a walk over tags and lengths that allocates nothing.
//!
//! Caffe and ONNX files are read in two steps.  The walk finds the layers, nodes and tensors and holds each against rules
//! (how many, how long); only then is one after the other decoded by `prost`, which trusts every length that fits.

/// One field of a message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Field<'a> {
    /// Its number in the `.proto` file.
    pub number: u32,
    /// What it holds.
    pub value: Value<'a>,
}

/// What a field holds, as far as the wire knows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// An integer of variable length; negative ones as two's complement.
    Integer(u64),
    /// Four or eight bytes: one floating-point number.
    Fixed,
    /// A text, a message, or packed numbers.
    Bytes(&'a [u8]),
}

/// What may stand in one field of a message.  Fields without a rule are skipped, here and by `prost`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// The field's number.
    pub field: u32,
    /// How many values, packed or not, the field may hold.
    pub most: usize,
    /// What they are.
    pub holds: Holds,
}

/// Kinds of values a [`Rule`] knows.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holds {
    /// Text or bytes, at most so many bytes each.
    Bytes(usize),
    /// Integers of variable length.
    Integers,
    /// Floating-point numbers of so many bytes.
    Floats(usize),
    /// Messages with rules of their own.
    Messages(&'static [Rule]),
}

/// A rule, short enough to stand in a table.
pub(super) const fn rule(field: u32, most: usize, holds: Holds) -> Rule {
    Rule { field, most, holds }
}

/// The fields of a message, in the order of the file.
pub(super) fn fields(message: &[u8]) -> Fields<'_> {
    Fields { rest: message, cut: false }
}

/// The fields at the beginning of a message whose end is not there: the last may be incomplete.
pub(super) fn beginning(start: &[u8]) -> Fields<'_> {
    Fields { rest: start, cut: true }
}

/// Iterator of [`fields`]; ends after the first error.
pub(super) struct Fields<'a> {
    rest: &'a [u8],
    cut: bool,
}

impl<'a> Iterator for Fields<'a> {
    /// The cause, when a tag or length is wrong.
    type Item = Result<Field<'a>, &'static str>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_err() {
            self.rest = &[];
        }
        Some(field)
    }
}

impl<'a> Fields<'a> {
    fn field(&mut self) -> Result<Field<'a>, &'static str> {
        let tag = self.integer()?;
        let number = u32::try_from(tag >> 3).ok().filter(|&number| number > 0).ok_or("a field has no number")?;
        let value = match tag & 7 {
            0 => Value::Integer(self.integer()?),
            1 => self.take(8).map(|_| Value::Fixed)?,
            2 => {
                let mut length = usize::try_from(self.integer()?).unwrap_or(usize::MAX);
                if self.cut {
                    length = length.min(self.rest.len());
                }
                Value::Bytes(self.take(length)?)
            }
            5 => self.take(4).map(|_| Value::Fixed)?,
            _ => return Err("a field is of no known type"),
        };
        Ok(Field { number, value })
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    fn integer(&mut self) -> Result<u64, &'static str> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.take(1)?[0];
            value |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err("an integer does not end")
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], &'static str> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or("it ends in the middle of a field")?;
        self.rest = rest;
        Ok(taken)
    }
}

/// Holds a message against rules, to the depth of the rules.
///
/// # Errors
/// The cause: a wrong tag or length, too many values, or a text that is too long.
pub(super) fn check(message: &[u8], rules: &[Rule]) -> Result<(), String> {
    let mut counts = vec![0_usize; rules.len()];
    for field in fields(message) {
        let field = field?;
        let Some(index) = rules.iter().position(|rule| rule.field == field.number) else {
            continue;
        };
        let rule = &rules[index];
        counts[index] = counts[index].saturating_add(count(field.value, rule.holds)?);
        if counts[index] > rule.most {
            return Err(format!("field {} holds more than {} values", rule.field, rule.most));
        }
    }
    Ok(())
}

/// How many values one field adds.
fn count(value: Value<'_>, holds: Holds) -> Result<usize, String> {
    match (value, holds) {
        (Value::Bytes(bytes), Holds::Bytes(most)) if bytes.len() > most => {
            Err(format!("a text of {} bytes, at most {most} make sense", bytes.len()))
        }
        (Value::Bytes(bytes), Holds::Messages(rules)) => check(bytes, rules).map(|()| 1),
        (Value::Bytes(bytes), Holds::Integers) => Ok(bytes.iter().filter(|&&byte| byte < 0x80).count()),
        (Value::Bytes(bytes), Holds::Floats(width)) => Ok(bytes.len() / width),
        (Value::Bytes(_), Holds::Bytes(_)) | (Value::Integer(_) | Value::Fixed, _) => Ok(1),
    }
}
