using System.Runtime.CompilerServices;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Checks of numbers in binary form. Each rejects NaN and infinity; a check that passes allocates
/// nothing.</summary>
internal static class NumberGuards
{
    /// <summary>Rejects a number that is not finite.</summary>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw DomainGuards.OutOfRange(name, value, "a finite number");

    /// <summary>Rejects a negative number.</summary>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw DomainGuards.OutOfRange(name, value, "a finite number, zero or more,");

    /// <summary>Rejects an optional number that is given and negative.</summary>
    public static double? NotNegative(double? value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is { } given ? NotNegative(given, name) : null;

    /// <summary>Rejects a number below another one.</summary>
    public static double AtLeast(
        double value, double least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && double.IsFinite(value)
            ? value
            : throw DomainGuards.OutOfRange(name, value, Invariant($"a finite number of at least {least}"));

    /// <summary>Rejects a probability outside 0 to 1.</summary>
    public static double Probability(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw DomainGuards.OutOfRange(name, value, "a fraction between 0 and 1");

    /// <summary>Rejects a list with a number that is not finite.</summary>
    public static void Finite(ReadOnlySpan<double> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw At(name, i, values[i], "a finite number");
            }
        }
    }

    /// <summary>Rejects a list with a probability outside 0 to 1.</summary>
    public static void Probabilities(ReadOnlySpan<double> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is not (>= 0 and <= 1))
            {
                throw At(name, i, values[i], "a fraction between 0 and 1");
            }
        }
    }

    /// <summary>Rejects a list that is not in ascending order, or has a number that is not finite. Equal numbers are
    /// allowed.</summary>
    public static void Ascending(ReadOnlySpan<double> values, string name)
    {
        Finite(values, name);
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] < values[i - 1])
            {
                throw At(name, i, values[i], Invariant($"an ascending order, {values[i - 1]} or more,"));
            }
        }
    }

    /// <summary>Rejects a list whose length differs from that of another one.</summary>
    public static void SameLength(int length, int other, string name)
    {
        if (length != other)
        {
            throw DomainGuards.OutOfRange(
                name, Invariant($"of length {length}"), Invariant($"a length of {other}, one for each other value,"));
        }
    }

    /// <summary>Returns an exception that names the list, the value, its index and what is allowed.</summary>
    public static ArgumentOutOfRangeException At(string name, int index, double value, string allowed) =>
        DomainGuards.OutOfRange(name, Invariant($"{value} at {index}"), allowed);
}
