//! JSON (RFC 8259) as tokens may carry it: an object whose member names differ at every depth.

/// How deep arrays and objects may nest.
const MOST_LEVELS: usize = 16;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Boolean(bool),
    Number(f64, String),
    Text(String),
    Array(Vec<Json>),
    Object(Members),
}

pub(crate) type Members = Vec<(String, Json)>;

/// The members of an object that is all of this text.
pub(crate) fn object(text: &[u8]) -> Option<Members> {
    let mut reader = Reader { rest: std::str::from_utf8(text).ok()? };
    let value = reader.value(0)?;
    reader.blanks();
    match value {
        Json::Object(members) if reader.rest.is_empty() => Some(members),
        _ => None,
    }
}

/// The member of this name.
pub(crate) fn member<'a>(members: &'a [(String, Json)], name: &str) -> Option<&'a Json> {
    members.iter().find(|(own, _)| own == name).map(|(_, value)| value)
}

impl Json {
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn texts(&self) -> Option<Vec<&str>> {
        match self {
            Self::Array(items) => items.iter().map(Self::text).collect(),
            _ => None,
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn take(&mut self, text: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(text)?;
        Some(())
    }

    fn value(&mut self, around: usize) -> Option<Json> {
        self.blanks();
        match self.rest.chars().next()? {
            'n' => self.take("null").map(|()| Json::Null),
            't' => self.take("true").map(|()| Json::Boolean(true)),
            'f' => self.take("false").map(|()| Json::Boolean(false)),
            '"' => self.string().map(Json::Text),
            '[' | '{' if around == MOST_LEVELS => None,
            '[' => self.array(around).map(Json::Array),
            '{' => self.members(around).map(Json::Object),
            _ => self.number(),
        }
    }

    fn array(&mut self, around: usize) -> Option<Vec<Json>> {
        let mut items = Vec::new();
        self.take("[")?;
        self.blanks();
        if self.take("]").is_some() {
            return Some(items);
        }
        loop {
            items.push(self.value(around + 1)?);
            self.blanks();
            if self.take("]").is_some() {
                return Some(items);
            }
            self.take(",")?;
        }
    }

    fn members(&mut self, around: usize) -> Option<Members> {
        let mut members = Members::new();
        self.take("{")?;
        self.blanks();
        if self.take("}").is_some() {
            return Some(members);
        }
        loop {
            self.blanks();
            let name = self.string()?;
            self.blanks();
            self.take(":")?;
            if member(&members, &name).is_some() {
                return None;
            }
            let value = self.value(around + 1)?;
            members.push((name, value));
            self.blanks();
            if self.take("}").is_some() {
                return Some(members);
            }
            self.take(",")?;
        }
    }

    fn number(&mut self) -> Option<Json> {
        let of_number = |one: char| one.is_ascii_digit() || "+-.eE".contains(one);
        let end = self.rest.find(|one| !of_number(one)).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (unsigned, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
        let sound = digits(whole)
            && (whole == "0" || !whole.starts_with('0'))
            && fraction.is_none_or(digits)
            && exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)));
        let number = text.parse::<f64>().ok().filter(|number| sound && number.is_finite())?;
        Some(Json::Number(number, text.to_owned()))
    }

    fn string(&mut self) -> Option<String> {
        let mut text = String::new();
        self.take("\"")?;
        loop {
            let next = self.character()?;
            match next {
                '"' => return Some(text),
                '\\' => text.push(self.escaped()?),
                control if control < ' ' => return None,
                other => text.push(other),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.character()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.utf16(),
            same @ ('"' | '\\' | '/') => same,
            _ => return None,
        })
    }

    fn utf16(&mut self) -> Option<char> {
        let first = self.four_digits()?;
        if (0xD800..0xDC00).contains(&first) {
            self.take("\\u")?;
            let second = self.four_digits()?;
            return char::decode_utf16([first, second])
                .next()?
                .ok()
                .filter(|_| (0xDC00..0xE000).contains(&second));
        }
        char::from_u32(first.into())
    }

    fn four_digits(&mut self) -> Option<u16> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        let hex = digits.bytes().all(|one| one.is_ascii_hexdigit());
        hex.then(|| u16::from_str_radix(digits, 16).ok())?
    }

    fn character(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }
}
