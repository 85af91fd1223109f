//! A writer of protocol buffers, field by field, so that tests can write every variant of a file, and wrong ones.

/// A message being written.
#[derive(Clone, Debug, Default)]
pub struct Message(pub Vec<u8>);

impl Message {
    pub fn new() -> Self {
        Self::default()
    }

    fn varint(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    fn tag(&mut self, field: u32, kind: u32) {
        self.varint(u64::from(field << 3 | kind));
    }

    pub fn integer(mut self, field: u32, value: i64) -> Self {
        self.tag(field, 0);
        self.varint(value as u64);
        self
    }

    pub fn float(mut self, field: u32, value: f32) -> Self {
        self.tag(field, 5);
        self.0.extend(value.to_le_bytes());
        self
    }

    pub fn bytes(mut self, field: u32, bytes: &[u8]) -> Self {
        self.tag(field, 2);
        self.varint(bytes.len() as u64);
        self.0.extend(bytes);
        self
    }

    /// A length of bytes that claims what it likes.
    pub fn claim(mut self, field: u32, length: u64) -> Self {
        self.tag(field, 2);
        self.varint(length);
        self
    }

    pub fn text(self, field: u32, text: &str) -> Self {
        self.bytes(field, text.as_bytes())
    }

    pub fn message(self, field: u32, message: &Self) -> Self {
        self.bytes(field, &message.0)
    }

    /// Integers in one packed field.
    pub fn integers(self, field: u32, values: impl IntoIterator<Item = i64>) -> Self {
        let mut packed = Self::new();
        for value in values {
            packed.varint(value as u64);
        }
        self.message(field, &packed)
    }

    /// Floats in one packed field.
    pub fn floats(self, field: u32, values: &[f32]) -> Self {
        let packed: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        self.bytes(field, &packed)
    }

    /// Doubles in one packed field.
    pub fn doubles(self, field: u32, values: &[f32]) -> Self {
        let wide = values.iter().map(|&value| f64::from(value));
        let packed: Vec<u8> = wide.flat_map(f64::to_le_bytes).collect();
        self.bytes(field, &packed)
    }
}

/// The fields of a well-formed message: number, bytes with the tag, bytes without tag and length.
pub fn split(message: &[u8]) -> Vec<(u32, &[u8], &[u8])> {
    let mut fields = Vec::new();
    let mut at = 0;
    let varint = |at: &mut usize| {
        let (mut value, mut shift) = (0_u64, 0);
        loop {
            let byte = message[*at];
            *at += 1;
            value |= u64::from(byte & 0x7F) << shift;
            shift += 7;
            if byte < 0x80 {
                return value;
            }
        }
    };
    while at < message.len() {
        let start = at;
        let tag = varint(&mut at);
        let length = match tag & 7 {
            0 => {
                varint(&mut at);
                0
            }
            1 => 8,
            2 => varint(&mut at) as usize,
            5 => 4,
            other => panic!("wire type {other}"),
        };
        let content = &message[at..at + length];
        at += length;
        fields.push(((tag >> 3) as u32, &message[start..at], content));
    }
    fields
}
