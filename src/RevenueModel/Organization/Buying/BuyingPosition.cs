using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A position that a buying group requires, and the people of a deal who fill it. Created by
/// <see cref="BuyingGroupCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BuyingPosition
{
    /// <summary>Gets whether it is a champion, a sign-off or a veto.</summary>
    public required BuyingPositionKind Kind { get; init => field = Guard.Against.Undefined(value, nameof(Kind)); }

    /// <summary>Gets the name: the champion role, the titles that sign off, or the title of the holder of the
    /// veto.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the name of the side, or <see langword="null"/> if a sign-off of any side suffices.</summary>
    public string? Side { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Side)); }

    /// <summary>Gets what a champion provides; <see langword="null"/> for another position.</summary>
    public string? Provides { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Provides)); }

    /// <summary>Gets what a deal lacks without the champion; <see langword="null"/> for another position.</summary>
    public string? Gap { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Gap)); }

    /// <summary>Gets the people who fill it, each once; empty if nobody is known.</summary>
    public ValueList<Stakeholder> People
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static one => one.Person, nameof(People), "name");
    }

    /// <summary>Gets whether somebody fills it.</summary>
    public bool IsFilled => !People.IsEmpty;

    /// <summary>Gets whether somebody who fills it opposes the deal.</summary>
    public bool IsOpposed => People.Any(static one => one.Stance == StakeholderStance.Opposes);

    /// <summary>Returns the position and the people.</summary>
    public override string ToString() => Invariant($"{Kind}, {Name}: ")
        + (IsFilled ? string.Join(", ", People.Select(static one => one.Person)) : "nobody")
        + (IsOpposed ? " (opposed)" : "");
}

/// <summary>The kinds of positions of a buying group.</summary>
public enum BuyingPositionKind
{
    /// <summary>A champion.</summary>
    Champion = 0,

    /// <summary>A sign-off.</summary>
    SignOff = 1,

    /// <summary>A veto.</summary>
    Veto = 2,
}
