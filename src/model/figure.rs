//! Figures as people read them.

/// A number with its thousands grouped: `98312.0` → `98,312`, `17.25` → `17.25`, `-5.0` → `−5`.
#[must_use]
pub fn grouped(value: f64) -> String {
    let text = if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.2}") };
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("−", rest));
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut out = String::from(sign);
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
    }
    out + rest
}

/// A difference with its sign: `+12,300`, `−800`, `0`.
#[must_use]
pub fn signed(value: f64) -> String {
    let sign = if value > 0.0 { "+" } else { "" };
    format!("{sign}{}", grouped(value + 0.0))
}

/// Per cent with their sign and so many decimals: `+14.3 %`, `−0.8 %`, `0.0 %`.
#[must_use]
pub fn percent(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = match value {
        _ if is_zero => "",
        more if more > 0.0 => "+",
        _ => "−",
    };
    format!("{sign}{text} %")
}

/// A number of level steps: `1 step`, `2.5 steps`.
#[must_use]
pub fn steps(count: f64) -> String {
    let count = distance(count);
    format!("{count} {}", if count == "1" { "step" } else { "steps" })
}

/// A distance between levels, as fine as readers need it: one decimal at the most, two only where
/// one would be nothing: `2`, `2.5`, `0.04`.
#[must_use]
pub fn distance(steps: f64) -> String {
    let rounded = |of: f64| (steps.abs() * of).round() / of;
    let tenths = rounded(10.0);
    if tenths == 0.0 { rounded(100.0) } else { tenths }.to_string()
}

/// The same with its sign: `+1`, `−0.5`, `0`.
#[must_use]
pub fn signed_steps(steps: f64) -> String {
    let told = distance(steps);
    let sign = match steps {
        _ if told == "0" => "",
        more if more > 0.0 => "+",
        _ => "−",
    };
    format!("{sign}{told}")
}

/// A count with its thousands grouped: `1,016`.
#[must_use]
pub fn thousands(count: usize) -> String {
    // Counts of things in memory are far below the integers that a float holds exactly.
    grouped(count as f64)
}

/// A number short enough for the end of a bar: `79k`, `1.2M`, `17.25`.
#[must_use]
pub fn compact(value: f64) -> String {
    let short = |v: f64, unit: &str| {
        let text = if v < 10.0 { format!("{v:.1}") } else { format!("{v:.0}") };
        format!("{}{unit}", text.strip_suffix(".0").unwrap_or(&text))
    };
    match value {
        v if v >= 999_500.0 => short(v / 1e6, "M"),
        v if v >= 1000.0 => short(v / 1e3, "k"),
        v => grouped(v),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(98_312.0), "98,312");
        assert_eq!(grouped(1_234_567.0), "1,234,567");
        assert_eq!(grouped(999.0), "999");
        assert_eq!(grouped(17.25), "17.25");
        assert_eq!(grouped(-1200.5), "−1,200.50");
    }

    #[test]
    fn a_difference_has_one_sign_everywhere() {
        assert_eq!([12_300.0, -800.0, 0.0].map(signed), ["+12,300", "−800", "0"]);
        let told = [14.34, -0.84, 0.04, -0.04].map(|value| percent(value, 1));
        assert_eq!(told, ["+14.3 %", "−0.8 %", "0.0 %", "0.0 %"]);
        assert_eq!(percent(-26.4, 0), "−26 %");
    }

    #[test]
    fn a_distance_has_one_decimal_unless_that_would_be_nothing() {
        let told = [2.0, 2.5, 2.25, 0.76, 0.04, 0.001, -0.5, -0.04, 0.0].map(signed_steps);
        assert_eq!(told, ["+2", "+2.5", "+2.3", "+0.8", "+0.04", "0", "−0.5", "−0.04", "0"]);
        assert_eq!([1.0, 1.04, 4.5].map(steps), ["1 step", "1 step", "4.5 steps"]);
    }

    #[test]
    fn the_ends_of_a_bar_are_short() {
        assert_eq!(compact(79_400.0), "79k");
        assert_eq!(compact(9_600.0), "9.6k");
        assert_eq!(compact(1_250_000.0), "1.2M");
        assert_eq!(compact(999_900.0), "1M");
        assert_eq!(compact(17.25), "17.25");
    }
}
