using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published win rates of deals that engage both of two buying organizations, and of deals that engage
/// one.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BuyerMotionFigures
{
    /// <summary>Gets the win rate of deals that engage both buyers in discovery, a fraction.</summary>
    public required decimal DualBuyerWinRate
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(DualBuyerWinRate));
    }

    /// <summary>Gets the win rate of deals that engage one of them, a fraction above zero.</summary>
    public required decimal SingleBuyerWinRate
    {
        get;
        init => field = Guard.Against.NotPositive(
            Guard.Against.NotFraction(value, nameof(SingleBuyerWinRate)), nameof(SingleBuyerWinRate));
    }

    /// <summary>Gets the ratio of the two win rates as stated by the source, more than zero, or <see langword="null"/>
    /// if it is not stated.</summary>
    public decimal? StatedRatio { get; init => field = Guard.Against.NotPositive(value, nameof(StatedRatio)); }

    /// <summary>Gets the condition under which a deal counts as engaging both, such as both engaged in discovery, or
    /// <see langword="null"/> if it is not published.</summary>
    public string? Condition { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Condition)); }

    /// <summary>Gets the survey that the win rates are from, or <see langword="null"/> if it is not
    /// published.</summary>
    public string? Source { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Source)); }

    /// <summary>Gets the ratio implied by the win rates: <c>dual / single</c>.</summary>
    public decimal ImpliedRatio => DualBuyerWinRate / SingleBuyerWinRate;

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{DualBuyerWinRate:0.##%} with both buyers, {SingleBuyerWinRate:0.##%} with one; ")
            + Invariant($"stated ratio {StatedRatio:0.###}, implied {ImpliedRatio:0.###}");
}
