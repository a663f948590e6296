"""Units and the many ways to write them.

A metric unit is counted in its base unit, so that 1 km and 1000 m are one amount; what cannot be
converted exactly (miles, dollars) is a base of its own.
"""

from fractions import Fraction

# Each unit with the base unit it is counted in and how many of those it is.
UNITS: dict[str, tuple[str, Fraction]] = {}


def _units(base: str, many: str | int | Fraction, *names: str) -> None:
    for name in names:
        UNITS[name] = (base, Fraction(many))


_units("percent", 1, "%", "percent", "per cent", "pct", "percents")
_units("degree", 1, "°", "degree", "degrees", "deg")
_units("celsius", 1, "°c", "degrees celsius", "degree celsius", "celsius", "degrees centigrade")
_units("fahrenheit", 1, "°f", "degrees fahrenheit", "degree fahrenheit", "fahrenheit")
_units("metre", 1, "m", "metre", "metres", "meter", "meters")
_units("metre", 1000, "km", "kilometre", "kilometres", "kilometer", "kilometers", "kms")
_units("metre", "0.01", "cm", "centimetre", "centimetres", "centimeter", "centimeters")
_units("metre", "0.001", "mm", "millimetre", "millimetres", "millimeter", "millimeters")
_units("metre", "0.000001", "μm", "um", "micrometre", "micrometres", "micrometer", "micrometers", "micron", "microns")
_units("metre", "0.000000001", "nm", "nanometre", "nanometres", "nanometer", "nanometers")
_units("mile", 1, "mi", "mile", "miles")
_units("foot", 1, "ft", "foot", "feet")
_units("inch", 1, "inch", "inches")
_units("yard", 1, "yd", "yard", "yards")
_units("square metre", 1, "m^2", "m2", "sq m", "square metre", "square metres", "square meter", "square meters")
_units("square metre", 10**6, "km^2", "km2", "sq km", "square kilometre", "square kilometres")
_units("square metre", 10**6, "square kilometer", "square kilometers")
_units("square metre", 10**4, "ha", "hectare", "hectares")
_units("square mile", 1, "sq mi", "square mile", "square miles")
_units("cubic metre", 1, "m^3", "m3", "cubic metre", "cubic metres", "cubic meter", "cubic meters")
_units("gram", 1, "g", "gram", "grams", "gramme", "grammes")
_units("gram", 1000, "kg", "kilogram", "kilograms", "kilo", "kilos", "kgs")
_units("gram", "0.001", "mg", "milligram", "milligrams")
_units("gram", 10**6, "tonne", "tonnes", "metric ton", "metric tons")
_units("ton", 1, "ton", "tons")
_units("pound", 1, "lb", "lbs", "pound", "pounds", "£", "gbp", "pounds sterling")
_units("ounce", 1, "oz", "ounce", "ounces")
_units("litre", 1, "l", "litre", "litres", "liter", "liters")
_units("litre", "0.001", "ml", "millilitre", "millilitres", "milliliter", "milliliters")
_units("second", 1, "s", "sec", "secs", "second", "seconds")
_units("second", "0.001", "ms", "millisecond", "milliseconds")
_units("second", 60, "min", "mins", "minute", "minutes")
_units("second", 3600, "h", "hr", "hrs", "hour", "hours")
_units("second", 86400, "day", "days")
_units("second", 604800, "week", "weeks", "wk", "wks")
_units("month", 1, "month", "months")
_units("month", 12, "year", "years", "yr", "yrs")
_units("month", 120, "decade", "decades")
_units("month", 1200, "century", "centuries")
_units("km/h", 1, "km/h", "kmh", "kph", "kilometres per hour", "kilometers per hour")
_units("mph", 1, "mph", "miles per hour")
_units("m/s", 1, "m/s", "metres per second", "meters per second")
_units("dollar", 1, "$", "us$", "usd", "dollar", "dollars", "us dollars")
_units("dollar", "0.01", "¢", "cent", "cents")
_units("euro", 1, "€", "eur", "euro", "euros")
_units("yen", 1, "¥", "jpy", "yen")
_units("rupee", 1, "₹", "inr", "rupee", "rupees")
_units("watt", 1000, "kw", "kilowatt", "kilowatts")
_units("watt", 1, "w", "watt", "watts")
_units("watt", 10**6, "mw", "megawatt", "megawatts")
_units("watt", 10**9, "gw", "gigawatt", "gigawatts")
_units("hertz", 1, "hz", "hertz")
_units("hertz", 1000, "khz", "kilohertz")
_units("hertz", 10**6, "mhz", "megahertz")
_units("hertz", 10**9, "ghz", "gigahertz")
_units("bc", 1, "bc", "bce", "b.c.", "b.c.e.")

CASED_UNITS = {"mW": ("watt", Fraction(1, 1000)), "mHz": ("hertz", Fraction(1, 1000))}
"""Units that mean another amount than the same letters in another case."""


def unit_named(word: str) -> str:
    """Return the unit token that a folded word names, such as ``@percent``; empty if it is no unit."""
    return f"@{UNITS[word][0]}" if word in UNITS else ""
