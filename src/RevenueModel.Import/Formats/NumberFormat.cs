using System.Globalization;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The format of numbers in a file: the decimal separator and the group separator.</summary>
/// <remarks>
/// Immutable; equal by value. Numbers are read strictly: if there are groups, each has three digits and the first does
/// not start with zero, so that <c>12,5</c> is not a number with comma groups and <c>0.500</c> is not one with point
/// groups. Grouping is optional. <c>1E5</c> is refused.
/// </remarks>
public sealed record NumberFormat
{
    private const int MaxLength = 60;
    private const int MaxDigitsOfLong = 18;

    private NumberFormat(char decimalSeparator, char groupSeparator)
    {
        DecimalSeparator = decimalSeparator;
        GroupSeparator = groupSeparator;
    }

    /// <summary>Gets the format 1,234.56, as in the United States and the United Kingdom.</summary>
    public static NumberFormat CommaGroups { get; } = new('.', ',');

    /// <summary>Gets the format 1.234,56, as in Germany, Spain and Brazil.</summary>
    public static NumberFormat PointGroups { get; } = new(',', '.');

    /// <summary>Gets the format 1 234,56, as in France and Poland. The space may be a no-break space, wide or
    /// narrow.</summary>
    public static NumberFormat SpaceGroups { get; } = new(',', ' ');

    /// <summary>Gets the format 1 234.56, as in the SI.</summary>
    public static NumberFormat SpaceGroupsPoint { get; } = new('.', ' ');

    /// <summary>Gets the format 1'234.56, as in Switzerland. The apostrophe may be straight or curved.</summary>
    public static NumberFormat ApostropheGroups { get; } = new('.', '\'');

    /// <summary>Gets the formats that are tried if none is stated.</summary>
    public static ValueList<NumberFormat> Recognized { get; } =
        [CommaGroups, PointGroups, SpaceGroups, SpaceGroupsPoint, ApostropheGroups];

    /// <summary>Gets the decimal separator.</summary>
    public char DecimalSeparator { get; }

    /// <summary>Gets the group separator.</summary>
    public char GroupSeparator { get; }

    /// <summary>Creates a format.</summary>
    /// <param name="decimalSeparator">The character between whole and fraction.</param>
    /// <param name="groupSeparator">The character between groups of three digits.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentException">The two are the same, or one is a digit or a sign.</exception>
    public static NumberFormat Of(char decimalSeparator, char groupSeparator)
    {
        CheckSeparator(decimalSeparator, nameof(decimalSeparator));
        CheckSeparator(groupSeparator, nameof(groupSeparator));
        return decimalSeparator != groupSeparator
            ? new NumberFormat(decimalSeparator, groupSeparator)
            : throw new ArgumentException(
                Invariant($"decimalSeparator and groupSeparator were both \"{decimalSeparator}\"; ")
                    + "two characters are expected.",
                nameof(groupSeparator));
    }

    /// <summary>Reads an unsigned number without a currency.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number, or zero if the text is not a number in this format.</param>
    /// <returns><see langword="true"/> if the text is a number in this format that fits a
    /// <see cref="decimal"/>.</returns>
    public bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0m;
        int point = text.IndexOf(DecimalSeparator);
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        ReadOnlySpan<char> decimals = point < 0 ? [] : text[(point + 1)..];
        if (text.Length > MaxLength || (point >= 0 && decimals.IsEmpty) || decimals.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        Span<char> digits = stackalloc char[MaxLength + 1];
        int length = 0;
        if (!TryCopyWhole(whole, digits, ref length))
        {
            return false;
        }

        if (length + decimals.Length <= MaxDigitsOfLong)
        {
            long units = AddDigits(AddDigits(0L, digits[..length]), decimals);
            number = new decimal((int)units, (int)(units >> 32), 0, isNegative: false, (byte)decimals.Length);
            return true;
        }

        if (!decimals.IsEmpty)
        {
            digits[length++] = '.';
            decimals.CopyTo(digits[length..]);
            length += decimals.Length;
        }

        return decimal.TryParse(
            digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>Returns the number 1234.56 in this format, as an example.</summary>
    public override string ToString() => Invariant($"1{GroupSeparator}234{DecimalSeparator}56");

    private static long AddDigits(long units, ReadOnlySpan<char> digits)
    {
        foreach (char digit in digits)
        {
            units = (units * 10) + (digit - '0');
        }

        return units;
    }

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
                Invariant($"{name} was \"{separator}\"; a character that is no digit, letter or sign is expected."),
                name);
        }
    }
}
