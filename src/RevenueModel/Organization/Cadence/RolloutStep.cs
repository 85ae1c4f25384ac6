using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A step of a plan that introduces a way of working within days from its start, such as days 1 to
/// 30.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RolloutStep
{
    private RolloutStep(string name, int firstDay, int lastDay, RolloutCheck check)
    {
        Name = name;
        FirstDay = firstDay;
        LastDay = lastDay;
        Check = check;
    }

    /// <summary>Gets what has to be done.</summary>
    public string Name { get; }

    /// <summary>Gets the first day from the start of the plan, one or more; day 1 is the start.</summary>
    public int FirstDay { get; }

    /// <summary>Gets the last day, at or after the first one.</summary>
    public int LastDay { get; }

    /// <summary>Gets what data show of the step. Default: nothing.</summary>
    public RolloutCheck Check { get; }

    /// <summary>Creates a step.</summary>
    /// <param name="name">What has to be done; not blank.</param>
    /// <param name="firstDay">The first day from the start of the plan, one or more; day 1 is the start.</param>
    /// <param name="lastDay">The last day, at or after the first one, up to 3,660.</param>
    /// <param name="check">What data show of the step. Default: nothing.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">The name is blank, a day is outside its range, or the check is
    /// undefined.</exception>
    public static RolloutStep Of(
        string name, int firstDay, int lastDay, RolloutCheck check = RolloutCheck.None)
    {
        Guard.Against.Blank(name);
        Guard.Against.BelowOne(firstDay);
        Guard.Against.Undefined(check);
        return lastDay >= firstDay && lastDay <= 3_660
            ? new RolloutStep(name, firstDay, lastDay, check)
            : throw DomainGuards.OutOfRange(nameof(lastDay), lastDay, Invariant($"{firstDay} to 3,660"));
    }

    /// <summary>Returns the days and the name.</summary>
    public override string ToString() => Invariant($"days {FirstDay} to {LastDay}: {Name}");
}

/// <summary>The evidence in data for a step of a rollout plan.</summary>
public enum RolloutCheck
{
    /// <summary>Nothing: people have to say whether the step is done. The default.</summary>
    None = 0,

    /// <summary>Deals have a segment, so that ACV is not blended.</summary>
    SegmentedAcv = 1,

    /// <summary>Accounts with a subscription have their revenue split into recurring revenue and services.</summary>
    RecurringSplit = 2,

    /// <summary>Open deals have a regulation and a stakeholder map, which shows their champions.</summary>
    TriggersAndChampions = 3,

    /// <summary>Running pilots have readings of alerts and process events.</summary>
    PocAudit = 4,

    /// <summary>Each indicator has a reading with a value.</summary>
    KpiBaselines = 5,

    /// <summary>Deals have the fields that the indicators need.</summary>
    CrmHygiene = 6,

    /// <summary>Accounts have a known number of sites, from which the penetration follows.</summary>
    SiteTargets = 7,

    /// <summary>Open competitive deals have the names of the rivals.</summary>
    RivalsKnown = 8,

    /// <summary>The segments of subscriptions have a reading of the lifetime value.</summary>
    LifetimeValueBySegment = 9,
}
