using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>
/// The guards that every record and calculator shares. Each message names the property, the value and what is
/// allowed, and is built only when the guard fails, so that a passing guard allocates nothing.
/// </summary>
internal static class DomainGuards
{
    extension(IGuardClause guard)
    {
        /// <summary>Rejects a value that is not a fraction between 0 and 1, with a hint if a percentage was
        /// meant.</summary>
        public decimal NotFraction(decimal value, [CallerArgumentExpression(nameof(value))] string name = "")
        {
            _ = guard;
            return value is >= 0m and <= 1m ? value : throw NotAFraction(name, value);
        }

        /// <summary>Rejects a band that is not within 0 to 1 or is open at the top.</summary>
        public Band<decimal> NotFractionBand(
            Band<decimal> value,
            [CallerArgumentExpression(nameof(value))] string name = "")
        {
            guard.NotFraction(value.Min, name);
            if (value.Max is not { } max)
            {
                throw new ArgumentOutOfRangeException(
                    name, Invariant($"{name} was {value}; a band of fractions ends at 1 or below."));
            }

            guard.NotFraction(max, name);
            return value;
        }

        /// <summary>Rejects an amount, rate or count below zero.</summary>
        public decimal BelowZero(decimal value, [CallerArgumentExpression(nameof(value))] string name = "")
        {
            _ = guard;
            return value >= 0m ? value : throw OutOfRange(name, value, "zero or more");
        }

        /// <summary>Rejects a count below zero.</summary>
        public long BelowZero(long value, [CallerArgumentExpression(nameof(value))] string name = "")
        {
            _ = guard;
            return value >= 0 ? value : throw OutOfRange(name, value, "zero or more");
        }

        /// <summary>Rejects a count below zero.</summary>
        public int BelowZero(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
            (int)guard.BelowZero((long)value, name);

        /// <summary>Rejects a count below one.</summary>
        public int BelowOne(int value, [CallerArgumentExpression(nameof(value))] string name = "")
        {
            _ = guard;
            return value >= 1 ? value : throw OutOfRange(name, value, "1 or more");
        }

        /// <summary>Rejects a number of months below one, or beyond a hundred years.</summary>
        public int NotMonths(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
            guard.BelowOne(value, name) <= 1_200 ? value : throw OutOfRange(name, value, "1 to 1,200");

        /// <summary>Rejects an optional count that is given and below one.</summary>
        public int? BelowOne(int? value, [CallerArgumentExpression(nameof(value))] string name = "") =>
            value is { } given ? guard.BelowOne(given, name) : null;

        /// <summary>Rejects zero and negative values.</summary>
        public decimal NotPositive(decimal value, [CallerArgumentExpression(nameof(value))] string name = "")
        {
            _ = guard;
            return value > 0m ? value : throw OutOfRange(name, value, "more than zero");
        }

        /// <summary>Rejects an optional value that is given and zero or negative.</summary>
        public decimal? NotPositive(decimal? value, [CallerArgumentExpression(nameof(value))] string name = "") =>
            value is { } given ? guard.NotPositive(given, name) : null;

        /// <summary>Rejects a band that starts below zero.</summary>
        public Band<T> BelowZero<T>(Band<T> value, [CallerArgumentExpression(nameof(value))] string name = "")
            where T : struct, System.Numerics.INumber<T>
        {
            _ = guard;
            return value.Min >= T.Zero ? value : throw OutOfRange(name, value, "a band from zero or more");
        }

        /// <summary>Rejects null, empty and white-space text.</summary>
        public string Blank(string? value, [CallerArgumentExpression(nameof(value))] string name = "")
        {
            _ = guard;
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentException(
                    Invariant($"{name} was {(value is null ? "null" : $"\"{value}\"")}; text is expected."), name);
            }

            return value;
        }

        /// <summary>Rejects empty and white-space text; null stays null.</summary>
        public string? BlankWhenGiven(string? value, [CallerArgumentExpression(nameof(value))] string name = "") =>
            value is null ? null : guard.Blank(value, name);

        /// <summary>Rejects a value that the enumeration does not define.</summary>
        public T Undefined<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
            where T : struct, Enum
        {
            _ = guard;
            return Enum.IsDefined(value)
                ? value
                : throw OutOfRange(name, value, "one of " + string.Join(", ", Enum.GetNames<T>()));
        }

        /// <summary>Rejects a day count by which a whole billing period is not exactly one.</summary>
        public DayCount FixedYear(DayCount value, [CallerArgumentExpression(nameof(value))] string name = "")
        {
            _ = guard;
            return value is DayCount.ActualActual or DayCount.Thirty360
                ? value
                : throw OutOfRange(name, value, "ActualActual or Thirty360, by which a whole period is one,");
        }
    }

