using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The certified consultants of a partner, or of a kind of partners, against their target and their deals.
/// Created by <see cref="CertificationCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CertificationStatus
{
    /// <summary>Gets the partner, or the name of the kind.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the kind of the partner, or <see langword="null"/> if no kind lists it.</summary>
    public string? Kind { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Kind)); }

    /// <summary>Gets the number of certified consultants on the later day, zero or more.</summary>
    public required int Consultants { get; init => field = Guard.Against.BelowZero(value, nameof(Consultants)); }

    /// <summary>Gets the number on the earlier day, zero or more, or <see langword="null"/> if no count is as old. For
    /// a kind it is that of its partners with both counts.</summary>
    public int? Prior
    {
        get;
        init => field = value is { } prior ? Guard.Against.BelowZero(prior, nameof(Prior)) : null;
    }

    /// <summary>Gets the change between the days, or <see langword="null"/> without a count of the earlier day.
    /// Partners without such a count are left out of the change of a kind.</summary>
    public int? Change { get; init; }

    /// <summary>Gets the target, one or more, or <see langword="null"/> if there is none.</summary>
    public int? Target { get; init => field = Guard.Against.BelowOne(value, nameof(Target)); }

    /// <summary>Gets the consultants that are missing to the target, zero or more, or <see langword="null"/> without a
    /// target. For a kind it is the sum of its partners, since one partner's surplus does not fill another's
    /// gap.</summary>
    public int? Shortfall
    {
        get;
        init => field = value is { } shortfall ? Guard.Against.BelowZero(shortfall, nameof(Shortfall)) : null;
    }

    /// <summary>Gets the number of deals in which the partner, or a partner of the kind, takes part; zero or
    /// more.</summary>
    public required int DealCount { get; init => field = Guard.Against.BelowZero(value, nameof(DealCount)); }

    /// <summary>Gets the certified consultants per deal, or <see langword="null"/> without deals.</summary>
    public decimal? ConsultantsPerDeal => DealCount == 0 ? null : (decimal)Consultants / DealCount;

    /// <summary>Returns the name, the number, the change, the target and the deals.</summary>
    public override string ToString() => Invariant($"{Name}: {Consultants:#,0} certified")
        + (Change is { } change ? Invariant($" ({change:+#,0;-#,0;0})") : "")
        + (Target is { } target ? Invariant($", target {target:#,0}") : "")
        + (ConsultantsPerDeal is { } perDeal ? Invariant($", {perDeal:0.##} per deal") : "");
}
