using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Spend levels that trigger a notification: a list of amounts, optionally followed by equal steps above the
/// last amount.</summary>
/// <remarks>Immutable; equal by value. The default value has no thresholds.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SpendThresholds
{
    private const int Most = 10_000;
    private const long MostSteps = 1_000_000_000_000_000; // counted in decimals without rounding

    private SpendThresholds(ValueList<decimal> amounts, decimal? step)
    {
        Amounts = amounts;
        Step = step;
    }

    /// <summary>Gets the amounts in ascending order.</summary>
    public ValueList<decimal> Amounts { get; }

    /// <summary>Gets the step between thresholds above the last amount, or <see langword="null"/> if no threshold is
    /// above it.</summary>
    public decimal? Step { get; }

    /// <summary>Creates thresholds at given amounts.</summary>
    /// <param name="amounts">The amounts, above zero, in ascending order.</param>
    /// <returns>The thresholds.</returns>
    /// <exception cref="ArgumentException">An amount is not above zero or not above the one before.</exception>
    public static SpendThresholds At(params ReadOnlySpan<decimal> amounts)
    {
        decimal before = 0m;
        foreach (decimal amount in amounts)
        {
            before = amount > before
                ? amount
                : throw DomainGuards.OutOfRange(nameof(amounts), amount, Invariant($"an amount above {before}"));
        }

        return new SpendThresholds(ValueList.Create(amounts), null);
    }

    /// <inheritdoc cref="At(ReadOnlySpan{decimal})"/>
    public static SpendThresholds At(IEnumerable<decimal> amounts) => At(amounts.AsItems());

    /// <summary>Returns the thresholds with additional ones at equal steps above the last amount.</summary>
    /// <param name="step">The step, above zero.</param>
    /// <returns>The thresholds.</returns>
    /// <exception cref="ArgumentException">The step is not above zero.</exception>
    public SpendThresholds ThenEvery(decimal step) => new(Amounts, Guard.Against.NotPositive(step));

    /// <summary>Returns the thresholds that spend crosses: <c>prior &lt; threshold ≤ current</c>.</summary>
    /// <param name="prior">The spend before, zero or more.</param>
    /// <param name="current">The spend now, zero or more; if it is below <paramref name="prior"/>, no threshold is
    /// crossed.</param>
    /// <returns>The thresholds in ascending order.</returns>
    /// <exception cref="ArgumentException">A value is negative, more than 10,000 thresholds are crossed at once, or
    /// spend or an amount is more than 10^15 steps.</exception>
    public ValueList<decimal> Crossed(decimal prior, decimal current)
    {
        Guard.Against.BelowZero(prior);
        Guard.Against.BelowZero(current);
        if (current <= prior)
        {
            return [];
        }

        var crossed = new List<decimal>();
        foreach (decimal amount in Amounts)
        {
            if (amount > prior && amount <= current)
            {
                crossed.Add(amount);
            }
        }

        if (Step is { } step)
        {
            decimal last = Amounts.IsEmpty ? 0m : Amounts[Amounts.Count - 1];
            decimal from = Math.Max(prior, last);
            if (from / MostSteps > step)
            {
                throw DomainGuards.OutOfRange(
                    nameof(prior), prior, Invariant($"spend and amounts of at most {MostSteps} steps of {step}"));
            }

            if ((current - from) / Most / 2m > step) // ensures that the quotient below fits a decimal
            {
                throw TooMany(current, step);
            }

            decimal beyond = from - last;
            // A remainder is exact, and a quotient is not.
            decimal steps = decimal.Round((beyond - (beyond % step)) / step);
            if (decimal.Floor((current - last) / step) - steps > Most)
            {
                throw TooMany(current, step);
            }

            decimal at = last + (steps * step);
            while (current - at >= step) // ensures that no sum exceeds a decimal
            {
                at += step;
                if (at > prior) // multiples of a non-terminating step have rounding noise
                {
                    crossed.Add(at);
                }
            }
        }

        return crossed.ToValueList();
    }

    private static ArgumentOutOfRangeException TooMany(decimal current, decimal step) => DomainGuards.OutOfRange(
        nameof(current), current, Invariant($"spend that crosses at most {Most} thresholds of {step} at once"));

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Amounts.IsEmpty && Step is null
        ? "no thresholds"
        : string.Join(", ", Amounts.Select(amount => Invariant($"{amount:#,0.######}")))
            + (Step is { } step ? Invariant($"{(Amounts.IsEmpty ? "" : ", then ")}every {step:#,0.######}") : "");
}