    /// <summary>Returns an exception that names the property, the value and what is allowed.</summary>
    /// <remarks>
    /// The value is part of the message only. If it were also passed as the actual value, the framework would print it
    /// again in the culture of the thread.
    /// </remarks>
    public static ArgumentOutOfRangeException OutOfRange(string name, object value, string allowed) =>
        new(name, Invariant($"{name} was {value}; {allowed} is expected."));

    /// <summary>Returns an exception that also names the record that holds the value: a customer, a charge.</summary>
    /// <param name="whole">The record, such as <c>charge "API calls"</c>.</param>
    /// <param name="refused">The exception for the value.</param>
    /// <param name="name">The parameter of the caller that holds the record. Default: that of
    /// <paramref name="refused"/>.</param>
    public static ArgumentException Within(string whole, ArgumentException refused, string? name = null)
    {
        string suffix = refused.ParamName is null ? "" : $" (Parameter '{refused.ParamName}')";
        string message = refused.Message.EndsWith(suffix, StringComparison.Ordinal)
            ? refused.Message[..^suffix.Length]
            : refused.Message;
        return new ArgumentException(whole + ": " + message, name ?? refused.ParamName, refused);
    }

    /// <summary>Returns an exception for figures whose result does not fit a decimal.</summary>
    /// <param name="subject">The record or figure that overflows, such as <c>Charge "API calls"</c>.</param>
    /// <param name="name">The parameter of the caller that holds it.</param>
    /// <param name="overflow">The overflow.</param>
    public static ArgumentException Overflow(string subject, string name, OverflowException overflow) =>
        new(
            $"{subject} is too large: the result exceeds 7.9 × 10^28, the range of a decimal; "
                + "smaller figures are expected.",
            name,
            overflow);

    /// <summary>Returns a running total with an increment added.</summary>
    /// <param name="prior">The running total, zero or more.</param>
    /// <param name="added">The increment; a negative one takes back at most the running total.</param>
    /// <param name="name">The parameter of the caller that holds the increment.</param>
    /// <exception cref="ArgumentException">The total would be negative, or does not fit a decimal.</exception>
    public static decimal Total(decimal prior, decimal added, string name)
    {
        if (added < 0m && -added > prior)
        {
            throw OutOfRange(
                name, added, Invariant($"{-prior} or more, which takes back all that was counted before,"));
        }

        try
        {
            return prior + added;
        }
        catch (OverflowException overflow)
        {
            throw Overflow(Invariant($"{prior} + {added}"), name, overflow);
        }
    }

    /// <summary>Rejects a list with a null item or with two items that have the same key, ignoring case.</summary>
    public static ValueList<T> RequireDistinct<T>(ValueList<T> items, Func<T, string> key, string name, string keyName)
        where T : class
    {
        for (int i = 0; i < items.Count; i++)
        {
            string own = key(Guard.Against.Null(items[i], name));
            for (int earlier = 0; earlier < i; earlier++)
            {
                if (string.Equals(key(items[earlier]), own, StringComparison.OrdinalIgnoreCase))
                {
                    throw new ArgumentException(
                        Invariant($"{name} had \"{own}\" twice; each has a {keyName} of its own."), name);
                }
            }
        }

        return items;
    }

    /// <summary>Rejects a destination whose length differs from that of the sources.</summary>
    public static void RequireSameLength(int sources, int places, string name = "destination")
    {
        if (sources != places)
        {
            throw new ArgumentException(
                Invariant($"{name} had {places} places for {sources} values; the lengths must be equal."), name);
        }
    }

    private static ArgumentOutOfRangeException NotAFraction(string name, decimal value)
    {
        string hint = value is > 1m and <= 100m
            ? Invariant($" (for {value}% write {value / 100m} or {value}.Percent)")
            : "";
        return OutOfRange(name, value, "a fraction between 0 and 1" + hint);
    }
}
