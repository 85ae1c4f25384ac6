using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The share of a deal that a person is credited with.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CreditShare
{
    private CreditShare(string person, decimal share, bool isOverlay)
    {
        Person = Guard.Against.Blank(person);
        Share = Guard.Against.NotFraction(share);
        IsOverlay = isOverlay;
    }

    /// <summary>Gets the person who is credited.</summary>
    public string Person { get; }

    /// <summary>Gets the share of the deal, between 0 and 1.</summary>
    public decimal Share { get; }

    /// <summary>Gets whether the share is an overlay, which is credited in addition to the shares of the
    /// sellers.</summary>
    public bool IsOverlay { get; }

    /// <summary>Creates a share.</summary>
    /// <param name="person">The person who is credited; not blank.</param>
    /// <param name="share">The share of the deal, between 0 and 1.</param>
    /// <param name="isOverlay">Whether the share is an overlay, which is credited in addition to the shares of the
    /// sellers. Default: false.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentException">The person is blank, or the share is outside 0 to 1.</exception>
    public static CreditShare Of(string person, decimal share, bool isOverlay = false) =>
        new(person, share, isOverlay);

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Person} {Share * 100m:0.##}%{(IsOverlay ? " as overlay" : "")}");
}
