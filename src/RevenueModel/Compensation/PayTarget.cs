using System.Globalization;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The target of a <see cref="PayComponent"/>: a quota for a year, a quarter or a month, or a
/// level.</summary>
/// <remarks>Immutable; equal by value. A quota is spread evenly over the days of the year. A seasonal quota has a
/// share for each month or quarter of the fiscal year.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PayTarget
{
    private const int MonthsOfYear = 12;

    private PayTarget(decimal amount, TargetBasis basis, ValueList<decimal> shares = default)
    {
        Amount = amount;
        Basis = basis;
        Shares = shares;
    }

    /// <summary>Gets the amount for the period that <see cref="Basis"/> names, or the level; above zero, in the unit
    /// of the measure.</summary>
    public decimal Amount { get; }

    /// <summary>Gets the period that the amount is for.</summary>
    public TargetBasis Basis { get; }

    /// <summary>Gets the shares of the four quarters, or of the twelve months, of the fiscal year, as fractions that
    /// sum to one; empty if the quota is spread evenly.</summary>
    public ValueList<decimal> Shares { get; }

    /// <summary>Gets the quota of a whole year: the amount times 1, 4 or 12; of a level, the level.</summary>
    public decimal PerYearAmount => Amount * Basis switch
    {
        TargetBasis.Quarter => 4m,
        TargetBasis.Month => MonthsOfYear,
        _ => 1m,
    };

    /// <summary>Creates a quota of a year.</summary>
    /// <param name="amount">The quota; above zero, in the unit of the measure.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">The amount is not above zero.</exception>
    public static PayTarget PerYear(decimal amount) => new(Guard.Against.NotPositive(amount), TargetBasis.Year);

    /// <summary>Creates a quota of a quarter.</summary>
    /// <param name="amount">The quota; above zero, in the unit of the measure. The quota of a year is four times the
    /// amount.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">The amount is not above zero.</exception>
    public static PayTarget PerQuarter(decimal amount) => new(Guard.Against.NotPositive(amount), TargetBasis.Quarter);

    /// <summary>Creates a quota of a month.</summary>
    /// <param name="amount">The quota; above zero, in the unit of the measure. The quota of a year is twelve times the
    /// amount.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">The amount is not above zero.</exception>
    public static PayTarget PerMonth(decimal amount) => new(Guard.Against.NotPositive(amount), TargetBasis.Month);

    /// <summary>Creates the target of a measure that is a level, such as a retention rate.</summary>
    /// <param name="level">The level; above zero, in the unit of the measure. A rate is a fraction: 0.9 for
    /// 90%.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">The level is not above zero.</exception>
    public static PayTarget Level(decimal level) => new(Guard.Against.NotPositive(level), TargetBasis.Level);

    /// <summary>Returns the quota with a seasonal distribution: <c>PayTarget.PerYear(100_000m).Seasonal(0.2m, 0.2m,
    /// 0.2m, 0.4m)</c>.</summary>
    /// <param name="shares">The shares of the four quarters, or of the twelve months, of the fiscal year; each between
    /// 0 and 1. They sum to one. The share of a quarter is spread evenly over its months.</param>
    /// <returns>The target. Partial months are prorated by days.</returns>
    /// <exception cref="InvalidOperationException">The target is not the quota of a year.</exception>
    /// <exception cref="ArgumentException">There are not 4 or 12 shares, a share is outside 0 to 1, or they do not sum
    /// to one.</exception>
    public PayTarget Seasonal(params ReadOnlySpan<decimal> shares)
    {
        if (Basis != TargetBasis.Year)
        {
            throw new InvalidOperationException(
                $"The target \"{this}\" has no seasons; the quota of a year is expected.");
        }

        decimal sum = 0m;
        foreach (decimal share in shares)
        {
            sum += Guard.Against.NotFraction(share, nameof(shares));
        }

        if (shares.Length is not (4 or MonthsOfYear) || sum != 1m)
        {
            throw new ArgumentException(
                Invariant($"shares had {Plural.Of(shares.Length, "share")} that sum to {sum}; 4 or 12 shares that ")
                    + "sum to 1 are expected.",
                nameof(shares));
        }

        return new PayTarget(Amount, Basis, ValueList.Create(shares));
    }

    /// <inheritdoc cref="Seasonal(ReadOnlySpan{decimal})"/>
    public PayTarget Seasonal(IEnumerable<decimal> shares) => Seasonal(shares.AsItems());

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Format(Amount.ToString("#,0.####", CultureInfo.InvariantCulture));

    /// <summary>Returns a readable description in the unit of a measure.</summary>
    internal string ToString(CompMeasure measure) => Format(measure.Format(Amount));

    private string Format(string amount) => amount + Basis switch
    {
        TargetBasis.Level => "",
        TargetBasis.Quarter => " a quarter",
        TargetBasis.Month => " a month",
        _ => " a year",
    } + (Shares.IsEmpty ? "" : " by season");
}

/// <summary>The period that the amount of a <see cref="PayTarget"/> is for.</summary>
public enum TargetBasis
{
    /// <summary>A year. The default.</summary>
    Year = 0,

    /// <summary>A quarter.</summary>
    Quarter = 1,

    /// <summary>A month.</summary>
    Month = 2,

    /// <summary>No period: the target is a level.</summary>
    Level = 3,
}
