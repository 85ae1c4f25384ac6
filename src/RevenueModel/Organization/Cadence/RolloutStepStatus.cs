using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The state of a step of a rollout plan, with its evidence. Created by
/// <see cref="CadenceCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RolloutStepStatus
{
    /// <summary>Gets the step.</summary>
    public required RolloutStep Step { get; init; }

    /// <summary>Gets its last day.</summary>
    public required LocalDate LastDay { get; init; }

    /// <summary>Gets whether it is done, open, overdue or not checkable.</summary>
    public required RolloutState State { get; init => field = Guard.Against.Undefined(value, nameof(State)); }

    /// <summary>Gets the evidence.</summary>
    public ValueList<RolloutEvidence> Evidence { get; init; }

    /// <summary>Returns the step, the state and the evidence.</summary>
    public override string ToString() => Invariant($"{Step.Name}: {Text}")
        + (Evidence.IsEmpty ? "" : Invariant($" ({string.Join("; ", Evidence)})"));

    private string Text => State switch
    {
        RolloutState.NotCheckable => "not checkable",
        RolloutState.Open => Invariant($"open until {LastDay:R}"),
        RolloutState.Done => "done",
        _ => Invariant($"overdue since {LastDay:R}"),
    };
}

/// <summary>The states of a step of a rollout plan.</summary>
public enum RolloutState
{
    /// <summary>The step has no check, or there are no data for it. The default.</summary>
    NotCheckable = 0,

    /// <summary>It is not done, and its last day has not passed.</summary>
    Open = 1,

    /// <summary>It is done.</summary>
    Done = 2,

    /// <summary>It is not done, and its last day has passed.</summary>
    Overdue = 3,
}
