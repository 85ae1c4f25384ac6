using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The guards that only this package needs.</summary>
internal static class ImportGuards
{
    extension(IGuardClause guard)
    {
        /// <summary>Rejects a delimiter that occurs in values, quotes them or ends a row; null stays null.</summary>
        public char? InvalidDelimiter(char? value, string name)
        {
            _ = guard;
            return value is not { } given
                || (char.IsAscii(given) && !char.IsLetterOrDigit(given) && given is not ('"' or '\r' or '\n'))
                ? value
                : throw DomainGuards.OutOfRange(
                    name,
                    MessageText.OfDelimiter(given),
                    "an ASCII character other than a letter, digit, quotation mark or line break");
        }
    }
}
