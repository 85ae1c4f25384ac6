using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace RevenueModel.Import;

/// <summary>The guards of this package; each message names the property, the value and what is allowed.</summary>
internal static class Check
{
    public static T NotNull<T>([NotNull] T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    public static string Text(string? value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        !string.IsNullOrWhiteSpace(value)
            ? value
            : throw new ArgumentException(
                Invariant($"{name} was {(value is null ? "null" : $"\"{value}\"")}; text is expected."), name);

    public static char? Delimiter(char? value, string name) =>
        value is not { } given || (char.IsAscii(given) && !char.IsLetterOrDigit(given) && given is not ('"' or '\r' or '\n'))
            ? value
            : throw new ArgumentOutOfRangeException(
                name,
                value,
                Invariant($"{name} was {MessageText.OfDelimiter(given)}; an ASCII character other than a letter, digit, quotation mark or line break is expected."));

    public static T Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(
                name,
                value,
                Invariant($"{name} was {value:D}; one of {string.Join(", ", Enum.GetNames<T>())} is expected."));
}
