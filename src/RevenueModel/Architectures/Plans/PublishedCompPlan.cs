using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Compensation;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The published compensation plan of a role: bands of on-target earnings, quota, residual and draw, from
/// which plans are built.</summary>
/// <remarks>
/// Immutable; equal by value. Figures that the source does not publish are <see langword="null"/> or empty, and are
/// not invented. <see cref="PlanAt(decimal, ReadOnlySpan{PayComponent})"/> has a parameter for them.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PublishedCompPlan
{
    /// <summary>Gets the name of the role.</summary>
    public required string Role { get; init => field = Guard.Against.Blank(value, nameof(Role)); }

    /// <summary>Gets the name of the segment that the role sells to, or <see langword="null"/> if it is not limited to
    /// one.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the on-target earnings per year, more than zero.</summary>
    public required Band<decimal> OnTargetEarnings
    {
        get;
        init => field = value.Min > 0m
            ? value
            : throw DomainGuards.OutOfRange(nameof(OnTargetEarnings), value, "a band from more than zero");
    }

    /// <summary>Gets the split of on-target earnings into base and variable pay.</summary>
    public required PayMix PayMix { get; init; }

    /// <summary>Gets the measures of the variable pay, as far as they are published. Each measure occurs
    /// once.</summary>
    public ValueList<PublishedMeasure> Measures
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static measure => measure.Measure.Name, nameof(Measures), "measure");
    }

    /// <summary>Gets the rate of the residual, as fractions between 0 and 1.</summary>
    public Band<decimal>? ResidualRate
    {
        get;
        init => field = value is { } band ? Guard.Against.NotFractionBand(band, nameof(ResidualRate)) : null;
    }

    /// <summary>Gets the revenue on which the residual is paid, as worded by the source.</summary>
    public string? ResidualOf { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(ResidualOf)); }

    /// <summary>Gets the revenue of the residual by another section of the source, if the sections differ; otherwise
    /// <see langword="null"/>. <see cref="ResidualBasis.TierUpgrades"/> pays on tier upgrades alone.</summary>
    public string? OtherResidualOf
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(OtherResidualOf));
    }

    /// <summary>Gets the year since which the role exists, one or more, or <see langword="null"/> if it is not
    /// published.</summary>
    public int? Since { get; init => field = Guard.Against.BelowOne(value, nameof(Since)); }

    /// <summary>Gets the product whose sales the plan accelerates, or <see langword="null"/> if there is none. No rate
    /// is published: give one by <see cref="PayComponent.RateFactors"/>.</summary>
    public string? AcceleratedProduct
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(AcceleratedProduct));
    }

    /// <summary>Gets the duration of the residual in months, one or more.</summary>
    public int? ResidualMonths
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(ResidualMonths));
    }

    /// <summary>Gets the vesting schedule. Default: all at once.</summary>
    public VestingSchedule Vesting { get; init; }

    /// <summary>Gets the draw of a year.</summary>
    public Band<decimal>? Draw
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(Draw)) : null;
    }

    /// <summary>Gets the gate that a credit has to pass, or <see langword="null"/> if there is none.</summary>
    public CreditGate? Gate { get; init; }

    /// <summary>Gets the number of people of this role and of the roles it works with on a deal.</summary>
    public DealTeamCoverage? Coverage { get; init; }

    /// <summary>Gets the document and section in which the plan is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Gets quota as a multiple of on-target earnings at the low end and at the high end of both bands, the
    /// smaller one first. <see langword="null"/> if no measure of a flow of money has a published target, or a band is
    /// open at the top.</summary>
    /// <remarks>
    /// <c>quota / OTE</c> is monotonic between the ends, so the multiples of all plans from
    /// <see cref="PlanAt(decimal, ReadOnlySpan{PayComponent})"/> lie between the two.
    /// </remarks>
    public Band<decimal>? QuotaToOteMultiple
    {
        get
        {
            if (QuotaBand is not { Max: { } quotaMax } quota || OnTargetEarnings.Max is not { } oteMax)
            {
                return null;
            }

            return Quotient.Of(quota.Min, OnTargetEarnings.Min) is { } low && Quotient.Of(quotaMax, oteMax) is { } high
                ? Band.Between(Math.Min(low, high), Math.Max(low, high))
                : null;
        }
    }

    private Band<decimal>? QuotaBand => Measures.FirstOrDefault(measure => measure is
    {
        Measure: { Unit: MeasureUnit.Money, Kind: MeasureKind.Flow },
        Target: not null,
    })?.Target;

    /// <summary>Builds the plan at a position in the bands: 0 is the low end of each, 0.5 the middle, 1 the high
    /// end.</summary>
    /// <param name="position">The position, between 0 and 1.</param>
    /// <param name="components">The components of the variable pay. Default, if a target is published for each
    /// measure: each measure has an equal weight and pays in proportion, since neither weights nor curves are
    /// published.</param>
    /// <returns>A plan that is always in force, with the published residual, vesting, recoverable draw and gate. Use
    /// <c>with</c> to change it. A residual without a published duration lasts 18 months.</returns>
    /// <exception cref="ArgumentException">The position is outside 0 to 1, a band is open at the top, the components
    /// do not form a valid plan, or components are omitted and no target is published. The message names the missing
    /// figure.</exception>
    public CompPlan PlanAt(decimal position, ReadOnlySpan<PayComponent> components = default)
    {
        Guard.Against.NotFraction(position);
        var plan = new CompPlan
        {
            Role = Role,
            Segment = Segment,
            OnTargetEarnings = At(OnTargetEarnings, position, nameof(OnTargetEarnings)),
            PayMix = PayMix,
            Components = components.IsEmpty ? PublishedComponents(position, nameof(components)) : Given(components),
            Residual = ResidualRate is { } rate
                ? new Residual { Rate = At(rate, position, nameof(ResidualRate)), Months = ResidualMonths ?? 18 }
                : null,
            Vesting = Vesting,
            Draw = Draw is { } draw ? Compensation.Draw.Recoverable(At(draw, position, nameof(Draw))) : null,
            Gates = Gate is { } gate ? [gate] : [],
            Citation = Citation,
        };
        return plan.RequireValid(nameof(components));
    }

    /// <inheritdoc cref="PlanAt(decimal, ReadOnlySpan{PayComponent})"/>
    public CompPlan PlanAt(decimal position, IEnumerable<PayComponent> components) =>
        PlanAt(position, components.AsItems());

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Role}: {OnTargetEarnings} OTE, {PayMix}") + string.Concat(Parts().Select(part => ", " + part));

    private IEnumerable<string> Parts()
    {
        if (!Measures.IsEmpty)
        {
            yield return "on " + string.Join(" and ", Measures);
        }

        if (ResidualRate is { } rate)
        {
            string months = ResidualMonths is { } given ? Invariant($" for {Plural.Of(given, "month")}") : "";
            yield return Invariant($"residual {rate:0.##%} of {ResidualOf ?? "what is won later"}{months}");
        }

        if (AcceleratedProduct is { } product)
        {
            yield return $"accelerators on {product} without a published rate";
        }

        if (Vesting != default)
        {
            yield return Invariant($"vesting {Vesting}");
        }

        if (Draw is { } draw)
        {
            yield return Invariant($"draw {draw}");
        }

        if (Gate is { } gate)
        {
            yield return Invariant($"gate {gate}");
        }
    }

    private static ValueList<PayComponent> Given(ReadOnlySpan<PayComponent> components)
    {
        foreach (PayComponent component in components)
        {
            Guard.Against.Null(component, nameof(components));
        }

        return ValueList.Create(components);
    }

    private ValueList<PayComponent> PublishedComponents(decimal position, string name)
    {
        RequirePublishedTargets(name);
        var components = new PayComponent[Measures.Count];
        ValueList<decimal> weights = EqualWeights(components.Length);
        for (int i = 0; i < components.Length; i++)
        {
            PublishedMeasure measure = Measures[i];
            components[i] = new PayComponent
            {
                Measure = measure.Measure,
                Weight = weights[i],
                Target = TargetOf(measure, position),
                Curve = PayoutCurve.Linear,
            };
        }

        return ValueList.Own(components);
    }

    private PayTarget TargetOf(PublishedMeasure measure, decimal position)
    {
        decimal target = At(measure.Target.GetValueOrDefault(), position, measure.Measure.Name);
        return measure.Measure.Kind == MeasureKind.Level ? PayTarget.Level(target) : PayTarget.PerYear(target);
    }

    private void RequirePublishedTargets(string name)
    {
        string missing = Measures.IsEmpty
            ? "measure"
            : string.Join(" or ", Measures
                .Where(measure => measure.Target is null)
                .Select(measure => "target of " + measure.Measure.Name));
        if (missing.Length > 0)
        {
            throw new ArgumentException(
                Invariant($"{name} was empty, and {Role} has no published {missing}; components are expected."), name);
        }
    }

    // Thirds have no finite decimal expansion: the weights are equal to the basis point and sum to one.
    private static ValueList<decimal> EqualWeights(int count)
    {
        var equal = new decimal[count];
        Array.Fill(equal, 1m);
        return AllocationCalculator.ByLargestRemainder(1m, equal, RoundingPolicy.ToDigits(4));
    }

    private decimal At(Band<decimal> band, decimal position, string name) => band.Interpolate(position)
        ?? throw new ArgumentException(
            Invariant($"{name} of {Role} was {band}, open at the top; a band with both ends is expected."),
            nameof(position));
}
