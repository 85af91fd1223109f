//! A pickle machine that can build tensors and plain values, and passes over objects: the opcodes of protocols 2 to 5 that
//! `torch.save` writes (Python's `pickletools` describes them).

use std::collections::HashMap;

use super::globals::{Global, call, persistent};
use super::value::{Heap, Value};
use crate::weights::WeightsError;
use crate::weights::file::damaged;

/// Bytes still to be read.
pub(super) struct Input<'a> {
    rest: &'a [u8],
}

impl<'a> Input<'a> {
    /// All of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Result<&'a [u8], WeightsError> {
        let split = self.rest.split_at_checked(count);
        let (taken, rest) = split.ok_or_else(|| damaged("its pickle is cut off"))?;
        self.rest = rest;
        Ok(taken)
    }

    /// A little-endian number of at most eight bytes.
    pub fn number(&mut self, bytes: usize) -> Result<u64, WeightsError> {
        let taken = self.take(bytes)?;
        let joined = taken.iter().rev();
        Ok(joined.fold(0, |number, &byte| (number << 8) | u64::from(byte)))
    }

    /// Text behind a length of that many bytes.
    fn text(&mut self, length_bytes: usize) -> Result<Value<'a>, WeightsError> {
        let length = self.length(length_bytes)?;
        Ok(Value::Text(utf8(self.take(length)?)?))
    }

    /// Bytes behind a length of that many bytes, passed over.
    fn bytes(&mut self, length_bytes: usize) -> Result<Value<'a>, WeightsError> {
        let length = self.length(length_bytes)?;
        self.take(length)?;
        Ok(Value::Bytes)
    }

    fn length(&mut self, length_bytes: usize) -> Result<usize, WeightsError> {
        // Longer than memory is longer than the file.
        Ok(usize::try_from(self.number(length_bytes)?).unwrap_or(usize::MAX))
    }

    /// Text up to the end of the line.
    fn line(&mut self) -> Result<&'a str, WeightsError> {
        let end = self.rest.iter().position(|&byte| byte == b'\n');
        let line = self.take(end.unwrap_or(usize::MAX))?;
        self.take(1)?;
        utf8(line)
    }

    /// A little-endian integer in two's complement, of any length.
    fn long(&mut self, length_bytes: usize) -> Result<Value<'a>, WeightsError> {
        let length = self.length(length_bytes)?;
        let bytes = self.take(length)?;
        if bytes.len() > 8 {
            return Ok(Value::Long(bytes));
        }
        let sign = if bytes.last().is_some_and(|&byte| byte >= 0x80) { 0xFF } else { 0 };
        let mut whole = [sign; 8];
        whole[..bytes.len()].copy_from_slice(bytes);
        Ok(Value::Int(i64::from_le_bytes(whole)))
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, WeightsError> {
    std::str::from_utf8(bytes).map_err(|_| damaged("a text in its pickle is not UTF-8"))
}

/// Reads one pickle, up to its end.
///
/// # Errors
/// [`WeightsError::Forbidden`] for anything but tensors, [`WeightsError::Damaged`] for what does not hold together.
pub(super) fn run<'a>(input: &mut Input<'a>, heap: &mut Heap<'a>) -> Result<Value<'a>, WeightsError> {
    let mut machine = Machine { input, heap, stack: Vec::new(), marks: Vec::new(), memo: HashMap::new() };
    loop {
        machine.heap.charge(1)?;
        let opcode = machine.input.number(1)? as u8;
        if opcode == b'.' {
            return machine.pop();
        }
        machine.step(opcode)?;
    }
}

struct Machine<'m, 'a> {
    input: &'m mut Input<'a>,
    heap: &'m mut Heap<'a>,
    stack: Vec<Value<'a>>,
    /// Heights of the stack at the marks.
    marks: Vec<usize>,
    memo: HashMap<u64, Value<'a>>,
}

