using System.Text.Json.Serialization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The deals that engaged the same buyers: those closed with their win rates, and those open. Created by
/// <see cref="EngagementCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record EngagementGroup
{
    /// <summary>Gets the engaged buyers, or <see langword="null"/> for deals that do not record them.</summary>
    public required BuyerEngagement? Engagement
    {
        get;
        init => field = value is { } engaged
            ? EngagementGuards.RequireKnown(engaged, nameof(Engagement))
            : null;
    }

    /// <summary>Gets the win rates by number and by value, with the won and the lost amount.</summary>
    public required WinRate WinRate { get; init; }

    /// <summary>Gets the open deals.</summary>
    public required CountedAmount Open { get; init; }

    /// <summary>Returns the buyers, the win rate and the open deals.</summary>
    public override string ToString() => Invariant($"{Name}: {WinRate}, open {Open}");

    private string Name => Engagement switch
    {
        null => "not recorded",
        BuyerEngagement.None => "no buyer",
        BuyerEngagement.Both => "IT and OT",
        _ => Invariant($"{Engagement} only"),
    };
}
