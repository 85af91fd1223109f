//! A number as a person types it: digits with separators, or the sum that gives it.

/// How deep brackets may lie in one another.
const DEEPEST: usize = 16;

/// The whole number that a text says: `129024`, `129,024`, `28*28*(192*64 + 3·3·64·128)`; `None` for anything else, for less than
/// zero, and for what is beyond 2^64.
pub fn number(text: &str) -> Option<u64> {
    let letters: Vec<char> = text.trim().chars().collect();
    let mut reader = Reader { letters: &letters, place: 0, depth: 0 };
    let sum = reader.sum()?;
    reader.skip_blanks();
    (reader.place == letters.len()).then_some(sum).and_then(|sum| u64::try_from(sum).ok())
}

struct Reader<'a> {
    letters: &'a [char],
    place: usize,
    depth: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.letters.get(self.place).copied()
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.place += 1;
        }
    }

    /// Whether one of these follows; it is read.
    fn takes(&mut self, signs: &[char]) -> Option<char> {
        self.skip_blanks();
        let sign = self.peek().filter(|letter| signs.contains(letter))?;
        self.place += 1;
        Some(sign)
    }

    fn sum(&mut self) -> Option<i128> {
        let mut sum = self.product()?;
        while let Some(sign) = self.takes(&['+', '-', '−']) {
            let next = self.product()?;
            sum = if sign == '+' { sum.checked_add(next)? } else { sum.checked_sub(next)? };
        }
        Some(sum)
    }

    fn product(&mut self) -> Option<i128> {
        let mut product = self.factor()?;
        while self.takes(&['*', '·', '×', 'x', 'X']).is_some() {
            product = product.checked_mul(self.factor()?)?;
        }
        Some(product)
    }

    fn factor(&mut self) -> Option<i128> {
        if self.takes(&['(']).is_none() {
            return self.digits();
        }
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let inside = self.sum()?;
        self.depth -= 1;
        self.takes(&[')']).map(|_| inside)
    }

    /// Digits, with a separator before every three where there are any.
    fn digits(&mut self) -> Option<i128> {
        self.skip_blanks();
        let mut value: Option<i128> = None;
        loop {
            match self.peek() {
                Some(letter) if letter.is_ascii_digit() => {
                    let digit = i128::from(letter.to_digit(10)?);
                    value = Some(value.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
                    self.place += 1;
                }
                Some(',' | '.' | '\'' | '_' | ' ' | '\u{a0}' | '\u{202f}')
                    if value.is_some() && self.three_digits_follow() =>
                {
                    self.place += 1;
                }
                _ => return value,
            }
        }
    }

    /// Whether exactly three digits stand after the letter here.
    fn three_digits_follow(&self) -> bool {
        let after = self.letters[self.place + 1..].iter();
        after.take_while(|letter| letter.is_ascii_digit()).count() == 3
    }
}