impl<'a> Machine<'_, 'a> {
    fn step(&mut self, opcode: u8) -> Result<(), WeightsError> {
        if let Some(value) = self.constant(opcode)? {
            self.stack.push(value);
            return Ok(());
        }
        match opcode {
            // PROTO and FRAME say nothing about the value.
            0x80 => self.input.take(1).map(drop),
            0x95 => self.input.take(8).map(drop),
            b'(' => {
                self.marks.push(self.stack.len());
                Ok(())
            }
            b'0' => self.pop().map(drop),
            b'1' => self.pop_mark().map(drop),
            // BINPUT, LONG_BINPUT, MEMOIZE
            b'q' => self.input.number(1).and_then(|place| self.remember(place)),
            b'r' => self.input.number(4).and_then(|place| self.remember(place)),
            0x94 => self.remember(self.memo.len() as u64),
            // APPEND, APPENDS, SETITEM, SETITEMS, BUILD
            b'a' => self.pop().and_then(|value| self.append(vec![value])),
            b'e' => self.pop_mark().and_then(|values| self.append(values)),
            b's' => self.pop_many(2).and_then(|pair| self.set_items(&pair)),
            b'u' => self.pop_mark().and_then(|pairs| self.set_items(&pairs)),
            b'b' => self.build(),
            // ADDITEMS: of a set, whose members hold nothing for us.
            0x90 => self.pop_mark().and_then(|_| self.top()).map(drop),
            _ => Err(WeightsError::Forbidden { what: format!("the pickle opcode {}", opcode_name(opcode)) }),
        }
    }

    /// The value that an opcode pushes, if that is what it does.
    fn constant(&mut self, opcode: u8) -> Result<Option<Value<'a>>, WeightsError> {
        let input = &mut *self.input;
        let value = match opcode {
            b'N' => Value::None,
            0x88 => Value::Bool(true),
            0x89 => Value::Bool(false),
            // BININT, BININT1, BININT2, LONG1, LONG4
            b'J' => Value::Int(i64::from(input.number(4)? as u32 as i32)),
            b'K' => Value::Int(input.number(1)? as i64),
            b'M' => Value::Int(input.number(2)? as i64),
            0x8a => input.long(1)?,
            0x8b => input.long(4)?,
            // BINFLOAT is the one big-endian number.
            b'G' => Value::Float(f64::from_bits(input.number(8)?.swap_bytes())),
            // SHORT_BINSTRING (Python 2), BINSTRING, SHORT_BINUNICODE, BINUNICODE, BINUNICODE8
            b'U' | 0x8c => input.text(1)?,
            b'T' | b'X' => input.text(4)?,
            0x8d => input.text(8)?,
            // BINBYTES, SHORT_BINBYTES, BINBYTES8, BYTEARRAY8
            b'B' => input.bytes(4)?,
            b'C' => input.bytes(1)?,
            0x8e | 0x96 => input.bytes(8)?,
            // EMPTY_SET, FROZENSET
            0x8f => self.opaque("set"),
            0x91 => {
                self.pop_mark()?;
                self.opaque("frozenset")
            }
            b')' => self.heap.tuple(Vec::new()),
            0x85 => self.tuple(1)?,
            0x86 => self.tuple(2)?,
            0x87 => self.tuple(3)?,
            b't' => {
                let values = self.pop_mark()?;
                self.heap.tuple(values)
            }
            b']' => self.heap.list(),
            b'}' => self.heap.dict(Vec::new()),
            // BINGET, LONG_BINGET
            b'h' => self.recall(1)?,
            b'j' => self.recall(4)?,
            // GLOBAL, STACK_GLOBAL
            b'c' => {
                let (module, name) = (input.line()?, input.line()?);
                Value::Global(Global::named(self.heap, module, name)?)
            }
            0x93 => self.stack_global()?,
            // BINPERSID
            b'Q' => {
                let id = self.pop()?;
                persistent(self.heap, id)?
            }
            // NEWOBJ_EX: with named arguments
            0x92 => {
                self.pop()?;
                let arguments = self.pop()?;
                let function = self.pop()?;
                call(self.heap, function, arguments)?
            }
            // REDUCE, NEWOBJ
            b'R' | 0x81 => {
                let arguments = self.pop()?;
                let function = self.pop()?;
                call(self.heap, function, arguments)?
            }
            _ => return Ok(None),
        };
        Ok(Some(value))
    }

    fn opaque(&mut self, class: &str) -> Value<'a> {
        Value::Opaque(self.heap.class_place(class.to_owned()))
    }

    fn pop(&mut self) -> Result<Value<'a>, WeightsError> {
        let floor = self.marks.last().copied().unwrap_or(0);
        if self.stack.len() <= floor {
            return Err(damaged("its pickle takes more values than it has"));
        }
        self.stack.pop().ok_or_else(|| damaged("its pickle is empty"))
    }

    /// The last `count` values, in the order they were pushed.
    fn pop_many(&mut self, count: usize) -> Result<Vec<Value<'a>>, WeightsError> {
        let mut values = vec![Value::None; count];
        for place in values.iter_mut().rev() {
            *place = self.pop()?;
        }
        Ok(values)
    }

    /// The values above the last mark.
    fn pop_mark(&mut self) -> Result<Vec<Value<'a>>, WeightsError> {
        let mark = self.marks.pop();
        let mark = mark.ok_or_else(|| damaged("its pickle misses a mark"))?;
        Ok(self.stack.split_off(mark))
    }

    /// The value on top, which stays there.
    fn top(&mut self) -> Result<Value<'a>, WeightsError> {
        let value = self.pop()?;
        self.stack.push(value);
        Ok(value)
    }

    fn tuple(&mut self, count: usize) -> Result<Value<'a>, WeightsError> {
        let values = self.pop_many(count)?;
        Ok(self.heap.tuple(values))
    }

    fn remember(&mut self, place: u64) -> Result<(), WeightsError> {
        let value = self.top()?;
        self.memo.insert(place, value);
        Ok(())
    }

    fn recall(&mut self, bytes: usize) -> Result<Value<'a>, WeightsError> {
        let place = self.input.number(bytes)?;
        let value = self.memo.get(&place).copied();
        value.ok_or_else(|| damaged("its pickle recalls a value it never had"))
    }

    fn stack_global(&mut self) -> Result<Value<'a>, WeightsError> {
        match self.pop_many(2)?[..] {
            [Value::Text(module), Value::Text(name)] => Ok(Value::Global(Global::named(self.heap, module, name)?)),
            _ => Err(damaged("a class in its pickle has no name")),
        }
    }

    fn append(&mut self, values: Vec<Value<'a>>) -> Result<(), WeightsError> {
        match self.top()? {
            Value::List(place) => self.heap.sequences[place].extend(values),
            Value::Opaque(_) => {}
            _ => return Err(damaged("its pickle appends to what is no list")),
        }
        Ok(())
    }

    fn set_items(&mut self, pairs: &[Value<'a>]) -> Result<(), WeightsError> {
        let place = match self.top()? {
            Value::Dict(place) => place,
            Value::Opaque(_) => return Ok(()),
            _ => return Err(damaged("its pickle sets items of what is no dict")),
        };
        let (pairs, rest) = pairs.as_chunks::<2>();
        if !rest.is_empty() {
            return Err(damaged("its pickle sets a key without a value"));
        }
        let pairs = pairs.iter().map(|&[key, value]| (key, value));
        self.heap.dicts[place].extend(pairs);
        Ok(())
    }

    /// Attributes of a dict (torch's `_metadata`), of a tensor and of what is passed over do not matter; other values have
    /// none.
    fn build(&mut self) -> Result<(), WeightsError> {
        self.pop()?;
        match self.top()? {
            Value::Dict(_) | Value::Opaque(_) | Value::Tensor(_) => Ok(()),
            other => Err(WeightsError::Forbidden { what: format!("attributes of {}", other.word()) }),
        }
    }
}

/// The names of the opcodes outside the list.
fn opcode_name(opcode: u8) -> String {
    let name = match opcode {
        b'2' => "DUP",
        b'I' => "INT",
        b'L' => "LONG",
        b'F' => "FLOAT",
        b'S' => "STRING",
        b'V' => "UNICODE",
        0x97 => "NEXT_BUFFER",
        0x98 => "READONLY_BUFFER",
        b'l' => "LIST",
        b'd' => "DICT",
        b'p' => "PUT",
        b'g' => "GET",
        b'P' => "PERSID",
        b'i' => "INST",
        b'o' => "OBJ",
        0x82..=0x84 => "EXT",
        _ => return format!("0x{opcode:02x}, which does not exist"),
    };
    format!("{name} (0x{opcode:02x})")
}
