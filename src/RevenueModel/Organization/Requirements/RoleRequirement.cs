using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Roles that a company needs from some ARR on, or on each deal of some segments.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RoleRequirement
{
    /// <summary>Gets the name of the requirement.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the roles that are needed, each once and at least one.</summary>
    public required ValueList<string> Roles
    {
        get;
        init => field = value.IsEmpty
            ? throw DomainGuards.OutOfRange(nameof(Roles), "empty", "at least one role")
            : DomainGuards.RequireDistinct(
                value, static role => Guard.Against.Blank(role, nameof(Roles)), nameof(Roles), "name");
    }

    /// <summary>Gets the ARR from which on the roles are needed, above zero. Default: <see langword="null"/>, from the
    /// start.</summary>
    public decimal? FromArr { get; init => field = Guard.Against.NotPositive(value, nameof(FromArr)); }

    /// <summary>Gets the segments whose deals need one person of each role. Default: none; the roles are not counted
    /// by deal.</summary>
    public ValueList<string> Segments
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static segment => Guard.Against.Blank(segment, nameof(Segments)), nameof(Segments), "name");
    }

    /// <summary>Gets the number of quarters after which the roles pay back, above zero. Default:
    /// <see langword="null"/>, not published.</summary>
    public Band<decimal>? PaybackQuarters
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(PaybackQuarters)) : null;
    }

    /// <summary>Gets the document and section of the requirement.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns the roles and when they are needed.</summary>
    public override string ToString() => Invariant($"{Name}: {string.Join(", ", Roles)}")
        + (FromArr is { } arr ? Invariant($" from {arr:#,0.##} ARR") : "")
        + (Segments.IsEmpty ? "" : Invariant($" on each deal of {string.Join(", ", Segments)}"));
}
