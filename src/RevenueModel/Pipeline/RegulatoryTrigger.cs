using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The dated obligation that a deal helps its buyer to meet, such as NERC CIP or NIS2.</summary>
public sealed record RegulatoryTrigger
{
    /// <summary>Creates a trigger.</summary>
    /// <param name="name">The regulation.</param>
    /// <param name="deadline">The day by which the buyer has to comply, or <see langword="null"/> where none is
    /// set.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public RegulatoryTrigger(string name, LocalDate? deadline = null)
    {
        Name = Guard.Against.Blank(name);
        Deadline = deadline;
    }

    /// <summary>The regulation.</summary>
    public string Name { get; }

    /// <summary>The day by which the buyer has to comply, or <see langword="null"/> where none is set.</summary>
    public LocalDate? Deadline { get; }

    /// <summary>The trigger in words.</summary>
    public override string ToString() => Deadline is { } deadline ? Invariant($"{Name} by {deadline:R}") : Name;
}
