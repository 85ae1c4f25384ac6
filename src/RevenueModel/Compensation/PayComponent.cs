using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A component of variable pay: a measure, and the pay for its credit.</summary>
/// <remarks>
/// <para>Immutable; equal by value. A component is paid either by target or by rates.</para>
/// <para>By target: <c>target variable pay × weight × curve(attained / target)</c>. By rates: the amount under
/// <see cref="Rates"/> for the credit of the measurement period, such as 5% up to 100,000 and 7% above. Both are
/// capped at <see cref="AmountCap"/>.</para>
/// <para>With <see cref="AttainedBy"/> or <see cref="RateFactors"/> the average rate of the attainment is paid:
/// <c>pay(attained) × weighted credit / attained</c>.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PayComponent
{
    /// <summary>Gets the measure that the component is paid on.</summary>
    public required CompMeasure Measure { get; init => field = Guard.Against.Null(value, nameof(Measure)); }

    /// <summary>Gets the share of the target variable pay, above 0 and at most 1. The weights of components with a
    /// target sum to one. The weight has no effect on a component with rates. Default: one.</summary>
    public decimal Weight
    {
        get;
        init => field = Guard.Against.NotPositive(Guard.Against.NotFraction(value, nameof(Weight)), nameof(Weight));
    } = 1m;

    /// <summary>Gets the target at 100% attainment: a quota for a flow, or a level. Optional for a component with
    /// rates. Default: <see langword="null"/>.</summary>
    public PayTarget? Target { get; init; }

    /// <summary>Gets the payout curve. Default: in proportion to attainment.</summary>
    public PayoutCurve Curve { get; init => field = Guard.Against.Null(value, nameof(Curve)); } = PayoutCurve.Linear;

    /// <summary>Gets the rates in money by credit of the measurement period, or <see langword="null"/> if the
    /// component is paid by target. Rates are not prorated.</summary>
    public TierSchedule? Rates { get; init => field = RequireRates(value); }

    /// <summary>Gets the period over which credits accumulate. Default: a year.</summary>
    public MeasurementPeriod Period { get; init => field = Guard.Against.Undefined(value, nameof(Period)); }

    /// <summary>Gets the credit of the fiscal year from which tiers above the first apply. Credit below it is paid at
    /// the rate of the first tier. For a component measured by quarter or month. Default: <see langword="null"/>; all
    /// tiers apply from the start of the year.</summary>
    public PayTarget? AcceleratesFrom { get; init; }

    /// <summary>Gets the measures whose attainment sets the rate. Default: <see langword="null"/>, the measure of the
    /// component.</summary>
    public AttainmentBasis? AttainedBy { get; init; }

    /// <summary>Gets zero or more factors on the pay for credits of certain deals. The first factor that applies to a
    /// credit is used. Default: none.</summary>
    public ValueList<RateFactor> RateFactors
    {
        get;
        init => field = RequireFactors(value, nameof(RateFactors));
    }

    /// <summary>Gets the maximum pay of a measurement period, in the currency of the plan; zero or more. The cap is
    /// not prorated. Default: <see langword="null"/>, not capped.</summary>
    public decimal? AmountCap
    {
        get;
        init => field = value is { } cap ? Guard.Against.BelowZero(cap, nameof(AmountCap)) : null;
    }

    /// <summary>Gets whether the average rate of the attainment is paid.</summary>
    internal bool PaysAverageRate => AttainedBy is not null || !RateFactors.IsEmpty;

    /// <summary>Creates a component that pays rates in money: <c>PayComponent.OfRates(CompMeasure.NewArr,
    /// Tier.Between(0m, 100_000m, rate: 0.05m), Tier.AtLeast(100_000m, rate: 0.07m))</c>.</summary>
    /// <param name="measure">The measure that is paid on.</param>
    /// <param name="tiers">The tiers by credit of a year; the last tier has no end. A single tier is
    /// <c>Tier.AtLeast(0m, rate: 0.05m)</c>.</param>
    /// <returns>The component, measured by year.</returns>
    /// <exception cref="ArgumentException">The tiers do not form a schedule, the last tier has an end, or the first
    /// has a flat amount.</exception>
    public static PayComponent OfRates(CompMeasure measure, params ReadOnlySpan<Tier> tiers) =>
        new() { Measure = measure, Rates = TierSchedule.Of(tiers) };

    /// <inheritdoc cref="OfRates(CompMeasure, ReadOnlySpan{Tier})"/>
    public static PayComponent OfRates(CompMeasure measure, IEnumerable<Tier> tiers) =>
        OfRates(measure, tiers.AsItems());

    /// <summary>Returns whether credits of a measure change the pay of the component.</summary>
    internal bool Counts(CompMeasure measure) => Measure == measure || IsAttainedBy(measure);

    /// <summary>Returns whether credits of a measure count toward the attainment that sets the rate.</summary>
    internal bool IsAttainedBy(CompMeasure measure) => AttainedBy is { } basis
        ? basis.Measures.Contains(measure)
        : Measure == measure;

    /// <summary>Returns the factor of a credit.</summary>
    internal decimal FactorOf(CompCredit credit)
    {
        foreach (RateFactor factor in RateFactors)
        {
            if (factor.AppliesTo(credit))
            {
                return factor.Factor;
            }
        }

        return 1m;
    }

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string paid = Rates is { } rates
            ? $"{Measure.Name}: {rates}"
            : Invariant($"{Weight * 100m:0.##}% on {Measure.Name}, target {Target?.ToString(Measure)}");
        return paid + MeasuredBy()
            + (AttainedBy is { } basis ? ", at the attainment of " + basis : "")
            + (Rates is null ? $", {Curve}" : "")
            + (AcceleratesFrom is { } from ? ", accelerated from " + from.ToString(Measure) : "")
            + (RateFactors.IsEmpty ? "" : ", " + string.Join(", ", RateFactors))
            + (AmountCap is { } cap ? Invariant($", at most {cap:#,0.##}") : "");
    }

    private static TierSchedule? RequireRates(TierSchedule? rates)
    {
        if (rates?.UpTo is { } end)
        {
            throw DomainGuards.OutOfRange(
                nameof(Rates), rates, Invariant($"an open last tier, instead of one to {end},"));
        }

        if (rates is not null && rates.Tiers[0].FlatAmount is > 0m and var flat)
        {
            throw DomainGuards.OutOfRange(
                nameof(Rates),
                Invariant($"{rates} with {flat} for nothing credited"),
                "a first tier without a flat amount");
        }

        return rates;
    }

    private static ValueList<RateFactor> RequireFactors(ValueList<RateFactor> factors, string name)
    {
        foreach (RateFactor factor in factors)
        {
            Guard.Against.Null(factor, name);
        }

        return factors;
    }

    private string MeasuredBy() => Period switch
    {
        MeasurementPeriod.Quarter => ", measured by quarter",
        MeasurementPeriod.Month => ", measured by month",
        _ => "",
    };
}
