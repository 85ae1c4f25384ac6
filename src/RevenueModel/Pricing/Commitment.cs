using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>An amount that a customer commits to spend. A shortfall at the end of the period is billed (true-up).
/// Spend beyond the commitment may have its own price (overage).</summary>
/// <remarks>
/// <para>For spend <c>s</c> and commitment <c>c</c>, the amount is <c>c + (s - c) × overage multiplier</c> if
/// <c>s ≥ c</c>. Otherwise it is <c>c</c> with true-up and <c>s</c> without. Spend is the base fee and all charges
/// after discounts.</para>
/// <para>Immutable; equal by value. Created by <see cref="Of"/> and
/// <see cref="Ramped(ReadOnlySpan{decimal})"/>.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Commitment
{
    private Commitment(ValueList<decimal> amounts, CommitmentStep step)
    {
        Amounts = amounts;
        Step = step;
    }

    /// <summary>Gets the amount of each contract year or billing period, as given by <see cref="Step"/>, from the
    /// first. The last one applies to all after it.</summary>
    public ValueList<decimal> Amounts { get; }

    /// <summary>Gets the period of each of <see cref="Amounts"/>: a contract year or a billing period.</summary>
    public CommitmentStep Step { get; }

    /// <summary>Gets the period in which the amount has to be spent. Default: each billing period.</summary>
    public CommitmentPeriod Period { get; init => field = Guard.Against.Undefined(value, nameof(Period)); }

    /// <summary>Gets whether a shortfall is billed at the end of the period. Default: true.</summary>
    public bool TrueUp { get; init; } = true;

    /// <summary>Gets the factor that spend beyond the commitment is multiplied by, more than zero: 1.5 bills it at
    /// 150%. Default: one.</summary>
    public decimal OverageMultiplier
    {
        get;
        init => field = Guard.Against.NotPositive(value, nameof(OverageMultiplier));
    } = 1m;

    /// <summary>Creates a commitment with the same amount in every year.</summary>
    /// <param name="amount">The amount for a whole period, zero or more.</param>
    /// <param name="period">The period in which the amount has to be spent. Default: each billing period.</param>
    /// <param name="trueUp">Whether a shortfall is billed at the end of the period. Default: true.</param>
    /// <param name="overageMultiplier">The factor that spend beyond the commitment is multiplied by, more than zero.
    /// Default: one.</param>
    /// <returns>The commitment.</returns>
    /// <exception cref="ArgumentException">The amount is negative, the period is not defined, or the multiplier is
    /// zero or negative.</exception>
    /// <example><code>
    /// Commitment commitment = Commitment.Of(10_000m, overageMultiplier: 1.2m);
    /// Console.WriteLine(commitment); // 10,000 a period, overage x 1.2
    /// </code></example>
    public static Commitment Of(
        decimal amount,
        CommitmentPeriod period = CommitmentPeriod.BillingPeriod,
        bool trueUp = true,
        decimal overageMultiplier = 1m) =>
        Ramped(Guard.Against.BelowZero(amount)).With(period, trueUp, overageMultiplier);

    /// <summary>Creates a commitment with an amount for each contract year.</summary>
    /// <param name="amounts">The amounts for a whole period, at least one, zero or more each. The last one applies to
    /// all later years.</param>
    /// <returns>The commitment.</returns>
    /// <exception cref="ArgumentException">There is no amount, or one is negative.</exception>
    public static Commitment Ramped(params ReadOnlySpan<decimal> amounts)
    {
        Require(amounts, "the first year");
        return new Commitment(ValueList.Create(amounts), CommitmentStep.ContractYear);
    }

    /// <summary>Creates a commitment with an amount for each contract year.</summary>
    /// <param name="amounts">The amounts for a whole period, at least one, zero or more each. The last one applies to
    /// all later years.</param>
    /// <param name="period">The period in which the amount has to be spent. Default: each billing period.</param>
    /// <param name="trueUp">Whether a shortfall is billed at the end of the period. Default: true.</param>
    /// <param name="overageMultiplier">The factor that spend beyond the commitment is multiplied by, more than zero.
    /// Default: one.</param>
    /// <returns>The commitment.</returns>
    /// <exception cref="ArgumentException">There is no amount, or one is negative; the period is not defined; or the
    /// multiplier is zero or negative.</exception>
    public static Commitment Ramped(
        IEnumerable<decimal> amounts,
        CommitmentPeriod period = CommitmentPeriod.BillingPeriod,
        bool trueUp = true,
        decimal overageMultiplier = 1m) =>
        Ramped(amounts.AsItems()).With(period, trueUp, overageMultiplier);

    /// <summary>Creates a commitment that changes from one billing period to the next, such as month by
    /// month.</summary>
    /// <param name="amounts">The amount of each billing period of the contract, from the first; at least one, zero or
    /// more each. The last one applies to all after it.</param>
    /// <returns>The commitment, for each billing period.</returns>
    /// <exception cref="ArgumentException">There is no amount, or one is negative.</exception>
    public static Commitment ByPeriod(params ReadOnlySpan<decimal> amounts)
    {
        Require(amounts, "the first billing period");
        return new Commitment(ValueList.Create(amounts), CommitmentStep.BillingPeriod);
    }

    /// <summary>Creates a commitment that changes from one billing period to the next, such as month by
    /// month.</summary>
    /// <param name="amounts">The amount of each billing period of the contract, from the first; at least one, zero or
    /// more each. The last one applies to all after it.</param>
    /// <param name="trueUp">Whether a shortfall is billed at the end of the period. Default: true.</param>
    /// <param name="overageMultiplier">The factor that spend beyond the commitment is multiplied by, more than zero.
    /// Default: one.</param>
    /// <returns>The commitment, for each billing period.</returns>
    /// <exception cref="ArgumentException">There is no amount, one is negative, or the multiplier is zero or
    /// negative.</exception>
    public static Commitment ByPeriod(
        IEnumerable<decimal> amounts, bool trueUp = true, decimal overageMultiplier = 1m) =>
        ByPeriod(amounts.AsItems()).With(CommitmentPeriod.BillingPeriod, trueUp, overageMultiplier);

    /// <summary>Returns the amount of a contract year and billing period.</summary>
    /// <param name="contractYear">The year of the contract, from 1.</param>
    /// <param name="contractPeriod">The billing period of the contract, from 1. Default: the first. It matters only if
    /// the amount changes by billing period.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentException">A number is below 1.</exception>
    public decimal AmountIn(int contractYear, int contractPeriod = 1) =>
        Amounts[IndexIn(Guard.Against.BelowOne(contractYear), Guard.Against.BelowOne(contractPeriod))];

    /// <summary>Returns the position among <see cref="Amounts"/> for a contract year and billing period.</summary>
    internal int IndexIn(int contractYear, int contractPeriod) =>
        Math.Min(Step == CommitmentStep.BillingPeriod ? contractPeriod : contractYear, Amounts.Count) - 1;

    private Commitment With(CommitmentPeriod period, bool trueUp, decimal overageMultiplier) => this with
    {
        Period = Guard.Against.Undefined(period),
        TrueUp = trueUp,
        OverageMultiplier = Guard.Against.NotPositive(overageMultiplier),
    };

    private static void Require(ReadOnlySpan<decimal> amounts, string first)
    {
        if (amounts.IsEmpty)
        {
            throw new ArgumentException(
                $"amounts had no amount; at least one, for {first}, is expected.", nameof(amounts));
        }

        foreach (decimal amount in amounts)
        {
            Guard.Against.BelowZero(amount, nameof(amounts));
        }
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
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
    /// <summary>Each billing period. A shortfall is billed with the period. The default.</summary>
    BillingPeriod = 0,

    /// <summary>A contract year. A shortfall is billed with the last period of the year.</summary>
    ContractYear = 1,
}

/// <summary>The period of each amount of a <see cref="Commitment"/>.</summary>
public enum CommitmentStep
{
    /// <summary>A contract year; the amount applies to each of its periods. The default.</summary>
    ContractYear = 0,

    /// <summary>A billing period of the contract.</summary>
    BillingPeriod = 1,
}
