using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>How people in a role are paid: on-target earnings, their mix, what the variable part is paid on, and the
/// rules around it.</summary>
/// <remarks>Immutable; equal by value. Amounts are per year, in the one currency of the plan. A rule that a plan does not
/// have is <see langword="null"/> or empty. Rules of one property are checked when it is set. Rules across properties
/// and parts are checked by <see cref="Validate"/>, which every evaluation calls first.</remarks>
public sealed record CompPlan
{
    /// <summary>The role that is paid.</summary>
    public required string Role { get; init => field = Guard.Against.Blank(value, nameof(Role)); }

    /// <summary>The name of the segment that the role sells to, where it has one.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>On-target earnings (OTE): base salary and variable pay at target, per year, above zero.</summary>
    public required decimal OnTargetEarnings
    {
        get;
        init => field = Guard.Against.NotPositive(value, nameof(OnTargetEarnings));
    }

    /// <summary>How on-target earnings split into base salary and variable pay.</summary>
    public required PayMix PayMix { get; init; }

    /// <summary>What shares the variable pay: at least one component, of a measure each, with weights that sum to
    /// one.</summary>
    public required ValueList<PayComponent> Components
    {
        get;
        init => field = RequireItems(value, nameof(Components));
    }

    /// <summary>The days on which the plan is in force; always unless said.</summary>
    public DateSpan Effective { get; init; }

    /// <summary>The fiscal year that targets are of; the calendar year unless said.</summary>
    public FiscalCalendar Calendar { get; init; }

    /// <summary>How quota and guarantees build up with tenure.</summary>
    public Ramp Ramp { get; init; }

    /// <summary>The least that a statement pays, advanced or guaranteed.</summary>
    public Draw? Draw { get; init; }

    /// <summary>When the pay of components and triggers vests; at once unless said.</summary>
    public VestingSchedule Vesting { get; init; }

