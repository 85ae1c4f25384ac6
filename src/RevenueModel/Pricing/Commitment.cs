using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>An amount that a customer commits to spend: what is missing at the end of the period is billed (true-up), and
/// what is spent beyond it may have a price of its own (overage).</summary>
/// <remarks>
/// <para>Of spend <c>s</c> and a commitment <c>c</c>: <c>c + (s - c) × overage multiplier</c> where <c>s ≥ c</c>; else
/// <c>c</c> with true-up and <c>s</c> without. Spend is the base fee and all charges after discounts.</para>
/// <para>Immutable; equal by value. Created by <see cref="Of"/> and
/// <see cref="Ramped(ReadOnlySpan{decimal})"/>.</para>
/// </remarks>
public sealed record Commitment
{
    private Commitment(ValueList<decimal> amounts) => Amounts = amounts;

    /// <summary>The amount in each year of the contract, from the first; the last one holds for the years after.</summary>
    public ValueList<decimal> Amounts { get; }

    /// <summary>What the amount is for: each billing period unless said.</summary>
    public CommitmentPeriod Period { get; init => field = Guard.Against.Undefined(value, nameof(Period)); }

    /// <summary>Whether what is missing is billed at the end of the period; it is unless said.</summary>
    public bool TrueUp { get; init; } = true;

    /// <summary>What spend beyond the commitment is multiplied by, above zero: 1 unless said, 1.5 for half as much
    /// again.</summary>
    public decimal OverageMultiplier
    {
        get;
        init => field = Guard.Against.NotPositive(value, nameof(OverageMultiplier));
    } = 1m;

    /// <summary>The same amount in every year.</summary>
    /// <param name="amount">Zero or more, for a whole period.</param>
    /// <exception cref="ArgumentException">The amount is negative.</exception>
    public static Commitment Of(decimal amount) => Ramped(Guard.Against.BelowZero(amount));

    /// <summary>An amount for each year of the contract.</summary>
    /// <param name="amounts">Zero or more each, at least one, for a whole period; the last one holds for the years
    /// after.</param>
    /// <exception cref="ArgumentException">There is none, or one is negative.</exception>
    public static Commitment Ramped(params ReadOnlySpan<decimal> amounts)
    {
        if (amounts.IsEmpty)
        {
            throw new ArgumentException("amounts had no amount; one for the first year at least is expected.", nameof(amounts));
        }

        foreach (decimal amount in amounts)
        {
            Guard.Against.BelowZero(amount, nameof(amounts));
        }

        return new Commitment(ValueList.Create(amounts));
    }

    /// <inheritdoc cref="Ramped(ReadOnlySpan{decimal})"/>
    public static Commitment Ramped(IEnumerable<decimal> amounts) => Ramped(amounts.AsItems());

    /// <summary>The amount in a year of the contract.</summary>
    /// <param name="contractYear">The year, from 1.</param>
    /// <exception cref="ArgumentException">The year is below 1.</exception>
    public decimal AmountIn(int contractYear) =>
        Amounts[Math.Min(Guard.Against.BelowOne(contractYear), Amounts.Count) - 1];

    /// <summary>The commitment in words.</summary>
    public override string ToString()
    {
        string amounts = string.Join(", ", Amounts.Select(amount => Invariant($"{amount:#,0.######}")));
        string per = Period == CommitmentPeriod.ContractYear ? " a contract year" : " a period";
        return amounts + per + (TrueUp ? "" : " without true-up")
            + (OverageMultiplier == 1m ? "" : Invariant($", overage x {OverageMultiplier:0.######}"));
    }
}

/// <summary>The time within which a committed amount has to be spent.</summary>
public enum CommitmentPeriod
{
    /// <summary>Each billing period on its own; what is missing is billed with it. The default.</summary>
    BillingPeriod = 0,

    /// <summary>A year of the contract; what is missing is billed with the year's last period.</summary>
    ContractYear = 1,
}
