using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published win rates of deals that engage both of two buying organizations and of deals that engage
/// one.</summary>
public sealed record BuyerMotionFigures
{
    /// <summary>The win rate of deals that engage both buyers in discovery, a fraction.</summary>
    public required decimal DualBuyerWinRate
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(DualBuyerWinRate));
    }

    /// <summary>The win rate of deals that engage one of them, a fraction above zero.</summary>
    public required decimal SingleBuyerWinRate
    {
        get;
        init => field = Guard.Against.NotPositive(
            Guard.Against.NotFraction(value, nameof(SingleBuyerWinRate)), nameof(SingleBuyerWinRate));
    }

    /// <summary>The ratio of the two as the source states it.</summary>
    public decimal? StatedRatio { get; init => field = Guard.Against.NotPositive(value, nameof(StatedRatio)); }

    /// <summary>The ratio of the two as the rates imply it: <c>dual / single</c>.</summary>
    public decimal ImpliedRatio => DualBuyerWinRate / SingleBuyerWinRate;

    /// <summary>Where the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>The figures in words.</summary>
    public override string ToString() =>
        Invariant($"{DualBuyerWinRate:0.##%} with both buyers, {SingleBuyerWinRate:0.##%} with one; stated ratio {StatedRatio:0.###}, implied {ImpliedRatio:0.###}");
}
