using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using NodaTime.Text;

namespace RevenueModel.Primitives;

/// <summary>Shares the parsing of small values.</summary>
internal static class TextParser
{
    /// <summary>Returns a value read from text.</summary>
    /// <param name="s">The text; null is refused.</param>
    /// <param name="typeName">The type in the message.</param>
    /// <param name="expected">The form that is allowed, with an example.</param>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static T Parse<T>([NotNull] string? s, string typeName, string expected)
        where T : IParsable<T>
    {
        Guard.Against.Null(s);
        return T.TryParse(s, null, out T? value)
            ? value
            : throw new FormatException($"{typeName} was \"{s}\"; {expected} is expected.");
    }

    /// <summary>Reads a date such as <c>2027-01-31</c>.</summary>
    public static bool TryDate(ReadOnlySpan<char> text, out LocalDate date)
    {
        ParseResult<LocalDate> result = LocalDatePattern.Iso.Parse(text.Trim().ToString());
        date = result.Success ? result.Value : default;
        return result.Success;
    }
}