    /// <summary>What makes the pay of components and triggers payable.</summary>
    public PaymentTrigger PaymentTrigger
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(PaymentTrigger));
    }

    /// <summary>Trailing pay on accounts won.</summary>
    public Residual? Residual { get; init; }

    /// <summary>What expansions pay beside the components, a kind each.</summary>
    public ValueList<ExpansionTrigger> Triggers { get; init => field = RequireItems(value, nameof(Triggers)); }

    /// <summary>Short-term incentives, each with a name of its own.</summary>
    public ValueList<Spiff> Spiffs { get; init => field = RequireItems(value, nameof(Spiffs)); }

    /// <summary>What has to hold before a credit counts.</summary>
    public ValueList<CreditGate> Gates { get; init => field = RequireItems(value, nameof(Gates)); }

    /// <summary>What becomes of a single very large deal.</summary>
    public WindfallRule? Windfall { get; init; }

    /// <summary>What is taken back when a deal goes wrong.</summary>
    public Clawback? Clawback { get; init; }

    /// <summary>How days are counted where a year is not worked whole.</summary>
    public DayCount DayCount { get; init => field = Guard.Against.Undefined(value, nameof(DayCount)); }

    /// <summary>The minor unit that pay is rounded to, and how; cents, half away from zero, unless said.</summary>
    public RoundingPolicy Rounding { get; init; } = RoundingPolicy.Cents;

    /// <summary>Where the plan is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Base salary per year: <c>OTE × base share</c>.</summary>
    public decimal BaseSalary => OnTargetEarnings * PayMix.Base;

    /// <summary>Variable pay at target, per year: <c>OTE × variable share</c>.</summary>
    public decimal TargetVariable => OnTargetEarnings * PayMix.Variable;

    /// <summary>The yearly target of the first component that is paid on a flow of money, such as new ARR, or
    /// <see langword="null"/> where none is.</summary>
    public decimal? Quota => QuotaComponent?.Target;

    /// <summary>The pay for a unit of credit at 100% of quota: <c>target variable × weight / quota</c>, or
    /// <see langword="null"/> where there is no quota.</summary>
    public decimal? CommissionRateAtQuota =>
        QuotaComponent is { } component ? Quotient.Of(TargetVariable * component.Weight, component.Target) : null;

    /// <summary>Quota as a multiple of on-target earnings: <c>quota / OTE</c>, or <see langword="null"/> where there is no
    /// quota.</summary>
    /// <remarks>A common norm is 4x to 6x; the published account executives work out to 5.8x to 13.1x.</remarks>
    public decimal? QuotaToOteMultiple => Quota is { } quota ? Quotient.Of(quota, OnTargetEarnings) : null;

    /// <summary>The component that the quota is of.</summary>
    internal PayComponent? QuotaComponent
    {
        get
        {
            foreach (PayComponent component in Components)
            {
                if (component.Measure is { Unit: MeasureUnit.Money, Kind: MeasureKind.Flow })
                {
                    return component;
                }
            }

            return null;
        }
    }

    /// <summary>Finds the component that is paid on a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <returns>The component, or <see langword="null"/> if the plan does not pay on the measure.</returns>
    public PayComponent? FindComponent(CompMeasure measure)
    {
        Guard.Against.Null(measure);
        foreach (PayComponent component in Components)
        {
            if (component.Measure == measure)
            {
                return component;
            }
        }

        return null;
    }

    /// <summary>Checks the rules across the parts of the plan. Every evaluation calls it first.</summary>
    /// <remarks>
    /// There is at least one component; each is of another measure, and their weights sum to one. No two triggers
    /// have the same kind, and no two SPIFFs or gates the same name, ignoring case.
    /// </remarks>
    /// <exception cref="ArgumentException">A rule is broken. The message names the role, the part, the value and what
    /// is allowed.</exception>
    public void Validate() => RequireValid(name: null);

    /// <summary>The plan in words.</summary>
    public override string ToString() => Invariant(
        $"{Role}: {OnTargetEarnings:#,0.##} OTE, {PayMix}{(Quota is { } quota ? Invariant($", quota {quota:#,0.##}") : "")}");

    /// <summary>Refuses a plan that breaks a rule across its parts.</summary>
    /// <param name="name">The parameter of the caller that holds the plan, or null for the plan itself.</param>
    /// <returns>The plan.</returns>
    internal CompPlan RequireValid(string? name)
    {
        RequireDistinct(Components, static component => component.Measure.Name, nameof(Components), "measure", name);
        decimal sum = 0m;
        foreach (PayComponent component in Components)
        {
            sum += component.Weight;
        }

        if (sum != 1m)
        {
            throw Refused(
                Components.IsEmpty
                    ? "Components was empty; at least one component is expected."
                    : Invariant($"Components had weights {Components.Select(component => component.Weight).ToValueList()}, which sum to {sum}; weights that sum to 1 are expected."),
                name);
        }

        for (int i = 0; i < Triggers.Count; i++)
        {
            for (int earlier = 0; earlier < i; earlier++)
            {
                if (Triggers[earlier].Kind == Triggers[i].Kind)
                {
                    throw Refused(
                        Invariant($"Triggers had {Triggers[i].Kind} twice; one trigger of each kind is expected."), name);
                }
            }
        }

        RequireDistinct(Spiffs, static spiff => spiff.Name, nameof(Spiffs), "name", name);
        RequireDistinct(Gates, static gate => gate.Name, nameof(Gates), "name", name);
        return this;
    }

    private static ValueList<T> RequireItems<T>(ValueList<T> items, string name)
        where T : class
    {
        foreach (T item in items)
        {
            Guard.Against.Null(item, name);
        }

        return items;
    }

    private void RequireDistinct<T>(
        ValueList<T> items,
        Func<T, string> key,
        string property,
        string keyName,
        string? name)
        where T : class
    {
        for (int i = 1; i < items.Count; i++)
        {
            if (NameLookup.IndexOf(items.AsSpan()[..i], key(items[i]), key) >= 0)
            {
                throw Refused(
                    Invariant($"{property} had \"{key(items[i])}\" twice; each has a {keyName} of its own."), name);
            }
        }
    }

    private ArgumentException Refused(string fault, string? name) =>
        new(Invariant($"{nameof(CompPlan)} \"{Role}\": {fault}"), name);
}
