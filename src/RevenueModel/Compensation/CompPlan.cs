using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A compensation plan for a role: on-target earnings, pay mix, the components of variable pay, and the rules
/// that apply.</summary>
/// <remarks>Immutable; equal by value. Amounts are per year, in the currency of the plan. Optional rules are
/// <see langword="null"/> or empty if the plan lacks them. The range of a property is checked when it is set. Rules
/// across properties and parts are checked by <see cref="Validate"/>, which every evaluation calls first.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompPlan
{
    private readonly NameAndKey _role;

    /// <summary>Gets the role that is paid, which statements print; not blank.</summary>
    public required string Role
    {
        get => _role.Name;
        init => _role = _role.WithName(Guard.Against.Blank(value, nameof(Role)));
    }

    /// <summary>Gets the id by which the lines of statements are matched with their plan. Default: the role. With an
    /// id, the role can be renamed without adjustments in later statements.</summary>
    public string Id { get => _role.Key; init => _role = _role.WithKey(Guard.Against.Blank(value, nameof(Id))); }

    /// <summary>Gets the name of the segment that the role sells to, or <see langword="null"/> if it has
    /// none.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets on-target earnings (OTE): base salary and variable pay at target, per year, above zero;
    /// <see langword="null"/> for a plan with rates in money and without target pay.</summary>
    public decimal? OnTargetEarnings
    {
        get;
        init => field = Guard.Against.NotPositive(value, nameof(OnTargetEarnings));
    }

    /// <summary>Gets the split of on-target earnings into base salary and variable pay.</summary>
    public PayMix PayMix { get; init; }

    /// <summary>Gets the components, one per measure. The weights of components with a target sum to one.</summary>
    public ValueList<PayComponent> Components
    {
        get;
        init => field = RequireItems(value, nameof(Components));
    }

    /// <summary>Gets the days on which the plan is effective. Default: always.</summary>
    public DateSpan Effective { get; init; }

    /// <summary>Gets the fiscal year of the targets. Default: the calendar year.</summary>
    public FiscalCalendar Calendar { get; init; }

    /// <summary>Gets the ramp: quota shares and guaranteed pay by month of tenure. Default: no ramp.</summary>
    public Ramp Ramp { get; init; }

    /// <summary>Gets the treatment of the quota of a period in which the person leaves. Default: it is kept.</summary>
    public LeavingQuota QuotaOnLeaving
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(QuotaOnLeaving));
    }

    /// <summary>Gets the minimum pay of a statement, advanced or guaranteed. Default: no draw.</summary>
    public Draw? Draw { get; init; }

    /// <summary>Gets the vesting schedule of the pay of components and triggers. Default: it vests at once.</summary>
    public VestingSchedule Vesting { get; init; }

    /// <summary>Gets the event that makes the pay of components and triggers payable. Default: booking.</summary>
    public PaymentTrigger PaymentTrigger
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(PaymentTrigger));
    }

    /// <summary>Gets the trailing pay on accounts that were won. Default: no residual.</summary>
    public Residual? Residual { get; init; }

    /// <summary>Gets the additional pay for expansions, one trigger per kind. Default: none.</summary>
    public ValueList<ExpansionTrigger> Triggers { get; init => field = RequireItems(value, nameof(Triggers)); }

    /// <summary>Gets the short-term incentives, each with a unique id. Default: none.</summary>
    public ValueList<Spiff> Spiffs { get; init => field = RequireItems(value, nameof(Spiffs)); }

    /// <summary>Gets the conditions that must be met before a credit counts, each with a unique name. Default:
    /// none.</summary>
    public ValueList<CreditGate> Gates { get; init => field = RequireItems(value, nameof(Gates)); }

    /// <summary>Gets the treatment of an exceptionally large deal. Default: no rule.</summary>
    public WindfallRule? Windfall { get; init; }

    /// <summary>Gets the rule for the recovery of pay, such as after churn. Default: no clawback.</summary>
    public Clawback? Clawback { get; init; }

    /// <summary>Gets the day count by which partial periods are prorated. Default: actual/actual.</summary>
    public DayCount DayCount { get; init => field = Guard.Against.Undefined(value, nameof(DayCount)); }

    /// <summary>Gets the rounding of pay. Default: cents, half away from zero.</summary>
    public RoundingPolicy Rounding { get; init; } = RoundingPolicy.Cents;

    /// <summary>Gets the publication of the plan, or <see langword="null"/> if it is not published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Gets the base salary per year: <c>OTE × base share</c>; <see langword="null"/> without OTE.</summary>
    public decimal? BaseSalary => OnTargetEarnings * PayMix.Base;

    /// <summary>Gets the variable pay at target, per year: <c>OTE × variable share</c>; <see langword="null"/>
    /// without OTE.</summary>
    public decimal? TargetVariable => OnTargetEarnings * PayMix.Variable;

    /// <summary>Gets the yearly target of the first component that is paid on a flow of money, such as new ARR, or
    /// <see langword="null"/> if there is no such component.</summary>
    public decimal? Quota => QuotaComponent?.Target?.PerYearAmount;

    /// <summary>Gets the commission rate at 100% of quota, <c>target variable × weight / quota</c>, or
    /// <see langword="null"/> if there is no quota.</summary>
    public decimal? CommissionRateAtQuota =>
        QuotaComponent is { Target: { } target } component && TargetVariable is { } variable
            ? Quotient.Of(variable * component.Weight, target.PerYearAmount)
            : null;

    /// <summary>Gets the quota as a multiple of on-target earnings, <c>quota / OTE</c>, or <see langword="null"/> if
    /// there is no quota.</summary>
    /// <remarks>A common norm is 4x to 6x. The published account executive plans have 5.8x to 13.1x.</remarks>
    public decimal? QuotaToOteMultiple =>
        Quota is { } quota && OnTargetEarnings is { } earnings ? Quotient.Of(quota, earnings) : null;

    /// <summary>Gets whether the id is set, even if it is the role.</summary>
    internal bool HasId => _role.HasKey;

    /// <summary>Gets the component with the quota.</summary>
    internal PayComponent? QuotaComponent
    {
        get
        {
            foreach (PayComponent component in Components)
            {
                if (component is { Rates: null, Measure: { Unit: MeasureUnit.Money, Kind: MeasureKind.Flow } })
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
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
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
    /// The plan has at least one component, residual, trigger or SPIFF. Each component has a different measure, and
    /// has a target or rates. Components with a target need on-target earnings, and their weights sum to one. Triggers
    /// have different kinds, SPIFFs different ids, and gates different names, ignoring case. The target of a level is
    /// a level, and the target of a flow is a quota.
    /// </remarks>
    /// <exception cref="ArgumentException">A rule is broken. The message names the role, the part, the value and what
    /// is allowed.</exception>
    public void Validate() => RequireValid(name: null);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"{Role}: ")
        + (OnTargetEarnings is { } earnings
            ? Invariant($"{earnings:#,0.##} OTE, {PayMix}")
            : string.Join("; ", Components))
        + (Quota is { } quota ? Invariant($", quota {quota:#,0.##}") : "");

    /// <summary>Requires on-target earnings, and components that are paid by target, for an analysis.</summary>
    internal CompPlan RequireTargets(string name)
    {
        RequireValid(name);
        foreach (PayComponent component in Components)
        {
            if (component.Rates is not null || component.PaysAverageRate || component.AcceleratesFrom is not null)
            {
                throw Refused(
                    $"component \"{component.Measure.Name}\" is {component}; a component that is paid by its own "
                        + "target and curve alone is expected.",
                    name);
            }
        }

        return OnTargetEarnings is not null && !Components.IsEmpty
            ? this
            : throw Refused("OnTargetEarnings was null; on-target earnings and a component are expected.", name);
    }

    /// <summary>Throws if the plan breaks a rule across its parts.</summary>
    /// <param name="name">The name of the caller's parameter that has the plan, or null for the plan itself.</param>
    /// <returns>The plan.</returns>
    internal CompPlan RequireValid(string? name)
    {
        RequireDistinct(Components, static component => component.Measure.Id, nameof(Components), "measure", name);
        decimal sum = 0m;
        bool hasTarget = false;
        foreach (PayComponent component in Components)
        {
            RequireComponent(component, name);
            hasTarget |= component.Rates is null;
            sum += component.Rates is null ? component.Weight : 0m;
        }

        if (hasTarget && sum != 1m)
        {
            throw Refused(
                Invariant($"Components had weights {Weights()}, which sum to {sum}; weights that sum to 1 are ")
                    + "expected.",
                name);
        }

        RequirePay(hasTarget, name);

        for (int i = 0; i < Triggers.Count; i++)
        {
            for (int earlier = 0; earlier < i; earlier++)
            {
                if (Triggers[earlier].Kind == Triggers[i].Kind)
                {
                    throw Refused(
                        Invariant($"Triggers had {Triggers[i].Kind} twice; one trigger of each kind is expected."),
                        name);
                }
            }
        }

        RequireDistinct(Spiffs, static spiff => spiff.Id, nameof(Spiffs), "id", name);
        RequireDistinct(Gates, static gate => gate.Name, nameof(Gates), "name", name);
        return this;
    }

    private ValueList<decimal> Weights() => Components
        .Where(static component => component.Rates is null)
        .Select(static component => component.Weight)
        .ToValueList();

    private void RequirePay(bool hasTarget, string? name)
    {
        if (Components.IsEmpty && Residual is null && Triggers.IsEmpty && Spiffs.IsEmpty)
        {
            throw Refused("Components was empty; a component, a residual, a trigger or a SPIFF is expected.", name);
        }

        bool guarantees = false;
        foreach (RampMonth month in Ramp.Months)
        {
            guarantees |= month.GuaranteedShare > 0m;
        }

        if (OnTargetEarnings is null && (hasTarget || guarantees))
        {
            throw Refused(
                "OnTargetEarnings was null; on-target earnings, of which "
                    + (hasTarget ? "a component with a target" : "the ramp")
                    + " is a share, are expected.",
                name);
        }
    }

    private void RequireComponent(PayComponent component, string? name)
    {
        bool isLevel = component.Measure.Kind == MeasureKind.Level;
        string? fault = component switch
        {
            { Target: null, Rates: null } => "Target was null; a target or rates are expected.",
            { Target: null, Measure.Kind: MeasureKind.Flow } when Windfall is not null =>
                "Target was null; a target, of which the limit of Windfall is a multiple, is expected.",
            { Rates: not null } when component.Curve != PayoutCurve.Linear =>
                $"Curve was {component.Curve}; no curve is expected beside rates.",
            { PaysAverageRate: true } or { AcceleratesFrom: not null } when isLevel =>
                "AttainedBy, RateFactors and AcceleratesFrom are expected for flows, and the measure is a level.",
            _ => FaultOf(nameof(component.Target), component.Measure, component.Target, isLevel)
                ?? FaultOf(
                    nameof(component.AcceleratesFrom), component.Measure, component.AcceleratesFrom, isLevel: false)
                ?? (component.AttainedBy is { } basis
                    ? FaultOf(nameof(component.AttainedBy), basis.Measures[0], basis.Target, isLevel: false)
                    : null),
        };
        if (fault is not null)
        {
            throw Refused($"component \"{component.Measure.Name}\": {fault}", name);
        }
    }

    private static string? FaultOf(string property, CompMeasure measure, PayTarget? target, bool isLevel)
    {
        if (target is null)
        {
            return null;
        }

        if (isLevel != (target.Basis == TargetBasis.Level))
        {
            string expected = isLevel ? "a level, PayTarget.Level," : "a quota, such as PayTarget.PerYear,";
            return $"{property} was {target}; {expected} is expected.";
        }

        return measure.AllowedRatio(target.Amount) is { } allowed
            ? Invariant($"{property} was {target.Amount}; {allowed} is expected.")
            : null;
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
                    Invariant($"{property} had \"{key(items[i])}\" twice; one with each {keyName} is expected."),
                    name);
            }
        }
    }

    private ArgumentException Refused(string fault, string? name) =>
        new(Invariant($"{nameof(CompPlan)} \"{Role}\": {fault}"), name);
}

/// <summary>The treatment of the quota, and of the pay at quota, of a measurement period in which a person
/// leaves.</summary>
public enum LeavingQuota
{
    /// <summary>Both are kept, so leaving does not change the pay for earlier credits. The default, and the rule of
    /// most plans.</summary>
    Kept = 0,

    /// <summary>Both are prorated by the days up to the last working day, as for a person who joins during the period.
    /// Attainment rises and may reach an accelerator.</summary>
    Prorated = 1,
}
