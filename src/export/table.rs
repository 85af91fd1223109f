//! Rows under named columns.

use serde_json::{Value, json};

/// Rows under named columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Names of the columns, units at the end.
    pub columns: &'static [&'static str],
    /// One value a column; `null` where there is none.
    pub rows: Vec<Vec<Value>>,
}

/// Where the numbers come from: keys and values.
pub type Facts = [(&'static str, String)];

/// A table for a spreadsheet, and what says where it comes from: two files, since lines that are neither header nor row break
/// what reads CSV.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CsvFile {
    /// The header, then rows (RFC 4180).
    #[serde(with = "crate::wire::bytes")]
    pub table: Vec<u8>,
    /// A JSON object of keys and values.
    #[serde(with = "crate::wire::bytes")]
    pub provenance: Vec<u8>,
}

/// What is written: one file, or a table with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Exported {
    /// The bytes of one file.
    File(#[serde(with = "crate::wire::bytes")] Vec<u8>),
    /// The same of a file that something is missing from, which is said.
    Part(#[serde(with = "crate::wire::bytes")] Vec<u8>),
    /// A table and its provenance.
    Table(CsvFile),
}

impl From<Vec<u8>> for Exported {
    fn from(bytes: Vec<u8>) -> Self {
        Self::File(bytes)
    }
}

impl From<CsvFile> for Exported {
    fn from(file: CsvFile) -> Self {
        Self::Table(file)
    }
}

impl Table {
    /// A header and rows, and apart from them where they come from.
    ///
    /// # Errors
    /// None in practice: it is written to memory.
    pub fn csv(&self, facts: &Facts) -> csv::Result<CsvFile> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(self.columns)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|value| match value {
                Value::String(text) => text.clone(),
                Value::Null => String::new(),
                other => other.to_string(),
            }))?;
        }
        let table = writer.into_inner().map_err(|error| error.into_error())?;
        let provenance = serde_json::to_vec_pretty(&object(facts)).map_err(std::io::Error::from)?;
        Ok(CsvFile { table, provenance })
    }

    /// `{"provenance": {…}, "rows": [{…}, …]}`.
    pub fn json(&self, facts: &Facts) -> Value {
        let rows: Vec<Value> = self
            .rows
            .iter()
            .map(|row| {
                let pairs = self.columns.iter().zip(row);
                pairs.map(|(column, value)| ((*column).to_owned(), value.clone())).collect()
            })
            .collect();
        json!({ "provenance": object(facts), "rows": rows })
    }
}

/// The facts as a JSON object.
fn object(facts: &Facts) -> Value {
    facts.iter().map(|(key, value)| ((*key).to_owned(), Value::from(value.as_str()))).collect()
}
