using System.Globalization;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>How numbers are written in a file: which character starts the decimals and which one groups thousands.</summary>
/// <remarks>
/// Immutable; equal by value. Read strictly: where groups are written each has three digits and the first does not
/// start with zero, so that <c>12,5</c> is no number with comma groups and <c>0.500</c> none with point groups.
/// Grouping is optional. <c>1E5</c> is refused.
/// </remarks>
public sealed record NumberFormat
{
    private NumberFormat(char decimalSeparator, char groupSeparator)
    {
        DecimalSeparator = decimalSeparator;
        GroupSeparator = groupSeparator;
    }

    /// <summary>1,234.56, as in the United States and the United Kingdom.</summary>
    public static NumberFormat CommaGroups { get; } = new('.', ',');

    /// <summary>1.234,56, as in Germany, Spain and Brazil.</summary>
    public static NumberFormat PointGroups { get; } = new(',', '.');

    /// <summary>1 234,56, as in France and Poland; the space may be a no-break space, wide or narrow.</summary>
    public static NumberFormat SpaceGroups { get; } = new(',', ' ');

    /// <summary>1 234.56, the form of the SI.</summary>
    public static NumberFormat SpaceGroupsPoint { get; } = new('.', ' ');

    /// <summary>1'234.56, as in Switzerland; the apostrophe may be straight or curved.</summary>
    public static NumberFormat ApostropheGroups { get; } = new('.', '\'');

    /// <summary>The formats that are tried where none is stated.</summary>
    public static ValueList<NumberFormat> Recognized { get; } =
        [CommaGroups, PointGroups, SpaceGroups, SpaceGroupsPoint, ApostropheGroups];

    /// <summary>The character that starts the decimals.</summary>
    public char DecimalSeparator { get; }

    /// <summary>The character between groups of three digits.</summary>
    public char GroupSeparator { get; }

    /// <summary>Creates a format.</summary>
    /// <param name="decimalSeparator">The character that starts the decimals.</param>
    /// <param name="groupSeparator">The character between groups of three digits.</param>
    /// <exception cref="ArgumentException">The two are the same, or one is a digit or a sign.</exception>
    public static NumberFormat Of(char decimalSeparator, char groupSeparator)
    {
        CheckSeparator(decimalSeparator, nameof(decimalSeparator));
        CheckSeparator(groupSeparator, nameof(groupSeparator));
        return decimalSeparator != groupSeparator
            ? new NumberFormat(decimalSeparator, groupSeparator)
            : throw new ArgumentException(
                Invariant($"decimalSeparator and groupSeparator were both \"{decimalSeparator}\"; two characters are expected."),
                nameof(groupSeparator));
    }

    /// <summary>Reads an unsigned number, without a currency.</summary>
    /// <returns>Whether the text is a number in this format that <see cref="decimal"/> can hold.</returns>
    public bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0m;
        int point = text.IndexOf(DecimalSeparator);
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        ReadOnlySpan<char> decimals = point < 0 ? [] : text[(point + 1)..];
        if (point >= 0 && decimals.IsEmpty)
        {
            return false;
        }

        Span<char> digits = stackalloc char[64];
        int length = 0;
        if (text.Length > 60 || !TryCopyWhole(whole, digits, ref length))
        {
            return false;
        }

        digits[length++] = '.';
        foreach (char c in decimals)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            digits[length++] = c;
        }

        ReadOnlySpan<char> plain = decimals.IsEmpty ? digits[..(length - 1)] : digits[..length];
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The format by the example of 1234.56.</summary>
    public override string ToString() => Invariant($"1{GroupSeparator}234{DecimalSeparator}56");

    private bool TryCopyWhole(ReadOnlySpan<char> whole, Span<char> digits, ref int length)
    {
        bool grouped = false;
        int inGroup = 0;
        foreach (char c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
                inGroup++;
            }
            else if (IsGroupSeparator(c) && (grouped ? inGroup == 3 : inGroup is >= 1 and <= 3 && digits[0] != '0'))
            {
                grouped = true;
                inGroup = 0;
            }
            else
            {
                return false;
            }
        }

        return length > 0 && (!grouped || inGroup == 3);
    }

    private bool IsGroupSeparator(char c) => c == GroupSeparator || (GroupSeparator, c) switch
    {
        (' ', '\u00A0' or '\u202F' or '\u2009') => true,
        ('\'', '\u2019') => true,
        _ => false,
    };

    private static void CheckSeparator(char separator, string name)
    {
        if (char.IsLetterOrDigit(separator) || separator is '-' or '+' or '(' or ')')
        {
            throw new ArgumentException(
                Invariant($"{name} was \"{separator}\"; a character that is no digit, letter or sign is expected."), name);
        }
    }
}
