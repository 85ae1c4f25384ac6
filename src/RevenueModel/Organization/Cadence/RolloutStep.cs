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
    private RolloutStep(string name, int firstDay, int lastDay)
    {
        Name = name;
        FirstDay = firstDay;
        LastDay = lastDay;
    }

    /// <summary>Gets what has to be done.</summary>
    public string Name { get; }

    /// <summary>Gets the first day from the start of the plan, one or more; day 1 is the start.</summary>
    public int FirstDay { get; }

    /// <summary>Gets the last day, at or after the first one.</summary>
    public int LastDay { get; }

    /// <summary>Creates a step.</summary>
    /// <param name="name">What has to be done; not blank.</param>
    /// <param name="firstDay">The first day from the start of the plan, one or more; day 1 is the start.</param>
    /// <param name="lastDay">The last day, at or after the first one, up to 3,660.</param>
    /// <returns>The step.</returns>
    /// <exception cref="ArgumentException">The name is blank, or a day is outside its range.</exception>
    public static RolloutStep Of(string name, int firstDay, int lastDay)
    {
        Guard.Against.Blank(name);
        Guard.Against.BelowOne(firstDay);
        return lastDay >= firstDay && lastDay <= 3_660
            ? new RolloutStep(name, firstDay, lastDay)
            : throw DomainGuards.OutOfRange(nameof(lastDay), lastDay, Invariant($"{firstDay} to 3,660"));
    }

    /// <summary>Returns the days and the name.</summary>
    public override string ToString() => Invariant($"days {FirstDay} to {LastDay}: {Name}");
}
