using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A part of the variable pay: what it is paid on, how much of the variable pay it is, and what attaining its
/// target to this or that degree pays.</summary>
/// <remarks>Immutable; equal by value. Its pay is
/// <c>target variable pay × weight × curve(attained / target)</c>, at most <see cref="AmountCap"/>.</remarks>
public sealed record PayComponent
{
    /// <summary>What the component is paid on.</summary>
    public required CompMeasure Measure { get; init => field = Guard.Against.Null(value, nameof(Measure)); }

    /// <summary>The share of the target variable pay that the component is, above zero and at most one. The weights of
    /// a plan's components sum to one.</summary>
    public decimal Weight
    {
        get;
        init => field = Guard.Against.NotPositive(Guard.Against.NotFraction(value, nameof(Weight)), nameof(Weight));
    } = 1m;

    /// <summary>What attains 100%: for a flow the amount of a whole year (a quota), for a level the level; above
    /// zero, in the unit of the measure.</summary>
    public required decimal Target { get; init => field = Guard.Against.NotPositive(value, nameof(Target)); }

    /// <summary>What each attainment pays; in proportion unless said.</summary>
    public PayoutCurve Curve { get; init => field = Guard.Against.Null(value, nameof(Curve)); } = PayoutCurve.Linear;

    /// <summary>How long credits accumulate toward the target; a year unless said.</summary>
    public MeasurementPeriod Period { get; init => field = Guard.Against.Undefined(value, nameof(Period)); }

    /// <summary>The most that the component pays in a measurement period, in the currency of the plan, or
    /// <see langword="null"/> where the amount is not capped. It is not prorated.</summary>
    public decimal? AmountCap
    {
        get;
        init => field = value is { } cap ? Guard.Against.BelowZero(cap, nameof(AmountCap)) : null;
    }

    /// <summary>The component in words.</summary>
    public override string ToString() =>
        Invariant($"{Weight * 100m:0.##}% on {Measure.Name}, target {Measure.Format(Target)}{(Period == MeasurementPeriod.Year ? "" : " a year, by " + (Period == MeasurementPeriod.Quarter ? "quarter" : "month"))}, {Curve}{(AmountCap is { } cap ? Invariant($", at most {cap:#,0.##}") : "")}");
}
