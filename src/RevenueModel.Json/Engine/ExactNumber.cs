using System.Globalization;

namespace RevenueModel.Json;

/// <summary>Reads decimals from the digits of a JSON number without rounding.</summary>
internal static class ExactNumber
{
    private const int MaxScale = 28;
    private const int MaxDigits = 29;
    private static readonly UInt128 MaxMantissa = (UInt128.One << 96) - 1;

    /// <summary>Returns the decimal that a JSON number states, with its digits: <c>1.50</c> keeps its zero.</summary>
    /// <param name="text">Digits with an optional sign, fraction and exponent, as JSON allows them.</param>
    /// <param name="value">The decimal; never negative zero.</param>
    /// <returns><see langword="false"/> if a decimal does not hold all the digits.</returns>
    public static bool TryDecimal(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0m;
        bool isNegative = text.Length > 0 && text[0] == '-';
        ReadOnlySpan<char> digits = isNegative ? text[1..] : text;
        long exponent = 0;
        int letter = digits.IndexOfAny('e', 'E');
        if (letter >= 0)
        {
            ReadOnlySpan<char> power = digits[(letter + 1)..];
            digits = digits[..letter];
            if (!int.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int stated))
            {
                return digits.IndexOfAnyExcept('0', '.') < 0; // zero, whatever the power of ten
            }

            exponent = stated;
        }

        int point = digits.IndexOf('.');
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        string all = point < 0 ? digits.ToString() : string.Concat(digits[..point], digits[(point + 1)..]);
        return TryBuild(all.TrimStart('0'), decimals - exponent, isNegative, out value);
    }

    // The value is the digits, divided by ten to the power of the scale.
    private static bool TryBuild(ReadOnlySpan<char> digits, long scale, bool isNegative, out decimal value)
    {
        value = 0m;
        if (digits.IsEmpty)
        {
            value = new decimal(0, 0, 0, isNegative: false, (byte)Math.Clamp(scale, 0, MaxScale));
            return true;
        }

        // Zeros at the end of the fraction that a decimal does not hold are not part of the value.
        int length = digits.Length;
        while (scale > 0 && (scale > MaxScale || length > MaxDigits) && length > 1 && digits[length - 1] == '0')
        {
            length--;
            scale--;
        }

        if (scale > MaxScale || length > MaxDigits || length - scale > MaxDigits)
        {
            return false;
        }

        UInt128 mantissa = UInt128.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        for (; scale < 0; scale++)
        {
            mantissa *= 10;
        }

        while (mantissa > MaxMantissa && scale > 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            scale--;
        }

        if (mantissa > MaxMantissa)
        {
            return false;
        }

        value = new decimal(
            (int)(uint)(mantissa & uint.MaxValue),
            (int)(uint)((mantissa >> 32) & uint.MaxValue),
            (int)(uint)(mantissa >> 64),
            isNegative,
            (byte)scale);
        return true;
    }
}
