using Ardalis.GuardClauses;
using RevenueModel.Compensation.Payout;
using RevenueModel.Compensation.Rules;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The plan of a role as it is published: bands for on-target earnings, quota, residual and draw, from which plans
/// are built.</summary>
/// <remarks>Immutable; equal by value. What the source does not publish is <see langword="null"/> or empty, and is not made
/// up: <see cref="FromBand"/> asks for it.</remarks>
public sealed record CompPlanBand
{
    /// <summary>The role.</summary>
    public required string Role { get; init => field = Guard.Against.Blank(value, nameof(Role)); }

    /// <summary>The name of the segment that the role sells to, where it has one.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>On-target earnings per year.</summary>
    public required Band<decimal> OnTargetEarnings
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(OnTargetEarnings));
    }

    /// <summary>How on-target earnings split.</summary>
    public required PayMix PayMix { get; init; }

    /// <summary>What the variable pay is paid on, as far as it is published; one of each measure.</summary>
    public ValueList<BandMeasure> Measures
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static measure => measure.Measure.Name, nameof(Measures), "measure");
    }

    /// <summary>The rate of the residual, fractions.</summary>
    public Band<decimal>? ResidualRate
    {
        get;
        init => field = value is { } band ? Guard.Against.NotFractionBand(band, nameof(ResidualRate)) : null;
    }

    /// <summary>What the residual is paid on, in the words of the source.</summary>
    public string? ResidualOf { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(ResidualOf)); }

    /// <summary>How long the residual is paid, in months, one or more.</summary>
    public int? ResidualMonths
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw DomainGuards.OutOfRange(nameof(ResidualMonths), value, "1 or more");
    }

    /// <summary>When pay vests; at once unless published.</summary>
    public VestingSchedule Vesting { get; init; }

    /// <summary>The draw of a year.</summary>
    public Band<decimal>? Draw
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(Draw)) : null;
    }

    /// <summary>What has to hold before a credit counts.</summary>
    public CreditGate? Gate { get; init; }

    /// <summary>How many people of the role a deal takes.</summary>
    public SolutionsCoverage? Coverage { get; init; }

    /// <summary>Where the plan is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Quota as a multiple of on-target earnings at the low and at the high end of both bands: the smaller of the two
    /// first. <see langword="null"/> where no flow of money has a published target.</summary>
    public Band<decimal>? QuotaToOteMultiple
    {
        get
        {
            if (QuotaBand is not { Max: { } quotaMax } quota || OnTargetEarnings.Max is not { } oteMax)
            {
                return null;
            }

            decimal low = quota.Min / OnTargetEarnings.Min;
            decimal high = quotaMax / oteMax;
            return Band.Between(Math.Min(low, high), Math.Max(low, high));
        }
    }

    private Band<decimal>? QuotaBand => Measures
        .FirstOrDefault(measure => measure.Measure is { Unit: MeasureUnit.Money, Kind: MeasureKind.Flow })?.Target;

    /// <summary>The plan at a position in the bands: 0 is the low end of each, 0.5 the middle, 1 the high end.</summary>
    /// <param name="position">A fraction.</param>
    /// <param name="components">What shares the variable pay. It may be left out where a target is published for each
    /// measure: each then has an equal weight and pays in proportion, since neither weights nor curves are published.</param>
    /// <returns>A plan that is always in force, with the published residual, vesting, recoverable draw and gate; <c>with</c>
    /// changes what is to be otherwise.</returns>
    /// <exception cref="ArgumentException">The position is no fraction, a band is open at the top, or the components are
    /// left out where no target is published; the message names what is missing.</exception>
    public CompPlan FromBand(decimal position, ValueList<PayComponent> components = default)
    {
        Guard.Against.NotFraction(position);
        return new CompPlan
        {
            Role = Role,
            Segment = Segment,
            OnTargetEarnings = At(OnTargetEarnings, position, nameof(OnTargetEarnings)),
            PayMix = PayMix,
            Components = components.IsEmpty ? PublishedComponents(position) : components,
            Residual = ResidualRate is { } rate
                ? new Residual { Rate = At(rate, position, nameof(ResidualRate)), Months = ResidualMonths ?? 18 }
                : null,
            Vesting = Vesting,
            Draw = Draw is { } draw ? new Draw { AnnualAmount = At(draw, position, nameof(Draw)) } : null,
            Gates = Gate is { } gate ? [gate] : [],
            Citation = Citation,
        };
    }

    /// <summary>The plan in words.</summary>
    public override string ToString() => Invariant($"{Role}: {OnTargetEarnings} OTE, {PayMix}") + Paid();

    private string Paid() => Measures.IsEmpty ? "" : ", on " + string.Join(", ", Measures);

    private ValueList<PayComponent> PublishedComponents(decimal position)
    {
        if (Measures.IsEmpty)
        {
            throw Missing("a measure");
        }

        var components = new PayComponent[Measures.Count];
        ValueList<decimal> weights = EqualWeights(components.Length);
        for (int i = 0; i < components.Length; i++)
        {
            BandMeasure measure = Measures[i];
            components[i] = new PayComponent
            {
                Measure = measure.Measure,
                Weight = weights[i],
                Target = measure.Target is { } target
                    ? At(target, position, measure.Measure.Name)
                    : throw Missing("a target of " + measure.Measure.Name),
                Curve = PayoutCurve.Linear,
            };
        }

        return ValueList.Own(components);
    }

    // Thirds have no decimal expansion: the weights are equal to the basis point and sum to one.
    private static ValueList<decimal> EqualWeights(int count)
    {
        var equal = new decimal[count];
        Array.Fill(equal, 1m);
        return AllocationCalculator.ByLargestRemainder(1m, equal, RoundingPolicy.ToDigits(4));
    }

    private decimal At(Band<decimal> band, decimal position, string name) => band.Interpolate(position)
        ?? throw new ArgumentException(
            Invariant($"{name} of {Role} was {band}, open at the top; a band with both ends is expected."), nameof(band));

    private ArgumentException Missing(string what) => new(
        Invariant($"{Role} has no published weights, and {what} is not published either; components are expected."),
        nameof(what));
}
