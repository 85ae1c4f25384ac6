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
    private Commitment(ValueList<decimal> amounts, CommitmentStep step)
    {
        Amounts = amounts;
        Step = step;
    }

    /// <summary>Gets the amount of each contract year or billing period, as <see cref="Step"/> says, from the first; the last
    /// one applies to all after it.</summary>
    public ValueList<decimal> Amounts { get; }

    /// <summary>Gets what each of <see cref="Amounts"/> is for: a year of the contract or a billing period of it.</summary>
    public CommitmentStep Step { get; }

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
        Require(amounts, "the first year");
        return new Commitment(ValueList.Create(amounts), CommitmentStep.ContractYear);
    }

    /// <inheritdoc cref="Ramped(ReadOnlySpan{decimal})"/>
    public static Commitment Ramped(IEnumerable<decimal> amounts) => Ramped(amounts.AsItems());

    /// <summary>Creates a commitment that changes from one billing period to the next, such as month by month.</summary>
    /// <param name="amounts">The amount of each billing period of the contract, from the first; at least one, zero or more
    /// each. The last one applies to all after it.</param>
    /// <returns>The commitment, for each billing period.</returns>
    /// <exception cref="ArgumentException">There is no amount, or one is negative.</exception>
    public static Commitment ByPeriod(params ReadOnlySpan<decimal> amounts)
    {
        Require(amounts, "the first billing period");
        return new Commitment(ValueList.Create(amounts), CommitmentStep.BillingPeriod);
    }

    /// <inheritdoc cref="ByPeriod(ReadOnlySpan{decimal})"/>
    public static Commitment ByPeriod(IEnumerable<decimal> amounts) => ByPeriod(amounts.AsItems());

    /// <summary>Returns the amount of a contract year and billing period.</summary>
    /// <param name="contractYear">The year of the contract, from 1.</param>
    /// <param name="contractPeriod">The billing period of the contract, from 1. Default: the first. It matters only if the
    /// amount changes by billing period.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentException">A number is below 1.</exception>
    public decimal AmountIn(int contractYear, int contractPeriod = 1) =>
        Amounts[IndexIn(Guard.Against.BelowOne(contractYear), Guard.Against.BelowOne(contractPeriod))];

    /// <summary>Returns the position among <see cref="Amounts"/> for a contract year and billing period.</summary>
    internal int IndexIn(int contractYear, int contractPeriod) =>
        Math.Min(Step == CommitmentStep.BillingPeriod ? contractPeriod : contractYear, Amounts.Count) - 1;

    private static void Require(ReadOnlySpan<decimal> amounts, string first)
    {
        if (amounts.IsEmpty)
        {
            throw new ArgumentException($"amounts had no amount; at least one, for {first}, is expected.", nameof(amounts));
        }

        foreach (decimal amount in amounts)
        {
            Guard.Against.BelowZero(amount, nameof(amounts));
        }
    }

    /// <summary>The commitment in words.</summary>
    public override string ToString()
    {
        string amounts = string.Join(", ", Amounts.Select(amount => Invariant($"{amount:#,0.######}")));
        string per = Period == CommitmentPeriod.ContractYear ? " a contract year"
            : Step == CommitmentStep.BillingPeriod && Amounts.Count > 1 ? " by period"
            : " a period";
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

/// <summary>What each amount of a <see cref="Commitment"/> is for.</summary>
public enum CommitmentStep
{
    /// <summary>A year of the contract; the amount applies to each period of it. The default.</summary>
    ContractYear = 0,

    /// <summary>A billing period of the contract.</summary>
    BillingPeriod = 1,
}
