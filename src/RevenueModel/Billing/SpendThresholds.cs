using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Amounts of spend at which somebody wants to know: each of a list, and beyond it every step.</summary>
/// <remarks>Immutable; equal by value. The default value has none.</remarks>
public readonly record struct SpendThresholds
{
    private const int Most = 10_000;
    private const long MostSteps = 1_000_000_000_000_000; // counted in decimals without rounding

    private SpendThresholds(ValueList<decimal> amounts, decimal? step)
    {
        Amounts = amounts;
        Step = step;
    }

    /// <summary>The amounts, rising.</summary>
    public ValueList<decimal> Amounts { get; }

    /// <summary>The step from one to the next beyond the last amount, or <see langword="null"/> where there is none
    /// beyond.</summary>
    public decimal? Step { get; }

    /// <summary>Thresholds at these amounts.</summary>
    /// <param name="amounts">Above zero, each above the one before.</param>
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

    /// <summary>The same, and every step beyond the last.</summary>
    /// <param name="step">The step, above zero.</param>
    /// <exception cref="ArgumentException">The step is not above zero.</exception>
    public SpendThresholds ThenEvery(decimal step) => new(Amounts, Guard.Against.NotPositive(step));

    /// <summary>The thresholds that spend crosses on its way: <c>before &lt; threshold ≤ now</c>.</summary>
    /// <param name="before">The spend before, zero or more.</param>
    /// <param name="now">The spend now, zero or more; below what it was, it crosses none.</param>
    /// <returns>The thresholds, rising.</returns>
    /// <exception cref="ArgumentException">A value is negative, more than 10,000 thresholds are crossed at once, or
    /// spend or an amount is more than 10^15 steps.</exception>
    public ValueList<decimal> Crossed(decimal before, decimal now)
    {
        Guard.Against.BelowZero(before);
        Guard.Against.BelowZero(now);
        if (now <= before)
        {
            return [];
        }

        var crossed = new List<decimal>();
        foreach (decimal amount in Amounts)
        {
            if (amount > before && amount <= now)
            {
                crossed.Add(amount);
            }
        }

        if (Step is { } step)
        {
            decimal last = Amounts.IsEmpty ? 0m : Amounts[Amounts.Count - 1];
            decimal from = Math.Max(before, last);
            if (from / MostSteps > step)
            {
                throw DomainGuards.OutOfRange(
                    nameof(before), before, Invariant($"spend and amounts of at most {MostSteps} steps of {step}"));
            }

            if ((now - from) / Most / 2m > step) // so that the quotient below fits a decimal
            {
                throw TooMany(now, step);
            }

            decimal beyond = from - last;
            decimal steps = decimal.Round((beyond - (beyond % step)) / step); // a remainder is exact, which a quotient is not
            if (decimal.Floor((now - last) / step) - steps > Most)
            {
                throw TooMany(now, step);
            }

            decimal at = last + (steps * step);
            while (now - at >= step) // so that no sum is beyond a decimal
            {
                at += step;
                if (at > before) // a step without end in decimals has multiples a hair off
                {
                    crossed.Add(at);
                }
            }
        }

        return crossed.ToValueList();
    }

    private static ArgumentOutOfRangeException TooMany(decimal now, decimal step) => DomainGuards.OutOfRange(
        nameof(now), now, Invariant($"spend that crosses at most {Most} thresholds of {step} at once"));

    /// <summary>The thresholds in words.</summary>
    public override string ToString() => Amounts.IsEmpty && Step is null
        ? "no thresholds"
        : string.Join(", ", Amounts.Select(amount => Invariant($"{amount:#,0.######}")))
            + (Step is { } step ? Invariant($"{(Amounts.IsEmpty ? "" : ", then ")}every {step:#,0.######}") : "");
}
